"""The file formats of the public sets: brat stand-off, one word a line (IOB), factRuEval's layers, and our own JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from elshi.records import Span

__all__ = ["read_brat", "read_factrueval", "read_iob", "read_lines"]

NAMELESS = frozenset({"org_descr", "loc_descr", "prj_descr", "facility_descr", "job", "geo_adj"})
Raw = tuple[str, list[tuple[int, int, str]]]


def read_brat(annotations: Path) -> Raw:
    """Text and (start, end, type) of a `.ann` file with its `.txt` beside it; broken (discontinuous) spans are left out."""
    text = annotations.with_suffix(".txt").read_bytes().decode("utf-8")
    found: list[tuple[int, int, str]] = []
    for line in annotations.read_text(encoding="utf-8").splitlines():
        if line.startswith("T"):
            kind, *offsets = line.split("\t")[1].replace(";", " ").split()
            if len(offsets) == 2:
                found.append((int(offsets[0]), int(offsets[1]), kind))
    return text, found


def read_iob(lines: Iterable[str]) -> Iterator[Raw]:
    """Sentences of a file with a word and its tag on each line, joined by spaces. Reads IOB1 and IOB2."""
    words: list[tuple[str, str]] = []
    for line in [*lines, ""]:
        parts = line.split()
        if len(parts) >= 2:
            words.append((parts[0], parts[-1]))
        elif words:
            yield _joined(words)
            words = []


def _joined(words: Iterable[tuple[str, str]]) -> Raw:
    text = ""
    found: list[tuple[int, int, str]] = []
    before = "O"
    for word, tag in words:
        start = len(text) + bool(text)
        text = f"{text} {word}" if text else word
        if tag != "O":
            kind = tag[2:]
            if tag[0] == "I" and before[2:] == kind:
                found[-1] = (found[-1][0], len(text), kind)
            else:
                found.append((start, len(text), kind))
        before = tag
    return text, found


def read_factrueval(objects: Path) -> Raw:
    """Text and name spans of a document of factRuEval-2016: the characters from an object's first to its last span that is
    a name; what is only described («газета») is left out."""
    spans: dict[str, tuple[int, int]] = {}
    for line in objects.with_suffix(".spans").read_text(encoding="utf-8").splitlines():
        if line.strip():
            number, kind, start, size = line.split()[:4]
            if kind not in NAMELESS:
                spans[number] = (int(start), int(start) + int(size))
    found: list[tuple[int, int, str]] = []
    for line in objects.read_text(encoding="utf-8").splitlines():
        parts = line.split("#")[0].split()
        known = [spans[p] for p in parts[2:] if p in spans]
        if known:
            found.append((min(s for s, _ in known), max(e for _, e in known), parts[1]))
    return objects.with_suffix(".txt").read_bytes().decode("utf-8"), found


def read_lines(lines: Iterable[str]) -> Iterator[tuple[str, str, list[tuple[Span, str]]]]:
    """Text, language and spans of each line `{"text": …, "lang": …, "spans": [[start, end, label], …]}`."""
    for line in lines:
        if line.strip():
            record = json.loads(line)
            yield record["text"], record["lang"], [(Span(s, e), label) for s, e, label in record["spans"]]
