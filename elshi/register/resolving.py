"""Keeps a store's records and people up to date: what its documents report, and what people judged, becomes clusters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from elshi.records import Judgement, Subject
from elshi.register.books import WorkingBook, working_people, working_reports
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
CHUNK = 500  # readings in one transaction
MET = CERTAIN  # two names that stand for one participant of one record
UNLIKELY = 0.01
MEET = NEVER  # two people who take part in one engagement


def resolve(store: Store) -> None:
    """Bring records and people up to date with the store's readings and judgements. Only what these touch is computed anew; a run
    that is killed leaves the rest for the next one."""
    store.begin_resolution(RESOLUTION)
    resolution = Resolution(store)
    while store.is_fresh():
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
        self._store, self._index = store, store.index()
        self._tray, self._people_tray = store.tray(Subject.ENGAGEMENT), store.tray(Subject.ENTITY)
        self._book, self._people = working_reports(self._tray), working_people(self._people_tray)
        self._events = Linker(
            self._book, event_keys, events.rate_events, events.SAME, events.APART, may=events.may_be_one, searches=event_searches
        )
        self._persons = Linker(
            self._people, profile_keys, _rate_people, profiles.SAME, profiles.APART, mend=bridge, may=profiles.may_be_one
        )
        self._state: tuple[str, int, int] | None = None  # of the store, when everything here was as it is there
        self._said: list[Judgement] = []
        self._marks: dict[str, set[str]] = {"record": set(), "profile": set()}

    def take_in(self, readings: Sequence[Fresh]) -> None:
        """Add what the readings report, drop what their documents report no more, and cluster what this touches. The store is to be told
        that the readings are seen in the same transaction."""
        version, seen, judged = self._begin()
        gone = sorted({key for reading in readings for key in reading.gone})
        told = [engagement.id for reading in readings for engagement in reading.engagements]
        self._tray.take((*gone, *told))
        self._mark_records((*gone, *told))
        touched = self._left_behind(gone, self._book, Subject.ENGAGEMENT)
        gists = {gist.id: gist for gist in self._gists(readings)}
        people = self._drop(gone) | self._tell({**{key: {} for key in gone}, **{key: _told(gist) for key, gist in gists.items()}})
        touched += self._put_reports(gists)
        self._cluster_events([*touched, *gists], people, gone)
        self._carry_corrections(gone)
        self._write()
        self._state = version, max((seen, *(reading.reading for reading in readings))), judged

    def take_word(self, judged: Sequence[Judgement]) -> None:
        """Cluster what people judged."""
        self._begin()
        named = {s: [key for j in judged if j.subject is s for key in (j.one, j.other)] for s in Subject}
        self._tray.take(named[Subject.ENGAGEMENT])
        self._cluster_events([self._heir(key) for key in named[Subject.ENGAGEMENT]], set(named[Subject.ENTITY]))
        self._write()

    def _begin(self) -> tuple[str, int, int]:
        """Make sure that what is at hand is what the store has; gives the store's state."""
        state, known = self._store.resolution_state(), self._state
        if state != known:
            self._book.forget()
            self._people.forget()
        self._state, self._said = None, self._store.judgements()
        return state

    def _write(self) -> None:
        """Write everything that changed into the store."""
        self._tray.write()
        self._people_tray.write()
        for kind, keys in self._marks.items():
            self._index.mark(kind, sorted(keys))
            keys.clear()

    def _gists(self, readings: Sequence[Fresh]) -> Iterator[Gist]:
        """The gists of the readings' reports, but for those that another document of the same id gives first."""
        tellers = self._store.first_tellers([engagement.id for reading in readings for engagement in reading.engagements])
        read = {reading.document: reading for reading in readings if reading.document in tellers.values()}
        for key, document in self._store.documents_under(list(read)):
            text = sketch(document.text)
            for engagement in read[key].engagements:
                if tellers[engagement.id] == key:
                    yield make_gist(key, document, read[key].language, engagement, text)

    def _drop(self, gone: Sequence[str]) -> set[str]:
        """Forget reports; gives the people whom they linked."""
        self._people_tray.take_said(gone)
        touched = set[str]()
        for key in gone:
            touched |= self._people_tray.relink(key, ())
            self._book.drop(key)
        return touched

    def _put_reports(self, gists: Mapping[str, Gist]) -> list[str]:
        """Add reports; those that are there and say something else now are added anew. Gives what hung together with these."""
        self._book.take(gists)
        known = {key: self._book.thing(key) for key in gists}
        new = {key: gist for key, gist in gists.items() if known[key] != gist}
        changed = [key for key in new if known[key] is not None]
        touched = self._left_behind(changed, self._book, Subject.ENGAGEMENT)
        for key in changed:
            self._book.drop(key)
        self._events.add_all(new)
        return touched

    def _tell(self, told: Mapping[str, Mapping[str, Profile]]) -> set[str]:
        """Write down whom reports tell of; gives the people whom this touches: new ones, and the neighbours of those who are gone."""
        known: dict[str, Profile] = {}
        for named in told.values():
            for key in sorted(named):
                known.setdefault(key, named[key])
        self._people.take(known)
        new = {key: profile for key, profile in known.items() if not self._people.knows(key)}
        self._persons.add_all(new)
        unused = self._people_tray.tell(told)
        touched = self._left_behind(unused, self._people, Subject.ENTITY)
        for key in unused:
            self._people.drop(key)
        return {*new, *touched}

    def _judged(self, subject: Subject) -> Standing:
        """The judgements that stand. One on a report that a new reading of its document has replaced is on the report in its place."""
        found = standing(self._said, subject)
        if subject is Subject.ENTITY:
            return found
        self._tray.take(key for pair in found for key in pair)
        heirs = {key: self._heir(key) for pair in found for key in pair}
        moved = ((tuple(sorted((heirs[one], heirs[other]))), judgement) for (one, other), judgement in found.items())
        return {(pair[0], pair[1]): j for pair, j in sorted(moved, key=lambda m: (m[1].when, m[1].id))}

    def _heir(self, key: str) -> str:
        """The report itself, or the one of the document's newest reading that rests on most of the same characters."""
        if self._book.knows(key):
            return key
        return find_heir(*self._store.replaced(key)) or key

    def _cluster_events(self, touched: Sequence[str], people: set[str], gone: Sequence[str] = ()) -> None:
        """Cluster reports, then the people whom the records join or keep apart."""
        if touched:
            clusters = self._events.touching(touched, self._judged(Subject.ENGAGEMENT))
            self._mark_records(key for members in clusters for key in members)
            self._tray.assign(clusters)
            self._marks["record"].update(min(members) for members in clusters)
            people = people | self._join_people(clusters)
        people = people.difference(gone)
        if people:
            persons = self._persons.touching(sorted(people), self._judged(Subject.ENTITY))
            cluster_of = self._people_tray.cluster_of
            self._marks["profile"].update(key for members in persons for key in members if cluster_of(key) != min(members))
            self._people_tray.assign(persons)

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
        self._marks["record"].update(record for key in reports if (record := self._tray.cluster_of(key)))

    def _join_people(self, clusters: Sequence[Sequence[str]]) -> set[str]:
        """Link the names that stand for one participant of a record, and keep apart people who meet; gives whom this touches."""
        tray = self._people_tray
        self._book.take(key for members in clusters for key in members)
        links = {min(members): self._links_of(members) for members in clusters}
        links.update((key, {}) for members in clusters for key in members if key != min(members))
        named = {name for found in links.values() for pair in found for name in pair}
        tray.take_said(links)
        tray.take_links(named)
        return {name for via, found in links.items() for name in tray.relink(via, [(*pair, score) for pair, score in found.items()])}

    def _links_of(self, members: Sequence[str]) -> dict[tuple[str, str], float]:
        """What the record of these reports says of who is who."""
        gists = {gist.id: gist for key in members if (gist := self._book.thing(key)) is not None}
        told = {(key, place): profile.id for key, gist in gists.items() for place, profile in profiles_of(gist).items()}
        links: dict[tuple[str, str], float] = {}
        if len(gists) > 1:
            for part in make_parts(list(gists.values()), dict.fromkeys(gists, 0)):
                names = sorted({told[at] for at in part.mentions if at in told})
                links.update(dict.fromkeys(combinations(names, 2), MET))
        for key in gists:
            met = sorted({name for (report, _), name in told.items() if report == key})
            links.update(dict.fromkeys(combinations(met, 2), MEET))
        return links

    def _left_behind(self, gone: Sequence[str], book: WorkingBook[Gist] | WorkingBook[Profile], subject: Subject) -> list[str]:
        """What hung together with these: by links, or by people's judgements."""
        if not gone:
            return []
        book.take_links(gone)
        linked = [other for key in gone for other in book.scores(key)]
        judged = [key for pair in standing(self._said, subject) if not set(gone).isdisjoint(pair) for key in pair]
        return sorted({*linked, *judged}.difference(gone))


def _told(gist: Gist) -> dict[str, Profile]:
    """The profiles of a report's people by their ids."""
    return {profile.id: profile for profile in profiles_of(gist).values()}
