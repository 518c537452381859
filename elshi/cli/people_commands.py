"""What the commands on people do, once their arguments are known. Each returns the exit code."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text

from elshi.cli.messages import count, language
from elshi.cli.messages import translate as _
from elshi.cli.output import console, plain, print_line, tell
from elshi.records import Occupancy
from elshi.records.serialise import encode
from elshi.register.people import read_links
from elshi.resolution.occupancies import as_of
from elshi.search.directory import Directory, Known
from elshi.search.keeping import keep_index
from elshi.search.linking import link_people
from elshi.search.memory import IndexMemory
from elshi.search.rosters import PERSON, Listing
from elshi.settings import Settings
from elshi.store import Store, open_store

__all__ = ["encode_person", "run_link", "run_people"]

ID = 8


def run_people(settings: Settings, *, name: str | None, code: str | None, day: date | None, limit: int | None, as_json: bool) -> int:
    """Print the people of the store."""
    printer, shown = console(), 0
    with open_store(settings.store, create=False) as store:
        keep_index(store)
        for person in islice(_list_people(store, name, code, day), limit):
            shown += 1
            if as_json:
                print_line(encode_person(person))
            else:
                _print(printer, person)
    if not as_json:
        tell(count("{number} person", "{number} people", shown))
    return 0


def _list_people(store: Store, name: str | None, code: str | None, day: date | None) -> Iterator[Known]:
    """The people asked for, the most told of first; given a day, only with the posts held on it."""
    asked = Listing(PERSON, name, code.upper() if code else None, day=day)
    for _place, person in Directory(IndexMemory()).walk(store, asked):
        held = as_of(person.occupancies, day.isoformat()) if day else person.occupancies
        if held or not day:
            yield replace(person, occupancies=held)


def _print(printer: Console, person: Known) -> None:
    codes = f" ({', '.join(person.entity.codes)})" if person.entity.codes else ""
    links = f"  {' '.join(person.entity.links)}" if person.entity.links else ""
    records = count("{number} record", "{number} records", person.records)
    printer.print(Text(plain(f"{person.entity.id[:ID]}  {_name(person)}{codes}, {records}{links}")))
    for occupancy in person.occupancies:
        printer.print(Text(plain(f"{'':{ID}}  {_post(occupancy)}")))


def run_link(path: Path, settings: Settings) -> int:
    """Take over the ids of the file, and say which lines lead to nobody or to several people."""
    rows = list(read_links(path))
    with open_store(settings.store, create=False) as store:
        keep_index(store)
        added, unclear = link_people(store, rows)
    for row in unclear:
        tell(f"{path}:{row.line}: " + _("nobody of this name, or more than one") + f": {row.name or row.entity}")
    tell(count("{number} new id", "{number} new ids", added))
    return 1 if unclear else 0


def encode_person(person: Known) -> dict[str, Any]:
    """A person as JSON: the entity, its occupancies and how many records tell of it."""
    return {**encode(person.entity), "occupancies": encode(person.occupancies), "records": person.records, "last": person.last}


def _name(person: Known) -> str:
    """The fullest of the names in the user's language, else the fullest of all."""
    ours = [name for code, name in person.entity.names if code == language()]
    return max(ours, key=len, default=person.entity.name)


def _post(occupancy: Occupancy) -> str:
    """The post with its days, in the words of the user's language where a report has them."""
    title = dict(occupancy.titles).get(language(), occupancy.title)
    days = " – ".join(dict.fromkeys(day for day in (occupancy.first, occupancy.last) if day))
    return f"{title} ({days})" if days else title
