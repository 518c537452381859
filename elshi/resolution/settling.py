"""Which of several told values is shown, and why. A sieve keeps the better values; the first that leaves one value gives the ground."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from elshi.records import Field, Ground, Told

__all__ = ["Claimed", "Sieve", "collect", "most_voices", "published_first", "settle"]

LAST = 1 << 40


@dataclass(frozen=True, slots=True)
class Claimed:
    """A value as one report gives it. `voice` is the number of its text among the independent ones, `published` an ordinal."""

    value: str
    report: str
    voice: int
    published: int | None = None
    language: str | None = None
    weight: int = 0


Sieve = tuple[Ground, Callable[[Sequence[Claimed]], object]]


def collect(claims: Iterable[Claimed]) -> tuple[Told, ...]:
    """Each value with those who tell it, most voices first, then the one published first."""
    grouped = _group(claims)
    order = sorted(grouped, key=lambda value: (-_count(grouped[value]), published_first(grouped[value]), value[0], value[1] or ""))
    return tuple(Told(v, tuple(sorted(c.report for c in grouped[v, of])), _count(grouped[v, of]), of) for v, of in order)


def settle(claims: Iterable[Claimed], sieves: Sequence[Sieve], *, contradicted: bool | None = None) -> Field | None:
    """The field, or None where nobody says anything. Each sieve gives a rank to the claims of one value, and the least ranks stay.

    `contradicted` is whether the values contradict each other; without it they do where there are two.
    """
    known = list(claims)
    left = _group(known)
    if not left:
        return None
    told, why = collect(known), Ground.ONLY
    for ground, rank in [*sieves, (Ground.FIRST, published_first), (Ground.FIRST, lambda values: values[0].value)]:
        ranks = {value: rank(given) for value, given in left.items()}
        least = min(ranks.values())
        kept = {value: given for value, given in left.items() if ranks[value] == least}
        if len(kept) < len(left):
            left, why = kept, ground
        if len(left) == 1:
            break
    clash = len({t.value for t in told}) > 1 if contradicted is None else contradicted
    return Field(min(left)[0], why, told, clash)


def most_voices(claims: Sequence[Claimed]) -> int:
    """Ranks a value by how many independent texts give it."""
    return -_count(claims)


def published_first(claims: Sequence[Claimed]) -> tuple[int, str]:
    """Ranks a value by its earliest report."""
    return min((LAST if c.published is None else c.published, c.report) for c in claims)


def _group(claims: Iterable[Claimed]) -> dict[tuple[str, str | None], list[Claimed]]:
    grouped: dict[tuple[str, str | None], list[Claimed]] = {}
    for claim in sorted(claims, key=lambda c: (c.value, c.language or "", c.report)):
        grouped.setdefault((claim.value, claim.language), []).append(claim)
    return grouped


def _count(claims: Sequence[Claimed]) -> int:
    return len({c.voice for c in claims})
