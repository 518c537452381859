"""Annotated text written inline, and the grammar that composes it.

Markup: ``[LABEL text]`` is a span, spans nest: ``[POSITION [POSITION посол] [COUNTRY Перу]]``. A grammar file holds rules: a line
``= name`` opens a rule, every further line is one alternative, ``#`` lines are comments. Inside an alternative ``{slot}`` is replaced by
another rule or by a word of the language; ``{slot:argument}`` hands an argument down; a digit after the slot's name says which side of the
contact is meant. In a rule, ``@`` stands for the argument it was called with, ``%`` for its side, and
``<word>`` takes the case that the argument names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from random import Random
from typing import Protocol

__all__ = ["LABELS", "Annotated", "Grammar", "MarkupError", "WordSource", "expand", "load_grammar", "parse_markup", "read_lines"]

LABELS = ("PERSON", "POSITION", "ORG", "COUNTRY", "CITY", "REGION", "LOCATION", "FACILITY", "DATE", "NORP", "EVENT", "LAW", "INITIATIVE")
_OPEN = re.compile(r"\[(" + "|".join(LABELS) + r") ")
_TOKEN = re.compile(r"\[(?:" + "|".join(LABELS) + r") |\]")
_SLOT = re.compile(r"\{([a-z_]+)([0-9%]?)(?::([^{}]*))?\}")
_DEPTH = 40

Grammar = Mapping[str, tuple[str, ...]]


class MarkupError(ValueError):
    """Inline markup with an unclosed, empty or surplus bracket, or a slot that nothing fills."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text and its spans (start, end, label), half-open code-point offsets, ordered by start, then longest first."""

    text: str
    spans: tuple[tuple[int, int, str], ...]


class WordSource(Protocol):
    """The words of one text in one language: what no rule of the grammar spells out; `used` remembers the sentences already said."""

    used: dict[str, None]

    def word(self, slot: str, side: str, argument: str) -> str | None:
        """Markup for the slot, or None if the grammar is to answer."""

    def inflect_rule(self, text: str, argument: str) -> str:
        """The <marked> words of an alternative in the case that the argument names."""


def parse_markup(marked: str) -> Annotated:
    """Text and spans of inline markup; raises MarkupError if brackets do not match."""
    pieces: list[str] = []
    stack: list[tuple[int, str]] = []
    found: dict[tuple[int, int, str], None] = {}
    length = position = 0
    for match in _TOKEN.finditer(marked):
        pieces.append(marked[position : match.start()])
        length += match.start() - position
        position = match.end()
        if match.group() != "]":
            stack.append((length, match.group()[1:-1]))
            continue
        if not stack or stack[-1][0] == length:
            raise MarkupError(f"surplus or empty bracket before {marked[position : position + 30]!r}")
        start, label = stack.pop()
        found[(start, length, label)] = None
    if stack or _OPEN.search(marked[position:]):
        raise MarkupError(f"unclosed {stack[-1][1]} in {marked!r}")
    pieces.append(marked[position:])
    return Annotated("".join(pieces), tuple(sorted(found, key=lambda span: (span[0], -span[1], span[2]))))


@cache
def read_lines(name: str) -> tuple[str, ...]:
    """The lines of a file of `training/texts`, without comments and blank lines."""
    text = (files("training") / "texts" / name).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line.strip() and not line.startswith("#"))


@cache
def load_grammar(name: str) -> Grammar:
    """The rules of one grammar file, in the order written."""
    rules: dict[str, list[str]] = {}
    current: list[str] = []
    for line in read_lines(name):
        if line.startswith("= "):
            current = rules.setdefault(line[2:].strip(), [])
        else:
            current.append(line.replace("\\n", "\n"))
    return {rule: tuple(alternatives) for rule, alternatives in rules.items()}


def expand(marked: str, grammar: Grammar, words: WordSource, random: Random, depth: int = 0) -> str:
    """The markup with every slot filled, recursively; raises MarkupError for a slot that neither grammar nor words know."""
    if depth > _DEPTH:
        raise MarkupError(f"a rule calls itself for ever: {marked!r}")

    def fill(match: re.Match[str]) -> str:
        slot, side, argument = match.group(1), match.group(2), match.group(3) or ""
        found = words.word(slot, side, argument)
        if found is None:
            if slot not in grammar:
                raise MarkupError(f"no rule or word for {match.group()} in {marked!r}")
            chosen = _choose(grammar[slot], words.used, random).replace("@", argument).replace("%", side)
            found = words.inflect_rule(chosen, argument)
        return expand(found, grammar, words, random, depth + 1)

    return _SLOT.sub(fill, marked)


def _choose(alternatives: Sequence[str], used: dict[str, None], random: Random) -> str:
    """One alternative; sentences, told by their slots and length, are not said twice in one text."""
    fresh = [line for line in alternatives if line not in used]
    chosen = random.choice(fresh or alternatives)
    if len(chosen) > 25:
        used[chosen] = None
    return chosen
