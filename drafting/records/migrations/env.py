"""Alembic's entry: runs the migrations on the connection that ``schema.migrate`` hands in."""

from typing import Any, Literal

from alembic import context
from sqlalchemy import TypeDecorator

from drafting.records.tables import Base


def _render(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """Write the plain type into a migration, so that old migrations import nothing of ours."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl!r}"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    render_item=_render,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
