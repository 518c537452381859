"""Searching while somebody writes: every answer is of one moment."""

from __future__ import annotations

from threading import Event, Thread
from time import monotonic, sleep

from elshi.search.finding import Finder, Search
from elshi.search.indexing import Indexer
from elshi.store import open_store
from tests.search.made_entries import make

RECORDS = 100


def test_a_search_sees_each_record_once_while_records_are_told_anew(tmp_path):
    path, done = tmp_path / "elshi.db", Event()
    with open_store(path) as store, store.transaction():
        Indexer(store.index()).replace([told(number, "talks") for number in range(RECORDS)])
    writer = Thread(target=tell_anew, args=(path, done))
    writer.start()
    try:
        search_for(path, seconds=1.5)
    finally:
        done.set()
        writer.join()


def told(number, kind):
    return make(f"r{number}", "en", f"They spoke of wheat, {number} times.", "2026-01-01", type=kind, topic=[])


def tell_anew(path, done):
    with open_store(path) as store:
        indexer, number = Indexer(store.index()), 0
        while not done.is_set():
            with store.transaction():
                indexer.replace([told(number % RECORDS, "visit")])
            number += 1
            sleep(0.005)


def search_for(path, seconds):
    finder, end = Finder(), monotonic() + seconds
    with open_store(path) as store:
        while monotonic() < end:
            found = finder.find(store.index(), Search("wheat", limit=2 * RECORDS, facets=("type",)))
            assert found.total == len({hit.record for hit in found.hits}) == sum(c.count for c in found.facets["type"]) == RECORDS
