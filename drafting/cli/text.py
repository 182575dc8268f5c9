"""Commands for the text: bring a zero draft in, take the rolling text out."""

import json
from collections import Counter
from pathlib import Path

import click

from drafting import wiring
from drafting.cli.files import content_of
from drafting.cli.opening import DATA, opened, present
from drafting.errors import RuleError
from drafting.intake import ReadDraft, as_json, read
from drafting.jobs.rendering import Rendered
from drafting.records.store import Reading
from drafting.rules.kinds import Form
from drafting.service.import_draft import keep
from drafting.service.text_view import DocumentLine, document_view
from drafting.service.text_view import documents as document_lines


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--form", type=click.Choice([form.value for form in Form]), help="The form; recognised otherwise.")
@click.option("--symbol", default="", help="The document's symbol, such as HLC/2027/L.1.")
@click.option("--language", default="en", show_default=True, help="The language of the text, as a BCP 47 tag.")
@click.option("--json", "wants_json", is_flag=True, help="Print what was understood as JSON.")
@click.option("--dry-run", is_flag=True, help="Read only; keep nothing.")
@DATA
def import_draft(  # noqa: PLR0913 (one parameter an option)
    file: Path, form: str | None, symbol: str, language: str, wants_json: bool, dry_run: bool, data: Path | None
) -> None:
    """Bring in a zero draft (.md, .txt or .docx) and make clauses of it."""
    draft = read(content_of(file), file.name, Form(form) if form else None)
    document_id = None if dry_run else _kept(draft, symbol, language, data)
    if wants_json:
        click.echo(json.dumps(as_json(draft, document_id), ensure_ascii=False, indent=2))
    else:
        _tell(draft, document_id)


@click.command()
@click.argument("document")
@click.option("--format", "form", type=click.Choice(["pdf"]), default="pdf", show_default=True)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The file to write.")
@DATA
def export(document: str, form: str, out: Path, data: Path | None) -> None:  # noqa: ARG001 (pdf is the one form there is)
    """Write the rolling text of DOCUMENT (its id or its symbol) to a file."""
    with present(data) as (settings, store):
        with store.read() as session:
            view = document_view(session, _id_of(session, document))
        problem = wiring.pdf_problem()
        if problem:
            raise RuleError(problem)
        outcome = wiring.print_pdf(settings, view, lambda _done, _expected: None)
    if not isinstance(outcome, Rendered):
        raise RuleError(outcome.reason)
    try:
        out.write_bytes(outcome.content)
    except OSError as error:
        raise RuleError(f"The file {out} cannot be written: {error.strerror}.") from error
    click.echo(f"Wrote {out} ({len(outcome.content):,} bytes).")


@click.command()
@DATA
def documents(data: Path | None) -> None:
    """List the documents: id, symbol, title, stage."""
    with present(data) as (_, store), store.read() as session:
        lines = document_lines(session)
    for line in lines:
        click.echo(line_of(line))
    if not lines:
        click.echo("There is no document yet. Bring one in with: drafting import FILE", err=True)


def line_of(document: DocumentLine) -> str:
    """Return a document as a line of a list."""
    return f"{document.id}  {document.symbol or 'no symbol'}  {document.title}  ({document.stage})"


def _id_of(session: Reading, named: str) -> str:
    lines = document_lines(session)
    bearers = [line.id for line in lines if line.symbol == named]
    if named in {line.id for line in lines} or not bearers:
        return named
    if len(bearers) > 1:
        raise RuleError(f"{len(bearers)} documents have the symbol {named}. Give the id: {' or '.join(bearers)}.")
    return bearers[0]


def _kept(draft: ReadDraft, symbol: str, language: str, data: Path | None) -> str:
    with opened(data) as (_, store), store.write() as session:
        return keep(session, None, draft, symbol=symbol, language=language)


def _tell(draft: ReadDraft, document_id: str | None) -> None:
    counts = Counter(clause.kind for clause in draft.clauses)
    parts = [f"{count} {kind}" for kind, count in counts.items()] + [f"{len(draft.notes)} notes"]
    click.echo(f"Form: {draft.form}. Understood: {', '.join(parts)}.")
    for warning in draft.warnings:
        click.echo(f"Warning: {warning}", err=True)
    click.echo(f"Document {document_id}" if document_id else "Nothing was kept (--dry-run).")
