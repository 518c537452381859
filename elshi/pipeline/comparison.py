"""How alike two engagements or participants are, for comparing what was extracted with gold.

Both sides are JSON as gold files hold it. A quote is the exact words or `{"start", "end"}`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

__all__ = ["Likeness", "Record", "fold", "liken_engagements", "liken_participants", "overlap", "pair", "positions", "stems"]

Record = dict[str, Any]
Likeness = Callable[[Any, Any], float]


def fold(words: str | None) -> str:
    """Lower case, ё as е, everything but letters and digits as one space."""
    plain = (words or "").casefold().replace("ё", "е")
    return " ".join("".join(c if c.isalnum() else " " for c in plain).split())


def stems(words: str | None) -> frozenset[str]:
    """The first five letters of each word of three or more: the same post in another case looks the same."""
    return frozenset(word[:5] for word in fold(words).split() if len(word) > 2)


def overlap(one: frozenset[Any], other: frozenset[Any]) -> float:
    """F1 of two sets in 0..1; 1 where both are empty."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 1.0


def positions(quotes: Iterable[Any], text: str) -> frozenset[int]:
    """The offsets that the quotes cover; words that the text does not have cover none."""
    return frozenset(offset for quote in quotes for offset in _covered(quote, text))


def _covered(quote: Any, text: str) -> range:
    if isinstance(quote, dict):
        return range(max(0, quote["start"]), min(len(text), quote["end"]))
    start = text.find(quote) if quote else -1
    return range(start, start + len(quote)) if start >= 0 else range(0)


def pair(gold: Sequence[Any], found: Sequence[Any], likeness: Likeness, least: float) -> list[tuple[Any, Any]]:
    """One-to-one pairs, the most alike first, none less alike than `least`; ties in the order given."""
    rated = [(likeness(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)]
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    pairs = []
    for rate, i, j in sorted(rated, key=lambda r: (-r[0], r[1], r[2])):
        if rate >= least and i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            pairs.append((gold[i], found[j]))
    return pairs


def liken_participants(text: str) -> Likeness:
    """A name in common, or mentions that overlap. A person is like a person only."""

    def likeness(gold: Record, found: Record) -> float:
        person = gold["kind"] == "person"
        if person and found.get("kind") != "person":
            return 0.0
        if fold(gold["name"]) == fold(found.get("name")):
            return 1.0
        mentions = overlap(positions([gold["mention"]], text), positions([found.get("mention")], text))
        names = 0.0 if person else overlap(stems(gold["name"]), stems(found.get("name")))
        return max(0.9 * mentions, 0.8 * names)

    return likeness


def liken_engagements(text: str) -> Likeness:
    """Half the participants in common, half the evidence."""
    alike = liken_participants(text)

    def likeness(gold: Record, found: Record) -> float:
        theirs, ours = gold["participants"], found.get("participants", [])
        both = len(theirs) + len(ours)
        people = 2 * len(pair(theirs, ours, alike, 0.5)) / both if both else 0.0
        evidence = overlap(positions(gold["evidence"], text), positions(found.get("evidence", []), text))
        return 0.5 * people + 0.5 * evidence

    return likeness
