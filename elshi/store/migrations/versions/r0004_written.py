"""Records as they are shown, beside their entries."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Forward; there is no way back but a backup."""
    op.add_column("search_entry", sa.Column("written", sa.LargeBinary()))
