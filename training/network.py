"""The encoder in torch: a plain post-norm BERT with frozen word embeddings and one linear head for each view of the spans."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from training.targets import HEADS, head_width
from training.weights import Encoder

__all__ = ["Layer", "Network", "Shape", "from_pretrained", "shape_of", "shortened", "trained"]

WIDTH = 384
PARTS = 12
PART = WIDTH // PARTS
INNER = 1536
POSITIONS = 512
EPSILON = 1e-12


@dataclass(frozen=True, slots=True)
class Shape:
    """How many layers, attention heads of 32 numbers, and neurons of the feed-forward a network has; the neurons' activation is GELU, or
    the cheaper ReLU if `rectified`."""

    layers: int
    parts: int = PARTS
    inner: int = INNER
    rectified: bool = False


class Layer(nn.Module):  # type: ignore[misc]
    """Self-attention and feed-forward, each followed by addition and normalisation."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.parts, self.activation = shape.parts, functional.relu if shape.rectified else functional.gelu
        seen = shape.parts * PART
        self.qkv = nn.Linear(WIDTH, 3 * seen)
        self.o = nn.Linear(seen, WIDTH)
        self.ln1 = nn.LayerNorm(WIDTH, EPSILON)
        self.f1 = nn.Linear(WIDTH, shape.inner)
        self.f2 = nn.Linear(shape.inner, WIDTH)
        self.ln2 = nn.LayerNorm(WIDTH, EPSILON)

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        """`hidden` [batch, length, width]; `mask` is added to the attention scores [batch, 1, 1, length]."""
        batch, length, _ = hidden.shape
        query, key, value = self.qkv(hidden).view(batch, length, 3, self.parts, PART).permute(2, 0, 3, 1, 4).unbind(0)
        mixed = functional.scaled_dot_product_attention(query, key, value, mask.to(query.dtype))
        hidden = self.ln1(hidden + self.o(mixed.transpose(1, 2).reshape(batch, length, self.parts * PART)))
        return self.ln2(hidden + self.f2(self.activation(self.f1(hidden))))


class Network(nn.Module):  # type: ignore[misc]
    """Piece ids in, one score per tag and head out."""

    def __init__(self, vocabulary: int, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        self.shape = shape
        self.word = nn.Embedding(vocabulary, WIDTH)
        self.word.weight.requires_grad_(False)
        self.pos = nn.Embedding(POSITIONS, WIDTH)
        self.ln = nn.LayerNorm(WIDTH, EPSILON)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.dropout = nn.Dropout(dropout)
        self.heads = nn.ModuleDict({name: nn.Linear(WIDTH, head_width(name)) for name in HEADS})

    def forward(self, ids: Tensor, mask: Tensor) -> dict[str, Tensor]:
        """`ids` and `mask` (1 where there is a piece) are int64 [batch, length]; scores [batch, length, tags] by head."""
        hidden = self.dropout(self.hidden(self.word(ids), mask))
        return {name: head(hidden) for name, head in self.heads.items()}

    def hidden(self, words: Tensor, mask: Tensor) -> Tensor:
        """The last layer's states for word embeddings [batch, length, width]."""
        places = torch.arange(words.shape[1])
        hidden = self.dropout(self.ln(words + self.pos(places)[None]))
        added = (1.0 - mask[:, None, None, :].float()) * -10_000.0
        for layer in self.layers:
            hidden = layer(hidden, added)
        return hidden


def from_pretrained(encoder: Encoder, kept: list[int], chosen: list[int], dropout: float = 0.1) -> Network:
    """A network with the pretrained tensors: the rows `kept` of the vocabulary and the layers `chosen`; new heads."""
    network = Network(len(kept), Shape(len(chosen)), dropout)
    tensors = {name: torch.from_numpy(value) for name, value in encoder.tensors.items()}
    with torch.no_grad():
        network.word.weight.copy_(torch.from_numpy(encoder.words.floats()[np.array(kept)]))
        network.pos.weight.copy_(tensors["emb.pos"].view(POSITIONS, WIDTH) + tensors["emb.type"].view(2, WIDTH)[0])
        network.ln.weight.copy_(tensors["emb.ln.w"])
        network.ln.bias.copy_(tensors["emb.ln.b"])
        for layer, number in zip(network.layers, chosen, strict=True):
            _fill(layer, f"l{number}.", tensors)
    return network


def trained(checkpoint: Path) -> Network:
    """The network of a checkpoint, whatever its shape."""
    saved = torch.load(checkpoint, weights_only=True)
    state = saved["network"]
    network = Network(len(state["word.weight"]), shape_of(state, bool(saved.get("rectified", False))))
    network.load_state_dict(state)
    return network


def shape_of(state: dict[str, Tensor], rectified: bool) -> Shape:
    """The shape that a network's tensors have."""
    depth = 1 + max(int(key.split(".")[1]) for key in state if key.startswith("layers."))
    return Shape(depth, state["layers.0.o.weight"].shape[1] // PART, state["layers.0.f1.weight"].shape[0], rectified)


def shortened(network: Network, chosen: list[int]) -> Network:
    """A copy with the chosen layers only, to be trained on."""
    made = Network(len(network.word.weight), replace(network.shape, layers=len(chosen)))
    numbers = {f"layers.{old}.": f"layers.{new}." for new, old in enumerate(chosen)}
    state = {}
    for key, value in network.state_dict().items():
        prefix = ".".join(key.split(".")[:2]) + "."
        if not key.startswith("layers.") or prefix in numbers:
            state[key.replace(prefix, numbers.get(prefix, prefix), 1)] = value.clone()
    made.load_state_dict(state)
    return made


def _fill(layer: nn.Module, prefix: str, tensors: dict[str, Tensor]) -> None:
    own = dict(layer.named_parameters())
    for kind, part in (("weight", "w"), ("bias", "b")):
        own[f"qkv.{kind}"].copy_(torch.cat([tensors[f"{prefix}{n}.{part}"].view(-1, *([WIDTH] if part == "w" else [])) for n in "qkv"]))
        for name, old in (("o", "ao"), ("ln1", "aln"), ("f1", "fi"), ("f2", "fo"), ("ln2", "oln")):
            own[f"{name}.{kind}"].copy_(tensors[f"{prefix}{old}.{part}"].view_as(own[f"{name}.{kind}"]))
