"""Errors have one shape, answers are careful, limits hold."""

from __future__ import annotations

import gzip

import pytest
from fastapi.testclient import TestClient

from elshi.store import open_store
from elshi.store.tokens import Role
from elshi.web.app import make_app
from elshi.web.languages import choose_accepted
from elshi.web.rates import Rates
from tests.web.service import Service

NASTY = (
    "' OR 1=1 --",
    '"; DROP TABLE document; --',
    "1); DELETE FROM report; --",
    "../../../etc/passwd",
    "..%2f..%2fetc%2fpasswd",
    "%00",
    "\r\nX-Evil: 1",
    "{{7*7}}",
    "${jndi:ldap://x}",
    "<script>alert(1)</script>",
    "(a+)+$",
    "(((((((((((((((((((a*)*)*)*)*)*",
    "%",
    "_",
    "\\",
    "*",
    "\u202e",
    "а" * 999,
    "\ufffe",
    "NaN",
    "1e999",
    "-1",
    "[]",
    "{}",
    "null",
    "ё́",
    "𝒳",
)
HOLES = (
    "records?country={}",
    "records?person={}",
    "records?topic={}",
    "records?since={}",
    "records?limit={}",
    "records?cursor={}",
    "search?q={}",
    "search?facet={}",
    "search?initiative={}",
    "people?name={}",
    "people/{}",
    "posts/{}",
    "occupancies?post={}",
    "organisations/{}",
    "countries/{}",
    "places/{}",
    "initiatives/{}",
    "records/{}",
    "reports/{}",
    "documents/{}",
    "judgements/{}",
    "statements?speaker={}",
    "outcomes?outcome={}",
    "comparison?one={}&other=a",
    "jobs/{}",
    "corrections/{}",
    "people?represents={}",
    "people?order={}",
    "posts?name={}",
    "organisations?name={}",
    "countries?name={}",
    "places?name={}",
    "places?country={}",
    "initiatives?name={}",
    "occupancies?day={}",
    "records?{}=1",
)


@pytest.mark.parametrize("hole", HOLES)
def test_nothing_that_is_put_in_breaks_it(library, hole):
    from urllib.parse import quote

    before = library.get("documents").json()
    for words in NASTY:
        for written in {quote(words, safe=""), quote(words, safe="%/")}:
            answer = library.get(hole.format(written))
            assert answer.status_code in {200, 401, 404, 422}, (hole, words, answer.status_code)
            assert "x-evil" not in answer.headers
            if answer.status_code != 200:
                assert answer.headers["content-type"] == "application/problem+json"
    assert library.get("documents").json() == before


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "nothing", 404),
        ("GET", "/elsewhere", 404),
        ("GET", "records/0123456789abcdef0123", 404),
        ("GET", "people/0123456789abcdef0123", 404),
        ("PUT", "records", 405),
        ("DELETE", "documents", 405),
        ("GET", "records?limit=0", 422),
        ("GET", "records?type=war", 422),
        ("GET", "records?since=2026-13-01", 422),
        ("GET", "records?country=Nowhereland", 422),
        ("GET", "tokens", 401),
        ("POST", "judgements", 401),
    ],
)
@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_every_error_is_a_problem_in_the_clients_language(library, method, path, status, language):
    answer = library.ask(method, path, headers={"Accept-Language": language, "Content-Type": "application/json"})
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["content-language"] == language
    assert answer.json()["status"] == status
    cyrillic = any("а" <= letter <= "я" for letter in answer.json()["title"].lower())
    assert cyrillic == (language != "en")


def test_strict_headers_are_on_every_answer(library):
    for path in ("records", "nothing", "records?limit=0", "openapi.json"):
        headers = library.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["content-security-policy"].startswith("default-src 'none'")
        assert headers["x-frame-options"] == "DENY"
    assert "server" not in library.get("records").headers


def test_what_has_not_changed_is_not_sent_again(service):
    first = service.get("records")
    tag = first.headers["etag"]
    for asked in (tag, f'"other", {tag}', "*", tag.removeprefix("W/")):
        again = service.get("records", headers={"If-None-Match": asked})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    one, other = service.records()[:2]
    service.ask("POST", "judgements", Role.EDITOR, json={"one": one, "other": other, "verdict": "same"})
    assert service.get("records", headers={"If-None-Match": tag}).status_code == 200


def test_long_answers_are_compressed_where_that_is_welcome(library):
    plain = library.get("records", headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    with library.client.stream("GET", "/api/v1/records", headers={"Accept-Encoding": "gzip"}) as answer:
        assert answer.headers["content-encoding"] == "gzip"
        assert gzip.decompress(b"".join(answer.iter_raw())) == plain.content


def test_a_body_may_be_only_so_large(tmp_path):
    service = Service(tmp_path / "elshi.db", largest_body=1000)
    told = service.ask("POST", "documents", Role.EDITOR, json={"text": "x" * 2000})
    untold = service.ask(
        "POST", "documents", Role.EDITOR, content=iter([b'{"text": "', b"x" * 2000, b'"}']), headers={"Content-Type": "application/json"}
    )
    assert [told.status_code, untold.status_code] == [413, 413]
    assert told.headers["content-type"] == untold.headers["content-type"] == "application/problem+json"


def test_who_asks_too_often_is_told_when_to_come_again(tmp_path):
    service = Service(tmp_path / "elshi.db", rate=0.5, burst=2)
    answers = [service.get("health") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[2].headers["retry-after"] in ("1", "2")
    assert answers[2].headers["x-content-type-options"] == "nosniff"


def test_a_bucket_fills_again():
    now = [0.0]
    rates = Rates(2, 3, lambda: now[0])
    assert [rates.wait("a") for _ in range(4)] == [0, 0, 0, 0.5]
    assert rates.wait("b") == 0
    now[0] = 0.5
    assert rates.wait("a") == 0
    assert rates.wait("a") == 0.5
    assert Rates(None, 1).wait("a") == 0


@pytest.mark.parametrize(
    ("header", "code"),
    [
        (None, "en"),
        ("", "en"),
        ("ru", "ru"),
        ("de, kk;q=0.4, ru;q=0.6", "ru"),
        ("KK-kz", "kk"),
        ("ru;q=0", "en"),
        ("ru;q=x, kk;q=0.1", "kk"),
        (",;q=;,", "en"),
    ],
)
def test_the_language_is_the_clients(header, code):
    assert choose_accepted(header) == code


def test_a_store_that_fails_is_no_leak(tmp_path, monkeypatch):
    from elshi.errors import StoreError
    from elshi.store.core_store import CoreStore

    service = Service(tmp_path / "elshi.db")

    def fail(store, *arguments):
        raise StoreError(f"the store {tmp_path}: database is locked")

    monkeypatch.setattr(CoreStore, "documents", fail)
    answer = service.get("documents")
    assert answer.status_code == 503
    assert "locked" not in answer.text
    assert str(tmp_path) not in answer.text


def test_a_fault_inside_is_a_problem_too(tmp_path, monkeypatch):
    from elshi.store.core_store import CoreStore

    service = Service(tmp_path / "elshi.db")
    monkeypatch.setattr(CoreStore, "documents", lambda store: 1 / 0)
    answer = service.get("documents", headers={"Accept-Language": "ru"})
    assert (answer.status_code, answer.headers["content-type"]) == (500, "application/problem+json")
    assert answer.json()["title"] == "Внутренняя ошибка."


ADDRESSES = (
    "records", "search", "facets", "reports", "documents", "people", "posts", "occupancies", "organisations", "countries", "places",
    "initiatives", "statements", "outcomes", "judgements", "health", "records/00", "records/00/reports", "people/00", "countries/KZ",
    "comparison",
)  # fmt: skip


@pytest.mark.parametrize("path", ADDRESSES)
def test_a_parameter_that_would_do_nothing_is_refused(library, path):
    answer = library.get(f"{path}?colour=red")
    assert answer.status_code == 422
    assert answer.json()["faults"] == [{"where": ["query", "colour"], "what": "there is no such parameter"}]
    assert "colour" in answer.json()["detail"]
    assert "colour" not in answer.json()["known"]


def test_the_parameters_that_there_are_are_told(library):
    told = library.get("records?q=Oslo", headers={"Accept-Language": "ru"}).json()
    assert {"type", "country", "since", "limit", "cursor"} <= set(told["known"])
    assert told["detail"].startswith("Параметра q здесь нет")
    assert library.get("records?type=meeting&status=held").status_code == 200
    assert library.ask("POST", "documents?dry=1", Role.EDITOR, json={"text": "x"}).status_code == 422


def test_a_parameter_is_given_once_unless_it_is_a_list(library):
    assert library.get("search?facet=country&facet=month").status_code == 200
    told = library.get("search?country=KZ&country=NO")
    assert (told.status_code, told.json()["faults"][0]["where"]) == (422, ["query", "country"])


@pytest.mark.parametrize("path", ["/initiatives/a%00b", "/organisations/%00", "/api/v1/records/%00", "/api/v1/organisations/a%00"])
def test_nothing_is_called_nul_on_either_database(address, path):
    with open_store(address):
        pass
    with TestClient(make_app(lambda: open_store(address, create=False)), base_url="http://127.0.0.1") as client:
        assert client.get(path).status_code == 404
