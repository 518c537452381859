"""Kazakh verbs: a stem of the lexicon, its voices, the negative and one ending, which may be declined.

Endings of unknown verbs are guessed from the few that no noun has.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from elshi.language.base import Case, Reading
from elshi.language.kk.suffixes import Peeled, peel
from elshi.language.phrases import word_list

__all__ = ["guess_past", "guess_verbs", "read_verb", "verb_stems"]

_SOUNDS = {"A": "[ае]", "Y": "[ыі]", "D": "[дт]", "G": "[ғгқк]", "M": "[мбп]", "Q": "[қк]"}
_VOICES = re.compile(r"(?:(?<![аеыіуия])(?:ыл|іл|ын|ін|ыс|іс|дыр|дір|тыр|тір|қыз|кіз|ғыз|гіз)|(?<=[аеыіи])[лнст])*")
_PASSIVE = re.compile(r"[лн]$")
_ONLY_PASSIVE = re.compile(r"(?:[ыі]?[лн])?")
_ANY = re.compile(".*")
_PAST = re.compile(r"(.{3,}?)[дт][ыі]")
_GUESSED = (
    (re.compile(r"(.{3,}?)(?:[ае]|й)(?:ды|ді)"), "VERB", frozenset({"pres", "fut"})),
    (re.compile(r"(.{3,}?)(?:ыл|іл)(?:ды|ді)"), "VERB", frozenset({"past", "pass"})),
    (re.compile(r"(.{3,}?)[аей](?:тын|тін)(?:ын|ін|ы|і)?"), "PART", frozenset({"part", "fut"})),
    (re.compile(r"(.{3,}?)(?:ыл|іл)(?:ған|ген)"), "PART", frozenset({"part", "past", "pass"})),
    (re.compile(r"(.{3,}?)(?:ған|ген|қан|кен)"), "PART", frozenset({"part", "past"})),
    (re.compile(r"(.{3,}?)(?:ып|іп|(?<=[аеи])п)"), "CONV", frozenset({"conv", "past"})),
)


@cache
def verb_stems() -> frozenset[str]:
    """The bare stems of the lexicon."""
    return frozenset(word_list("kk", "stems")["verbs"].split())


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
        yield stem + "ю", "у"


@lru_cache(maxsize=1)
def _by_shape() -> dict[str, list[tuple[str, str]]]:
    table: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for stem in sorted(verb_stems()):
        for shape, swallowed in _verb_shapes(stem):
            table[shape].append((stem, swallowed))
    return dict(table)


@lru_cache(maxsize=1)
def _verb_endings() -> tuple[tuple[re.Pattern[str], dict[str, Any]], ...]:
    """The pattern of what follows a stem for each group of endings; nominal ones may be declined."""
    patterns = []
    for entry in word_list("kk", "suffixes")["verb"]:
        forms = "|".join("".join(_SOUNDS.get(c, c) for c in form) for form in entry["endings"])
        rest = "(?P<rest>.*)" if entry.get("nominal") else "(?P<rest>)"
        patterns.append((re.compile(f"(?P<neg>(?:[мбп][ае])?)(?P<end>{forms}){rest}$"), entry))
    return tuple(patterns)


def _declined(form: str, rest: str) -> Peeled | None:
    """The declension of a participle or infinitive `form` by the ending `rest`; None if it is none."""
    return next((p for p in peel(form + rest) if p.stem == form), None)


def _verb_features(entry: dict[str, Any], voice: str, negative: str, peeled: Peeled | None) -> frozenset[str]:
    marks: list[tuple[object, str]] = [(_PASSIVE.search(voice), "pass"), (negative, "neg")]
    if peeled is not None:
        marks += [(peeled.possessive, "poss3"), (peeled.attributive, "attr")]
    return frozenset(entry["features"]) | {name for found, name in marks if found}


def _voice_splits(stem: str, ending: str) -> range:
    """Where the voices may end inside `ending`: nowhere, or anywhere in the run of them."""
    match = _VOICES.match(stem + ending, len(stem))
    return range(match.end() - len(stem) + 1 if match else 1)


def _ending_readings(lemma: str, stem: str, ending: str, voices: re.Pattern[str]) -> Iterator[Reading]:
    """Readings of a verb whose `stem` is followed by `ending`: voices that `voices` allows, the negative, one listed ending."""
    for split in _voice_splits(stem, ending):
        if not voices.fullmatch(ending, 0, split):
            continue
        for pattern, entry in _verb_endings():
            match = pattern.match(ending, split)
            if match is None:
                continue
            form = stem + ending[: match.start("rest")]
            peeled = _declined(form, match["rest"]) if match["rest"] else None
            if match["rest"] and peeled is None:
                continue
            case = peeled.case if peeled else Case.NOM if entry.get("nominal") else None
            part = "ADJ" if peeled and peeled.attributive else entry["part"]
            number = "plur" if peeled and peeled.plural else None
            yield Reading(lemma, part, case, number, _verb_features(entry, ending[:split], match["neg"], peeled))


def read_verb(word: str) -> list[Reading]:
    """The readings of a lower-case word as a form of a known verb, the longest stem first.

    A shorter stem counts beside a longer one only as it stands or in the passive: таныстырылды is of таныстыр, not of таны.
    """
    stems = _by_shape()
    found: dict[Reading, None] = {}
    for length in range(len(word), 0, -1):
        voices = _ONLY_PASSIVE if found else _ANY
        for lemma, swallowed in stems.get(word[:length], ()):
            ending = swallowed + word[length:]
            if ending:
                found.update(dict.fromkeys(_ending_readings(lemma, word[:length], ending, voices)))
    return list(found)


def guess_past(word: str) -> list[Reading]:
    """An unknown word in -ды, -ті as the past of a verb: as likely as not, it is a noun."""
    match = _PAST.fullmatch(word)
    return [Reading(match.group(1), "VERB", None, None, frozenset({"past"}))] if match else []


def guess_verbs(word: str) -> list[Reading]:
    """The reading of a word that ends like a verb and that no list knows."""
    for pattern, part, features in _GUESSED:
        match = pattern.fullmatch(word)
        if match is not None:
            return [Reading(match.group(1), part, Case.NOM if part == "PART" else None, None, features)]
    return []
