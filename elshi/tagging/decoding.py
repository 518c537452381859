"""From scores per word to labelled spans: the best legal path, an I- only after its own B- or I-, and no two
people side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from elshi.records import Label

__all__ = ["Found", "Scheme"]

ALONE = frozenset({Label.PERSON})  # not countries: «Қазақстанның Австриядағы елшісі»
Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Found:
    """Words `first` to `last` (half-open) bear a label with the mean probability `score`."""

    first: int
    last: int
    label: Label
    score: float


class Scheme:
    """The outputs of one head: O, then B- and I- of each label in the given order."""

    def __init__(self, labels: Sequence[Label]) -> None:
        self.labels = tuple(labels)
        self.width = 1 + 2 * len(self.labels)
        tags = np.arange(self.width)
        inside = (tags > 0) & (tags % 2 == 0)
        same = (tags[:, None] == tags[None, :]) | (tags[:, None] + 1 == tags[None, :])
        self._allowed = (~inside[None, :] | same) & ~self._side_by_side()
        self._penalty = np.where(self._allowed, 0.0, -1e9).astype(np.float32)
        self._first = np.where(inside, -1e9, 0.0).astype(np.float32)

    def decode(self, logits: Scores) -> list[Found]:
        """The spans of one sentence. `logits` is [words, width]; raises ValueError for another width."""
        if logits.ndim != 2 or logits.shape[1] != self.width:
            raise ValueError(f"{logits.shape} is not [words, {self.width}]")
        if not len(logits):
            return []
        path = logits.argmax(axis=1)
        if not path.any():
            return []
        scores = _log_softmax(logits)
        if not self._is_legal(path):
            path = self._best_path(scores)
        return self._spans(path, scores)

    def _side_by_side(self) -> NDArray[np.bool_]:
        """From one of the `ALONE` to the beginning of another: they are not named without a mark or a word between them."""
        tags = [1 + 2 * i for i, label in enumerate(self.labels) if label in ALONE]
        steps = np.zeros((self.width, self.width), dtype=np.bool_)
        for begin in tags:
            steps[[begin, begin + 1], begin] = True
        return steps

    def _is_legal(self, path: NDArray[np.intp]) -> bool:
        return bool(self._first[path[0]] == 0 and self._allowed[path[:-1], path[1:]].all())

    def _best_path(self, scores: Scores) -> NDArray[np.intp]:
        best = scores[0] + self._first
        back = np.zeros(scores.shape, dtype=np.intp)
        for index in range(1, len(scores)):
            through = best[:, None] + self._penalty
            back[index] = through.argmax(axis=0)
            best = through.max(axis=0) + scores[index]
        path = np.zeros(len(scores), dtype=np.intp)
        path[-1] = best.argmax()
        for index in range(len(scores) - 1, 0, -1):
            path[index - 1] = back[index, path[index]]
        return path

    def _spans(self, path: NDArray[np.intp], scores: Scores) -> list[Found]:
        found: list[Found] = []
        for first in np.flatnonzero(path % 2 == 1).tolist():
            last = first + 1
            while last < len(path) and path[last] == path[first] + 1:
                last += 1
            score = float(np.exp(scores[np.arange(first, last), path[first:last]]).mean())
            found.append(Found(first, last, self.labels[(path[first] - 1) // 2], min(score, 1.0)))
        return found


def _log_softmax(logits: Scores) -> Scores:
    shifted = logits - logits.max(axis=1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True)), dtype=np.float32)
