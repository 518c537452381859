"""English words out of context: their readings by lists and endings; and noun phrases without what only their sentence needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from elshi.language.base import Case, Reading, Token
from elshi.language.phrases import word_list

__all__ = ["closed_class", "is_verb", "joined", "nominative", "noun_lemma", "readings", "verb_lemma"]

_FORMS = {"was": "past", "were": "past", "had": "past", "did": "past", "been": "part", "being": "conv", "having": "conv"}
_VOWELS = "aeiou"


@lru_cache(maxsize=1)
def _closed() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in word_list("en", "words").items()}


def closed_class(name: str) -> frozenset[str]:
    """A class of `words.toml` (PREP, CONJ, DET, PRON, BE, HAVE, FUTURE, MODAL, …)."""
    return _closed()[name]


@lru_cache(maxsize=1)
def _verbs() -> tuple[frozenset[str], dict[str, tuple[tuple[str, frozenset[str]], ...]]]:
    """Base forms; and by irregular form its lemmas with their features."""
    listed = word_list("en", "verbs")
    forms: dict[str, dict[str, set[str]]] = {}
    for lemma, (past, participle) in listed["irregular"].items():
        for feature, written in (("past", past), ("part", participle)):
            for form in written.split("|"):
                forms.setdefault(form, {}).setdefault(lemma, set()).add(feature)
    known = frozenset(listed["irregular"]) | frozenset(listed["regular"]["words"].split())
    return known, {form: tuple((lemma, frozenset(f)) for lemma, f in found.items()) for form, found in forms.items()}


def is_verb(lemma: str) -> bool:
    """Whether the word is listed as a verb's base form."""
    return lemma in _verbs()[0]


@lru_cache(maxsize=1)
def _nouns() -> tuple[dict[str, str], frozenset[str]]:
    listed = word_list("en", "nouns")
    return dict(listed["irregular"]), frozenset(listed["unchanged"]["words"])


@lru_cache(maxsize=1)
def _spelling() -> tuple[tuple[str, ...], tuple[str, ...]]:
    listed = word_list("en", "verbs")["spelling"]
    return tuple(listed["lost_e"].split()), tuple(listed["kept"].split())


def _stem_candidates(stem: str) -> Iterator[str]:
    """Base forms that the stem before -ed or -ing may come from, likeliest first for a word that no list knows."""
    if stem.endswith("i"):
        yield stem[:-1] + "y"
    doubled = len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS
    if doubled and stem[-1] not in "lszf":
        yield stem[:-1]
    lost, kept = _spelling()
    if stem.endswith(lost) and not stem.endswith(kept) and not doubled:
        yield stem + "e"
    yield stem
    yield stem + "e"
    if doubled:
        yield stem[:-1]


def verb_lemma(stem: str) -> str:
    """The base form of a stem before -ed or -ing: a listed verb, else what the spelling makes likeliest."""
    candidates = list(_stem_candidates(stem))
    return next((c for c in candidates if is_verb(c)), candidates[0])


@lru_cache(maxsize=16384)
def noun_lemma(word: str) -> str | None:
    """The singular of a plural in lower case; None where the word does not look like a plural."""
    irregular, unchanged = _nouns()
    if word in irregular:
        return irregular[word]
    head, hyphen, tail = word.rpartition("-")
    if hyphen and tail.isalpha():
        singular = noun_lemma(tail)
        return None if singular is None else f"{head}-{singular}"
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is", "'s", "’s")) or word in unchanged:
        return None
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


def _past_readings(word: str) -> Iterator[Reading]:
    for lemma, features in _verbs()[1].get(word, ()):
        yield Reading(lemma, "VERB", features=features)
    if word in _verbs()[1] or not word.endswith("ed") or len(word) < 5 or is_verb(word):
        return
    lemma = verb_lemma(word[:-2])
    if is_verb(lemma) or not word.endswith("eed"):
        yield Reading(lemma, "VERB", features=frozenset({"past", "part"}))


def _third_person(word: str) -> Reading | None:
    if not word.endswith("s") or len(word) < 4:
        return None
    bases = [word[:-1], word[:-2] if word.endswith("es") else "", word[:-3] + "y" if word.endswith("ies") else ""]
    found = next((b for b in bases if b and is_verb(b)), None)
    return Reading(found, "VERB", number="sing", features=frozenset({"pres"})) if found else None


def _verb_readings(word: str) -> Iterator[Reading]:
    yield from _past_readings(word)
    if word.endswith("ing") and len(word) > 5 and word not in _nouns()[1]:
        yield Reading("lie" if word == "lying" else verb_lemma(word[:-3]), "VERB", features=frozenset({"conv"}))
    if is_verb(word):
        yield Reading(word, "VERB", features=frozenset({"pres", "inf"}))
    third = _third_person(word)
    if third is not None:
        yield third


def _auxiliary(word: str) -> Iterator[Reading]:
    for lemma, name in (("be", "BE"), ("have", "HAVE"), ("do", "DO"), ("will", "FUTURE")):
        if word in closed_class(name) and word != "'s":
            feature = "fut" if name == "FUTURE" else _FORMS.get(word, "pres")
            yield Reading(lemma, "VERB", features=frozenset({feature}))
    if word in closed_class("MODAL"):
        yield Reading(word, "VERB", features=frozenset({"pres"}))


def _closed_readings(word: str) -> Iterator[Reading]:
    for part in ("PREP", "CONJ", "PRON", "ADV", "NUM"):
        if word in closed_class(part):
            yield Reading(word, part)
    if word in closed_class("DET"):
        yield Reading(word, "ADJ")


def _open_readings(word: str) -> Iterator[Reading]:
    verbs = list(_verb_readings(word))
    yield from verbs
    adverb = word.endswith("ly") and len(word) > 4 and not verbs and word not in _nouns()[1]
    if adverb:
        yield Reading(word, "ADV")
    adjective = word in closed_class("ADJ") or word.endswith(tuple(closed_class("ADJ_ENDINGS")))
    if adjective:
        yield Reading(word, "ADJ")
    singular = noun_lemma(word)
    if singular is not None:
        yield Reading(singular, "NOUN", number="plur")
    elif not any(r.features & {"past", "part"} for r in verbs) and not adverb:
        yield Reading(word, "NOUN", number="sing")


@lru_cache(maxsize=32768)
def readings(word: str) -> tuple[Reading, ...]:
    """The readings of a word in lower case, out of context."""
    if word in ("'s", "’s", "'", "’"):
        return (Reading("'s", "OTHER", Case.GEN),)
    if word[:1].isdigit():
        return (Reading(word, "NUM"),)
    if not word[:1].isalpha():
        return (Reading(word, "OTHER"),)
    if word.endswith(("n't", "n’t")):
        return tuple(_auxiliary(word[:-3].replace("’", "'"))) or (Reading(word, "VERB"),)
    found = (*_auxiliary(word), *_closed_readings(word))
    if found and word not in closed_class("ADJ"):
        return found
    return (*found, *_open_readings(word))


def _gap(before: Token, after: Token) -> str:
    return "" if before.span.end == after.span.start else " "


def joined(tokens: Sequence[Token]) -> str:
    """The tokens as written, with one space where the text has any."""
    parts = [t.text if i == 0 else _gap(tokens[i - 1], t) + t.text for i, t in enumerate(tokens)]
    return "".join(parts)


def nominative(tokens: Sequence[Token]) -> str:
    """The phrase without its determiners and without a possessive ending; letter case, number and quotation marks stay."""
    kept = list(tokens)
    while len(kept) > 1 and kept[0].lower in _leading():
        kept = kept[1:]
    while len(kept) > 1 and (kept[-1].lower in ("'s", "’s") or (kept[-1].text in ("'", "’") and kept[-2].lower.endswith("s"))):
        kept = kept[:-1]
    return joined(kept)


@lru_cache(maxsize=1)
def _leading() -> frozenset[str]:
    return frozenset(word_list("en", "determiners")["leading"])
