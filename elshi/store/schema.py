"""All tables of a store, and the revisions of them that there were."""

from __future__ import annotations

from elshi.store import schema_accounts, schema_records, schema_resolution, schema_search, schema_work
from elshi.store.tables import metadata

__all__ = ["NEWEST", "REVISIONS", "VERSION_TABLE", "metadata"]

ROOMS = (schema_accounts, schema_records, schema_resolution, schema_search, schema_work)
VERSION_TABLE = "elshi_schema"  # one row: the revision that the database has
REVISIONS = ("0001", "0002", "0003", "0004")  # oldest first, as in `migrations/versions`
NEWEST = REVISIONS[-1]
