"""What the tables of all kinds share."""

from __future__ import annotations

from sqlalchemy import MetaData, Text
from sqlalchemy.dialects.postgresql import TEXT

__all__ = ["BYTEWISE", "GREATEST", "metadata"]

metadata = MetaData()
# Texts are compared by their bytes, whatever the database's language, so that both databases sort and find beginnings alike.
BYTEWISE = Text().with_variant(TEXT(collation="C"), "postgresql")
GREATEST = "\U0010ffff"  # what begins with a text lies between it and it with this behind
