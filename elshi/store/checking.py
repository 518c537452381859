"""Whether a store is whole: what each row says of itself must be true, and every value must have its words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, Row, Table, func, select

from elshi.records import Correction, Document, Engagement, Judgement, content_id
from elshi.records.claim import list_claims
from elshi.records.serialise import decode
from elshi.store import sqlite
from elshi.store.base import document_key
from elshi.store.making import make_ready
from elshi.store.opening import open_database
from elshi.store.rows import document_of, engagement_columns
from elshi.store.schema import metadata
from elshi.store.schema_records import correction_table, document_table, judgement_table, reading_table, report_table

__all__ = ["check_store"]

MANY = 500  # documents at a time


def check_store(address: Path | str) -> tuple[dict[str, int], list[str]]:
    """The rows of each table, and what is wrong, if anything. Others may go on writing: what is checked is what was there at the
    beginning. Raises StoreError where there is no store of this Elshi."""
    database = open_database(address, create=False)
    try:
        make_ready(database, create=False)
        with database.snapshot() as connection:
            faults = [*sqlite.find_damage(connection), *_check_documents(connection), *_check_judgements(connection)]
            faults += _check_corrections(connection)
            return {table.name: _count(connection, table) for table in metadata.sorted_tables}, faults
    finally:
        database.close()


def _count(connection: Connection, table: Table) -> int:
    return connection.execute(select(func.count()).select_from(table)).scalar_one()


def _check_documents(connection: Connection) -> Iterator[str]:
    wanted = connection.execution_options(yield_per=MANY).execute(select(document_table).order_by(document_table.c.number))
    for row in wanted:
        try:
            document = document_of((row.text, row.origin))
            sound = document_key(document) == row.key
        except (ValueError, KeyError, TypeError):
            sound = False
        if sound:
            yield from _check_readings(connection, document, row.number)
        else:
            yield f"the document {row.key} is not what its key says"


def _check_readings(connection: Connection, document: Document, number: int) -> Iterator[str]:
    for reading in connection.execute(select(reading_table).where(reading_table.c.document == number)).all():
        of_reading = select(report_table).where(report_table.c.reading == reading.number).order_by(report_table.c.position)
        reports = connection.execute(of_reading).all()
        records = (report.record for report in reports)
        if content_id(reading.language, reading.elshi, reading.steps, reading.tagger, *records) != reading.digest:
            yield f"the reading {reading.number} of the document {document.id} is not what its digest says"
        for report in reports:
            if fault := _find_fault(report, document):
                yield f"the report {report.engagement} of the document {document.id}: {fault}"


def _find_fault(report: Row[*tuple[object, ...]], document: Document) -> str:
    try:
        engagement: Engagement = decode(Engagement, json.loads(report.record))
    except (ValueError, KeyError, TypeError):
        return "cannot be read"
    if any(getattr(report, name) != value for name, value in engagement_columns(engagement).items()):
        return "lists would show something else"
    spans = [*engagement.evidence, *(span for claim in list_claims(engagement, document.text) for span in claim.evidence.spans)]
    if any(not 0 <= span.start < span.end <= len(document.text) for span in spans):
        return "a value has words that the document does not have"
    return ""


def _check_judgements(connection: Connection) -> Iterator[str]:
    for row in connection.execute(select(judgement_table).order_by(judgement_table.c.number)):
        try:
            judgement: Judgement = decode(Judgement, json.loads(row.record))
            sound = judgement.id == row.id and judgement.subject.value == row.subject
        except (ValueError, KeyError, TypeError):
            sound = False
        if not sound:
            yield f"the judgement {row.id} is not what its id says"


def _check_corrections(connection: Connection) -> Iterator[str]:
    for row in connection.execute(select(correction_table).order_by(correction_table.c.number)):
        try:
            correction: Correction = decode(Correction, json.loads(row.record))
            sound = correction.id == row.id and correction.report == row.report
        except (ValueError, KeyError, TypeError):
            sound = False
        if not sound:
            yield f"the correction {row.id} is not what its id says"
