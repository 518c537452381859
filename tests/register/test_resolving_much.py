"""Resolving much at once: however many reports are taken in together, and however little stays at hand, the same comes of it as one by one
and as from the beginning."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import cycle
from random import Random

import pytest
from sqlalchemy import text

from benchmarks.made_documents import make_documents
from elshi.records import EventDate, Judgement, Subject, Verdict
from elshi.register.resolving import Resolution, resolve
from elshi.store import Provenance, open_store
from elshi.store.opening import open_database

MADE = Provenance("1.0", "language=1", "tagger 1")
LIMITS = {
    "one by one": {"elshi.register.resolving.CHUNK": 1},
    "some at once": {"elshi.register.resolving.CHUNK": 20},
    "nothing at hand": {
        "elshi.register.resolving.CHUNK": 20,
        "elshi.store.core_tray.ROOM": 0,
        "elshi.register.books.CACHE": 2,
        "elshi.store.asking.MOST": 3,
    },
}


def read(number: int, seed: int):
    """Made documents, each with a report, and what a second reading makes of some of them."""
    random = Random(seed)
    first = [(document, language, (engagement,)) for document, language, engagement in make_documents(number)]
    second = []
    for document, language, (engagement,) in random.sample(first, number // 4):
        evidence = engagement.date.evidence
        changes = (
            (),
            (replace(engagement, participants=engagement.participants[:1]),),
            (replace(engagement, date=EventDate("2020-01-05", engagement.date.basis, evidence)),),
            (engagement, replace(engagement, participants=engagement.participants[1:])),
        )
        second.append((document, language, random.choice(changes)))
    return first, second


def judge(store, seed: int) -> None:
    """People say of some things that they are the same or different."""
    random, minutes = Random(seed), iter(range(1000))
    for subject in Subject:
        clusters = sorted(store.shelf(subject).clusters())
        pairs = [(*random.sample(random.choice([c for c in clusters if len(c) > 1]), 2), Verdict.DIFFERENT) for _ in range(3)]
        pairs += [(*(members[0] for members in random.sample(clusters, 2)), Verdict.SAME) for _ in range(3)]
        for one, other, verdict in pairs:
            when = datetime(2026, 5, 4, tzinfo=UTC) + timedelta(minutes=next(minutes))
            store.add_judgement(Judgement(subject, one, other, verdict, "dana", when))


def remembered(address) -> dict[str, list[tuple[object, ...]]]:
    """All that resolution remembers, by ids."""
    thing = "SELECT subject, id, body, cluster FROM thing"
    block = "SELECT block, id FROM block JOIN thing ON number = thing"
    link = "SELECT a.id, b.id, via, score FROM link JOIN thing a ON a.number = one JOIN thing b ON b.number = other"
    telling = "SELECT id, report FROM telling JOIN thing ON number = thing"
    database = open_database(address)
    try:
        with database.read() as connection:
            return {q: sorted(map(tuple, connection.execute(text(q)))) for q in (thing, block, link, telling)}
    finally:
        database.close()


def live_through(address, first, second) -> list[dict[str, list[tuple[object, ...]]]]:
    """What is remembered after each step of a store's life, and in the end what it is when everything is made anew."""
    found = []
    with open_store(address) as store:
        for number, step in enumerate((first[: len(first) // 2], first[len(first) // 2 :], second)):
            store.add_all(step, replace(MADE, tagger=f"tagger {number}"))
            resolve(store)
            found.append(remembered(address))
        judge(store, 7)
        resolve(store)
        found.append(remembered(address))
        store.begin_resolution("another")
        resolve(store)
        found.append(remembered(address))
    return found


@pytest.fixture(scope="module")
def life(tmp_path_factory):
    """What is to be read, and what came of it in the usual way."""
    told = read(120, 3)
    return told, live_through(tmp_path_factory.mktemp("usual") / "elshi.db", *told)


@pytest.mark.parametrize("limits", LIMITS)
def test_however_many_at_once_the_same_comes_of_it(life, address, monkeypatch, limits):
    told, expected = life
    for name, value in LIMITS[limits].items():
        monkeypatch.setattr(name, value)
    assert live_through(address, *told) == expected


def test_what_is_kept_up_to_date_is_what_would_be_made_anew(life):
    _, found = life
    assert found[-1] == found[-2]


def test_another_run_between_two_batches_is_noticed(life, tmp_path, monkeypatch):
    """Somebody else takes readings in while what this run took out of the store is still at hand."""
    (first, second), expected = life
    monkeypatch.setattr("elshi.register.resolving.CHUNK", 9)
    address = tmp_path / "elshi.db"
    with open_store(address) as mine, open_store(address) as theirs:
        ask, turns = mine.is_fresh, cycle((False, False, True))

        def let_others() -> bool:
            if next(turns):
                with theirs.transaction():
                    readings = theirs.fresh(9)
                    Resolution(theirs).take_in(readings)
                    theirs.mark_seen(max((reading.reading for reading in readings), default=0))
            return ask()

        monkeypatch.setattr(mine, "is_fresh", let_others)
        for number, step in enumerate((first[:60], first[60:], second)):
            mine.add_all(step, replace(MADE, tagger=f"tagger {number}"))
            resolve(mine)
        judge(mine, 7)
        resolve(mine)
    assert remembered(address) == expected[-1]
