"""Asking about many values in one statement, on either database: a list goes as one JSON text to SQLite, as one array to PostgreSQL."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection

__all__ = ["ask_about", "change_many"]

MOST = 10_000  # values in one statement
_GIVEN = {"sqlite": "json_each(?) AS given", "postgresql": "unnest(%b::{kind}[]) AS given(value)"}


def ask_about(connection: Connection, statement: str, values: Collection[Any], kind: str = "bigint") -> Iterator[Any]:
    """The rows of a statement for these values, numbers or of the `kind` text: `{given}` in it stands for a table of them, whose rows are
    called `given.value`. It comes first in the list of tables, before a CROSS JOIN, so that others are looked up by it."""
    dialect = connection.dialect.name
    written = statement.format(given=_GIVEN[dialect].format(kind=kind))
    waiting = iter(values)
    while part := list(islice(waiting, MOST)):
        given = json.dumps(part) if dialect == "sqlite" else part
        yield from connection.exec_driver_sql(written, (given,)).all()


def change_many(connection: Connection, statement: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Carry out a statement for each row; `?` in it stands for a value, in the order in which the row has them."""
    if rows:
        written = statement if connection.dialect.name == "sqlite" else statement.replace("?", "%s")
        connection.exec_driver_sql(written, list(rows))
