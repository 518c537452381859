"""Where quotations begin and end: pairs of marks within a paragraph, also over several sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from elshi.engagements.lexicons import lemmatiser
from elshi.language.base import Sentence, Token
from elshi.language.phrases import Lexicon, word_list
from elshi.records import Span

__all__ = ["Quotation", "find_quotation_marks"]

OPENING = {"«": "»", "“": "”", "„": "“”", "‘": "’", "‹": "›", '"': '"'}
LONGEST = 4000  # characters
BEHIND = 7  # tokens behind a quotation that may tell from where it is
WHOLE = 8  # words: fewer are no report
SINGLE = frozenset("’›")  # within one sentence: an apostrophe is written alike


@dataclass(frozen=True, slots=True)
class Quotation:
    """What a sentence has of a quotation, and the whole of it; marks left out."""

    part: Span
    whole: Span


def find_quotation_marks(sentences: Sequence[Sentence], code: str) -> tuple[tuple[Quotation, ...], ...]:
    """The quotations of each sentence in order; an unclosed mark quotes nothing, and a press release quoted at length is the text's own
    report."""
    found: list[tuple[Quotation, ...]] = []
    for _, grouped in groupby(sentences, key=lambda s: s.paragraph):
        paragraph = list(grouped)
        spans = [s for s in _pairs(paragraph) if not _is_release(s, paragraph, code)]
        found += (tuple(Quotation(part, s) for s in spans if (part := _part(s, sentence.span)) is not None) for sentence in paragraph)
    return tuple(found)


@cache
def _releases(code: str) -> Lexicon[str]:
    """What stands behind the words of a press release: "…," the statement reads."""
    return Lexicon(((phrase, phrase) for phrase in word_list(code, "speech")["releases"]), lemmatiser(code))


def _is_release(span: Span, paragraph: Sequence[Sentence], code: str) -> bool:
    """Whether a quotation of a sentence or more is said to be from a press release."""
    tokens = [t for s in paragraph if s.span.end > span.end for t in s.tokens if t.span.start >= span.end][:BEHIND]
    words = (t for s in paragraph if s.span.overlaps(span) for t in s.tokens if span.contains(t.span))
    return bool(_releases(code).all(tokens)) and sum(t.is_word for t in words) >= WHOLE


def _part(span: Span, sentence: Span) -> Span | None:
    start, end = max(span.start, sentence.start), min(span.end, sentence.end)
    return Span(start, end) if start < end else None


def _pairs(paragraph: Sequence[Sentence]) -> Iterator[Span]:
    opened: tuple[str, int, int] | None = None
    for number, sentence in enumerate(paragraph):
        opened = None if opened is not None and opened[0] in SINGLE else opened
        for index, token in enumerate(sentence.tokens):
            if len(token.text) != 1 or (opened is None and token.text not in OPENING):
                continue
            if opened is not None and token.text in opened[0] and not _only_opens(sentence.tokens, index):
                if token.span.start - opened[1] <= LONGEST:
                    yield Span(opened[1], token.span.start)
                opened = None
            elif token.text in OPENING and (opened is None or number > opened[2]) and not _only_closes(sentence.tokens, index):
                opened = OPENING[token.text], token.span.end, number


def _only_opens(tokens: Sequence[Token], index: int) -> bool:
    """Whether a straight mark can only open: a space before it, none behind."""
    return tokens[index].text == '"' and not _touches(tokens, index - 1) and _touches(tokens, index)


def _only_closes(tokens: Sequence[Token], index: int) -> bool:
    """Whether a straight mark can only close: a space behind it, none before."""
    return tokens[index].text == '"' and _touches(tokens, index - 1) and not _touches(tokens, index)


def _touches(tokens: Sequence[Token], index: int) -> bool:
    """Whether no space is between a token and the next."""
    return 0 <= index < len(tokens) - 1 and tokens[index].span.end == tokens[index + 1].span.start
