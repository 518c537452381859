"""Keeps a store's records and people up to date: what its documents report, and what people judged, becomes clusters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from elshi.records import Judgement, Subject
from elshi.register.books import StoredBook, people_book, report_book
from elshi.register.heirs import find_heir
from elshi.resolution import events, profiles
from elshi.resolution.blocking import event_keys, event_searches
from elshi.resolution.bridges import bridge
from elshi.resolution.clusters import CERTAIN, NEVER
from elshi.resolution.gists import Gist, make_gist
from elshi.resolution.judgements import Standing, standing
from elshi.resolution.linking import Linker
from elshi.resolution.parts import make_parts
from elshi.resolution.profiles import Profile, profile_keys
from elshi.resolution.reversals import list_effective
from elshi.resolution.sketches import sketch
from elshi.store import Fresh, Store

__all__ = ["RESOLUTION", "Resolution", "profiles_of", "resolve", "resolve_judgements"]

RESOLUTION = "events=5 people=6"
CHUNK = 100  # readings in one transaction
MET = CERTAIN  # two names that stand for one participant of one record
UNLIKELY = 0.01
MEET = NEVER  # two people who take part in one engagement


def resolve(store: Store) -> None:
    """Bring records and people up to date with the store's readings and judgements. Only what these touch is computed anew; a run
    that is killed leaves the rest for the next one."""
    store.begin_resolution(RESOLUTION)
    resolution = Resolution(store)
    while store.fresh(1):
        with store.transaction():
            resolution.take_in(fresh := store.fresh(CHUNK))  # asked again, since another run may have had its turn
            store.mark_seen(max((reading.reading for reading in fresh), default=0))
    resolve_judgements(store)


def resolve_judgements(store: Store) -> None:
    """Bring records and people up to date with the store's judgements alone. Those on what is not taken in yet count when it is."""
    if store.fresh_judgements():
        with store.transaction():
            Resolution(store).take_word(store.fresh_judgements())
            store.mark_judged()


def profiles_of(gist: Gist) -> dict[int, Profile]:
    """The profiles of a report's people by their places among its participants."""
    people = ((place, party) for place, party in enumerate(gist.parties) if party.kind == "person")
    return {place: Profile(p.name, gist.language, p.capacity, tuple(sorted(p.represents))) for place, p in people}


def _rate_people(one: Profile, other: Profile) -> float:
    """How alike two profiles are. Names alone never make it certain that two people differ: texts spell them oddly."""
    return max(UNLIKELY, profiles.rate_profiles(one, other))


class Resolution:
    """Reports and people of a store, linked and clustered. Its methods write, and belong into a transaction."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._shelf, self._people_shelf = store.shelf(Subject.ENGAGEMENT), store.shelf(Subject.ENTITY)
        self._index = store.index()
        self._book = report_book(store)
        self._people = people_book(store)
        self._events = Linker(
            self._book, event_keys, events.rate_events, events.SAME, events.APART, may=events.may_be_one, searches=event_searches
        )
        self._persons = Linker(
            self._people, profile_keys, _rate_people, profiles.SAME, profiles.APART, mend=bridge, may=profiles.may_be_one
        )

    def take_in(self, readings: Sequence[Fresh]) -> None:
        """Add what the readings report, drop what their documents report no more, and cluster what this touches."""
        gone = sorted({key for reading in readings for key in reading.gone})
        self._mark_records((*gone, *(engagement.id for reading in readings for engagement in reading.engagements)))
        touched, people = self._left_behind(gone, self._book, Subject.ENGAGEMENT), self._drop(gone)
        for reading in readings:
            for gist in self._gists(reading):
                self._book.drop(gist.id)
                self._events.add(gist.id, gist)
                touched.append(gist.id)
                people |= self._tell(gist.id, profiles_of(gist).values())
        self._cluster_events(touched, people, gone)
        self._carry_corrections(gone)

    def take_word(self, judged: Sequence[Judgement]) -> None:
        """Cluster what people judged."""
        named = {s: [key for j in judged if j.subject is s for key in (j.one, j.other)] for s in Subject}
        self._cluster_events([self._heir(key) for key in named[Subject.ENGAGEMENT]], set(named[Subject.ENTITY]))

    def _gists(self, reading: Fresh) -> Iterator[Gist]:
        """The gists of a reading's reports, but for those that another document of the same id gives first."""
        document = self._store.document(reading.document)
        text = sketch(document.text)
        for engagement in reading.engagements:
            if self._store.teller(engagement.id) == reading.document:
                yield make_gist(reading.document, document, reading.language, engagement, text)

    def _drop(self, gone: Iterable[str]) -> set[str]:
        """Forget reports; gives the people whom this touches."""
        touched = set[str]()
        for key in gone:
            touched |= self._tell(key, ()) | self._people_shelf.relink(key, ())
            self._book.drop(key)
        return touched

    def _tell(self, report: str, told: Iterable[Profile]) -> set[str]:
        """Write down whom a report tells of; gives the people whom this touches: new ones, and the neighbours of those who are gone."""
        known = {profile.id: profile for profile in told}
        new = {key for key in known if self._people.thing(key) is None}
        for key in sorted(new):
            self._persons.add(key, known[key])
        unused = self._people_shelf.tell(report, known)
        touched = self._left_behind(unused, self._people, Subject.ENTITY)
        for key in unused:
            self._people.drop(key)
        return new.union(touched)

    def _judged(self, subject: Subject) -> Standing:
        """The judgements that stand. One on a report that a new reading of its document has replaced is on the report in its place."""
        found = standing(self._store.judgements(), subject)
        if subject is Subject.ENTITY:
            return found
        heirs = {key: self._heir(key) for pair in found for key in pair}
        moved = ((tuple(sorted((heirs[one], heirs[other]))), judgement) for (one, other), judgement in found.items())
        return {(pair[0], pair[1]): j for pair, j in sorted(moved, key=lambda m: (m[1].when, m[1].id))}

    def _heir(self, key: str) -> str:
        """The report itself, or the one of the document's newest reading that rests on most of the same characters."""
        if self._book.thing(key) is not None:
            return key
        return find_heir(*self._store.replaced(key)) or key

    def _cluster_events(self, touched: Sequence[str], people: set[str], gone: Sequence[str] = ()) -> None:
        """Cluster reports, then the people whom the records join or keep apart."""
        if touched:
            clusters = self._events.touching(touched, self._judged(Subject.ENGAGEMENT))
            self._mark_records([key for members in clusters for key in members])
            self._shelf.assign(clusters)
            self._index.mark("record", sorted(min(members) for members in clusters))
            for members in clusters:
                people |= self._join_people(members)
        people = people.difference(gone)
        if people:
            judged = self._judged(Subject.ENTITY)
            persons = self._persons.touching(sorted(people), judged)
            moved = [key for members in persons for key in members if self._people_shelf.cluster_of(key) != min(members)]
            self._people_shelf.assign(persons)
            self._index.mark("profile", moved)

    def _carry_corrections(self, gone: Sequence[str]) -> None:
        """What was said of a report that is no more is said of the one in its place; of a participant only where the name is there."""
        for correction in list_effective(self._store.corrections_on(gone)) if gone else ():
            heir = self._heir(correction.report)
            if heir == correction.report:
                continue
            names = [part.name.value for part in self._store.reports_under(heir)[0].engagement.participants]
            if correction.about is None or correction.about in names:
                place = None if correction.about is None else names.index(correction.about)
                self._store.add_correction(replace(correction, report=heir, place=place))
                self._mark_records([heir])

    def _mark_records(self, reports: Iterable[str]) -> None:
        """The records that these reports are of now are to be indexed anew."""
        self._index.mark("record", sorted({record for key in reports if (record := self._shelf.cluster_of(key))}))

    def _join_people(self, members: Sequence[str]) -> set[str]:
        """Link the names that stand for one participant of the record, and keep apart people who meet; gives whom this touches."""
        gists = {gist.id: gist for key in members if (gist := self._book.thing(key)) is not None}
        told = {(key, place): profile.id for key, gist in gists.items() for place, profile in profiles_of(gist).items()}
        links = {}
        if len(gists) > 1:
            for part in make_parts(list(gists.values()), dict.fromkeys(gists, 0)):
                names = sorted({told[at] for at in part.mentions if at in told})
                links.update(dict.fromkeys(combinations(names, 2), MET))
        for key in gists:
            met = sorted({name for (report, _), name in told.items() if report == key})
            links.update(dict.fromkeys(combinations(met, 2), MEET))
        record = min(members)
        changed = self._people_shelf.relink(record, [(one, other, score) for (one, other), score in links.items()])
        for key in members:
            if key != record:
                changed |= self._people_shelf.relink(key, ())
        return changed

    def _left_behind(self, gone: Sequence[str], book: StoredBook[Gist] | StoredBook[Profile], subject: Subject) -> list[str]:
        """What hung together with these: by links, or by people's judgements."""
        if not gone:
            return []
        linked = [other for key in gone for link in book.links(key) for other in (link.one, link.other)]
        judged = [key for pair in standing(self._store.judgements(), subject) if not set(gone).isdisjoint(pair) for key in pair]
        return sorted({*linked, *judged}.difference(gone))
