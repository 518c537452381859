"""What each head should say of each word: weights over its tags, 1 for what the source says, less for what it leaves open.

The loss is the negative logarithm of the weighted sum of the tags' probabilities, so a source that knows only "some place" or does
not annotate posts at all can teach what it knows and no more.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from elshi.records import Label, Span
from training.examples import Annotated, Example

__all__ = ["HEADS", "Row", "Targets", "head_width", "targets"]

Row = tuple[float, ...]
OPEN = 0.2
HEADS: dict[str, tuple[Label, ...]] = {"outer": tuple(Label), "inner": tuple(Label), "body": (Label.ORG,)}
CONTAINERS = frozenset({Label.POSITION, Label.ORG, Label.FACILITY, Label.EVENT, Label.LAW, Label.INITIATIVE})


@dataclass(frozen=True, slots=True)
class Targets:
    """Per head one row of weights [words, tags] for the words of an example."""

    rows: dict[str, list[Row]]


def head_width(head: str) -> int:
    """The number of a head's tags."""
    return 1 + 2 * len(HEADS[head])


def targets(example: Example, words: Sequence[tuple[int, int]]) -> Targets:
    """The weights for words given as offsets into the example's text."""
    ranges = [(a, _words_of(a.span, words)) for a in example.spans]
    known = [(a, r) for a, r in ranges if len(r)]
    read = _nested if example.nested else _flat
    return Targets({head: read(head, known, len(words), example.unknown) for head in HEADS})


def allowed(rows: Iterable[Row], width: int) -> NDArray[np.float32]:
    """Rows as an array [rows, width]."""
    return np.array(list(rows), dtype=np.float32).reshape(-1, width)


def _words_of(span: Span, words: Sequence[tuple[int, int]]) -> range:
    starts = [i for i, (s, e) in enumerate(words) if s < span.end and e > span.start]
    return range(starts[0], starts[-1] + 1) if starts else range(0)


def _nested(head: str, known: Sequence[tuple[Annotated, range]], count: int, unknown: frozenset[Label]) -> list[Row]:
    fitting = [(a, r) for a, r in known if a.labels & set(HEADS[head])]
    rows = [_outside(head, unknown)] * count
    for annotated, words in sorted(fitting, key=lambda item: -len(item[1])):
        beaten = (o for o in fitting if o[1] != words)
        if head == "inner" and any(_within(o[1], words) for o in beaten):
            continue
        if head != "inner" and any(_within(words, o[1]) for o in beaten):
            continue
        _write(rows, head, annotated.labels, words, frozenset())
    return rows


def _flat(head: str, known: Sequence[tuple[Annotated, range]], count: int, unknown: frozenset[Label]) -> list[Row]:
    rows = [_outside(head, unknown)] * count
    anything = tuple([1.0] * head_width(head))
    for annotated, words in known:
        fits = annotated.labels & set(HEADS[head])
        opaque = head != "outer" and len(words) > 1 and bool(annotated.labels & CONTAINERS)
        if not annotated.labels or (opaque and not (head == "body" and fits)):
            rows[words.start : words.stop] = [anything] * len(words)
        elif fits:
            _write(rows, head, annotated.labels, words, unknown)
    return rows


def _within(part: range, whole: range) -> bool:
    return whole.start <= part.start and part.stop <= whole.stop


def _outside(head: str, unknown: frozenset[Label]) -> Row:
    return (1.0, *(OPEN if label in unknown else 0.0 for label in HEADS[head] for _ in "BI"))


def _write(rows: list[Row], head: str, labels: frozenset[Label], words: range, unknown: frozenset[Label]) -> None:
    strange = bool(labels - set(HEADS[head]))
    for index in words:
        tag = "B" if index == words.start else "I"
        marks = (1.0 if label in labels and t == tag else OPEN if label in unknown else 0.0 for label in HEADS[head] for t in "BI")
        rows[index] = (1.0 if strange else 0.0, *marks)
