from collections import Counter

from drafting.demo.content import Content
from drafting.intake import ReadDraft
from drafting.rules.kinds import ClauseKind, Form
from drafting.text import Mark, NoteReference, Run, Runs, admit, plain


def _texts(draft: ReadDraft, kind: ClauseKind) -> list[str]:
    return [plain(clause.runs) for clause in draft.clauses if clause.kind is kind]


def test_the_zero_draft_is_read_whole_and_without_a_warning(zero_draft: ReadDraft) -> None:
    kinds = Counter(clause.kind for clause in zero_draft.clauses)

    assert zero_draft.warnings == ()
    assert kinds == {
        ClauseKind.TITLE: 1,
        ClauseKind.CHAPEAU: 1,
        ClauseKind.HEADING: 9,
        ClauseKind.PREAMBULAR: 17,
        ClauseKind.OPERATIVE: 28,
        ClauseKind.SUBPARAGRAPH: 31,
    }
    assert len(zero_draft.notes) == 13


def test_the_form_of_the_zero_draft_is_recognised(zero_draft: ReadDraft) -> None:
    assert zero_draft.form is Form.RESOLUTION


def test_the_masthead_is_set_apart(demo: Content, zero_draft: ReadDraft) -> None:
    assert zero_draft.masthead[0] == demo.conference.name
    assert demo.symbol in zero_draft.masthead
    assert len(zero_draft.masthead) == 7


def test_the_paragraphs_are_punctuated_as_the_form_demands(zero_draft: ReadDraft) -> None:
    preamble = _texts(zero_draft, ClauseKind.PREAMBULAR)
    *operative, last = _texts(zero_draft, ClauseKind.OPERATIVE)
    subparagraphs = _texts(zero_draft, ClauseKind.SUBPARAGRAPH)

    assert all(text.endswith(",") for text in preamble)
    assert all(text.endswith((";", ":")) for text in operative)
    assert all(text.endswith((";", ":")) for text in subparagraphs)
    assert last.endswith(".")


def test_every_paragraph_opens_in_italics(zero_draft: ReadDraft) -> None:
    paragraphs = {ClauseKind.CHAPEAU, ClauseKind.PREAMBULAR, ClauseKind.OPERATIVE}

    opening = [clause.runs[0] for clause in zero_draft.clauses if clause.kind in paragraphs]

    assert all(isinstance(piece, Run) and Mark.EMPHASIS in piece.marks for piece in opening)


def test_every_note_is_called_once_and_in_order(zero_draft: ReadDraft) -> None:
    called = [piece.note for clause in zero_draft.clauses for piece in clause.runs if isinstance(piece, NoteReference)]

    assert called == [note.number for note in zero_draft.notes]


def test_the_text_is_let_in_as_it_stands(words: dict[str, Runs]) -> None:
    assert {label: admit(runs) for label, runs in words.items()} == words
