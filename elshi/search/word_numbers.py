"""The words of texts as dense numbers, so that arrays rather than loops make terms of them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from elshi.search.forms import READINGS, text_forms
from elshi.search.terms import GAP, word_number

__all__ = ["WordNumbers"]

MOST = 1_000_000  # words remembered
LONGEST = 200  # letters of a word that is found by its beginning
WIDTH = READINGS + 1


class WordNumbers:
    """Numbers words in the order in which they come up. Word 0 is no word: it parts texts."""

    def __init__(self) -> None:
        self._known: dict[str, dict[str, int]] = {}
        self._form_numbers: dict[str, int] = {}
        self._hash_list: list[int] = []
        self._hashes = np.zeros(0, dtype=np.uint64)
        self._rows = np.zeros((0, WIDTH), dtype=np.int32)
        self._words = 0
        self._new: list[str] = []
        self._forget()

    def number(self, words: Sequence[str], language: str) -> list[int]:
        """The numbers of words of a language."""
        known = self._known.setdefault(language, {})
        found: list[int | None] = list(map(known.get, words))
        if None in found:
            return [self._add(word, language) if number is None else number for word, number in zip(words, found, strict=True)]
        return found  # type: ignore[return-value]

    def forms(self) -> NDArray[np.int32]:
        """A row of forms for each word, the likeliest first, 0 where there are no more."""
        return self._rows[: self._words]

    def hashes(self) -> NDArray[np.uint64]:
        """The number that each form has in terms; `GAP` for form 0."""
        if len(self._hashes) < len(self._hash_list):
            new = np.array(self._hash_list[len(self._hashes) :], dtype=np.uint64)
            self._hashes = np.concatenate([self._hashes, new])
        return self._hashes

    def take_new(self) -> list[str]:
        """The forms that came up since this was asked last, without those that are too long for anybody to write their beginning."""
        new, self._new = self._new, []
        return sorted(new)

    def make_room(self) -> None:
        """Forget everything where it has become too much; numbers given before this are void."""
        if self._words > MOST:
            self._forget()

    def _forget(self) -> None:
        self._known, self._form_numbers, self._hash_list = {}, {}, [GAP]
        self._hashes = np.array([GAP], dtype=np.uint64)
        self._rows = np.zeros((1024, WIDTH), dtype=np.int32)
        self._words = 1

    def _add(self, word: str, language: str) -> int:
        known = self._known[language]
        if word in known:
            return known[word]
        if self._words == len(self._rows):
            self._rows = np.concatenate([self._rows, np.zeros_like(self._rows)])
        for place, form in enumerate(text_forms(word, language)[:WIDTH]):
            self._rows[self._words, place] = self._form_number(form)
        known[word] = self._words
        self._words += 1
        return known[word]

    def _form_number(self, form: str) -> int:
        number = self._form_numbers.get(form)
        if number is None:
            number = self._form_numbers[form] = len(self._hash_list)
            self._hash_list.append(word_number(form))
            if len(form) <= LONGEST:
                self._new.append(form)
        return number
