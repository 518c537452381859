"""The Russian language room."""

from __future__ import annotations

from collections.abc import Sequence

from elshi.language.base import Anchor, DateExpression, Language, Sentence, Slot, Token
from elshi.language.ru.dates import read_dates
from elshi.language.ru.grammar import find_slot
from elshi.language.ru.morphology import nominative
from elshi.language.ru.names import name_key, person_name
from elshi.language.ru.sentences import split_sentences
from elshi.language.ru.tokens import read_tokens
from elshi.records import Span

__all__ = ["RUSSIAN", "Russian"]


class Russian:
    """Russian behind the `Language` protocol."""

    code = "ru"

    def sentences(self, text: str, paragraph: Span) -> list[Span]:
        """See `Language.sentences`."""
        return split_sentences(text, paragraph)

    def tokens(self, text: str, sentence: Span) -> tuple[Token, ...]:
        """See `Language.tokens`."""
        return read_tokens(text, sentence)

    def slot(self, sentence: Sentence, phrase: range, name: range | None = None) -> Slot:
        """See `Language.slot`."""
        return find_slot(sentence, phrase, name)

    def person_name(self, tokens: Sequence[Token], slot: Slot) -> str:
        """See `Language.person_name`."""
        return person_name(tokens, slot)

    def nominative(self, tokens: Sequence[Token], slot: Slot) -> str:
        """See `Language.nominative`."""
        return nominative(tokens, slot)

    def unowned(self, word: str) -> str:
        """The word itself: nothing marks what belongs to another."""
        return word

    def name_key(self, name: str) -> frozenset[str]:
        """See `Language.name_key`."""
        return name_key(name)

    def dates(self, sentence: Sentence, text: str, anchor: Anchor) -> list[DateExpression]:
        """See `Language.dates`."""
        return read_dates(sentence, anchor)


RUSSIAN: Language = Russian()
