import docx
import pytest

from drafting.errors import UnreadableFileError
from drafting.intake import ReadDraft, labelled, read
from drafting.rules.kinds import Form
from drafting.text.runs import Mark, NoteReference, Run, plain
from tests.intake import word
from tests.intake.word import paragraph, text, with_body

WE = paragraph("We, the towns, declare:")


def of(data: bytes) -> ReadDraft:
    return read(data, "draft.docx")


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableFileError) as caught:
        of(data)
    return str(caught.value)


def labels(found: ReadDraft) -> list[str]:
    return list(labelled(found).values())


def texts(found: ReadDraft) -> list[str]:
    return [plain(clause.runs) for clause in found.clauses]


def listed(level: int = 0, number: int = 1) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def levels(*formats: tuple[str, str]) -> str:
    return "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{name}"/><w:lvlText w:val="{pattern}"/>'
        f'<w:pPr><w:ind w:left="{(level + 1) * 720}"/></w:pPr></w:lvl>'
        for level, (name, pattern) in enumerate(formats)
    )


def numbering(*formats: tuple[str, str], override: str = "") -> dict[str, str]:
    inner = f'<w:abstractNum w:abstractNumId="5">{levels(*formats)}</w:abstractNum>'
    inner += '<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>'
    inner += f'<w:num w:numId="2"><w:abstractNumId w:val="5"/>{override}</w:num>'
    return {"word/numbering.xml": word.part("numbering", inner)}


LEGAL = (("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)"))


def test_a_document_with_typed_numbers_styles_and_italics() -> None:
    document = docx.Document()
    document.add_paragraph("V/2027/L.9")
    document.add_paragraph("Declaration on roofs", style="Title")
    document.add_paragraph("The Council of Towns,").runs[0].italic = True
    document.add_paragraph("Recalling").runs[0].italic = True
    document.paragraphs[-1].add_run(" the flood,")
    document.add_paragraph("Roofs", style="Heading 1")
    document.add_paragraph("1.\tDecides:")
    document.add_paragraph("(a)\tto build;")
    document.add_paragraph("2.\tRequests.")

    found = of(word.saved(document))

    assert found.form is Form.RESOLUTION
    assert found.masthead == ("V/2027/L.9",)
    assert labels(found) == ["Title", "Chapeau", "PP1", "Heading 1", "OP1", "OP1 (a)", "OP2"]
    assert found.clauses[2].runs[0] == Run("Recalling", frozenset({Mark.EMPHASIS}))
    assert found.warnings == ()


def test_numbers_that_word_counts_are_read_as_markers() -> None:
    document = docx.Document()
    document.add_paragraph("We, the towns, declare:")
    for words in ("Build;", "Paint:"):
        document.add_paragraph(words, style="List Number")
    for words in ("red;", "blue;"):
        document.add_paragraph(words, style="List Number 2")
    document.add_paragraph("Rest.", style="List Number")

    found = of(word.saved(document))

    assert labels(found) == ["Chapeau", "OP1", "OP2", "OP2 (a)", "OP2 (b)", "OP3"]
    assert [clause.marker for clause in found.clauses] == ["", "1.", "2.", "1.", "2.", "3."]


def test_levels_of_a_list_become_subparagraphs() -> None:
    rows = [("Build:", 0), ("walls;", 1), ("roofs:", 1), ("red;", 2), ("blue;", 2), ("gates;", 1), ("Rest.", 0)]
    body = WE + "".join(paragraph(words, properties=listed(level)) for words, level in rows)

    found = of(with_body(body, numbering(*LEGAL)))

    assert labels(found)[1:] == ["OP1", "OP1 (a)", "OP1 (b)", "OP1 (b) (i)", "OP1 (b) (ii)", "OP1 (c)", "OP2"]
    assert found.warnings == ("No title was found. If a line of the masthead is the title, say so.",)


def test_a_list_may_restart_and_bullets_are_dashes() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
    body = WE + paragraph("Build;", properties=listed()) + paragraph("Rest.", properties=listed(0, 2))
    bullets = paragraph("We, the towns:") + paragraph("noting rain;", properties=listed())

    restarted = of(with_body(body, numbering(*LEGAL, override=override)))
    dashed = of(with_body(bullets, numbering(("bullet", "\uf0b7"))))

    assert [clause.marker for clause in restarted.clauses] == ["", "1.", "7."]
    assert (dashed.form, labels(dashed)) == (Form.DASHES, ["Chapeau", "PP1"])


@pytest.mark.parametrize(
    ("name", "printed"), [("upperRoman", "IV."), ("upperLetter", "D."), ("lowerRoman", "iv."), ("none", "")]
)
def test_numbers_are_written_as_word_writes_them(name: str, printed: str) -> None:
    body = WE + "".join(paragraph("Build the walls;", properties=listed()) for _ in range(4))

    found = of(with_body(body, numbering((name, "%1."))))

    assert (found.clauses[-1].marker or "") == printed


def test_a_level_may_be_redefined_and_a_style_may_carry_the_list() -> None:
    override = f'<w:lvlOverride w:ilvl="0">{levels(("decimal", "Article %1)")).replace("Article ", "")}</w:lvlOverride>'
    styles = (
        '<w:style w:styleId="Op"><w:name w:val="Operative"/><w:basedOn w:val="Base"/></w:style>'
        '<w:style w:styleId="Base"><w:name w:val="Base"/>'
        '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    parts = numbering(*LEGAL, override=override) | {"word/styles.xml": word.part("styles", styles)}

    found = of(with_body(WE + paragraph("Build.", properties='<w:pStyle w:val="Op"/>'), parts))

    assert found.clauses[1].marker == "1)"


def test_a_list_that_the_file_does_not_define_counts_nothing() -> None:
    found = of(with_body(WE + paragraph("1. Build.", properties=listed(0, 9))))

    assert labels(found) == ["Chapeau", "OP1"]


def test_headings_are_told_by_style_and_outline_level() -> None:
    styles = '<w:style w:styleId="S"><w:name w:val="Sub"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    body = WE + paragraph("1. Build.") + paragraph("Roofs and walls", properties='<w:pStyle w:val="S"/>')
    body += paragraph("2. Paint.") + paragraph("Gates.", properties='<w:outlineLvl w:val="0"/>') + paragraph("3. Open.")

    found = of(with_body(body, {"word/styles.xml": word.part("styles", styles)}))

    assert labels(found) == ["Chapeau", "OP1", "Heading 1", "OP2", "Heading 2", "OP3"]


def test_a_subtitle_is_a_heading_below_the_title() -> None:
    document = docx.Document()
    document.add_paragraph("Declaration on roofs", style="Title")
    document.add_paragraph("Under one sky", style="Subtitle")
    document.add_paragraph("We, the towns, declare:")
    document.add_paragraph("1. Build.")

    found = of(word.saved(document))

    assert labels(found) == ["Title", "Heading 1", "Chapeau", "OP1"]


def test_a_paragraph_that_only_calls_a_note_that_is_not_there_is_dropped() -> None:
    found = of(with_body(WE + paragraph('<w:r><w:footnoteReference w:id="4"/></w:r>') + paragraph("1. Build.")))

    assert labels(found) == ["Chapeau", "OP1"]


def test_styles_that_are_based_on_each_other_are_followed_only_so_far() -> None:
    styles = (
        '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )

    found = of(
        with_body(
            WE + paragraph("1. Build.", properties='<w:pStyle w:val="A"/>'),
            {"word/styles.xml": word.part("styles", styles)},
        )
    )

    assert labels(found) == ["Chapeau", "OP1"]


def test_a_character_style_that_says_nothing_of_italics_sets_none() -> None:
    styles = '<w:style w:styleId="C"><w:name w:val="Code"/></w:style>'

    found = of(
        with_body(
            WE + paragraph("1. ", text("Build.", '<w:rStyle w:val="C"/>')),
            {"word/styles.xml": word.part("styles", styles)},
        )
    )

    assert found.clauses[1].runs == (Run("Build."),)


def test_bold_and_italics_come_from_runs_and_character_styles_and_can_be_off() -> None:
    styles = '<w:style w:styleId="E"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>'
    runs = (
        text("Build ", "<w:b/>"),
        text("the ", '<w:rStyle w:val="E"/>'),
        text("wall.", '<w:rStyle w:val="E"/><w:i w:val="0"/>'),
    )

    found = of(with_body(WE + paragraph("1. ", *runs), {"word/styles.xml": word.part("styles", styles)}))

    assert found.clauses[1].runs == (
        Run("Build", frozenset({Mark.STRONG})), Run(" "), Run("the", frozenset({Mark.EMPHASIS})), Run(" wall.")
    )  # fmt: skip


def note_part(kind: str, *notes: tuple[str, str]) -> dict[str, str]:
    inner = f'<w:{kind} w:id="-1" w:type="separator">{paragraph("line")}</w:{kind}>'
    inner += "".join(
        f'<w:{kind} w:id="{name}">{paragraph("<w:r><w:footnoteRef/></w:r>", words)}</w:{kind}>' for name, words in notes
    )
    return {f"word/{kind}s.xml": word.part(f"{kind}s", inner)}


def test_footnotes_and_endnotes_are_numbered_by_their_first_call() -> None:
    call = '<w:r><w:{}Reference w:id="{}"/></w:r>'
    body = WE + paragraph("1. Build", call.format("footnote", 8), " and ", call.format("endnote", 2), ".")
    body += paragraph("2. Rest", call.format("footnote", 3), call.format("footnote", 8), ".")
    parts = note_part("footnote", ("3", " Third."), ("8", " First."), ("9", " Never.")) | note_part(
        "endnote", ("2", "Second.")
    )

    found = of(with_body(body, parts))

    assert [(note.number, plain(note.runs)) for note in found.notes] == [
        ("1", "First."), ("2", "Second."), ("3", "Third."), ("4", "Never.")
    ]  # fmt: skip
    assert found.clauses[1].runs == (Run("Build"), NoteReference("1"), Run(" and "), NoteReference("2"), Run("."))
    assert found.clauses[2].runs[1:3] == (NoteReference("3"), NoteReference("1"))
    assert "Footnote 4 is called nowhere in the clauses; it was kept." in found.warnings


def test_a_call_of_a_note_that_is_not_there_is_named() -> None:
    found = of(with_body(WE + paragraph("1. Build", '<w:r><w:footnoteReference w:id="4"/></w:r>', ".")))

    assert "The text calls a footnote 1 that the file does not have." in found.warnings


def test_insertions_are_taken_and_deletions_dropped_with_a_warning() -> None:
    deleted = (
        "<w:del><w:r><w:delText>never </w:delText></w:r></w:del><w:moveFrom><w:r><w:t>gone </w:t></w:r></w:moveFrom>"
    )
    body = WE + paragraph(
        "1. Build ", deleted, f"<w:ins>{text('high ')}</w:ins>", f"<w:moveTo>{text('stone ')}</w:moveTo>", "walls."
    )

    found = of(with_body(body))

    assert texts(found)[1] == "Build high stone walls."
    assert [w for w in found.warnings if "tracked changes" in w]
    assert not [w for w in found.warnings if "not in what was read" in w]


@pytest.mark.parametrize("tag", ["del", "moveFrom"])
def test_a_deletion_alone_is_named(tag: str) -> None:
    found = of(with_body(WE + paragraph("1. Build.", f"<w:{tag}>{text(' Never.')}</w:{tag}>")))

    assert texts(found)[1] == "Build."
    assert [warning for warning in found.warnings if "tracked changes" in warning]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    deleted = "<w:rPr><w:del/></w:rPr>"
    body = (
        WE
        + paragraph("1. Build ", properties=deleted)
        + paragraph("walls.")
        + paragraph("2. Rest.", properties=deleted)
    )

    found = of(with_body(body))

    assert texts(found)[1:] == ["Build walls.", "Rest."]


def test_hidden_text_is_left_out_and_quoted() -> None:
    found = of(with_body(WE + paragraph("1. Do ", text("not ", "<w:vanish/>"), "build.")))

    assert texts(found)[1] == "Do build."
    assert any("hidden text" in warning and "“not”" in warning for warning in found.warnings)
    assert any("not in what was read: “not”" in warning for warning in found.warnings)


def test_tables_are_read_row_by_row_and_boxes_once() -> None:
    cells = "".join(f"<w:tc>{paragraph(words)}</w:tc>" for words in ("United Nations", "V/2027/L.2"))
    gone = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{paragraph('gone')}</w:tc></w:tr>"
    alternate = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice>'
        f"<w:txbxContent>{paragraph('Distr.: Limited')}</w:txbxContent></mc:Choice><mc:Fallback>"
        f"<w:txbxContent>{paragraph('Distr.: Limited')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"
    )
    body = f"<w:tbl><w:tr>{cells}</w:tr>{gone}</w:tbl>" + paragraph(alternate) + WE + paragraph("1. Build.")

    found = of(with_body(body))

    assert found.masthead == ("United Nations V/2027/L.2", "Distr.: Limited")
    assert any("table" in warning for warning in found.warnings)


def test_content_controls_links_tabs_and_hyphens_are_read() -> None:
    link = f"<w:hyperlink>{text('the map')}</w:hyperlink>"
    odd = '<w:r><w:t>to</w:t><w:tab/><w:t>well</w:t><w:noBreakHyphen/><w:t>known</w:t><w:sym w:char="F0E0"/></w:r>'
    body = f"<w:sdt><w:sdtPr/><w:sdtContent>{WE}</w:sdtContent></w:sdt>" + paragraph(
        "1. See ", link, " ", odd, " roofs."
    )

    found = of(with_body(body))

    assert texts(found)[1] == "See the map to well-known roofs."
    assert any("symbol font" in warning for warning in found.warnings)


def test_comments_embedded_files_and_page_heads_are_named() -> None:
    parts = {
        "word/comments.xml": word.part("comments", ""),
        "word/embeddings/sheet.xlsx": "x",
        "word/header1.xml": word.part("hdr", paragraph("Secret head")),
        "word/footer1.xml": word.part("ftr", paragraph("")),
    }

    found = of(with_body(WE + paragraph("1. Build."), parts))

    named = " ".join(found.warnings)
    assert "comments" in named
    assert "another file" in named
    assert "“Secret head”" in named
    assert "footer" not in named
