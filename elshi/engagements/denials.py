"""Acts that the text says did not happen: "did not meet", «не встречались», «кездеспеді». They are no engagements; those called off are."""

from __future__ import annotations

from collections.abc import Sequence

from elshi.engagements.lexicons import Lexicons
from elshi.language.base import Token

__all__ = ["is_denied"]

REACH = 3  # tokens between the negation and what it denies: "did not, in fact, meet" has more, and is rare


def is_denied(tokens: Sequence[Token], start: int, end: int, lexicons: Lexicons) -> bool:
    """Whether the verb or noun at the tokens `start` to `end` is denied."""
    if lexicons.state_first:
        return _is_denied_behind(tokens, start, end, lexicons)
    before = tokens[max(0, start - REACH - 2) : start]
    for match in reversed(lexicons.denied.all(before)):
        between = before[match.end :]
        excepted = between and between[0].lower in lexicons.denied_but
        if len(between) <= REACH and not excepted and not any(not t.is_word or _is_finite(t, lexicons) for t in between):
            return True
    return False


def _is_denied_behind(tokens: Sequence[Token], start: int, end: int, lexicons: Lexicons) -> bool:
    """Kazakh denies in the verb itself or behind it: «қатыспады», «қатыса алмады», «барған жоқ»."""
    if any("neg" in r.features for t in tokens[start:end] for r in t.readings[:1]):
        return True
    return bool(lexicons.denied.at(tokens, end)) if end < len(tokens) else False


def _is_finite(token: Token, lexicons: Lexicons) -> bool:
    """Whether another verb takes the denial upon itself; one that only helps hands it on: «не смогла принять»."""
    first = token.readings[:1]
    finite = any(r.part == "VERB" and not r.features & {"inf", "part", "conv"} for r in first)
    return finite and not token.lemmas() & lexicons.denied_through
