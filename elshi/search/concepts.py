"""What words of a query mean whichever language they are in: countries, organisations, cities, topics, types and posts. A query in one
language finds through them what texts say in another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, lru_cache

from elshi.language.gazetteers import countries, country_name, find_city, find_countries
from elshi.language.phrases import word_list
from elshi.language.rooms import SUPPORTED
from elshi.search.entries import post_values
from elshi.search.forms import fold_word, query_forms, split_text, text_forms

__all__ = ["CODED", "Concept", "read_concepts", "read_value", "similar_value"]

CODED = ("country", "organisation", "topic", "type", "status")
LONGEST = 6  # words of a name
LISTED = {"topic": "topics", "type": "types", "status": "statuses"}


@dataclass(frozen=True, slots=True)
class Concept:
    """Words `start` to `end` (half-open) mean one of the `values` of a facet, which other languages call `names`."""

    start: int
    end: int
    facet: str
    values: tuple[str, ...]
    names: tuple[str, ...] = ()


def _listed() -> Iterator[tuple[str, str, str, str]]:
    """Every name of each value: (facet, value, name, language)."""
    for code in SUPPORTED:
        yield from (("country", iso, country_name(iso, code), code) for iso in countries())
        lists = [(facet, word_list(code, "search")[listed]) for facet, listed in LISTED.items()]
        lists += [
            (facet, word_list(code, listed)["names"]) for facet, listed in (("country", "countries"), ("organisation", "organisations"))
        ]
        for facet, listed in lists:
            yield from ((facet, value, name, code) for value, names in listed.items() for name in names)


@cache
def _names() -> dict[tuple[str, str], tuple[str, ...]]:
    """Every name of each value, in all languages."""
    found: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for facet, value, name, _ in _listed():
        found[facet, value][name] = None
    return {value: tuple(names) for value, names in found.items()}


@cache
def _by_first_word() -> dict[str, list[tuple[tuple[frozenset[str], ...], str, str]]]:
    """The names, as the forms of their words, by each form of the first."""
    found: dict[str, list[tuple[tuple[frozenset[str], ...], str, str]]] = defaultdict(list)
    for facet, value, name, code in _listed():
        words = tuple(frozenset((*text_forms(word, code), fold_word(word))) for word in split_text(name))
        for form in words[0] if words else ():
            found[form].append((words, facet, value))
    return found


def _named_at(forms: Sequence[frozenset[str]], at: int) -> Iterator[tuple[int, str, str]]:
    """The names that begin at this word: (end, facet, value)."""
    for form in forms[at]:
        for words, facet, value in _by_first_word().get(form, ()):
            end = at + len(words)
            if end <= len(forms) and all(not a.isdisjoint(b) for a, b in zip(words, forms[at:end], strict=True)):
                yield end, facet, value


def read_concepts(words: Sequence[str]) -> list[Concept]:
    """What the words of a query mean, from left to right; more than one concept may have the same words, none overlap otherwise."""
    forms = [frozenset(query_forms(word)) for word in words]
    found: list[Concept] = []
    at = 0
    while at < len(words):
        here = _concepts_at(words, forms, at)
        end = max((concept.end for concept in here), default=at + 1)
        found += [concept for concept in here if concept.end == end]
        at = end
    return found


def _concepts_at(words: Sequence[str], forms: Sequence[frozenset[str]], at: int) -> list[Concept]:
    values: dict[tuple[int, str], dict[str, None]] = defaultdict(dict)
    for end, facet, value in _named_at(forms, at):
        if facet != "status":
            values[end, facet][value] = None
    for iso in _adjective(words[at]):
        values[at + 1, "country"][iso] = None
    found = [Concept(at, end, facet, tuple(told), _other_names(facet, told)) for (end, facet), told in values.items()]
    return [*found, *_city_at(words, at), *_post_at(words, at)]


def _other_names(facet: str, values: Iterable[str]) -> tuple[str, ...]:
    return tuple(name for value in values for name in _names().get((facet, value), ()))


@lru_cache(maxsize=10_000)
def _adjective(word: str) -> tuple[str, ...]:
    """The countries that a single word names as a noun or an adjective, in any form."""
    capital = word if word.isupper() and len(word) > 1 else word[:1].upper() + word[1:]
    return tuple(dict.fromkeys(iso for code in SUPPORTED for iso in find_countries(capital, code)))


@lru_cache(maxsize=10_000)
def _city_at_words(words: tuple[str, ...]) -> tuple[str, ...]:
    name = " ".join(word[:1].upper() + word[1:] for word in words)
    cities = (find_city(name, code) for code in SUPPORTED)
    return tuple(dict.fromkeys(city.name for city in cities if city))


def _city_at(words: Sequence[str], at: int) -> list[Concept]:
    """The city whose name the next words are. Its records are found by their place; texts that only name it, by its English name too."""
    for length in (3, 2, 1):
        if at + length > len(words):
            continue
        cities = _city_at_words(tuple(words[at : at + length]))
        fitting = tuple(city for city in cities if len(list(split_text(city))) == length or length == 1)
        if fitting:
            return [Concept(at, at + length, "where", fitting, fitting)]
    return []


def _post_at(words: Sequence[str], at: int) -> list[Concept]:
    """The longest post that begins with this word: as long as further words make it say more, or would be posts by themselves."""
    best: Concept | None = None
    for code in SUPPORTED:
        said: list[str] = []
        for end in range(at + 1, min(len(words), at + LONGEST) + 1):
            if end > at + 1 and _adjective(words[end - 1]):
                break
            now = _post(words[at:end], code)
            absorbed = bool(said) and now == said and bool(_post(words[end - 1 : end], code))
            if now and (absorbed or now != said) and now != _post(words[at + 1 : end], code):
                said = now
                if best is None or end > best.end:
                    best = Concept(at, end, "post", _most_telling(now))
    return [best] if best else []


def _post(words: Sequence[str], code: str) -> list[str]:
    return post_values(" ".join(words).lower(), code) if words else []


def _most_telling(values: Sequence[str]) -> tuple[str, ...]:
    """Ranks with subjects where there are any."""
    return tuple(value for value in values if "/" in value) or tuple(values)


def read_value(facet: str, words: str) -> tuple[str, ...]:
    """The values of a coded facet that the words of a filter name: the code itself, or a name in any language. () for none."""
    given = words.strip()
    if (facet, code := given.lower() if facet in LISTED else given.upper()) in _names():
        return (code,)
    if facet == "country" and (found := _adjective(given)):
        return found
    forms = [frozenset(query_forms(word)) for word in split_text(given)]
    named = {value: None for end, kind, value in _named_at(forms, 0) if kind == facet and end == len(forms)} if forms else {}
    return tuple(named)


def similar_value(facet: str, words: str) -> str | None:
    """A name or code of the facet that is spelled nearly so, or None."""
    known = {fold_word(name): name for (kind, value), names in _names().items() if kind == facet for name in (value, *names)}
    near = get_close_matches(fold_word(words), known, n=1, cutoff=0.75)
    return known[near[0]] if near else None
