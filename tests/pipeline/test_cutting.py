"""Long sentences are cut without losing or moving a token."""

from __future__ import annotations

import pytest

from elshi.language.base import Sentence, Token
from elshi.pipeline.cutting import LONGEST, cut_sentences
from elshi.records import Span


def make_sentence(words):
    tokens, at = [], 0
    for word in words:
        tokens.append(Token(Span(at, at + len(word)), word, word))
        at += len(word) + 1
    return Sentence(Span(0, at - 1), tuple(tokens), 3)


@pytest.mark.parametrize("length", [1, LONGEST, LONGEST + 1, 3 * LONGEST + 7])
@pytest.mark.parametrize("mark_every", [0, 7, 200])
def test_no_token_is_lost(length, mark_every):
    words = ["," if mark_every and n % mark_every == 0 else "ел" for n in range(length)]
    sentence = make_sentence(words)
    pieces = cut_sentences([sentence])
    assert tuple(t for p in pieces for t in p.tokens) == sentence.tokens
    assert all(len(p.tokens) <= LONGEST and p.paragraph == 3 for p in pieces)
    assert all(p.span == Span(p.tokens[0].span.start, p.tokens[-1].span.end) for p in pieces)


def test_a_usual_sentence_is_left_alone():
    sentence = make_sentence(["the"] * LONGEST)
    assert cut_sentences([sentence]) == (sentence,)


def test_cuts_behind_a_mark():
    words = ["a"] * 200 + [";"] + ["b"] * 200
    first, second = cut_sentences([make_sentence(words)])
    assert first.tokens[-1].text == ";"
    assert {t.text for t in second.tokens} == {"b"}
