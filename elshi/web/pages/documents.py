"""`/documents/…`: a text with every value that was found in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter

from elshi.records import Span, Subject
from elshi.records.claim import list_claims
from elshi.store import Report
from elshi.web.pages.cards import Card, make_card, read_known
from elshi.web.pages.desk import Desk, OnDesk
from elshi.web.pages.passages import Marked, Piece, cut_pieces
from elshi.web.pages.records import Identifier
from elshi.web.pages.rendering import render
from elshi.web.pages.sources import name_document

__all__ = ["router"]

router = APIRouter(include_in_schema=False)
UNMARKED = frozenset({"type", "status"})
LEGEND = ("participant", "capacity", "represents", "date", "country", "city", "venue", "topic", "initiative", "statement", "outcome")


@dataclass(frozen=True, slots=True)
class Found:
    """An engagement that the text tells: its report (by id), its record in a few lines, and what words of the text can be made a value of,
    as (field, whose)."""

    report: str
    card: Card
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the text. `reports` are the engagements whose act it tells first, as anchors."""

    pieces: tuple[Piece, ...]
    reports: tuple[str, ...]


@router.get("/documents/{identifier}")
def read_document(desk: OnDesk, identifier: Identifier) -> Any:
    """The document under this key; raises UnknownRecord."""
    with desk.store.moment():
        document = desk.store.document(identifier)
        reports = desk.store.reports_of(identifier)
        found = [each for report in reports if (each := _find(desk, report))]
    marks = _list_marks(reports, document.text)
    values: dict[str, Any] = {
        "document": document,
        "title": name_document(document),
        "paragraphs": _paragraphs(document.text, marks, reports),
        "found": found,
        "legend": [field for field in LEGEND if any(mark.field == field for mark in marks)],
        "language": reports[0].language if reports else document.language or "",
    }
    return render(desk, "document.html", **values, room="sources")


def _find(desk: Desk, report: Report) -> Found | None:
    """What is known of the report; None until it is resolved."""
    record = desk.store.shelf(Subject.ENGAGEMENT).cluster_of(report.engagement.id)
    if record is None:
        return None
    known = read_known(desk, record)
    parts = enumerate(part.name.value for part in known.record.participants)
    theirs = ((f"{field}:{place}", name) for place, name in parts for field in ("name", "capacity"))
    return Found(report.engagement.id, make_card(known, desk.words), (("date", ""), ("city", ""), ("venue", ""), *theirs))


def _list_marks(reports: Sequence[Report], text: str) -> list[Marked]:
    claims = ((claim.field, span) for r in reports for claim in list_claims(r.engagement, text) for span in claim.evidence.spans)
    once = dict.fromkeys((field, span) for field, span in claims if field not in UNMARKED)
    return [Marked(span, field, number) for number, (field, span) in enumerate(once)]


def _paragraphs(text: str, marks: Sequence[Marked], reports: Sequence[Report]) -> list[Paragraph]:
    told, at = [], 0
    ordered = sorted(marks, key=lambda mark: mark.span.start)
    firsts = [(min((span.start for span in r.engagement.evidence), default=0), r.engagement.id) for r in reports]
    for line in text.split("\n"):
        region = Span(at, at + len(line))
        if line.strip():
            near = [mark for mark in ordered if mark.span.start < region.end and region.start < mark.span.end]
            told.append(
                Paragraph(cut_pieces(text, region, near), tuple(key for start, key in firsts if region.start <= start <= region.end))
            )
        at = region.end + 1
    return told
