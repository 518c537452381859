"""What a store is: documents and what was read of them, added once and never changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, Self

from elshi.records import Correction, Document, Engagement, Judgement, Span, Subject, content_id
from elshi.store.accounts import Accounts
from elshi.store.audit import Audit
from elshi.store.index import Index
from elshi.store.jobs import Jobs
from elshi.store.tokens import Tokens

__all__ = ["Fresh", "Provenance", "Query", "Reader", "Reading", "Report", "Shelf", "Store", "Tray", "Writer", "document_key"]


def document_key(document: Document) -> str:
    """The key under which a store holds the document: its name may change, everything else is what it is."""
    published = document.published.isoformat() if document.published else None
    return content_id(document.text, document.id, document.title, published, document.language, document.source, document.url)


@dataclass(frozen=True, slots=True)
class Provenance:
    """What made a report: the versions of Elshi, of its steps together, and of the tagger's model."""

    elshi: str
    steps: str
    tagger: str


@dataclass(frozen=True, slots=True)
class Report:
    """What one document says of one engagement. `document` is the key under which the store holds the document, `language` the one
    in which it was read, `read_at` when (UTC)."""

    engagement: Engagement
    document: str
    language: str
    provenance: Provenance
    read_at: datetime


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of one document once, by what, and when (UTC)."""

    language: str
    engagements: tuple[Engagement, ...]
    provenance: Provenance
    read_at: datetime


@dataclass(frozen=True, slots=True)
class Query:
    """Which reports to give; what is None does not restrict. Days are ISO 8601, both included."""

    type: str | None = None
    country: str | None = None
    since: str | None = None
    until: str | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Fresh:
    """A document's newest reading that resolution has not seen: its number, the document's key, the language, the engagements, and
    the ids of engagements that older readings had and this one has no more."""

    reading: int
    document: str
    language: str
    engagements: tuple[Engagement, ...]
    gone: tuple[str, ...]


class Shelf(Protocol):
    """What resolution remembers of one subject: things under their ids, findable by blocking keys, and linked. All of it can be
    made again from reports and judgements. A `Tray` changes it."""

    def body(self, key: str) -> str | None:
        """What is kept of the thing, or None."""

    def holders(self, blocks: Iterable[str]) -> set[str]:
        """The ids of the things that have one of the keys (and now and then of one that has not)."""

    def tellings(self, key: str) -> tuple[str, ...]:
        """The reports that tell of the thing, sorted."""

    def links(self, key: str) -> list[tuple[str, str, float]]:
        """The links of the thing: itself, the other, the greatest score (but 0 where anything says 0)."""

    def cluster_of(self, key: str) -> str | None:
        """The least id among those that are one with the thing; None where that is not known."""

    def clusters_of(self, keys: Sequence[str]) -> dict[str, str]:
        """The same of many things, of those of which it is known."""

    def members(self, cluster: str) -> tuple[str, ...]:
        """The ids of the things of a cluster, sorted."""

    def clusters(self) -> Iterator[tuple[str, ...]]:
        """Every cluster."""

    def beginning(self, prefix: str, limit: int = 2) -> list[str]:
        """At most so many ids that begin so."""


class Tray(Protocol):
    """What of a shelf lies at hand while many things of it change. What is taken for many at once costs few statements; what was not taken
    is when it is asked for. Changes are seen here at once, and by others when they are written and the transaction ends. What was taken
    stays from one transaction to the next, within limits, so that one who writes besides makes it out of date: `forget` it then."""

    def take(self, keys: Iterable[str]) -> None:
        """Take these things, if they are there."""

    def take_bodies(self, keys: Iterable[str]) -> None:
        """Take what is kept of these things."""

    def take_holders(self, blocks: Iterable[str]) -> set[str]:
        """Take the things that have one of these blocking keys; gives which they are."""

    def take_links(self, keys: Iterable[str]) -> None:
        """Take the links of these things."""

    def take_told(self, reports: Iterable[str]) -> None:
        """Take what these reports tell of."""

    def take_said(self, sayers: Iterable[str]) -> None:
        """Take the links that these say; see `relink`."""

    def knows(self, key: str) -> bool:
        """Whether the thing is there."""

    def body(self, key: str) -> str | None:
        """What is kept of the thing, or None."""

    def cluster_of(self, key: str) -> str | None:
        """See `Shelf.cluster_of`."""

    def holders(self, blocks: Iterable[str]) -> set[str]:
        """The ids of the things that have one of the keys (and now and then of one that has not)."""

    def scores(self, key: str) -> Mapping[str, float]:
        """What is linked with the thing: the greatest score (but 0 where anything says 0)."""

    def put(self, key: str, body: str, blocks: Iterable[str]) -> None:
        """Keep a new thing, findable by its blocking keys."""

    def drop(self, key: str, blocks: Iterable[str]) -> None:
        """Forget the thing, its blocking keys and its links."""

    def link(self, links: Iterable[tuple[str, str, float]]) -> None:
        """Keep links that the things themselves make; see `relink` for others."""

    def relink(self, via: str, links: Iterable[tuple[str, str, float]]) -> set[str]:
        """Keep these links, and no others that `via` said before; gives the things whose links changed."""

    def tell(self, told: Mapping[str, Collection[str]]) -> list[str]:
        """Write down which things each report tells of, instead of what it told of before; gives those that none tells of any more."""

    def assign(self, clusters: Iterable[Sequence[str]]) -> None:
        """Write down which things are one."""

    def write(self) -> None:
        """Write all changes into the store. Belongs into a transaction of it."""

    def forget(self) -> None:
        """Put everything away; what was not written is lost."""


class Reader(Protocol):
    """Looks things up. Only the newest reading of a document is given; older ones stay in the store."""

    def reports(self, query: Query) -> Iterator[Report]:
        """Reports that fit, newest day first, undated ones last."""

    def report(self, identifier: str) -> Report:
        """The report of the engagement whose id begins so; raises UnknownRecord if there is none or more than one."""

    def reports_under(self, engagement: str) -> list[Report]:
        """The reports of the engagement with exactly this id, by their documents' keys: more than one only where two documents of one
        id say the same words in the same places."""

    def first_tellers(self, engagements: Sequence[str]) -> dict[str, str]:
        """The key of the document whose report comes first in `reports_under`, for each of these engagements that has one."""

    def tellers(self, engagement: str) -> list[str]:
        """The keys of the documents of which any reading, the newest or an older one, has the engagement with exactly this id."""

    def known(self, key: str, until: datetime) -> Reading | None:
        """What had been read of the document under this key before this time; None where nothing had."""

    def replaced(self, engagement: str) -> tuple[tuple[Span, ...], list[Engagement]]:
        """The evidence of an engagement that only an older reading of its document has, and what the newest reading has instead."""

    def document(self, key: str) -> Document:
        """A document by its key; raises UnknownRecord."""

    def documents_under(self, keys: Sequence[str]) -> Iterator[tuple[str, Document]]:
        """Those of these keys under which there is a document, each with it, a few at a time."""

    def documents(self) -> Iterator[Document]:
        """Every document, in the order in which they were added."""

    def reports_of(self, key: str) -> list[Report]:
        """The reports of the newest reading of the document under this key, in the order of the text."""

    def external_ids(self) -> list[tuple[str, str]]:
        """Every thing that is called something elsewhere, with what it is called there."""

    def links_of(self, things: Sequence[str]) -> list[tuple[str, str]]:
        """Those of the external ids that these things have."""

    def judgements(self) -> list[Judgement]:
        """All judgements ever given, in the order in which they were added."""

    def corrections(self) -> list[Correction]:
        """All corrections ever made, in the order in which they were added."""

    def corrections_on(self, reports: Sequence[str]) -> list[Correction]:
        """Those of them that name one of these reports."""


class Writer(Protocol):
    """Adds; nothing is ever changed or removed."""

    def add(
        self,
        document: Document,
        language: str,
        engagements: Sequence[Engagement],
        provenance: Provenance,
        read_at: datetime | None = None,
    ) -> bool:
        """Add a document with what was read of it (now, unless told otherwise), all or nothing: in a transaction of its own, or with the
        rest of the one that is open. Returns False, and adds nothing, where the newest reading of the same document already says just
        this."""

    def add_all(
        self,
        read: Iterable[tuple[Document, str, Sequence[Engagement]]],
        provenance: Provenance,
        read_at: datetime | None = None,
    ) -> int:
        """Add many documents, each with its language and what was read of it, as if one after the other but in few statements; all or
        nothing. Gives how many said something new."""

    def add_external_id(self, thing: str, link: str) -> bool:
        """Add what a thing is called elsewhere ("wikidata:Q42"); False where it is known."""

    def add_judgement(self, judgement: Judgement) -> bool:
        """Add a judgement; False where it is there already. It is on the disk when this returns."""

    def add_correction(self, correction: Correction) -> bool:
        """Add a correction; False where it is there already. Belongs into a transaction."""


class Store(Reader, Writer, Protocol):
    """An open store; a context manager that closes it."""

    def shelf(self, subject: Subject) -> Shelf:
        """What resolution remembers of this subject."""

    def tray(self, subject: Subject) -> Tray:
        """The same for who changes much of it at once."""

    def index(self) -> Index:
        """What search keeps."""

    def begin_resolution(self, version: str) -> bool:
        """Make sure that what is remembered was made by this version; False where it was not, and everything is forgotten."""

    def resolution_state(self) -> tuple[str, int, int]:
        """By which version what is remembered was made, and the last reading and judgement that resolution has seen: whoever changes what
        is remembered changes this."""

    def is_fresh(self) -> bool:
        """Whether there are readings that resolution has not seen."""

    def fresh(self, limit: int) -> list[Fresh]:
        """So many of the readings that resolution has not seen, oldest first."""

    def mark_seen(self, reading: int) -> None:
        """Resolution has seen the readings up to this one."""

    def fresh_judgements(self) -> list[Judgement]:
        """The judgements that resolution has not seen."""

    def mark_judged(self) -> None:
        """Resolution has seen all judgements."""

    def moment(self) -> AbstractContextManager[object]:
        """All that is read inside is as it was at one moment, whoever writes meanwhile. Nothing may be written inside."""

    def transaction(self) -> AbstractContextManager[object]:
        """All that is written inside is kept together, or nothing of it."""

    def jobs(self) -> Jobs:
        """Work that waits."""

    def tokens(self) -> Tokens:
        """Who may do what through the interface for programs."""

    def accounts(self) -> Accounts:
        """Who may do what on the pages."""

    def audit(self) -> Audit:
        """What was done through the service."""

    def close(self) -> None:
        """Give back files and connections."""

    def __enter__(self) -> Self:
        """The store itself."""

    def __exit__(self, *failure: object) -> None:
        """Close it."""
