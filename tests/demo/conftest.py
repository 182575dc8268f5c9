"""The demo and its zero draft, read once."""

import pytest

from drafting.demo.content import Content, PrivateDraft, Replacement, SubmittedAmendment, content
from drafting.demo.wording import proposed
from drafting.intake import ReadDraft, read
from drafting.rules.kinds import ClauseKind
from drafting.rules.labels import Place, numbered
from drafting.text import Edits, Runs, Tokens, edits_between, tokenise


@pytest.fixture(scope="session")
def demo() -> Content:
    return content()


@pytest.fixture(scope="session")
def proposals(demo: Content) -> tuple[SubmittedAmendment | PrivateDraft, ...]:
    """All that delegations propose, submitted or in private."""
    return (*demo.amendments, *demo.drafts)


@pytest.fixture(scope="session")
def zero_draft(demo: Content) -> ReadDraft:
    return read(demo.zero_draft, demo.file_name, demo.form)


@pytest.fixture(scope="session")
def words(zero_draft: ReadDraft) -> dict[str, Runs]:
    """The runs of every clause and note by its label."""
    labels = numbered(Place(clause.key, clause.parent, clause.kind) for clause in zero_draft.clauses)
    notes = [Place(note.number, None, ClauseKind.NOTE) for note in zero_draft.notes]
    by_label = {labels[clause.key]: clause.runs for clause in zero_draft.clauses}
    return by_label | {label: zero_draft.notes[place].runs for place, label in enumerate(numbered(notes).values())}


@pytest.fixture(scope="session")
def tokens(words: dict[str, Runs]) -> dict[str, Tokens]:
    return {label: tokenise(runs) for label, runs in words.items()}


@pytest.fixture(scope="session")
def edits(demo: Content, words: dict[str, Runs], tokens: dict[str, Tokens]) -> dict[int, Edits]:
    """The edits of every amendment that replaces words, by its number."""
    return {
        amendment.number: edits_between(
            tokens[amendment.clause], tokenise(proposed(words[amendment.clause], amendment.proposal.edits))
        )
        for amendment in demo.amendments
        if isinstance(amendment.proposal, Replacement)
    }
