"""The tables of jobs and of tokens."""

from __future__ import annotations

from sqlalchemy import Column, Double, Index, Integer, Table

from elshi.store.tables import BYTEWISE, metadata

__all__ = ["job_table", "token_table"]

# `digest` is of what is to be done, `until` the time (seconds since 1970) up to which `worker` has the job.
job_table = Table(
    "job",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", BYTEWISE, nullable=False, unique=True),
    Column("kind", BYTEWISE, nullable=False),
    Column("digest", BYTEWISE, nullable=False),
    Column("body", BYTEWISE, nullable=False),
    Column("state", BYTEWISE, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("worker", BYTEWISE),
    Column("until", Double),
    Column("made_at", BYTEWISE, nullable=False),
    Column("changed_at", BYTEWISE, nullable=False),
    Column("result", BYTEWISE),
    Column("fault", BYTEWISE),
    Index("job_state", "state", "number"),
    Index("job_digest", "digest"),
)

# `digest` is the sha256 of the secret, which nobody keeps.
token_table = Table(
    "token",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", BYTEWISE, nullable=False, unique=True),
    Column("name", BYTEWISE, nullable=False),
    Column("role", BYTEWISE, nullable=False),
    Column("digest", BYTEWISE, nullable=False, unique=True),
    Column("made_at", BYTEWISE, nullable=False),
    Column("revoked_at", BYTEWISE),
)
