"""Which records somebody should look at first: the more doubtful and the weightier, the sooner."""

from __future__ import annotations

import math
from collections.abc import Iterable

from elshi.records import EngagementType, Record
from elshi.resolution.correcting import ACCEPTED, DISMISSED, read_review

__all__ = ["ACCEPTED", "DISMISSED", "LEVELS", "rate_review"]

LEVELS = ("urgent", "soon", "later")
LEAST = (0.5, 0.3, 0.0)  # weighed doubt from which a record belongs to each level
SURE = 0.9  # confidence from which nobody needs to look, unless sources disagree
DISAGREEMENT = 0.4  # doubt that sources who disagree add
WEIGHTS = {EngagementType.SIGNING: 1.3, EngagementType.TALKS: 1.2, EngagementType.VISIT: 1.2, EngagementType.COMMUNITY: 0.8}


def rate_review(record: Record, confidence: Iterable[float]) -> str | None:
    """`accepted` or `dismissed` where somebody said so, one of `LEVELS` where somebody should look, else None. `confidence` is that of
    each of its reports."""
    said = read_review(record)
    if said is not None:
        return said.value
    disagree = any(
        field is not None and field.contradicted for field in (record.type, record.status, record.date, record.country, record.city)
    )
    doubt = 1.0 - min(confidence, default=1.0)
    if doubt <= 1.0 - SURE and not disagree:
        return None
    weight = WEIGHTS.get(EngagementType(record.type.value), 1.0) * (1.0 + 0.2 * math.log(len(record.voices)))
    score = (doubt + DISAGREEMENT * disagree) * weight
    return next(level for level, least in zip(LEVELS, LEAST, strict=True) if score >= least)
