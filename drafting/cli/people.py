"""Commands for the conference and its people: found it, bring in delegations and seats."""

from pathlib import Path

import click

from drafting.cli.files import content_of
from drafting.cli.opening import DATA, opened
from drafting.service.people_csv import import_people as bring_in
from drafting.service.setup_conference import set_up
from drafting.view.document import ConferenceView

NONE = Path("-")


@click.command()
@click.option("--name", prompt="Name of the conference", help="In full, as mastheads print it.")
@click.option("--short-name", prompt="Short name", help="For running heads.")
@click.option("--host", prompt="Host", help="The inviting State.")
@click.option("--partner", "partners", multiple=True, help="Organised with; may be given several times.")
@click.option("--place", prompt="Place", help="Where it meets.")
@click.option("--dates", prompt="Dates", help="As printed: 12–13 May 2027.")
@click.option("--time-zone", prompt="Time zone", help="An IANA name: Asia/Dushanbe.")
@click.option("--secretariat-name", prompt="Name of the first secretariat account")
@click.option("--secretariat-email", prompt="Its e-mail address")
@click.option("--url", default="http://127.0.0.1:8000", show_default=True, help="Where the pages are reached.")
@DATA
def init(  # noqa: PLR0913 (one parameter an option)
    name: str,
    short_name: str,
    host: str,
    partners: tuple[str, ...],
    place: str,
    dates: str,
    time_zone: str,
    secretariat_name: str,
    secretariat_email: str,
    url: str,
    data: Path | None,
) -> None:
    """Found the conference and make its first secretariat account."""
    lines = ConferenceView(name, short_name, host, partners, place, dates, time_zone)
    with opened(data) as (_, store):
        link = set_up(store, lines, name=secretariat_name, email=secretariat_email)
    click.echo(f"The conference is founded. {secretariat_name} sets a password, once, at")
    click.echo(f"{url.rstrip('/')}/link/{link.token}")
    click.echo("Start the pages with ./run serve.")


@click.command("import-people")
@click.argument("delegations", type=click.Path(path_type=Path))
@click.argument("people", type=click.Path(path_type=Path), default=NONE)
@DATA
def import_people(delegations: Path, people: Path, data: Path | None) -> None:
    """Bring in delegations and people from two CSV files, or from one: "-" stands for none.

    DELEGATIONS has the columns name, code, kind, groups, delegates may submit; PEOPLE has name, email,
    delegation, role.
    """
    files = [_bytes(file) for file in (delegations, people)]
    with opened(data) as (_, store), store.write() as session:
        imported = bring_in(session, None, *files)
    click.echo(
        f"Delegations: {imported.delegations_added} added, {imported.delegations_changed} changed. "
        f"People: {imported.people_added} added, {imported.people_changed} changed."
    )
    for sentence in (*imported.changes, *imported.notes):
        click.echo(sentence)


def _bytes(file: Path) -> bytes:
    if file == NONE:
        return b""
    return content_of(file)
