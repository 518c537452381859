"""The accounts of a store and their sessions, in the tables of `schema_accounts.py`."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from time import time
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from elshi.errors import UnknownRecord, UsageError
from elshi.store.accounts import LOCKED, LONGEST_SESSION, MOST_ATTEMPTS, UNUSED, Account
from elshi.store.passwords import check_name, check_password, fold_name, hash_password, is_password
from elshi.store.schema_accounts import account_table, session_table
from elshi.store.tokens import Role, digest_secret

__all__ = ["CoreAccounts"]

Begin = Callable[[], AbstractContextManager[Connection]]
_OPEN = select(account_table.c.number).where(account_table.c.closed_at.is_(None)).limit(1)
NOTED = 600  # seconds: how exactly it is kept when a session was used last


class CoreAccounts:
    """See `Accounts`. `read` begins a transaction that only reads, `write` one that waits for its turn to write."""

    def __init__(self, read: Begin, write: Begin, clock: Callable[[], float] = time) -> None:
        self._read, self._write, self._clock = read, write, clock

    def add(self, name: str, role: Role, password: str) -> Account:
        """See `Accounts.add`."""
        shown = check_name(name)
        check_password(password, shown)
        made = {"name": shown, "folded": fold_name(shown), "role": role.value, "password": hash_password(password), "made_at": _now()}
        with self._write() as connection:
            if _find(connection, shown) is not None:
                raise UsageError(f"there is an account {shown} already")
            connection.execute(insert(account_table).values(**made, attempts=0, locked_until=0))
            return self._known(connection, shown)

    def all(self) -> list[Account]:
        """See `Accounts.all`."""
        with self._read() as connection:
            return [self._account(row) for row in connection.execute(select(account_table).order_by(account_table.c.folded))]

    def anybody(self) -> bool:
        """See `Accounts.anybody`."""
        with self._read() as connection:
            return (
                connection.execute(select(account_table.c.number).where(account_table.c.closed_at.is_(None)).limit(1)).first() is not None
            )

    def change_role(self, name: str, role: Role) -> Account:
        """See `Accounts.change_role`."""
        return self._change(name, {"role": role.value}, end=False)

    def change_password(self, name: str, password: str) -> Account:
        """See `Accounts.change_password`."""
        check_password(password, name)
        return self._change(name, {"password": hash_password(password), "attempts": 0, "locked_until": 0}, end=True)

    def close(self, name: str) -> Account:
        """See `Accounts.close`."""
        return self._change(name, {"closed_at": _now()}, end=True)

    def reopen(self, name: str) -> Account:
        """See `Accounts.reopen`."""
        return self._change(name, {"closed_at": None, "attempts": 0, "locked_until": 0}, end=False)

    def _change(self, name: str, values: dict[str, Any], *, end: bool) -> Account:
        with self._write() as connection:
            row = _find(connection, name)
            if row is None:
                raise UnknownRecord(f"no account {name}")
            connection.execute(update(account_table).where(account_table.c.number == row.number).values(**values))
            if end:
                connection.execute(delete(session_table).where(session_table.c.account == row.number))
            return self._known(connection, name)

    def confirm(self, name: str, password: str) -> bool:
        """See `Accounts.confirm`."""
        row = self._count_attempt(name)
        if not is_password(password, row.password if row is not None else None) or row is None:
            return False
        with self._write() as connection:
            connection.execute(update(account_table).where(account_table.c.number == row.number).values(attempts=0, locked_until=0))
        return True

    def _count_attempt(self, name: str) -> Row[Any] | None:
        """The account, if somebody may try to sign in. Counted before the password is looked at, so that many attempts at once are not more
        than so many one after the other."""
        now = self._clock()
        with self._write() as connection:
            row = _find(connection, name)
            if row is None or row.closed_at is not None or row.locked_until > now:
                return None
            attempts = (row.attempts if row.attempts < MOST_ATTEMPTS else 0) + 1
            locked = now + LOCKED if attempts >= MOST_ATTEMPTS else 0
            connection.execute(
                update(account_table).where(account_table.c.number == row.number).values(attempts=attempts, locked_until=locked)
            )
            return row

    def sign_in(self, name: str, password: str) -> tuple[Account, str] | None:
        """See `Accounts.sign_in`."""
        if not self.confirm(name, password):
            return None
        secret, now = secrets.token_urlsafe(32), self._clock()
        with self._write() as connection:
            row = _find(connection, name)
            if row is None or row.closed_at is not None:
                return None
            ended = (session_table.c.used < now - UNUSED) | (session_table.c.begun < now - LONGEST_SESSION)
            connection.execute(delete(session_table).where(ended))
            connection.execute(insert(session_table).values(digest=digest_secret(secret), account=row.number, begun=now, used=now))
            return self._account(row), secret

    def of_session(self, secret: str) -> Account | None:
        """See `Accounts.of_session`."""
        now, digest = self._clock(), digest_secret(secret)
        wanted = (
            select(account_table, session_table.c.used)
            .join(session_table)
            .where(
                session_table.c.digest == digest,
                session_table.c.used >= now - UNUSED,
                session_table.c.begun >= now - LONGEST_SESSION,
                account_table.c.closed_at.is_(None),
            )
        )
        with self._read() as connection:
            row = connection.execute(wanted).first()
        if row is None:
            return None
        if row.used < now - NOTED:
            with self._write() as connection:
                connection.execute(update(session_table).where(session_table.c.digest == digest).values(used=now))
        return self._account(row)

    def sign_out(self, secret: str) -> None:
        """See `Accounts.sign_out`."""
        with self._write() as connection:
            connection.execute(delete(session_table).where(session_table.c.digest == digest_secret(secret)))

    def _known(self, connection: Connection, name: str) -> Account:
        row = _find(connection, name)
        if row is None:
            raise UnknownRecord(f"no account {name}")
        return self._account(row)

    def _account(self, row: Row[Any]) -> Account:
        closed = datetime.fromisoformat(row.closed_at) if row.closed_at else None
        return Account(row.name, Role(row.role), datetime.fromisoformat(row.made_at), closed, row.locked_until > self._clock())


def _find(connection: Connection, name: str) -> Row[Any] | None:
    """The row of this name. A text that no database takes is nobody's name."""
    folded = fold_name(name).encode("utf-8", "replace").decode().replace("\0", "\ufffd")
    return connection.execute(select(account_table).where(account_table.c.folded == folded)).first()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
