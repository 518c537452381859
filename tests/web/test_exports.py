"""What a search shows, as files: the same records, safe to open, whatever texts say."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from elshi.records import CorrectedField, EngagementType, Participant, ParticipantKind, Sourced, Span
from elshi.register.correcting import correct
from elshi.search.keeping import keep_index
from elshi.store import Provenance, open_store
from elshi.web.pages import exports
from tests.doubles import make_document, make_engagement
from tests.web.service import Service


def rows_of(answer):
    assert answer.content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))


def test_a_table_has_a_row_for_each_record_in_the_readers_words(library):
    answer = library.get("/search/records.csv?since=2026-03-01&lang=ru")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="elshi-records.csv"'
    head, *rows = rows_of(answer)
    assert head[:6] == ["запись", "вид", "состояние", "дата", "страна", "город"]
    assert [row[3] for row in rows] == ["2026-05-01", "2026-03-04"]
    assert {row[4] for row in rows} == {"Норвегия"}
    assert all("Aigul Serikova" in row[7] and "met" in row[-1] for row in rows)
    assert [row[0].rpartition("/")[2] for row in rows] == [
        i["record"]["id"] for i in library.get("search?since=2026-03-01").json()["items"]
    ]


def test_lines_are_records_as_programs_get_them(library):
    lines = [json.loads(line) for line in library.get("/search/records.jsonl").text.splitlines()]
    assert [line["record"] for line in lines] == [item["record"] for item in library.get("search").json()["items"]]


def test_points_are_geojson(library):
    told = library.get("/search/records.geojson").json()
    assert told["type"] == "FeatureCollection"
    assert len(told["features"]) == 3
    longitude, latitude = told["features"][0]["geometry"]["coordinates"]
    assert (round(longitude), round(latitude)) == (11, 60)
    assert told["features"][0]["properties"]["city"] == "Oslo"
    (place,) = library.get("/search/map.geojson").json()["features"]
    assert place["properties"] == {"name": "Oslo", "records": 3}


@pytest.mark.parametrize(("view", "first"), [("map", ["Oslo", "3"]), ("timeline", ["May 2026", "1"]), ("network", None)])
def test_each_view_gives_the_table_behind_it(library, view, first):
    rows = rows_of(library.get(f"/search/{view}.csv"))
    assert rows
    assert first is None or rows[0] == first
    if view == "network":
        assert len(rows[0]) == 3
        assert rows_of(library.get("/search/network.csv?of=country")) != rows


def test_the_page_links_to_what_it_shows(library):
    page = library.get("/search?q=Oslo&country=NO&view=network&of=country").text
    assert 'href="/search/network.csv?q=Oslo&amp;country=NO&amp;of=country"' in page
    page = library.get("/search?country=NO").text
    for kind in ("csv", "jsonl", "geojson"):
        assert f'href="/search/records.{kind}?country=NO"' in page
    assert "/search/records" not in library.get("/search?q=nothing-at-all").text


def test_what_cannot_be_asked_for_leads_back_to_the_page(library):
    for path in ("/search/records.csv", "/search/records.jsonl", "/search/records.geojson", "/search/map.csv", "/search/map.geojson"):
        answer = library.client.get(f"{path}?q=%22open", follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (303, "/search?q=%22open")
    assert library.client.get("/search/nothing.csv", follow_redirects=False).headers["location"] == "/search"
    assert library.get("/search/records.exe").status_code == 404


def test_cells_are_never_formulas_and_hostile_words_stay_words(tmp_path):
    service = Service(tmp_path / "elshi.db")
    text = '=HYPERLINK("http://x.example","a") met\u202e </script>, "b"\r\n😀.'
    document = make_document("hostile.txt", text, title="+1", source="@source")
    told = make_engagement(document.id, EngagementType.SIGNING, "2026-08-08")
    evil = Participant(ParticipantKind.PERSON, Sourced('=HYPERLINK("http://x.example","a")', told.type.evidence), Span(0, 5))
    with open_store(service.path) as store:
        store.add(document, "en", [replace(told, participants=(evil,))], Provenance("1", "steps", "tagger"))
        keep_index(store)
    _, row = rows_of(service.get("/search/records.csv?type=signing"))
    assert row[7].startswith("'=HYPERLINK")
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)
    assert json.loads(service.get("/search/records.jsonl?type=signing").text)["record"]["participants"][0]["name"]["value"].startswith("=")


def test_a_file_is_bounded_and_says_so(library, monkeypatch):
    monkeypatch.setattr(exports, "MOST", 2)
    assert len(library.get("/search/records.jsonl").text.splitlines()) == 2
    monkeypatch.setattr("elshi.web.pages.search.MOST", 2)
    assert "(the first 2 records)" in library.get("/search").text


def test_a_private_server_gives_no_files(tmp_path):
    service = Service(tmp_path / "elshi.db", private=True)
    assert service.get("/search/records.csv").status_code == 401


def test_what_was_looked_at_is_taken_along_as_annotated_documents(tmp_path):
    service = Service(tmp_path / "elshi.db", editor="Asel")
    assert service.get("/review/annotations.jsonl").text == ""
    record = service.records()[0]
    with open_store(service.path) as store:
        correct(store, record, CorrectedField.CITY, "Bergen", "Asel")
    (document,) = [json.loads(line) for line in service.get("/review/annotations.jsonl").text.splitlines()]
    assert document["engagements"][0]["place"]["city"] == "Bergen"
    assert document["engagements"][0]["event"] == record
    assert 'href="/review/annotations.jsonl"' in service.get("/review").text
