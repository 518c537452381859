"""Kazakh noun phrases in the nominative: only the last word declines, and it keeps its possessive."""

from __future__ import annotations

import re
from collections.abc import Sequence

from elshi.language.base import Case, Slot, Token
from elshi.language.kk.suffixes import Peeled, classes, endings, fits_harmony, fold, peel
from elshi.language.kk.tokens import read_word, suffix_case, words_of

__all__ = ["detach_ending", "join_tokens", "last_word", "restore_nominative", "strip_noun", "strip_owner"]

_ENDING_APART = re.compile(r"(.+)-([а-яәғқңөұүһі]{1,5})")


def join_tokens(tokens: Sequence[Token]) -> str:
    """The tokens' texts with one space wherever the document has space between them."""
    pieces = []
    for number, token in enumerate(tokens):
        if number and tokens[number - 1].span.end < token.span.start:
            pieces.append(" ")
        pieces.append(token.text)
    return "".join(pieces)


def last_word(tokens: Sequence[Token]) -> int | None:
    """The index of the last token that is a word or a number; None if there is none."""
    return next((i for i in range(len(tokens) - 1, -1, -1) if tokens[i].text[-1:].isalnum()), None)


def detach_ending(tokens: Sequence[Token]) -> tuple[Sequence[Token], Case | None]:
    """The tokens without an ending that stands apart after a hyphen («Самұрық»-пен), and its case; None if there is none."""
    if len(tokens) > 2 and tokens[-2].text in ("-", "–") and tokens[-2].span.end == tokens[-1].span.start:
        case = suffix_case(tokens[-1].lower)
        if case is not None and tokens[-3].span.end == tokens[-2].span.start:
            return tokens[:-2], case
    return tokens, None


def _known(peeled: Peeled) -> bool:
    last = peeled.stem.rpartition("-")[2]
    return last in words_of("nouns") or last in words_of("adjectives")


def _is_verbal_noun(peeled: Peeled) -> bool:
    return peeled.stem.endswith("у") and any("inf" in r.features for r in read_word(peeled.stem))


def _strip_apart(text: str) -> str | None:
    match = _ENDING_APART.fullmatch(text)
    if match is None or suffix_case(match.group(2)) is None or not (match.group(1)[-1].isupper() or match.group(1)[-1].isdigit()):
        return None
    return match.group(1)


def strip_noun(text: str, case: Case | None) -> str:
    """The word without the ending of `case` (None: of its likeliest case), letters as written."""
    apart = _strip_apart(text)
    if apart is not None:
        return apart
    word = fold(text)
    options = peel(word)
    if case is None:
        case = next((r.case for r in read_word(text) if r.case is not None), Case.NOM)
    fitting = sorted((p for p in options if p.case is case), key=lambda p: p.attributive)
    sure = [p for p in fitting if _known(p) or _is_verbal_noun(p)]
    whole = any(p.bare == word and (_known(p) or (p.possessive and p.stem in words_of("nouns"))) for p in options if p.case is Case.NOM)
    chosen = sure or ([] if whole else fitting)
    return text[: len(chosen[0].bare)] if chosen and case is not Case.NOM else text


def restore_nominative(tokens: Sequence[Token], slot: Slot) -> str:
    """The phrase with its last word in the nominative; possessives, letter case, spacing and quotation marks stay."""
    whole, apart = detach_ending(tokens)
    at = last_word(whole)
    if apart is not None or at is None:
        return join_tokens(whole)
    text = whole[at].text
    bare = strip_noun(text, slot.case)
    return join_tokens(whole[:at]) + _gap(whole, at) + bare + _gap(whole, at + 1) + join_tokens(whole[at + 1 :])


def _gap(tokens: Sequence[Token], at: int) -> str:
    inside = 0 < at < len(tokens)
    return " " if inside and tokens[at - 1].span.end < tokens[at].span.start else ""


def strip_owner(text: str) -> str:
    """The noun without its possessive of the third person, in the same case: елшісі -> елші, мәжілісінің -> мәжілістің."""
    reading = next((r for r in read_word(text) if r.case in (Case.NOM, Case.GEN) and "poss3" in r.features), None)
    if reading is None or reading.number == "plur" or not reading.lemma:
        return text
    stem = text[:1] + reading.lemma[1:] if text[:1].isupper() else reading.lemma
    if reading.case is Case.NOM:
        return stem
    last = reading.lemma.rpartition("-")[2]
    fitting = (e for e in endings() if e.case is Case.GEN and not e.owned and not e.attributive and e.after & classes(last))
    ending = next((e.form for e in fitting if fits_harmony(last, e.harmony)), None)
    return stem + ending if ending else text
