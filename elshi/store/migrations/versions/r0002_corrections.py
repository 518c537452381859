"""What people said of values of records."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TEXT

revision = "0002"
down_revision = "0001"

BYTEWISE = sa.Text().with_variant(TEXT(collation="C"), "postgresql")


def upgrade() -> None:
    """Forward; there is no way back but a backup."""
    op.create_table(
        "correction",
        sa.Column("number", sa.Integer(), primary_key=True),
        sa.Column("id", BYTEWISE, nullable=False, unique=True),
        sa.Column("report", BYTEWISE, nullable=False),
        sa.Column("record", BYTEWISE, nullable=False),
    )
    op.create_index("correction_report", "correction", ["report"])
