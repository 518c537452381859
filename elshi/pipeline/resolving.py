"""Keeps a store's records up to date: what its documents report, and what people judged, becomes clusters of reports."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from elshi.records import Subject
from elshi.records.serialise import decode, dump_line, encode
from elshi.resolution.blocking import event_keys
from elshi.resolution.clusters import Link
from elshi.resolution.events import APART, SAME, rate_events
from elshi.resolution.gists import Gist, make_gist
from elshi.resolution.judgements import standing
from elshi.resolution.linking import Linker
from elshi.resolution.sketches import sketch
from elshi.store import Fresh, Shelf, Store

__all__ = ["RESOLUTION", "EventBook", "resolve"]

RESOLUTION = "events=1"
CHUNK = 100  # readings in one transaction
CACHE = 50_000  # gists in memory


class EventBook:
    """A linker's book of reports that lies in a store; the gists last used stay in memory."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._cache: dict[str, Gist] = {}

    def put(self, key: str, thing: Gist, blocks: Iterable[str]) -> None:
        """See `Book.put`."""
        self._shelf.put(key, dump_line(encode(thing)), blocks)
        self._keep(key, thing)

    def drop(self, key: str) -> None:
        """See `Book.drop`."""
        gist = self.thing(key)
        if gist is not None:
            self._shelf.drop(key, event_keys(gist))
            self._cache.pop(key, None)

    def thing(self, key: str) -> Gist | None:
        """See `Book.thing`."""
        if key not in self._cache:
            body = self._shelf.body(key)
            if body is None:
                return None
            self._keep(key, decode(Gist, json.loads(body)))
        return self._cache[key]

    def holders(self, blocks: Iterable[str]) -> set[str]:
        """See `Book.holders`."""
        return self._shelf.holders(blocks)

    def link(self, links: Iterable[Link]) -> None:
        """See `Book.link`."""
        self._shelf.link((k.one, k.other, k.score) for k in links)

    def links(self, key: str) -> list[Link]:
        """See `Book.links`."""
        return [Link.between(*found) for found in self._shelf.links(key)]

    def _keep(self, key: str, thing: Gist) -> None:
        if len(self._cache) >= CACHE:
            self._cache.clear()
        self._cache[key] = thing


def resolve(store: Store) -> None:
    """Bring clusters up to date with the store's readings and judgements. Only what these touch is computed anew; a run that is
    killed leaves the rest for the next one."""
    store.begin_resolution(RESOLUTION)
    book = EventBook(store.shelf(Subject.ENGAGEMENT))
    while fresh := store.fresh(CHUNK):
        with store.transaction():
            touched = [key for reading in fresh for key in _take_in(reading, book, store)]
            _cluster(store, book, touched)
            store.mark_seen(fresh[-1].reading)
    judged = [j for j in store.fresh_judgements() if j.subject is Subject.ENGAGEMENT]
    with store.transaction():
        _cluster(store, book, [key for j in judged for key in (j.one, j.other)])
        store.mark_judged()


def _take_in(reading: Fresh, book: EventBook, store: Store) -> list[str]:
    """Add what a reading reports, drop what it reports no more; gives the ids that this touches."""
    touched = _left_behind(reading.gone, book, store)
    for key in reading.gone:
        book.drop(key)
    sketched = sketch(store.document(reading.document).text)
    for engagement in reading.engagements:
        touched.append(engagement.id)
        report = store.reports_under(engagement.id)[0]
        if report.document != reading.document:
            continue
        book.drop(engagement.id)
        document = store.document(report.document)
        _linker(book).add(engagement.id, make_gist(report.document, document, report.language, report.engagement, sketched))
    return touched


def _left_behind(gone: Sequence[str], book: EventBook, store: Store) -> list[str]:
    """What hung together with these: by links, or by people's judgements."""
    if not gone:
        return []
    linked = [other for key in gone for link in book.links(key) for other in (link.one, link.other)]
    judged = [key for pair in standing(store.judgements(), Subject.ENGAGEMENT) if not set(gone).isdisjoint(pair) for key in pair]
    return sorted({*linked, *judged}.difference(gone))


def _cluster(store: Store, book: EventBook, touched: Sequence[str]) -> None:
    if touched:
        judged = standing(store.judgements(), Subject.ENGAGEMENT)
        store.shelf(Subject.ENGAGEMENT).assign(_linker(book).touching(touched, judged))


def _linker(book: EventBook) -> Linker[Gist]:
    return Linker(book, event_keys, rate_events, SAME, APART)
