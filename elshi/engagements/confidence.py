"""How sure Elshi is of an engagement: the chance that type, status, participants, names, whom they represent, place and date are all right.

A logistic model over what the evidence rests on; its weights are data (`reference/world/confidence.toml`), fitted by
`python -m quality.fit_confidence` on annotated documents.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

from elshi.records import Basis, Engagement, Evidence, Participant, ParticipantKind, Span

__all__ = ["FEATURES", "describe", "rate"]

FEATURES = (
    "one participant",
    "two participants",
    "more participants",
    "somebody not a person",
    "somebody known by reference",
    "somebody without a state or body",
    "somebody without a post",
    "somebody's state implied",
    "place stated",
    "place of a post",
    "place implied",
    "no place",
    "date stated",
    "date carried over",
    "several sentences report it",
    "a visit",
    "a gathering",
    "a call or message",
    "not held",
    "two officials of two states or bodies",
    "date told where the act is",
    "city told where the act is",
    "somebody named",
)
STATED = frozenset({"stated city", "stated country"})
POSTED = frozenset({"city of a post", "country of a post", "host's country"})
GATHERINGS = frozenset({"conference", "reception", "ceremony", "briefing", "signing"})
FAR = 150  # characters: what is told farther off was told of somebody or something else


def _is_near(spans: Iterable[Span], known: Sequence[Span]) -> bool:
    """Whether some span lies in or close to what the known spans cover."""
    start, end = min(s.start for s in known) - FAR, max(s.end for s in known) + FAR
    return any(start <= s.start and s.end <= end for s in spans)


def _is_implied(participant: Participant) -> bool:
    """Whether a state or body was told far from where the participant is named and described."""
    known = [participant.mention, *participant.name.evidence.spans]
    known += participant.capacity.evidence.spans if participant.capacity else ()
    return any(not _is_near(code.evidence.spans, known) for code in participant.represents)


def _are_officials(people: Sequence[Participant]) -> bool:
    """Whether those are two persons with their posts, each of one state or body and not of the same."""
    pair = len(people) == 2 and all(p.kind is ParticipantKind.PERSON and p.capacity and len(p.represents) == 1 for p in people)
    return pair and len({code.value for p in people for code in p.represents}) == 2


def _is_told(evidence: Evidence, engagement: Engagement) -> bool:
    """Whether the words that report the engagement hold some of the evidence."""
    return any(told.contains(span) for told in engagement.evidence for span in evidence.spans)


def describe(engagement: Engagement) -> tuple[float, ...]:
    """Which of `FEATURES` an engagement has, 1 or 0 each."""
    people, kind = engagement.participants, str(engagement.type.value)
    place = engagement.place.country.evidence.rule if engagement.place.country else None
    stated = engagement.date.basis is Basis.EXPLICIT
    carried = not _is_near(engagement.date.evidence.spans, engagement.evidence)
    marks = (
        len(people) == 1,
        len(people) == 2,
        len(people) > 2,
        any(p.kind is not ParticipantKind.PERSON for p in people),
        any(p.name.evidence.rule == "reference" for p in people),
        any(not p.represents for p in people),
        any(p.kind is ParticipantKind.PERSON and p.capacity is None for p in people),
        any(_is_implied(p) for p in people),
        place in STATED,
        place in POSTED,
        place is not None and place not in STATED | POSTED,
        place is None,
        stated and not carried,
        stated and carried,
        len(engagement.evidence) > 1,
        kind == "visit",
        kind in GATHERINGS,
        kind in ("call", "message"),
        str(engagement.status.value) != "held",
        _are_officials(people),
        _is_told(engagement.date.evidence, engagement),
        engagement.place.city is not None and _is_told(engagement.place.city.evidence, engagement),
        any(p.name.evidence.rule == "named" for p in people),
    )
    return tuple(float(m) for m in marks)


@cache
def _weights() -> tuple[float, tuple[float, ...]]:
    table = tomllib.loads((files("elshi") / "reference" / "world" / "confidence.toml").read_text(encoding="utf-8"))
    return table["constant"], tuple(table["weights"].get(name, 0.0) for name in FEATURES)


def rate(marks: Sequence[float]) -> float:
    """The confidence, 0..1 with two decimals, for what `describe` gives."""
    constant, weights = _weights()
    total = constant + sum(w * m for w, m in zip(weights, marks, strict=True))
    return round(1 / (1 + math.exp(-total)), 2)
