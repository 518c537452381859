"""The tokens of a store, in the table of `schema_work.py`."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from elshi.errors import UnknownRecord
from elshi.store.schema_work import token_table
from elshi.store.tokens import Role, Token, digest_secret, make_secret

__all__ = ["CoreTokens"]

Begin = Callable[[], AbstractContextManager[Connection]]


class CoreTokens:
    """See `Tokens`. `read` begins a transaction that only reads, `write` one that waits for its turn to write."""

    def __init__(self, read: Begin, write: Begin) -> None:
        self._read, self._write = read, write

    def add(self, name: str, role: Role) -> tuple[Token, str]:
        """See `Tokens.add`."""
        secret, token = make_secret(), Token(secrets.token_hex(6), name, role, datetime.now(UTC).replace(microsecond=0))
        given = {"id": token.id, "name": name, "role": role.value, "made_at": token.made_at.isoformat()}
        with self._write() as connection:
            connection.execute(insert(token_table).values(**given, digest=digest_secret(secret)))
        return token, secret

    def find(self, secret: str) -> Token | None:
        """See `Tokens.find`."""
        wanted = select(token_table).where(token_table.c.digest == digest_secret(secret), token_table.c.revoked_at.is_(None))
        with self._read() as connection:
            row = connection.execute(wanted).first()
        return None if row is None else _token(row)

    def all(self) -> list[Token]:
        """See `Tokens.all`."""
        with self._read() as connection:
            return [_token(row) for row in connection.execute(select(token_table).order_by(token_table.c.number))]

    def revoke(self, identifier: str) -> Token:
        """See `Tokens.revoke`."""
        with self._write() as connection:
            rows = connection.execute(select(token_table).order_by(token_table.c.number)).all()
            found = [row for row in rows if identifier and row.id.startswith(identifier)]
            if len(found) != 1:
                raise UnknownRecord(f"more than one token begins with {identifier}" if found else f"no token {identifier}")
            now = found[0].revoked_at or datetime.now(UTC).isoformat(timespec="seconds")
            connection.execute(update(token_table).where(token_table.c.number == found[0].number).values(revoked_at=now))
            return _token(connection.execute(select(token_table).where(token_table.c.number == found[0].number)).one())


def _token(row: Row[Any]) -> Token:
    revoked = datetime.fromisoformat(row.revoked_at) if row.revoked_at else None
    return Token(row.id, row.name, Role(row.role), datetime.fromisoformat(row.made_at), revoked)
