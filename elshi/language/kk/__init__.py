"""The Kazakh room."""

from __future__ import annotations

from collections.abc import Sequence

from elshi.language.base import Anchor, DateExpression, Language, Sentence, Slot, Token
from elshi.language.kk.dates import find_dates
from elshi.language.kk.grammar import find_slot
from elshi.language.kk.morphology import restore_nominative, strip_owner
from elshi.language.kk.names import name_stems, restore_person
from elshi.language.kk.sentences import split_paragraph
from elshi.language.kk.tokens import read_tokens
from elshi.records import Span

__all__ = ["KAZAKH", "Kazakh"]


class Kazakh:
    """`Language` for Kazakh, without a dictionary of forms: endings are taken off by their sounds."""

    @property
    def code(self) -> str:
        """ISO 639-1 code."""
        return "kk"

    def sentences(self, text: str, paragraph: Span) -> list[Span]:
        """The sentences of one paragraph, in order, without the space around them."""
        return split_paragraph(text, paragraph)

    def tokens(self, text: str, sentence: Span) -> tuple[Token, ...]:
        """The tokens of one sentence, in order, with readings."""
        return read_tokens(text, sentence)

    def slot(self, sentence: Sentence, phrase: range, name: range | None = None) -> Slot:
        """The slot of the noun phrase that tokens `phrase` make."""
        return find_slot(sentence, phrase)

    def person_name(self, tokens: Sequence[Token], slot: Slot) -> str:
        """The person's name without its case ending."""
        return restore_person(tokens, slot)

    def nominative(self, tokens: Sequence[Token], slot: Slot) -> str:
        """The noun phrase without the case ending of its last word, with its possessive."""
        return restore_nominative(tokens, slot)

    def unowned(self, word: str) -> str:
        """The noun without its possessive of the third person."""
        return strip_owner(word)

    def name_key(self, name: str) -> frozenset[str]:
        """Comparable stems of a name's words; initials give «А.»."""
        return name_stems(name)

    def dates(self, sentence: Sentence, text: str, anchor: Anchor) -> list[DateExpression]:
        """The dated expressions of a sentence, in order, never overlapping."""
        return find_dates(sentence, text, anchor)


KAZAKH: Language = Kazakh()
