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
    for mention in sorted(set(mentions), key=lambda m: (-m.score, m.span, m.label)):
        if not any(_conflict(mention, other) for other in kept):
            kept.append(mention)
    whole = [m for m in kept if not any(_is_part(m, other) for other in kept)]
    return tuple(sorted(whole, key=lambda m: (m.span.start, -m.span.end)))


def _conflict(one: Mention, other: Mention) -> bool:
    if not one.span.overlaps(other.span):
        return False
    if one.span == other.span:
        return True
    return not (one.span.contains(other.span) or other.span.contains(one.span))


def _is_part(part: Mention, whole: Mention) -> bool:
    if part.label != whole.label or part.span == whole.span or not whole.span.contains(part.span):
        return False
    return part.label not in DEEP or len(whole.span) - len(part.span) <= VARIANT
