from collections.abc import Iterator

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect

from drafting.errors import RuleError
from drafting.records.schema import migrate, open_store, settings
from drafting.records.store import Store
from drafting.records.tables import Base
from tests.service.conference import OPENING


@pytest.fixture
def empty(empty_database_url: str) -> Iterator[Store]:
    store = Store(empty_database_url, lambda: OPENING)
    yield store
    store.dispose()


def tables(store: Store) -> set[str]:
    return set(inspect(store.engine).get_table_names())


def test_the_migrations_make_the_tables_that_the_code_names(empty: Store) -> None:
    migrate(empty)

    with empty.engine.connect() as connection:
        differences = compare_metadata(
            MigrationContext.configure(connection, opts={"compare_type": True}), Base.metadata
        )
    assert differences == []


def test_a_migrated_database_is_migrated_again_without_a_change(empty: Store) -> None:
    migrate(empty)
    before = tables(empty)

    migrate(empty)

    assert tables(empty) == before == {*Base.metadata.tables, "alembic_version"}


def test_every_migration_can_be_taken_back_and_made_again(empty: Store) -> None:
    migrate(empty)
    with empty.engine.connect() as connection, connection.begin():
        command.downgrade(settings(connection), "base")
    left = tables(empty)

    migrate(empty)

    assert left == {"alembic_version"}
    assert tables(empty) == {*Base.metadata.tables, "alembic_version"}


@pytest.mark.parametrize("url", ["nonsense", "oracle+none://x", "postgresql://nobody@127.0.0.1:1/none"])
def test_a_database_that_cannot_be_opened_is_said_in_one_sentence(url: str) -> None:
    with pytest.raises(RuleError, match="The database cannot be opened"):
        open_store(url, lambda: OPENING)
