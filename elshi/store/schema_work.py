"""The tables of jobs and of tokens."""

from __future__ import annotations

from sqlalchemy import Column, Double, Index, Integer, MetaData, Table, Text

__all__ = ["job_table", "token_table"]

metadata = MetaData()

# `digest` is of what is to be done, `until` the time (seconds since 1970) up to which `worker` has the job.
job_table = Table(
    "job",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("worker", Text),
    Column("until", Double),
    Column("made_at", Text, nullable=False),
    Column("changed_at", Text, nullable=False),
    Column("result", Text),
    Column("fault", Text),
    Index("job_state", "state", "number"),
    Index("job_digest", "digest"),
)

# `digest` is the sha256 of the secret, which nobody keeps.
token_table = Table(
    "token",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("digest", Text, nullable=False, unique=True),
    Column("made_at", Text, nullable=False),
    Column("revoked_at", Text),
)
