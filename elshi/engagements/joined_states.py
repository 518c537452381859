"""Two states that were read as one name: «Грекияның Қазақстандағы» names whose ambassador and where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from elshi.language.gazetteers import find_countries, find_country
from elshi.records import Label, Mention, Span

__all__ = ["part_states"]


def part_states(text: str, mentions: Sequence[Mention], code: str) -> tuple[Mention, ...]:
    """The mentions, ordered as before, each state with one of its own."""
    if not any(m.label is Label.COUNTRY and " " in m.span.of(text) for m in mentions):
        return tuple(mentions)
    parted = [part for mention in mentions for part in _parts(text, mention, code)]
    return tuple(sorted(parted, key=lambda m: (m.span.start, -m.span.end)))


def _parts(text: str, mention: Mention, code: str) -> Iterator[Mention]:
    words = mention.span.of(text)
    named = find_countries(words, code) if mention.label is Label.COUNTRY and " " in words else ()
    edges = [i for i, letter in enumerate(words) if letter == " "] if len(named) == 2 else []
    for edge in reversed(edges):
        left, right = words[:edge].rstrip(), words[edge:].lstrip()
        if find_country(left, code) == named[0] and find_countries(right, code) == named[1:]:
            cuts = [0, len(words) - len(right), len(words)]
            for start, end in pairwise(cuts):
                part = words[start:end].rstrip()
                yield Mention(Span(mention.span.start + start, mention.span.start + start + len(part)), mention.label, mention.score)
            return
    yield mention
