"""What the heads found, as one list of mentions that may nest but never cross."""

from __future__ import annotations

from collections.abc import Iterable

from elshi.records import Label, Mention

__all__ = ["nest"]

DEEP = frozenset({Label.ORG, Label.LAW, Label.EVENT})
VARIANT = 4  # an article or a mark more


def nest(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Ordered by start, then longest first. Of two that cross, or bear different labels on the same characters, the surer stays; what
    lies inside one of its own label goes, except in the labels of `DEEP` if it is no mere variant of the whole."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (-m.score, m.span, m.label)):
        if not _clashes(mention, kept):
            kept.append(mention)
    kept.sort(key=lambda m: (m.span.start, -m.span.end))
    return tuple(m for place, m in enumerate(kept) if not _is_part(m, kept[:place]))


def _clashes(mention: Mention, kept: Iterable[Mention]) -> bool:
    start, end = mention.span.start, mention.span.end
    for other in kept:
        first, last = other.span.start, other.span.end
        if start < last and first < end:
            inside, around = first <= start and end <= last, start <= first and last <= end
            if inside == around:  # neither, or the same characters
                return True
    return False


def _is_part(part: Mention, before: Iterable[Mention]) -> bool:
    """Whether it is a mere part of one of those that begin no later."""
    wholes = (w for w in before if part.label is w.label and part.span.end <= w.span.end)
    return any(part.label not in DEEP or len(w.span) - len(part.span) <= VARIANT for w in wholes)
