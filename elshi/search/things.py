"""What a report tells of besides people: posts, bodies, places and initiatives, as the index lists and counts them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from elshi.language.gazetteers import countries
from elshi.records import Appearance, Engagement, ParticipantKind, content_id, list_appearances
from elshi.resolution.bodies import initiative_id, other_entity_id
from elshi.resolution.posts import list_posts, post_id

__all__ = ["BODY", "INITIATIVE", "POSITION", "SITE", "Held", "Thing", "list_things", "name_facet", "writable"]

POSITION, BODY, SITE, INITIATIVE = "position", "body", "site", "initiative"
_TAB = "\t"
LONGEST = 300  # characters of a value: databases have a limit for what they can find


@dataclass(frozen=True, slots=True)
class Thing:
    """A post, body, place or initiative (`facet`) under its id, with a name in a language, and the codes that belong to it."""

    facet: str
    id: str
    name: str
    language: str
    codes: tuple[str, ...] = ()

    @property
    def written(self) -> str:
        """The name as a value of `name_facet`; see `read`."""
        return _TAB.join((self.id, self.language, "+".join(self.codes), self.name))

    @staticmethod
    def read(facet: str, written: str) -> Thing:
        """The thing whose name is written so."""
        key, language, codes, name = written.split(_TAB, 3)
        return Thing(facet, key, name, language, tuple(codes.split("+")) if codes else ())


@dataclass(frozen=True, slots=True)
class Held:
    """The profile of a person (its id), the ids of the posts that it names, and whom it acts for."""

    profile: str
    posts: tuple[str, ...]
    codes: tuple[str, ...]


def name_facet(facet: str) -> str:
    """The facet of the names of things of a facet."""
    return f"{facet} name"


def list_things(engagement: Engagement, language: str) -> Iterator[Thing]:
    """Everything that a report in this language tells of."""
    for appearance in list_appearances(engagement, language):
        yield from (_clean(thing) for thing in _of_participant(appearance))
    place = engagement.place
    if place.city:
        country = place.country.value if place.country else ""
        yield _clean(Thing(SITE, f"place:{place.city.value}@{country}", place.city.value, "en", (country,) if country else ()))
    for named in engagement.initiatives:
        yield _clean(Thing(INITIATIVE, initiative_id(named.value, language), named.value, language))


def _of_participant(appearance: Appearance) -> Iterator[Thing]:
    key, represents, language = other_entity_id(appearance), appearance.represents, appearance.language
    for title, sense in list_posts(appearance.capacity, language) if key is None else ():
        yield Thing(POSITION, post_id(sense, represents), title, language, represents)
    if key is not None and appearance.kind is ParticipantKind.OFFICE:
        yield Thing(POSITION, key.removeprefix("post:"), appearance.capacity or appearance.name, language, represents)
    if key is not None and appearance.kind is ParticipantKind.ORGANIZATION:
        yield Thing(BODY, key, appearance.name, language, represents)
    for code in represents:
        if code not in countries() and key != f"organisation:{code}":
            yield Thing(BODY, f"organisation:{code}", code, "en", (code,))


def writable(words: str) -> str:
    """The words without what databases cannot write (lone surrogates and NUL), and not too long to be found: of longer ones the beginning
    and a hash of the whole."""
    plain = words.encode("utf-8", "replace").decode().replace("\0", " ")
    return plain if len(plain) <= LONGEST else f"{plain[:LONGEST]}…{content_id(plain)}"


def _clean(thing: Thing) -> Thing:
    """Without what databases cannot write or find, and without tabs."""
    key, name = (" ".join(writable(words).split()) for words in (thing.id, thing.name))
    return Thing(thing.facet, key, name, thing.language, thing.codes)
