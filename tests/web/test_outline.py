from dataclasses import replace

from drafting.rules.kinds import ClauseKind
from drafting.service.text_view import document_view
from drafting.text.runs import Run
from drafting.view.document import DocumentView
from drafting.web.outline import outline
from tests.web.rooms import Pages


def view(pages: Pages) -> DocumentView:
    with pages.conference.store.read() as session:
        return document_view(session, pages.conference.document)


def test_a_text_without_headings_has_a_preamble_and_an_operative_part(pages: Pages) -> None:
    parts = outline(view(pages))

    assert [(part.name, [clause.label for clause in part.clauses]) for part in parts] == [
        ("Preamble", ["PP1", "PP2"]),
        ("Operative part", ["OP1", "OP2", "OP3"]),
        ("Notes", []),
    ]


def test_a_heading_opens_a_part_and_names_it(pages: Pages) -> None:
    document = view(pages)
    last = document.clauses[-1]
    heading = replace(last, id="h", kind=ClauseKind.HEADING, label="Heading 1", runs=(Run("Follow-up"),))

    parts = outline(replace(document, clauses=(*document.clauses[:-1], heading, last), notes=()))

    assert [(part.name, part.anchor) for part in parts][-1] == ("Follow-up", "clause-h")
    assert parts[-1].clauses == (last,)
