"""Which topics an engagement has: those whose words are sure enough by where they stand.

A logistic model over the clues of `topic_clues`; its weights are data (`reference/world/topic_weights.toml`), fitted by
`python -m quality.fit_topics` on annotated documents in the project's own words.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from elshi.engagements.topic_clues import Told
from elshi.records import Evidence, Sourced

__all__ = ["choose_topics", "rate_told"]


@dataclass(frozen=True, slots=True)
class _Weights:
    constant: float
    least: float
    clues: dict[str, float]
    topics: dict[str, float]


@cache
def _weights() -> _Weights:
    table = tomllib.loads((files("elshi") / "reference" / "world" / "topic_weights.toml").read_text(encoding="utf-8"))
    return _Weights(table["constant"], table["least"], table["clues"], table["topics"])


def rate_told(topic: str, clues: Iterable[str]) -> float:
    """The chance that words with these clues tell what the parties dealt with."""
    known = _weights()
    total = known.constant + known.topics.get(topic, 0.0) + sum(known.clues.get(clue, 0.0) for clue in clues)
    return 1 / (1 + math.exp(-total))


def choose_topics(told: Sequence[Told], clues: Sequence[frozenset[str]]) -> list[Sourced[str]]:
    """The topics that some of the words tell surely enough, in reading order, each with the surest words."""
    best: dict[str, tuple[float, Told]] = {}
    for one, marks in zip(told, clues, strict=True):
        chance = rate_told(one.topic, marks)
        if one.topic not in best or chance > best[one.topic][0]:
            best[one.topic] = chance, one
    return [Sourced(t, Evidence((one.span,), "topic words")) for t, (chance, one) in best.items() if chance >= _weights().least]
