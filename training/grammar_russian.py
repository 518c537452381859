"""Russian case forms of words, place names and foreign personal names, for composed sentences."""

from __future__ import annotations

from functools import cache, lru_cache

import pymorphy3

__all__ = ["CASES", "inflect_person", "inflect_phrase", "inflect_place"]

CASES = {"nom": "nomn", "gen": "gent", "dat": "datv", "acc": "accs", "ins": "ablt", "loc": "loct"}
_ORDER = ("gen", "dat", "acc", "ins", "loc")
_SIBILANTS = "жшчщц"
_FIXED_HALVES = ("конгресс", "бизнес", "вице", "премьер", "статс", "пресс", "экс", "топ", "азиатско", "северо", "юго")
_PARTICLES = ("Эль", "Аль", "Ван", "Де", "Бин", "Аит", "О", "Дель", "Абдул")
_VOWELS = "аеёиоуыэюя"


@lru_cache(maxsize=1)
def _analyser() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer()


def _match_capitals(pattern: str, form: str) -> str:
    if pattern.isupper() and len(pattern) > 1:
        return form.upper()
    return "".join(new.upper() if index < len(pattern) and pattern[index].isupper() else new for index, new in enumerate(form))


@cache
def inflect_phrase(phrase: str, case: str, *, animate: bool = False) -> str:
    """Every adjective and noun of a nominative phrase in the given case; other words stay. `animate` is for people: their accusative."""
    return " ".join(_inflect_word(word, case, animate=animate) for word in phrase.split(" "))


def _inflect_word(word: str, case: str, *, animate: bool = False) -> str:
    if case in ("", "nom"):
        return word
    head, _, last = word.rpartition("-")
    if head.lower() in _FIXED_HALVES:
        return f"{head}-{_inflect_word(last, case, animate=animate)}"
    parses = _analyser().parse(word)
    genitive = any({"sing", "gent"} in parse.tag for parse in parses)
    for parse in parses:
        tags = parse.tag
        if "nomn" not in tags or tags.POS not in ("NOUN", "ADJF", "PRTF") or (genitive and "plur" in tags):
            continue
        direct = tags.POS != "NOUN" and case == "acc" and "femn" not in tags and "neut" not in tags
        target = ("gent" if animate else "nomn") if direct else CASES[case]
        form = parse.inflect({target, "plur" if "plur" in tags else "sing"})
        if form is not None:
            return _match_capitals(word, form.word if "ё" in word else form.word.replace("ё", "е"))
    return word


@cache
def inflect_place(name: str, case: str) -> str:
    """A city, country or region in the given case: by the dictionary where it is known, else by its ending."""
    if case in ("", "nom"):
        return name
    return " ".join(_inflect_place_word(word, case) for word in name.split(" "))


def _inflect_place_word(word: str, case: str) -> str:
    if not word[0].isupper() and word not in ("область", "край", "провинция", "район", "уезд"):
        return _inflect_word(word, case) if word.endswith(("ая", "ий", "ое")) else word
    if word.isupper() and len(word) > 1:
        return word
    for parse in _analyser().parse(word):
        tags = parse.tag
        if parse.is_known and "nomn" in tags and tags.POS in ("NOUN", "ADJF") and ("Geox" in tags or tags.POS == "ADJF" or "inan" in tags):
            form = parse.inflect({CASES[case], *(["plur"] if "plur" in tags else ["sing"])})
            if form is not None:
                return _match_capitals(word, form.word if "ё" in word else form.word.replace("ё", "е"))
    return _decline_noun(word, case, animate=False)


def _decline_noun(word: str, case: str, *, animate: bool) -> str:
    last, previous = word[-1].lower(), word[-2:-1].lower()
    if last in "оеёиуыэю" or "’" in word:
        return word
    if last == "а":
        if previous in _VOWELS:
            return word
        return word[:-1] + _pick(case, ("и" if previous in "гкхжчшщ" else "ы", "е", "у", "ей" if previous in _SIBILANTS else "ой", "е"))
    if last == "я":
        return word[:-1] + _pick(case, ("и", "и" if previous == "и" else "е", "ю", "ей", "и" if previous == "и" else "е"))
    if last in "йь":
        soft = _pick(case, ("я", "ю", "я" if animate else last, "ем", "е"))
        return word[:-1] + soft
    if not last.isalpha() or last not in "бвгджзклмнпрстфхцчшщ":
        return word
    return word + _pick(case, ("а", "у", "а" if animate else "", "ем" if last in _SIBILANTS else "ом", "е"))


def _pick(case: str, endings: tuple[str, str, str, str, str]) -> str:
    return endings[_ORDER.index(case)]


@cache
def inflect_person(name: str, case: str, *, female: bool, slavic: bool = False, family: bool = True) -> str:
    """One given name or surname in the given case. Female names that end in a consonant stay as they are; `slavic` surnames in -ов, -ин
    and -ский take their own endings. Particles in lower case and initials are left alone."""
    if case in ("", "nom"):
        return name
    words = name.split(" ")
    if len(words) > 1:
        return " ".join(inflect_person(word, case, female=female, slavic=slavic, family=family) for word in words)
    if "-" in name:
        return "-".join(inflect_person(part, case, female=female, slavic=slavic, family=family) for part in name.split("-"))
    if not name or name in _PARTICLES or not name[0].isupper() or name.endswith(".") or len(name) < 3:
        return name
    return (_decline_female if female else _decline_male)(name, case, slavic and family)


def _decline_male(name: str, case: str, slavic: bool) -> str:
    if slavic and name.endswith(("ский", "цкий", "ой", "ый")):
        stem, soft = name[:-2], name.endswith("ий")
        return stem + _pick(case, ("ого", "ому", "ого", "им" if soft else "ым", "ом"))
    if slavic and name.endswith(("ов", "ев", "ёв", "ин", "ын")):
        return name + _pick(case, ("а", "у", "а", "ым", "е"))
    if name.endswith(("ых", "их")):
        return name
    return _decline_noun(name, case, animate=True)


def _decline_female(name: str, case: str, slavic: bool) -> str:
    if name.endswith(("ская", "цкая", "ая")) and slavic:
        return name[:-2] + _pick(case, ("ой", "ой", "ую", "ой", "ой"))
    if slavic and name.endswith(("ова", "ева", "ёва", "ина", "ына")):
        return name[:-1] + _pick(case, ("ой", "ой", "у", "ой", "ой"))
    return _decline_noun(name, case, animate=True) if name[-1] in "ая" else name
