"""Who (or what) stands in one record with whom: the most frequent values of a facet among the records found, and in how many of these each
two of them stand together."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from pyroaring import BitMap

from elshi.search.facets import Counting, FacetCount, count_facet
from elshi.search.terms import value_number

__all__ = ["Pair", "Pairs", "count_pairs"]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two of the values, by their places among `Pairs.values`, and in how many records they stand together."""

    one: int
    other: int
    count: int


@dataclass(frozen=True, slots=True)
class Pairs:
    """The values with the pairs that they make, the most frequent first."""

    values: tuple[FacetCount, ...]
    pairs: tuple[Pair, ...]


def count_pairs(facet: str, counting: Counting, most: int) -> Pairs:
    """At most so many values (`person` or any other facet but `month`), and every two of them that some record has."""
    values = count_facet(facet, counting, most)
    rows = [_row(facet, value.value, counting) for value in values]
    told = ((one, other, rows[one].intersection_cardinality(rows[other])) for one, other in combinations(range(len(rows)), 2))
    pairs = sorted((Pair(*pair) for pair in told if pair[2]), key=lambda pair: (-pair.count, pair.one, pair.other))
    return Pairs(values, tuple(pairs))


def _row(facet: str, value: str, counting: Counting) -> BitMap:
    """The entries found that have the value; a person under whatever profile."""
    index = counting.index
    owners = list(index.values(facet, [value]).values()) if facet == "person" else []
    names = [owned.value for owned in index.owned(owners)] if owners else [value]
    terms = [value_number(facet, name) for name in names]
    rows = counting.memory.rows(index, terms, counting.state)
    return BitMap.union(*(rows[term] for term in terms)) & counting.found
