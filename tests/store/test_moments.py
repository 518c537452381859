"""What is read within a moment is as it was when the moment began, whoever writes meanwhile."""

from __future__ import annotations

import pytest

from elshi.records import Subject
from elshi.store import Provenance, Query, open_store
from tests.doubles import make_document, make_engagement

MADE = Provenance("1.0", "language=1", "tagger 1")


def add(store, name):
    assert store.add(make_document(name), "en", [make_engagement(name)], MADE)


def count(store):
    return len(list(store.reports(Query())))


def test_a_moment_does_not_see_what_comes_later(address):
    with open_store(address) as store, open_store(address) as other:
        add(other, "1.txt")
        with store.moment():
            assert count(store) == 1
            add(other, "2.txt")
            with store.moment():
                assert count(store) == 1
            assert count(store) == 1
        assert count(store) == 2


def test_a_transaction_is_a_moment_of_its_own(address):
    with open_store(address) as store:
        with store.transaction(), store.moment():
            tray = store.tray(Subject.ENGAGEMENT)
            tray.put("a", "body", [])
            tray.write()
            assert store.shelf(Subject.ENGAGEMENT).body("a") == "body"
        assert store.shelf(Subject.ENGAGEMENT).body("a") == "body"


def test_nothing_is_written_within_a_moment(address):
    with open_store(address) as store, store.moment(), pytest.raises(ValueError, match="is open already"):
        add(store, "1.txt")
