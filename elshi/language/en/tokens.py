"""English tokens with readings: the word list's readings, narrowed by the words before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from elshi.language.base import Case, Reading, Token
from elshi.language.en.morphology import closed_class, readings
from elshi.language.tokenising import split_words
from elshi.records import Span

__all__ = ["tokenise"]

_POSSESSIVE = ("'s", "’s", "ʼs")
_FINITE = frozenset({"past", "pres", "fut"})


def _split_possessives(pieces: Sequence[tuple[Span, str]]) -> Iterator[tuple[Span, str]]:
    for span, word in pieces:
        if len(word) > 2 and word.lower().endswith(_POSSESSIVE):
            yield Span(span.start, span.end - 2), word[:-2]
            yield Span(span.end - 2, span.end), word[-2:]
        else:
            yield span, word


def _narrow_after(before: Token, found: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """After a determiner, possessive or preposition no finite verb stands; after "to", a modal or a subject pronoun no noun does."""
    lower = before.lower
    if lower in closed_class("SUBJECT") or lower in closed_class("MODAL") or lower in closed_class("FUTURE"):
        kept = tuple(r for r in found if r.part != "NOUN")
    elif lower == "to":
        kept = tuple(r for r in found if "inf" in r.features)
    elif lower in _POSSESSIVE or _is_determiner(before) or _is_plain(before, "PREP"):
        kept = _nominal(found)
    elif _goes_before_noun(before):
        kept = tuple(r for r in found if r.part != "VERB" or "pres" not in r.features)
    else:
        kept = found
    return kept or found


def _is_determiner(token: Token) -> bool:
    return (
        token.lower in closed_class("DET")
        and token.lower not in closed_class("SUBJECT")
        and token.lower not in ("that", "which", "all", "both")
    )


def _goes_before_noun(token: Token) -> bool:
    """An adjective or a singular noun in lower case: no plain present follows it ("an official visit", "a courtesy call")."""
    if token.is_capital or not all(r.part in ("ADJ", "NOUN") for r in token.readings):
        return any(r.part == "ADJ" for r in token.readings) and all(r.part in ("ADJ", "NAME") for r in token.readings)
    return bool(token.readings) and not any(r.number == "plur" for r in token.readings)


def _is_plain(token: Token, part: str) -> bool:
    return bool(token.readings) and all(r.part == part for r in token.readings)


def _nominal(found: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Nouns, adjectives and participles only: "the planned visit", "for hosting"."""
    kept: list[Reading] = []
    for reading in found:
        if reading.part != "VERB" or "conv" in reading.features:
            kept.append(reading)
        elif "part" in reading.features:
            kept += [replace(reading, features=reading.features - {"past"}), Reading(reading.lemma, "ADJ")]
    return tuple(kept)


def _auxiliaries(tokens: Sequence[Token]) -> list[str]:
    """The auxiliaries right before the next word, nearest first; adverbs may stand between ("was also warmly")."""
    found: list[str] = []
    for token in reversed(tokens[-6:]):
        if token.lower == "to" or any(token.lower in closed_class(name) for name in ("BE", "HAVE", "FUTURE", "MODAL")):
            found.append(token.lower)
        elif not any(r.part == "ADV" for r in token.readings):
            break
    return found


def _tense(auxiliaries: Sequence[str]) -> frozenset[str]:
    """The tense of the verb that follows the auxiliaries (nearest first)."""
    marks: set[str] = set()
    if any(a in closed_class("FUTURE") or a == "would" for a in auxiliaries):
        marks.add("fut")
    elif any(a in ("was", "were", "had", "has", "have", "'ve", "having") for a in auxiliaries):
        marks.add("past")
    elif any(a in ("is", "are", "am", "'re", "'m") for a in auxiliaries):
        marks.add("pres")
    if "to" in auxiliaries:
        marks.add("inf")
        if auxiliaries[-1] in ("is", "are"):
            marks = {"inf", "fut"}
    return frozenset(marks)


def _with_auxiliaries(reading: Reading, auxiliaries: Sequence[str]) -> Reading | None:
    """The verb's reading after auxiliaries; None where it cannot follow them."""
    nearest, tense = auxiliaries[0], _tense(auxiliaries)
    if nearest in closed_class("BE") and nearest != "'s":
        if "part" in reading.features:
            return replace(reading, features=tense | {"part", "pass"})
        return replace(reading, features=tense | {"conv"}) if "conv" in reading.features else None
    if nearest in closed_class("HAVE"):
        return replace(reading, features=tense | {"part"}) if "part" in reading.features else None
    if "inf" not in reading.features and reading.lemma not in ("be", "have"):
        return None
    return replace(reading, features=tense | {"inf"})


def _verbs_in_place(found: tuple[Reading, ...], auxiliaries: Sequence[str]) -> tuple[Reading, ...]:
    kept: list[Reading] = []
    for reading in found:
        if reading.part != "VERB":
            kept.append(reading)
            continue
        placed = _with_auxiliaries(reading, auxiliaries)
        if placed is not None:
            kept.append(placed)
    verbs = [r for r in kept if r.part == "VERB"]
    bare = auxiliaries[0] == "to" or auxiliaries[0] in closed_class("FUTURE") or auxiliaries[0] in closed_class("MODAL")
    if verbs and (bare or any("pass" in r.features for r in verbs)):
        return tuple(verbs)
    return tuple(kept) or found


def _is_agent_next(words: Sequence[tuple[Span, str]], index: int) -> bool:
    following = [w.lower() for _, w in words[index + 1 : index + 3]]
    return following[:1] == ["by"] and following[1:2] not in (["phone"], ["telephone"], ["video"], ["videoconference"])


def _before_agent(found: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """A participle before "by": a passive, even without its auxiliary ("a dinner given by", "opened by")."""
    if not any("part" in r.features for r in found):
        return found
    participles = [r for r in found if "part" in r.features]
    return tuple(
        replace(r, features=(r.features | {"pass"}) - ({"past"} if "past" in r.features and "pass" not in r.features else set()))
        for r in participles
    )


def _opens_sentence(tokens: Sequence[Token]) -> bool:
    """Whether the next word stands at the beginning, or after a mark that a beginning follows (a quotation mark, dash or bracket)."""
    if not tokens or not (tokens[-1].is_word or tokens[-1].text[:1].isdigit() or tokens[-1].text in (",", ".", "'", "’")):
        return True
    return not any(t.is_word for t in tokens)


def _as_name(lower: str, tokens: Sequence[Token], found: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """A capital letter that no sentence begins with marks a name besides what the word is otherwise."""
    if any(r.part not in ("NOUN", "OTHER") for r in found) and _opens_sentence(tokens):
        return found
    return (*found, Reading(lower, "NAME"))


def _is_acronym(words: Sequence[tuple[Span, str]], index: int) -> bool:
    """WHO, IT, US among words in small letters."""
    word = words[index][1]
    if len(word) < 2 or not word.isupper() or not word.isalpha():
        return False
    return any(w.islower() and w.isalpha() for _, w in words[max(index - 1, 0) : index + 2])


def _is_owned(tokens: Sequence[Token]) -> bool:
    """Whether the next word belongs to somebody: "Peru's visit", not "she's visiting"."""
    subjects = closed_class("SUBJECT")
    return bool(tokens) and tokens[-1].lower in _POSSESSIVE and not (len(tokens) > 1 and tokens[-2].lower in subjects)


def _verb_in_place(
    found: tuple[Reading, ...], words: Sequence[tuple[Span, str]], index: int, tokens: Sequence[Token]
) -> tuple[Reading, ...]:
    """The readings that a word with a verb among them can have after the words before it."""
    auxiliaries = [] if _is_owned(tokens) else _auxiliaries(tokens)
    if auxiliaries and words[index][1].lower() not in closed_class("MODAL"):
        found = _verbs_in_place(found, auxiliaries)
    elif tokens:
        before = next((t for t in reversed(tokens[-3:]) if not _is_plain(t, "ADV")), tokens[-1])
        found = _narrow_after(before, found)
    return _before_agent(found) if _is_agent_next(words, index) else found


def _in_genitive(found: tuple[Reading, ...]) -> tuple[Reading, ...]:
    return tuple(replace(r, case=Case.GEN) if r.part == "NOUN" else r for r in found if r.part != "VERB") or found


def _read(words: Sequence[tuple[Span, str]], index: int, tokens: Sequence[Token]) -> tuple[Reading, ...]:
    word = words[index][1]
    lower = word.lower().replace("’", "'")
    if _is_acronym(words, index):
        return (Reading(lower, "NAME"),)
    following = words[index + 1][1] if index + 1 < len(words) else ""
    found = readings(lower)
    if word == "May" and (tokens or following[:1].isdigit()):
        found = (Reading("may", "NOUN", number="sing"),)
    if any(r.part == "VERB" for r in found):
        found = _verb_in_place(found, words, index, tokens)
    if following[-1:] in ("s", "S", "'", "’") and (
        following.lower() in _POSSESSIVE or (len(following) == 1 and following in "'’" and lower.endswith("s"))
    ):
        found = _in_genitive(found)
    return _as_name(lower, tokens, found) if word[0].isupper() else found


def tokenise(text: str, sentence: Span) -> tuple[Token, ...]:
    """The tokens of one sentence, in order, with readings; "'s" is a token of its own."""
    words = list(_split_possessives(split_words(text, sentence)))
    tokens: list[Token] = []
    for index, (span, word) in enumerate(words):
        tokens.append(Token(span, word, word.lower(), _read(words, index, tokens)))
    return tuple(tokens)
