"""Many entries over several blocks: what is found and counted is what a plain loop finds, however the entries came in."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import partial
from random import Random

import pytest

from elshi.search import indexing, memory
from elshi.search.entries import Entry, Told
from elshi.search.finding import Finder, Search
from elshi.search.indexing import Indexer
from elshi.search.terms import Field

COUNTRIES = ("KZ", "GR", "IR", "DE")
TOPICS = ("trade", "energy", "culture")
WORDS = ("wheat", "barley", "oats", "rye")


def make(random, number):
    day = date.fromordinal(735000 + random.randrange(3000)) if random.random() < 0.95 else None
    values = [("country", c) for c in random.sample(COUNTRIES, random.choice((1, 2)))] + [("topic", random.choice(TOPICS))]
    values += [("type", "talks"), ("place", f"City {random.randrange(50)}")]
    profiles = random.sample(range(300), 2)
    people = tuple((f"{p:020x}",) for p in profiles)
    words = " ".join(random.sample(WORDS, 2))
    names = tuple((f"{p:020x}", f"Person {p}", "en") for p in profiles)
    return Entry(f"r{number}", day, day, (Told(Field.ANY, "en", words),), tuple(values), (), people, names)


def has(entry, facet, value):
    return (facet, value) in entry.values


@pytest.fixture(autouse=True)
def _small_blocks(monkeypatch):
    for module in (indexing, memory):
        monkeypatch.setattr(module, "BLOCK", 256)
        monkeypatch.setattr(module, "CHUNK", 64)


def test_finding_and_counting_agree_with_a_plain_loop(index):
    random, finder, indexer, known = Random(5), Finder(), Indexer(index), dict[str, Entry]()
    for size in (3, 61, 64, 100, 1, 500, 7, 300):
        told = [make(random, random.randrange(600)) for _ in range(size)]
        told = list({entry.record: entry for entry in told}.values())
        gone = random.sample(sorted(known.keys() - {e.record for e in told}), min(len(known) // 4, 50))
        indexer.replace(told, gone)
        for record in gone:
            del known[record]
        known.update((entry.record, entry) for entry in told)
        compare(finder, index, known.values())
        compare(Finder(), index, known.values())


def compare(finder, index, entries):
    since = date(2015, 6, 1)
    cases = {
        "": lambda e: True,
        "country:GR": lambda e: has(e, "country", "GR"),
        "wheat -topic:energy": lambda e: "wheat" in e.texts[0].words and not has(e, "topic", "energy"),
        '"oats rye"': lambda e: "oats rye" in e.texts[0].words,
        "since:2015-06-01 country:DE": lambda e: e.first and e.first >= since and has(e, "country", "DE"),
        "country:KZ country:IR topic:trade until:2013-01": lambda e: (
            {("country", "KZ"), ("country", "IR"), ("topic", "trade")} <= set(e.values) and e.first and e.first <= date(2013, 1, 31)
        ),
    }
    for query, fits in cases.items():
        fitting = [entry for entry in entries if fits(entry)]
        found = finder.find(index, Search(query, limit=50, facets=("country", "person", "place", "month"), values=400))
        assert found.total == len(fitting), query
        days = [entry.first.toordinal() if entry.first else 0 for entry in fitting]
        assert [hit.place[1] for hit in found.hits] == sorted(days, reverse=True)[:50]
        assert {hit.record for hit in found.hits} <= {entry.record for entry in fitting}
        count = partial(count_values, fitting)
        assert as_counts(found, "country") == count(lambda e: {v for f, v in e.values if f == "country"})
        assert as_counts(found, "person") == count(lambda e: [p[0] for p in e.people])
        assert as_counts(found, "month") == count(lambda e: [e.first.isoformat()[:7]] if e.first else [])
        places = count(lambda e: [v for f, v in e.values if f == "place"])
        assert sorted((c.count for c in found.facets["place"]), reverse=True) == sorted(places.values(), reverse=True)[:400]


def count_values(entries, told):
    return Counter(value for entry in entries for value in told(entry))


def as_counts(found, facet):
    return {count.value: count.count for count in found.facets[facet]}
