"""A store's records: what documents report and people judge, in any order, and after a run that was killed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from elshi.errors import UnknownRecord
from elshi.records import EngagementType, Judgement, Subject, Verdict
from elshi.register.records import find_record, list_records, read_record
from elshi.register.resolving import resolve
from elshi.resolution.judgements import last_standing, take_back
from elshi.store import Provenance, Query, open_store
from tests.doubles import TEXT, make_document, make_engagement

MADE = Provenance("1.0", "language=1", "tagger 1")
START = datetime(2026, 5, 4, 9, tzinfo=UTC)


def reading(number: int, day: str = "2026-03-04", kind: EngagementType = EngagementType.MEETING):
    """A document of its own that reports the meeting."""
    document = make_document(f"note-{number}.txt", f"{TEXT} {number} " + f"word{number} " * 40, published=date(2026, 3, 5))
    return document, make_engagement(document.id, kind, day)


READINGS = [
    reading(0),
    reading(1),
    reading(2, "2026-03-05"),
    reading(3, "2026-03-09"),
    reading(4, "2026-03-09", EngagementType.TALKS),
    reading(5, "2026-03-20", EngagementType.CALL),
]
IDS = [engagement.id for _, engagement in READINGS]


def say(one: int, other: int, verdict: Verdict, minute: int) -> Judgement:
    return Judgement(Subject.ENGAGEMENT, IDS[one], IDS[other], verdict, "dana", START + timedelta(minutes=minute))


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "elshi.db") as opened:
        yield opened


def add(store, *numbers):
    for number in numbers:
        document, engagement = READINGS[number]
        store.add(document, "en", [engagement], MADE)


def clusters(store):
    return sorted(store.shelf(Subject.ENGAGEMENT).clusters())


def together(*groups):
    return sorted(tuple(sorted(IDS[n] for n in group)) for group in groups)


def test_reports_of_one_meeting_are_one_record_and_days_apart_are_two(store):
    add(store, *range(6))
    resolve(store)
    assert clusters(store) == together((0, 1, 2), (3, 4), (5,))
    record = read_record(store, find_record(store, IDS[2]))
    assert record.reports == tuple(sorted(IDS[:3]))
    assert (record.date.value, record.date.contradicted) == ("2026-03-04", True)
    assert [part.name.value for part in record.participants] == ["Aigul Serikova", "Lars Vik"]
    assert len(list(list_records(store, Query(limit=2)))) == 2


def test_an_unknown_id_leads_nowhere(store):
    add(store, 0)
    resolve(store)
    for identifier in ("", "zz"):
        with pytest.raises(UnknownRecord):
            find_record(store, identifier)


def tell_all(folder, order, pauses, draw):
    """The clusters after adding all readings in this order, with judgements and resolutions in between."""
    said = [say(0, 2, Verdict.DIFFERENT, 1), say(3, 5, Verdict.SAME, 2), say(1, 4, Verdict.SAME, 3)]
    with open_store(folder / "elshi.db") as store:
        for number, pause in zip(order, pauses, strict=True):
            add(store, number)
            if said and draw():
                store.add_judgement(said.pop())
            if pause:
                resolve(store)
        for judgement in said:
            store.add_judgement(judgement)
        resolve(store)
        return clusters(store)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.permutations(range(6)), st.lists(st.booleans(), min_size=6, max_size=6), st.data())
def test_no_order_and_no_batching_makes_a_difference(tmp_path_factory, order, pauses, data):
    expected = tell_all(tmp_path_factory.mktemp("straight"), range(6), [False] * 6, lambda: False)
    assert tell_all(tmp_path_factory.mktemp("any"), order, pauses, lambda: data.draw(st.booleans())) == expected


def test_undoing_gives_back_exactly_what_was(store):
    add(store, *range(6))
    resolve(store)
    before = clusters(store)
    for minute, (one, other, verdict) in enumerate(
        [(0, 1, Verdict.DIFFERENT), (2, 5, Verdict.SAME), (0, 3, Verdict.SAME), (0, 1, Verdict.SAME)]
    ):
        store.add_judgement(say(one, other, verdict, minute))
        resolve(store)
    assert clusters(store) != before
    while (last := last_standing(store.judgements())) is not None:
        store.add_judgement(take_back(last, "dana"))
        resolve(store)
    assert clusters(store) == before
    assert len(store.judgements()) == 8


def test_a_new_reading_takes_the_place_of_the_old(store):
    add(store, 0, 1, 2)
    resolve(store)
    document, _ = READINGS[1]
    newer = make_engagement(document.id, EngagementType.CALL, "2026-04-20")
    store.add(document, "en", [newer], replace(MADE, tagger="tagger 2"))
    resolve(store)
    assert clusters(store) == sorted([*together((0, 2)), (newer.id,)])


def test_another_version_of_the_resolution_makes_everything_anew(store, monkeypatch):
    add(store, 0, 1, 5)
    resolve(store)
    monkeypatch.setattr("elshi.register.resolving.RESOLUTION", "events=next")
    monkeypatch.setattr("elshi.resolution.events.SAME", 0.999999)
    resolve(store)
    assert clusters(store) == together((0,), (1,), (5,))


def test_what_a_killed_run_left_is_made_up_for(store, monkeypatch):
    add(store, 0, 1)

    def die(*given):
        raise KeyboardInterrupt

    monkeypatch.setattr("elshi.register.resolving.Resolution._cluster_events", die)
    with pytest.raises(KeyboardInterrupt):
        resolve(store)
    assert clusters(store) == []
    monkeypatch.undo()
    resolve(store)
    assert clusters(store) == together((0, 1))


def test_two_runs_at_once_do_the_work_once(tmp_path):
    path = tmp_path / "elshi.db"
    with open_store(path) as store:
        add(store, *range(6))

    def run(_number):
        with open_store(path) as store:
            resolve(store)
            return clusters(store)

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(run, range(4))) == [together((0, 1, 2), (3, 4), (5,))] * 4


def test_a_judgement_outlives_a_new_reading(store):
    add(store, 0, 1)
    resolve(store)
    store.add_judgement(say(0, 1, Verdict.DIFFERENT, 1))
    document, _ = READINGS[1]
    newer = make_engagement(document.id, EngagementType.TALKS)
    assert newer.id != IDS[1]
    store.add(document, "en", [newer], replace(MADE, tagger="tagger 2"))
    resolve(store)
    assert clusters(store) == sorted([(IDS[0],), (newer.id,)])
    store.add_judgement(take_back(store.judgements()[0], "dana"))
    resolve(store)
    assert clusters(store) == [tuple(sorted((IDS[0], newer.id)))]


def test_a_judgement_is_kept_when_the_run_dies_before_it_counts(store, monkeypatch):
    add(store, 0, 1)
    resolve(store)
    store.add_judgement(say(0, 1, Verdict.DIFFERENT, 1))

    def die(*given):
        raise KeyboardInterrupt

    monkeypatch.setattr("elshi.register.resolving.Resolution.take_word", die)
    with pytest.raises(KeyboardInterrupt):
        resolve(store)
    assert clusters(store) == together((0, 1))
    monkeypatch.undo()
    resolve(store)
    assert clusters(store) == together((0,), (1,))
