"""Keeps the index up to date with the register's records: those that changed, and those that a killed run left."""

from __future__ import annotations

from collections.abc import Iterable

from elshi.records import Document, Subject, list_appearances
from elshi.register.books import people_book
from elshi.register.resolving import resolve
from elshi.resolution.correcting import apply_corrections
from elshi.resolution.gists import make_gist
from elshi.resolution.merging import Source, merge
from elshi.resolution.profiles import Profile, profile_of
from elshi.search.entries import Account, Entry, make_entry
from elshi.search.indexing import Indexer
from elshi.search.reviewing import DISMISSED, rate_review
from elshi.search.shares import share_text
from elshi.search.terms import DEAD
from elshi.search.things import Thing, list_things, writable
from elshi.search.written import Actor, actor_of, pack_record
from elshi.store import Index, Store

__all__ = ["INDEX", "Shares", "keep_index", "read_entry"]

INDEX = "entries=8"  # raise it when entries, forms or terms change: everything is then indexed anew
CHUNK = 500  # records in one transaction
MANY = 2000  # of them where there are as many: others who write wait no longer than this takes
WORN = 10_000  # entries that count no more, at least, before everything is indexed anew


def keep_index(store: Store, *, take_in: bool = True) -> None:
    """Bring records up to date, and the index up to date with them; without `take_in` only with records as they are."""
    if take_in:
        resolve(store)
    index = store.index()
    if index.state().version != INDEX or _is_worn(index):
        with store.transaction():
            if index.state().version != INDEX or _is_worn(index):
                begin_index(store)
    keeper = _Keeper(store)
    for kind, keep in (("record", keeper.keep_records), ("profile", keeper.keep_people)):
        while index.marked(kind, 1):
            with store.transaction():
                things = index.marked(kind, MANY if len(index.marked(kind, MANY)) == MANY else CHUNK)
                keep(things)
                index.unmark(kind, things)


def _is_worn(index: Index) -> bool:
    """Whether most entries count no more: it is time to index everything anew."""
    dead = sum(len(rows) // 2 for _, _, rows in index.rows([DEAD]))
    return dead > WORN and 2 * dead > index.state().entries


def begin_index(store: Store) -> None:
    """Forget the index, and mark every record and everybody to be indexed. Belongs into a transaction."""
    index = store.index()
    index.begin(INDEX)
    index.mark("record", (min(members) for members in store.shelf(Subject.ENGAGEMENT).clusters()))
    index.mark("profile", (profile for members in store.shelf(Subject.ENTITY).clusters() for profile in members))


class Shares:
    """What of a document's text is about each of its engagements, as long as nobody reads documents anew."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, dict[str, str]] = {}

    def words(self, key: str, document: Document, engagement: str) -> str:
        """The words about this engagement (its id) of the document under this key."""
        if key not in self._known:
            told = [report.engagement for report in self._store.reports_of(key)]
            self._known[key] = {e.id: words for e, words in zip(told, share_text(document.text, told), strict=True)}
        return self._known[key][engagement]


def read_entry(store: Store, members: Iterable[str], shares: Shares | None = None) -> Entry:
    """The entry of the record of these reports."""
    shares = shares or Shares(store)
    sources, documents = list[Source](), dict[str, Account]()
    profiles, languages, things = dict[tuple[str, int], Profile](), dict[str, str](), dict[Thing, None]()
    actors = dict[tuple[str, int], Actor]()
    for key in members:
        report = store.reports_under(key)[0]
        document = store.document(report.document)
        words = shares.words(report.document, document, key)
        if report.document in documents:
            words = f"{documents[report.document].words}\n{words}"
        documents[report.document] = Account(report.language, document, words)
        sources.append(Source(make_gist(report.document, document, report.language, report.engagement), report.engagement, document.text))
        languages[key] = report.language
        things.update(dict.fromkeys(list_things(report.engagement, report.language)))
        for appearance in list_appearances(report.engagement, report.language):
            actors[key, appearance.place] = actor_of(appearance)
            if appearance.kind == "person":
                profiles[key, appearance.place] = profile_of(appearance)
    record = apply_corrections(merge(sources), store.corrections_on(list(languages)))
    review = rate_review(record, (source.engagement.confidence for source in sources))
    return make_entry(record, list(documents.values()), profiles, languages, things, review, pack_record(record, actors))


class _Keeper:
    """Writes what changed into the index. Its methods belong into a transaction."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._index = store.index()
        self._indexer = Indexer(self._index)
        self._people, self._book = store.shelf(Subject.ENTITY), people_book(store)
        self._placed: set[str] = set()

    def keep_records(self, records: Iterable[str]) -> None:
        """Index these records as they are now; those that are no more count no more."""
        shelf, shares, entries, gone = self._store.shelf(Subject.ENGAGEMENT), Shares(self._store), [], []
        for record in records:
            members = shelf.members(record)
            entry = read_entry(self._store, members, shares) if members else None
            if entry is None or ("review", DISMISSED) in entry.marks:
                gone.append(record)
            else:
                entries.append(entry)
        self._indexer.replace(entries, gone)
        self.keep_people({profile for entry in entries for profile, _, _ in entry.names} - self._placed)

    def keep_people(self, profiles: Iterable[str]) -> None:
        """Write down whose these profiles are, as far as the index has them."""
        profiles = sorted(profiles)
        numbers = self._index.values("person", profiles)
        clusters = {profile: self._people.cluster_of(profile) or profile for profile in numbers}
        owners = self._index.add_values("person", sorted(set(clusters.values())))
        names = ((owner, self._book.thing(cluster)) for cluster, owner in owners.items())
        self._index.name_values([(owner, writable(known.name), known.language) for owner, known in names if known], [])
        self._index.own([(number, owners[clusters[profile]]) for profile, number in numbers.items()])
        self._placed.update(profiles)
