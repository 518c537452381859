"""What a store is: documents and what was read of them, added once and never changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, Self

from elshi.records import Document, Engagement

__all__ = ["Provenance", "Query", "Reader", "Report", "Store", "Writer"]


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
class Query:
    """Which reports to give; what is None does not restrict. Days are ISO 8601, both included."""

    type: str | None = None
    country: str | None = None
    since: str | None = None
    until: str | None = None
    limit: int | None = None


class Reader(Protocol):
    """Looks things up. Only the newest reading of a document is given; older ones stay in the store."""

    def reports(self, query: Query) -> Iterator[Report]:
        """Reports that fit, newest day first, undated ones last."""

    def report(self, identifier: str) -> Report:
        """The report of the engagement whose id begins so; raises UnknownRecord if there is none or more than one."""

    def document(self, key: str) -> Document:
        """A document by its key; raises UnknownRecord."""

    def documents(self) -> Iterator[Document]:
        """Every document, in the order in which they were added."""


class Writer(Protocol):
    """Adds; nothing is ever changed or removed."""

    def add(self, document: Document, language: str, engagements: Sequence[Engagement], provenance: Provenance) -> bool:
        """Add a document with what was read of it, all or nothing. Returns False, and adds nothing, where the newest reading
        of the same document already says just this."""


class Store(Reader, Writer, Protocol):
    """An open store; a context manager that closes it."""

    def close(self) -> None:
        """Give back files and connections."""

    def __enter__(self) -> Self:
        """The store itself."""

    def __exit__(self, *failure: object) -> None:
        """Close it."""
