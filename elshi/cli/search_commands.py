"""What the command `search` does, once its arguments are known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from rich.text import Text

from elshi.cli.failures import translate_failure
from elshi.cli.messages import count
from elshi.cli.messages import translate as _
from elshi.cli.output import console, plain, print_line, tell
from elshi.cli.table import RecordTable
from elshi.cli.words import value_words
from elshi.errors import UsageError
from elshi.records import Subject
from elshi.records.serialise import encode
from elshi.register.records import read_record
from elshi.search.facets import COUNTED, FacetCount
from elshi.search.finding import Finder, Found, Search
from elshi.search.keeping import keep_index
from elshi.search.query_language import QueryFault
from elshi.settings import Settings
from elshi.store import Store, open_store

__all__ = ["SHOWN", "print_place", "read_place", "run_search"]

PLACE = re.compile(r"(\d{1,15})\.(\d{1,7})\.(\d{1,10})")
SHOWN = ("country", "topic", "type", "person", "organisation", "language", "source", "month")


def run_search(search: Search, settings: Settings, *, as_json: bool) -> int:
    """Print the records that fit, or where the query is wrong."""
    with open_store(settings.store, create=False) as store:
        keep_index(store)
        found = Finder().find(store.index(), search)
        if isinstance(found, QueryFault):
            return _tell_fault(found, search.query)
        if as_json:
            print_line(_encode(store, found, search))
        else:
            _print(store, found)
    if not as_json:
        tell(count("{number} record", "{number} records", found.total))
        if _is_more(found, search):
            tell(_("more") + f": --after {print_place(found.hits[-1].place)}")
    return 0


def read_place(written: str | None) -> tuple[int, int, int] | None:
    """The place of a hit as `print_place` wrote it; raises UsageError."""
    if written is None:
        return None
    place = PLACE.fullmatch(written)
    if place is None:
        raise UsageError(f"{written} is not the place of a record found")
    return int(place[1]), int(place[2]), int(place[3])


def print_place(place: tuple[int, int, int]) -> str:
    """The place of a hit in a word."""
    return ".".join(map(str, place))


def _is_more(found: Found, search: Search) -> bool:
    """Whether another page may follow."""
    return bool(found.hits) and len(found.hits) == search.limit and found.total > len(found.hits)


def _records(store: Store, found: Found) -> Sequence[Any]:
    """The records found, without those that another run has joined to others since."""
    shelf = store.shelf(Subject.ENGAGEMENT)
    return [read_record(store, hit.record) for hit in found.hits if shelf.members(hit.record)]


def _encode(store: Store, found: Found, search: Search) -> dict[str, Any]:
    return {
        "total": found.total,
        "records": [encode(record) for record in _records(store, found)],
        "facets": {name: [encode(count) for count in counts] for name, counts in found.facets.items()},
        "after": print_place(found.hits[-1].place) if _is_more(found, search) else None,
    }


def _print(store: Store, found: Found) -> None:
    out = console()
    table = RecordTable(out)
    for record in _records(store, found):
        table.add(record)
    for name in COUNTED:
        if told := found.facets.get(name):
            out.print(Text(plain(f"{_(name)}: " + ", ".join(f"{_called(name, value)} {value.count}" for value in told))))


def _called(facet: str, value: FacetCount) -> str:
    """The value in the user's words; people with the beginning of their id."""
    if facet == "person":
        return f"{value.label} [{value.value[:8]}]"
    return value_words(facet, value.value)


def _tell_fault(fault: QueryFault, query: str) -> int:
    """Say what is wrong, and where."""
    tell(f"elshi: {translate_failure(fault.message)}")
    if fault.end > fault.start:
        shown = plain(query).replace("\n", " ")
        tell(f"  {shown}\n  {' ' * fault.start}{'^' * (fault.end - fault.start)}")
    return 2
