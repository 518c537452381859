"""From a query's terms to a condition on entries: which terms of the index must, may or must not be there, and which days."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise, product

from pyroaring import BitMap

from elshi.resolution.name_words import match_words
from elshi.resolution.names import SAME_NAME, compare_names
from elshi.resolution.sounds import skeletons
from elshi.search.concepts import CODED, Concept, read_concepts, read_value, similar_value
from elshi.search.entries import days_of
from elshi.search.forms import fold_word, query_forms, split_text
from elshi.search.indexing import name_key, name_words, word_key
from elshi.search.query_language import ParsedQuery, QueryFault, QueryTerm
from elshi.search.terms import Field, field_term, pair_term, value_number
from elshi.store import Index, NamedValue

__all__ = ["ALIKE", "All", "Any", "Condition", "Conditions", "Days", "Has", "Weighed", "compile_query"]

ALIKE = 0.75  # two words of names
MANY = 2000  # people whom a name may mean
PREFIXED = 500  # words that a prefix may stand for
OFTEN, RARELY = 50, 10  # entries that have a word; how many times as many as have it among names
SHORT = 4  # letters of a word that may be somebody's name
ID = re.compile("[0-9a-f]{8,20}")  # of a person, or its beginning


@dataclass(frozen=True, slots=True)
class Has:
    """The entries of a term of the index."""

    term: int

    def among(self, rows: dict[int, BitMap]) -> BitMap:
        """The entries that fit."""
        return rows[self.term]

    def terms(self) -> Iterator[int]:
        """The terms that it asks for."""
        yield self.term


@dataclass(frozen=True, slots=True)
class Any:
    """One of the parts holds; none does where there are no parts."""

    parts: tuple[Condition, ...]

    def among(self, rows: dict[int, BitMap]) -> BitMap:
        """The entries that fit."""
        found = [part.among(rows) for part in self.parts]
        return BitMap.union(*found) if len(found) > 1 else found[0] if found else BitMap()

    def terms(self) -> Iterator[int]:
        """The terms that it asks for."""
        for part in self.parts:
            yield from part.terms()


@dataclass(frozen=True, slots=True)
class All:
    """All parts hold; the first may not be missing."""

    parts: tuple[Condition, ...]

    def among(self, rows: dict[int, BitMap]) -> BitMap:
        """The entries that fit."""
        found = sorted((part.among(rows) for part in self.parts), key=len)
        return BitMap.intersection(*found) if len(found) > 1 else found[0]

    def terms(self) -> Iterator[int]:
        """The terms that it asks for."""
        for part in self.parts:
            yield from part.terms()


Condition = Has | Any | All


@dataclass(frozen=True, slots=True)
class Days:
    """Entries that lie (partly) between two days, as `date.toordinal`; None leaves a side open."""

    since: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Weighed:
    """What makes an entry fit a word better: each term of a list adds its weight, by how rare it is."""

    terms: tuple[int, ...]
    weight: float


@dataclass(slots=True)
class Conditions:
    """What a query asks: all of `needed`, none of `excluded`, all `days`; `weighed` tells how well an entry fits."""

    needed: list[Condition] = field(default_factory=list)
    excluded: list[Condition] = field(default_factory=list)
    days: list[Days] = field(default_factory=list)
    weighed: list[Weighed] = field(default_factory=list)

    def terms(self) -> set[int]:
        """All terms that are asked for."""
        asked = {term for part in (*self.needed, *self.excluded) for term in part.terms()}
        return asked.union(*(weighed.terms for weighed in self.weighed))


class _Fault(Exception):
    def __init__(self, term: QueryTerm, message: str) -> None:
        super().__init__(message)
        self.fault = QueryFault(message, term.start, term.end)


def compile_query(parsed: ParsedQuery, index: Index, count: Callable[[Sequence[int]], int]) -> Conditions | QueryFault:
    """The conditions that the query means, or what is wrong with one of its values. `count` tells how many entries have one of the
    terms."""
    if parsed.fault is not None:
        return parsed.fault
    try:
        return _Compiler(index, count).compile(parsed)
    except _Fault as stop:
        return stop.fault


class _Compiler:
    def __init__(self, index: Index, count: Callable[[Sequence[int]], int]) -> None:
        self._index, self._count = index, count
        self._conditions = Conditions()

    def compile(self, parsed: ParsedQuery) -> Conditions:
        free = [group[0] for group in parsed.groups if len(group) == 1 and _is_free(group[0])]
        self._free_words(free)
        for group in parsed.groups:
            if group[0] in free and len(group) == 1:
                continue
            if group[0].field in ("since", "until"):
                self._conditions.days.append(_days(group))
                continue
            found = [self._term(term) for term in group]
            condition = found[0] if len(found) == 1 else Any(tuple(found))
            (self._conditions.excluded if group[0].is_excluded else self._conditions.needed).append(condition)
        return self._conditions

    def _free_words(self, terms: Sequence[QueryTerm]) -> None:
        """Words without filters, which together may name a country, a post or another thing known in the three languages."""
        words = [word for term in terms for word in split_text(term.words)]
        if terms and not words:
            raise _Fault(terms[0], f"there is no word in {terms[0].words}")
        concepts = read_concepts(words)
        at = 0
        while at < len(words):
            here = [concept for concept in concepts if concept.start == at]
            end = here[0].end if here else at + 1
            self._conditions.needed.append(self._meaning(words[at:end], here))
            at = end

    def _meaning(self, words: Sequence[str], concepts: Sequence[Concept]) -> Condition:
        """What the words say, what they mean, or whom they name."""
        said = tuple(self._word(word) for word in words)
        meant = [Has(value_number(concept.facet, value)) for concept in concepts for value in concept.values]
        self._conditions.weighed.append(Weighed(tuple(has.term for has in meant), 3.0))
        other = [_phrase(name, Field.ANY) for concept in concepts for name in dict.fromkeys(concept.names)]
        people = [] if concepts else self._named_so(words[0])
        return Any((All(said), *meant, *(phrase for phrase in other if phrase), *people))

    def _word(self, word: str) -> Condition:
        forms = query_forms(word)
        for given, weight in ((Field.RECORD, 4.0), (Field.SAID, 2.0), (Field.OUTCOME, 2.0), (Field.ANY, 1.0)):
            self._conditions.weighed.append(Weighed(tuple(field_term(form, given) for form in forms), weight))
        return Any(tuple(Has(field_term(form, Field.ANY)) for form in forms))

    def _named_so(self, word: str) -> list[Condition]:
        """The people who have a name that sounds like the word, in whatever script."""
        if len(word) < SHORT or self._is_ordinary(word):
            return []
        spellings = [word.casefold(), *(form for form in query_forms(word) if form != fold_word(word))]
        return self._heard(spellings)

    def _is_ordinary(self, word: str) -> bool:
        """Whether texts have the word often, and names and posts hardly ever."""
        said, named = (self._count([field_term(form, given) for form in query_forms(word)]) for given in (Field.ANY, Field.RECORD))
        return said > OFTEN and RARELY * named < said

    def _heard(self, spellings: Sequence[str]) -> list[Condition]:
        """People one word of whose names is spelled by one of these."""
        keys = [word_key(sound) for sound in sorted({sound for spelling in spellings for sound in skeletons(spelling)})]
        known = [word.value for word in self._index.found_under(keys, MANY)]
        words = [word for word in known if any(match_words(*sorted((word, spelling))) >= ALIKE for spelling in spellings)]
        terms = tuple(value_number("name", word) for word in words)
        self._conditions.weighed.append(Weighed(terms, 4.0))
        return [Has(term) for term in terms]

    def _term(self, term: QueryTerm) -> Condition:
        if term.field in CODED:
            return self._coded(term)
        if term.field == "person":
            return self._person(term)
        if term.field == "place":
            return _place(term)
        if term.field in ("language", "source", "review"):
            return self._listed(term)
        if term.field == "due":
            return _due(term)
        if term.field in ("since", "until"):
            raise _Fault(term, "a day cannot be an alternative")
        given = {"said": Field.SAID, "outcome": Field.OUTCOME, "initiative": Field.INITIATIVE}.get(term.field or "", Field.ANY)
        return self._text(term, given)

    def _text(self, term: QueryTerm, given: Field) -> Condition:
        if term.is_prefix:
            return self._prefix(term, given)
        words = list(split_text(term.words))
        if not words:
            raise _Fault(term, f"there is no word in {term.words}")
        if term.is_phrase or len(words) > 1:
            self._conditions.weighed.append(Weighed(tuple(field_term(f, Field.RECORD) for w in words for f in query_forms(w)), 2.0))
            return _phrase(term.words, given) or Any(())
        if given is Field.ANY:
            return self._meaning(words, read_concepts(words))
        return Any(tuple(Has(field_term(form, given)) for form in query_forms(words[0])))

    def _prefix(self, term: QueryTerm, given: Field) -> Condition:
        words = list(split_text(term.words))
        if not words:
            raise _Fault(term, f"there is no word in {term.words}")
        known = self._index.words(fold_word(words[-1]), PREFIXED)
        last = Any(tuple(Has(field_term(word, given)) for word in known))
        return All((*(Any(tuple(Has(field_term(f, given)) for f in query_forms(w))) for w in words[:-1]), last))

    def _coded(self, term: QueryTerm) -> Condition:
        facet = term.field or ""
        values = read_value(facet, term.words)
        if not values:
            near = similar_value(facet, term.words)
            raise _Fault(term, f"{facet}: nothing is called {term.words}" + (f"; did you mean {near}?" if near else ""))
        return Any(tuple(Has(value_number(facet, value)) for value in values))

    def _listed(self, term: QueryTerm) -> Condition:
        """Languages by their codes, sources as documents give them, whole or from their beginning."""
        value = term.words.strip()
        spellings = dict.fromkeys((value, value.lower(), value.upper()))
        return Any(tuple(Has(value_number(term.field or "", spelling)) for spelling in spellings))

    def _person(self, term: QueryTerm) -> Condition:
        given = term.words.strip()
        known = self._index.beginning("person", given, MANY) if ID.fullmatch(given) else []
        words = name_words(given)
        if not known and len(words) == 1:
            return Any(tuple(self._heard(sorted(words))))
        found = self._index.named(known) or self._people(given, words)
        everyone = self._index.owned(sorted({person.owner for person in found}))
        return Any(tuple(Has(value_number("person", person.value)) for person in everyone))

    def _people(self, name: str, words: Iterable[str]) -> list[NamedValue]:
        """The people whose name this is, in any spelling."""
        kept: dict[int, NamedValue] = {}
        for word in sorted(words, key=len, reverse=True):
            keys = [name_key(sound) for sound in sorted(skeletons(word))]
            found = {person.number: person for person in self._index.found_under(keys, MANY)}
            kept = {number: person for number, person in kept.items() if number in found} or {**kept, **found}
        return [person for person in kept.values() if compare_names(name, person.label).score >= SAME_NAME]


def _is_free(term: QueryTerm) -> bool:
    """Whether it is one plain word (or a few joined by hyphens, of which each counts)."""
    return term.field is None and not (term.is_phrase or term.is_prefix or term.is_excluded)


def _phrase(words: str, given: Field) -> Condition | None:
    """The words one after the other; None where there are none."""
    forms = [query_forms(word) for word in split_text(words)]
    if not forms:
        return None
    single = tuple(Any(tuple(Has(field_term(form, given)) for form in each)) for each in forms)
    pairs = (Any(tuple(Has(pair_term(a, b, given)) for a, b in product(one, other))) for one, other in pairwise(forms))
    return All((*single, *pairs))


def _place(term: QueryTerm) -> Condition:
    """A city or a country where something was."""
    concepts = read_concepts(list(split_text(term.words)))
    values = [value for concept in concepts if concept.facet in ("where", "country") for value in concept.values]
    if not values:
        return _phrase(term.words, Field.RECORD) or Any(())
    venue = _phrase(term.words, Field.RECORD)
    return Any((*(Has(value_number("where", value)) for value in values), *((venue,) if venue else ())))


def _due(term: QueryTerm) -> Condition:
    """Outcomes of a day, a month or a year."""
    _read_day(term)
    return Has(value_number("due", term.words.strip()))


def _days(group: Iterable[QueryTerm]) -> Days:
    (term, *others) = group
    if others or term.is_excluded:
        raise _Fault(term, "a day cannot be excluded or be an alternative")
    first, last = _read_day(term)
    return Days(since=first.toordinal()) if term.field == "since" else Days(until=last.toordinal())


def _read_day(term: QueryTerm) -> tuple[date, date]:
    """The first and the last day of what is written."""
    first, last = days_of(term.words.strip())
    if first is None or last is None or "/" in term.words:
        raise _Fault(term, f"{term.words} is no day; write 2026-03-01, 2026-03 or 2026")
    return first, last
