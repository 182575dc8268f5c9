"""The engine: tokens, edits, merge, rebase, redline, and what characters are let in. Pure: no I/O, no clock.

Read README.md in this folder first.
"""

from drafting.text.characters import admit, admit_line, admit_prose
from drafting.text.deciding.composition import composed
from drafting.text.deciding.graph import conflict_graph
from drafting.text.deciding.merge import Conflicted, Merged, merge, suggested, union
from drafting.text.deciding.rebase import Blocked, CarriedOver, Rebased, Satisfied, rebase, rebase_through
from drafting.text.deciding.relation import Conflict, Look, Reason, conflicts, in_conflict, looks, same
from drafting.text.editorial import is_editorial
from drafting.text.edits import Edit, Edits, apply, edits_between, edits_from_wire, edits_to_wire, invert
from drafting.text.reading.combined import AttributedSegment, combined
from drafting.text.reading.redline import Change, Redline, Segment, redline
from drafting.text.runs import Mark, NoteReference, Run, Runs, from_wire, joined, plain, to_wire
from drafting.text.tokens import Token, Tokens, runs_of, tokenise
from drafting.text.wording import in_words, words

__all__ = [
    "AttributedSegment",
    "Blocked",
    "CarriedOver",
    "Change",
    "Conflict",
    "Conflicted",
    "Edit",
    "Edits",
    "Look",
    "Mark",
    "Merged",
    "NoteReference",
    "Reason",
    "Rebased",
    "Redline",
    "Run",
    "Runs",
    "Satisfied",
    "Segment",
    "Token",
    "Tokens",
    "admit",
    "admit_line",
    "admit_prose",
    "apply",
    "combined",
    "composed",
    "conflict_graph",
    "conflicts",
    "edits_between",
    "edits_from_wire",
    "edits_to_wire",
    "from_wire",
    "in_conflict",
    "in_words",
    "invert",
    "is_editorial",
    "joined",
    "looks",
    "merge",
    "plain",
    "rebase",
    "rebase_through",
    "redline",
    "runs_of",
    "same",
    "suggested",
    "to_wire",
    "tokenise",
    "union",
    "words",
]
