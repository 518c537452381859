"""The grammatical place of a noun phrase in an English sentence."""

from __future__ import annotations

from elshi.language.base import Sentence, Slot

__all__ = ["find_slot"]


def find_slot(sentence: Sentence, phrase: range) -> Slot:
    """The slot of the noun phrase that tokens `phrase` make."""
    return Slot(None)
