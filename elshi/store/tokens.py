"""Who may do what through the interface for programs: tokens, of which a store keeps only digests.

A token is 256 random bits. Nobody can guess it or find it by trying, so one round of sha256 keeps it as safe as a slow hash would;
slow hashes are for words that people choose.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

__all__ = ["Role", "Token", "Tokens", "digest_secret", "make_secret"]

MARK = "elshi_"  # so that a token is recognised where it lies about


class Role(StrEnum):
    """What a token allows: a reader to read, an editor to submit documents, judge and correct besides, an admin to see and revoke
    tokens besides."""

    READER = "reader"
    EDITOR = "editor"
    ADMIN = "admin"

    def allows(self, wanted: Role) -> bool:
        """Whether who has this role may do what the other one is needed for."""
        order = list(Role)
        return order.index(self) >= order.index(wanted)


@dataclass(frozen=True, slots=True)
class Token:
    """A token without its secret. `name` says whose it is; times are in UTC."""

    id: str
    name: str
    role: Role
    made_at: datetime
    revoked_at: datetime | None = None


class Tokens(Protocol):
    """The tokens of a store. A token that is revoked stays in the list."""

    def add(self, name: str, role: Role) -> tuple[Token, str]:
        """Make a token; gives it with its secret, which nothing can tell later."""

    def find(self, secret: str) -> Token | None:
        """The token of this secret, unless it is revoked."""

    def all(self) -> list[Token]:
        """Every token ever made, oldest first."""

    def revoke(self, identifier: str) -> Token:
        """Let the token of this id (or the beginning of one) count no more; raises UnknownRecord where there is none or more than one."""


def make_secret() -> str:
    """A new secret, fit for a header."""
    return MARK + secrets.token_urlsafe(32)


def digest_secret(secret: str) -> str:
    """What a store keeps of the secret."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
