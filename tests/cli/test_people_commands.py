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
    assert known["Lars Vik"]["records"] == 1
    shown = elshi("people")
    assert "Lars Vik (NO), 1 record" in shown.out
    assert "people" in shown.errors or "person" in shown.errors


def test_a_name_is_found_in_another_script(people):
    assert [person["name"] for person in people("Ларс Вик")] == ["Lars Vik"]
    assert people("Ларс Вак") == []
    assert len(people("--country", "NO")) == len(people("--country", "no")) == 1
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


@pytest.mark.parametrize(
    "text",
    [
        "",
        "name\nLars Vik\n",
        "wikidata,name\nforty-two,Lars Vik\n",
        "wikidata\nQ1\n",
        "wikidata,name\nQ1\n",
        "wikidata,name\nQ1, \n",
        f"wikidata,name\nQ1,{'a' * 200_000}\n",
    ],
    ids=["empty", "no ids", "no Wikidata id", "no names", "a short line", "an empty name", "an enormous name"],
)
def test_other_files_are_refused(elshi, people, place, text):
    file = place / "ids.csv"
    file.write_text(text, encoding="utf-8")
    refused = elshi("link", str(file))
    assert refused.code == 2
    assert "ids.csv" in refused.errors


def test_a_file_that_is_not_there(elshi, people, place):
    assert elshi("link", str(place / "none.csv")).code == 2


@pytest.mark.parametrize("name", [" ", "\x1b[31mLars\u202e", "[bold]Lars[/bold]", "%", "Lars " * 5000])
def test_any_name_may_be_asked_for(elshi, people, name):
    shown = elshi("people", name)
    assert shown.code == 0
    assert "\x1b" not in shown.out + shown.errors
