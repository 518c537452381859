"""Entries of invented records for the index, as many as wanted, the same ones for the same seed: people with names in three scripts,
states, cities, topics, days, and texts of some eighty words of the genre in one of three languages, rare words among common ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from random import Random

from benchmarks.made_reports import FIRST, LANGUAGES, POSTS, _people, _Person
from elshi.language.gazetteers import countries, country_name
from elshi.language.phrases import word_list
from elshi.records import EngagementType
from elshi.resolution.profiles import Profile
from elshi.search.entries import Entry, Told, hold, post_values
from elshi.search.terms import Field
from elshi.search.things import BODY, POSITION, SITE, Thing

__all__ = ["make_entries", "vocabulary"]

WORD = re.compile(r"[^\W\d_]{3,}")
STATES = sorted(code for code in countries() if code != "XK")
TYPES = [kind.value for kind in EngagementType]
SOURCES = [f"agency{number}.example" for number in range(60)]
ORGANISATIONS = ("UN", "OSCE", "EU", "SCO", "CIS")
DAYS = 4200
RARE = 100_000  # words that few texts have, in each language


@cache
def vocabulary(code: str) -> list[str]:
    """Words of the genre in a language, from its word lists."""
    listed = [phrase for phrases in word_list(code, "topics")["topics"].values() for phrase in phrases]
    listed += [country_name(iso, code) for iso in STATES]
    words = dict.fromkeys(word for phrase in listed for word in WORD.findall(phrase))
    return list(words)


class _Maker:
    def __init__(self, count: int, seed: int) -> None:
        self.random = Random(seed)
        self.people = _people(self.random, max(50, count // 20))
        self.topics = sorted(word_list("en", "topics")["topics"])
        self.cities = [country.capital for country in countries().values() if country.capital]
        self.rare = {code: [self._coin(code) for _ in range(RARE)] for code in LANGUAGES}
        self.codes = {person.state: self.random.choice(STATES) for person in self.people}

    def _coin(self, code: str) -> str:
        """A word that no dictionary has."""
        one, other = self.random.choices(vocabulary(code), k=2)
        return (one[:4] + other[1:6]).lower()

    def words(self, code: str, count: int) -> str:
        """Common words often, and one in forty that few texts have."""
        known = vocabulary(code)
        picked = [known[int(len(known) * self.random.random() ** 3)] for _ in range(count)]
        for at in range(0, count, 40):
            picked[at] = self.rare[code][int(RARE * self.random.random() ** 2)]
        return " ".join(picked)

    def pick(self) -> _Person:
        """Somebody, the first ones most often."""
        return self.people[int(len(self.people) * self.random.random() ** 2.5)]

    def profile(self, person: _Person, language: int) -> Profile:
        """The person as texts of the language give them."""
        return Profile(person.names[language], LANGUAGES[language], POSTS[person.post][language], (self.codes[person.state],))

    def entry(self, number: int) -> Entry:
        """One record."""
        language = self.random.randrange(len(LANGUAGES))
        code = LANGUAGES[language]
        profiles = list(dict.fromkeys(self.profile(self.pick(), language) for _ in range(self.random.choice((2, 2, 2, 3, 4)))))
        day = date.fromordinal(FIRST + self.random.randrange(DAYS))
        city = self.random.choice(self.cities)
        values = [("country", state) for profile in profiles for state in profile.represents]
        values += [("place", city), ("type", self.random.choice(TYPES)), ("status", "held"), ("language", code)]
        values += [("topic", topic) for topic in self.random.sample(self.topics, self.random.choice((1, 1, 2, 3)))]
        values += [("source", self.random.choice(SOURCES))]
        if self.random.random() < 0.2:
            values.append(("organisation", self.random.choice(ORGANISATIONS)))
        held = tuple(hold(profile) for profile in profiles)
        things = [Thing(BODY, f"organisation:{value}", value, "en", (value,)) for facet, value in values if facet == "organisation"]
        things += [Thing(POSITION, post, p.capacity or "", code, h.codes) for h, p in zip(held, profiles, strict=True) for post in h.posts]
        posts = [("post", value) for profile in profiles for value in post_values(profile.capacity or "", code)]
        return Entry(
            f"{number:020x}",
            day,
            day,
            tuple(self._texts(code, profiles)),
            tuple(dict.fromkeys(values)),
            (("where", city), *dict.fromkeys(posts)),
            tuple((profile.id,) for profile in profiles),
            tuple((profile.id, profile.name, code) for profile in profiles),
            held,
            (*dict.fromkeys(things), Thing(SITE, f"place:{city}@", city, "en")),
        )

    def _texts(self, code: str, profiles: list[Profile]) -> Iterator[Told]:
        yield from (Told(Field.RECORD, code, words) for p in profiles for words in (p.name, p.capacity) if words)
        said, outcome = self.words(code, 12), self.words(code, 8)
        yield Told(Field.SAID, code, said)
        yield Told(Field.OUTCOME, code, outcome)
        yield Told(Field.ANY, code, f"{self.words(code, 60)} {said} {outcome}")


def make_entries(count: int, seed: int = 7) -> Iterator[Entry]:
    """So many entries."""
    maker = _Maker(count, seed)
    return (maker.entry(number) for number in range(count))
