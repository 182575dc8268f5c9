"""Reads a zero draft from a file and makes clauses of it. Nothing is kept here."""

from drafting.intake.corrections import with_kinds
from drafting.intake.draft import ReadClause, ReadDraft, ReadNote, masthead_key
from drafting.intake.numbering import labelled
from drafting.intake.reading import read
from drafting.intake.shape import as_json

__all__ = ["ReadClause", "ReadDraft", "ReadNote", "as_json", "labelled", "masthead_key", "read", "with_kinds"]
