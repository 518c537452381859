"""Whether confidence means what it says: of the engagements rated so, how many are right in all that a desk officer checks first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quality.corpora import Corpus, mark_right

__all__ = ["BANDS", "Band", "rate_bands", "read_ratings", "share_right"]

BANDS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 1.01)
Ratings = Sequence[tuple[float, bool]]


@dataclass(frozen=True, slots=True)
class Band:
    """Confidences from `low` to below `high`: how many engagements have one, and how many of these are right."""

    low: float
    high: float
    count: int
    right: int

    @property
    def share(self) -> float:
        """Per cent that is right."""
        return 100 * self.right / self.count if self.count else 0.0

    def __str__(self) -> str:
        return f"{self.low:.1f}–{min(self.high, 1):.1f}  {self.count:4d} engagements, {self.share:5.1f} % right"


def read_ratings(corpora: Iterable[Corpus]) -> list[tuple[float, bool]]:
    """Confidence and rightness of each engagement found."""
    ratings = []
    for corpus in corpora:
        for document in corpus.gold:
            found = corpus.found.get(document["id"], ())
            ratings += [(e.confidence, right) for e, right in zip(found, mark_right(document, found), strict=True)]
    return ratings


def rate_bands(ratings: Ratings) -> list[Band]:
    """The bands that have engagements, least sure first."""
    bands = []
    for low, high in pairwise(BANDS):
        inside = [right for confidence, right in ratings if low <= confidence < high]
        bands.append(Band(low, high, len(inside), sum(inside)))
    return [band for band in bands if band.count]


def share_right(ratings: Ratings, least: float) -> float | None:
    """Per cent right of those with at least this confidence; None where there are none."""
    above = [right for confidence, right in ratings if confidence >= least]
    return round(100 * sum(above) / len(above), 1) if above else None
