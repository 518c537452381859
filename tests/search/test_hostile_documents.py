"""Documents that are made to break a store are kept, indexed and found like any other, on either database."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from elshi.records import Sourced
from elshi.register.records import list_records
from elshi.search.finding import Finder, Search
from elshi.search.keeping import keep_index
from elshi.search.things import writable
from elshi.store import Provenance, Query, open_store
from elshi.store.checking import check_store
from tests.doubles import make_document, make_engagement, proof

MADE = Provenance("1", "steps", "tagger")
# Databases pack what repeats itself; this does not, and is longer than any of them can find.
LONG = "".join(Random(3).choices("abcdefghijklmnopqrstuvwxyzабвгдежзиклмнопрстуфхцчшщэюя", k=9000))
HOSTILE = {
    "long": LONG,
    "long words": " ".join(LONG[start : start + 250] for start in range(0, len(LONG), 250)),
    "nul": "Ab\0cd Ef\0",
    "surrogate": "Ab\ud800c \udfffDe",
    "statement": "'; DROP TABLE document; --",
}


def make_hostile(words: str):
    """A document of these words, with an engagement in which each name is of them."""
    sourced = Sourced(words, proof("met"))
    document = make_document(title=words, source=words, url=f"https://{words[:50]}/{words}")
    document = replace(document, text=f"{document.text} {words}")
    told = make_engagement(document.id)
    parties = tuple(replace(party, name=sourced, capacity=sourced) for party in told.participants)
    return document, replace(told, participants=parties, place=replace(told.place, city=sourced), initiatives=())


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_documents_are_kept_and_found(address, words):
    document, told = make_hostile(words)
    with open_store(address) as store:
        assert store.add(document, "en", [told], MADE)
        keep_index(store)
        assert Finder().find(store.index(), Search("trade", facets=("place", "person", "source"))).total == 1
        assert store.document(store.reports_under(told.id)[0].document) == document
        assert len(list(list_records(store, Query()))) == 1
    assert check_store(address)[1] == []


def test_values_of_one_beginning_stay_two():
    one, other = writable(LONG), writable(LONG + "x")
    assert one != other
    assert len(one) < 400
    assert writable("Нур-Султан") == "Нур-Султан"
