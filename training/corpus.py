"""Examples as the network reads them: sentences of piece ids, with a row of weights for every word and head."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from random import Random

from elshi.tagging.pieces import PieceReader
from elshi.tagging.words import split_words
from training.examples import Example, sentences
from training.targets import HEADS, Row, targets

__all__ = ["Corpus", "Sentence", "read_corpus", "sequences"]

LONGEST = 190
SHORTEST = 40


@dataclass(frozen=True, slots=True)
class Sentence:
    """Piece ids word by word, and per head the number of each word's row in the corpus's table; `number` counts sentences."""

    words: tuple[tuple[int, ...], ...]
    rows: dict[str, tuple[int, ...]]
    number: int = 0

    @property
    def size(self) -> int:
        """The number of pieces."""
        return sum(len(w) for w in self.words)


@dataclass(frozen=True, slots=True)
class Corpus:
    """Documents as lists of sentences; `tables` has the distinct rows of each head. A document of one sentence may be packed with any."""

    documents: list[list[Sentence]]
    tables: dict[str, list[Row]]


def read_corpus(examples: Iterable[Example], reader: PieceReader) -> Corpus:
    """All examples as the network reads them."""
    tables: dict[str, dict[Row, int]] = {head: {} for head in HEADS}
    counted = count()
    documents = [[replace(s, number=next(counted)) for s in _document(example, reader, tables)] for example in examples]
    return Corpus([d for d in documents if d], {head: list(table) for head, table in tables.items()})


def sequences(corpus: Corpus, random: Random) -> Iterator[list[Sentence]]:
    """One epoch: sentences packed together up to a length drawn anew each time, documents and lone sentences shuffled."""
    order = list(range(len(corpus.documents)))
    random.shuffle(order)
    lone = [corpus.documents[i][0] for i in order if len(corpus.documents[i]) == 1]
    for index in order:
        if len(corpus.documents[index]) > 1:
            yield from _packed(corpus.documents[index], random)
    yield from _packed(lone, random)


def _packed(document: Sequence[Sentence], random: Random) -> Iterator[list[Sentence]]:
    held: list[Sentence] = []
    size, room = 0, random.randint(SHORTEST, LONGEST)
    for sentence in document:
        if held and size + sentence.size > room:
            yield held
            held, size, room = [], 0, random.randint(SHORTEST, LONGEST)
        held.append(sentence)
        size += sentence.size
    if held:
        yield held


def _document(example: Example, reader: PieceReader, tables: dict[str, dict[Row, int]]) -> list[Sentence]:
    found: list[Sentence] = []
    for span in sentences(example.text, [a.span for a in example.spans]):
        inside = [a for a in example.spans if span.contains(a.span)]
        part = Example(example.text, example.language, tuple(inside), example.unknown, example.nested)
        found.extend(_sentences(part, list(split_words(example.text, span.start, span.end)), reader, tables))
    return found


def _sentences(part: Example, words: list[tuple[int, int]], reader: PieceReader, tables: dict[str, dict[Row, int]]) -> Iterator[Sentence]:
    ends = [-1, *(end for _, end in words)]
    ids = [reader.read(part.text[s:e], s != before) for (s, e), before in zip(words, ends, strict=False)]
    weights = targets(part, words).rows
    numbers = {h: [tables[h].setdefault(row, len(tables[h])) for row in weights[h]] for h in HEADS}
    start = 0
    while start < len(words):
        stop, size = start, 0
        while stop < len(words) and size + len(ids[stop]) <= LONGEST:
            size += len(ids[stop])
            stop += 1
        stop = max(stop, start + 1)
        yield Sentence(tuple(i[:LONGEST] for i in ids[start:stop]), {h: tuple(n[start:stop]) for h, n in numbers.items()})
        start = stop
