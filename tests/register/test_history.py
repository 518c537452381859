"""A record as it was known on a day: with the sources that had been read, and the judgements that had been given, by then."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from elshi.errors import UnknownRecord
from elshi.records import CorrectedField, Correction, EngagementType, Judgement, Subject, Verdict
from elshi.register.history import as_known
from elshi.register.records import find_record, read_record
from elshi.register.resolving import resolve
from elshi.store import Provenance, open_store
from tests.doubles import make_document, make_engagement

MADE, NEWER = Provenance("1.0", "language=1", "tagger 1"), Provenance("1.0", "language=1", "tagger 2")


def at(day):
    return datetime(2026, 3, day, 12, tzinfo=UTC)


@pytest.fixture
def store(address):
    with open_store(address) as opened:
        yield opened


def add(store, name, day, kind=EngagementType.MEETING, made=MADE):
    engagement = make_engagement(name, kind)
    store.add(make_document(name), "en", [engagement], made, at(day))
    return engagement.id


def known(store, identifier, day):
    with as_known(store, identifier, date(2026, 3, day)) as (then, there):
        return read_record(then, there)


def test_a_source_that_was_read_later_is_not_known_yet(store):
    one, other = add(store, "1.txt", 5), add(store, "2.txt", 7)
    resolve(store)
    record = find_record(store, one)
    assert set(read_record(store, record).reports) == {one, other}
    for identifier in (one, record):
        assert known(store, identifier, 6).reports == (one,)
        assert set(known(store, identifier, 7).reports) == {one, other}
    with pytest.raises(UnknownRecord, match=r"nothing was known of .* on 2026-03-04"):
        known(store, one, 4)


def test_an_older_reading_counts_until_the_newer_one(store):
    old = add(store, "1.txt", 5)
    new = add(store, "1.txt", 7, EngagementType.TALKS, NEWER)
    resolve(store)
    assert known(store, new, 8).type.value == "talks"
    assert known(store, old, 6).type.value == "meeting"
    assert known(store, new, 6).type.value == "meeting"


def test_a_judgement_counts_from_its_day(store):
    one, other = add(store, "1.txt", 5), add(store, "2.txt", 5)
    store.add_judgement(Judgement(Subject.ENGAGEMENT, one, other, Verdict.DIFFERENT, "dana", at(9), ""))
    resolve(store)
    assert read_record(store, find_record(store, one)).reports == (one,)
    assert set(known(store, one, 8).reports) == {one, other}
    assert known(store, one, 9).reports == (one,)


def test_a_correction_counts_from_its_day(store):
    one = add(store, "1.txt", 5)
    resolve(store)
    with store.transaction():
        store.add_correction(Correction(one, CorrectedField.TYPE, "visit", "dana", at(9)))
    assert known(store, one, 8).type.value == "meeting"
    assert known(store, one, 9).type.value == "visit"


def test_what_never_was_is_unknown(store):
    with pytest.raises(UnknownRecord):
        known(store, "nothing", 5)
