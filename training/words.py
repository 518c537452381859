"""The words of one composed text: two or more sides, each with a country, a capital and a named office-holder."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from random import Random

from training.grammar import read_lines
from training.grammar_kazakh import add_ending
from training.grammar_russian import inflect_person, inflect_phrase, inflect_place

__all__ = ["Country", "Person", "Words", "read_countries", "read_names"]

_COLUMN = {"en": 0, "ru": 1, "kk": 2}
_SLAVIC = ("ru", "kz", "kz2", "by", "cz", "tat", "rs", "kg", "uz", "az", "pl", "ua", "bg", "rs", "tm", "tj", "mk")
_INITIALS = {"en": "ABCDEFGHJKLMPRTW", "ru": "АБВГДЖКЛМНПРТ", "kk": "АБВГДЖКЛМНПРТ"}
_FAMILY_FIRST = ("cn", "kr", "vn")
_WITH_ARTICLE = ("United", "Netherlands", "Philippines", "Maldives", "Bahamas", "Democratic", "Dominican", "Republic", "Gambia", "Comoros")
_GENDERED = ("ru", "kz", "kz2", "tat", "by", "kg", "uz", "az", "tm", "tj", "bg")
_FEMININE = (("sky", "skaya"), ("ский", "ская"), ("ov", "ova"), ("ev", "eva"), ("in", "ina"), ("ов", "ова"), ("ев", "ева"), ("ин", "ина"))


@dataclass(frozen=True, slots=True)
class Country:
    """A country's names and adjectives by column (English, Russian, Kazakh); adjectives may be empty."""

    code: str
    names: tuple[str, str, str]
    adjectives: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Person:
    """An invented person; every name is a triple (English, Russian, Kazakh)."""

    culture: str
    female: bool
    given: tuple[str, str, str]
    family: tuple[str, str, str]
    patronymic: tuple[str, str, str] | None


@dataclass(slots=True)
class Words:
    """Chooses and remembers the sides of one text, so that a later sentence speaks of the same people."""

    language: str
    random: Random
    sides: dict[str, tuple[Country, Person]] = field(default_factory=dict)
    posts: dict[str, tuple[str, str]] = field(default_factory=dict)
    used: dict[str, None] = field(default_factory=dict)

    def word(self, slot: str, side: str, argument: str) -> str | None:
        """Markup of a slot: see `_SLOTS`; None for all others."""
        method = _SLOTS.get(slot)
        return None if method is None else method(self, side, argument)

    def side(self, key: str) -> tuple[Country, Person]:
        if key not in self.sides or not key:
            country = self._choose_country()
            self.sides[key] = (country, self.invent_person(read_cultures().get(country.code, "")))
        return self.sides[key]

    def _choose_country(self) -> Country:
        countries = read_countries()
        known = {country.code for country, _ in self.sides.values()}
        if self.random.random() < 0.3 and "KZ" not in known:
            return next(country for country in countries if country.code == "KZ")
        pool = countries if self.random.random() < 0.15 else tuple(c for c in countries if c.adjectives[0])
        return self.random.choice(tuple(c for c in pool if c.code not in known))

    def invent_person(self, culture: str) -> Person:
        names = read_names()
        if culture == "kz" and self.random.random() < 0.6:
            culture = "kz2"
        if not culture or self.random.random() < 0.05:
            culture = self.random.choice(sorted(names))
        female = self.random.random() < 0.42
        choice = names[culture]
        family = choice.get("s") or choice["m"]
        chosen = self.random.choice(family)
        if female and culture in _GENDERED:
            chosen = (_feminise(chosen[0]), _feminise(chosen[1]), _feminise(chosen[2]))
        patronymic = None
        if culture in ("kz", "kz2") and self.random.random() < 0.5:
            patronymic = self.random.choice(choice["q" if female else "p"])
        if culture == "ru" and self.random.random() < 0.2:
            patronymic = self.random.choice(choice["q" if female else "p"])
        return Person(culture, female, self.random.choice(choice["f" if female else "m"]), chosen, patronymic)

    def inflect(self, text: str, argument: str, *, animate: bool = False) -> str:
        if self.language == "ru":
            return inflect_phrase(text, argument, animate=animate)
        return add_ending(text, argument) if self.language == "kk" else text

    def inflect_proper(self, text: str, argument: str) -> str:
        if self.language == "ru":
            return inflect_place(text, argument)
        if self.language == "en":
            return text + ("'s" if argument == "gen" else "")
        return add_ending(text, argument)

    def inflect_rule(self, text: str, argument: str) -> str:
        """A rule's alternative with its <marked> words in the case of the argument."""
        return _inflect_marked(text, self, argument) if "<" in text else text

    def country_name(self, side: str, argument: str) -> str:
        country = self.side(side)[0] if side else self._choose_country()
        official = read_officials().get(country.code)
        if official and self.random.random() < 0.22:
            return f"[COUNTRY {self.inflect_named(self.random.choice(official)[_COLUMN[self.language]], argument)}]"
        name = country.names[_COLUMN[self.language]]
        article = "the " if self.language == "en" and name.startswith(_WITH_ARTICLE) else ""
        return f"[COUNTRY {article}{self.inflect_proper(name, argument)}]"

    def region(self, side: str, argument: str) -> str:
        line = self.random.choice(read_lines("regions.tsv")).split("\t")
        return f"[REGION {self.inflect_named(line[_COLUMN[self.language]], argument)}]"

    def inflect_named(self, text: str, argument: str) -> str:
        if self.language != "ru":
            return self.inflect_proper(text, argument)
        return _inflect_marked(text, self, argument)

    def adjective(self, side: str, argument: str) -> str:
        country = self.side(side)[0] if side else self._choose_country()
        word = country.adjectives[_COLUMN[self.language]]
        if not word:
            country = next(c for c in read_countries() if c.code == "KZ")
            word = country.adjectives[_COLUMN[self.language]]
        if self.language == "ru":
            word = _agree(word, argument)
        return f"[COUNTRY {word}]"

    def city(self, side: str, argument: str) -> str:
        pool = read_cities()
        if side and self.side(side)[0].code in pool:
            names = pool[self.side(side)[0].code]
            found = names[0] if self.random.random() < 0.7 else self.random.choice(names)
        else:
            found = self.random.choice(pool[self.random.choice(sorted(pool))])
        text = found[_COLUMN[self.language]]
        if argument == "upper":
            return f"[CITY {text.upper()}]"
        return f"[CITY {self.inflect_proper(text, argument)}]"

    def person(self, side: str, argument: str) -> str:
        return f"[PERSON {self._write_person(side, argument, full=True)}]"

    def surname(self, side: str, argument: str) -> str:
        return f"[PERSON {self._write_person(side, argument, full=False)}]"

    def _write_person(self, side: str, argument: str, *, full: bool) -> str:
        person = self.side(side)[1] if side else self.invent_person("")
        written = self._write_full(person, argument) if full else self._write_short(person, argument)
        if self.language == "kk":
            return add_ending(written, argument)
        return written + ("'s" if self.language == "en" and argument == "gen" else "")

    def _write_full(self, person: Person, argument: str) -> str:
        given, family, patronymic = self._inflect_names(person, argument)
        if person.culture in _FAMILY_FIRST:
            return f"{family} {self._inflect_last(given, argument, person)}"
        chance = self.random.random()
        if person.culture == "ru" and patronymic:
            return f"{given} {patronymic} {family}" if chance < 0.6 else f"{given[0]}.{patronymic[0]}.{' ' * (chance < 0.8)}{family}"
        if patronymic:
            return f"{given} {patronymic}"
        if person.culture in ("kz", "kz2") and self.language != "en" and chance < 0.1:
            return f"{family} {given}"
        if person.culture == "us" and chance < 0.12:
            return f"{given} {self.random.choice(_INITIALS[self.language])}. {family}"
        if self.language != "kk" and chance > 0.98:
            return f"{given} {family.upper()}"
        return f"{given} {family}"

    def _write_short(self, person: Person, argument: str) -> str:
        given, family, patronymic = self._inflect_names(person, argument)
        if person.culture in _FAMILY_FIRST:
            return self._inflect_last(family, argument, person)
        chance = self.random.random()
        if person.culture == "ru" and patronymic and chance < 0.4:
            return f"{given[0]}.{patronymic[0]}.{' ' * (chance < 0.2)}{family}"
        if patronymic and person.culture != "ru":
            return f"{given[0]}.{' ' * (chance < 0.2)}{patronymic}" if chance < 0.45 else f"{given} {patronymic}"
        if chance < 0.25:
            return f"{given[0]}.{' ' * (chance < 0.15)}{family}"
        return family if chance < 0.85 else f"{given} {family}"

    def _inflect_names(self, person: Person, argument: str) -> tuple[str, str, str]:
        column = _COLUMN[self.language]
        given, family = person.given[column], person.family[column]
        patronymic = person.patronymic[column] if person.patronymic else ""
        if self.language != "ru" or person.culture in _FAMILY_FIRST:
            return given, family, patronymic
        slavic = person.culture in _SLAVIC
        return (
            inflect_person(given, argument, female=person.female, family=False),
            inflect_person(family, argument, female=person.female, slavic=slavic),
            inflect_person(patronymic, argument, female=person.female, family=False),
        )

    def _inflect_last(self, name: str, argument: str, person: Person) -> str:
        if self.language != "ru" or person.female:
            return name
        head, _, last = name.rpartition(" ")
        return f"{head} {inflect_person(last, argument, female=False)}".strip()

    def post(self, side: str, argument: str) -> str:
        full = self._vary_capital(self._post_pair(side)[0])
        return f"[POSITION {self.fill_post(full, side, argument)}]"

    def _vary_capital(self, line: str) -> str:
        """Sources differ in the capital letter of a post."""
        head = line.split("*")
        # A capital inside a Russian or Kazakh phrase would not be a style but a slip.
        if len(head) < 3 or self.random.random() > 0.18 or (self.language != "en" and head[0].strip()):
            return line
        head[1] = head[1].lower() if self.language == "en" else head[1][0].upper() + head[1][1:]
        return "*".join(head)

    def role(self, side: str, argument: str) -> str:
        return f"[POSITION {self.fill_post(self._post_pair(side)[1], side, argument)}]"

    def _post_pair(self, side: str) -> tuple[str, str]:
        if side not in self.posts or not side:
            line = self.random.choice(read_lines(f"posts-{self.language}.txt"))
            full, short = line.split("\t")
            self.posts[side] = (full, self.random.choice(short.split("|")))
        return self.posts[side]

    def fill_post(self, line: str, side: str, argument: str) -> str:
        pieces = line.replace("%", side).replace("@", argument).split("*")
        for index in range(1, len(pieces), 2):
            pieces[index] = f"[POSITION {self.inflect(pieces[index], argument, animate=True)}]"
        return _inflect_marked("".join(pieces), self, argument, animate=True)

    def gendered(self, side: str, argument: str) -> str:
        male, _, female = argument.partition("|")
        return female if self.side(side)[1].female else male

    def inflected(self, side: str, argument: str) -> str:
        text, _, case = argument.rpartition(":")
        return self.inflect(text, case) if text else argument

    def number(self, side: str, argument: str) -> str:
        low, _, high = argument.partition("-")
        return str(self.random.randint(int(low), int(high)))


_SLOTS = {
    "country": Words.country_name,
    "region": Words.region,
    "adj": Words.adjective,
    "city": Words.city,
    "person": Words.person,
    "surname": Words.surname,
    "post": Words.post,
    "role": Words.role,
    "g": Words.gendered,
    "w": Words.inflected,
    "n": Words.number,
}


def _feminise(surname: str) -> str:
    for male, female in _FEMININE:
        if surname.endswith(male):
            return surname.removesuffix(male) + female
    return surname


def _inflect_marked(text: str, words: Words, argument: str, *, animate: bool = False) -> str:
    head, *rest = text.split("<")
    for piece in rest:
        word, _, tail = piece.partition(">")
        head += words.inflect(word, argument, animate=animate) + tail
    return head


_AGREEMENT = {
    "": {"nom": "ий", "gen": "ого", "dat": "ому", "acc": "ого", "ins": "им", "loc": "ом"},
    "i": {"nom": "ий", "gen": "ого", "dat": "ому", "acc": "ий", "ins": "им", "loc": "ом"},
    "n": {"nom": "ое", "gen": "ого", "dat": "ому", "acc": "ое", "ins": "им", "loc": "ом"},
    "f": {"nom": "ая", "gen": "ой", "dat": "ой", "acc": "ую", "ins": "ой", "loc": "ой"},
    "pl": {"nom": "ие", "gen": "их", "dat": "им", "acc": "ие", "ins": "ими", "loc": "их"},
}


def _agree(word: str, form: str) -> str:
    """A Russian adjective in -ий; the form is a gender ("" a man, "i" a masculine thing, n, f, pl) and a case: "fgen";
    "c" is the first half of a compound."""
    if form == "c":
        return word.removesuffix("ий") + "о"
    case = form[-3:] if form[-3:] in _AGREEMENT[""] else "nom"
    return word.removesuffix("ий") + _AGREEMENT[form.removesuffix(case)][case]


@lru_cache(maxsize=1)
def read_countries() -> tuple[Country, ...]:
    """All countries of `countries.tsv`."""
    found = []
    for line in read_lines("countries.tsv"):
        code, en, ru, kk, en_adjective, ru_adjective, kk_adjective = line.split("\t")
        found.append(Country(code, (en, ru, kk), (en_adjective, ru_adjective, kk_adjective)))
    return tuple(found)


@lru_cache(maxsize=1)
def read_officials() -> dict[str, tuple[tuple[str, str, str], ...]]:
    """Official names and abbreviations by country code, as triples (English, Russian, Kazakh)."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for line in read_lines("officials.tsv"):
        code, en, ru, kk = line.split("\t")
        found.setdefault(code, []).append((en, ru, kk))
    return {code: tuple(names) for code, names in found.items()}


@lru_cache(maxsize=1)
def read_cities() -> dict[str, tuple[tuple[str, str, str], ...]]:
    """Cities by country code, the capital first."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for line in read_lines("cities.tsv"):
        code, en, ru, *kk = line.split("\t")
        found.setdefault(code, []).append((en, ru, kk[0] if kk else ru))
    return {code: tuple(names) for code, names in found.items()}


@lru_cache(maxsize=1)
def read_cultures() -> dict[str, str]:
    """The culture of names by country code."""
    return {code: line.split()[0] for line in read_lines("cultures.txt") for code in line.split()[1:]}


@lru_cache(maxsize=1)
def read_names() -> dict[str, dict[str, tuple[tuple[str, str, str], ...]]]:
    """Names by culture and kind."""
    found: dict[str, dict[str, tuple[tuple[str, str, str], ...]]] = {}
    for line in read_lines("names.txt"):
        culture, kind, *names = line.split()
        found.setdefault(culture, {})[kind] = tuple(_read_name(name) for name in names)
    return found


def _read_name(written: str) -> tuple[str, str, str]:
    latin, cyrillic, *kazakh = written.replace("_", " ").split("=")
    return latin, cyrillic, kazakh[0] if kazakh else cyrillic
