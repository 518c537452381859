"""An annotated text as every source gives it, whatever its file format and however much of it is annotated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from elshi.records import Label, Span

__all__ = ["Annotated", "Example", "sentences"]

_END = re.compile(r"\n+|(?<=[.!?…])[\"»”’)]*\s+(?=[\"«“‘(—–-]*\s*[A-ZА-ЯЁӘІҢҒҮҰҚӨҺ0-9])")
_SHORT = re.compile(r"(?:^|[\s(«\"])(?:[A-ZА-ЯЁӘІҢҒҮҰҚӨҺ]|[Гг]|[Мм]лн|[Тт]ыс|[Уу]л|[Dd]r|Mr|Mrs|Ms|Gen|Lt|Col|No|St)\.$")


@dataclass(frozen=True, slots=True)
class Annotated:
    """A span and the labels that it may have: one, or several where the source does not tell them apart. None at all: the source
    says something here that says nothing to us."""

    span: Span
    labels: frozenset[Label]


@dataclass(frozen=True, slots=True)
class Example:
    """One text. `unknown` are the labels that the source does not annotate; `nested` tells whether it annotates spans in spans."""

    text: str
    language: str
    spans: tuple[Annotated, ...]
    unknown: frozenset[Label] = frozenset()
    nested: bool = True
    source: str = ""


def sentences(text: str, kept: Iterable[Span] = ()) -> list[Span]:
    """The sentences of a text, roughly, without the space around them; never cut inside a span of `kept`."""
    whole = sorted(kept)
    found: list[Span] = []
    start = 0
    for cut in _END.finditer(text):
        if _SHORT.search(text[max(0, cut.start() - 6) : cut.start()]) or _inside(cut.start(), whole):
            continue
        found.append(_trimmed(text, start, cut.end()))
        start = cut.end()
    found.append(_trimmed(text, start, len(text)))
    return [s for s in found if len(s)]


def _inside(offset: int, spans: Sequence[Span]) -> bool:
    return any(s.start < offset < s.end for s in spans)


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
