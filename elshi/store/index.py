"""What search keeps in a store: rows of terms, values of columns, and what is to be indexed. It is all made from records, and can be
made again; what terms and columns mean, the store does not know."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

__all__ = ["Index", "IndexState", "NamedValue"]


@dataclass(frozen=True, slots=True)
class IndexState:
    """Which index it is: `version` says how entries were made, `made` grows when it is begun anew, `entries` is how many were ever
    added (the number of the next one), `changes` grows with every change."""

    version: str
    made: int
    entries: int
    changes: int


@dataclass(frozen=True, slots=True)
class NamedValue:
    """A value of a facet under its number. A person's value is a profile's id, with its name and language; `owner` is the number of the
    value that stands for the whole person (for all other facets its own)."""

    number: int
    facet: str
    value: str
    label: str
    language: str
    owner: int


class Index(Protocol):
    """The index of an open store. Writes belong into a transaction of the store."""

    def moment(self) -> AbstractContextManager[object]:
        """All that is read inside is as it was at one moment, whoever writes meanwhile."""

    def state(self) -> IndexState:
        """The state now; version "" where nothing was ever indexed."""

    def begin(self, version: str) -> None:
        """Forget everything and begin an index of this version, without entries."""

    def append(self, entries: int, rows: Iterable[tuple[int, int, bytes]], cells: Iterable[tuple[int, int, bytes]]) -> None:
        """Add `entries` entries: behind the rows of each (term, block) and the cells of each (column, chunk) these bytes."""

    def rows(self, terms: Sequence[int], block: int = 0) -> list[tuple[int, int, bytes]]:
        """The rows of each of the terms in blocks from this one on, as (term, block, rows), by term and block."""

    def cells(self, column: int, chunk: int = 0) -> list[tuple[int, bytes]]:
        """The cells of the column in chunks from this one on, in order."""

    def name_entries(self, first: int, records: Sequence[tuple[str, bytes]]) -> None:
        """Write down which records the entries from number `first` on are, given as (record, the record as it is shown)."""

    def forget_entries(self, records: Iterable[str]) -> list[int]:
        """Entries no longer stand for these records; gives the numbers that they had."""

    def records(self, entries: Sequence[int]) -> dict[int, str]:
        """Which records these entries are."""

    def written(self, records: Sequence[str]) -> dict[str, bytes]:
        """Those of the records that have an entry and are not marked, as they are shown."""

    def add_values(self, facet: str, values: Sequence[str]) -> dict[str, int]:
        """The numbers of these values of the facet; new ones are given numbers, and are their own owners."""

    def values(self, facet: str, values: Sequence[str]) -> dict[str, int]:
        """The numbers of those of the values that have one."""

    def beginning(self, facet: str, prefix: str, limit: int) -> list[int]:
        """The numbers of values of the facet that begin so, at most so many."""

    def listed(self, facet: str, changes: int) -> list[tuple[int, str]]:
        """The (number, value) of values of the facet that changed after the state had so many changes."""

    def named(self, numbers: Sequence[int]) -> list[NamedValue]:
        """The values under these numbers."""

    def name_values(self, names: Iterable[tuple[int, str, str]], keys: Iterable[tuple[int, int]]) -> None:
        """Set label and language of values, given as (number, label, language), and add (key, number) under which they are found."""

    def own(self, owners: Iterable[tuple[int, int]]) -> None:
        """Set the owners of values, given as (number, owner)."""

    def owners(self, facet: str, changes: int) -> list[tuple[int, int]]:
        """The (number, owner) of values of the facet that changed after the state had so many changes."""

    def found_under(self, keys: Sequence[int], limit: int) -> list[NamedValue]:
        """The values that have one of the keys, at most so many."""

    def numbers_under(self, keys: Sequence[int]) -> list[int]:
        """The numbers of all values that have one of the keys."""

    def owned(self, owners: Sequence[int]) -> list[NamedValue]:
        """All values that have one of these owners."""

    def add_words(self, words: Iterable[str]) -> None:
        """Add words of texts by which prefixes are found."""

    def words(self, beginning: str, limit: int) -> list[str]:
        """At most so many words that begin so."""

    def mark(self, kind: str, keys: Iterable[str]) -> None:
        """These records ("record") or profiles ("profile") are to be indexed (anew)."""

    def marked(self, kind: str, limit: int) -> list[str]:
        """At most so many of those."""

    def is_behind(self) -> bool:
        """Whether there are any."""

    def unmark(self, kind: str, keys: Iterable[str]) -> None:
        """They are indexed."""
