"""English."""

from __future__ import annotations

from collections.abc import Sequence

from elshi.language.base import Anchor, DateExpression, Sentence, Slot, Token
from elshi.language.en.dates import find_dates
from elshi.language.en.grammar import find_slot
from elshi.language.en.morphology import nominative
from elshi.language.en.names import name_key, person_name
from elshi.language.en.sentences import split_paragraph
from elshi.language.en.tokens import tokenise
from elshi.records import Span

__all__ = ["ENGLISH", "English"]


class English:
    """The English room; see `elshi.language.base.Language` for what each function gives."""

    @property
    def code(self) -> str:
        """`en`."""
        return "en"

    def sentences(self, text: str, paragraph: Span) -> list[Span]:
        """The sentences of one paragraph."""
        return split_paragraph(text, paragraph)

    def tokens(self, text: str, sentence: Span) -> tuple[Token, ...]:
        """The tokens of one sentence; "'s" is a token of its own."""
        return tokenise(text, sentence)

    def slot(self, sentence: Sentence, phrase: range, name: range | None = None) -> Slot:
        """The slot of a noun phrase."""
        return find_slot(sentence, phrase)

    def person_name(self, tokens: Sequence[Token], slot: Slot) -> str:
        """The name without honorifics and possessive ending."""
        return person_name(tokens)

    def nominative(self, tokens: Sequence[Token], slot: Slot) -> str:
        """The phrase without determiners and possessive ending."""
        return nominative(tokens)

    def unowned(self, word: str) -> str:
        """The word itself: nothing marks what belongs to another."""
        return word

    def name_key(self, name: str) -> frozenset[str]:
        """The name's comparable words."""
        return name_key(name)

    def dates(self, sentence: Sentence, text: str, anchor: Anchor) -> list[DateExpression]:
        """The sentence's dated expressions."""
        return find_dates(sentence, text, anchor)


ENGLISH = English()
