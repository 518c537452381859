"""The encoder in torch: a plain post-norm BERT with frozen word embeddings and one linear head for each view of the spans."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from training.targets import HEADS, head_width
from training.weights import Encoder

__all__ = ["Layer", "Network", "from_pretrained", "shortened", "trained"]

WIDTH = 384
PARTS = 12
INNER = 1536
POSITIONS = 512
EPSILON = 1e-12


class Layer(nn.Module):  # type: ignore[misc]
    """Self-attention and feed-forward, each followed by addition and normalisation."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.o = nn.Linear(WIDTH, WIDTH)
        self.ln1 = nn.LayerNorm(WIDTH, EPSILON)
        self.f1 = nn.Linear(WIDTH, INNER)
        self.f2 = nn.Linear(INNER, WIDTH)
        self.ln2 = nn.LayerNorm(WIDTH, EPSILON)

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        """`hidden` [batch, length, width]; `mask` is added to the attention scores [batch, 1, 1, length]."""
        batch, length, _ = hidden.shape
        query, key, value = self.qkv(hidden).view(batch, length, 3, PARTS, WIDTH // PARTS).permute(2, 0, 3, 1, 4).unbind(0)
        scores = query @ key.transpose(-1, -2) / math.sqrt(WIDTH // PARTS) + mask.to(query.dtype)
        mixed = (scores.softmax(-1).to(value.dtype) @ value).transpose(1, 2).reshape(batch, length, WIDTH)
        hidden = self.ln1(hidden + self.o(mixed))
        return self.ln2(hidden + self.f2(functional.gelu(self.f1(hidden))))


class Network(nn.Module):  # type: ignore[misc]
    """Piece ids in, one score per tag and head out."""

    def __init__(self, vocabulary: int, layers: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.word = nn.Embedding(vocabulary, WIDTH)
        self.word.weight.requires_grad_(False)
        self.pos = nn.Embedding(POSITIONS, WIDTH)
        self.ln = nn.LayerNorm(WIDTH, EPSILON)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
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
    network = Network(len(kept), len(chosen), dropout)
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
    """The network of a checkpoint, whatever its depth."""
    state = torch.load(checkpoint, weights_only=True)["network"]
    depth = 1 + max(int(key.split(".")[1]) for key in state if key.startswith("layers."))
    network = Network(len(state["word.weight"]), depth)
    network.load_state_dict(state)
    return network


def shortened(network: Network, chosen: list[int]) -> Network:
    """A copy with the chosen layers only, to be trained on."""
    made = Network(len(network.word.weight), len(chosen))
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
