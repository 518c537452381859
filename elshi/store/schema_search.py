"""The tables of the search index (see `index.py`). All of it can be made again from the records."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, Table, UniqueConstraint

from elshi.store.tables import BYTEWISE, metadata

__all__ = [
    "SEARCH_TABLES",
    "cell_table",
    "entry_table",
    "mark_table",
    "name_table",
    "row_table",
    "state_table",
    "value_table",
    "word_table",
]

# One row: which index it is, how many entries were ever added, and how often anything changed.
state_table = Table(
    "search_state",
    metadata,
    Column("version", BYTEWISE, nullable=False),
    Column("made", Integer, nullable=False),
    Column("entries", Integer, nullable=False),
    Column("changes", Integer, nullable=False),
)

# The entries of a term that lie in a block: two bytes each, in the order in which they were added.
row_table = Table(
    "search_row",
    metadata,
    Column("term", BigInteger, primary_key=True, autoincrement=False),
    Column("block", Integer, primary_key=True, autoincrement=False),
    Column("packed", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

# Days and values of the entries of a chunk, for sorting and counting.
cell_table = Table(
    "search_cell",
    metadata,
    Column("facet", Integer, primary_key=True, autoincrement=False),
    Column("chunk", Integer, primary_key=True, autoincrement=False),
    Column("packed", LargeBinary, nullable=False),
)

# Which record an entry is, and the record as it is shown, packed. Entries that count no more have none.
entry_table = Table(
    "search_entry",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("record", BYTEWISE, nullable=False, unique=True),
    Column("written", LargeBinary),
)

# Values of facets under numbers. `owner` is the number that stands for the whole person, NULL for its own; `changed` when that changed.
value_table = Table(
    "search_value",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("facet", BYTEWISE, nullable=False),
    Column("value", BYTEWISE, nullable=False),
    Column("label", BYTEWISE, nullable=False, default="", server_default=""),
    Column("language", BYTEWISE, nullable=False, default="", server_default=""),
    Column("owner", Integer),
    Column("changed", Integer, nullable=False),
    UniqueConstraint("facet", "value", name="search_value_key"),
    Index("search_value_changed", "facet", "changed"),
    Index("search_value_owner", "owner"),
)

# The sounds of names, by which people are found.
name_table = Table(
    "search_name",
    metadata,
    Column("sound", BigInteger, primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

# Forms of words, by which beginnings are found.
word_table = Table("search_word", metadata, Column("word", BYTEWISE, primary_key=True), sqlite_with_rowid=False)

# Records and profiles that are to be indexed (anew).
mark_table = Table(
    "search_mark",
    metadata,
    Column("kind", BYTEWISE, primary_key=True),
    Column("thing", BYTEWISE, primary_key=True),
    sqlite_with_rowid=False,
)

SEARCH_TABLES = (row_table, cell_table, entry_table, value_table, name_table, word_table, mark_table)
