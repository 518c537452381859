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


BLOCKS = {"a": ["x", "y"], "b": ["y"], "c": ["z"]}


@pytest.fixture
def shelf(store):
    return store.shelf(Subject.ENGAGEMENT)


@pytest.fixture
def tray(store):
    found = store.tray(Subject.ENGAGEMENT)
    for key, blocks in BLOCKS.items():
        found.put(key, f"body of {key}", blocks)
    return found


@pytest.fixture(params=["kept", "written", "forgotten"])
def settle(request, store, tray):
    """What may happen to a tray between two changes, and must make no difference to what comes of them."""

    def act():
        if request.param != "kept":
            with store.transaction():
                tray.write()
        if request.param == "forgotten":
            tray.forget()

    act()
    return act


@pytest.fixture
def put_back(store, tray):
    """Writes the tray, so that the shelf has what it has."""

    def act():
        with store.transaction():
            tray.write()

    return act


def test_things_are_found_by_their_blocks_and_only_in_their_subject(store, shelf, tray, settle, put_back):
    assert tray.holders(["y", "q"]) == {"a", "b"}
    assert (tray.body("c"), tray.body("d"), tray.knows("a"), tray.knows("d")) == ("body of c", None, True, False)
    put_back()
    assert shelf.holders(["y", "q"]) == {"a", "b"}
    assert store.shelf(Subject.ENTITY).holders(["y"]) == store.tray(Subject.ENTITY).holders(["y"]) == set()
    assert (shelf.body("c"), shelf.body("d")) == ("body of c", None)


def test_nobody_sees_what_is_not_written(store, shelf, tray):
    tray.assign([("a", "b")])
    assert (shelf.body("a"), shelf.cluster_of("a"), tray.cluster_of("b")) == (None, None, "a")
    tray.forget()
    assert tray.body("a") is None


def test_what_is_dropped_leaves_nothing(shelf, tray, settle, put_back):
    tray.link([("a", "b", 0.9), ("b", "c", 0.8)])
    tray.tell({"report": ["a", "b"]})
    settle()
    tray.drop("b", ["y"])
    settle()
    assert tray.holders(["y"]) == {"a"}
    assert tray.scores("a") == tray.scores("c") == {}
    put_back()
    assert shelf.links("a") == shelf.links("c") == []
    assert (shelf.body("b"), shelf.tellings("b")) == (None, ())


def test_what_is_dropped_and_put_anew_has_only_what_is_new(shelf, tray, settle, put_back):
    tray.link([("a", "b", 0.9), ("b", "c", 0.8)])
    tray.relink("record", [("a", "b", 1.0)])
    settle()
    tray.drop("b", ["y"])
    tray.put("b", "another body", ["z"])
    tray.link([("b", "c", 0.7)])
    settle()
    assert (tray.holders(["y"]), tray.holders(["z"])) == ({"a"}, {"b", "c"})
    assert (tray.body("b"), dict(tray.scores("b")), dict(tray.scores("a"))) == ("another body", {"c": 0.7}, {})
    assert tray.relink("record", [("a", "b", 1.0)]) == {"a", "b"}
    put_back()
    assert (shelf.body("b"), sorted(shelf.links("b"))) == ("another body", [("b", "a", 1.0), ("b", "c", 0.7)])


def test_links_go_both_ways_and_a_record_can_take_its_own_back(shelf, tray, settle, put_back):
    tray.link([("a", "b", 0.6)])
    settle()
    assert tray.relink("record", [("a", "b", 1.0), ("a", "c", 0.0), ("a", "nobody", 1.0)]) == {"a", "b", "c"}
    settle()
    assert tray.relink("record", [("b", "a", 1.0), ("a", "c", 0.0)]) == set()
    assert (dict(tray.scores("a")), dict(tray.scores("b"))) == ({"b": 1.0, "c": 0.0}, {"a": 1.0})
    put_back()
    assert sorted(shelf.links("a")) == [("a", "b", 1.0), ("a", "c", 0.0)]
    assert shelf.links("b") == [("b", "a", 1.0)]
    settle()
    assert tray.relink("record", []) == {"a", "b", "c"}
    assert dict(tray.scores("a")) == {"b": 0.6}
    put_back()
    assert shelf.links("a") == [("a", "b", 0.6)]


def test_what_no_report_tells_of_any_more_is_named(shelf, tray, settle, put_back):
    assert tray.tell({"one": ["a", "b"], "two": ["b"]}) == []
    settle()
    assert tray.tell({"one": ["c"]}) == ["a"]
    settle()
    assert tray.tell({"one": ["a"], "three": ["c"], "two": ["b"]}) == []
    put_back()
    assert [shelf.tellings(key) for key in "abc"] == [("one",), ("two",), ("three",)]


def test_clusters_are_called_by_their_least_member(shelf, tray, settle, put_back):
    tray.assign([("a", "c"), ("b",)])
    settle()
    assert [tray.cluster_of(key) for key in "abcd"] == ["a", "b", "a", None]
    put_back()
    assert [shelf.cluster_of(key) for key in "abcd"] == ["a", "b", "a", None]
    assert list(shelf.clusters()) == [("a", "c"), ("b",)]
    tray.assign([("a",), ("b", "c")])
    put_back()
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
    assert not store.is_fresh()
    assert store.resolution_state() == ("1", fresh.reading, 0)
    newer = make_engagement(day="2026-03-05", kind=engagement.type.value.CALL)
    store.add(document, "en", [newer], MADE)
    (fresh,) = store.fresh(5)
    assert fresh.gone == (engagement.id,)
    assert store.replaced(engagement.id) == (engagement.evidence, [newer])
    assert store.begin_resolution("1")
    assert not store.begin_resolution("2")
    assert len(store.fresh(5)) == 1
