"""People, posts, bodies, countries, places and initiatives with all that records tell of them, a page at a time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from pyroaring import BitMap

from elshi.language.gazetteers import countries
from elshi.records import Entity, EntityKind, Occupancy, Subject
from elshi.register.books import people_book
from elshi.resolution.bodies import country_entity
from elshi.resolution.occupancies import Sighting, list_occupancies
from elshi.resolution.profiles import Profile
from elshi.search.memory import IndexMemory
from elshi.search.rosters import COUNTRY, PERSON, Listing, Roster, Rosters
from elshi.search.terms import Column, value_number
from elshi.search.things import BODY, INITIATIVE, POSITION, SITE, Thing, name_facet
from elshi.store import IndexState, NamedValue, Store

__all__ = ["FACET_OF", "Directory", "Known", "Place"]

FACET_OF = {
    EntityKind.PERSON: PERSON,
    EntityKind.POST: POSITION,
    EntityKind.ORGANISATION: BODY,
    EntityKind.COUNTRY: COUNTRY,
    EntityKind.PLACE: SITE,
    EntityKind.INITIATIVE: INITIATIVE,
}
REMEMBERED = 20_000  # profiles
CHUNK = 200  # people or things read at a time
Place = tuple[int, int]  # where somebody stands in a list


@dataclass(frozen=True, slots=True)
class Known:
    """An entity with the number of records that tell of it, the last day on which they do, and a person's posts, the latest first."""

    entity: Entity
    records: int
    last: str | None
    occupancies: tuple[Occupancy, ...] = ()


class Directory:
    """Looks people and things up in a store's index; several threads may share it, each with a store of its own."""

    def __init__(self, memory: IndexMemory) -> None:
        self._memory, self._rosters = memory, Rosters(memory)
        self._profiles: dict[str, Profile] = {}

    def page(self, store: Store, asked: Listing, after: Place | None, limit: int) -> list[tuple[Place, Known]]:
        """At most so many of those asked for behind this place, each with its place."""
        places = self._rosters.page(store.index(), asked, after, limit)
        known = self._know(store, asked.facet, [number for _, number in places])
        return [(place, known[place[1]]) for place in places if place[1] in known]

    def walk(self, store: Store, asked: Listing, after: Place | None = None, chunk: int = CHUNK) -> Iterator[tuple[Place, Known]]:
        """All those asked for behind this place, each with its place; so many are read at a time."""
        while found := self.page(store, asked, after, chunk):
            yield from found
            after = found[-1][0]

    def find(self, store: Store, kind: EntityKind, identifier: str) -> Known | None:
        """What this id means, of which a record tells; any id that has become a person's leads to the person."""
        facet, index = FACET_OF[kind], store.index()
        value = identifier
        if kind is EntityKind.PERSON:
            value = store.shelf(Subject.ENTITY).cluster_of(identifier) or identifier
        if kind is EntityKind.COUNTRY:
            value = identifier.removeprefix("country:")
        number = index.values(facet, [value]).get(value)
        counts = self._rosters.roster(index, facet).counts
        if number is None or number >= len(counts) or not counts[number]:
            return None
        return self._know(store, facet, [number]).get(number)

    def _know(self, store: Store, facet: str, numbers: Sequence[int]) -> dict[int, Known]:
        index = store.index()
        state, roster = self._memory.catch_up(index), self._rosters.roster(index, facet)
        named = {value.number: value for value in index.named(numbers)}
        if facet == COUNTRY:
            return {n: _count_in(roster, n, _name_country(v.value)) for n, v in named.items()}
        variants: dict[int, list[NamedValue]] = defaultdict(list)
        for value in index.owned(numbers):
            if value.facet == (PERSON if facet == PERSON else name_facet(facet)):
                variants[value.owner].append(value)
        told = [value for values in variants.values() for value in values]
        rows = self._memory.rows(index, [value_number(value.facet, value.value) for value in told], state)
        dead = self._memory.dead(index, state)
        entries = {v.number: rows[value_number(v.facet, v.value)] - dead for v in told}
        if facet != PERSON:
            kind = next(kind for kind, name in FACET_OF.items() if name == facet)
            return {n: _count_in(roster, n, _make_entity(kind, value.value, variants[n], entries)) for n, value in named.items()}
        links = _links(store, told)
        return {n: self._person(store, state, value.value, variants[n], entries, links) for n, value in named.items()}

    def _person(
        self,
        store: Store,
        state: IndexState,
        key: str,
        values: Sequence[NamedValue],
        entries: Mapping[int, BitMap],
        links: Mapping[str, Sequence[str]],
    ) -> Known:
        names, seen = Counter[tuple[str, str]](), list[Sighting]()
        for value in (value for value in values if entries[value.number]):
            profile = self._profile(store, value)
            names[profile.language, profile.name] += len(entries[value.number])
            seen.append(self._see(store, state, profile, entries[value.number]))
        ordered = tuple(sorted(names, key=lambda n: (-names[n], -len(n[1]), n)))
        fullest = max(ordered, key=lambda n: (len(n[1].split()), names[n], n), default=("", key))[1]
        codes = tuple(sorted({code for sighting in seen for code in sighting.represents}))
        called = tuple(sorted({link for value in values for link in links.get(value.value, ())}))
        last = max((sighting.last for sighting in seen if sighting.last), default=None)
        whole = len(BitMap.union(*(sighting.records for sighting in seen))) if seen else 0
        entity = Entity(key, EntityKind.PERSON, fullest, ordered, codes, called)
        return Known(entity, whole, last, list_occupancies(key, seen))

    def _see(self, store: Store, state: IndexState, profile: Profile, entries: BitMap) -> Sighting:
        numbers = np.array(entries.to_array(), dtype=np.int64)
        first, last = (self._memory.days(store.index(), column, state) for column in (Column.FIRST, Column.LAST))
        dated = numbers[numbers < len(first)]
        dated = dated[first[dated] > 0]
        days = (int(first[dated].min()), int(last[dated].max())) if len(dated) else (0, 0)
        return Sighting(profile.capacity, profile.language, profile.represents, _iso(days[0]), _iso(days[1]), entries)

    def _profile(self, store: Store, value: NamedValue) -> Profile:
        """What a profile says never changes, for its id is made from it."""
        known = self._profiles.get(value.value)
        if known is None:
            known = people_book(store).thing(value.value) or Profile(value.label, value.language, None, ())
            if len(self._profiles) >= REMEMBERED:
                self._profiles.clear()
            self._profiles[value.value] = known
        return known


def _links(store: Store, values: Sequence[NamedValue]) -> dict[str, list[str]]:
    """What these profiles are called elsewhere."""
    found: dict[str, list[str]] = defaultdict(list)
    for thing, link in store.links_of(sorted(value.value for value in values)):
        found[thing].append(link)
    return found


def _name_country(code: str) -> Entity:
    return country_entity(code) if code in countries() else Entity(f"country:{code}", EntityKind.COUNTRY, code, (), (code,))


def _count_in(roster: Roster, number: int, entity: Entity) -> Known:
    return Known(entity, int(roster.counts[number]), _iso(int(roster.last[number])))


def _make_entity(kind: EntityKind, key: str, values: Iterable[NamedValue], entries: Mapping[int, BitMap]) -> Entity:
    """The entity that has these names, the most told first."""
    told = [(len(entries[value.number]), Thing.read("", value.value)) for value in values]
    ordered = sorted(((count, thing) for count, thing in told if count), key=lambda t: (-t[0], -len(t[1].name), t[1].language, t[1].name))
    names = tuple(dict.fromkeys((thing.language, thing.name) for _, thing in ordered))
    codes = tuple(sorted({code for _, thing in ordered for code in thing.codes}))
    return Entity(key, kind, names[0][1] if names else key, names, codes)


def _iso(day: int) -> str | None:
    return date.fromordinal(day).isoformat() if day else None
