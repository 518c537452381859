"""A store of made records, as large as wanted, filled table by table: what reading, resolving and indexing would have left in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count, islice
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from benchmarks.made_entries import make_entries
from elshi.records import (
    Basis,
    Document,
    Engagement,
    EngagementType,
    EventDate,
    Evidence,
    Participant,
    ParticipantKind,
    Place,
    Sourced,
    Span,
    Statement,
    Status,
)
from elshi.records.serialise import dump_line, encode_engagement
from elshi.register.resolving import RESOLUTION
from elshi.resolution.gists import make_gist, pack_gist
from elshi.resolution.merging import Source, merge
from elshi.resolution.profiles import Profile, pack_profile
from elshi.search.entries import Entry
from elshi.search.indexing import Indexer
from elshi.search.keeping import begin_index, keep_index
from elshi.search.terms import Field
from elshi.search.written import Actor, pack_record
from elshi.store.core_store import CoreStore
from elshi.store.database import insert_many
from elshi.store.making import make_ready
from elshi.store.opening import open_database
from elshi.store.rows import document_row, engagement_columns, write_time
from elshi.store.schema_records import document_table, reading_table, report_table
from elshi.store.schema_resolution import telling_table, thing_table

__all__ = ["fill_large"]

BATCH = 8192
READ_AT = write_time(datetime(2026, 1, 1, tzinfo=UTC))
Row = tuple[Any, ...]


def fill_large(address: Path | str, wanted: int) -> None:
    """Fill an empty store with so many documents, each with one report that is a record of its own, and index them."""
    database = open_database(address, create=True)
    make_ready(database, create=True)
    with CoreStore(database) as store:
        store.begin_resolution(RESOLUTION)
        entries, loader = make_entries(wanted), _Loader(store)
        with database.transaction():
            begin_index(store)
            store.mark_seen(wanted)
        while batch := list(islice(entries, BATCH)):
            with database.transaction() as connection:
                loader.load(connection, batch)
        keep_index(store, take_in=False)


class _Loader:
    """Writes entries, and the documents, reports and people that would have made them."""

    def __init__(self, store: CoreStore) -> None:
        self._index, self._numbers, self._things = store.index(), count(1), count(1)
        self._indexer = Indexer(self._index)
        self._known: dict[str, int] = {}

    def load(self, connection: Connection, entries: Sequence[Entry]) -> None:
        """Write these; belongs into a transaction."""
        rows: dict[str, list[Row]] = {"document": [], "reading": [], "report": [], "thing": [], "telling": []}
        made, new = [], []
        for entry in entries:
            document, engagement, profiles = _report(entry)
            self._note(rows, document, engagement, entry)
            for profile in profiles:
                if profile.id not in self._known:
                    self._known[profile.id] = next(self._things)
                    new.append(profile.id)
                    rows["thing"].append((self._known[profile.id], "entity", profile.id, pack_profile(profile), profile.id))
            rows["telling"] += [(self._known[key], engagement.id) for key in dict.fromkeys(p.id for p in profiles)]
            made.append(replace(entry, record=engagement.id, written=_write(document, engagement, profiles, entry.texts[0].language)))
        for table in (document_table, reading_table, report_table, thing_table, telling_table):
            insert_many(connection, table, tuple(column.name for column in table.columns), rows[table.name])
        self._indexer.replace(made)
        self._index.mark("profile", new)

    def _note(self, rows: dict[str, list[Row]], document: Document, engagement: Engagement, entry: Entry) -> None:
        number, language = next(self._numbers), entry.texts[0].language
        kept = document_row(document)
        rows["document"].append((number, kept["key"], kept["text"], kept["origin"]))
        rows["reading"].append((number, number, kept["key"], language, "made", "made", "made", READ_AT))
        told = {"reading": number, "position": 0, **engagement_columns(engagement), "record": dump_line(encode_engagement(engagement))}
        rows["report"].append(tuple(told[column.name] for column in report_table.columns))
        gist = pack_gist(make_gist(kept["key"], document, language, engagement))
        rows["thing"].append((next(self._things), "engagement", engagement.id, gist, engagement.id))


def _report(entry: Entry) -> tuple[Document, Engagement, list[Profile]]:
    """A document that says what the entry says, what it reports, and who takes part."""
    values = dict(entry.values)
    profiles = list(_profiles(entry))
    said = next(told.words for told in entry.texts if told.field is Field.SAID)
    words = next(told.words for told in entry.texts if told.field is Field.ANY)
    beginning = ". ".join(f"{profile.capacity} {profile.name}" for profile in profiles)
    text = f"{values['place']}. {beginning}. {said}. {words}"
    spoken = Span(text.index(said), text.index(said) + len(said))
    everything = Evidence((Span(0, spoken.start),), "made")
    parts = tuple(_participants(profiles, text, everything))
    day = entry.first.isoformat() if entry.first else None
    engagement = Engagement(
        document=entry.record,
        type=Sourced(EngagementType(values["type"]), everything),
        status=Sourced(Status.HELD, everything),
        evidence=everything.spans,
        date=EventDate(day, Basis.EXPLICIT, everything) if day else EventDate(None, Basis.NONE, everything),
        place=Place(city=Sourced(values["place"], everything)),
        participants=parts,
        topics=tuple(Sourced(topic, everything) for facet, topic in entry.values if facet == "topic"),
        statements=(Statement(profiles[0].name, spoken, "made"),),
    )
    return Document(id=entry.record, text=text, published=entry.first, source=values["source"]), engagement, profiles


def _write(document: Document, engagement: Engagement, profiles: Sequence[Profile], language: str) -> bytes:
    """The record of this one report as it is shown."""
    gist = make_gist(document_row(document)["key"], document, language, engagement)
    actors = {(engagement.id, place): Actor(profile.id, is_profile=True) for place, profile in enumerate(profiles)}
    return pack_record(merge([Source(gist, engagement, document.text)]), actors)


def _profiles(entry: Entry) -> Iterator[Profile]:
    """Who takes part. The texts of a record begin with each one's name and post."""
    told = [text.words for text in entry.texts if text.field is Field.RECORD]
    for place, ((_, name, language), held) in enumerate(zip(entry.names, entry.held, strict=True)):
        yield Profile(name, language, told[2 * place + 1], held.codes)


def _participants(profiles: Sequence[Profile], text: str, everything: Evidence) -> Iterator[Participant]:
    for profile in profiles:
        at = text.index(profile.name)
        yield Participant(
            kind=ParticipantKind.PERSON,
            name=Sourced(profile.name, everything),
            mention=Span(at, at + len(profile.name)),
            capacity=Sourced(profile.capacity, everything) if profile.capacity else None,
            represents=tuple(Sourced(code, everything) for code in profile.represents),
        )
