"""A stretch of a document's text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["Span", "cover", "outermost"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open code-point offsets into one document: `document.text[start:end]`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters themselves."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether the other lies wholly inside (or is the same)."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


def cover(spans: Iterable[Span]) -> Span:
    """The smallest span that contains all; raises ValueError for none."""
    known = list(spans)
    return Span(min(s.start for s in known), max(s.end for s in known))


def outermost(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, without those that lie inside another."""
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda s: (s.start, -s.end)):
        if not (kept and kept[-1].contains(span)):
            kept.append(span)
    return tuple(kept)
