"""The record of several reports: what is shown, why, who says otherwise, and how many voices there are."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elshi.records import Basis, EngagementType, EventDate, Ground, Sourced, Status
from elshi.resolution.gists import make_gist
from elshi.resolution.merging import Source, merge
from tests.doubles import TEXT, make_document, make_engagement, proof


def source(name: str, day: str | None = "2026-03-04", basis: Basis = Basis.EXPLICIT, text: str | None = None, **changes) -> Source:
    """A report with a text of its own, unless one is given."""
    document = make_document(name, text or f"{TEXT} " + " ".join(f"{name}{n}" for n in range(80)))
    engagement = replace(make_engagement(name), date=EventDate(day, basis, proof("4 March")), **changes)
    return Source(make_gist(name, document, "en", engagement), engagement, document.text)


def status(value: Status) -> Sourced[Status]:
    return Sourced(value, proof("met"))


def kind(value: EngagementType) -> Sourced[EngagementType]:
    return Sourced(value, proof("met"))


def told(field):
    return {t.value: t.voices for t in field.told}


def test_what_all_say_is_shown_without_ado():
    record = merge([source("a"), source("b")])
    assert (record.type.value, record.type.why, record.type.contradicted) == ("meeting", Ground.ONLY, False)
    assert [(p.name.value, [t.value for t in p.represents]) for p in record.participants] == [
        ("Aigul Serikova", ["KZ"]),
        ("Lars Vik", ["NO"]),
    ]
    assert record.id == min(record.reports)
    assert len(record.voices) == 2


def test_the_14th_or_the_15th_is_a_contradiction():
    record = merge([source("a", "2026-04-14"), source("b", "2026-04-15"), source("c", "2026-04-15")])
    assert (record.date.value, record.date.why, record.date.contradicted) == ("2026-04-15", Ground.MOST, True)
    assert told(record.date) == {"2026-04-14": 1, "2026-04-15": 2}


def test_a_dateline_does_not_outvote_a_day_that_is_named():
    record = merge([source("a", "2026-04-14"), source("b", "2026-04-15", Basis.DATELINE), source("c", "2026-04-15", Basis.PUBLISHED)])
    assert (record.date.value, record.date.why, record.date.contradicted) == ("2026-04-14", Ground.NAMED, False)


def test_reprints_are_one_voice():
    text = f"{TEXT} " + " ".join(f"word{n}" for n in range(80))
    record = merge([source("a", "2026-04-15", text=text), source("b", "2026-04-15", text=text + " Copied."), source("c", "2026-04-14")])
    assert sorted(map(len, record.voices)) == [1, 2]
    assert told(record.date) == {"2026-04-14": 1, "2026-04-15": 1}


def test_an_announcement_gives_way_to_the_news_that_it_took_place():
    record = merge([source("a", "2026-03-04/2026-03-06", status=status(Status.PLANNED)), source("b", "2026-03-05")])
    assert (record.status.value, record.status.why, record.status.contradicted) == ("held", Ground.LATEST, False)
    assert (record.date.value, record.date.contradicted) == ("2026-03-05", False)


def test_held_or_called_off_is_a_contradiction():
    assert merge([source("a"), source("b", status=status(Status.CANCELLED))]).status.contradicted


def test_talks_or_a_meeting_is_shown_as_one_and_marked():
    record = merge([source("a", type=kind(EngagementType.TALKS)), source("b"), source("c")])
    assert (record.type.value, record.type.contradicted) == ("meeting", True)


def test_what_is_said_is_kept_with_who_said_it():
    record = merge([source("a"), source("b")])
    assert [(q.field, q.about, q.words) for q in record.quotes][:2] == [
        ("statement", "Aigul Serikova", "said that trade was growing"),
        ("outcome", "agreed", "agreed to meet again"),
    ]
    assert {q.report for q in record.quotes} == set(record.reports)


def test_no_reports_make_no_record():
    with pytest.raises(ValueError, match="needs a report"):
        merge([])


SOURCES = [
    source("a", "2026-04-14"),
    source("b", "2026-04-15", Basis.DATELINE, type=kind(EngagementType.TALKS)),
    source("c", None, Basis.NONE),
    source("d", "2026-04", status=status(Status.PLANNED)),
]


@given(st.permutations(SOURCES))
def test_the_order_of_reports_makes_no_difference(mixed):
    assert merge(mixed) == merge(SOURCES)
