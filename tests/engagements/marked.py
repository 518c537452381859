"""Texts whose names are marked by hand, read into engagements without a model.

A mention is written `[LABEL words]`, a label by its first three letters or more, and may hold others:
«[POS посол [COU Казахстана]] [PER Лаура Пинто]».
"""

from __future__ import annotations

import re
from datetime import date

from elshi.engagements.assemble import read_engagements
from elshi.language.base import Anchor
from elshi.language.rooms import language_room
from elshi.language.splitting import split_sentences
from elshi.records import Document, Engagement, Label, Layout, Mention, Span

_MARK = re.compile(r"\[([A-Z]{3,}) |\]|\n")


def _label(written: str) -> Label:
    """The label that begins with the letters written; raises StopIteration if none does."""
    return next(label for label in Label if label.value.startswith(written))


def unmark(marked: str) -> tuple[str, tuple[Mention, ...], tuple[Span, ...]]:
    """The plain text, its mentions by start and then longest first, and its paragraphs, one a line."""
    text, at = "", 0
    opened: list[tuple[Label, int]] = []
    mentions: list[Mention] = []
    ends: list[int] = []
    for mark in _MARK.finditer(marked):
        text, at = text + marked[at : mark.start()], mark.end()
        if mark[1]:
            opened.append((_label(mark[1]), len(text)))
        elif mark[0] == "]":
            label, start = opened.pop()
            mentions.append(Mention(Span(start, len(text)), label))
        else:
            ends.append(len(text))
            text += "\n"
    text += marked[at:]
    starts = [0, *(end + 1 for end in ends)]
    paragraphs = tuple(Span(a, b) for a, b in zip(starts, [*ends, len(text)], strict=True) if b > a)
    return text, tuple(sorted(mentions, key=lambda m: (m.span.start, -m.span.end))), paragraphs


def read_marked(
    marked: str, language: str, published: str | None = "2026-03-12", title: str | None = None, source: str | None = None
) -> tuple[Engagement, ...]:
    """The engagements that a marked text reports."""
    text, mentions, paragraphs = unmark(marked)
    day = date.fromisoformat(published) if published else None
    document = Document(id="marked", text=text, name="marked.txt", title=title, source=source, published=day)
    layout, room = Layout(body=paragraphs), language_room(language)
    return read_engagements(document, layout, room, split_sentences(text, layout, room), mentions, Anchor(None, day))


def tell(engagement: Engagement) -> tuple[str, str, tuple[str, ...]]:
    """Type, status and names, the names in the order of the text."""
    people = sorted(engagement.participants, key=lambda p: p.mention.start)
    return engagement.type.value.value, engagement.status.value.value, tuple(p.name.value for p in people)


def tell_all(marked: str, language: str, **known: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """What `tell` says of each engagement of a marked text."""
    return [tell(e) for e in read_marked(marked, language, **known)]
