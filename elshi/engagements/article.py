"""Everything that is known of a document before its engagements are read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from elshi.language.base import Anchor, DateExpression, Language, Sentence, Token
from elshi.records import Document, Label, Layout, Mention, Span

__all__ = ["Article", "quoted_spans"]

OPENING = {"«": "»", "“": "”", "„": "“”", "‘": "’", "‹": "›"}
LONGEST_QUOTE = 1500
LONGEST_SPEECH = 4000
SPEECH = frozenset('«“„"')


def quoted_spans(sentence: Sentence) -> tuple[Span, ...]:
    """The stretches between quotation marks of one sentence, marks left out; an unclosed mark quotes nothing."""
    found: list[Span] = []
    opened: tuple[str, int] | None = None
    for token in sentence.tokens:
        mark = token.text
        if opened and (mark in opened[0]) and len(mark) == 1:
            if token.span.start - opened[1] <= LONGEST_QUOTE:
                found.append(Span(opened[1], token.span.start))
            opened = None
        elif opened is None and mark in OPENING:
            opened = (OPENING[mark], token.span.end)
        elif opened is None and mark == '"':
            opened = ('"', token.span.end)
    return tuple(found)


def long_quotes(sentences: Sequence[Sentence]) -> list[Span]:
    """The quotations of one paragraph that run over several of its sentences, marks left out."""
    found: list[Span] = []
    opened: tuple[str, int, int] | None = None
    for number, sentence in enumerate(sentences):
        for token in sentence.tokens:
            mark = token.text
            if opened and len(mark) == 1 and mark in opened[0]:
                if number > opened[2] and token.span.start - opened[1] <= LONGEST_SPEECH:
                    found.append(Span(opened[1], token.span.start))
                opened = None
            elif opened is None and mark in SPEECH:  # single marks are apostrophes too often
                opened = (OPENING.get(mark, mark), token.span.end, number)
    return found


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
        """The quotations of each sentence."""
        return tuple(quoted_spans(s) for s in self.sentences)

    @cached_property
    def spoken(self) -> tuple[tuple[Span, ...], ...]:
        """What of each sentence is quoted, also where the quotation is opened or closed in another sentence of the paragraph."""
        long = [q for _, group in groupby(self.sentences, key=lambda s: s.paragraph) for q in long_quotes(list(group))]
        shared = [[q for q in long if q.overlaps(s.span)] for s in self.sentences]
        return tuple((*own, *more) for own, more in zip(self.quotes, shared, strict=True))

    @cached_property
    def dates(self) -> tuple[tuple[DateExpression, ...], ...]:
        """The dated expressions of each sentence."""
        return tuple(tuple(self.language.dates(s, self.text, self.anchor)) for s in self.sentences)

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
