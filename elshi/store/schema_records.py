"""The tables of what was read and of what people said of it: only ever added to."""

from __future__ import annotations

from sqlalchemy import Column, Double, ForeignKey, Index, Integer, LargeBinary, Table

from elshi.store.tables import BYTEWISE, metadata

__all__ = ["correction_table", "document_table", "external_id_table", "judgement_table", "reading_table", "report_table"]

# `key` is made from the content; `text` is UTF-8 in which a lone surrogate is kept; `origin` is everything else, as JSON.
document_table = Table(
    "document",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("key", BYTEWISE, nullable=False, unique=True),
    Column("text", LargeBinary, nullable=False),
    Column("origin", BYTEWISE, nullable=False),
)

# What was made of a document, once for each outcome; the one with the highest number counts.
reading_table = Table(
    "reading",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("document", Integer, ForeignKey("document.number"), nullable=False),
    Column("digest", BYTEWISE, nullable=False),
    Column("language", BYTEWISE, nullable=False),
    Column("elshi", BYTEWISE, nullable=False),
    Column("steps", BYTEWISE, nullable=False),
    Column("tagger", BYTEWISE, nullable=False),
    Column("read_at", BYTEWISE, nullable=False),
    Index("reading_document", "document", "number"),
)

# What a reading says of one engagement: the whole record, and the columns that lists ask for.
report_table = Table(
    "report",
    metadata,
    Column("reading", Integer, ForeignKey("reading.number"), primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("engagement", BYTEWISE, nullable=False),
    Column("type", BYTEWISE, nullable=False),
    Column("status", BYTEWISE, nullable=False),
    Column("first_day", BYTEWISE),
    Column("last_day", BYTEWISE),
    Column("country", BYTEWISE),
    Column("city", BYTEWISE),
    Column("confidence", Double, nullable=False),
    Column("record", BYTEWISE, nullable=False),
    Index("report_engagement", "engagement"),
    Index("report_day", "first_day"),
    sqlite_with_rowid=False,
)

# What people said of what is the same. An undo is a judgement that takes another one back.
judgement_table = Table(
    "judgement",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", BYTEWISE, nullable=False, unique=True),
    Column("subject", BYTEWISE, nullable=False),
    Column("record", BYTEWISE, nullable=False),
)

# What people said of values of records; `report` belongs to the record. An undo is a correction that takes another one back.
correction_table = Table(
    "correction",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", BYTEWISE, nullable=False, unique=True),
    Column("report", BYTEWISE, nullable=False),
    Column("record", BYTEWISE, nullable=False),
    Index("correction_report", "report"),
)

# What people are called elsewhere, by the id that they had when it was said.
external_id_table = Table(
    "external_id",
    metadata,
    Column("thing", BYTEWISE, primary_key=True),
    Column("link", BYTEWISE, primary_key=True),
    sqlite_with_rowid=False,
)
