"""Which judgements stand. Nothing here depends on the order in which they were given, only on what they say and when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from elshi.records.judgement import Judgement, Subject, Verdict
from elshi.resolution.reversals import list_effective

__all__ = ["Standing", "last_standing", "standing", "take_back", "verdict_of"]

Standing = dict[tuple[str, str], Judgement]


def standing(judgements: Iterable[Judgement], subject: Subject | None = None) -> Standing:
    """The judgement that counts for each pair of ids (the lesser first): the latest one that is not taken back.

    An undo that is itself taken back counts for nothing, so what it undid stands again.
    """
    found: Standing = {}
    for judgement in list_effective(judgements):
        if subject is None or judgement.subject is subject:
            found[_pair(judgement)] = judgement
    return found


def last_standing(judgements: Iterable[Judgement]) -> Judgement | None:
    """The judgement that an undo would take back now: the latest that stands."""
    effective = list_effective(judgements)
    return effective[-1] if effective else None


def take_back(judgement: Judgement, who: str, when: datetime | None = None, why: str = "") -> Judgement:
    """The judgement that undoes this one."""
    same = judgement.subject, judgement.one, judgement.other, judgement.verdict
    return Judgement(*same, who, when or datetime.now(UTC), why, takes_back=judgement.id)


def _pair(judgement: Judgement) -> tuple[str, str]:
    one, other = sorted((judgement.one, judgement.other))
    return one, other


def verdict_of(found: Standing, one: str, other: str) -> Verdict | None:
    """What stands of the two ids, or None."""
    least, greatest = sorted((one, other))
    judgement = found.get((least, greatest))
    return judgement.verdict if judgement else None
