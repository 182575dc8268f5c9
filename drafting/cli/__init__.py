"""The command line: ``drafting COMMAND``. Each command opens the store, does one thing and says what it did."""

import sys

import click

from drafting.cli.diff import diff
from drafting.cli.doctor import doctor, verify
from drafting.cli.merge import merge
from drafting.cli.people import import_people, init
from drafting.cli.serving import demo, serve
from drafting.cli.text import documents, export, import_draft
from drafting.errors import DraftingError


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
def drafting() -> None:
    """Delegations negotiate the outcome document of an international conference.

    The data lies in the folder that DRAFTING_DATA names (data/ in the checkout otherwise);
    DRAFTING_DATABASE_URL names another database, PostgreSQL for instance.
    """


for command in (init, import_people, import_draft, documents, export, verify, serve, demo, doctor, merge, diff):
    drafting.add_command(command)


def main() -> None:
    """Run the command line; an error is one sentence on the error output, and status 1."""
    try:
        drafting(standalone_mode=False)
    except DraftingError as error:
        click.echo(f"drafting: {error}", err=True)
        sys.exit(1)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        click.echo("drafting: stopped.", err=True)
        sys.exit(130)
