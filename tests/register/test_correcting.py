"""Corrections: what a person says is shown, what reports say stays, and taking back gives back what was."""

from __future__ import annotations

from dataclasses import replace

import pytest

from elshi.errors import UnknownRecord, UsageError
from elshi.records import CorrectedField, Ground, Sourced, Verdict
from elshi.register.correcting import correct, take_back_correction, undo_correction
from elshi.register.judging import judge
from elshi.register.records import find_record, read_record
from elshi.search.finding import Finder, Search
from elshi.search.keeping import keep_index
from elshi.store import Provenance, open_store
from elshi.store.checking import check_store
from tests.doubles import TEXT, make_document, make_engagement, proof

MADE = Provenance("1", "steps", "tagger")
VALUES = {
    "type": ("talks", "war"),
    "status": ("planned", "maybe"),
    "date": ("2026-04-01/2026-04-03", "2026-13-01"),
    "country": ("kz", "ZZ"),
    "city": ("Берген", "…"),
    "venue": ("the old town hall", " "),
    "topics": ("energy culture", "weather"),
    "name": ("Lars Vikström", "\0"),
    "capacity": ("minister of trade", ""),
    "represents": ("SE OSCE", "some body"),
}


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "elshi.db") as opened:
        opened.add(make_document(), "en", [make_engagement()], MADE)
        keep_index(opened)
        yield opened


def read(store):
    return read_record(store, find_record(store, make_engagement().id))


def say(store, field, value, **more):
    participant = 1 if field in ("name", "capacity", "represents") else None
    return correct(store, make_engagement().id, CorrectedField(field), value, "dana", "so it is", **{"participant": participant, **more})


def shown(record, field):
    owner = record.participants[1] if field in ("name", "capacity", "represents") else record
    value = getattr(owner, field)
    return " ".join(told.value for told in value) if isinstance(value, tuple) else value and value.value


@pytest.mark.parametrize("field", VALUES)
def test_a_correction_is_shown_beside_what_reports_say_and_taking_it_back_gives_back_what_was(store, field):
    before = read(store)
    correction = say(store, field, VALUES[field][0])
    after = read(store)
    assert shown(after, field) == correction.value != shown(before, field)
    (corrected,) = after.corrections
    assert (corrected.correction, corrected.correction.who, corrected.correction.why) == (correction, "dana", "so it is")
    assert [told.value for told in corrected.told] == ([shown(before, field)] if shown(before, field) else [])
    undone = take_back_correction(store, correction, "dana")
    assert read(store) == before
    assert store.corrections() == [correction, undone]


@pytest.mark.parametrize("field", VALUES)
def test_what_cannot_be_a_value_is_refused(store, field):
    with pytest.raises(UsageError):
        say(store, field, VALUES[field][1])
    assert store.corrections() == []


def test_participants_are_named_where_they_must_be(store):
    for field, place in (("name", None), ("name", 2), ("name", -1), ("city", 0)):
        with pytest.raises(UsageError):
            say(store, field, "Bergen", participant=place)
    with pytest.raises(UnknownRecord):
        correct(store, "ffff", CorrectedField.CITY, "Bergen", "dana")


def test_the_latest_word_counts_and_an_undone_one_leaves_the_one_before(store):
    say(store, "city", "Bergen")
    say(store, "city", "Bodo")
    assert read(store).city.value == "Bodo"
    assert undo_correction(store, read(store).id, CorrectedField.CITY, "dana").value == "Bodo"
    assert read(store).city.value == "Bergen"
    undo_correction(store, read(store).id, CorrectedField.CITY, "dana")
    assert read(store).city.why is not Ground.CORRECTED
    with pytest.raises(UsageError):
        undo_correction(store, read(store).id, CorrectedField.CITY, "dana")


def test_search_finds_what_was_corrected(store):
    def total(query):
        return Finder().find(store.index(), Search(query)).total

    say(store, "country", "SE")
    say(store, "city", "Bergen")
    say(store, "name", "Knut Aspelund")
    keep_index(store)
    assert [total(query) for query in ("country:SE", "place:Bergen", "Aspelund", "Lars", "place:Oslo")] == [1] * 5
    undo_correction(store, read(store).id, CorrectedField.CITY, "dana")
    keep_index(store)
    assert [total("place:Bergen"), total("place:Oslo")] == [0, 1]


def test_a_correction_follows_its_report_into_another_record_and_another_reading(store):
    far = make_engagement(document="other.txt", day="2025-01-09")
    store.add(make_document("other.txt", text=TEXT + " It rained all day, and nobody minded."), "en", [far], MADE)
    keep_index(store)
    correct(store, far.id, CorrectedField.VENUE, "the old town hall", "dana")
    correct(store, far.id, CorrectedField.CAPACITY, "minister of trade", "dana", participant=1)
    judge(store, make_engagement().id, far.id, Verdict.SAME, "tester")
    assert read(store).venue.value == "the old town hall"
    newer = replace(far, participants=far.participants[1:], topics=(Sourced("energy", proof("trade")),))
    assert newer.id != far.id
    document = next(d for d in store.documents() if d.id == "other.txt")
    store.add(document, "en", [newer], Provenance("2", "steps", "tagger"))
    keep_index(store)
    record = read_record(store, find_record(store, newer.id))
    assert record.venue.value == "the old town hall"
    assert "minister of trade" in {part.capacity.value for part in record.participants if part.capacity}


def test_corrections_are_kept_with_the_store(store, tmp_path):
    say(store, "city", "Bergen")
    rows, faults = check_store(tmp_path / "elshi.db")
    assert (rows["correction"], faults) == (1, [])
