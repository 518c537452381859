"""Pages of a list: where the next one begins is told in a cursor, which is of use for the same question only."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from elshi.web.problems import Problem

__all__ = ["LARGEST_PAGE", "PAGE", "read_cursor", "slice_page", "write_cursor"]

PAGE = 20
LARGEST_PAGE = 100
Place = tuple[int | str, ...]
Thing = TypeVar("Thing")


def write_cursor(question: Sequence[Any], place: Place) -> str:
    """A cursor for this question (everything that decides what the list holds, and in which order) behind this place of its list."""
    written = json.dumps([_mark(question), *place], ensure_ascii=True, separators=(",", ":"))
    return base64.urlsafe_b64encode(written.encode()).decode().rstrip("=")


def read_cursor(question: Sequence[Any], cursor: str | None, kinds: tuple[type, ...]) -> Place | None:
    """The place that the cursor tells, a value of each of these kinds; None without a cursor. Raises Problem where it is none of this
    question's."""
    if cursor is None:
        return None
    try:
        mark, *place = json.loads(base64.urlsafe_b64decode(cursor.encode() + b"=" * (-len(cursor) % 4)))
    except (ValueError, TypeError, RecursionError, binascii.Error):
        mark, place = None, []
    fits = len(place) == len(kinds) and all(type(value) is kind for value, kind in zip(place, kinds, strict=True))
    if mark != _mark(question) or not fits:
        raise Problem(422, "The cursor belongs to another question.")
    return tuple(place)


def slice_page(things: Iterable[Thing], question: Sequence[Any], cursor: str | None, limit: int) -> tuple[list[Thing], str | None]:
    """This page of a list that is counted through, and the cursor of the next one, if there is one."""
    place = read_cursor(question, cursor, (int,))
    start = max(0, int(place[0])) if place else 0
    found: Iterator[Thing] = islice(iter(things), start, start + limit + 1)
    page = list(found)
    return page[:limit], write_cursor(question, (start + limit,)) if len(page) > limit else None


def _mark(question: Sequence[Any]) -> str:
    return hashlib.sha256(repr(tuple(question)).encode("utf-8", "replace")).hexdigest()[:12]
