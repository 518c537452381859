"""Everybody and everything that a store's reports tell of, read in one go: people, bodies, countries, places, initiatives, posts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from elshi.language.gazetteers import countries
from elshi.records import Appearance, Entity, EntityKind, Occupancy, ParticipantKind, list_appearances
from elshi.register.people import Person, appearances_of_people, external_links, make_person
from elshi.resolution.bodies import country_entity, initiative_id, other_entity_id
from elshi.store import Query, Report, Store

__all__ = ["Directory", "Mentioned", "read_directory"]

KINDS = {
    ParticipantKind.ORGANIZATION: EntityKind.ORGANISATION,
    ParticipantKind.GROUP: EntityKind.GROUP,
    ParticipantKind.OFFICE: EntityKind.POST,
}
Sighting = tuple[EntityKind, str, str, str, tuple[str, ...]]  # what, its id, its name, the name's language, its codes


@dataclass(frozen=True, slots=True)
class Mentioned:
    """An entity with the number of reports that tell of it and the last day on which they do."""

    entity: Entity
    reports: int
    last: str | None


@dataclass(frozen=True, slots=True)
class Directory:
    """Entities by kind and id, the most told of first, and people with their posts."""

    people: Mapping[str, Person]
    others: Mapping[EntityKind, Mapping[str, Mentioned]]

    def occupancies(self) -> Iterator[Occupancy]:
        """Who was seen in which post."""
        for person in self.people.values():
            yield from person.occupancies


def read_directory(store: Store) -> Directory:
    """The directory of the store as it is resolved now."""
    links, reports = external_links(store), list(store.reports(Query()))
    told = appearances_of_people(store, reports)
    people = [make_person(key, appearances, links.get(key, ())) for key, appearances in told.items()]
    people.sort(key=lambda p: (-p.reports, p.entity.name, p.entity.id))
    others = _gather(reports)
    others[EntityKind.POST] = _ranked([*others.get(EntityKind.POST, {}).values(), *_posts(people)])
    return Directory({p.entity.id: p for p in people}, {kind: others.get(kind, {}) for kind in EntityKind})


def _gather(reports: Iterable[Report]) -> dict[EntityKind, dict[str, Mentioned]]:
    names: dict[tuple[EntityKind, str], Counter[tuple[str, str]]] = defaultdict(Counter)
    codes: dict[tuple[EntityKind, str], set[str]] = defaultdict(set)
    days: dict[tuple[EntityKind, str], set[str]] = defaultdict(set)
    seen = Counter[tuple[EntityKind, str]]()
    for report in reports:
        sightings = list(_sightings(report))
        seen.update({(kind, key) for kind, key, *_ in sightings})
        for kind, key, name, language, represents in sightings:
            names[kind, key][language, name] += 1
            codes[kind, key].update(represents)
            if report.engagement.date.value:
                days[kind, key].add(report.engagement.date.value.rpartition("/")[2])
    found: dict[EntityKind, list[Mentioned]] = defaultdict(list)
    for (kind, key), told in names.items():
        ordered = tuple(sorted(told, key=lambda n: (-told[n], -len(n[1]), n)))
        entity = Entity(key, kind, ordered[0][1], ordered, tuple(sorted(codes[kind, key])))
        if kind is EntityKind.COUNTRY:
            entity = country_entity(key.removeprefix("country:"))
        found[kind].append(Mentioned(entity, seen[kind, key], max(days[kind, key], default=None)))
    return {kind: _ranked(entities) for kind, entities in found.items()}


def _ranked(entities: Iterable[Mentioned]) -> dict[str, Mentioned]:
    """By id, the most told of first; one that is told of in two ways is one."""
    known: dict[str, Mentioned] = {}
    for found in entities:
        other = known.get(found.entity.id)
        known[found.entity.id] = _unite(found, other) if other else found
    return {m.entity.id: m for m in sorted(known.values(), key=lambda m: (-m.reports, m.entity.name, m.entity.id))}


def _unite(one: Mentioned, other: Mentioned) -> Mentioned:
    names = tuple(dict.fromkeys((*one.entity.names, *other.entity.names)))
    days = [m.last for m in (one, other) if m.last]
    return Mentioned(replace(one.entity, names=names), one.reports + other.reports, max(days, default=None))


def _sightings(report: Report) -> Iterator[Sighting]:
    engagement, language = report.engagement, report.language
    for appearance in list_appearances(engagement, language):
        yield from _participant(appearance)
    country, city = engagement.place.country, engagement.place.city
    if country and country.value in countries():
        yield EntityKind.COUNTRY, f"country:{country.value}", country.value, "en", (country.value,)
    if city:
        where = country.value if country else ""
        yield EntityKind.PLACE, f"place:{city.value}@{where}", city.value, "en", (where,) if where else ()
    for named in engagement.initiatives:
        yield EntityKind.INITIATIVE, initiative_id(named.value, language), named.value, language, ()


def _participant(appearance: Appearance) -> Iterator[Sighting]:
    key, represents = other_entity_id(appearance), appearance.represents
    if key is not None and not key.startswith("post:"):
        kind = KINDS[appearance.kind]
        yield kind, key, appearance.name, appearance.language, represents
    elif key is not None:
        yield EntityKind.POST, key.removeprefix("post:"), appearance.capacity or appearance.name, appearance.language, represents
    for code in represents:
        if code in countries():
            yield EntityKind.COUNTRY, f"country:{code}", code, "en", (code,)
        elif key != f"organisation:{code}":
            yield EntityKind.ORGANISATION, f"organisation:{code}", code, "en", (code,)


def _posts(people: Iterable[Person]) -> Iterator[Mentioned]:
    for person in people:
        for held in person.occupancies:
            entity = Entity(held.post, EntityKind.POST, held.title, (), held.represents)
            yield Mentioned(entity, held.reports, held.last)
