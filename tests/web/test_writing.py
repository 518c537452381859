"""Documents that are sent, judgements, tokens: who may, and what comes of it."""

from __future__ import annotations

import json

import pytest

from elshi.pipeline.working import Worker
from elshi.store import open_store
from elshi.store.tokens import Role
from tests.doubles import TEXT, make_runner
from tests.web.service import Service
from tests.web.test_manners import NASTY

WRITES = (
    ("POST", "documents", {"json": {"text": TEXT}}),
    ("POST", "judgements", {"json": {"one": "a", "other": "b", "verdict": "same"}}),
    ("POST", "judgements/0123456789abcdef0123/undo", {}),
    ("POST", "corrections", {"json": {"record": "ab", "field": "city", "value": "Bergen"}}),
    ("POST", "corrections/0123456789abcdef0123/undo", {}),
    ("GET", "jobs/0123456789abcdef0123", {}),
)


def work(service):
    """Do what waits; gives what was told of each job."""
    told = []
    worker = Worker("tester", lambda: open_store(service.path), make_runner())
    worker.work(lambda job, fault: told.append(fault), once=True)
    return told


@pytest.mark.parametrize(("method", "path", "request_"), WRITES)
def test_writing_needs_an_editor(service, method, path, request_):
    assert service.ask(method, path, **request_).status_code == 401
    assert service.ask(method, path, headers={"Authorization": "Bearer nonsense"}, **request_).status_code == 401
    assert service.ask(method, path, Role.READER, **request_).status_code == 403
    assert service.ask(method, path, Role.EDITOR, **request_).status_code not in {401, 403}
    assert "Bearer" in service.ask(method, path, **request_).headers["www-authenticate"]


def test_a_service_that_only_reads(tmp_path):
    service = Service(tmp_path / "elshi.db", read_only=True)
    for method, path, request in WRITES:
        assert service.ask(method, path, Role.ADMIN, **request).status_code == 403
    assert service.get("records").status_code == 200


def test_a_private_service_asks_for_a_token_to_read(tmp_path):
    service = Service(tmp_path / "elshi.db", private=True)
    assert service.get("records").status_code == 401
    assert service.get("records", Role.READER).status_code == 200


def test_a_document_is_queued_read_and_found(service):
    sent = service.ask("POST", "documents", Role.EDITOR, json={"text": TEXT + " Late news.", "published": "2026-03-05", "title": "Late"})
    assert sent.status_code == 202
    address = sent.headers["location"]
    assert service.get(address, Role.EDITOR).json()["state"] == "waiting"
    again = service.ask("POST", "documents", Role.EDITOR, json={"text": TEXT + " Late news.", "published": "2026-03-05", "title": "Late"})
    assert again.headers["location"] == address
    assert work(service) == [None]
    job = service.get(address, Role.EDITOR).json()
    assert job["state"] == "done"
    document = service.get(f"documents/{job['result']['document']}").json()
    assert (document["title"], document["published"]) == ("Late", "2026-03-05")
    assert service.get(f"records/{job['result']['reports'][0]}").status_code == 200
    assert service.get("search?q=late").json()["total"] == 1


def test_a_document_read_twice_is_there_once(service):
    number = len(service.get("documents").json()["items"])
    for _ in range(2):
        service.ask("POST", "documents", Role.EDITOR, json={"text": TEXT + " Twice.", "id": "twice"})
        assert work(service) == [None]
    assert len(service.get("documents").json()["items"]) == number + 1


def test_a_document_that_cannot_be_read_fails_with_the_reason(service):
    sent = service.ask("POST", "documents", Role.EDITOR, json={"text": "stumble over this"})
    (fault,) = work(service)
    job = service.get(sent.headers["location"], Role.EDITOR).json()
    assert (job["state"], job["fault"]) == ("failed", fault)
    assert "stumbled" in fault


NO_DOCUMENTS = (
    {},
    {"text": ""},
    {"text": 1},
    {"text": "a\x00b"},
    {"text": "a", "published": "yesterday"},
    {"text": "a", "url": "file:///etc/passwd"},
    {"text": "a", "more": 1},
    [],
)


@pytest.mark.parametrize("body", NO_DOCUMENTS)
def test_a_document_must_be_one(service, body):
    answer = service.ask("POST", "documents", Role.EDITOR, json=body)
    assert answer.status_code == 422
    assert answer.json()["faults"]


JSON = "application/json"


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [(b"{", JSON, 400), (b"{}", "text/plain", 415), (b"\xff\xfe", JSON, 400), (b"[" * 100_000, JSON, 400)],
)
def test_a_body_must_be_json(service, content, kind, status):
    answer = service.ask("POST", "documents", Role.EDITOR, content=content, headers={"Content-Type": kind})
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")


def test_judging_joins_and_undoing_parts(service):
    one, other, third = service.records()
    given = service.ask("POST", "judgements", Role.EDITOR, json={"one": one, "other": other, "verdict": "same", "why": "one visit"})
    assert given.status_code == 201
    assert given.json()["judgement"]["who"] == "editor"
    assert len(service.records()) == 2
    assert service.get("search?q=Oslo").json()["total"] == 2
    told = service.get(f"comparison?one={one}&other={other}").json()
    assert (told["together"], told["judgement"]["why"]) == (True, "one visit")
    address = given.headers["location"]
    assert service.get(address).json() == given.json()
    assert service.ask("POST", f"{address}/undo", Role.EDITOR).status_code == 201
    assert service.records() == [one, other, third]
    assert service.ask("POST", f"{address}/undo", Role.EDITOR).status_code == 409
    assert [j["judgement"]["takes_back"] for j in service.get("judgements").json()["items"]] == [None, given.json()["id"]]


def test_what_cannot_be_judged(service):
    one, _, _ = service.records()
    (person, _) = service.get(f"records/{one}").json()["people"]
    for body, status in (({"one": one, "other": one}, 409), ({"one": one, "other": person}, 409), ({"one": one, "other": "ff00ff"}, 404)):
        assert service.ask("POST", "judgements", Role.EDITOR, json={**body, "verdict": "same"}).status_code == status


def test_an_admin_sees_and_revokes_tokens(service):
    assert service.get("tokens", Role.EDITOR).status_code == 403
    tokens = service.get("tokens", Role.ADMIN).json()
    assert [token["role"] for token in tokens] == ["reader", "editor", "admin"]
    assert not any(secret in service.get("tokens", Role.ADMIN).text for secret in service.secrets.values())
    assert service.ask("DELETE", f"tokens/{tokens[1]['id']}", Role.ADMIN).json()["revoked_at"]
    assert service.ask("POST", "documents", Role.EDITOR, json={"text": "x"}).status_code == 401


def test_a_correction_is_shown_found_and_taken_back(service):
    record = service.records()[0]
    before = service.get(f"records/{record}").json()
    body = {"record": record, "field": "city", "value": "Берген", "why": "the ministry says so"}
    given = service.ask("POST", "corrections", Role.EDITOR, json=body)
    assert (given.status_code, given.json()["record"], given.json()["correction"]["who"]) == (201, record, "editor")
    told = service.get(f"records/{record}").json()["record"]
    assert (told["city"]["value"], told["city"]["why"], told["city"]["told"][0]["value"]) == ("Bergen", "corrected", "Oslo")
    assert told["corrections"][0]["correction"]["why"] == "the ministry says so"
    assert service.get("search?q=place:Bergen").json()["total"] == 1
    address = given.headers["location"]
    assert service.get(address).json() == given.json()
    assert service.ask("POST", f"{address}/undo", Role.EDITOR).status_code == 201
    assert service.get(f"records/{record}").json() == before
    assert service.ask("POST", f"{address}/undo", Role.EDITOR).status_code == 409
    assert len(service.get("corrections").json()["items"]) == 2


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"field": "city"}, 422),
        ({"field": "colour", "value": "red"}, 422),
        ({"field": "type", "value": "war"}, 422),
        ({"field": "date", "value": "soon"}, 422),
        ({"field": "name", "value": "Lars"}, 409),
        ({"field": "name", "value": "Lars", "participant": 9}, 409),
        ({"field": "city", "value": "Bergen", "participant": 0}, 409),
        ({"field": "city", "value": "Bergen", "record": "ff00"}, 404),
    ],
)
def test_what_cannot_be_corrected(service, body, status):
    body = {"record": service.records()[0], **body}
    answer = service.ask("POST", "corrections", Role.EDITOR, json=body)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert service.get("corrections").json()["items"] == []


@pytest.mark.parametrize("field", ["city", "venue", "date", "topics", "represents", "type"])
@pytest.mark.parametrize("member", ["value", "why"])
def test_nothing_that_is_sent_breaks_it(service, field, member):
    record = service.records()[0]
    for words in (*NASTY, "\udc00", "a\tb\nc"):
        body = {"record": record, "field": field, "value": "Bergen", **({"participant": 0} if field == "represents" else {}), member: words}
        sent = json.dumps(body).encode()
        answer = service.ask("POST", "corrections", Role.EDITOR, content=sent, headers={"Content-Type": "application/json"})
        assert answer.status_code in {201, 422}, (words, answer.status_code)
    assert service.get(f"records/{record}").status_code == 200
    assert service.get("corrections").status_code == service.get("search?q=Oslo").status_code == 200
    assert len(service.records()) == 3
