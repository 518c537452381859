"""Readings that resolution has not seen, many at once."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import Connection, func, select

from elshi.records import Engagement
from elshi.records.serialise import decode
from elshi.store.asking import ask_about
from elshi.store.base import Fresh
from elshi.store.schema_records import document_table, reading_table
from elshi.store.schema_resolution import resolution_table

__all__ = ["find_tellers", "is_any_fresh", "list_fresh"]

_NEWER = reading_table.alias("newer")
_IS_NEWEST = reading_table.c.number == (
    select(func.max(_NEWER.c.number)).where(_NEWER.c.document == reading_table.c.document).scalar_subquery()
)
_SEEN = select(func.coalesce(func.max(resolution_table.c.reading), 0)).scalar_subquery()
_FRESH = (
    select(reading_table.c.number, document_table.c.key, reading_table.c.language)
    .join(document_table)
    .where(reading_table.c.number > _SEEN, _IS_NEWEST)
    .order_by(reading_table.c.number)
)
_OF_READINGS = """SELECT report.reading, report.record FROM {given}
CROSS JOIN report WHERE report.reading = given.value ORDER BY report.reading, report.position"""
_OLDER = """SELECT DISTINCT newest.number, report.engagement FROM {given}
CROSS JOIN reading AS newest CROSS JOIN reading AS older CROSS JOIN report
WHERE newest.number = given.value AND older.document = newest.document AND older.number < newest.number AND report.reading = older.number"""
_TELLERS_FIRST = """SELECT report.engagement, min(document.key) FROM {given}
CROSS JOIN report CROSS JOIN reading CROSS JOIN document
WHERE report.engagement = given.value AND reading.number = report.reading AND document.number = reading.document
AND reading.number = (SELECT max(newer.number) FROM reading AS newer WHERE newer.document = reading.document)
GROUP BY report.engagement"""


def is_any_fresh(connection: Connection) -> bool:
    """See `Store.is_fresh`."""
    return connection.execute(_FRESH.limit(1)).first() is not None


def list_fresh(connection: Connection, limit: int) -> list[Fresh]:
    """See `Store.fresh`."""
    found = connection.execute(_FRESH.limit(limit)).all()
    told = _read_of(connection, [number for number, *_ in found])
    gone = _find_gone(connection, {number: {e.id for e in told[number]} for number, *_ in found})
    return [Fresh(number, key, language, told[number], gone[number]) for number, key, language in found]


def find_tellers(connection: Connection, engagements: Sequence[str]) -> dict[str, str]:
    """See `Reader.tellers_first`."""
    return {row[0]: row[1] for row in ask_about(connection, _TELLERS_FIRST, engagements, "text")}


def _read_of(connection: Connection, readings: Sequence[int]) -> dict[int, tuple[Engagement, ...]]:
    """The engagements of each of these readings."""
    told: dict[int, list[Engagement]] = {number: [] for number in readings}
    for number, record in ask_about(connection, _OF_READINGS, readings):
        told[number].append(decode(Engagement, json.loads(record)))
    return {number: tuple(engagements) for number, engagements in told.items()}


def _find_gone(connection: Connection, told: Mapping[int, Collection[str]]) -> dict[int, tuple[str, ...]]:
    """For each reading the ids of engagements that only older readings of its document have, given those that it has itself."""
    older = ask_about(connection, _OLDER, list(told))
    gone = [(number, identifier) for number, identifier in older if identifier not in told[number]]
    tellers = find_tellers(connection, sorted({identifier for _, identifier in gone}))
    found: dict[int, list[str]] = {number: [] for number in told}
    for number, identifier in gone:
        if identifier not in tellers:
            found[number].append(identifier)
    return {number: tuple(sorted(identifiers)) for number, identifiers in found.items()}
