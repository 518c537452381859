"""Kazakh words with their readings: closed words, verbs of a lexicon, nouns by their endings, and guesses for the rest.

The likeliest reading comes first.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache

from elshi.language.base import Case, Reading, Token
from elshi.language.kk.suffixes import Peeled, fold, peel
from elshi.language.kk.verbs import guess_past, guess_verbs, read_verb
from elshi.language.phrases import word_list
from elshi.language.tokenising import split_words
from elshi.records import Span

__all__ = ["read_tokens", "read_word", "suffix_case", "words_of"]

_HYPHENED = re.compile(r"(.*[\dA-ZА-ЯӘҒҚҢӨҰҮҺІ№%])-([а-яәғқңөұүһі]{1,5})")
_SHORT = 3  # letters that an unknown stem has at least
_SAFE = frozenset({Case.GEN, Case.INS, Case.ABL})


@cache
def words_of(name: str) -> frozenset[str]:
    """One of the plain lists of `stems.toml`: nouns, adjectives, adverbs, numerals, conjunctions."""
    return frozenset(word_list("kk", "stems")[name].split())


@cache
def _endings_of(part: str) -> tuple[str, ...]:
    return tuple(word_list("kk", "stems")[f"{part}_endings"])


@lru_cache(maxsize=1)
def _closed() -> dict[str, tuple[Reading, ...]]:
    """Readings of words that need no analysis."""
    listed = word_list("kk", "stems")
    found: dict[str, dict[Reading, None]] = defaultdict(dict)
    for lemma, cases in listed["pronouns"].items():
        for case, forms in cases.items():
            for form in forms.split():
                found[form][Reading(lemma, "PRON", Case(case))] = None
    for name, part in (("conjunctions", "CONJ"), ("numerals", "NUM"), ("adverbs", "ADV")):
        for word in words_of(name):
            found[word][Reading(word, part, Case.NOM if part == "NUM" else None)] = None
    for governed in listed["postpositions"].values():
        for word in governed.split():
            found[word][Reading(word, "PREP")] = None
    return {word: tuple(readings) for word, readings in found.items()}


def _declined_reading(peeled: Peeled, part: str) -> Reading:
    features = {name for found, name in ((peeled.possessive, "poss3"), (peeled.attributive, "attr")) if found}
    number = "plur" if peeled.plural else "sing"
    return Reading(peeled.stem, "ADJ" if peeled.attributive else part, peeled.case, number, frozenset(features))


def _listed_readings(word: str, name: str, part: str) -> list[Reading]:
    listed = words_of(name)
    return [_declined_reading(p, part) for p in peel(word) if p.stem in listed or p.stem.rpartition("-")[2] in listed]


def _plausibility(peeled: Peeled) -> tuple[int, bool, int]:
    """Higher is likelier, for a noun that no list knows."""
    if len(peeled.stem) < _SHORT:
        return (-1, False, 0)
    if peeled.stem.endswith(_endings_of("whole")):
        return (9, False, len(peeled.stem))
    taken = (3 if peeled.attributive or peeled.case in _SAFE else 2 if peeled.case is not Case.NOM else 0) + peeled.plural
    return (taken, peeled.possessive and len(peeled.stem) > _SHORT, len(peeled.bare))


def _guess_nouns(word: str, part: str) -> list[Reading]:
    ranked = sorted(peel(word), key=_plausibility, reverse=True)
    return [_declined_reading(p, part) for p in ranked if _plausibility(p)[0] >= 0 or p.stem == word][:4]


def _infinitive_nouns(verbs: list[Reading], word: str) -> Iterator[Reading]:
    """The noun that an infinitive also is: кездесуге is of the verb кездес and of the noun кездесу."""
    if any("inf" in v.features and v.case is not None for v in verbs):
        found = (p for p in peel(word) if p.stem.endswith(("у", "ю")) and len(p.stem) > _SHORT)
        yield from (_declined_reading(p, "NOUN") for p in found)


@lru_cache(maxsize=256)
def suffix_case(written: str) -> Case | None:
    """The case of an ending that stands alone after a hyphen, with or without a possessive (БҰҰ-ның, ГЭС-інен)."""
    for model in ("бам", "бат", "ба", "баз", "бар", "бем", "бет", "бе", "без", "бер"):
        for peeled in peel(model + written.lower()):
            if peeled.case is not Case.NOM and peeled.stem == model:
                return peeled.case
    return None


def _hyphen_readings(text: str) -> tuple[Reading, ...]:
    """An abbreviation or number with its case after a hyphen: БҰҰ-ның, 300-ге."""
    match = _HYPHENED.fullmatch(text)
    case = suffix_case(match.group(2)) if match else None
    if match is None or case is None:
        return ()
    return (Reading(match.group(1).lower(), "NUM" if match.group(1)[:1].isdigit() else "NAME", case),)


def _order(word: str, nouns: list[Reading], verbs: list[Reading]) -> list[Reading]:
    """Nouns before verbs, but a finite verb or converb before a noun that needs a short ending taken off."""
    finite = [v for v in verbs if v.part in ("VERB", "CONV", "PART") and "inf" not in v.features]
    if any(n.lemma == word or n.case in _SAFE or n.features or n.number == "plur" for n in nouns) or not finite:
        return [*nouns, *verbs]
    return [*finite, *(v for v in verbs if v not in finite), *nouns]


@lru_cache(maxsize=65536)
def read_word(text: str) -> tuple[Reading, ...]:
    """The readings of a word as written, likeliest first; () for a mark."""
    word = fold(text)
    if not any(c.isalpha() for c in word):
        return (Reading(word, "NUM", Case.NOM),) if word[:1].isdigit() else ()
    if len(word) == 2 and word[1] == ".":
        return (Reading(word, "NAME"),)
    return _hyphen_readings(text) or _known_readings(word) or _guess_readings(text, word)


def _known_readings(word: str) -> tuple[Reading, ...]:
    verbs = read_verb(word)
    verbs += _infinitive_nouns(verbs, word)
    nouns, adjectives = _listed_readings(word, "nouns", "NOUN"), _listed_readings(word, "adjectives", "ADJ")
    bare = [a for a in adjectives if a.lemma == word]
    closed = _closed().get(word, ())
    # Postpositions like қатысты are also a verb's past, by which many a sentence ends.
    finite = [v for v in verbs if closed and closed[0].part == "PREP" and v.part == "VERB" and v.case is None]
    return tuple(dict.fromkeys([*finite, *closed, *bare, *_order(word, nouns, verbs), *adjectives]))


def _guess_readings(text: str, word: str) -> tuple[Reading, ...]:
    if text[:1].isupper():
        return tuple(_guess_nouns(word, "NAME"))
    return (*_guess_attributes(word), *guess_verbs(word), *_guess_nouns(word, "NOUN"), *guess_past(word))


def _guess_attributes(word: str) -> Iterator[Reading]:
    if word.endswith(_endings_of("adjective")):
        yield Reading(word, "ADJ", Case.NOM)
    if word.endswith(_endings_of("adverb")):
        yield Reading(word, "ADV")


def read_tokens(text: str, sentence: Span) -> tuple[Token, ...]:
    """The tokens of one sentence, in order, with readings."""
    return tuple(Token(span, written, written.lower(), read_word(written)) for span, written in split_words(text, sentence))
