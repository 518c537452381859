"""What of a record can be found."""

from __future__ import annotations

from datetime import date

import pytest

from elshi.records import Document, list_appearances
from elshi.resolution.gists import make_gist
from elshi.resolution.merging import Source, merge
from elshi.resolution.profiles import profile_of
from elshi.search.entries import Account, days_of, make_entry, post_values
from elshi.search.terms import Field
from tests.doubles import TEXT, make_document, make_engagement


def entry_of(document: Document):
    engagement = make_engagement()
    record = merge([Source(make_gist("key", document, "en", engagement), engagement, document.text)])
    profiles = {(a.engagement, a.place): profile_of(a) for a in list_appearances(engagement, "en")}
    return make_entry(record, [Account("en", document, document.text)], profiles, {engagement.id: "en"})


def test_an_entry_has_words_by_field_values_and_people():
    entry = entry_of(make_document(source="Example Agency", title="A walk"))
    told = {(t.field, t.words) for t in entry.texts}
    assert {(Field.ANY, TEXT), (Field.ANY, "A walk"), (Field.RECORD, "Aigul Serikova"), (Field.RECORD, "ambassador")} <= told
    assert any(field is Field.SAID and "trade" in words for field, words in told)
    assert any(field is Field.OUTCOME and "meet again" in words for field, words in told)
    assert {("country", "KZ"), ("country", "NO"), ("place", "Oslo"), ("type", "meeting"), ("source", "Example Agency")} <= set(entry.values)
    assert ("post", "ambassador") in entry.marks
    assert ("where", "Oslo") in entry.marks
    assert (entry.first, len(entry.people), {name for _, name, _ in entry.names}) == (date(2026, 3, 4), 2, {"Aigul Serikova", "Lars Vik"})


def test_a_source_without_a_name_is_its_host():
    assert ("source", "gov.example") in entry_of(make_document(url="https://gov.example/news/1")).values
    assert not [v for f, v in entry_of(make_document(url="https://[broken")).values if f == "source"]


def test_what_databases_cannot_write_is_replaced():
    assert ("source", "a?b c") in entry_of(make_document(source="a\ud800b\0c")).values


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2026-03-05", (date(2026, 3, 5), date(2026, 3, 5))),
        ("2026-03-05/2026-03-07", (date(2026, 3, 5), date(2026, 3, 7))),
        ("2026-12", (date(2026, 12, 1), date(2026, 12, 31))),
        ("2024-02", (date(2024, 2, 1), date(2024, 2, 29))),
        ("2026", (date(2026, 1, 1), date(2026, 12, 31))),
        ("9999-12", (date(9999, 12, 1), date(9999, 12, 31))),
        ("2026-13-01", (None, None)),
        ("soon", (None, None)),
        ("", (None, None)),
    ],
)
def test_days_months_years_and_intervals_have_a_first_and_a_last_day(value, days):
    assert days_of(value) == days


def test_a_post_is_found_by_its_sense_in_any_language():
    senses = [
        post_values(*post) for post in (("министр иностранных дел", "ru"), ("foreign minister", "en"), ("сыртқы істер министрі", "kk"))
    ]
    assert senses[0] == senses[1] == senses[2] == ["minister", "minister/foreign"]
    assert post_values("торговля", "ru") == []
