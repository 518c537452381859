"""Bodies, offices, groups, posts, places and initiatives: the ids of what is meant, made from codes and senses, not from comparison."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from elshi.language.gazetteers import City, country_name, find_city, find_countries, find_organisation
from elshi.language.phrases import word_list
from elshi.records import Appearance, Entity, EntityKind, ParticipantKind, content_id
from elshi.resolution.posts import post_id, read_post, read_subjects
from elshi.resolution.sounds import coarse, readings

__all__ = ["body_id", "country_entity", "initiative_id", "other_entity_id", "place_entity", "read_initiative"]

SHORT = 3  # letters of words that are no name by themselves
PLACELESS = frozenset({"delegation", "ministry", "foreign-ministry"})
REST = r"[\w’'-]*"
WORD = re.compile(r"[^\W\d_]+")
QUOTED = re.compile(r"[«\"“„]([^»\"”“]+)[»\"”“]")


@cache
def _kinds(code: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    listed = word_list(code, "body_kinds")["kinds"]
    patterns = {kind: "|".join(given).replace("~", REST) for kind, given in listed.items()}
    return tuple((kind, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")) for kind, pattern in patterns.items())


@cache
def _silent(code: str) -> frozenset[str]:
    return frozenset(word_list(code, "body_kinds")["silent"])


def _sense(name: str, code: str) -> tuple[list[str], str]:
    """The kinds that the words name, and the words that are left."""
    kinds, left = [], name.casefold()
    for kind, pattern in _kinds(code):
        if pattern.search(left):
            kinds.append(kind)
            left = pattern.sub(" ", left)
    return kinds, left


def _is_place(word: str, code: str) -> bool:
    capital = word.capitalize()
    return bool(find_countries(capital, code) or find_organisation(word.upper(), code) or find_city(capital, code))


def _own_words(name: str, left: str, code: str) -> list[str]:
    """What is a body's own in its name, by sound: a title in quotation marks, else the words that name no kind, place or body."""
    quoted = QUOTED.search(name)
    words = WORD.findall(quoted[1].casefold() if quoted else left)
    telling = (word for word in words if len(word) > SHORT and word not in _silent(code) and not _is_place(word, code))
    kept = words if quoted else telling
    return sorted({coarse(heard) for word in kept for heard in readings(word)[:1]})


@cache
def _whole_names(code: str) -> dict[str, str]:
    """Organisations by their full names, lower case."""
    listed: dict[str, list[str]] = word_list(code, "organisations")["names"]
    return {name.casefold(): organisation for organisation, names in listed.items() for name in names}


@lru_cache(maxsize=50_000)
def body_id(name: str, code: str, represents: tuple[str, ...]) -> str:
    """The id of a body: its code where it is a whole organisation, otherwise what kind of body it is, about what, whose, and where."""
    organisation = _whole_names(code).get(" ".join(name.casefold().split()))
    if organisation:
        return f"organisation:{organisation}"
    kinds, left = _sense(name, code)
    subjects = sorted(read_subjects(name, code)) if kinds else []
    city = find_city(name, code, represents) if kinds and PLACELESS.isdisjoint(kinds) else None
    own = [] if subjects and not PLACELESS.isdisjoint(kinds) else _own_words(name, left, code)
    whose = "+".join(represents or find_countries(name, code))
    return content_id("body", "+".join(sorted(kinds)), "+".join(subjects), whose, city.name if city else "", " ".join(own))


def other_entity_id(appearance: Appearance) -> str | None:
    """The id of what a participant that is no named person was: a body, a group of people, or the holder of a post. None for persons."""
    name, code, represents = appearance.name, appearance.language, appearance.represents
    if appearance.kind is ParticipantKind.PERSON:
        return None
    if appearance.kind is ParticipantKind.ORGANIZATION:
        return body_id(name, code, represents)
    if appearance.kind is ParticipantKind.OFFICE:
        post = read_post(appearance.capacity or name, code)
        return f"post:{post_id(post, represents)}" if post.ranks else content_id("office", name.casefold(), code, *represents)
    return content_id("group", name.casefold(), code, *represents)


def country_entity(iso: str) -> Entity:
    """A country by its ISO 3166-1 alpha-2 code, with its names; raises KeyError if unknown."""
    names = tuple((code, country_name(iso, code)) for code in ("en", "kk", "ru"))
    return Entity(f"country:{iso}", EntityKind.COUNTRY, names[0][1], names, (iso,))


def place_entity(city: City) -> Entity:
    """A city by its GeoNames name and country."""
    return Entity(f"place:{city.name}@{city.country}", EntityKind.PLACE, city.name, (("en", city.name),), (city.country,))


@lru_cache(maxsize=20_000)
def initiative_id(name: str, code: str) -> str:
    """The id of a named format, project or plan: what is in quotation marks or in capitals by its sound, otherwise all its words."""
    quoted = QUOTED.search(name)
    words = WORD.findall((quoted[1] if quoted else name).casefold())
    kept = [word for word in words if word not in _silent(code)]
    return content_id("initiative", *sorted(coarse(readings(word)[0]) if readings(word) else word for word in kept))


def read_initiative(name: str, code: str) -> Entity:
    """An initiative as an entity."""
    return Entity(initiative_id(name, code), EntityKind.INITIATIVE, name, ((code, name),))
