"""What resolution keeps in a store: things, links, clusters, judgements, and which readings it has seen."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from elshi.records import Judgement, Subject, Verdict
from elshi.store import Provenance, open_store
from tests.doubles import make_document, make_engagement

MADE = Provenance("1.0", "language=1", "tagger 1")
SAID = Judgement(Subject.ENGAGEMENT, "a", "b", Verdict.SAME, "dana", datetime(2026, 5, 4, 9, tzinfo=UTC), "one signing")


@pytest.fixture
def store(address):
    with open_store(address) as opened:
        yield opened


@pytest.fixture
def shelf(store):
    found = store.shelf(Subject.ENGAGEMENT)
    for key, blocks in (("a", ["x", "y"]), ("b", ["y"]), ("c", ["z"])):
        found.put(key, f"body of {key}", blocks)
    return found


def test_things_are_found_by_their_blocks_and_only_in_their_subject(store, shelf):
    assert shelf.holders(["y", "q"]) == {"a", "b"}
    assert store.shelf(Subject.ENTITY).holders(["y"]) == set()
    assert (shelf.body("c"), shelf.body("d")) == ("body of c", None)


def test_what_is_dropped_leaves_nothing(shelf):
    shelf.link([("a", "b", 0.9), ("b", "c", 0.8)])
    shelf.tell("report", ["a", "b"])
    shelf.drop("b", ["y"])
    assert shelf.holders(["y"]) == {"a"}
    assert shelf.links("a") == shelf.links("c") == []
    assert shelf.tell("report", ["a"]) == []


def test_links_go_both_ways_and_a_record_can_take_its_own_back(shelf):
    shelf.link([("a", "b", 0.6)])
    assert shelf.relink("record", [("a", "b", 1.0), ("a", "c", 0.0)]) == {"a", "b", "c"}
    assert shelf.relink("record", [("a", "b", 1.0), ("a", "c", 0.0)]) == set()
    assert sorted(shelf.links("a")) == [("a", "b", 1.0), ("a", "c", 0.0)]
    assert shelf.links("b") == [("b", "a", 1.0)]
    assert shelf.relink("record", []) == {"a", "b", "c"}
    assert shelf.links("a") == [("a", "b", 0.6)]


def test_what_no_report_tells_of_any_more_is_named(shelf):
    assert shelf.tell("one", ["a", "b"]) == []
    assert shelf.tell("two", ["b"]) == []
    assert shelf.tell("one", ["c"]) == ["a"]
    assert shelf.tellings("b") == ("two",)


def test_clusters_are_called_by_their_least_member(shelf):
    shelf.assign([("a", "c"), ("b",)])
    assert [shelf.cluster_of(key) for key in "abcd"] == ["a", "b", "a", None]
    assert list(shelf.clusters()) == [("a", "c"), ("b",)]
    shelf.assign([("a",), ("b", "c")])
    assert shelf.members("b") == ("b", "c")
    assert shelf.beginning("", 2) == ["a", "b"]


def test_a_judgement_is_kept_as_it_was_given_and_once(store, address):
    assert store.add_judgement(SAID)
    assert not store.add_judgement(SAID)
    with open_store(address) as again:
        assert again.judgements() == [SAID] == again.fresh_judgements()


def test_readings_are_fresh_until_they_are_seen(store):
    document, engagement = make_document(), make_engagement()
    store.begin_resolution("1")
    store.add(document, "en", [engagement], MADE)
    (fresh,) = store.fresh(5)
    assert (fresh.engagements, fresh.gone) == ((engagement,), ())
    store.mark_seen(fresh.reading)
    assert store.fresh(5) == []
    newer = make_engagement(day="2026-03-05", kind=engagement.type.value.CALL)
    store.add(document, "en", [newer], MADE)
    (fresh,) = store.fresh(5)
    assert fresh.gone == (engagement.id,)
    assert store.replaced(engagement.id) == (engagement.evidence, [newer])
    assert store.begin_resolution("1")
    assert not store.begin_resolution("2")
    assert len(store.fresh(5)) == 1
