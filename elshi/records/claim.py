"""One field value of an engagement with its evidence: the flat view that shows, explanations and checks go through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

from elshi.records.engagement import Engagement, Evidence, Outcome, Participant, Sourced, Statement

__all__ = ["Claim", "list_claims"]


@dataclass(frozen=True, slots=True)
class Claim:
    """`field` is one of type, status, date, country, city, venue, participant, capacity, represents, topic, initiative, statement and
    outcome; `value` its words or code, `about` the participant, speaker, basis or kind that it belongs to, if any."""

    field: str
    value: str
    evidence: Evidence
    confidence: float = 1.0
    about: str | None = None


def list_claims(engagement: Engagement, text: str) -> Iterator[Claim]:
    """Every value of the engagement, in the order of its fields. `text` is its document's, from which quotes are cut."""
    date, place = engagement.date, engagement.place
    yield from _sourced("type", [engagement.type])
    yield from _sourced("status", [engagement.status])
    if date.value is not None:
        yield Claim("date", date.value, date.evidence, about=date.basis.value)
    yield from _sourced("country", [place.country])
    yield from _sourced("city", [place.city])
    yield from _sourced("venue", [place.venue])
    for participant in engagement.participants:
        yield from _participant_claims(participant)
    yield from _sourced("topic", engagement.topics)
    yield from _sourced("initiative", engagement.initiatives)
    yield from (_statement_claim(s, text) for s in engagement.statements)
    yield from (_outcome_claim(o, text) for o in engagement.outcomes)


def _sourced(field: str, values: Iterable[Sourced[Any] | None], about: str | None = None) -> Iterator[Claim]:
    for sourced in values:
        if sourced is not None:
            value = sourced.value.value if isinstance(sourced.value, Enum) else str(sourced.value)
            yield Claim(field, value, sourced.evidence, sourced.confidence, about)


def _participant_claims(participant: Participant) -> Iterator[Claim]:
    yield from _sourced("participant", [participant.name], participant.kind.value)
    yield from _sourced("capacity", [participant.capacity], participant.name.value)
    yield from _sourced("represents", participant.represents, participant.name.value)


def _statement_claim(statement: Statement, text: str) -> Claim:
    evidence = Evidence((statement.quote,), statement.rule)
    return Claim("statement", statement.quote.of(text), evidence, statement.confidence, statement.speaker)


def _outcome_claim(outcome: Outcome, text: str) -> Claim:
    evidence = Evidence((outcome.quote,), outcome.rule)
    return Claim("outcome", outcome.quote.of(text), evidence, outcome.confidence, outcome.kind.value)
