"""From words to the model's pieces, word by word, so that a label's offsets are the word's and never the tokenizer's."""

from __future__ import annotations

from functools import lru_cache

from tokenizers import Tokenizer

from elshi.tagging.words import as_read

__all__ = ["PieceReader"]

REMEMBERED = 65_536
SPACE = "▁"


class PieceReader:
    """Reads words as piece ids of one vocabulary; frequent words are remembered (a bounded number)."""

    def __init__(self, serialised: str) -> None:
        """`serialised` is the JSON text of a tokenizer; raises ValueError if a frame piece is missing, and
        whatever the tokenizers library raises if it is no tokenizer."""
        tokenizer = Tokenizer.from_str(serialised)
        self._model = tokenizer.model
        self._normalizer = tokenizer.normalizer
        self.begin, self.padding, self.end, self.unknown = (_id(tokenizer, name) for name in ("<s>", "<pad>", "</s>", "<unk>"))
        self.read = lru_cache(maxsize=REMEMBERED)(self._read)

    def _read(self, word: str, spaced: bool) -> tuple[int, ...]:
        """The ids of a word, at least one; `spaced` says whether a space (or nothing) stands before it."""
        letters = as_read(word)
        if self._normalizer is not None and letters:
            letters = self._normalizer.normalize_str(letters)
        written = letters.replace(" ", SPACE).strip(SPACE)
        if not written:
            return (self.unknown,)
        found = self._model.tokenize(SPACE + written if spaced else written)
        return tuple(int(t.id) for t in found) or (self.unknown,)


def _id(tokenizer: Tokenizer, name: str) -> int:
    found = tokenizer.token_to_id(name)
    if found is None:
        raise ValueError(f"the vocabulary lacks {name}")
    return int(found)
