"""Whatever the words and the tagger say, reading engagements gives records whose spans lie in the text, and never an exception."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from elshi.engagements import read_engagements
from elshi.language.base import Anchor
from elshi.language.rooms import language_room
from elshi.language.splitting import split_sentences
from elshi.records import Document, Engagement, Label, Layout, Mention, Span

EXAMPLES = Path(__file__).parents[2] / "examples"
LANGUAGES = {"ru": ("ru-digest.txt", "ru-meeting.txt"), "kk": ("kk-digest.txt",), "en": ("en-tricky.txt", "en-no-engagement.txt")}
MARKS = ["«", "»", '"', "(", ")", ",", ".", ";", "–", ":", "\n", "\u00ad", "\u200b", "\ud800", "5", "2026", "12-13", "…"]


def shuffle_words(words: list[str], draw: random.Random) -> str:
    """Words in an order of no sense, with stray marks."""
    chosen = [draw.choice(words) if draw.random() < 0.85 else draw.choice(MARKS) for _ in range(draw.randint(1, 120))]
    return " ".join(chosen)


def tag_anything(text: str, draw: random.Random) -> tuple[Mention, ...]:
    """Mentions at word edges with any label, some nested, none crossing."""
    edges = [0, *(i for i, (a, b) in enumerate(pairwise(text), 1) if a.isspace() != b.isspace()), len(text)]
    spans: list[Span] = []
    for _ in range(draw.randint(0, 30)):
        start, end = sorted(draw.sample(range(len(edges)), 2)) if len(edges) > 1 else (0, 0)
        span = Span(edges[start], edges[min(end, start + 9)])
        if len(span) and all(span == s or not span.overlaps(s) or span.contains(s) or s.contains(span) for s in spans):
            spans.append(span)
    return tuple(Mention(s, draw.choice(list(Label))) for s in sorted(set(spans), key=lambda s: (s.start, -s.end)))


def list_spans(engagement: Engagement) -> Iterator[Span]:
    """Every span of a record."""
    yield from engagement.evidence
    yield from engagement.date.evidence.spans
    for statement in engagement.statements:
        yield statement.quote
    for outcome in engagement.outcomes:
        yield outcome.quote
    for participant in engagement.participants:
        yield participant.mention
        for value in (participant.name, participant.capacity, *participant.represents):
            yield from value.evidence.spans if value else ()


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_any_words_with_any_mentions_are_read(code: str) -> None:
    words = [w for name in LANGUAGES[code] for w in (EXAMPLES / name).read_text(encoding="utf-8").split()]
    room, draw = language_room(code), random.Random(f"any {code}")
    for _ in range(150):
        text = shuffle_words(words, draw)
        layout = Layout(body=(Span(0, len(text)),))
        sentences = split_sentences(text, layout, room)
        document = Document(id="any", text=text)
        found = read_engagements(document, layout, room, sentences, tag_anything(text, draw), Anchor(None, date(2026, 3, 12)))
        for engagement in found:
            assert engagement.participants
            assert all(span.end <= len(text) and len(span) for span in list_spans(engagement))
