"""The tagger that runs a model pack with ONNX Runtime, on one thread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from elshi.errors import ModelError
from elshi.records import Mention, Span
from elshi.tagging.bundle import Pack
from elshi.tagging.decoding import Found, Scheme
from elshi.tagging.nesting import nest
from elshi.tagging.packing import FRAMES, Piece, Segment, pack, segments
from elshi.tagging.pieces import PieceReader

__all__ = ["OnnxTagger"]

LEAST = 0.35  # what is less sure than this is as often wrong as right
Logits = NDArray[np.float32]


class OnnxTagger:
    """Tags with one pack. A text's mentions depend on that text alone: sequences are run one by one, without padding."""

    def __init__(self, bundle: Pack) -> None:
        """Load the network and the vocabulary; raises ModelError if they do not load or do not fit together."""
        self._pack = bundle
        self._schemes = [Scheme(head.labels) for head in bundle.heads]
        try:
            self._reader = PieceReader(bundle.tokenizer.read_text(encoding="utf-8"))
            self._session = _open(bundle)
        except Exception as error:
            raise ModelError(f"the model pack {bundle.folder} cannot be loaded: {error}") from error
        self._outputs = [head.output for head in bundle.heads]
        self._masked = any(i.name == "attention_mask" for i in self._session.get_inputs())
        missing = set(self._outputs) - {o.name for o in self._session.get_outputs()}
        if missing:
            raise ModelError(f"the model in {bundle.folder} lacks the outputs {', '.join(sorted(missing))}")

    @property
    def version(self) -> str:
        """Name and version of the model."""
        return f"{self._pack.name} {self._pack.version}"

    def tag(self, texts: Iterable[tuple[str, Sequence[Span]]]) -> Iterator[tuple[Mention, ...]]:
        """The mentions of each text; see `elshi.tagging.base.Tagger`."""
        for text, sentences in texts:
            yield tuple(m for found in self._sentences(text, sentences) for m in found)

    def _sentences(self, text: str, sentences: Sequence[Span]) -> Iterator[tuple[Mention, ...]]:
        longest = self._pack.longest
        for held in pack(segments(text, sentences, self._reader, longest - FRAMES), longest):
            sizes = [len(segment.words) for segment in held]
            found = [scheme.decode_each(scores, sizes) for scheme, scores in zip(self._schemes, self._run(held), strict=True)]
            for segment, *heads in zip(held, *found, strict=True):
                yield _mentions(segment.words, heads)

    def _run(self, held: Sequence[Segment]) -> list[Logits]:
        """Per head the scores [words, width] of all words, read at each word's first piece."""
        words = [w for segment in held for w in segment.words]
        ids = [self._reader.begin, *(i for w in words for i in w.ids), self._reader.end]
        sizes = np.fromiter((len(w.ids) for w in words), dtype=np.int64, count=len(words))
        first = 1 + np.cumsum(sizes) - sizes
        given = {"input_ids": np.array([ids], dtype=np.int64)}
        if self._masked:
            given["attention_mask"] = np.ones_like(given["input_ids"])
        return [out[0][first] for out in self._session.run(self._outputs, given)]


def _mentions(words: Sequence[Piece], heads: Sequence[list[Found]]) -> tuple[Mention, ...]:
    sure = [found for head in heads for found in head if found.score >= LEAST]
    return nest(Mention(Span(words[f.first].start, words[f.last - 1].end), f.label, round(f.score, 4)) for f in sure)


def _open(bundle: Pack) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # The packs' graphs are written as they run best: the fused additions and normalisations that higher levels make are slower.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    options.use_deterministic_compute = True
    return onnxruntime.InferenceSession(str(bundle.model), options, providers=["CPUExecutionProvider"])
