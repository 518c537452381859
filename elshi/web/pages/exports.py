"""`/search/…`: what the search page shows, as a file: records as CSV, JSON Lines or GeoJSON, and the table behind each view as CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import chain
from typing import Any
from urllib.parse import parse_qsl, urlencode

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response, StreamingResponse

from elshi.errors import UnknownRecord
from elshi.language.city_points import find_point
from elshi.records.serialise import clean, dump_line
from elshi.register.annotations import list_annotations
from elshi.search.finding import Found, Hit
from elshi.search.query_language import QueryFault
from elshi.web.api.presenting import present_records
from elshi.web.pages.cards import name_in, read_known
from elshi.web.pages.desk import Desk, OnDesk
from elshi.web.pages.rendering import link
from elshi.web.pages.searching import Asked, find, read_asked
from elshi.web.pages.sources import SourceReport, read_source_reports
from elshi.web.pages.views import View, draw

__all__ = ["COLUMNS", "MOST", "list_exports", "router"]

router = APIRouter(include_in_schema=False)
MOST = 10_000  # records in one file
EXPORTS = {"list": ("csv", "jsonl", "geojson"), "map": ("csv", "geojson"), "timeline": ("csv",), "network": ("csv",)}
COLUMNS = (
    "record", "type", "status", "date", "country", "city", "venue", "participants", "topics", "initiatives",
    "statements", "outcomes", "sources", "evidence",
)  # fmt: skip
KINDS = {"csv": "text/csv", "jsonl": "application/jsonl", "geojson": "application/geo+json"}
LABELS = {"csv": "CSV", "jsonl": "JSON Lines", "geojson": "GeoJSON"}
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a cell that begins so would be computed


def list_exports(desk: Desk, asked: Asked) -> list[tuple[str, str]]:
    """The files that there are of what is shown: how they are called, and their addresses."""
    name = "records" if asked.view == "list" else asked.view
    of = desk.request.query_params.get("of")
    told = [*parse_qsl(asked.link(view="list").partition("?")[2]), *([("of", of[:20])] if of else ())]
    query = f"?{urlencode(told, errors='replace')}" if told else ""
    return [(LABELS[kind], link("search", f"{name}.{kind}") + query) for kind in EXPORTS[asked.view]]


@router.get("/search/records.csv")
def export_table(desk: OnDesk) -> Any:
    """Records in words, one a row, for spreadsheets."""
    return _send(desk, "csv", "records", lambda hits: _write_csv(_head(desk), (_row(desk, hit) for hit in hits)))


@router.get("/search/records.jsonl")
def export_lines(desk: OnDesk) -> Any:
    """Records as the interface for programs gives them (`RecordAnswer`), one a line."""
    return _send(desk, "jsonl", "records", lambda hits: (line + "\n" for hit in hits for line in _line(desk, hit)))


@router.get("/search/records.geojson")
def export_points(desk: OnDesk) -> Any:
    """Records whose city is known, as points (RFC 7946)."""
    return _send(desk, "geojson", "records", lambda hits: _write_features(_feature(desk, hit) for hit in hits))


@router.get("/search/{view}.csv")
def export_view(desk: OnDesk, view: str) -> Any:
    """The table behind a map, a time line or a network."""
    drawn = _draw(desk, view)
    if drawn is None:
        return _back(desk)
    rows = ([*(label for label, _ in line.cells), str(line.count)] for line in drawn.lines)
    return _answer(_write_csv([], rows), "csv", drawn.name)


@router.get("/search/map.geojson")
def export_map(desk: OnDesk) -> Any:
    """The places of a map with how many records there are in each."""
    drawn = _draw(desk, "map")
    if drawn is None:
        return _back(desk)
    points = ((point["at"], {"name": point["name"], "records": point["count"]}) for point in drawn.data["points"])
    return _answer(_write_features(points), "geojson", "map")


@router.get("/review/annotations.jsonl")
def export_annotations(desk: OnDesk) -> Any:
    """Documents that people have looked at, as annotated documents, one a line; with `partly=yes` also where some was not looked at."""
    partly = desk.request.query_params.get("partly") == "yes"
    lines = [dump_line(clean(document)) + "\n" for document in list_annotations(desk.store, partly=partly)]
    return _answer(lines, "jsonl", "annotations")


def _draw(desk: Desk, view: str) -> View | None:
    asked = read_asked(desk)
    return None if isinstance(find(desk, asked, 0), QueryFault) else draw(desk, Asked(asked.query, asked.filters, asked.order, view))


def _send(desk: Desk, kind: str, name: str, write: Any) -> Response:
    found = find(desk, read_asked(desk), MOST)
    return _answer(write(found.hits), kind, name) if isinstance(found, Found) else _back(desk)


def _answer(written: Iterable[str], kind: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="elshi-{name}.{kind}"', "Cache-Control": "no-store"}
    encoded = (text.encode("utf-8", "replace") for text in written)
    return StreamingResponse(encoded, headers=headers, media_type=KINDS[kind])


def _back(desk: Desk) -> Response:
    """A query that cannot be read is told by the page."""
    query = desk.request.url.query
    return RedirectResponse(f"{link('search')}?{query}" if query else link("search"), 303)


def _head(desk: Desk) -> list[str]:
    return [desk.words.say(column) for column in COLUMNS]


def _row(desk: Desk, hit: Hit) -> list[str]:
    """A record in the reader's words; empty where it has become part of another one."""
    with suppress(UnknownRecord):
        record, words = read_known(desk, hit.record).record, desk.words
        sources = list(read_source_reports(desk.store, record.reports).values())
        told = {
            "record": str(desk.request.base_url).rstrip("/") + link("records", record.id),
            "type": words.say(record.type.value),
            "status": words.say(record.status.value),
            "date": record.date.value if record.date else "",
            "country": words.country(record.country.value) if record.country else "",
            "city": words.city(record.city.value) if record.city else "",
            "venue": record.venue.value if record.venue else "",
            "participants": "; ".join(_name(desk, part) for part in record.participants),
            "topics": "; ".join(words.say(told.value) for told in record.topics),
            "initiatives": "; ".join(told.value for told in record.initiatives),
            "statements": " | ".join(f"{quote.about}: {quote.words}" for quote in record.quotes if quote.field == "statement"),
            "outcomes": " | ".join(quote.words for quote in record.quotes if quote.field == "outcome"),
            "sources": " ".join(source.document.url or source.title for source in sources),
            "evidence": _sentences(sources[0]) if sources else "",
        }
        return [told[column] for column in COLUMNS]
    return []


def _name(desk: Desk, part: Any) -> str:
    about = [name_in(part.capacity, desk.words)] if part.capacity else []
    about += [desk.words.country(told.value) for told in part.represents]
    return name_in(part.name, desk.words) + (f" ({', '.join(about)})" if about else "")


def _sentences(source: SourceReport) -> str:
    return " … ".join(" ".join("".join(piece.text for piece in passage).split()) for passage in source.passages())


def _line(desk: Desk, hit: Hit) -> Iterator[str]:
    return present_records(desk.store, [hit.record])


def _feature(desk: Desk, hit: Hit) -> tuple[list[float], dict[str, Any]] | None:
    with suppress(UnknownRecord):
        record = read_known(desk, hit.record).record
        city, country = (field.value if field else None for field in (record.city, record.country))
        point = (find_point(city, country) or find_point(city)) if city else None
        if point is not None:
            told = {
                "record": record.id,
                "type": record.type.value,
                "status": record.status.value,
                "date": record.date.value if record.date else None,
                "country": country,
                "city": city,
                "participants": [part.name.value for part in record.participants],
                "topics": [told.value for told in record.topics],
            }
            return [point[1], point[0]], told
    return None


def _write_csv(head: list[str], rows: Iterable[list[str]]) -> Iterator[str]:
    """With a mark at the beginning by which spreadsheets know UTF-8."""
    yield "\ufeff"
    for row in chain([head], rows):
        if row:
            yield _write_row(row)


def _write_row(row: list[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow([f"'{cell}" if cell.startswith(FORMULA) else cell.replace("\0", " ") for cell in row])
    return line.getvalue()


def _write_features(features: Iterable[tuple[list[float], dict[str, Any]] | None]) -> Iterator[str]:
    yield '{"type":"FeatureCollection","features":['
    separator = ""
    for feature in features:
        if feature is not None:
            at, told = feature
            made = {"type": "Feature", "geometry": {"type": "Point", "coordinates": at}, "properties": clean(told)}
            yield separator + json.dumps(made, ensure_ascii=False)
            separator = ","
    yield "]}"
