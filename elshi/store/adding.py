"""Adding what was read of many documents in few statements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, bindparam, func, select

from elshi.records import Document, Engagement, content_id
from elshi.records.serialise import dump_line, encode_engagement
from elshi.store.database import insert_many
from elshi.store.rows import document_row, engagement_columns
from elshi.store.schema_records import document_table, reading_table, report_table

__all__ = ["add_readings", "digest_of"]

MANY = 500  # values in one list
Read = tuple[Document, str, Sequence[Engagement]]
Row = dict[str, Any]

_AMONG: Any = bindparam("among", expanding=True)
_NUMBERS = select(document_table.c.key, document_table.c.number).where(document_table.c.key.in_(_AMONG))
_DIGESTS = (
    select(reading_table.c.document, reading_table.c.digest).where(reading_table.c.document.in_(_AMONG)).order_by(reading_table.c.number)
)


def digest_of(made: Mapping[str, str], records: Sequence[str]) -> str:
    """What tells one reading of a document from another: language and versions, and the engagements as they are written."""
    return content_id(*made.values(), *records)


def add_readings(connection: Connection, read: Iterable[Read], versions: Mapping[str, str], read_at: str) -> int:
    """Add documents, each with its language and the engagements that were read in it; gives how many said something new. It is as if
    they were added one after the other. Belongs into a transaction that has its turn to write."""
    told = [(document_row(document), language, engagements) for document, language, engagements in read]
    numbers, newest = _known(connection, [row["key"] for row, _, _ in told])
    unknown = {row["key"]: row for row, _, _ in told if row["key"] not in numbers}
    numbers.update(zip(unknown, take_numbers(connection, document_table, len(unknown)), strict=True))
    _insert(connection, document_table, [{"number": numbers[key], **row} for key, row in unknown.items()])
    readings: list[Row] = []
    reports: list[list[Row]] = []
    for row, language, engagements in told:
        records = [dump_line(encode_engagement(engagement)) for engagement in engagements]
        made = {"language": language, **versions}
        number, digest = numbers[row["key"]], digest_of(made, records)
        if newest.get(number) != digest:
            newest[number] = digest
            readings.append({"document": number, "digest": digest, **made, "read_at": read_at})
            reports.append([{**engagement_columns(e), "record": record} for e, record in zip(engagements, records, strict=True)])
    _add_numbered(connection, readings, reports)
    return len(readings)


def _add_numbered(connection: Connection, readings: Sequence[Row], reports: Sequence[Sequence[Row]]) -> None:
    """Add readings, and the reports of each."""
    numbers = take_numbers(connection, reading_table, len(readings))
    _insert(connection, reading_table, [{"number": number, **reading} for number, reading in zip(numbers, readings, strict=True)])
    told = ((number, place, row) for number, rows in zip(numbers, reports, strict=True) for place, row in enumerate(rows))
    _insert(connection, report_table, [{"reading": number, "position": place, **row} for number, place, row in told])


def take_numbers(connection: Connection, table: Table, count: int) -> Sequence[int]:
    """So many numbers that rows of the table may have, in order. In a transaction that has its turn nobody else takes any from SQLite;
    PostgreSQL gives each but once."""
    if not count:
        return ()
    if connection.dialect.name == "sqlite":
        last = connection.execute(select(func.coalesce(func.max(table.c.number), 0))).scalar_one()
        return range(last + 1, last + 1 + count)
    wanted = select(func.nextval(func.pg_get_serial_sequence(table.name, "number"))).select_from(func.generate_series(1, count))
    return sorted(connection.execute(wanted).scalars())


def _known(connection: Connection, keys: Sequence[str]) -> tuple[dict[str, int], dict[int, str]]:
    """The numbers of the documents that are there, and what their newest readings say."""
    numbers: dict[str, int] = {}
    for part in _parts(keys):
        numbers.update(dict(connection.execute(_NUMBERS, {"among": part}).all()))
    digests: dict[int, str] = {}
    for among in _parts(sorted(numbers.values())):
        digests.update(dict(connection.execute(_DIGESTS, {"among": among}).all()))
    return numbers, digests


def _parts(values: Sequence[Any]) -> Iterable[Sequence[Any]]:
    return (values[start : start + MANY] for start in range(0, len(values), MANY))


def _insert(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    if rows:
        names = tuple(rows[0])
        insert_many(connection, table, names, [tuple(map(row.__getitem__, names)) for row in rows])
