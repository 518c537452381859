"""Who signs in, and what was done."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TEXT

revision = "0003"
down_revision = "0002"

BYTEWISE = sa.Text().with_variant(TEXT(collation="C"), "postgresql")


def upgrade() -> None:
    """Forward; there is no way back but a backup."""
    op.create_table(
        "account",
        sa.Column("number", sa.Integer(), primary_key=True),
        sa.Column("name", BYTEWISE, nullable=False),
        sa.Column("folded", BYTEWISE, nullable=False, unique=True),
        sa.Column("role", BYTEWISE, nullable=False),
        sa.Column("password", BYTEWISE, nullable=False),
        sa.Column("made_at", BYTEWISE, nullable=False),
        sa.Column("closed_at", BYTEWISE),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("locked_until", sa.Double(), nullable=False),
    )
    op.create_table(
        "session",
        sa.Column("digest", BYTEWISE, primary_key=True),
        sa.Column("account", sa.Integer(), sa.ForeignKey("account.number"), nullable=False),
        sa.Column("begun", sa.Double(), nullable=False),
        sa.Column("used", sa.Double(), nullable=False),
    )
    op.create_index("session_account", "session", ["account"])
    op.create_table(
        "audit",
        sa.Column("number", sa.Integer(), primary_key=True),
        sa.Column("at", BYTEWISE, nullable=False),
        sa.Column("who", BYTEWISE, nullable=False),
        sa.Column("act", BYTEWISE, nullable=False),
        sa.Column("subject", BYTEWISE, nullable=False),
        sa.Column("address", BYTEWISE, nullable=False),
    )
