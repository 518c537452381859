"""Everything that is known of a document before its engagements are read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from elshi.engagements.quotation_marks import Quotation, find_quotation_marks
from elshi.language.base import Anchor, DateExpression, Language, Sentence, Token
from elshi.records import Document, Label, Layout, Mention, Span

__all__ = ["Article"]

SHORTEST = 5  # letters of a surname that can be known again by itself


@dataclass(frozen=True)
class Article:
    """A document with its layout, language room, sentences and mentions; what is derived from them is computed once."""

    document: Document
    layout: Layout
    language: Language
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    anchor: Anchor

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text

    @cached_property
    def _starts(self) -> list[int]:
        return [m.span.start for m in self.mentions]

    @cached_property
    def quotes(self) -> tuple[tuple[Span, ...], ...]:
        """The stretches of each sentence that stand in quotation marks."""
        return tuple(tuple(q.part for q in quoted) for quoted in self.quotations)

    @cached_property
    def quotations(self) -> tuple[tuple[Quotation, ...], ...]:
        """The quotations of each sentence, each with the whole of it where it runs over several sentences."""
        return find_quotation_marks(self.sentences, self.language.code)

    @cached_property
    def dates(self) -> tuple[tuple[DateExpression, ...], ...]:
        """The dated expressions of each sentence."""
        return tuple(tuple(self.language.dates(s, self.text, self.anchor)) for s in self.sentences)

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The last words of the people's names of two words or more, as written."""
        names = (m.span.of(self.text).split() for m in self.mentions if m.label is Label.PERSON)
        return frozenset(words[-1] for words in names if len(words) > 1 and len(words[-1]) >= SHORTEST and words[-1][0].isupper())

    @cached_property
    def initialled(self) -> frozenset[tuple[str, str]]:
        """The first letters of the people's names of two words or more, each with the last word, as written."""
        names = (m.span.of(self.text).split() for m in self.mentions if m.label is Label.PERSON)
        return frozenset((words[0][0], words[-1]) for words in names if len(words) > 1 and len(words[-1]) >= SHORTEST)

    def mentions_in(self, span: Span, labels: Iterable[Label] | None = None) -> list[Mention]:
        """The mentions that lie in the span, in order, of the labels wanted."""
        wanted = None if labels is None else frozenset(labels)
        found = []
        for mention in self.mentions[bisect_left(self._starts, span.start) :]:
            if mention.span.start >= span.end:
                break
            if mention.span.end <= span.end and (wanted is None or mention.label in wanted):
                found.append(mention)
        return found

    def words(self, tokens: Sequence[Token]) -> str:
        """The text that the tokens cover."""
        return self.text[tokens[0].span.start : tokens[-1].span.end] if tokens else ""
