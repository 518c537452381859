"""The first page: what is planned, the nearest first, and outcomes with days to come, however long ago they were agreed."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from elshi.records import Outcome, OutcomeKind, Sourced, Status
from elshi.search.keeping import keep_index
from elshi.store import Provenance, open_store
from tests.doubles import TEXT, at, make_document, make_engagement, proof
from tests.web.service import Service

TODAY = date.today()
MADE_BY = Provenance("1", "steps", "tagger")
LONG_AGO = "2019-02-03"


def agreed(due: str) -> Outcome:
    return Outcome(OutcomeKind.AGREED, at("agreed to meet again"), "agreed", date=Sourced(due, proof("4 March")))


@pytest.fixture
def service(tmp_path):
    made = Service(tmp_path / "elshi.db", editor="Asel")
    with open_store(made.path) as store:
        for number in range(8):
            document = make_document(f"plan{number}.txt", TEXT + " " * (10 + number))
            day = (TODAY + timedelta(days=3 * (number + 1))).isoformat()
            planned = replace(make_engagement(document.id, day=day), status=Sourced(Status.PLANNED, proof("met")))
            store.add(document, "en", [planned], MADE_BY)
        keep_index(store)
    return made


def add_outcome(service, due: str, number: int = 0) -> None:
    with open_store(service.path) as store:
        document = make_document(f"due{number}.txt", TEXT + " " * (100 + number))
        store.add(document, "en", [replace(make_engagement(document.id, day=LONG_AGO), outcomes=(agreed(due),))], MADE_BY)
        keep_index(store)


def due_days(page: str) -> list[str]:
    return re.findall(r'<p class="due"><a href="[^"]+">([^<]+)</a>', page)


def test_of_much_that_is_planned_the_nearest_is_told_and_in_order(service, monkeypatch):
    monkeypatch.setattr("elshi.web.pages.today.COMING", 4)
    page = service.get("/?lang=en").text
    days = re.findall(r'<h3 class="dayline">([0-9]+) ', page[page.index('id="coming"') :])
    assert days == [str((TODAY + timedelta(days=3 * number)).day) for number in (1, 2, 3, 4)]


@pytest.mark.parametrize("ahead", [0, 1, 40, 300])
def test_an_outcome_is_told_whose_day_is_to_come(service, ahead):
    add_outcome(service, (TODAY + timedelta(days=ahead)).isoformat())
    assert len(due_days(service.get("/").text)) == 1


def test_a_month_that_is_not_over_is_to_come(service):
    add_outcome(service, TODAY.isoformat()[:7])
    assert len(due_days(service.get("/").text)) == 1


def test_what_is_over_is_not(service):
    add_outcome(service, (TODAY - timedelta(days=1)).isoformat())
    assert due_days(service.get("/").text) == []


def test_what_is_due_is_found_by_its_day(service):
    add_outcome(service, "2031-05-20")
    for asked in ("due=2031", "due=2031-05", "due=2031-05-20", "q=due:2031-05", "q=срок:2031"):
        assert len(service.get(f"search?{asked}").json()["items"]) == 1, asked
    assert service.get("search?due=2031-06").json()["items"] == []
    assert service.get("search?due=soon").status_code == 422
