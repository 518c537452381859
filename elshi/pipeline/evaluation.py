"""How good the extraction is: precision, recall and F1 of each field against gold documents.

Counts are micro-averaged: `right`, `found` and `gold` are summed over documents. `complete` is the share of gold engagements that are
right in all that a desk officer would check first: type, status, participants, names, whom they represent, country, city, date.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from elshi.errors import UsageError
from elshi.pipeline.comparison import Record, fold, liken_engagements, liken_participants, overlap, pair, positions, stems

__all__ = ["FIELDS", "Counts", "Tally", "evaluate", "f1_figures", "read_gold"]

FIELDS = (
    "engagement", "type", "status", "participant", "name", "represents", "capacity", "country", "city", "date",
    "topic", "initiative", "statement", "outcome", "complete",
)  # fmt: skip
GROUPS = ("ru", "kk", "en", "all")
LISTS = ("evidence", "participants", "topics", "initiatives", "statements", "outcomes")


@dataclass(slots=True)
class Counts:
    """How many values were right, found and in gold."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def add(self, right: int, found: int, gold: int) -> None:
        """Add to the counts."""
        self.right += right
        self.found += found
        self.gold += gold

    @property
    def precision(self) -> float:
        """Per cent of what was found that is right."""
        return 100 * self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Per cent of gold that was found."""
        return 100 * self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Their harmonic mean, per cent."""
        return 2 * self.precision * self.recall / (self.precision + self.recall) if self.right else 0.0


@dataclass(slots=True)
class Tally:
    """The counts of each field."""

    fields: defaultdict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))

    def add(self, name: str, right: int, found: int, gold: int) -> None:
        """Count for one field."""
        self.fields[name].add(right, found, gold)

    def merge(self, other: Tally) -> None:
        """Add another tally's counts."""
        for name, counts in other.fields.items():
            self.fields[name].add(counts.right, counts.found, counts.gold)


def read_gold(folder: Path) -> list[Record]:
    """The gold documents of a folder (`*.json`), in the order of their file names; raises UsageError if there are none."""
    try:
        documents = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
        for document in documents:
            _ = document["id"], document["lang"], document["text"], document["engagements"]
    except (ValueError, TypeError, KeyError) as error:
        raise UsageError(f"{folder}: not a gold document: {error}") from error
    if not documents:
        raise UsageError(f"no gold documents in {folder}")
    return documents


def evaluate(gold: Iterable[Record], found: Mapping[str, list[Record]]) -> dict[str, Tally]:
    """Tallies by language and over all (`all`). `found` holds the engagements of each document id, in the plain form."""
    tallies: dict[str, Tally] = {}
    for document in gold:
        here = _compare_documents(document, found.get(document["id"], []))
        for group in (document["lang"], "all"):
            tallies.setdefault(group, Tally()).merge(here)
    return {group: tallies[group] for group in GROUPS if group in tallies}


def f1_figures(tallies: Mapping[str, Tally]) -> dict[str, dict[str, float]]:
    """F1 by group and field, rounded to a tenth."""
    return {g: {name: round(t.fields[name].f1, 1) for name in FIELDS if name in t.fields} for g, t in tallies.items()}


def _compare_documents(document: Record, found: list[Record]) -> Tally:
    text, gold, tally = document["text"], document["engagements"], Tally()
    pairs = pair(gold, found, liken_engagements(text), 0.3)
    partner = {id(g): f for g, f in pairs}
    matched = {id(f) for _, f in pairs}
    for engagement in found:
        if id(engagement) not in matched:
            _Comparison(text, tally, None, engagement).count()
    for engagement in gold:
        _Comparison(text, tally, engagement, partner.get(id(engagement))).count()
    return tally


def _filled(record: Record | None) -> Record:
    empty: Record = {"type": None, "status": None, "date": {}, "place": {}, **{name: [] for name in LISTS}}
    return {**empty, **{name: value for name, value in (record or {}).items() if value is not None}}


class _Comparison:
    """Counts one pair; either side may be missing."""

    def __init__(self, text: str, tally: Tally, gold: Record | None, found: Record | None) -> None:
        self._text, self._tally = text, tally
        self._has_gold, self._has_found = gold is not None, found is not None
        self._both = self._has_gold and self._has_found
        self._gold, self._found = _filled(gold), _filled(found)
        self._complete = self._has_found

    def count(self) -> None:
        self._tally.add("engagement", self._both, self._has_found, self._has_gold)
        self._count_kinds()
        self._count_values()
        self._count_participants()
        self._count_contents()
        if self._has_gold:
            self._tally.add("complete", self._complete, 1, 1)

    def _count_kinds(self) -> None:
        for name in ("type", "status"):
            right = self._both and self._gold[name] == self._found[name]
            self._tally.add(name, right, self._has_found, self._has_gold)
            self._complete &= right

    def _count_values(self) -> None:
        self._count_value("country", lambda side: side["place"].get("country"))
        self._count_value("city", lambda side: fold(side["place"].get("city")).removesuffix(" city"))
        self._count_value("date", lambda side: side["date"].get("value"))

    def _count_value(self, name: str, value: Callable[[Record], str | None]) -> None:
        gold, found = value(self._gold), value(self._found)
        self._tally.add(name, self._both and gold == found and bool(gold), bool(found), bool(gold))
        self._complete &= gold == found

    def _count_participants(self) -> None:
        gold, found = self._gold["participants"], self._found["participants"]
        pairs = pair(gold, found, liken_participants(self._text), 0.5)
        self._tally.add("participant", len(pairs), len(found), len(gold))
        self._complete &= len(pairs) == len(found) == len(gold)
        self._count_names(pairs)
        self._count_represents(pairs)
        fit = sum(bool(g["capacity"]) and overlap(stems(g["capacity"]), stems(f.get("capacity"))) >= 0.6 for g, f in pairs)
        self._tally.add("capacity", fit, sum(bool(p.get("capacity")) for p in found), sum(bool(p["capacity"]) for p in gold))

    def _count_names(self, pairs: list[tuple[Any, Any]]) -> None:
        named = [(g, f) for g, f in pairs if g["kind"] == "person"]
        right = sum(fold(g["name"]) == fold(f.get("name")) for g, f in named)
        people = [sum(p.get("kind") == "person" for p in side["participants"]) for side in (self._found, self._gold)]
        self._tally.add("name", right, *people)
        self._complete &= right == len(named)

    def _count_represents(self, pairs: list[tuple[Any, Any]]) -> None:
        codes = [(set(g["represents"]), set(f.get("represents") or [])) for g, f in pairs]
        totals = [sum(len(p.get("represents") or []) for p in side["participants"]) for side in (self._found, self._gold)]
        self._tally.add("represents", sum(len(g & f) for g, f in codes), *totals)
        self._complete &= all(g == f for g, f in codes)

    def _count_contents(self) -> None:
        gold, found = set(self._gold["topics"]), set(self._found["topics"])
        self._tally.add("topic", len(gold & found), len(found), len(gold))
        self._count_pairs("initiative", "initiatives", lambda g, f: overlap(_words(g), _words(f)), 0.6)
        self._count_pairs("statement", "statements", self._liken_quotes(lambda quoted: fold(quoted.get("speaker"))), 0.5)
        self._count_pairs("outcome", "outcomes", self._liken_quotes(lambda quoted: quoted.get("kind")), 0.5)

    def _count_pairs(self, name: str, values: str, likeness: Callable[[Any, Any], float], least: float) -> None:
        gold, found = self._gold[values], self._found[values]
        self._tally.add(name, len(pair(gold, found, likeness, least)), len(found), len(gold))

    def _liken_quotes(self, mark: Callable[[Record], Any]) -> Callable[[Any, Any], float]:
        def likeness(gold: Record, found: Record) -> float:
            quotes = overlap(positions([gold["quote"]], self._text), positions([found["quote"]], self._text))
            return quotes if mark(gold) == mark(found) else 0.0

        return likeness


def _words(name: str) -> frozenset[str]:
    return stems(name) or frozenset({fold(name)})
