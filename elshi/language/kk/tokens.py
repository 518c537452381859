"""Kazakh words with their readings: closed words, verbs of a lexicon, nouns by their endings, and guesses for the rest.

The likeliest reading comes first.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from elshi.language.base import Case, Reading, Token
from elshi.language.kk.suffixes import Peeled, peel, strip_case
from elshi.language.phrases import word_list
from elshi.language.tokenising import split_words
from elshi.records import Span

__all__ = ["read_tokens", "read_word", "words_of"]

_ABBREVIATION = re.compile(r"^(.*?[\dA-ZА-ЯӘҒҚҢӨҰҮҺІa-z№%»\"])[-–](\w{1,5})$")
_NUMBER = re.compile(r"^\d")
_SOUNDS = {"A": "[ае]", "Y": "[ыі]", "D": "[дт]", "G": "[ғгқк]", "M": "[мбп]", "Q": "[қк]"}
_VOICE = "(?P<voice>(?:(?<![аеыіуия])(?:ыл|іл|ын|ін|ыс|іс|дыр|дір|тыр|тір|қыз|кіз|ғыз|гіз)|(?<=[аеыіи])(?:л|н|с|т))*)"
_NEGATIVE = "(?P<neg>(?:[мбп][ае])?)"
_SHORT = 3  # letters that an unknown stem has at least
_GUESSED = (
    (re.compile(r"^(.{3,}?)(?:[ае]|й)(?:ды|ді)$"), "VERB", frozenset({"pres", "fut"})),
    (re.compile(r"^(.{3,}?)(?:ыл|іл)(?:ды|ді)$"), "VERB", frozenset({"past", "pass"})),
    (re.compile(r"^(.{3,}?)(?:а|е|й)(?:тын|тін)(?:ын|ін|ы|і)?$"), "PART", frozenset({"part", "fut"})),
    (re.compile(r"^(.{3,}?)(?:ыл|іл)(?:ған|ген)$"), "PART", frozenset({"part", "past", "pass"})),
    (re.compile(r"^(.{3,}?)(?:ған|ген|қан|кен)$"), "PART", frozenset({"part", "past"})),
    (re.compile(r"^(.{3,}?)(?:ып|іп|[аеи]п)$"), "CONV", frozenset({"conv", "past"})),
)


@lru_cache(maxsize=None)
def words_of(name: str) -> frozenset[str]:
    """One of the plain lists of `stems.toml`: nouns, adjectives, adverbs, verbs, numerals, conjunctions."""
    return frozenset(word_list("kk", "stems")[name].split())


@lru_cache(maxsize=1)
def _closed() -> dict[str, tuple[Reading, ...]]:
    """Readings of words that need no analysis."""
    listed = word_list("kk", "stems")
    found: dict[str, list[Reading]] = defaultdict(list)
    for lemma, cases in listed["pronouns"].items():
        for case, forms in cases.items():
            for form in forms.split():
                found[form].append(Reading(lemma, "PRON", Case(case)))
    for name, part in (("conjunctions", "CONJ"), ("adjectives", "ADJ"), ("numerals", "NUM"), ("adverbs", "ADV")):
        for word in words_of(name):
            found[word].append(Reading(word, part, Case.NOM if part in ("ADJ", "NUM") else None))
    for governed in listed["postpositions"].values():
        for word in governed.split():
            reading = Reading(word, "PREP")
            if reading not in found[word]:
                found[word].append(reading)
    return {word: tuple(readings) for word, readings in found.items()}


def _verb_shapes(stem: str) -> Iterator[tuple[str, str]]:
    """How a verb stem is written before an ending, and what of the ending that writing has swallowed."""
    yield stem, ""
    last = stem[-1]
    if last in "қкп":
        yield from ((stem[:-1] + changed, "") for changed in {"қ": "ғ", "к": "г", "п": "уб"}[last])
    elif last == "й":
        yield stem[:-1] + "я", "а"
        yield stem[:-1] + "ю", "у"
    elif last in "ыі":
        yield stem[:-1] + "и", "й"
        yield stem[:-1] + "у", "у"
    elif last == "и":
        yield stem[:-1] + "ию", "у"


@lru_cache(maxsize=1)
def _verb_stems() -> dict[str, list[tuple[str, str]]]:
    table: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for stem in words_of("verbs"):
        for shape, swallowed in _verb_shapes(stem):
            table[shape].append((stem, swallowed))
    return dict(table)


@lru_cache(maxsize=1)
def _verb_endings() -> tuple[tuple[re.Pattern[str], dict[str, Any]], ...]:
    """The pattern of what follows a stem for each group of endings; nominal ones may be declined."""
    patterns = []
    for entry in word_list("kk", "suffixes")["verb"]:
        forms = "|".join("".join(_SOUNDS.get(c, c) for c in form) for form in entry["endings"])
        rest = "(?P<rest>.*)" if entry.get("nominal") else ""
        patterns.append((re.compile(f"{_NEGATIVE}(?P<end>{forms}){rest}$"), entry))
    return tuple(patterns)


_VOICES = re.compile(_VOICE)


def _declined(form: str, rest: str) -> Peeled | None:
    """The declension of a participle or infinitive `form` by the ending `rest`; None if it is none."""
    return next((p for p in peel(form + rest) if p.stem == form), None)


def _verb_features(entry: dict[str, Any], voice: str, negative: str, peeled: Peeled | None) -> frozenset[str]:
    features = set(entry["features"])
    if re.search("(?:ыл|іл|л|ын|ін|н)$", voice):
        features.add("pass")
    if negative:
        features.add("neg")
    if peeled is not None and peeled.possessive:
        features.add("poss3")
    return frozenset(features)


def _ending_readings(lemma: str, word: str, ending: str) -> Iterator[Reading]:
    """Readings of a verb whose stem is followed by `ending`: a run of voices, the negative, then one listed ending."""
    for split in _voice_splits(word[: len(word) - len(ending)], ending):
        for pattern, entry in _verb_endings():
            match = pattern.match(ending, split)
            if match is None:
                continue
            declined = match.groupdict().get("rest")
            peeled = _declined(word[: len(word) - len(declined)], declined) if declined else None
            if declined and peeled is None:
                continue
            nominal = entry.get("nominal", False)
            case = peeled.case if peeled else Case.NOM if nominal else None
            part = "ADJ" if peeled and peeled.attributive else entry["part"]
            yield Reading(lemma, part, case, "plur" if peeled and peeled.plural else None, _verb_features(entry, ending[:split], match["neg"], peeled))


def _voice_splits(stem: str, ending: str) -> list[int]:
    """Where the voices may end inside `ending`: nowhere, or after one or two of them."""
    splits = [0]
    match = _VOICES.match(stem + ending, len(stem))
    if match is not None and match.end() > len(stem):
        splits += range(1, match.end() - len(stem) + 1)
    return splits


def _verb_readings(word: str) -> Iterator[Reading]:
    stems = _verb_stems()
    for length in range(len(word), 0, -1):
        for lemma, swallowed in stems.get(word[:length], ()):
            ending = swallowed + word[length:]
            if ending:
                yield from _ending_readings(lemma, word[:length] + ending if not swallowed else word[:length] + ending, ending)


def _noun_reading(peeled: Peeled) -> Reading:
    features = frozenset({"poss3"}) if peeled.possessive else frozenset()
    if peeled.attributive:
        return Reading(peeled.stem, "ADJ", Case.LOC, "plur" if peeled.plural else "sing", features | {"attr"})
    return Reading(peeled.stem, "NOUN", peeled.case, "plur" if peeled.plural else "sing", features)


def _known_nouns(word: str) -> list[Reading]:
    nouns = words_of("nouns")
    return [_noun_reading(p) for p in peel(word) if p.stem in nouns]


_SAFE = frozenset({Case.GEN, Case.INS, Case.ABL})


def _plausibility(peeled: Peeled) -> tuple[int, int]:
    """Higher is likelier, for a noun that no list knows."""
    if len(peeled.stem) < _SHORT:
        return (-1, 0)
    taken = (3 if peeled.attributive or peeled.case in _SAFE else 2 if peeled.case is not Case.NOM else 0) + peeled.plural
    return (taken, len(peeled.bare))


def _guessed_nouns(word: str) -> list[Reading]:
    ranked = sorted(peel(word), key=_plausibility, reverse=True)
    return [_noun_reading(p) for p in ranked if _plausibility(p)[0] >= 0 or p.stem == word][:4]


def _guessed_verbs(word: str) -> Iterator[Reading]:
    for pattern, part, features in _GUESSED:
        match = pattern.match(word)
        if match is not None:
            yield Reading(match.group(1), part, Case.NOM if part == "PART" else None, None, features)
            return


def _infinitive_nouns(verbs: list[Reading], word: str) -> Iterator[Reading]:
    """The noun that an infinitive also is: кездесуге is of the verb кездес and of the noun кездесу."""
    if not any("inf" in v.features and v.case is not None for v in verbs):
        return
    for peeled in peel(word):
        if peeled.stem.endswith(("у", "ю")) and len(peeled.stem) > _SHORT:
            yield _noun_reading(peeled)


def _hyphen_case(word: str) -> tuple[Reading, ...] | None:
    """An abbreviation or number with its case after a hyphen: БҰҰ-ның, 300-ге."""
    match = _ABBREVIATION.match(word)
    if match is None:
        return None
    case = suffix_case(match.group(2))
    if case is None:
        return None
    part = "NUM" if match.group(1)[:1].isdigit() else "NAME"
    return (Reading(match.group(1).lower(), part, case),)


@lru_cache(maxsize=256)
def suffix_case(written: str) -> Case | None:
    """The case of an ending that stands alone after a hyphen, with or without a possessive (БҰҰ-ның, ГЭС-інен)."""
    for vowel in ("а", "е"):
        for model in (f"б{vowel}м", f"б{vowel}т", f"б{vowel}", f"б{vowel}з", f"б{vowel}р"):
            for peeled in peel(model + written.lower()):
                if peeled.case is not Case.NOM and model.startswith(peeled.stem):
                    return peeled.case
    return None


@lru_cache(maxsize=65536)
def read_word(text: str) -> tuple[Reading, ...]:
    """The readings of a word as written, likeliest first; () for a mark."""
    word = text.lower()
    if not any(c.isalpha() for c in word):
        return (Reading(word, "NUM", Case.NOM),) if _NUMBER.match(word) else ()
    if len(word) == 2 and word[1] == ".":
        return (Reading(word, "NAME", None),)
    closed = _closed().get(word)
    hyphened = _hyphen_case(text)
    if hyphened is not None:
        return hyphened
    nouns, verbs = _known_nouns(word), list(dict.fromkeys(_verb_readings(word)))
    verbs += _infinitive_nouns(verbs, word)
    adjectives = [Reading(p.stem, "ADJ", p.case, "plur" if p.plural else None, _noun_reading(p).features) for p in peel(word) if p.stem in words_of("adjectives")]
    known = [*(closed or ()), *_ordered(word, nouns, verbs), *adjectives]
    if known:
        return tuple(dict.fromkeys(known))
    guessed = _guessed_nouns(word)
    if text[:1].isupper():
        return tuple(Reading(r.lemma, "NAME" if r.part == "NOUN" else r.part, r.case, r.number, r.features) for r in guessed)
    return tuple([*_guessed_verbs(word), *guessed])


def _ordered(word: str, nouns: list[Reading], verbs: list[Reading]) -> list[Reading]:
    """Nouns before verbs, but a finite verb or converb before a noun that needs an ending taken off."""
    if any(n.lemma == word for n in nouns):
        return [*nouns, *verbs]
    finite = [v for v in verbs if v.part in ("VERB", "CONV", "PART")]
    if finite and not any(n.case in _SAFE or n.features for n in nouns):
        return [*finite, *(v for v in verbs if v not in finite), *nouns]
    return [*nouns, *verbs]


def read_tokens(text: str, sentence: Span) -> tuple[Token, ...]:
    """The tokens of one sentence, in order, with readings."""
    return tuple(Token(span, written, written.lower(), read_word(written)) for span, written in split_words(text, sentence))
