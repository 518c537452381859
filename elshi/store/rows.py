"""Records as rows, and rows as records."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from elshi.records import Document, Engagement
from elshi.records.serialise import decode, dump_line, encode
from elshi.store.base import Provenance, Report, document_key

__all__ = ["document_of", "document_row", "engagement_columns", "report_of", "write_time"]


def write_time(moment: datetime) -> str:
    """A time as the tables keep it: UTC, to the second."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def document_row(document: Document) -> dict[str, Any]:
    """The row of a document that is to be added."""
    origin = {name: value for name, value in encode(document).items() if name != "text"}
    return {"key": document_key(document), "text": document.text.encode("utf-8", "surrogatepass"), "origin": dump_line(origin)}


def document_of(row: Sequence[Any]) -> Document:
    """The document of a row: text, origin."""
    text, origin = row
    document: Document = decode(Document, {"text": text.decode("utf-8", "surrogatepass"), **json.loads(origin)})
    return document


def engagement_columns(engagement: Engagement) -> dict[str, Any]:
    """What lists ask for. A month or a year becomes its first and its last day."""
    first, _, last = (engagement.date.value or "").partition("/")
    last = last or first
    country, city = engagement.place.country, engagement.place.city
    return {
        "engagement": engagement.id,
        "type": engagement.type.value.value,
        "status": engagement.status.value.value,
        "first_day": first + "0000-01-01"[len(first) :] if first else None,
        "last_day": last + "9999-12-31"[len(last) :] if last else None,
        "country": country and _plain(country.value),
        "city": city and _plain(city.value),
        "confidence": engagement.confidence,
    }


def _plain(words: str) -> str:
    """Without lone surrogates and NUL, which databases do not keep; the record has them."""
    return words.encode("utf-8", "replace").decode().replace("\0", " ")


def report_of(row: Sequence[Any]) -> Report:
    """The report of a row: record, key of the document, language, versions of Elshi, of its steps and of the tagger, time."""
    record, document, language, elshi, steps, tagger, read_at = row
    engagement = decode(Engagement, json.loads(record))
    return Report(engagement, document, language, Provenance(elshi, steps, tagger), datetime.fromisoformat(read_at))
