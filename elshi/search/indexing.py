"""From entries to rows of terms and cells of columns: many entries at once, with arrays rather than one by one."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from elshi.resolution.name_parts import PartKind, split_name
from elshi.resolution.sounds import skeletons
from elshi.search.entries import Entry
from elshi.search.forms import split_text
from elshi.search.terms import BLOCK, CHUNK, DEAD, GAP, Column, Field, pair_numbers, salt_of, value_number
from elshi.search.things import Held, Thing, name_facet
from elshi.search.word_numbers import WordNumbers
from elshi.store import Index

__all__ = ["CELL", "FACETS", "Indexer", "acting_key", "name_key", "name_words", "post_key", "word_key"]

OWNER = 24  # bits of a place among the entries that are added at once
CELL = np.dtype([("entry", "<u2"), ("value", "<u4")])
FACETS = {column.name.lower(): column for column in Column if column > Column.LAST}
PLAIN = frozenset({Field.RECORD, Field.INITIATIVE})  # fields whose words documents may not have; quotes are theirs anyway
KNOWN = 500_000  # values remembered
LONGEST = 80  # letters of a word of a name


def word_key(sound: str) -> int:
    """The key of a word's consonants, under which words of names are found."""
    return value_number("word sound", sound)


def name_key(sound: str) -> int:
    """The key of a word's consonants, under which people are found who have such a word in their names."""
    return value_number("name sound", sound)


@lru_cache(maxsize=20_000)
def acting_key(facet: str, code: str) -> int:
    """The key of those of a facet who act for a country or organisation, or belong to it."""
    return value_number(f"{facet} for", code)


@lru_cache(maxsize=100_000)
def post_key(post: str) -> int:
    """The key of the people who were seen in a post."""
    return value_number("person in", post)


@lru_cache(maxsize=200_000)
def name_words(name: str) -> frozenset[str]:
    """The words in full of a person's name, lower case; what is too long is none."""
    return frozenset(part.word for part in split_name(name) if part.kind is PartKind.FULL and len(part.word) <= LONGEST)


class Indexer:
    """Adds entries to an index. Its methods write, and belong into a transaction of the store."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._words = WordNumbers()
        self._values: dict[tuple[str, str], int] = {}
        self._named: set[str] = set()
        self._heard: set[str] = set()

    def replace(self, entries: Sequence[Entry], gone: Iterable[str] = ()) -> None:
        """Add these entries in place of those that their records had; the entries of records that are gone count no more."""
        rows: dict[tuple[int, int], bytes] = defaultdict(bytes)
        for number in sorted(self._index.forget_entries([*gone, *(e.record for e in entries)])):
            rows[DEAD, number // BLOCK] += (number % BLOCK).to_bytes(2, "little")
        first = self._index.state().entries
        numbers = self._number_values(entries)
        cells = self._cells(entries, first, numbers)
        self._index.append(len(entries), [*((t, b, r) for (t, b), r in rows.items()), *self._rows(entries, first)], cells)
        self._index.name_entries(first, [(entry.record, entry.written) for entry in entries])
        self._index.add_words(self._words.take_new())
        self._name(entries, numbers)

    def _rows(self, entries: Sequence[Entry], first: int) -> Iterator[tuple[int, int, bytes]]:
        """The rows of every term of these entries."""
        self._words.make_room()
        found = [*self._text_terms(entries), self._value_terms(entries)]
        terms = np.concatenate([terms for terms, _ in found])
        owners = np.concatenate([owners for _, owners in found]) + first
        starts = np.flatnonzero(np.r_[True, (terms[1:] != terms[:-1]) | (owners[1:] // BLOCK != owners[:-1] // BLOCK)][: len(terms)])
        ends = np.append(starts[1:], len(terms))[: len(starts)]
        order = np.argsort(terms[starts], kind="stable")  # neighbours in the database lie together
        starts, ends = starts[order], ends[order]
        rows = terms[starts].tolist(), (owners[starts] // BLOCK).tolist(), starts.tolist(), ends.tolist()
        offsets = (owners % BLOCK).astype("<u2").tobytes()
        for term, block, start, end in zip(*rows, strict=True):
            yield term, block, offsets[2 * start : 2 * end]

    def _text_terms(self, entries: Sequence[Entry]) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
        """For each field the terms of words and of pairs with the places of their entries, by term and place."""
        streams = {field: (array("i"), list[int](), list[int]()) for field in Field}
        for place, entry in enumerate(entries):
            for told in entry.texts:
                numbers = self._words.number(split_text(told.words), told.language)
                for field in (told.field, Field.ANY) if told.field in PLAIN else (told.field,):
                    words, places, lengths = streams[field]
                    words.append(0)
                    words.extend(numbers)
                    places.append(place)
                    lengths.append(len(numbers) + 1)
        forms, hashes = self._words.forms(), self._words.hashes()
        for field, (words, places, lengths) in streams.items():
            if words:
                number, owner = np.frombuffer(words, dtype=np.int32), np.repeat(np.array(places, dtype=np.int64), lengths)
                yield _words_of(forms[number], owner, hashes, field)
                yield _pairs_of(hashes[forms[number, 0]], owner, field)

    def _value_terms(self, entries: Sequence[Entry]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        terms, places = array("q"), array("q")
        for place, entry in enumerate(entries):
            people = (("person", profile) for person in entry.people for profile in person)
            words = (("name", word) for _, name, _ in entry.names for word in name_words(name))
            things = ((name_facet(thing.facet), thing.written) for thing in entry.things)
            found = {value_number(facet, value) for facet, value in (*entry.values, *entry.marks, *people, *words, *things)}
            terms.extend(found)
            places.extend([place] * len(found))
        keys, owners = np.frombuffer(terms, dtype=np.int64), np.frombuffer(places, dtype=np.int64)
        order = np.lexsort((owners, keys))
        return keys[order], owners[order]

    def _number_values(self, entries: Sequence[Entry]) -> dict[tuple[str, str], int]:
        """The numbers of all values of these entries."""
        wanted = {value for entry in entries for value in entry.values}
        wanted |= {("person", profile) for entry in entries for person in entry.people for profile in person}
        things = {thing for entry in entries for thing in entry.things}
        wanted |= {(thing.facet, thing.id) for thing in things} | {(name_facet(thing.facet), thing.written) for thing in things}
        new: dict[str, set[str]] = defaultdict(set)
        for facet, value in wanted - self._values.keys():
            new[facet].add(value)
        for facet, values in new.items():
            found = self._index.add_values(facet, sorted(values))
            self._values.update({(facet, value): number for value, number in found.items()})
        found_now = {key: self._values[key] for key in wanted}
        if len(self._values) > KNOWN:
            self._values.clear()
        return found_now

    def _cells(self, entries: Sequence[Entry], first: int, numbers: dict[tuple[str, str], int]) -> Iterator[tuple[int, int, bytes]]:
        days: dict[tuple[int, int], array[int]] = defaultdict(lambda: array("i"))
        cells: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
        for number, entry in enumerate(entries, start=first):
            chunk, place = divmod(number, CHUNK)
            days[Column.FIRST, chunk].append(entry.first.toordinal() if entry.first else 0)
            days[Column.LAST, chunk].append(entry.last.toordinal() if entry.last else 0)
            people = (("person", person[0]) for person in entry.people)
            things = ((thing.facet, thing.id) for thing in entry.things)
            for facet, value in dict.fromkeys((*entry.values, *people, *things)):
                cells[FACETS[facet], chunk].append((place, numbers[facet, value]))
        yield from ((column, chunk, np.array(told, dtype="<i4").tobytes()) for (column, chunk), told in days.items())
        yield from ((column, chunk, np.array(told, dtype=CELL).tobytes()) for (column, chunk), told in cells.items())

    def _name(self, entries: Sequence[Entry], numbers: dict[tuple[str, str], int]) -> None:
        """Write down the names of people who are new, the sounds under which they are found, and whom they act for; and the same of
        things."""
        if len(self._named) > KNOWN:
            self._named.clear()
            self._heard.clear()
        told = {profile: (name, language) for entry in entries for profile, name, language in entry.names}
        held = {held.profile: held for entry in entries for held in entry.held}
        named, keys = [], []
        for profile, (name, language) in told.items():
            number = numbers.get(("person", profile))
            if number is None or profile in self._named:
                continue
            named.append((number, name, language))
            self._named.add(profile)
            keys += [(name_key(sound), number) for word in name_words(name) for sound in skeletons(word)]
            keys += [(key, number) for key in _held_keys(held.get(profile))]
        if named:
            keys += self._word_keys({word for _, name, _ in named for word in name_words(name)} - self._heard)
        keys += self._own_names({thing for entry in entries for thing in entry.things}, numbers)
        if named or keys:
            self._index.name_values(named, sorted(set(keys)))

    def _own_names(self, things: Iterable[Thing], numbers: dict[tuple[str, str], int]) -> list[tuple[int, int]]:
        """Write down whose the names of things are that are new; gives the keys of those."""
        new = [thing for thing in things if thing.written not in self._named]
        owners = [(numbers[name_facet(thing.facet), thing.written], numbers[thing.facet, thing.id]) for thing in new]
        if new:
            self._index.own(owners)
            self._named.update(thing.written for thing in new)
        return [(acting_key(t.facet, code), owner) for t, (_, owner) in zip(new, owners, strict=True) for code in t.codes]

    def _word_keys(self, words: set[str]) -> list[tuple[int, int]]:
        """The sounds of words of names that are new."""
        self._heard |= words
        numbers = self._index.add_values("name", sorted(words))
        return [(word_key(sound), number) for word, number in numbers.items() for sound in skeletons(word)]


def _held_keys(held: Held | None) -> list[int]:
    """Under what a person is found who holds this."""
    if held is None:
        return []
    return [*(acting_key("person", code) for code in held.codes), *map(post_key, held.posts)]


def _each_once(keys: NDArray[np.int64], owners: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Pairs of a key and an owner (both small), each once, sorted."""
    told = np.sort((keys << OWNER) | owners)
    once = told[np.r_[True, told[1:] != told[:-1]][: len(told)]]
    return once >> OWNER, once & ((1 << OWNER) - 1)


def _words_of(
    forms: NDArray[np.int32], owners: NDArray[np.int64], hashes: NDArray[np.uint64], field: Field
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    told = forms != 0
    keys, places = _each_once(forms[told].astype(np.int64), np.repeat(owners, told.sum(axis=1)))
    return (hashes[keys] ^ np.uint64(salt_of(field))).view(np.int64), places


def _pairs_of(words: NDArray[np.uint64], owners: NDArray[np.int64], field: Field) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    near = (words[:-1] != GAP) & (words[1:] != GAP)
    return _each_once(pair_numbers(words[:-1][near], words[1:][near], field), owners[:-1][near])
