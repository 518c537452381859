"""Noun phrases to the nominative: the head and the words that agree with it change, what depends on the head stays.

A phrase is read as `modifiers head tail`; a second head of the same case may follow in the tail («вице-премьером – министром
финансов», «директором и редактором»), or a participle that agrees («гражданами, живущими в Осло»).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from elshi.language.base import Case, Reading, Slot, Token
from elshi.language.phrases import word_list
from elshi.language.ru.names import spaced
from elshi.language.ru.tokens import inflect, write_like

__all__ = ["Agreement", "agreements", "nominative"]

SLOT = 3.0
RANK = 0.3
PREFERRED = 2.0
REACH = 8
_INFLECTED_ABBREVIATION = re.compile(r"^([А-ЯЁӘҒҚҢӨҰҮҺІ]{2,})(?:-?[а-яё]{1,3})$")
_OPENING = frozenset('«“"„(')
_GENDERS = frozenset({"masc", "femn", "neut"})


@dataclass(frozen=True, slots=True)
class Agreement:
    """One consistent reading of a phrase's core: the head's index and reading, and its modifiers' indexes and readings."""

    head: int
    reading: Reading
    modifiers: tuple[tuple[int, Reading], ...]
    score: float

    @property
    def case(self) -> Case | None:
        """The case of the phrase."""
        return self.reading.case


def _is_abbreviation(token: Token) -> bool:
    return len(token.text) > 1 and token.text.isupper()


@lru_cache(maxsize=1)
def _preferred() -> frozenset[str]:
    return frozenset(word_list("ru", "post_forms")["preferred"])


def _can_modify(token: Token) -> bool:
    if any(r.part == "NOUN" and r.lemma in _preferred() for r in token.readings):
        return False
    return any(r.part == "ADJ" and r.case for r in token.readings)


def _is_noun(reading: Reading) -> bool:
    return reading.part in ("NOUN", "NAME") and reading.case is not None


def _agree(adjective: Reading, noun: Reading) -> bool:
    if adjective.part != "ADJ":
        return False
    if "fixd" in adjective.features:
        return True
    if adjective.case is not noun.case or adjective.number != noun.number:
        return False
    if noun.case is Case.ACC and not _same_animacy(adjective, noun):
        return False
    return noun.number == "plur" or not (gender := noun.features & _GENDERS) or bool(gender & adjective.features)


def _same_animacy(adjective: Reading, noun: Reading) -> bool:
    marked = adjective.features & {"anim", "inan"}
    return not marked or not noun.features & {"anim", "inan"} or bool(marked & noun.features)


def _is_preposition(token: Token) -> bool:
    return any(r.part == "PREP" for r in token.readings)


def _may_precede(token: Token) -> bool:
    return not token.is_word or any(r.part in ("CONJ", "ADV", "NUM", "OTHER") for r in token.readings) or not token.readings


def _front(tokens: Sequence[Token]) -> tuple[list[int], int | None]:
    """Indexes of the adjectives in front, and of the first noun (or preposition) behind them."""
    modifiers: list[int] = []
    for i, token in enumerate(tokens):
        if _can_modify(token):
            modifiers.append(i)
        elif any(_is_noun(r) or r.part == "PREP" for r in token.readings):
            return modifiers, i
        elif not _may_precede(token):
            break
    return modifiers, None


def _core_readings(tokens: Sequence[Token], modifiers: Sequence[int], head: int) -> Iterator[Agreement]:
    for rank, reading in enumerate(tokens[head].readings):
        if not (_is_noun(reading) or (reading.part == "ADJ" and reading.case)):
            continue
        chosen = [(i, _modifier(tokens[i], reading)) for i in modifiers]
        if all(r is not None for _, r in chosen):
            preferred = PREFERRED if reading.lemma in _preferred() else 0.0
            yield Agreement(head, reading, tuple((i, r) for i, r in chosen if r), len(modifiers) - RANK * rank + preferred)


def _modifier(token: Token, head: Reading) -> Reading | None:
    agreeing = [r for r in token.readings if _agree(r, head)]
    return next((r for r in agreeing if r.lemma in _preferred()), agreeing[0] if agreeing else None)


def _governs(tokens: Sequence[Token], at: int, noun: int) -> bool:
    """Whether the adjective is a post of its own («исполняющей обязанности», «заведующей кафедрой») with a thing as its object."""
    lemmas = {r.lemma for r in tokens[at].readings}
    object_is_person = any(_is_animate(r) for r in tokens[noun].readings if _is_noun(r))
    return bool(lemmas & set(word_list("ru", "post_forms")["governing"])) and not object_is_person


def _remote(tokens: Sequence[Token], modifiers: Sequence[int], noun: int) -> Iterator[Agreement]:
    """A participle with words of its own in front of the head («аккредитованным в стране послам»)."""
    if not any("part" in r.features for r in tokens[modifiers[0]].readings):
        return
    governed = _is_preposition(tokens[noun])
    for head in range(noun + 1, min(len(tokens), noun + REACH)):
        if governed or _is_preposition(tokens[head]):
            governed = _is_preposition(tokens[head]) or not any(_is_noun(r) for r in tokens[head].readings)
            continue
        between = [i for i in range(modifiers[0] + 1, head) if _can_modify(tokens[i]) and i == head - 1]
        if not _can_modify(tokens[head]) and any(_is_noun(r) for r in tokens[head].readings):
            yield from (a for a in _core_readings(tokens, [modifiers[0], *between], head) if _is_noun(a.reading))


def _adjective_heads(tokens: Sequence[Token], modifiers: Sequence[int]) -> list[Agreement]:
    for at in range(len(modifiers) - 1, -1, -1):
        found = list(_core_readings(tokens, modifiers[:at], modifiers[at]))
        if found:
            return found
    return []


def agreements(tokens: Sequence[Token]) -> list[Agreement]:
    """Every consistent reading of the phrase's core, best first without knowledge of the sentence; empty if it has none.

    A word that can be an adjective or a noun («управляющим», «поверенным») is the head where no noun behind it agrees.
    """
    modifiers, noun = _front(tokens)
    found: list[Agreement] = []
    if noun is not None and not (modifiers and _governs(tokens, modifiers[-1], noun)):
        found = list(_core_readings(tokens, modifiers, noun))
        if not found and modifiers:
            found = list(_remote(tokens, modifiers, noun))
    return sorted(found or _adjective_heads(tokens, modifiers), key=lambda a: -a.score)


def _choose(found: Sequence[Agreement], case: Case | None) -> Agreement:
    def fitness(agreement: Agreement) -> float:
        wanted = agreement.case is case or (case is None and agreement.case is Case.NOM)
        related = {agreement.case, case} == {Case.GEN, Case.ACC}
        return agreement.score + (SLOT if wanted else SLOT - 1 if related else 0.0)

    return max(found, key=fitness)


def _in_nominative(token: Token, reading: Reading) -> str:
    if "fixd" in reading.features or _is_abbreviation(token):
        return token.text
    shape = _INFLECTED_ABBREVIATION.match(token.text)
    if shape:
        return shape.group(1)
    word = inflect(token.lower, reading)
    if word is None:
        return token.text
    return write_like(token.text, word if "ё" in token.lower else word.replace("ё", "е"))


def _is_animate(reading: Reading) -> bool:
    return "anim" in reading.features


def _joined(tokens: Sequence[Token], core: Agreement) -> Iterator[tuple[int, Agreement]]:
    """Further heads in the tail, each with the index of its first word, of the same case and number."""
    depth = 0
    for i in range(core.head + 1, len(tokens) - 1):
        depth += (tokens[i].text in "(«“") - (tokens[i].text in ")»”")
        if depth or not (tokens[i].lower == "и" or tokens[i].text in ("–", "—", "-", ",", "/")):
            continue
        other = _second(tokens[i + 1 :], core, direct=i == core.head + 1)
        if other:
            yield i + 1, other


def _second(tokens: Sequence[Token], core: Agreement, direct: bool) -> Agreement | None:
    for found in agreements(tokens):
        same = found.case is core.case and found.reading.number == core.reading.number and found.reading.part != "ADJ"
        if same and _is_animate(found.reading) == _is_animate(core.reading) and (direct or _is_animate(core.reading)):
            return found
    return None


def _participle(tokens: Sequence[Token], core: Agreement) -> tuple[int, Reading] | None:
    """A participle behind a comma that agrees with the head."""
    for i in range(core.head + 1, len(tokens) - 1):
        if tokens[i].text == ",":
            found = next((r for r in tokens[i + 1].readings if "part" in r.features and _agree(r, core.reading)), None)
            return (i + 1, found) if found else None
    return None


def _is_frozen(tokens: Sequence[Token]) -> bool:
    """Abbreviated posts («и. о.», «зам.», «замминистра») and phrases in quotation marks stay as they are."""
    if not tokens or tokens[0].text in _OPENING:
        return True
    abbreviated = len(tokens) > 1 and tokens[1].text == "." and tokens[0].text[:1].islower()
    return abbreviated or tokens[0].lower.startswith(tuple(word_list("ru", "post_forms")["unchanging"]))


def nominative(tokens: Sequence[Token], slot: Slot) -> str:
    """The phrase in the nominative of its own number; unchanged where it cannot be read or already is in the nominative."""
    words = [t.text for t in tokens]
    found = [] if _is_frozen(tokens) else agreements(tokens)
    if not found:
        return spaced(tokens, words)
    core = _choose(found, slot.case)
    if core.case is not Case.NOM:
        for i, reading in _changing(tokens, core):
            words[i] = _in_nominative(tokens[i], reading)
    return spaced(tokens, words)


def _changing(tokens: Sequence[Token], core: Agreement) -> Iterator[tuple[int, Reading]]:
    yield core.head, core.reading
    yield from core.modifiers
    participle = _participle(tokens, core)
    if participle:
        yield participle
    for first, other in _joined(tokens, core):
        yield first + other.head, other.reading
        yield from ((first + i, reading) for i, reading in other.modifiers)
