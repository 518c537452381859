"""A name or a post as written, found by a tagger."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from elshi.records.span import Span

__all__ = ["Label", "Mention"]


class Label(StrEnum):
    """What a mention is. Mentions may nest: a COUNTRY inside a POSITION inside nothing."""

    PERSON = "PERSON"
    POSITION = "POSITION"
    ORG = "ORG"
    COUNTRY = "COUNTRY"
    CITY = "CITY"
    REGION = "REGION"
    LOCATION = "LOCATION"
    FACILITY = "FACILITY"
    DATE = "DATE"
    NORP = "NORP"
    EVENT = "EVENT"
    LAW = "LAW"
    INITIATIVE = "INITIATIVE"


@dataclass(frozen=True, slots=True)
class Mention:
    """A labelled span; `score` is the tagger's probability in 0..1."""

    span: Span
    label: Label
    score: float = 1.0
