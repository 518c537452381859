"""Commands on people: who is listed, with which posts, and ids from elsewhere."""

from __future__ import annotations

import json

import pytest


@pytest.fixture
def people(elshi):
    """Reads a text and gives what `elshi people` then lists."""
    elshi("read", "one.txt")

    def listed(*arguments):
        return [json.loads(line) for line in elshi("people", "--json", *arguments).out.splitlines()]

    return listed


def test_people_are_listed_with_their_posts(elshi, people):
    known = {person["name"]: person for person in people()}
    assert "Lars Vik" in known
    assert known["Lars Vik"]["codes"] == ["NO"]
    assert known["Lars Vik"]["reports"] == 1
    shown = elshi("people")
    assert "Lars Vik (NO), 1 engagement" in shown.out
    assert "people" in shown.errors or "person" in shown.errors


def test_a_name_is_found_in_another_script(people):
    assert [person["name"] for person in people("Ларс Вик")] == ["Lars Vik"]
    assert people("Ларс Вак") == []
    assert len(people("--country", "NO")) == 1
    assert len(people("--limit", "1")) == 1


def test_posts_as_of_a_day(people):
    assert people("--as-of", "1990-01-01") == []


def test_wikidata_ids_are_taken_over_once(elshi, people, place):
    file = place / "ids.csv"
    file.write_text("wikidata,name,represents\nhttps://www.wikidata.org/wiki/Q999001,Ларс Вик,NO\n", encoding="utf-8")
    assert "1 new id" in elshi("link", str(file)).errors
    assert "0 new ids" in elshi("link", str(file)).errors
    (person,) = people("Lars Vik")
    assert person["links"] == ["wikidata:Q999001"]
    assert "wikidata:Q999001" in elshi("people").out


def test_lines_that_lead_nowhere_are_named(elshi, people, place):
    file = place / "ids.tsv"
    file.write_text("entity\twikidata\nffffffffffffffffffff\tQ5\n", encoding="utf-8")
    linked = elshi("link", str(file))
    assert linked.code == 1
    assert "ids.tsv:2: " in linked.errors


@pytest.mark.parametrize("text", ["", "name\nLars Vik\n", "wikidata,name\nforty-two,Lars Vik\n", "wikidata\nQ1\n"])
def test_other_files_are_refused(elshi, people, place, text):
    file = place / "ids.csv"
    file.write_text(text, encoding="utf-8")
    assert elshi("link", str(file)).code == 2


def test_a_file_that_is_not_there(elshi, people, place):
    assert elshi("link", str(place / "none.csv")).code == 2
