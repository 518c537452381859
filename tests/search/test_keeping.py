"""The index follows the store: what is read, read anew, judged, undone, or left by a run that was killed."""

from __future__ import annotations

import pytest

from elshi.records import Document, Engagement, Verdict
from elshi.register.judging import judge, undo
from elshi.search import keeping
from elshi.search.finding import Finder, Search
from elshi.search.keeping import keep_index
from elshi.store import Provenance, open_store
from tests.doubles import TEXT, make_document, make_engagement

MADE = Provenance("1", "steps", "tagger")


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "elshi.db") as opened:
        yield opened


def add(store, document: Document, *engagements: Engagement, language="en", made=MADE):
    assert store.add(document, language, engagements, made)


def count(store, query=""):
    return Finder().find(store.index(), Search(query)).total


def people(store):
    return {(c.label, c.count) for c in Finder().find(store.index(), Search(facets=("person",))).facets["person"]}


def test_what_is_read_is_found_once_indexed(store):
    add(store, make_document(), make_engagement())
    keep_index(store)
    assert (count(store), count(store, "Oslo trade"), count(store, "Geneva")) == (1, 1, 0)
    entries = store.index().state().entries
    keep_index(store)
    assert store.index().state().entries == entries


def test_what_a_new_reading_lacks_is_found_no_more(store):
    add(store, make_document(), make_engagement())
    keep_index(store)
    add(store, make_document(), made=Provenance("2", "steps", "tagger"))
    keep_index(store)
    assert count(store) == 0


def test_records_that_are_joined_or_parted_are_found_as_they_are(store):
    far = make_engagement(document="other.txt", day="2025-01-09")
    add(store, make_document(), make_engagement())
    add(store, make_document("other.txt", text=TEXT + " It rained all day, and nobody minded."), far)
    keep_index(store)
    assert count(store) == 2
    judge(store, make_engagement().id, far.id, Verdict.SAME, "tester", "")
    keep_index(store)
    assert (count(store), count(store, "rained trade")) == (1, 1)
    undo(store, "tester")
    keep_index(store)
    assert (count(store), count(store, "rained")) == (2, 1)


def test_a_run_that_was_killed_leaves_the_rest_for_the_next(store, monkeypatch):
    add(store, make_document(), make_engagement())
    monkeypatch.setattr(keeping._Keeper, "keep_people", fail)
    with pytest.raises(KeyboardInterrupt):
        keep_index(store)
    assert count(store) == 0
    monkeypatch.undo()
    keep_index(store)
    assert (count(store), store.index().state().entries) == (1, 1)


def fail(*_):
    raise KeyboardInterrupt


def test_another_version_of_entries_begins_anew(store, monkeypatch):
    add(store, make_document(), make_engagement())
    keep_index(store)
    finder = Finder()
    assert finder.find(store.index(), Search("trade")).total == 1
    monkeypatch.setattr(keeping, "INDEX", "another")
    keep_index(store)
    state = store.index().state()
    assert (state.version, state.entries) == ("another", 1)
    assert finder.find(store.index(), Search("trade")).total == 1


def test_two_spellings_that_are_one_person_count_as_one(store):
    add(store, make_document(), make_engagement())
    keep_index(store)
    assert people(store) == {("Aigul Serikova", 1), ("Lars Vik", 1)}


def test_an_index_of_which_most_counts_no_more_is_made_anew(store, monkeypatch):
    monkeypatch.setattr(keeping, "WORN", 2)
    for version in "12345":
        add(store, make_document(), make_engagement(), made=Provenance(version, "steps", "tagger"))
        keep_index(store)
        assert count(store, "trade") == 1
    made, entries = store.index().state().made, store.index().state().entries
    assert (made, entries) != (2, 5)
    assert entries < 5
