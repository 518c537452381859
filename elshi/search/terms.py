"""What the index knows things by: numbers for words in fields, for pairs of neighbouring words, and for values of facets.

A word's number is a hash of its folded form; the field's salt makes it the number of that word in that field. Pairs of neighbours,
by which phrases are found, share numbers: there are `2 ** bits` of them in a field, so that the index does not grow with every pair
that was ever written. Two pairs of one number make a phrase be found where its words stand apart, once in some hundreds of texts
that have all of the words.
"""

from __future__ import annotations

import hashlib
from enum import IntEnum
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

__all__ = [
    "BLOCK",
    "CHUNK",
    "DEAD",
    "GAP",
    "Column",
    "Field",
    "field_term",
    "pair_numbers",
    "pair_term",
    "salt_of",
    "value_number",
    "word_number",
]

BLOCK = 1 << 16  # entries whose rows of one term lie together
CHUNK = 1 << 13  # entries whose values of one column lie together
DEAD = 1  # the term of entries that count no more
GAP = 0  # stands between two texts: neighbours across it are none
_ONE, _OTHER = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)
_SIGN = 1 << 63


class Field(IntEnum):
    """Where words stand. `ANY` has the words of all fields and of whole documents."""

    ANY = 0
    RECORD = 1
    SAID = 2
    OUTCOME = 3
    INITIATIVE = 4


class Column(IntEnum):
    """What is kept of an entry for counting and sorting: its days (as `date.toordinal`, 0 where there is none), facets, and what lists of
    everything that there is count."""

    FIRST = 0
    LAST = 1
    COUNTRY = 2
    PLACE = 3
    TOPIC = 4
    TYPE = 5
    STATUS = 6
    PERSON = 7
    ORGANISATION = 8
    LANGUAGE = 9
    SOURCE = 10
    POSITION = 11
    BODY = 12
    SITE = 13
    INITIATIVE = 14


PAIR_BITS = {Field.ANY: 16, Field.RECORD: 14, Field.SAID: 14, Field.OUTCOME: 14, Field.INITIATIVE: 14}


def _hash(words: str) -> int:
    """An unsigned number of 64 bits, never a small one: those are pairs."""
    digest = hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") | 1 << 40


@lru_cache(maxsize=500_000)
def word_number(form: str) -> int:
    """The number of a folded form, unsigned; see `salt_of`."""
    return _hash(form)


@cache
def salt_of(field: Field) -> int:
    """What a word's number is combined with (by exclusive or) in the field."""
    return 0 if field is Field.ANY else _hash(f"field {field.name}")


def signed(number: int) -> int:
    """The number as databases keep it."""
    return number - (1 << 64) if number >= _SIGN else number


def field_term(form: str, field: Field) -> int:
    """The term of a folded form in a field."""
    return signed(word_number(form) ^ salt_of(field))


@lru_cache(maxsize=100_000)
def value_number(facet: str, value: str) -> int:
    """The term of a facet's value."""
    return signed(_hash(f"{facet}={value}"))


def pair_numbers(ones: NDArray[np.uint64], others: NDArray[np.uint64], field: Field) -> NDArray[np.int64]:
    """The terms of neighbours, given the numbers of the first and of the second words."""
    mixed = (ones * _ONE) ^ (others * _OTHER)
    buckets = ((mixed * _ONE) >> np.uint64(64 - PAIR_BITS[field])).astype(np.int64)
    terms: NDArray[np.int64] = buckets + (1 << 18) * (1 + int(field))
    return terms


def pair_term(one: str, other: str, field: Field) -> int:
    """The term of two folded forms that stand next to each other in the field."""
    first, second = (np.array([word_number(form)], dtype=np.uint64) for form in (one, other))
    return int(pair_numbers(first, second, field)[0])
