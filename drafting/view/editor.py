"""The page on which an amendment is written."""

from dataclasses import dataclass

from drafting.rules.kinds import ClauseKind
from drafting.rules.life import AmendmentKind
from drafting.text.runs import Runs
from drafting.view.document import ClauseView, DocumentView


@dataclass(frozen=True, slots=True)
class EditorView:
    """A draft and what it is written against.

    ``base`` is the clause as it stands now (empty for an insertion), ``proposed`` what is written.
    ``draft_version`` counts its savings, 0 before the first. ``kinds`` are those an insertion may be of.
    ``revises`` is the number of the amendment that it revises. ``news`` says, as a sentence, what happened
    to the clause since; ``clashes`` the words that a decision touched too.
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
