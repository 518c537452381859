"""What a finished pack says of a corpus, sentence by sentence: asked once and kept, so that learning from it costs nothing more."""

from __future__ import annotations

from pathlib import Path
from random import Random

import numpy as np
import onnxruntime
import torch
from numpy.typing import NDArray

from elshi.tagging.bundle import read_pack
from elshi.tagging.pieces import PieceReader
from training.corpus import Corpus, Sentence, sequences
from training.fit import Scores
from training.targets import HEADS, head_width

__all__ = ["ask"]

Half = NDArray[np.float16]


def ask(pack: Path, corpus: Corpus, reader: PieceReader, store: Path) -> Scores:
    """By a sentence's number and head, float16 [words, tags]. The answers are read from `store` if it holds those to as many words."""
    sizes = [len(s.words) for d in corpus.documents for s in d]
    if store.is_file():
        with np.load(store) as kept:
            if kept["sizes"].tolist() == sizes:
                return _parted({head: kept[head] for head in HEADS}, sizes)
    answers = _asked(pack, corpus, reader, sizes)
    np.savez(store, sizes=np.array(sizes), **answers)  # type: ignore[arg-type]
    return _parted(answers, sizes)


def _asked(pack: Path, corpus: Corpus, reader: PieceReader, sizes: list[int]) -> dict[str, Half]:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    session = onnxruntime.InferenceSession(str(read_pack(pack).model), options)
    answers = {head: np.zeros((sum(sizes), head_width(head)), dtype=np.float16) for head in HEADS}
    starts = np.cumsum([0, *sizes])
    for held in sequences(corpus, Random(0)):
        ids, first = _flat(held, reader)
        places = np.concatenate([np.arange(starts[s.number], starts[s.number + 1]) for s in held])
        for head, scores in zip(HEADS, session.run(list(HEADS), {"input_ids": ids}), strict=True):
            answers[head][places] = scores[0][first]
    return answers


def _flat(held: list[Sentence], reader: PieceReader) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The ids [1, length] of a sequence and where its words begin."""
    words = [word for sentence in held for word in sentence.words]
    lengths = np.array([len(word) for word in words])
    ids = [reader.begin, *(i for word in words for i in word), reader.end]
    return np.array([ids]), 1 + np.cumsum(lengths) - lengths


def _parted(answers: dict[str, Half], sizes: list[int]) -> Scores:
    parts = {head: torch.from_numpy(rows).split(sizes) for head, rows in answers.items()}
    return [{head: parts[head][number] for head in HEADS} for number in range(len(sizes))]
