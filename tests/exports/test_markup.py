from drafting.text.runs import Mark, NoteReference, Run
from exports.markup import JOINER, Setter

ITALIC = frozenset({Mark.EMPHASIS})


def test_words_of_people_are_escaped() -> None:
    html = Setter({}).words((Run("<b> & "), Run("<i>", ITALIC)))

    assert html.replace(JOINER, "") == "&lt;b&gt; &amp; <em>&lt;i&gt;</em>"


def test_italics_run_on_over_blanks() -> None:
    html = Setter({}).words((Run("Calls upon", ITALIC), Run(" States")))

    assert html == "<em>Calls upon</em> States"


def test_a_line_cannot_end_at_a_hyphen_a_slash_or_a_change_of_setting() -> None:
    html = Setter({}).words((Run("non-State A/1 "), Run("half", ITALIC), Run("-way")))

    assert html == f"non{JOINER}-{JOINER}State A{JOINER}/{JOINER}1 <em>half{JOINER}</em>{JOINER}-{JOINER}way"


def test_a_note_called_twice_is_linked_back_to_its_first_call() -> None:
    setter = Setter({"n1": 3})

    html = setter.words((Run("one"), NoteReference("n1"), Run(" two"), NoteReference("n1")))

    assert html.count('id="call-3"') == 1
    assert html.count('href="#note-3"') == 2
    assert setter.called == {"n1"}
