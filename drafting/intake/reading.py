"""Reads a zero draft: from the bytes of a file to clauses, with nothing lost and nothing kept."""

from collections.abc import Iterable
from dataclasses import replace

import regex

from drafting.errors import InvalidTextError, UnreadableFileError
from drafting.intake import files, kept
from drafting.intake.blocks import Block, Source, called
from drafting.intake.draft import ReadDraft, ReadNote
from drafting.intake.numbering import number_warnings
from drafting.intake.recognise import recognised
from drafting.intake.text_file import read_markdown, read_plain
from drafting.intake.word_document import read_word
from drafting.rules.kinds import Form
from drafting.text.characters import admit
from drafting.text.runs import NoteReference, Piece, Runs, joined, plain

_UNSEEN = regex.compile(r"[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{C}]")


def read(data: bytes, filename: str, form: Form | None = None) -> ReadDraft:
    """Read a draft from a file.

    Law: the words of masthead, clauses, notes and markers are the words of the file, or a warning names
    those that are missing.

    Args:
        data: The file's bytes.
        filename: Its name; the ending says how it is read (.md, .txt, .docx).
        form: The form of the document where it is known; otherwise it is told from the text.

    Raises:
        UnreadableFileError: The file cannot be read as what it is given for, or holds what no clause may hold.
    """
    source = _source(data, files.kind_of(data, filename))
    blocks, undefined = _admitted_blocks(source)
    notes = tuple(_admitted_note(note) for note in source.notes)
    found = recognised(blocks, form)
    if not found.clauses:
        raise UnreadableFileError(
            "No paragraph of a draft was found in the file. Choose the file that holds the draft."
        )
    draft = ReadDraft(found.form, tuple(plain(line) for line in found.masthead), found.clauses, notes, ())
    warnings = (
        *source.warnings,
        *found.warnings,
        *undefined,
        *_note_warnings(draft),
        *kept.missing_warnings(kept.missing(source, draft)),
        *number_warnings(draft),
    )
    return ReadDraft(draft.form, draft.masthead, draft.clauses, draft.notes, warnings)


def _source(data: bytes, kind: str) -> Source:
    if kind == ".docx":
        return read_word(data)
    text = files.decoded(data)
    return read_markdown(text) if kind == ".md" else read_plain(text)


def _admitted_blocks(source: Source) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    known = {note.number for note in source.notes}
    blocks: list[Block] = []
    undefined: list[str] = []
    for position, block in enumerate(source.blocks, start=1):
        runs = _with_known_notes(block.runs, known)
        undefined += [number for number in called(block.runs) if number not in known]
        runs = _admitted(runs, f"Paragraph {position} of the file")
        if runs or block.marker:
            blocks.append(replace(block, runs=runs))
    return tuple(blocks), tuple(
        f"The text calls a footnote {number} that the file does not have." for number in undefined
    )


def _with_known_notes(runs: Runs, known: Iterable[str]) -> Runs:
    pieces: list[Piece] = [piece for piece in runs if not isinstance(piece, NoteReference) or piece.note in known]
    return joined(pieces)


def _admitted_note(note: ReadNote) -> ReadNote:
    return ReadNote(note.number, _admitted(note.runs, f"Footnote {note.number} of the file"))


def _admitted(runs: Runs, where: str) -> Runs:
    try:
        return admit(runs)
    except InvalidTextError as error:
        opening = " ".join(_UNSEEN.sub("", plain(runs)[:200]).split()[:6])
        raise UnreadableFileError(f"{where} (“{opening} …”) cannot be taken in. {error} Nothing was kept.") from error


def _note_warnings(draft: ReadDraft) -> list[str]:
    calls = {number for clause in draft.clauses for number in called(clause.runs)}
    return [
        f"Footnote {note.number} is called nowhere in the clauses; it was kept."
        for note in draft.notes
        if note.number not in calls
    ]
