"""Evening out what the int8 matrices read: a few channels are forty times larger than the rest and would leave those only a few steps.

An input channel is divided by a factor and its weights are multiplied by the same, which changes nothing but the steps. The factor is
taken out of what comes before: the values' rows for `o`, the normalisation for `f1`, the neurons' rows for `f2` if they are rectified.
Where the normalisation's answer is wanted whole it is multiplied by `ln1.factor`; what GELU answers is multiplied by `f2.share`.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from training.network import Network

__all__ = ["Floats", "largest_inputs", "smoothed"]

Floats = NDArray[np.float32]
LEVEL = 2.0
MATRICES = ("qkv", "o", "f1", "f2")


def largest_inputs(network: Network, sequences: Iterable[list[int]]) -> dict[str, Floats]:
    """The largest magnitude of each input channel of each matrix, by the matrix's name, over sequences of piece ids."""
    found: dict[str, Floats] = {}

    def watch(name: str, given: Tensor) -> None:
        here = given.detach().abs().reshape(-1, given.shape[-1]).amax(0).numpy()
        found[name] = np.maximum(found.get(name, here), here)

    layers = [(f"layers.{n}.{m}", getattr(layer, m)) for n, layer in enumerate(network.layers) for m in MATRICES]
    hooks = [matrix.register_forward_pre_hook(lambda _, given, name=name: watch(name, given[0])) for name, matrix in layers]
    network.eval()
    with torch.inference_mode():
        for sequence in sequences:
            ids = torch.tensor([sequence])
            network(ids, torch.ones_like(ids))
    for hook in hooks:
        hook.remove()
    return found


def smoothed(state: dict[str, Floats], largest: dict[str, Floats], rectified: bool) -> dict[str, Floats]:
    """The tensors of a network that says the same, its matrices' inputs evened out."""
    made = dict(state)
    for name, inputs in largest.items():
        layer, matrix = name.rsplit(".", 1)
        if matrix == "qkv":
            continue
        factor = _factor(inputs)
        made[f"{name}.weight"] = state[f"{name}.weight"] * factor
        if matrix == "o":
            _divide(made, f"{layer}.qkv", np.concatenate([np.ones(2 * len(factor), dtype=np.float32), factor]))
        elif matrix == "f1":
            _divide(made, f"{layer}.ln1", factor)
            made[f"{layer}.ln1.factor"] = factor
        elif rectified:
            _divide(made, f"{layer}.f1", factor)
        else:
            made[f"{layer}.f2.share"] = np.asarray(1 / factor, dtype=np.float32)
    return made


def _factor(largest: Floats) -> Floats:
    """How many times a channel exceeds `LEVEL` usual ones; 1 for those that do not: the weights of an evened out channel grow, and with
    them the steps of all weights beside it."""
    return np.asarray(np.maximum(largest / (LEVEL * np.median(largest) + 1e-6), 1), dtype=np.float32)


def _divide(made: dict[str, Floats], name: str, factor: Floats) -> None:
    weight = made[f"{name}.weight"]
    made[f"{name}.weight"] = np.asarray(weight / (factor if weight.ndim == 1 else factor[:, None]), dtype=np.float32)
    made[f"{name}.bias"] = np.asarray(made[f"{name}.bias"] / factor, dtype=np.float32)
