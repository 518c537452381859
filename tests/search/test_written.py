"""Records written down with the index: what is read of them is what their reports say now, whoever changes what."""

from __future__ import annotations

import json

import pytest

from elshi.records import Subject, Verdict
from elshi.records.serialise import clean, dump_line, encode
from elshi.register.correcting import correct
from elshi.register.judging import judge, undo
from elshi.register.records import read_parties
from elshi.search.keeping import keep_index
from elshi.search.written import read_written
from elshi.store import Provenance, open_store
from tests.doubles import TEXT, make_document, make_engagement

MADE = Provenance("1", "steps", "tagger")
OTHER = TEXT + " It rained all day, and nobody minded."


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "elshi.db") as opened:
        opened.add(make_document(), "en", [make_engagement()], MADE)
        opened.add(make_document("other.txt", text=OTHER), "en", [make_engagement(document="other.txt", day="2025-01-09")], MADE)
        keep_index(opened)
        yield opened


def records(store):
    return [min(members) for members in store.shelf(Subject.ENGAGEMENT).clusters()]


def is_as_told(store, record):
    written = read_written(store, [record])[record]
    told, people = read_parties(store, record)
    return (written.record, written.people) == (dump_line(clean(encode(told))), people)


def test_every_record_is_written_as_it_is_told(store):
    assert len(records(store)) == 2
    assert all(is_as_told(store, record) for record in records(store))


def test_nothing_is_told_of_records_that_changed_until_they_are_indexed(store):
    one, other = records(store)
    judge(store, one, other, Verdict.SAME, "tester", "")
    assert read_written(store, [one, other]) == {}
    keep_index(store)
    assert (records(store), set(read_written(store, [one, other]))) == ([min(one, other)], {min(one, other)})
    assert is_as_told(store, min(one, other))
    undo(store, "tester")
    keep_index(store)
    assert all(is_as_told(store, record) for record in (one, other))


def test_a_correction_is_written(store):
    record = records(store)[0]
    correct(store, record, "city", "Bergen", "tester", "")
    assert read_written(store, [record]) == {}
    keep_index(store)
    assert json.loads(read_written(store, [record])[record].record)["city"]["value"] == "Bergen"


def test_whose_a_profile_is_counts_at_once(store):
    record = records(store)[0]
    one, other = read_written(store, [record])[record].people
    assert one != other
    judge(store, one, other, Verdict.SAME, "tester", "")
    assert read_written(store, [record])[record].people == (min(one, other),) * 2 == read_parties(store, record)[1]
