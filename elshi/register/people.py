"""The people of a store: by which names, in which posts and when they were seen; and their ids elsewhere."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from elshi.errors import UsageError
from elshi.records import Appearance, Entity, EntityKind, Occupancy, ParticipantKind, Subject, list_appearances
from elshi.register.resolving import resolve
from elshi.resolution.names import SAME_NAME, compare_names
from elshi.resolution.occupancies import as_of, list_occupancies
from elshi.resolution.profiles import profile_of
from elshi.store import Query, Report, Store

__all__ = [
    "Person",
    "Row",
    "appearances_of_people",
    "external_links",
    "is_alike",
    "link_people",
    "list_people",
    "make_person",
    "read_links",
]

WIKIDATA = re.compile(r"(?:.*/)?(Q[1-9]\d*)")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom reports name, with the posts held (the latest first), the number of reports, and the last day."""

    entity: Entity
    occupancies: tuple[Occupancy, ...]
    reports: int
    last: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a file of links: the id there, and an entity's id here or else a name with the codes that its bearer acts for."""

    line: int
    wikidata: str
    entity: str = ""
    name: str = ""
    represents: tuple[str, ...] = ()


def list_people(store: Store, *, name: str | None = None, code: str | None = None, day: str | None = None) -> list[Person]:
    """The people of whom reports tell, the most told of first: those whose name is alike, who act for the country or organisation, who
    held a post on the day (and then only those posts)."""
    resolve(store)
    found = []
    with store.moment():
        links, told = external_links(store), appearances_of_people(store, store.reports(Query()))
    for key, appearances in told.items():
        person = make_person(key, appearances, links.get(key, ()))
        held = as_of(person.occupancies, day) if day else person.occupancies
        person = Person(person.entity, held, person.reports, person.last)
        if _is_wanted(person, name, code) and (held or not day):
            found.append(person)
    return sorted(found, key=lambda p: (-p.reports, p.entity.name, p.entity.id))


def _is_wanted(person: Person, name: str | None, code: str | None) -> bool:
    if code and code.upper() not in person.entity.codes:
        return False
    return not name or any(is_alike(name, known) for _, known in person.entity.names)


def is_alike(asked: str, known: str) -> bool:
    """Whether the name that is asked for, or a part of it, may be a spelling of the known one."""
    return asked.casefold() in known.casefold() or compare_names(asked, known).score >= SAME_NAME - (0 if " " in asked else 0.1)


def appearances_of_people(store: Store, reports: Iterable[Report]) -> dict[str, list[Appearance]]:
    """What the reports tell of each person, by the person's id."""
    shelf, found = store.shelf(Subject.ENTITY), defaultdict(list)
    known: dict[str, str | None] = {}
    for report in reports:
        for appearance in list_appearances(report.engagement, report.language):
            if appearance.kind is ParticipantKind.PERSON:
                profile = profile_of(appearance).id
                if profile not in known:
                    known[profile] = shelf.cluster_of(profile)
                found[known[profile] or profile].append(appearance)
    return found


def make_person(key: str, appearances: Sequence[Appearance], links: Sequence[str]) -> Person:
    """The person of this id whom the reports give so."""
    told = Counter((a.language, a.name) for a in appearances)
    names = tuple(sorted(told, key=lambda n: (-told[n], -len(n[1]), n)))
    fullest = max(names, key=lambda n: (len(n[1].split()), told[n], n[1]))[1]
    codes = tuple(sorted({code for a in appearances for code in a.represents}))
    days = [a.day.rpartition("/")[2] for a in appearances if a.day]
    entity = Entity(key, EntityKind.PERSON, fullest, names, codes, tuple(sorted(links)))
    return Person(entity, list_occupancies(key, appearances), len({a.engagement for a in appearances}), max(days, default=None))


def external_links(store: Store) -> Mapping[str, tuple[str, ...]]:
    """The ids elsewhere by the ids of people as they are now: what was linked to a profile belongs to whoever has it."""
    shelf, found = store.shelf(Subject.ENTITY), defaultdict(set)
    for thing, link in store.external_ids():
        found[shelf.cluster_of(thing) or thing].add(link)
    return {key: tuple(sorted(links)) for key, links in found.items()}


def read_links(path: Path) -> Iterator[Row]:
    """The lines of a file with a heading: tabs or commas between columns, `wikidata` (Q42, or its address) and either `entity` or `name`,
    and if wanted `represents` (codes with spaces between). Raises UsageError where the file or a line is not like that."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
        rows = list(csv.DictReader(lines, delimiter="\t" if lines and "\t" in lines[0] else ","))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"cannot read {path}: {error}") from error
    columns = next(csv.reader(lines[:1], delimiter="\t" if lines and "\t" in lines[0] else ","), [])
    if "wikidata" not in columns or not {"entity", "name"}.intersection(columns):
        raise UsageError(f"{path} has no columns wikidata and entity or name")
    for number, row in enumerate(rows, start=2):
        wikidata = WIKIDATA.fullmatch((row["wikidata"] or "").strip())
        if wikidata is None:
            raise UsageError(f"{path}, line {number}: no Wikidata id")
        given = {column: (row.get(column) or "").strip() for column in ("entity", "name", "represents")}
        if not given["entity"] and not given["name"]:
            raise UsageError(f"{path}, line {number}: neither an entity nor a name")
        yield Row(number, wikidata[1], given["entity"], given["name"], tuple(given["represents"].upper().split()))


def link_people(store: Store, rows: Iterable[Row]) -> tuple[int, list[Row]]:
    """Write down the ids of these rows. Gives how many were new, and the rows that lead to nobody or to more than one person."""
    people, added, unclear = list_people(store), 0, []
    for row in rows:
        found = [person.entity.id for person in people if _fits(row, person.entity)]
        if len(found) != 1:
            unclear.append(row)
        elif store.add_external_id(found[0], f"wikidata:{row.wikidata}"):
            added += 1
    return added, unclear


def _fits(row: Row, entity: Entity) -> bool:
    if row.entity:
        return entity.id.startswith(row.entity)
    if row.represents and set(row.represents).isdisjoint(entity.codes):
        return False
    return any(compare_names(row.name, name).score >= SAME_NAME for _, name in entity.names)
