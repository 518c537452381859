"""What a tagger is: documents' sentences in, mentions out. Nothing else may depend on which one runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from elshi.records import Mention, Span

__all__ = ["Tagger"]


class Tagger(Protocol):
    """Finds names, posts, bodies, places and dates as written."""

    @property
    def version(self) -> str:
        """Name and version of the model, part of every record's provenance."""

    def tag(self, texts: Iterable[tuple[str, Sequence[Span]]]) -> Iterator[tuple[Mention, ...]]:
        """The mentions of each text, in the order of the texts. A text comes with the spans of its sentences. Mentions are ordered by
        start, then longest first; they may nest (a COUNTRY inside a POSITION) but never cross. Offsets are code points of the text."""
