"""`elshi search` end to end: from documents to what a query finds in them."""

from __future__ import annotations

import json

import pytest

from tests.doubles import TEXT


@pytest.fixture
def search(elshi, place):
    """Two texts that report one meeting are read; call `search(...)` for the result of a search as JSON."""
    (place / "three.txt").write_text(f"{TEXT} Ports on the fjord are to be made larger this year.", encoding="utf-8")
    assert elshi("read", "one.txt", "three.txt").code == 0

    def run(*arguments):
        found = elshi("search", "--json", *arguments)
        assert found.code == 0, found.errors
        return json.loads(found.out)

    return run


@pytest.mark.parametrize(
    ("arguments", "total"),
    [
        (["Осло торговля"], 1),
        (["норвегия"], 1),
        (["Серікова"], 1),
        (["fjord"], 1),
        (["fjord", "--since", "2026-04"], 0),
        (["", "--person", "Айгуль Серикова", "--country", "NO", "--type", "встреча", "--until", "2026"], 1),
        (["said:trade", "--outcome", "meet again", "--said", "growing"], 1),
        (["", "--topic", "energy"], 0),
        (["--", "-fjord"], 0),
    ],
)
def test_search_finds_what_was_read_whatever_the_language(search, arguments, total):
    found = search(*arguments)
    assert (found["total"], len(found["records"])) == (total, total)


def test_facets_are_counted_over_everything_found(search, elshi):
    facets = search("", "--facets")["facets"]
    assert {f["value"]: f["count"] for f in facets["country"]} == {"KZ": 1, "NO": 1}
    assert [f["label"] for f in facets["person"]] == ["Aigul Serikova", "Lars Vik"]
    printed = elshi("search", "--facets")
    assert "Norway 1" in printed.out
    assert "1 record" in printed.errors


def test_a_person_is_found_by_the_beginning_of_the_id(search):
    person = search("", "--facets")["facets"]["person"][0]["value"]
    assert search("", "--person", person[:8])["total"] == 1
    assert search("", "--person", "00000000")["total"] == 0


def test_a_fault_is_shown_with_its_place_and_its_language(search, elshi, monkeypatch):
    wrong = elshi("search", "Иран cuntry:GR")
    assert (wrong.code, wrong.out) == (2, "")
    assert wrong.errors.splitlines() == ["elshi: there is no filter cuntry; did you mean country?", "  Иран cuntry:GR", "       ^^^^^^"]
    monkeypatch.setenv("ELSHI_LANGUAGE", "ru")
    assert "условия cuntry нет; может быть, country?" in elshi("search", "Иран cuntry:GR").errors
    monkeypatch.setenv("ELSHI_LANGUAGE", "kk")
    assert "topic: nonsense деп аталатын ештеңе жоқ" in elshi("search", "", "--topic", "nonsense").errors


def test_pages_are_told_by_their_last_record(search, elshi):
    assert elshi("search", "--after", "nowhere").code == 2
    assert search("", "--limit", "1")["after"] is None
    assert search("", "--after", "0.739680.0")["records"]
    assert search("", "--after", "0.1.0")["records"] == []
