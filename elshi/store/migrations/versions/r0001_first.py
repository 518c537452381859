"""The tables as they were when revisions began. A file of an earlier Elshi has some of them already."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TEXT

revision = "0001"
down_revision = None

BYTEWISE = sa.Text().with_variant(TEXT(collation="C"), "postgresql")


def upgrade() -> None:
    """Forward; there is no way back but a backup."""
    op.execute("DROP VIEW IF EXISTS current_report")
    op.create_table(
        "document",
        sa.Column("number", sa.Integer(), primary_key=True),
        sa.Column("key", BYTEWISE, nullable=False, unique=True),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("origin", BYTEWISE, nullable=False),
        if_not_exists=True,
    )
    op.create_table(
        "external_id",
        sa.Column("thing", BYTEWISE, primary_key=True),
        sa.Column("link", BYTEWISE, primary_key=True),
        sqlite_with_rowid=False,
        if_not_exists=True,
    )
    op.create_table(
        "job",
        sa.Column("number", sa.Integer(), primary_key=True),
        sa.Column("id", BYTEWISE, nullable=False, unique=True),
        sa.Column("kind", BYTEWISE, nullable=False),
        sa.Column("digest", BYTEWISE, nullable=False),
        sa.Column("body", BYTEWISE, nullable=False),
        sa.Column("state", BYTEWISE, nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("worker", BYTEWISE),
        sa.Column("until", sa.Double()),
        sa.Column("made_at", BYTEWISE, nullable=False),
        sa.Column("changed_at", BYTEWISE, nullable=False),
        sa.Column("result", BYTEWISE),
        sa.Column("fault", BYTEWISE),
        if_not_exists=True,
    )
    op.create_index("job_digest", "job", ["digest"], if_not_exists=True)
    op.create_index("job_state", "job", ["state", "number"], if_not_exists=True)
    op.create_table(
        "judgement",
        sa.Column("number", sa.Integer(), primary_key=True),
        sa.Column("id", BYTEWISE, nullable=False, unique=True),
        sa.Column("subject", BYTEWISE, nullable=False),
        sa.Column("record", BYTEWISE, nullable=False),
        if_not_exists=True,
    )
    op.create_table(
        "resolution",
        sa.Column("version", BYTEWISE, nullable=False),
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("judgement", sa.Integer(), nullable=False),
        if_not_exists=True,
    )
    op.create_table(
        "search_cell",
        sa.Column("facet", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("chunk", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("packed", sa.LargeBinary(), nullable=False),
        if_not_exists=True,
    )
    op.create_table(
        "search_entry",
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("record", BYTEWISE, nullable=False, unique=True),
        if_not_exists=True,
    )
    op.create_table(
        "search_mark",
        sa.Column("kind", BYTEWISE, primary_key=True),
        sa.Column("thing", BYTEWISE, primary_key=True),
        sqlite_with_rowid=False,
        if_not_exists=True,
    )
    op.create_table(
        "search_name",
        sa.Column("sound", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
        if_not_exists=True,
    )
    op.create_table(
        "search_row",
        sa.Column("term", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("block", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("packed", sa.LargeBinary(), nullable=False),
        sqlite_with_rowid=False,
        if_not_exists=True,
    )
    op.create_table(
        "search_state",
        sa.Column("version", BYTEWISE, nullable=False),
        sa.Column("made", sa.Integer(), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.Column("changes", sa.Integer(), nullable=False),
        if_not_exists=True,
    )
    op.create_table(
        "search_value",
        sa.Column("number", sa.Integer(), primary_key=True),
        sa.Column("facet", BYTEWISE, nullable=False),
        sa.Column("value", BYTEWISE, nullable=False),
        sa.Column("label", BYTEWISE, nullable=False, server_default=""),
        sa.Column("language", BYTEWISE, nullable=False, server_default=""),
        sa.Column("owner", sa.Integer()),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.UniqueConstraint("facet", "value", name="search_value_key"),
        if_not_exists=True,
    )
    op.create_index("search_value_changed", "search_value", ["facet", "changed"], if_not_exists=True)
    op.create_index("search_value_owner", "search_value", ["owner"], if_not_exists=True)
    op.create_table("search_word", sa.Column("word", BYTEWISE, primary_key=True), sqlite_with_rowid=False, if_not_exists=True)
    op.create_table(
        "thing",
        sa.Column("number", sa.Integer(), primary_key=True),
        sa.Column("subject", BYTEWISE, nullable=False),
        sa.Column("id", BYTEWISE, nullable=False),
        sa.Column("body", BYTEWISE, nullable=False),
        sa.Column("cluster", BYTEWISE),
        sa.UniqueConstraint("subject", "id", name="thing_id"),
        if_not_exists=True,
    )
    op.create_index("thing_cluster", "thing", ["subject", "cluster"], if_not_exists=True)
    op.create_table(
        "token",
        sa.Column("number", sa.Integer(), primary_key=True),
        sa.Column("id", BYTEWISE, nullable=False, unique=True),
        sa.Column("name", BYTEWISE, nullable=False),
        sa.Column("role", BYTEWISE, nullable=False),
        sa.Column("digest", BYTEWISE, nullable=False, unique=True),
        sa.Column("made_at", BYTEWISE, nullable=False),
        sa.Column("revoked_at", BYTEWISE),
        if_not_exists=True,
    )
    op.create_table(
        "block",
        sa.Column("block", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("thing", sa.Integer(), sa.ForeignKey("thing.number"), primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
        if_not_exists=True,
    )
    op.create_table(
        "link",
        sa.Column("one", sa.Integer(), sa.ForeignKey("thing.number"), primary_key=True, autoincrement=False),
        sa.Column("other", sa.Integer(), sa.ForeignKey("thing.number"), primary_key=True, autoincrement=False),
        sa.Column("via", BYTEWISE, primary_key=True),
        sa.Column("score", sa.Double(), nullable=False),
        sqlite_with_rowid=False,
        if_not_exists=True,
    )
    op.create_index(
        "link_via", "link", ["via"], sqlite_where=sa.text("via <> ''"), postgresql_where=sa.text("via <> ''"), if_not_exists=True
    )
    op.create_table(
        "reading",
        sa.Column("number", sa.Integer(), primary_key=True),
        sa.Column("document", sa.Integer(), sa.ForeignKey("document.number"), nullable=False),
        sa.Column("digest", BYTEWISE, nullable=False),
        sa.Column("language", BYTEWISE, nullable=False),
        sa.Column("elshi", BYTEWISE, nullable=False),
        sa.Column("steps", BYTEWISE, nullable=False),
        sa.Column("tagger", BYTEWISE, nullable=False),
        sa.Column("read_at", BYTEWISE, nullable=False),
        if_not_exists=True,
    )
    op.create_index("reading_document", "reading", ["document", "number"], if_not_exists=True)
    op.create_table(
        "telling",
        sa.Column("thing", sa.Integer(), sa.ForeignKey("thing.number"), primary_key=True, autoincrement=False),
        sa.Column("report", BYTEWISE, primary_key=True),
        sqlite_with_rowid=False,
        if_not_exists=True,
    )
    op.create_index("telling_report", "telling", ["report"], if_not_exists=True)
    op.create_table(
        "report",
        sa.Column("reading", sa.Integer(), sa.ForeignKey("reading.number"), primary_key=True, autoincrement=False),
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("engagement", BYTEWISE, nullable=False),
        sa.Column("type", BYTEWISE, nullable=False),
        sa.Column("status", BYTEWISE, nullable=False),
        sa.Column("first_day", BYTEWISE),
        sa.Column("last_day", BYTEWISE),
        sa.Column("country", BYTEWISE),
        sa.Column("city", BYTEWISE),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("record", BYTEWISE, nullable=False),
        sqlite_with_rowid=False,
        if_not_exists=True,
    )
    op.create_index("report_day", "report", ["first_day"], if_not_exists=True)
    op.create_index("report_engagement", "report", ["engagement"], if_not_exists=True)
    op.execute("INSERT INTO search_state SELECT '', 1, 0, 0 WHERE NOT EXISTS (SELECT 1 FROM search_state)")
