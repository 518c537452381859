"""Passwords: which are fit, and their hashes."""

from __future__ import annotations

import unicodedata
from functools import cache
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from elshi.errors import UsageError
from elshi.store.accounts import LONGEST_PASSWORD, SHORTEST_PASSWORD

__all__ = ["check_name", "check_password", "fold_name", "hash_password", "is_password"]

LONGEST_NAME = 100
TIME, MEMORY, PARALLEL = 3, 64 * 1024, 4  # passes, KiB, lanes: RFC 9106, second recommended option
_AT_ONCE = BoundedSemaphore(2)  # each hash takes 64 MiB; many attempts at once must wait, not fill the memory


def fold_name(name: str) -> str:
    """A name as it is compared."""
    return unicodedata.normalize("NFKC", name.strip()).casefold()


def check_name(name: str) -> str:
    """The name as it is kept. Raises UsageError where it cannot be one."""
    shown = " ".join(name.split())
    if not shown or len(shown) > LONGEST_NAME or not all(character.isprintable() for character in shown):
        raise UsageError("a name has 1 to 100 characters that can be printed")
    return shown


def check_password(password: str, name: str) -> None:
    """Raise UsageError where the password is too short, too long, or the name."""
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise UsageError("a password has 10 to 200 characters")
    if fold_name(password) == fold_name(name) or len(set(password)) < 4:
        raise UsageError("the password is too easy to guess")


def hash_password(password: str) -> str:
    """The argon2id hash, with its parameters and its salt."""
    with _AT_ONCE:
        return _hasher().hash(_bytes(password))


def is_password(password: str, made: str | None) -> bool:
    """Whether this is the password of the hash. Takes as long where there is no hash."""
    with _AT_ONCE:
        try:
            return _hasher().verify(made or _unknown(), _bytes(password)) and made is not None
        except (VerificationError, InvalidHashError):
            return False


def _bytes(password: str) -> bytes:
    return unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")


@cache
def _hasher() -> PasswordHasher:
    return PasswordHasher(TIME, MEMORY, PARALLEL)


@cache
def _unknown() -> str:
    return _hasher().hash(b"nobody has this one")
