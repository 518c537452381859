"""How well reports are merged into records and names resolved to people, on gold documents that say which are the same.

Measured twice: on the gold engagements themselves (what resolution can do), and on what Elshi extracts (what a user gets).
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from elshi.errors import DocumentError
from elshi.pipeline import LocalRunner, read_paths
from elshi.pipeline.comparison import liken_engagements, liken_participants, pair
from elshi.records import (
    Basis,
    Document,
    Engagement,
    EngagementType,
    EventDate,
    Evidence,
    Participant,
    ParticipantKind,
    Place,
    Sourced,
    Span,
    Status,
)
from elshi.register.records import encode_resolved
from elshi.register.resolving import resolve
from elshi.settings import Settings
from elshi.store import Provenance, document_key, open_store

__all__ = ["Reading", "figures", "gold_readings", "measure_extracted", "measure_gold", "score"]

Reading = tuple[Document, str, Sequence[Engagement]]
Row = tuple[str, str, str]
GOLD = Evidence((), "gold")
MADE = Provenance("gold", "gold", "gold")
LEAST_ENGAGEMENT, LEAST_PARTICIPANT = 0.3, 0.5


def gold_readings(folder: Path) -> Iterator[Reading]:
    """The documents of a folder with their gold engagements, as if Elshi had extracted them."""
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        published = date.fromisoformat(gold["published"]) if gold.get("published") else None
        document = Document(gold["id"], gold["text"], path.name, gold.get("title"), published, gold["lang"], gold.get("source"))
        yield document, gold["lang"], [_engagement(gold, e) for e in gold["engagements"]]


def measure_gold(folder: Path) -> dict[str, float]:
    """The figures of resolution on the gold engagements of a folder."""
    return _measure(folder, gold_readings(folder))


def measure_extracted(folder: Path, runner: LocalRunner, settings: Settings) -> dict[str, float]:
    """The figures of extraction and resolution together on the documents of a folder."""
    paths = [str(path) for path in sorted(folder.glob("*.json"))]
    dossiers = (item for item in runner.run(read_paths(paths, settings)) if not isinstance(item, DocumentError))
    return _measure(folder, ((d.document, d.language, d.engagements) for d in dossiers))


def _measure(folder: Path, readings: Iterable[Reading]) -> dict[str, float]:
    with TemporaryDirectory() as scratch, open_store(Path(scratch) / "merge.db") as store:
        keys = {}
        for document, language, engagements in readings:
            store.add(document, language, engagements, MADE)
            keys[document.id] = document_key(document)
        resolve(store)
        found = {name: [encode_resolved(store, report) for report in store.reports_of(key)] for name, key in keys.items()}
    return score(_gold(folder), found)


def score(gold: Iterable[Mapping[str, Any]], found: Mapping[str, list[dict[str, Any]]]) -> dict[str, float]:
    """F1, per cent: of pairs, of pairs in two languages and B-cubed, of events and of persons. What was not extracted stands alone."""
    rows: dict[str, list[Row]] = {"event": [], "person": []}
    for document in gold:
        for kind, row in _rows(document, found.get(document["id"], [])):
            rows[kind].append(row)
    return {f"{kind} {name}": figure for kind, known in rows.items() for name, figure in figures(known).items()}


def figures(rows: Sequence[Row]) -> dict[str, float]:
    """Pairs, pairs across languages, and B-cubed of (gold id, found id, language)."""
    across = [(a, b) for a, b in combinations(rows, 2) if a[2] != b[2]]
    return {"pairs": _pairs_f1(combinations(rows, 2)), "across": _pairs_f1(across), "b-cubed": _b_cubed(rows)}


def _pairs_f1(pairs: Iterable[tuple[Row, Row]]) -> float:
    counts = Counter((a[0] == b[0], a[1] == b[1]) for a, b in pairs)
    both, wrong = counts[True, True], counts[True, False] + counts[False, True]
    return 100 * 2 * both / (2 * both + wrong) if both or wrong else 100.0


def _b_cubed(rows: Sequence[Row]) -> float:
    gold, found = defaultdict(set), defaultdict(set)
    for number, (true, said, _) in enumerate(rows):
        gold[true].add(number)
        found[said].add(number)
    shares = [(len(gold[g] & found[f]), len(found[f]), len(gold[g])) for g, f, _ in rows]
    precision, recall = (sum(row[0] / row[of] for row in shares) / max(1, len(rows)) for of in (1, 2))
    return 100 * 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _rows(document: Mapping[str, Any], found: list[dict[str, Any]]) -> Iterator[tuple[str, Row]]:
    """Each gold engagement and person with the id that it was resolved to."""
    text, language = document["text"], document["lang"]
    partner = {id(g): f for g, f in pair(document["engagements"], found, liken_engagements(text), LEAST_ENGAGEMENT)}
    for number, gold in enumerate(document["engagements"]):
        alone, extracted = f"alone {document['id']} {number}", partner.get(id(gold), {})
        yield "event", (gold["event"], extracted.get("record") or alone, language)
        met = pair(gold["participants"], extracted.get("participants", []), liken_participants(text), LEAST_PARTICIPANT)
        entity = {id(g): f.get("entity") for g, f in met}
        for place, who in enumerate(gold["participants"]):
            if who.get("person"):
                yield "person", (who["person"], entity.get(id(who)) or f"{alone} {place}", language)


def _gold(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]


def _engagement(document: Mapping[str, Any], gold: Mapping[str, Any]) -> Engagement:
    text, place = document["text"], gold["place"]
    return Engagement(
        document=document["id"],
        type=_known(EngagementType(gold["type"])),
        status=_known(Status(gold["status"])),
        evidence=tuple(_span(text, quote) for quote in gold["evidence"]),
        date=EventDate(gold["date"]["value"], Basis(gold["date"]["basis"]), GOLD),
        place=Place(*(place.get(name) and _known(place[name]) for name in ("country", "city", "venue"))),
        participants=tuple(_participant(text, who) for who in gold["participants"]),
        topics=tuple(map(_known, gold.get("topics", ()))),
        initiatives=tuple(map(_known, gold.get("initiatives", ()))),
    )


def _participant(text: str, who: Mapping[str, Any]) -> Participant:
    capacity = _known(who["capacity"]) if who.get("capacity") else None
    represents = tuple(map(_known, who["represents"]))
    return Participant(ParticipantKind(who["kind"]), _known(who["name"]), _span(text, who["mention"]), capacity, represents)


def _known(value: Any) -> Sourced[Any]:
    return Sourced(value, GOLD)


def _span(text: str, quote: str) -> Span:
    start = max(0, text.find(quote))
    return Span(start, start + len(quote))
