"""Names that the tagger took for others: two states read as one («Грекияның Қазақстандағы»), a parliament or a capital for a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from elshi.language.gazetteers import find_city, find_countries, find_country, find_state_of_body
from elshi.records import Label, Mention, Span

__all__ = ["part_states"]


def part_states(text: str, mentions: Sequence[Mention], code: str) -> tuple[Mention, ...]:
    """The mentions, ordered as before, each state with one of its own, none of what is no person labelled so."""
    known = [_relabelled(text, m, code) if m.label is Label.PERSON and " " in m.span.of(text) else m for m in mentions]
    if not any(m.label is Label.COUNTRY and " " in m.span.of(text) for m in known):
        return tuple(known)
    parted = [part for mention in known for part in _parts(text, mention, code)]
    return tuple(sorted(parted, key=lambda m: (m.span.start, -m.span.end)))


def _relabelled(text: str, mention: Mention, code: str) -> Mention:
    """A mention of several words taken for a person: a body that one state alone has is a body, a capital a city."""
    words = mention.span.of(text)
    if find_state_of_body(words, code):
        return Mention(mention.span, Label.ORG, mention.score)
    city = find_city(words, code) if code == "en" else None
    return Mention(mention.span, Label.CITY, mention.score) if city and city.capital and city.name == words else mention


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
