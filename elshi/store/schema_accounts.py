"""The tables of people who sign in, of their sessions, and of what was done."""

from __future__ import annotations

from sqlalchemy import Column, Double, ForeignKey, Index, Integer, Table

from elshi.store.tables import BYTEWISE, metadata

__all__ = ["account_table", "audit_table", "session_table"]

# `password` is an argon2id hash with its parameters; `folded` is the name as it is compared. `attempts` counts those that failed since the
# last one that did not; up to `locked_until` (seconds since 1970) there are no more.
account_table = Table(
    "account",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("name", BYTEWISE, nullable=False),
    Column("folded", BYTEWISE, nullable=False, unique=True),
    Column("role", BYTEWISE, nullable=False),
    Column("password", BYTEWISE, nullable=False),
    Column("made_at", BYTEWISE, nullable=False),
    Column("closed_at", BYTEWISE),
    Column("attempts", Integer, nullable=False),
    Column("locked_until", Double, nullable=False),
)

# `digest` is the sha256 of the secret, which only the browser has; times are seconds since 1970.
session_table = Table(
    "session",
    metadata,
    Column("digest", BYTEWISE, primary_key=True),
    Column("account", Integer, ForeignKey("account.number"), nullable=False),
    Column("begun", Double, nullable=False),
    Column("used", Double, nullable=False),
    Index("session_account", "account"),
)

# Only ever added to.
audit_table = Table(
    "audit",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", BYTEWISE, nullable=False),
    Column("who", BYTEWISE, nullable=False),
    Column("act", BYTEWISE, nullable=False),
    Column("subject", BYTEWISE, nullable=False),
    Column("address", BYTEWISE, nullable=False),
)
