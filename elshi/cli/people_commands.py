"""What the commands on people do, once their arguments are known. Each returns the exit code."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rich.text import Text

from elshi.cli.messages import count, language
from elshi.cli.messages import translate as _
from elshi.cli.output import console, plain, print_line, tell
from elshi.records import Occupancy
from elshi.records.serialise import encode
from elshi.register.people import Person, link_people, list_people, read_links
from elshi.settings import Settings
from elshi.store import open_store

__all__ = ["encode_person", "run_link", "run_people"]

ID = 8


def run_people(settings: Settings, *, name: str | None, code: str | None, day: str | None, limit: int | None, as_json: bool) -> int:
    """Print the people of the store."""
    with open_store(settings.store, create=False) as store:
        found = list_people(store, name=name, code=code, day=day)
    if as_json:
        for person in found[:limit]:
            print_line(encode_person(person))
        return 0
    printer = console()
    for person in found[:limit]:
        codes = f" ({', '.join(person.entity.codes)})" if person.entity.codes else ""
        links = f"  {' '.join(person.entity.links)}" if person.entity.links else ""
        reports = count("{number} report", "{number} reports", person.reports)
        printer.print(Text(plain(f"{person.entity.id[:ID]}  {_name(person)}{codes}, {reports}{links}")))
        for occupancy in person.occupancies:
            printer.print(Text(plain(f"{'':{ID}}  {_post(occupancy)}")))
    tell(count("{number} person", "{number} people", len(found)))
    return 0


def run_link(path: Path, settings: Settings) -> int:
    """Take over the ids of the file, and say which lines lead to nobody or to several people."""
    rows = list(read_links(path))
    with open_store(settings.store, create=False) as store:
        added, unclear = link_people(store, rows)
    for row in unclear:
        tell(f"{path}:{row.line}: " + _("nobody of this name, or more than one") + f": {row.name or row.entity}")
    tell(count("{number} new id", "{number} new ids", added))
    return 1 if unclear else 0


def encode_person(person: Person) -> dict[str, Any]:
    """A person as JSON: the entity, its occupancies and how often it was told of."""
    return {**encode(person.entity), "occupancies": encode(person.occupancies), "reports": person.reports, "last": person.last}


def _name(person: Person) -> str:
    """The fullest of the names in the user's language, else the fullest of all."""
    ours = [name for code, name in person.entity.names if code == language()]
    return max(ours, key=len, default=person.entity.name)


def _post(occupancy: Occupancy) -> str:
    """The post with its days, in the words of the user's language where a report has them."""
    title = dict(occupancy.titles).get(language(), occupancy.title)
    days = " – ".join(dict.fromkeys(day for day in (occupancy.first, occupancy.last) if day))
    return f"{title} ({days})" if days else title
