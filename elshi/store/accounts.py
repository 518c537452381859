"""People who sign in on the pages: a name, a role and a password, of which a store keeps an argon2id hash."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from elshi.store.tokens import Role

__all__ = ["LOCKED", "LONGEST_PASSWORD", "MOST_ATTEMPTS", "SHORTEST_PASSWORD", "Account", "Accounts"]

SHORTEST_PASSWORD, LONGEST_PASSWORD = 10, 200  # characters
MOST_ATTEMPTS = 5  # that fail one after the other; then nobody gets in under this name for a while
LOCKED = 15 * 60  # seconds
UNUSED = 12 * 3600  # seconds after which a session that nobody uses ends
LONGEST_SESSION = 7 * 24 * 3600  # seconds after which it ends in any case


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who may sign in. Times are in UTC."""

    name: str
    role: Role
    made_at: datetime
    closed_at: datetime | None = None
    locked: bool = False


class Accounts(Protocol):
    """The accounts of a store. Names are compared without regard to case and width; an account that is closed keeps its name."""

    def add(self, name: str, role: Role, password: str) -> Account:
        """Make an account. Raises UsageError where there is one of this name, or the name or the password is not fit."""

    def all(self) -> list[Account]:
        """Every account, by name."""

    def change_role(self, name: str, role: Role) -> Account:
        """Allow more or less, at once. Raises UnknownRecord."""

    def change_password(self, name: str, password: str) -> Account:
        """Set another password; ends the sessions and the lock. Raises UnknownRecord, or UsageError where it is not fit."""

    def close(self, name: str) -> Account:
        """Let nobody sign in under this name any more, and end the sessions. Raises UnknownRecord."""

    def reopen(self, name: str) -> Account:
        """Let the account count again, and end the lock. Raises UnknownRecord."""

    def sign_in(self, name: str, password: str) -> tuple[Account, str] | None:
        """Begin a session: the account and the secret of the session; None where name or password is wrong, the account is closed, or has
        been locked because too many attempts failed. All of these take as long."""

    def confirm(self, name: str, password: str) -> bool:
        """Whether this is the account's password; an attempt that fails counts as one to sign in does."""

    def of_session(self, secret: str) -> Account | None:
        """Whose session this is, unless it has ended."""

    def sign_out(self, secret: str) -> None:
        """End a session."""

    def anybody(self) -> bool:
        """Whether there is any account that is not closed."""
