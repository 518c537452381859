"""Short ways to an English sentence and to a phrase in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from elshi.language.base import Sentence
from elshi.language.en import ENGLISH
from elshi.records import Span

Read = Callable[[str], Sentence]
ReadPhrase = Callable[[str], tuple[Sentence, range]]


def _read(text: str) -> Sentence:
    span = Span(0, len(text))
    return Sentence(span, ENGLISH.tokens(text, span), 0)


@pytest.fixture
def read() -> Read:
    """The whole text as one sentence."""
    return _read


@pytest.fixture
def read_phrase() -> ReadPhrase:
    """The text without its square brackets as one sentence, and the tokens that stood in them."""

    def read(marked: str) -> tuple[Sentence, range]:
        start, end = marked.index("["), marked.index("]") - 1
        sentence = _read(marked.replace("[", "").replace("]", ""))
        return sentence, sentence.indexes(Span(start, end))

    return read
