"""Dated expressions in English texts."""

from __future__ import annotations

from elshi.language.base import Anchor, DateExpression, Sentence

__all__ = ["find_dates"]


def find_dates(sentence: Sentence, text: str, anchor: Anchor) -> list[DateExpression]:
    """The dated expressions of a sentence, in order."""
    return []
