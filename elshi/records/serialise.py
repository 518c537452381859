"""Records as JSON and back, by their own type annotations.

The full form keeps everything: each span as `{"start", "end"}`, each value with its evidence, rule and confidence. The plain form
is what a reader wants first: values only, with the spans of quotes, mentions and evidence.
"""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Callable
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from elshi.records.engagement import Engagement, Outcome, Participant, Sourced
from elshi.records.mention import Mention
from elshi.records.span import Span

__all__ = ["clean", "decode", "dump_line", "encode", "encode_engagement", "encode_mention", "encode_plain", "field_types"]

LONE = re.compile("[\ud800-\udfff]")  # halves of characters, which JSON that others read must not have
PLAIN = frozenset({str, int, float, bool, NoneType})


@cache
def field_types(record: Any) -> dict[str, Any]:
    """The type of each field of a record class, with the parameters of a generic one (`Sourced[str]`) filled in."""
    origin = get_origin(record) or record
    parameters = dict(zip(getattr(origin, "__parameters__", ()), get_args(record), strict=False))
    hints = get_type_hints(origin)
    fields = [f.name for f in dataclasses.fields(origin)]
    return {name: parameters.get(hints[name], hints[name]) if isinstance(hints[name], TypeVar) else hints[name] for name in fields}


def encode(value: Any) -> Any:
    """A record (or a part of one) as what `json.dumps` takes."""
    kind: Any = type(value)
    return value if kind in PLAIN else _encoder(kind)(value)


@cache
def _encoder(kind: Any) -> Callable[[Any], Any]:
    """What makes JSON of a value of this type. Types are looked at once, not for every value."""
    if dataclasses.is_dataclass(kind):
        return _fields_encoder(tuple(f.name for f in dataclasses.fields(kind)))
    if issubclass(kind, tuple):
        return lambda value: list(map(encode, value))
    if issubclass(kind, Enum):
        return lambda value: value.value
    return (lambda value: value.isoformat()) if issubclass(kind, date) else lambda value: value


def _fields_encoder(names: tuple[str, ...]) -> Callable[[Any], dict[str, Any]]:
    def encode_fields(value: Any) -> dict[str, Any]:
        told = {}
        for name in names:
            part = getattr(value, name)
            kind: Any = type(part)
            told[name] = part if kind in PLAIN else _encoder(kind)(part)
        return told

    return encode_fields


def decode(kind: Any, value: Any) -> Any:
    """The record of type `kind` that `encode` made `value` of; raises KeyError or ValueError where it does not fit."""
    return _decoder(kind)(value)


@cache
def _decoder(kind: Any) -> Callable[[Any], Any]:
    """What makes a value of this type. Types are looked at once, not for every value."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (UnionType, Union):
        chosen = _decoder(next(a for a in arguments if a is not NoneType))
        return lambda value: None if value is None else chosen(value)
    if origin is tuple:
        each = _decoder(arguments[0])
        return lambda value: tuple([each(v) for v in value])
    if dataclasses.is_dataclass(origin or kind):
        make, parts = origin or kind, [(name, _decoder(t)) for name, t in field_types(kind).items()]
        return lambda value: make(*[part(value[name]) for name, part in parts])
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    return kind.fromisoformat if kind in (date, datetime) else lambda value: value


def encode_engagement(engagement: Engagement) -> dict[str, Any]:
    """The full form, with the engagement's id; `decode(Engagement, …)` reads it back."""
    return {"id": engagement.id, **encode(engagement)}


def encode_mention(mention: Mention) -> dict[str, Any]:
    """One mention in a line: start, end, label and score."""
    return {**_span(mention.span), "label": mention.label.value, "score": round(mention.score, 4)}


def encode_plain(engagement: Engagement) -> dict[str, Any]:
    """The plain form: values, and the spans of evidence, mentions and quotes."""
    place = engagement.place
    return {
        "id": engagement.id,
        "type": engagement.type.value.value,
        "status": engagement.status.value.value,
        "evidence": [_span(s) for s in engagement.evidence],
        "date": {"value": engagement.date.value, "basis": engagement.date.basis.value},
        "place": {"country": _value(place.country), "city": _value(place.city), "venue": _value(place.venue)},
        "participants": [_participant(p) for p in engagement.participants],
        "topics": [t.value for t in engagement.topics],
        "initiatives": [i.value for i in engagement.initiatives],
        "statements": [{"speaker": s.speaker, "quote": _span(s.quote)} for s in engagement.statements],
        "outcomes": [_outcome(o) for o in engagement.outcomes],
        "confidence": round(engagement.confidence, 4),
    }


def clean(value: Any) -> Any:
    """The same with U+FFFD in the place of each lone surrogate, so that offsets stay what they are."""
    if isinstance(value, str):
        return LONE.sub("\ufffd", value) if LONE.search(value) else value
    if isinstance(value, dict):
        return {name: clean(part) for name, part in value.items()}
    return [clean(part) for part in value] if isinstance(value, list) else value


def dump_line(value: Any) -> str:
    """JSON on one line, letters as they are; escapes only where a lone surrogate cannot be written otherwise."""
    line = json.dumps(value, ensure_ascii=False)
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value)
    return line


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _value(sourced: Sourced[str] | None) -> str | None:
    return sourced.value if sourced else None


def _participant(participant: Participant) -> dict[str, Any]:
    return {
        "kind": participant.kind.value,
        "name": participant.name.value,
        "mention": _span(participant.mention),
        "capacity": _value(participant.capacity),
        "represents": [r.value for r in participant.represents],
    }


def _outcome(outcome: Outcome) -> dict[str, Any]:
    dated = {"date": outcome.date.value} if outcome.date else {}
    return {"kind": outcome.kind.value, "quote": _span(outcome.quote), **dated}
