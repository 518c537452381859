"""An immutable text with its origin."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from elshi.records.span import Span

__all__ = ["Document", "Layout", "content_id"]


def content_id(*parts: str | None) -> str:
    """Twenty hex digits of sha256 over the parts; the same parts give the same id on every machine.

    Lone surrogates (which JSON can carry) count as they are.
    """
    digest = hashlib.sha256()
    for part in parts:
        encoded = b"" if part is None else part.encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(encoded) + encoded)
    return digest.hexdigest()[:20]


@dataclass(frozen=True, slots=True)
class Document:
    """A text as the user gave it. `text` never changes: every span points into it.

    `name` is what messages call it (a path, `-`, or `path:line`). `language` is what the source says (`ru`, `kk`, `en`, another
    ISO 639-1 code) or None. `published` is the day of publication, if known.
    """

    id: str
    text: str
    name: str = "-"
    title: str | None = None
    published: date | None = None
    language: str | None = None
    source: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """How a text is laid out. All spans point into `document.text`.

    `header` is a first line with date and headline, repeated headlines, crawl dates; `captions` are photo captions and credits;
    `dateline` is the "Astana. 5 March. AGENCY –" in front of the first sentence, with `dateline_city` and `dateline_date`
    its parts; `body` are the paragraphs to read for engagements, without all those and without trailing junk.
    """

    header: tuple[Span, ...] = ()
    captions: tuple[Span, ...] = ()
    dateline: Span | None = None
    dateline_city: Span | None = None
    dateline_date: Span | None = None
    title: Span | None = None
    body: tuple[Span, ...] = ()
