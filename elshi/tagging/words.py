"""The words that a tagger labels: letters, numbers and single marks, with their own offsets, whatever a tokenizer makes of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

__all__ = ["as_read", "split_words"]

# Combining marks, soft hyphens and joiners belong to the word around them.
_MARKS = "\u00ad\u0300-\u036f\u0483-\u0487\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u2060-\u2064\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\ufeff"
_WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{_MARKS}])*|\d+|\S")
_STRESS = frozenset("\u0300\u0301")
_SILENT = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def split_words(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The words of `text[start:end]` as half-open code-point offsets into `text`, in order; together they cover all but spaces."""
    for found in _WORD.finditer(text, start, end):
        yield found.span()


def as_read(word: str) -> str:
    """A word as the model reads it: compatibility forms composed, soft hyphens, controls, lone surrogates and stress marks dropped."""
    if word.isascii() and word.isprintable():
        return word
    bare = "".join(c for c in unicodedata.normalize("NFD", word) if c not in _STRESS or not _is_cyrillic(word))
    return "".join(c for c in unicodedata.normalize("NFKC", bare) if unicodedata.category(c) not in _SILENT)


def _is_cyrillic(word: str) -> bool:
    return any("\u0400" <= c <= "\u052f" for c in word)
