"""Documents as JSON objects: one, a list of them, or one a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from elshi.errors import DocumentError, UnreadableDocument
from elshi.records import Document, content_id
from elshi.sources.days import read_iso_day

__all__ = ["read_json", "read_line", "read_record"]

FIELDS = ("id", "text", "title", "lang", "source", "url", "published")


def read_record(record: object, name: str) -> Document:
    """A document from an object with `text` and optionally `id, title, published, lang, source, url`; other fields are ignored.

    The text is kept to the letter, lone surrogates too. Raises UnreadableDocument for a missing or empty text, a field of a wrong
    type and a `published` that is no ISO date.
    """
    if not isinstance(record, dict):
        raise UnreadableDocument(name, f"a document is a JSON object with `text`, not {_describe(record)}")
    values = {field: _read_string(record, field, name) for field in FIELDS}
    text, published = values["text"], values["published"]
    if text is None:
        raise UnreadableDocument(name, "the JSON object has no `text`")
    if not text.strip():
        raise UnreadableDocument(name, "empty: `text` has no letters")
    day = read_iso_day(published) if published is not None else None
    if published is not None and day is None:
        raise UnreadableDocument(name, f"`published` is no ISO date: {published[:40]!r}")
    title, url, language = values["title"], values["url"], values["lang"]
    return Document(
        values["id"] or content_id(text, title, day.isoformat() if day else None, url),
        text,
        name=name,
        title=title or None,
        published=day,
        language=language.lower() if language else None,
        source=values["source"] or None,
        url=url or None,
    )


def read_line(line: str, name: str) -> Document:
    """A document from one line of JSON Lines; raises UnreadableDocument."""
    return read_record(_parse(line, name), name)


def read_json(text: str, name: str) -> Iterator[Document | DocumentError]:
    """The document of an object, or the documents of a list; an item that fails is given as its error, `name#number`."""
    try:
        value = _parse(text, name)
    except DocumentError as error:
        yield error
        return
    if isinstance(value, list):
        yield from _read_items(value, name)
    else:
        yield from _read_items_named([(value, name)])


def _read_items(items: list[Any], name: str) -> Iterator[Document | DocumentError]:
    if not items:
        yield UnreadableDocument(name, "empty: a list without documents")
    yield from _read_items_named((item, f"{name}#{number}") for number, item in enumerate(items, 1))


def _read_items_named(items: Iterable[tuple[Any, str]]) -> Iterator[Document | DocumentError]:
    for item, name in items:
        try:
            yield read_record(item, name)
        except DocumentError as error:
            yield error


def _parse(text: str, name: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise UnreadableDocument(name, f"broken JSON: {error.msg} (line {error.lineno}, column {error.colno})") from None
    except RecursionError:
        raise UnreadableDocument(name, "broken JSON: nested too deeply") from None
    except ValueError as error:  # a number of thousands of digits
        raise UnreadableDocument(name, f"broken JSON: {error}") from None


def _read_string(record: dict[str, Any], field: str, name: str) -> str | None:
    value = record.get(field)
    if value is None or isinstance(value, str):
        return value
    raise UnreadableDocument(name, f"`{field}` is {_describe(value)}, not a string")


def _describe(value: object) -> str:
    kinds = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object", str: "a string"}
    return kinds.get(type(value), "null")
