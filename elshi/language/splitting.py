"""From a laid-out text to its sentences with tokens."""

from __future__ import annotations

from elshi.language.base import Language, Sentence
from elshi.records import Layout

__all__ = ["split_sentences"]


def split_sentences(text: str, layout: Layout, language: Language) -> tuple[Sentence, ...]:
    """The sentences of the body's paragraphs, in order; `paragraph` counts from 0."""
    return tuple(
        Sentence(span, language.tokens(text, span), number)
        for number, paragraph in enumerate(layout.body)
        for span in language.sentences(text, paragraph)
    )
