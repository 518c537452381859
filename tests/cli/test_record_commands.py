"""Commands on records: what they print, what they change, and that undoing gives back what was."""

from __future__ import annotations

import json

import pytest

from tests.doubles import TEXT


@pytest.fixture
def ids(elshi, place):
    """Two texts that report one meeting, read; gives the ids of the two reports."""
    (place / "three.txt").write_text(
        f"{TEXT} Trade grew by a third, and ports on the fjord are to be made larger this year.", encoding="utf-8"
    )
    rows = [json.loads(line) for line in elshi("read", "--json", "one.txt", "three.txt").out.splitlines()]
    engagements = [row["engagements"][0] for row in rows]
    assert engagements[0]["record"] == engagements[1]["record"] == min(e["id"] for e in engagements)
    assert [p["entity"] for p in engagements[0]["participants"]] == [p["entity"] for p in engagements[1]["participants"]]
    return [e["id"] for e in engagements]


def records(elshi):
    return [json.loads(line) for line in elshi("records", "--json").out.splitlines()]


def test_two_reports_of_one_meeting_are_one_record(elshi, ids):
    (record,) = records(elshi)
    assert record["reports"] == sorted(ids)
    assert "1 record" in elshi("records").errors
    assert "Lars Vik (NO)" in elshi("records").out


def test_any_reports_id_shows_the_record(elshi, ids):
    shown = {elshi("show", identifier[:10]).out for identifier in ids}
    assert len(shown) == 1
    assert "[1][2]" in shown.pop()
    assert json.loads(elshi("show", "--json", ids[0]).out)["reports"] == sorted(ids)
    assert "«" in elshi("show", "--report", ids[1]).out


def test_a_persons_word_splits_and_undoing_gives_it_back(elshi, ids):
    before = records(elshi)
    assert elshi("different", *ids, "--why", "two rounds", "--who", "dana").code == 0
    assert [r["reports"] for r in records(elshi)] == sorted([i] for i in ids)
    why = elshi("why", *ids).out
    assert "two things" in why
    assert "dana said on" in why
    assert "(two rounds)" in why
    assert "taken back" in elshi("undo").errors
    assert records(elshi) == before
    assert elshi("undo").code == 2


def test_people_can_be_told_apart_and_joined(elshi, ids):
    def people():
        (row,) = [json.loads(line) for line in elshi("read", "--json", "one.txt").out.splitlines()]
        return [p["entity"] for p in row["engagements"][0]["participants"]]

    first, second = people()
    assert elshi("same", first, second).code == 0
    assert set(people()) == {min(first, second)}
    elshi("undo")
    assert people() == [first, second]


@pytest.mark.parametrize("arguments", [("why", "zz", "aa"), ("same", "zz", "aa"), ("show", "zz")])
def test_unknown_ids_are_refused(elshi, ids, arguments):
    result = elshi(*arguments)
    assert result.code == 1
    assert "zz" in result.errors


def test_the_reasons_are_in_the_users_language(elshi, ids, monkeypatch):
    monkeypatch.setenv("ELSHI_LANGUAGE", "kk")
    assert "Бір адамдар қатыса ма." in elshi("why", *ids).out
    monkeypatch.setenv("ELSHI_LANGUAGE", "ru")
    assert "Совпадают ли дни." in elshi("why", *ids).out
    (reasons,) = [json.loads(line) for line in elshi("why", "--json", *ids).out.splitlines()]
    assert reasons["likeness"]["score"] > 0.5
    assert {r["comparison"] for r in reasons["likeness"]["reasons"]} >= {"participants", "date", "wording"}


@pytest.mark.parametrize(("code", "named"), [("ru", "Осло, Норвегия"), ("kk", "Осло, Норвегия"), ("en", "Oslo, Norway")])
def test_places_are_named_in_the_users_language(elshi, ids, monkeypatch, code, named):
    monkeypatch.setenv("ELSHI_LANGUAGE", code)
    city, country = named.split(", ")
    for arguments in (("records",), ("read", "one.txt"), ("search", "Serikova")):
        words = " ".join(elshi(*arguments).out.split())
        assert city in words, arguments
        assert country in words, arguments
        assert ("Oslo" in words) == (code == "en"), arguments
    assert f": {city} [1][2]" in elshi("show", ids[0]).out
    assert json.loads(elshi("show", "--json", ids[0]).out)["city"]["value"] == "Oslo"


def test_a_person_and_an_engagement_cannot_be_the_same(elshi, ids):
    (row,) = [json.loads(line) for line in elshi("read", "--json", "one.txt").out.splitlines()]
    person = row["engagements"][0]["participants"][0]["entity"]
    assert elshi("same", ids[0], person).code == 2
    assert elshi("same", ids[0], ids[0]).code == 2
    assert elshi("why", ids[0], ids[0]).code == 2
    assert "both ids" in elshi("why", ids[0], ids[0]).errors


def test_an_empty_id_and_an_enormous_one_are_refused_in_few_words(elshi, ids):
    assert "the id is empty" in elshi("same", "", ids[0]).errors
    assert "the id is empty" in elshi("show", "").errors
    refused = elshi("why", "\x1b[31m" + "a" * 100_000, ids[0])
    assert refused.code == 1
    assert len(refused.errors) < 1200
    assert "\x1b" not in refused.errors


def test_who_and_why_are_printed_on_one_line_and_in_the_open(elshi, ids):
    elshi("same", *ids, "--who", "\x1b[2Jdana", "--why", "as\nthe [bold]desk[/bold] says\u202e")
    (line,) = [line for line in elshi("why", *ids).out.splitlines() if "dana" in line]
    assert "as the [bold]desk[/bold] says" in line
    assert not {"\x1b", "\u202e"}.intersection(line)


def test_people_who_meet_are_kept_apart_and_a_way_between_two_is_told(elshi, ids, place, monkeypatch):
    (row,) = [json.loads(line) for line in elshi("read", "--json", "one.txt").out.splitlines()]
    first, second = (p["entity"] for p in row["engagements"][0]["participants"])
    assert "both take part in one engagement" in elshi("why", first, second).out
    assert json.loads(elshi("why", "--json", first, second).out)["met"] is False
    monkeypatch.setenv("ELSHI_LANGUAGE", "ru")
    assert "оба участвуют в одном контакте" in elshi("why", first, second).out


def test_a_value_is_corrected_shown_and_given_back(elshi, ids):
    before = elshi("show", ids[0]).out
    assert "Bergen" in elshi("correct", ids[0][:10], "city", "Bergen", "--why", "the ministry says so", "--who", "dana").errors
    shown = elshi("show", ids[1]).out
    assert all(words in shown for words in ("Bergen", "corrected", "dana", "the ministry says so", "Oslo"))
    assert "Bergen" in elshi("correct", ids[0]).out
    (told,) = [json.loads(line) for line in elshi("correct", ids[0], "--json").out.splitlines()]
    assert (told["correction"]["who"], told["told"][0]["value"]) == ("dana", "Oslo")
    assert elshi("correct", ids[0], "name", "Lars Vikström", "--participant", "2").code == 0
    assert "Lars Vikström" in elshi("records").out
    assert elshi("correct", ids[0], "name", "--undo", "--participant", "2").code == 0
    assert "taken back" in elshi("correct", ids[0], "city", "--undo").errors
    assert elshi("show", ids[0]).out == before


@pytest.mark.parametrize("arguments", [("city",), ("type", "war"), ("name", "Lars"), ("colour", "red"), ("city", "--undo")])
def test_what_cannot_be_corrected_is_said(elshi, ids, arguments):
    assert elshi("correct", ids[0], *arguments).code == 2


def test_what_was_looked_at_is_written_as_annotated_documents(elshi, ids, place):
    assert "0 annotated documents" in elshi("annotations", "gold").errors
    assert not (place / "gold").exists()
    elshi("correct", ids[0], "city", "Bergen", "--who", "dana")
    assert elshi("annotations", "gold", "--partly").code == 0
    documents = [json.loads(path.read_text()) for path in sorted((place / "gold").glob("*.json"))]
    assert documents
    assert {e["place"]["city"] for d in documents for e in d["engagements"] if e["id"] in d["reviewed"]} == {"Bergen"}
    result = elshi("annotations", "gold")
    assert (result.code, "something in gold already" in result.errors) == (2, True)
