"""Which sentences of a document are about which of its engagements, so that a search for words finds the engagements they belong to.

A sentence that reports an engagement, or quotes what was said or came of it, is that engagement's; several may share one. A sentence that
reports nothing belongs to the engagements told before it in its paragraph, or else after it; a paragraph that reports nothing goes on about
what was told last. What stands before everything that is reported (headings, a first paragraph) is about all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from elshi.records import Engagement, Span

__all__ = ["share_text"]

# Where a line ends, or a sentence: a mark with what closes behind it, a space, and what a sentence begins with.
_END = re.compile(r"\n+|(?<=[^\W\d_]{2}[.!?…])[\"»”)]*[ \t\u00a0]+(?=[\"«“„(]*[^\W\d_a-zа-яёәіңғүұқөһ])")
Owners = frozenset[int]


def share_text(text: str, engagements: Sequence[Engagement]) -> list[str]:
    """For each engagement of the document the words about it, a line for each sentence. The only one has the whole text."""
    if len(engagements) < 2:
        return [text for _ in engagements]
    told = [_spans(engagement) for engagement in engagements]
    paragraphs = [[(span, _owners(span, told)) for span in sentences] for sentences in _paragraphs(text)]
    shares: list[list[str]] = [[] for _ in engagements]
    for span, owners in _handed_on(paragraphs, frozenset(range(len(engagements)))):
        for owner in owners:
            shares[owner].append(span.of(text))
    return ["\n".join(share) for share in shares]


def _spans(engagement: Engagement) -> list[Span]:
    quotes = (*(said.quote for said in engagement.statements), *(came.quote for came in engagement.outcomes))
    return [*engagement.evidence, *quotes]


def _paragraphs(text: str) -> Iterator[list[Span]]:
    """The sentences of each line that has any."""
    start, line = 0, list[Span]()
    for end in _END.finditer(text):
        line.append(Span(start, end.start()))
        start = end.end()
        if "\n" in end[0]:
            yield line
            line = []
    if start < len(text):
        line.append(Span(start, len(text)))
    if line:
        yield line


def _owners(sentence: Span, told: Sequence[Sequence[Span]]) -> Owners:
    return frozenset(number for number, spans in enumerate(told) if any(span.overlaps(sentence) for span in spans))


def _handed_on(paragraphs: Sequence[Sequence[tuple[Span, Owners]]], everybody: Owners) -> Iterator[tuple[Span, Owners]]:
    """The sentences, each with those whom it is about."""
    last = everybody
    for sentences in paragraphs:
        last = next((owners for _, owners in sentences if owners), last)
        for span, owners in sentences:
            last = owners or last
            yield span, last
