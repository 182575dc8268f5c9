"""The page on which an amendment is written."""

from dataclasses import dataclass

from drafting.rules.kinds import ClauseKind
from drafting.rules.life import AmendmentKind
from drafting.text.runs import Runs
from drafting.view.document import ClauseView, DocumentView


@dataclass(frozen=True, slots=True)
class ElsewhereView:
    """The words of a draft as they are stored, of whom, where the page holds others."""

    author: str
    runs: Runs
    reason: str


@dataclass(frozen=True, slots=True)
class EditorView:
    """A draft and what it is written against.

    ``base`` is the clause as it stands now (empty for an insertion), ``proposed`` what is written.
    ``draft_version`` counts its savings, 0 before the first. ``kinds`` are those an insertion may be of.
    ``revises`` is the number of the amendment that it revises. ``news`` says, as a sentence, what happened
    to the clause since; ``clashes`` the words that a decision touched too. ``beneath`` are the clauses that
    go with a deleted one. ``waiting``: the head of delegation was asked to clear it. ``elsewhere`` is what is stored
    where that was written in another tab. ``remarks`` are sentences on the characters of what is written.
    """

    draft_id: str
    document: DocumentView
    clause: ClauseView
    kind: AmendmentKind
    new_kind: ClauseKind | None
    kinds: tuple[ClauseKind, ...]
    amendment_id: str | None
    revises: int | None
    base: Runs
    base_version: int
    proposed: Runs
    reason: str
    draft_version: int
    news: str
    clashes: tuple[str, ...]
    beneath: tuple[ClauseView, ...] = ()
    waiting: bool = False
    elsewhere: ElsewhereView | None = None
    remarks: tuple[str, ...] = ()

    @property
    def open_amendments(self) -> int:
        """How many open amendments hang on the clause and on those beneath it."""
        return sum(each.open_amendments for each in (self.clause, *self.beneath))
