"""Which engagement of another reading of a document is the same one, read differently."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from elshi.records import Engagement, Span

__all__ = ["find_heir"]


def find_heir(evidence: Sequence[Span], engagements: Iterable[Engagement]) -> str | None:
    """The id of the engagement that rests on most of these characters; None where none rests on any of them."""
    shared = {e.id: sum(_count_shared(a, b) for a in evidence for b in e.evidence) for e in engagements}
    best = max(sorted(shared), key=shared.__getitem__, default=None)
    return best if best is not None and shared[best] else None


def _count_shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))
