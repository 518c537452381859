"""The JSON Schema of the record, made from the records' own annotations."""

from __future__ import annotations

import dataclasses
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from elshi.records.engagement import Engagement
from elshi.records.serialise import field_types

__all__ = ["record_schema"]

SIMPLE = {str: {"type": "string"}, int: {"type": "integer"}, float: {"type": "number"}}


def record_schema() -> dict[str, Any]:
    """The schema (draft 2020-12) of the full form of one engagement."""
    definitions: dict[str, Any] = {}
    _describe(Engagement, definitions)
    record = definitions.pop("Engagement")
    record["properties"] = {"id": {"type": "string"}, **record["properties"]}
    record["required"] = ["id", *record["required"]]
    heading = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Engagement"}
    return {**heading, **record, "$defs": dict(sorted(definitions.items()))}


def _describe(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of one annotation; records and vocabularies go into `definitions`."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (UnionType, Union):
        chosen = next(a for a in arguments if a is not NoneType)
        return {"anyOf": [_describe(chosen, definitions), {"type": "null"}]}
    if origin is tuple:
        return {"type": "array", "items": _describe(arguments[0], definitions)}
    if kind in SIMPLE:
        return dict(SIMPLE[kind])
    name = (origin or kind).__name__ + "".join(a.__name__.capitalize() if a is str else a.__name__ for a in arguments)
    if name not in definitions:
        definitions[name] = {}
        definitions[name] = _define(kind, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _define(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    described = {"description": _first_line(get_origin(kind) or kind)}
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {**described, "enum": [member.value for member in kind]}
    if not dataclasses.is_dataclass(get_origin(kind) or kind):
        raise TypeError(f"no schema for {kind!r}")
    properties = {name: _describe(t, definitions) for name, t in field_types(kind).items()}
    return {**described, "type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _first_line(kind: type) -> str:
    return (kind.__doc__ or "").strip().splitlines()[0]
