"""What people looked at, as annotated documents: their word in the place of what was read, for the reports that it is about."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from elshi.pipeline.evaluation import evaluate, read_gold
from elshi.records import CorrectedField, EngagementType, Sourced, Subject, Verdict
from elshi.records.serialise import encode_plain
from elshi.register.annotations import list_annotations
from elshi.register.correcting import correct, take_back_correction
from elshi.register.judging import judge
from elshi.register.resolving import resolve
from elshi.store import Provenance, open_store
from tests.doubles import TEXT, make_document, make_engagement, proof

MADE = Provenance("1", "steps", "tagger")


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "elshi.db") as opened:
        yield opened


def add(store, name, *engagements, language="en"):
    document = make_document(name, TEXT + " " * len(name), source=f"source of {name}")
    told = [replace(e, document=document.id) for e in engagements] or [make_engagement(document.id)]
    store.add(document, language, told, MADE)
    resolve(store)
    return [engagement.id for engagement in told]


def say(store, report, field, value, participant=None):
    return correct(store, report, CorrectedField(field), value, "Asel", participant=participant)


def the_one(store, **more):
    (document,) = list_annotations(store, **more)
    return document


def test_what_is_accepted_stands_as_it_was_read(store):
    (report,) = add(store, "a.txt")
    assert list(list_annotations(store)) == []
    say(store, report, "review", "accepted")
    document = the_one(store)
    (engagement,) = document["engagements"]
    assert document["text"] == TEXT + " " * 5
    assert all(words in document["text"] for words in engagement["evidence"])
    assert [p["name"] for p in engagement["participants"]] == ["Aigul Serikova", "Lars Vik"]
    assert engagement["statements"][0]["quote"] in TEXT
    assert engagement["event"] == store.shelf(Subject.ENGAGEMENT).cluster_of(report)
    assert len({p["person"] for p in engagement["participants"]}) == 2
    assert document["reviewed"] == ["e1"]


def test_a_corrected_field_is_the_only_one_in_which_reading_and_annotation_differ(store, tmp_path):
    (report,) = add(store, "a.txt")
    read = encode_plain(store.reports_under(report)[0].engagement)
    for field, value, participant in (("city", "Bergen", None), ("capacity", "rector of the university", 1), ("represents", "SE", 1)):
        say(store, report, field, value, participant)
    document = the_one(store)
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "a.json").write_text(json.dumps(document))
    gold = read_gold(tmp_path / "gold")
    fields = evaluate(gold, {document["id"]: [read]})["all"].fields
    wrong = {name for name, counts in fields.items() if (counts.found or counts.gold) and counts.f1 < 100}
    assert wrong == {"city", "capacity", "represents", "complete"}


def test_a_corrected_name_is_also_the_speakers(store):
    (report,) = add(store, "a.txt")
    say(store, report, "name", "Aigul Serikbayeva", 0)
    (engagement,) = the_one(store)["engagements"]
    assert engagement["participants"][0]["name"] == "Aigul Serikbayeva"
    assert engagement["participants"][0]["mention"] == "Aigul Serikova"
    assert {statement["speaker"] for statement in engagement["statements"]} == {"Aigul Serikbayeva"}


def test_what_is_no_engagement_is_left_out_and_the_document_stays(store):
    (report,) = add(store, "a.txt")
    say(store, report, "review", "dismissed")
    assert the_one(store)["engagements"] == []


def test_a_document_counts_when_all_of_it_was_looked_at(store):
    other = replace(make_engagement("b.txt", EngagementType.SIGNING), evidence=(proof("agreed").spans[0],))
    one, second = add(store, "b.txt", make_engagement("b.txt"), other)
    say(store, second, "type", "talks")
    assert list(list_annotations(store)) == []
    document = the_one(store, partly=True)
    assert [e["type"] for e in document["engagements"]] == ["meeting", "talks"]
    assert document["reviewed"] == ["e2"]
    say(store, one, "review", "accepted")
    assert the_one(store)["reviewed"] == ["e1", "e2"]


def test_what_is_taken_back_counts_no_more(store):
    (report,) = add(store, "a.txt")
    take_back_correction(store, say(store, report, "city", "Bergen"), "Asel")
    assert list(list_annotations(store)) == []


def test_a_report_that_says_something_else_keeps_its_word(store):
    (one,) = add(store, "a.txt")
    (other,) = add(store, "bb.txt", replace(make_engagement("bb.txt"), type=Sourced(EngagementType.TALKS, proof("met"))))
    judge(store, one, other, Verdict.SAME, "Asel", "")
    resolve(store)
    shown = store.reports_under(min(one, other))[0].engagement.type.value.value
    say(store, one, "type", "visit")
    say(store, one, "city", "Bergen")
    told = {d["id"]: d["engagements"][0] for d in list_annotations(store)}
    assert {e["place"]["city"] for e in told.values()} == {"Bergen"}
    assert sorted(e["type"] for e in told.values()) == sorted({"meeting", "talks"} - {shown} | {"visit"})
    assert len({e["event"] for e in told.values()}) == 1


def test_a_name_in_another_language_is_not_touched(store):
    (one,) = add(store, "a.txt")
    (other,) = add(store, "bb.txt", language="ru")
    judge(store, one, other, Verdict.SAME, "Asel", "")
    resolve(store)
    record = store.shelf(Subject.ENGAGEMENT).cluster_of(one)
    assert record == store.shelf(Subject.ENGAGEMENT).cluster_of(other)
    said = say(store, one, "capacity", "consul general", 0)
    told = {d["id"]: d["engagements"][0]["participants"][0]["capacity"] for d in list_annotations(store)}
    names = {one: "a.txt", other: "bb.txt"}
    assert told[names[said.report]] == "consul general"
    assert sorted(told.values()) == ["ambassador", "consul general"]
