"""Review: what is doubtful comes first, every act is somebody's and can be taken back, and what the sources say stays."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from elshi.records import EngagementType
from elshi.register.records import read_record
from elshi.search.keeping import keep_index
from elshi.search.reviewing import rate_review
from elshi.store import Provenance, open_store
from tests.doubles import TEXT, make_document, make_engagement
from tests.web.service import Service


class Desk(Service):
    """A service whose pages somebody uses, with a doubtful record besides the others."""

    def __init__(self, path) -> None:
        super().__init__(path, editor="Asel")
        with open_store(path) as store:
            document = make_document("doubt.txt", TEXT + "  ", title="Doubt")
            told = replace(make_engagement(document.id, EngagementType.SIGNING, "2026-07-07"), confidence=0.3)
            store.add(document, "en", [told], Provenance("1", "steps", "tagger"))
            keep_index(store)
        self.doubtful = self.get("search?q=type:signing").json()["items"][0]["record"]["id"]
        self.token = re.search(r'name="token" value="([^"]+)"', self.get("/review").text)[1]

    def send(self, path, **data):
        return self.client.post(path, data={"token": self.token, **data}, follow_redirects=False)

    def level(self, level):
        return re.findall(r'class="what" href="/records/([0-9a-f]+)"', self.get(f"/review?level={level}").text)


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path / "elshi.db")


def test_the_doubtful_comes_first_with_its_sentences(desk):
    text = desk.get("/review").text
    assert desk.level("urgent") == [desk.doubtful]
    assert "Aigul Serikova</mark> met <mark" in re.sub(r'<mark class="[^"]*">', "<mark>", text).replace("<mark>", "<mark ")
    assert '<span class="doubt">outcome</span>' in text


def test_what_is_accepted_waits_no_more_and_may_wait_again(desk):
    assert desk.send(f"/records/{desk.doubtful}/review", verdict="accepted", back="/review").headers["location"] == "/review"
    assert desk.level("urgent") == []
    assert desk.level("accepted") == [desk.doubtful]
    page = desk.get(f"/records/{desk.doubtful}").text
    assert "Asel" in page
    undo = re.search(r'action="(/corrections/[0-9a-f]+/undo)"', page)[1]
    assert desk.send(undo, back="/review").status_code == 303
    assert desk.level("urgent") == [desk.doubtful]
    assert "Undo" not in desk.get(f"/records/{desk.doubtful}").text


def test_what_is_no_engagement_is_not_found_any_more_but_can_be_taken_back(desk):
    desk.send(f"/records/{desk.doubtful}/review", verdict="dismissed")
    assert desk.get("search?q=type:signing").json()["total"] == 0
    page = desk.get(f"/records/{desk.doubtful}").text
    desk.send(re.search(r'action="(/corrections/[0-9a-f]+/undo)"', page)[1])
    assert desk.get("search?q=type:signing").json()["total"] == 1


def test_a_correction_changes_the_record_at_once(desk):
    sent = desk.send(f"/records/{desk.doubtful}/correct", field="city", value="Bergen", why="seen there")
    assert sent.headers["location"] == f"/records/{desk.doubtful}"
    page = desk.get(f"/records/{desk.doubtful}").text
    assert "Bergen" in page
    assert "corrected by a person" in page
    assert desk.get("/search?place=Bergen").text.count('class="card"') == 1
    desk.send(f"/records/{desk.doubtful}/correct", field="topics", value=["energy", "culture"])
    desk.send(f"/records/{desk.doubtful}/correct", field="capacity", value="deputy minister", participant="1")
    page = desk.get(f"/records/{desk.doubtful}").text
    assert "/topics/energy" in page
    assert "deputy minister" in page


@pytest.mark.parametrize(
    "data",
    [{"field": "country", "value": "Atlantis"}, {"field": "colour", "value": "red"}, {"field": "name", "value": "X"}, {"field": "date"}],
)
def test_what_cannot_be_is_told_and_changes_nothing(desk, data):
    before = desk.get(f"records/{desk.doubtful}").json()
    answer = desk.send(f"/records/{desk.doubtful}/correct", **data)
    assert answer.status_code == 422
    assert "<h1>" in answer.text
    assert desk.get(f"records/{desk.doubtful}").json() == before


def test_records_are_joined_and_parted(desk):
    other = next(key for key in desk.records() if key != desk.doubtful)
    desk.send(f"/records/{desk.doubtful}/join", other=f"http://127.0.0.1/records/{other}")
    joined = desk.get(f"/records/{desk.doubtful}", follow_redirects=True)
    assert "Note" in joined.text
    assert "Doubt" in joined.text
    report = next(r for r in desk.get(f"records/{other}/reports").json() if r["engagement"]["type"]["value"] == "signing")
    undo = re.search(r'action="(/judgements/[0-9a-f]+/undo)"', joined.text)[1]
    desk.send(undo)
    assert len(desk.get(f"records/{report['id']}/reports").json()) == 1
    desk.send(f"/records/{desk.doubtful}/join", other=other)
    desk.send(f"/records/{other}/part", other=report["id"])
    assert len(desk.get(f"records/{report['id']}/reports").json()) == 1


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", ""])
def test_an_act_never_leads_elsewhere(desk, back):
    desk.send(f"/records/{desk.doubtful}/review", verdict="accepted")
    undo = re.search(r'action="(/corrections/[0-9a-f]+/undo)"', desk.get(f"/records/{desk.doubtful}").text)[1]
    assert desk.send(undo, back=back).headers["location"] == "/review"


@pytest.mark.parametrize("path", ["review", "correct", "join", "part"])
def test_a_form_of_elsewhere_changes_nothing(desk, path):
    data = {"verdict": "accepted", "field": "city", "value": "Bergen", "other": desk.records()[0], "token": "0" * 32}
    assert desk.client.post(f"/records/{desk.doubtful}/{path}", data=data).status_code == 403
    assert desk.get("corrections").json()["items"] == []
    assert desk.get("judgements").json()["items"] == []


def test_doubt_is_weighed(tmp_path):
    desk = Desk(tmp_path / "elshi.db")
    with open_store(desk.path) as store:
        record = read_record(store, desk.doubtful)
    assert rate_review(record, [0.3]) == "urgent"
    assert rate_review(record, [0.99, 0.7]) == "soon"
    assert rate_review(record, [0.85]) == "later"
    assert rate_review(record, [0.95]) is None
