"""Runs the revisions over the connection that it is given (see `elshi/store/making.py`)."""

from __future__ import annotations

from alembic import context

from elshi.store.schema import VERSION_TABLE, metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, version_table=VERSION_TABLE)
with context.begin_transaction():
    context.run_migrations()
