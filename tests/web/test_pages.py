"""The pages: each in three languages, every value with its sentence, nothing of a text taken for markup, nothing changed by strangers."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

import pytest

from elshi.records import EngagementType
from elshi.search.keeping import keep_index
from elshi.store import Provenance, open_store
from tests.doubles import TEXT, make_document, make_engagement
from tests.web.service import Service

PAGES = ("/", "/search", "/search?q=trade", "/people", "/countries", "/organisations", "/places", "/initiatives", "/sources", "/review",
         "/read",
         "/countries/KZ", "/countries/KZ/NO", "/places/Oslo", "/topics/trade", "/sources/Oslo%20Gazette")  # fmt: skip
LANGUAGES = ("ru", "kk", "en")
HOSTILE = '"><script>alert(1)</script></title><img src=x onerror=alert(2)>&amp;\u202e\u200b😀' + "w" * 300


class Reader(HTMLParser):
    """What a browser would make of a page: tags, addresses, words."""

    def __init__(self, written: str) -> None:
        super().__init__()
        self.tags, self.addresses, self.words, self.attributes = [], [], [], set()
        self.feed(written)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        self.addresses += [value for name, value in attrs if name in ("href", "src") and value]

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self) -> str:
        return "".join(self.words)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    return Service(tmp_path_factory.mktemp("desk") / "elshi.db", editor="Asel")


@pytest.fixture
def editable(tmp_path):
    return Service(tmp_path / "elshi.db", editor="Asel")


def first_record(service) -> str:
    return f"/records/{service.records()[0]}"


def form_token(service) -> str:
    return re.search(r'name="token" value="([^"]+)"', service.get("/read").text)[1]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
def test_each_page_speaks_the_language(desk, path, code):
    answer = desk.get(path, headers={"Accept-Language": code})
    assert answer.status_code == 200
    assert f'<html lang="{code}">' in answer.text
    assert answer.headers["content-language"] == code
    assert {"ru": "Сегодня", "kk": "Бүгін", "en": "Today"}[code] in Reader(answer.text).text


def test_every_address_on_every_page_leads_somewhere(desk):
    waiting, seen = [*PAGES, first_record(desk)], set()
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        answer = desk.get(path)
        assert answer.status_code == 200, path
        if "text/html" in answer.headers["content-type"]:
            found = (unescape(address).partition("#")[0] for address in Reader(answer.text).addresses)
            waiting += [address for address in found if address.startswith("/") and "lang=" not in address and "&" not in address]
    assert {"people", "records", "documents", "static", "countries"} <= {path.split("/")[1].split("?")[0] for path in seen}


def test_a_chosen_language_is_kept(desk):
    client = desk.fresh_client()
    assert '<html lang="kk">' in client.get("/people?lang=kk").text
    assert '<html lang="kk">' in client.get("/countries").text
    assert '<html lang="ru">' in client.get("/countries?lang=ru").text


def test_what_a_browser_may_do_is_bounded(desk):
    answer = desk.get(first_record(desk))
    policy = answer.headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    told = Reader(answer.text)
    assert "style" not in told.attributes
    assert [name for name in told.attributes if name.startswith("on")] == []
    assert [address for address in told.addresses if not address.startswith(("/", "#"))] == []


def test_a_page_that_has_not_changed_keeps_its_policy(desk):
    client = desk.fresh_client()
    client.get("/people")
    first = client.get("/people")
    again = client.get("/people", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304
    assert again.headers["content-security-policy"] == first.headers["content-security-policy"]


def test_a_value_shows_the_sentence_that_says_it(desk):
    text = desk.get(first_record(desk)).text
    proof = re.search(r"<dt>city</dt>.*?</dd>", text, re.S)[0]
    assert '<mark class="m-city ">Oslo</mark>' in proof
    assert Reader(proof).text.count("On 4 March in Oslo Ambassador Aigul Serikova met Minister Lars Vik.") == 1
    assert "Oslo Gazette" in proof


def test_statements_stand_with_their_speakers(desk):
    text = desk.get(first_record(desk)).text
    person = re.search(r"Aigul Serikova</a></bdi>.*?</li>", text, re.S)[0]
    assert "said that trade was growing" in Reader(person).text
    assert "agreed to meet again" in Reader(text.partition('id="outcomes"')[2]).text


def test_a_document_is_shown_whole_with_what_it_says_marked(desk):
    address = re.search(r'href="(/documents/[0-9a-f]+)', desk.get(first_record(desk)).text)[1]
    text = desk.get(address).text
    article = re.search(r'<article class="text".*?</article>', text, re.S)[0]
    assert TEXT in Reader(article).text
    assert '<mark class="m-participant ">Aigul Serikova</mark>' in article


def test_another_id_of_a_record_leads_to_it(tmp_path):
    service = Service(tmp_path / "elshi.db")
    with open_store(service.path) as store:
        document = make_document("copy.txt", TEXT, source="Bergen Post")
        store.add(document, "en", [make_engagement(document.id)], Provenance("1", "steps", "tagger"))
        keep_index(store)
        record = next(key for key in service.records() if len(service.get(f"records/{key}/reports").json()) > 1)
        ids = [report["id"] for report in service.get(f"records/{record}/reports").json()]
    other = next(key for key in ids if key != record)
    assert service.client.get(f"/records/{other}", follow_redirects=False).headers["location"] == f"/records/{record}"
    assert "Bergen Post" in service.get(f"/records/{record}").text


def test_nothing_of_a_text_becomes_markup(tmp_path):
    service = Service(tmp_path / "elshi.db", editor="Asel")
    with open_store(service.path) as store:
        text = f"{TEXT} {HOSTILE} \ud800\x07"
        document = make_document("x.txt", text, title=HOSTILE, source=HOSTILE, url="javascript:alert(3)")
        store.add(document, "en", [make_engagement(document.id, EngagementType.TALKS, "2027-01-01")], Provenance("1", "steps", "tagger"))
        keep_index(store)
    pages = [*PAGES, *(f"/records/{key}" for key in service.records()), f"/search?q={'<script>'}", "/people?name=<script>"]
    documents = [f"/documents/{item['key']}" for item in service.get("documents").json()["items"]]
    views = [f"/search?view={view}" for view in ("map", "timeline", "network")]
    written = {path: service.get(path).text for path in [*pages, *documents, *views]}
    told = {path: Reader(text) for path, text in written.items()}
    for path, page in told.items():
        assert "<script>" not in written[path], path
        assert written[path].count("<script") == written[path].count("</script>") <= 2, path
        assert [tag for tag in page.tags if tag == "img"] == ["img"], path
        assert not any(address.startswith("javascript:") for address in page.addresses), path
    assert any("<script>alert(1)</script>" in page.text for page in told.values())


@pytest.mark.parametrize("query", ['"Middle', "since:soon", "(Oslo OR", "typ:visit"])
def test_a_query_that_cannot_be_read_is_told_with_its_place(desk, query):
    answer = desk.get("/search", params={"q": query}, headers={"Accept-Language": "ru"})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert "Запрос не понят" in answer.text


def test_a_filter_narrows_and_its_chip_widens(desk):
    found = desk.get("/search?topic=trade&status=held")
    assert "3 records" in Reader(found.text).text
    assert '<a href="/search?topic=trade" title="Remove">' in found.text
    assert "0 records" in Reader(desk.get("/search?topic=space").text).text


def test_what_is_not_there_is_a_page_of_its_own(desk):
    answer = desk.get("/records/00ff", headers={"Accept-Language": "kk", "Accept": "text/html,*/*;q=0.8"})
    assert answer.status_code == 404
    assert '<html lang="kk">' in answer.text
    assert desk.get("/people/zz").status_code == 422
    assert desk.get("/countries/QQ").status_code == 404
    assert "application/problem+json" in desk.get("records/00ff").headers["content-type"]


def test_a_pasted_text_is_queued_and_waited_for(editable):
    sent = editable.client.post(
        "/read", data={"token": form_token(editable), "text": TEXT, "published": "2026-03-05"}, follow_redirects=False
    )
    assert sent.status_code == 303
    waiting = editable.get(sent.headers["location"])
    assert 'http-equiv="refresh"' in waiting.text
    with open_store(editable.path) as store:
        job = store.jobs().take("test", 60)
        assert job.body["text"] == TEXT
        assert job.body["published"] == "2026-03-05"
        key = next(iter(editable.get("documents").json()["items"]))["key"]
        store.jobs().finish(job.id, "test", {"document": key, "reports": []})
    done = editable.client.get(sent.headers["location"], follow_redirects=False)
    assert done.headers["location"] == f"/documents/{key}"


def test_a_file_is_read_as_files_are(editable):
    page = "<html><body><article><p>" + TEXT * 3 + "</p></article></body></html>"
    sent = editable.client.post(
        "/read", data={"token": form_token(editable)}, files={"file": ("note.html", page.encode())}, follow_redirects=False
    )
    assert sent.status_code == 303
    with open_store(editable.path) as store:
        assert "<p>" not in store.jobs().take("test", 60).body["text"]


@pytest.mark.parametrize(
    ("data", "files"),
    [({"text": " \n"}, None), ({"text": TEXT, "published": "soon"}, None), ({}, {"file": ("a.pdf", b"%PDF-1.4 nothing")})],
)
def test_what_cannot_be_read_is_told_in_the_form(editable, data, files):
    answer = editable.client.post("/read", data={"token": form_token(editable), **data}, files=files)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    with open_store(editable.path) as store:
        assert store.jobs().waiting() == 0


def test_a_form_of_elsewhere_does_nothing(editable):
    assert editable.client.post("/read", data={"text": TEXT}).status_code == 403
    assert editable.client.post("/read", data={"token": "x" * 32, "text": TEXT}).status_code == 403
    with open_store(editable.path) as store:
        assert store.jobs().waiting() == 0


@pytest.mark.parametrize("options", [{"read_only": True, "editor": "Asel"}, {"editor": ""}])
def test_who_may_only_read_is_not_asked_for_texts(tmp_path, options):
    service = Service(tmp_path / "elshi.db", **options)
    assert 'href="/read"' not in service.get("/").text
    assert service.get("/read").status_code == 403


def test_private_pages_are_closed(tmp_path):
    service = Service(tmp_path / "elshi.db", private=True, editor="Asel")
    assert service.get("/").status_code == 401
    assert "Oslo" not in service.get(first_path := "/search").text
    assert service.get(first_path).status_code == 401


def test_a_name_that_was_made_to_lead_here_is_refused(tmp_path):
    service = Service(tmp_path / "elshi.db", editor="Asel", hosts=("127.0.0.1", "localhost", "::1"))
    assert service.get("/").status_code == 200
    assert service.get("/", headers={"Host": "[::1]:8000"}).status_code == 200
    assert service.get("/", headers={"Host": "evil.example:8000"}).status_code == 403
    assert service.get("records", headers={"Host": "evil.example"}).status_code == 403


def test_a_pinned_country_stands_on_top(desk):
    client = desk.fresh_client()
    client.post("/pinned", data={"code": "NO"})
    text = client.get("/").text
    assert 'class="pinned" aria-label="Norway"' in text
    client.post("/pinned", data={"code": "NO", "off": "1"})
    assert 'class="pinned"' not in client.get("/").text
    client.post("/pinned", data={"code": "<script>"})
    assert 'class="pinned"' not in client.get("/").text


def test_assets_are_kept_by_browsers_and_nothing_else_is_served(desk):
    address = re.search(r'href="(/static/desk.css\?v=[0-9a-f]+)"', desk.get("/").text)[1]
    answer = desk.get(address)
    assert answer.headers["content-type"].startswith("text/css")
    assert "immutable" in answer.headers["cache-control"]
    for name in ("nothing.css", "../app.py", "%2e%2e%2fapp.py", "desk.py"):
        assert desk.get(f"/static/{name}").status_code in (404, 422)


def test_places_are_listed_in_the_readers_words(library):
    assert ">Осло<" in library.get("/places?lang=ru").text
