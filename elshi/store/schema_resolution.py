"""The tables of what resolution remembers. All of it is made from reports and judgements, and can be made again."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Double, ForeignKey, Index, Integer, Table, UniqueConstraint, text

from elshi.store.tables import BYTEWISE, metadata

__all__ = ["RESOLUTION_TABLES", "block_table", "link_table", "resolution_table", "telling_table", "thing_table"]

# The version of the resolution that made it, and the last reading and the last judgement that it has seen.
resolution_table = Table(
    "resolution",
    metadata,
    Column("version", BYTEWISE, nullable=False),
    Column("reading", Integer, nullable=False),
    Column("judgement", Integer, nullable=False),
)

# Things that may be the same: reports of engagements, and people and bodies as they are told of. `cluster` is the least id among
# those that are.
thing_table = Table(
    "thing",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("subject", BYTEWISE, nullable=False),
    Column("id", BYTEWISE, nullable=False),
    Column("body", BYTEWISE, nullable=False),
    Column("cluster", BYTEWISE),
    UniqueConstraint("subject", "id", name="thing_id"),
    Index("thing_cluster", "subject", "cluster"),
)

# Hashes of the keys by which things find each other.
block_table = Table(
    "block",
    metadata,
    Column("block", BigInteger, primary_key=True, autoincrement=False),
    Column("thing", Integer, ForeignKey("thing.number"), primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

# How alike two things are, once each way; `via` is the record that says so, or empty.
link_table = Table(
    "link",
    metadata,
    Column("one", Integer, ForeignKey("thing.number"), primary_key=True, autoincrement=False),
    Column("other", Integer, ForeignKey("thing.number"), primary_key=True, autoincrement=False),
    Column("via", BYTEWISE, primary_key=True),
    Column("score", Double, nullable=False),
    Index("link_via", "via", sqlite_where=text("via <> ''"), postgresql_where=text("via <> ''")),
    sqlite_with_rowid=False,
)

# Which reports tell of a thing.
telling_table = Table(
    "telling",
    metadata,
    Column("thing", Integer, ForeignKey("thing.number"), primary_key=True, autoincrement=False),
    Column("report", BYTEWISE, primary_key=True),
    Index("telling_report", "report"),
    sqlite_with_rowid=False,
)

RESOLUTION_TABLES = (block_table, link_table, telling_table, thing_table, resolution_table)
