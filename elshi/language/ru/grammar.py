"""The case and the governing preposition of a noun phrase.

Evidence is added up for each case: what the forms of the phrase allow (its post, its name), the preposition in front of it or in front
of an earlier member of the same series, the noun or the verb it depends on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from elshi.language.base import Case, Reading, Sentence, Slot, Token
from elshi.language.phrases import word_list
from elshi.language.ru.morphology import agreements
from elshi.language.ru.names import CASES, read_name
from elshi.language.ru.tokens import is_known

__all__ = ["find_slot"]

NEAR = 3.0
SECOND_CASE = -0.8
SERIES = 1.5
FAR = 0.5
HEAD_NOUN = 1.6
HOLDER = 2.0
SUBJECT = 0.8
OBJECT = 0.7
AGENT = 1.2
WANTED = 3.0
SECOND_SUBJECT = 0.9
UNLIKELY_FORM = -1.5
IMPOSSIBLE = -5.0
LONGEST_REACH = 18
NEAR_PARTICIPLE = 5  # tokens between a participle and its noun, where it needs no more proof


@dataclass(frozen=True, slots=True)
class _Governor:
    """A preposition to the left: NEAR where only modifiers stand between, SERIES where the phrase continues a series, else FAR."""

    word: str
    cases: tuple[Case, ...]
    strength: float


@lru_cache(maxsize=1)
def _governs() -> dict[str, tuple[Case, ...]]:
    return {word: tuple(map(Case, cases)) for word, cases in word_list("ru", "prepositions")["governs"].items()}


def _has(token: Token, part: str) -> bool:
    return any(r.part == part for r in token.readings)


def _is_verb(token: Token) -> bool:
    return bool(token.readings) and token.readings[0].part in ("VERB", "CONV") and is_known(token.lower)


def _is_modifier(token: Token) -> bool:
    return not token.is_word or _has(token, "ADJ") or bool(token.readings and token.readings[0].part in ("ADV", "NUM", "OTHER"))


def _bounds(token: Token) -> bool:
    """Whether a governing preposition cannot stand before this token."""
    return token.text in (";", ":", ".", "!", "?") or _is_verb(token)


def _governors(tokens: Sequence[Token], start: int) -> list[_Governor]:
    """The prepositions to the left of the phrase that may govern it, nearest first."""
    found: list[_Governor] = []
    start = _before_possessives(tokens, start)
    near, series = True, start > 0 and (tokens[start - 1].lower in ("и", "или", "также", "да") or tokens[start - 1].text == ",")
    start = _participle_start(tokens, start)
    for at in range(start - 1, max(-1, start - LONGEST_REACH), -1):
        token = tokens[at]
        if _bounds(token) or (_has(token, "PRON") and token.lower not in _possessives()) or "который" in token.lemmas():
            break
        cases = _governs().get(token.lower)
        listed = near or (series and token.lower not in _spatial())
        if cases and (listed or not _is_satisfied(tokens[at + 1 : start], cases)):
            found.append(_Governor(token.lower, cases, NEAR if near else SERIES if series else FAR))
            if near:
                break
        near = near and _is_modifier(token) and not (series or token.text in (",", ")"))
    return found


def _is_satisfied(between: Sequence[Token], cases: tuple[Case, ...]) -> bool:
    """Whether a preposition has its noun, a thing or a place, before the phrase begins («в Риме нового посла»)."""
    noun = next((t for t in between if t.readings and t.readings[0].part in ("NOUN", "NAME", "OTHER")), None)
    return noun is not None and any(r.case in cases and "anim" not in r.features for r in noun.readings)


def _before_possessives(tokens: Sequence[Token], start: int) -> int:
    """Where «его», «своим» and the like before a phrase begin."""
    while start and tokens[start - 1].lower in _possessives():
        start -= 1
    return start


def _participle_start(tokens: Sequence[Token], start: int) -> int:
    """Where a participle with phrases of its own stands before the phrase («аккредитованных в стране послов», «прибывшим в Астану с
    визитом министром»); else `start`."""
    for at in range(start - 1, max(0, start - LONGEST_REACH), -1):
        if not tokens[at].is_word or _is_verb(tokens[at]) or "который" in tokens[at].lemmas() or (_has(tokens[at], "CONJ")):
            break
        if any("part" in r.features and r.part == "ADJ" for r in tokens[at].readings):
            inside = tokens[at + 1 : start]
            if start - at < NEAR_PARTICIPLE:
                return at if len(inside) > 1 and inside[0].lower in _governs() else start
            if inside[0].lower in _governs() and _agree(tokens[at], tokens[start]):
                return at
    return start


def _agree(modifier: Token, noun: Token) -> bool:
    """Whether an attribute and a noun may stand in one case that is not the nominative."""
    cases = {r.case for r in noun.readings if r.part in ("NOUN", "ADJ")} - {None, Case.NOM}
    return any(r.case in cases for r in modifier.readings if r.part == "ADJ")


@lru_cache(maxsize=1)
def _spatial() -> frozenset[str]:
    return frozenset(word_list("ru", "prepositions")["spatial"])


@lru_cache(maxsize=1)
def _possessives() -> frozenset[str]:
    return frozenset(word_list("ru", "prepositions")["possessives"])


def _is_name_word(token: Token) -> bool:
    if not token.is_capital:
        return "-" in token.text and token.text.rpartition("-")[2][:1].isupper()
    if not is_known(token.lower):
        return True
    known = {f for r in token.readings for f in r.features}
    called = any(r.part == "NAME" for r in token.readings) and "place" not in token.readings[0].features  # «Ханой» is nobody's «Хана»
    return called or not known & {"place", "organization", "abbreviation"}


def _name_start(tokens: Sequence[Token]) -> int:
    """Where the personal name at the end of a phrase begins, its length if it ends in none."""
    at = len(tokens)
    while at and (_is_name_word(tokens[at - 1]) or (at < len(tokens) and tokens[at - 1].lower in _particles())):
        at -= 1
    while at < len(tokens) and not _is_name_word(tokens[at]):
        at += 1
    while at < len(tokens) - 1 and _is_common_word(tokens[at]):
        at += 1
    return at


def _is_common_word(token: Token) -> bool:
    """Whether a word written with a capital is a word of the dictionary and no name: «Республики», «Национального»."""
    return len(token.lower) > 2 and is_known(token.lower) and not any(r.part in ("NAME", "OTHER", "CONJ") for r in token.readings)


@lru_cache(maxsize=1)
def _particles() -> frozenset[str]:
    return frozenset(word_list("ru", "names")["particles"])


def _name_scores(tokens: Sequence[Token]) -> dict[Case, float]:
    readings = read_name(tuple(t.text for t in tokens))
    best = {case: max(r.score for r in readings if r.case is case) for case in CASES}
    top = max(best.values())
    return {case: max(score - top, IMPOSSIBLE) for case, score in best.items()}


def _post_scores(tokens: Sequence[Token], named: bool) -> dict[Case, float]:
    """What the forms of the post allow, 0 for the likeliest case; a post beside a name is a person's, and a word for people is no thing."""
    if tokens[0].lower.startswith(_unchanging()):
        return {}
    found = agreements(tokens)
    person = named or any("anim" in a.reading.features and a.case is Case.NOM for a in found)
    found = [a for a in found if not (person and a.case is Case.ACC and "inan" in a.reading.features)]
    if not found or all("fixd" in a.reading.features for a in found):
        return {}
    scores: dict[Case, float] = {}
    for agreement in found:
        if agreement.case is not None:
            scores[agreement.case] = max(scores.get(agreement.case, IMPOSSIBLE), agreement.score)
    top = max(scores.values())
    return {case: max((scores[case] - top) / 2, -1.0) if case in scores else IMPOSSIBLE for case in CASES}


@lru_cache(maxsize=1)
def _unchanging() -> tuple[str, ...]:
    return tuple(word_list("ru", "post_forms")["unchanging"])


def _forms(tokens: Sequence[Token], start: int) -> dict[Case, float]:
    total: dict[Case, float] = defaultdict(float)
    if start < len(tokens):
        for case, score in _name_scores(tokens[start:]).items():
            total[case] += score
    if start > 0:
        for case, score in _post_scores(tokens[:start], start < len(tokens)).items():
            total[case] += score
    return total


def _preceding_noun(tokens: Sequence[Token], start: int) -> Token | None:
    """The noun right in front of the phrase (quotation marks skipped)."""
    at = start - 1
    while at >= 0 and tokens[at].text in '«»"“”':
        at -= 1
    if at < 0 or not tokens[at].readings:
        return None
    return tokens[at] if tokens[at].readings[0].part == "NOUN" else None


def _person_nouns(token: Token) -> list[Reading]:
    nouns = [r for r in token.readings if r.part == "NOUN"]
    if token.is_capital and not any(r.lemma in _posts() for r in nouns):
        return []
    return [r for r in nouns if "anim" in r.features]


def _holder_cases(tokens: Sequence[Token], start: int) -> set[Case]:
    """The cases of the nouns for persons to the left of a bare name, without a verb between: its post is one of them.

    A genitive right behind another such noun («заместитель министра») depends on that one and does not count.
    """
    found: set[Case] = set()
    for at in range(start - 1, max(-1, start - LONGEST_REACH), -1):
        if _bounds(tokens[at]) or (found and (tokens[at].text == "," or tokens[at].lower == "и")):
            break
        nouns = _person_nouns(tokens[at])
        if nouns and not (at > 0 and tokens[at - 1].readings[:1] and tokens[at - 1].readings[0] in _person_nouns(tokens[at - 1])):
            found |= {r.case for r in nouns if r.case}
    return found


@lru_cache(maxsize=1)
def _posts() -> frozenset[str]:
    return frozenset(word_list("ru", "post_forms")["capitalised"])


def _from_nouns(tokens: Sequence[Token], phrase: range, bare: bool, scores: dict[Case, float]) -> None:
    beside = phrase.start > 0 and tokens[phrase.start - 1].text != ","
    holders = _holder_cases(tokens, phrase.start) if bare and beside else set()
    for case in holders:
        scores[case] += HOLDER
    if not holders and _preceding_noun(tokens, phrase.start):
        scores[Case.GEN] += HEAD_NOUN


def _from_verbs(tokens: Sequence[Token], phrase: range, scores: dict[Case, float]) -> None:
    """A phrase that opens the clause is its subject; after a passive it is the agent, after an active verb an object or a subject."""
    before = tokens[max(0, phrase.start - 3) : phrase.start]
    verb = next((t for t in reversed(before) if _is_verb(t) or any("pass" in r.features for r in t.readings[:1])), None)
    if verb is None:
        scores[Case.NOM] += 0.0 if _preceding_noun(tokens, phrase.start) else SUBJECT
        return
    features = verb.readings[0].features
    if "pass" in features:
        scores[Case.INS] += AGENT
        scores[Case.NOM] += OBJECT
    elif verb.lower.endswith(("ся", "сь")):
        scores[Case.NOM] += SUBJECT
    else:
        led = _has_subject_before(tokens, tokens.index(verb))
        scores[Case.ACC] += OBJECT + (SECOND_SUBJECT if led else 0.0)
        if not led and _is_first_of_two(tokens, verb, phrase.stop):
            scores[Case.NOM] += SUBJECT
        scores[Case.NOM] += OBJECT / 2


def _is_first_of_two(tokens: Sequence[Token], verb: Token, stop: int) -> bool:
    """Whether a phrase that ends at `stop` is the first of two behind a plural verb: «документ подписали A и B»."""
    return verb.readings[0].number == "plur" and stop < len(tokens) and tokens[stop].lower == "и"


def _has_subject_before(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the clause of the verb names its subject before it: what follows is the object."""
    for at in range(verb - 1, -1, -1):
        if _bounds(tokens[at]) or "который" in tokens[at].lemmas():
            return False
        if _is_subject(tokens, at):
            return True
    return False


def _is_finite(token: Token) -> bool:
    return _is_verb(token) and not {"inf", "imper"} & token.readings[0].features and token.readings[0].part == "VERB"


def _is_subject(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at `at` is a noun in the nominative that no preposition governs."""
    reading = tokens[at].readings[0] if tokens[at].readings else None
    if reading is None or reading.case is not Case.NOM or reading.part not in ("NOUN", "NAME", "PRON"):
        return False
    before = at - 1
    while before >= 0 and (_has(tokens[before], "ADJ") or tokens[before].lower in ("же", "самый")):
        before -= 1
    return before < 0 or tokens[before].lower not in _governs()


def _lacks_subject(tokens: Sequence[Token], phrase: range) -> bool:
    """Whether the verb behind the phrase has no other subject than the phrase."""
    verb = _verb_behind(tokens, phrase.stop)
    if verb is None:
        return False
    joined = any(tokens[i].lower == "и" for i in (phrase.start - 1, phrase.stop, *phrase) if 0 <= i < len(tokens))
    second = phrase.start > 0 and tokens[phrase.start - 1].lower == "и"
    number = tokens[verb].readings[0].number
    if (number == "plur" and not joined) or (number == "sing" and second):
        return False
    parted = False
    for at in range(phrase.start - 1, -1, -1):
        if _bounds(tokens[at]) or "который" in tokens[at].lemmas():
            return parted or not _is_verb(tokens[at])
        parted |= tokens[at].text == "," or tokens[at].lower in ("и", "а", "но")
        if _is_subject(tokens, at) and not joined:
            return False
    return True


def _verb_behind(tokens: Sequence[Token], start: int) -> int | None:
    """The finite verb of the clause that goes on at `start`; None if another subject or a stop comes first."""
    for at in range(start, min(len(tokens), start + 8)):
        token = tokens[at]
        if _is_finite(token):
            return at
        if token.text in (";", ":", ",", "(", "«", '"', "–", "—") or "который" in token.lemmas():
            return None
        if not token.is_capital and _is_subject(tokens, at):
            return None
    return None


def find_slot(sentence: Sentence, phrase: range, name: range | None = None) -> Slot:
    """The likeliest case of the phrase's head and the preposition that governs it; `Slot(None)` for an empty phrase. `name` are the tokens
    of a person's name in it, where they are known."""
    tokens = sentence.tokens
    inner = tokens[phrase.start : phrase.stop]
    if not inner:
        return Slot(None)
    if len(inner) == 1 and inner[0].readings and all(r.part == "PRON" and r.case is Case.NOM for r in inner[0].readings):
        return Slot(Case.NOM)  # «они»
    start = _name_start(inner) if name is None else name.start - phrase.start
    scores = defaultdict(float, _forms(inner, start))
    governors = _governors(tokens, phrase.start)
    for governor in governors:
        for rank, case in enumerate(governor.cases):
            scores[case] += governor.strength + SECOND_CASE * rank
    if not any(Case.LOC in g.cases for g in governors):
        scores[Case.LOC] += IMPOSSIBLE
    if not governors or governors[0].strength < NEAR:
        if scores[Case.NOM] >= UNLIKELY_FORM and _lacks_subject(tokens, phrase):
            scores[Case.NOM] += WANTED
        _from_nouns(tokens, phrase, start == 0, scores)
        _from_verbs(tokens, phrase, scores)
    best = max(CASES, key=lambda case: scores[case])
    depends = best is Case.GEN and _preceding_noun(tokens, phrase.start) is not None
    return Slot(best, next((g.word for g in governors if best in g.cases and not (depends and g.strength == FAR)), None))
