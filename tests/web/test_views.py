"""Views of what was found: places, months and pairs are those of the records, bounded, and told with how much is shown."""

from __future__ import annotations

import json
import re

import pytest

from elshi.language.city_points import find_point
from elshi.search.finding import Finder, Search
from elshi.search.query_language import QueryFault
from elshi.store import open_store
from elshi.web.pages import views
from tests.web.service import Service


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    return Service(tmp_path_factory.mktemp("views") / "elshi.db", editor="Asel")


def chart(desk, query, language="en"):
    text = desk.get(query, headers={"Accept-Language": language}).text
    return json.loads(re.search(r'<script type="application/json" id="chart">(.*?)</script>', text, re.S)[1])


def test_places_lie_where_they_are(desk):
    (point,) = chart(desk, "/search?view=map", "ru")["points"]
    assert point["name"] == "Осло"
    assert point["count"] == 3
    assert point["at"] == pytest.approx([10.75, 59.91], abs=0.1)
    assert point["href"] == "/search?place=Oslo"


def test_cities_of_one_name_are_told_apart_by_their_country():
    assert find_point("Birmingham", "US") != find_point("Birmingham", "GB")
    assert find_point("Birmingham") == find_point("Birmingham", "GB")
    assert find_point("Oslo", "KZ") is None
    assert find_point("Nowhere at all") is None


def test_months_without_records_are_in_the_time_line(desk):
    months = chart(desk, "/search?view=timeline")["months"]
    assert [(month["name"], month["count"]) for month in months] == [("March 2026", 1), ("April 2026", 0), ("May 2026", 1)]
    assert months[0]["href"] == "/search?month=2026-03"
    assert "1 record" in desk.get("/search?month=2026-03").text


def test_a_network_counts_who_stands_with_whom(desk):
    told = chart(desk, "/search?view=network")
    assert {node["name"] for node in told["nodes"]} == {"Aigul Serikova", "Lars Vik"}
    assert told["pairs"] == [{"one": 0, "other": 1, "count": 3}]
    states = chart(desk, "/search?view=network&of=country")
    assert {node["href"] for node in states["nodes"]} == {"/countries/KZ", "/countries/NO"}


def test_pairs_are_those_of_the_records_found(desk):
    with open_store(desk.path) as store:
        found = Finder().pairs(store.index(), Search("since:2026-04-01"), "person", 10)
        assert [pair.count for pair in found.pairs] == [1]
        assert Finder().pairs(store.index(), Search("topic:space"), "person", 10).pairs == ()
        assert isinstance(Finder().pairs(store.index(), Search('"'), "person", 10), QueryFault)


def test_how_much_is_shown_is_told(desk, monkeypatch):
    monkeypatch.setattr(views, "MOST_MONTHS", 1)
    text = desk.get("/search?view=timeline").text
    assert "showing 1 of 2" in text
    assert len(chart(desk, "/search?view=timeline")["months"]) == 1


@pytest.mark.parametrize("query", ["view=map", "view=timeline", "view=network"])
def test_where_nothing_is_found_that_is_said(desk, query):
    assert "There is nothing to show in this way." in desk.get(f"/search?q=zzzz&{query}").text


@pytest.mark.parametrize(
    ("words", "href"),
    [("norw", "/countries/NO"), ("Vik", "/people/"), ("Aygul Serikova", "/people/"), ("Oslo", "/places/"), ("trad", "/topics/trade")],
)
def test_names_are_suggested_with_their_pages(desk, words, href):
    told = desk.get("/suggest", params={"q": words}).json()
    assert any(one["href"].startswith(href) for one in told)
    for one in told:
        assert desk.get(one["href"]).status_code == 200, one


@pytest.mark.parametrize("words", ["", "a", "\0\0", "<script>", "\u202e" * 100])
def test_nothing_strange_is_suggested(desk, words):
    assert desk.get("/suggest", params={"q": words}).json() == []
