"""What was done through the service, by whom and from where: an audit log, only ever added to."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import Connection, insert, select

from elshi.store.schema_accounts import audit_table

__all__ = ["Act", "Audit", "AuditEntry"]

Begin = Callable[[], AbstractContextManager[Connection]]
LONGEST = 500  # characters


class Act(StrEnum):
    """What was done. The values stand in databases."""

    SIGNED_IN = "signed in"
    REFUSED = "refused"
    SIGNED_OUT = "signed out"
    ADDED = "account added"
    CLOSED = "account closed"
    REOPENED = "account reopened"
    ROLE = "role changed"
    PASSWORD = "password changed"  # noqa: S105 (the name of an act)
    SENT = "document sent"
    CORRECTED = "corrected"
    JUDGED = "judged"
    UNDONE = "undone"
    TOKEN_ADDED = "token added"  # noqa: S105 (the name of an act)
    TOKEN_REVOKED = "token revoked"  # noqa: S105 (the name of an act)


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One act. `at` is UTC; `subject` is what it was done to: a record, a document, an account; `address` is the client's, empty for
    acts at the machine itself."""

    number: int
    at: datetime
    who: str
    act: Act
    subject: str
    address: str


class Audit:
    """The log of a store."""

    def __init__(self, read: Begin, write: Begin) -> None:
        self._read, self._write = read, write

    def note(self, who: str, act: Act, subject: str = "", address: str = "") -> None:
        """Add an entry."""
        at = datetime.now(UTC).isoformat(timespec="seconds")
        told = {"who": _kept(who), "subject": _kept(subject), "address": _kept(address)}
        with self._write() as connection:
            connection.execute(insert(audit_table).values(at=at, act=act.value, **told))

    def page(self, most: int, before: int | None = None) -> list[AuditEntry]:
        """So many entries, newest first; `before` is the number of the entry after which to go on."""
        wanted = select(audit_table).order_by(audit_table.c.number.desc()).limit(most)
        if before is not None:
            wanted = wanted.where(audit_table.c.number < before)
        with self._read() as connection:
            rows = connection.execute(wanted).all()
        return [AuditEntry(row.number, datetime.fromisoformat(row.at), row.who, Act(row.act), row.subject, row.address) for row in rows]


def _kept(words: str) -> str:
    """Without what databases do not take."""
    return words[:LONGEST].encode("utf-8", "replace").decode().replace("\0", "\ufffd")
