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
        return self.decode_each(logits, [len(logits)])[0]

    def decode_each(self, logits: Scores, sizes: Sequence[int]) -> list[list[Found]]:
        """The spans of several sentences whose words follow one another in `logits` [words, width]; `sizes` are their numbers of words,
        and `first` and `last` count from each one's beginning. Raises ValueError for another width."""
        if logits.ndim != 2 or logits.shape[1] != self.width:
            raise ValueError(f"{logits.shape} is not [words, {self.width}]")
        path = logits.argmax(axis=1)
        ends = np.cumsum(sizes).tolist()
        parts = list(zip([0, *ends], ends, strict=False))
        if not path.any():
            return [[] for _ in parts]
        for start, end in self._illegal(path, parts):
            path[start:end] = self._best_path(logits[start:end])
        tags, sure = path.tolist(), _probabilities(logits, path)
        return [self._spans(tags[start:end], sure[start:end]) for start, end in parts]

    def _side_by_side(self) -> NDArray[np.bool_]:
        """From one of the `ALONE` to the beginning of another: they are not named without a mark or a word between them."""
        tags = [1 + 2 * i for i, label in enumerate(self.labels) if label in ALONE]
        steps = np.zeros((self.width, self.width), dtype=np.bool_)
        for begin in tags:
            steps[[begin, begin + 1], begin] = True
        return steps

    def _illegal(self, path: NDArray[np.intp], parts: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """The parts whose tags cannot follow one another."""
        fits = np.ones(len(path), dtype=np.bool_)
        fits[1:] = self._allowed[path[:-1], path[1:]]
        starts = [start for start, end in parts if end > start]
        fits[starts] = self._first[path[starts]] == 0
        return [] if fits.all() else [(start, end) for start, end in parts if not fits[start:end].all()]

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

    def _spans(self, path: list[int], sure: list[float]) -> list[Found]:
        found: list[Found] = []
        for first, tag in enumerate(path):
            if tag % 2:
                last = first + 1
                while last < len(path) and path[last] == tag + 1:
                    last += 1
                score = sum(sure[first:last]) / (last - first)
                found.append(Found(first, last, self.labels[tag // 2], min(score, 1.0)))
        return found


def _probabilities(logits: Scores, path: NDArray[np.intp]) -> list[float]:
    """How probable each word's tag is; 1 for O, which nobody asks about."""
    sure = np.ones(len(path), dtype=np.float32)
    rows = np.flatnonzero(path)
    scores = logits[rows]
    shifted = np.exp(scores - scores.max(axis=1, keepdims=True))
    sure[rows] = shifted[np.arange(len(rows)), path[rows]] / shifted.sum(axis=1)
    found: list[float] = sure.tolist()
    return found
