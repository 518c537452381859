"""A narrower copy of a network: the attention heads and neurons that its answers hang on most, and fewer layers.

What the kept ones cannot say, the matrix behind them learns to say as well as it can: it is fitted by least squares to what the whole
layer said of some texts. Training then goes on from a network that already answers, instead of one with holes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import torch
from torch import Tensor, nn

from training.fit import Batch, loss
from training.network import PART, Layer, Network, Shape, shortened

__all__ = ["slimmed"]

RIDGE = 0.01


@dataclass(frozen=True, slots=True)
class _Seen:
    """Of one layer, for the inputs of the matrices `o` and `f2`: how much the loss hangs on each, and their products with what stands
    in their place later ([inputs, inputs], the same but for another activation)."""

    weight: dict[str, Tensor]
    own: dict[str, Tensor]
    mixed: dict[str, Tensor]


def slimmed(network: Network, shape: Shape, chosen: list[int], batches: Sequence[Batch], tables: dict[str, Tensor]) -> Network:
    """A copy of the layers `chosen` in the given shape; what to keep is read off the batches, about ten thousand pieces of them or more."""
    whole = shortened(network, chosen)
    seen = _watched(whole, shape, batches, tables)
    made = Network(len(whole.word.weight), replace(shape, layers=len(chosen)))
    state = {key: value for key, value in whole.state_dict().items() if not key.startswith("layers.")}
    for number, (old, watched) in enumerate(zip(whole.layers, seen, strict=True)):
        state |= {f"layers.{number}.{key}": value for key, value in _narrowed(old, watched, shape).items()}
    made.load_state_dict(state)
    return made


def _watched(network: Network, shape: Shape, batches: Sequence[Batch], tables: dict[str, Tensor]) -> list[_Seen]:
    """Runs the batches forward and back; the network is left as it was."""
    held: list[dict[str, Tensor]] = [{} for _ in network.layers]
    hooks = [hook for layer, kept in zip(network.layers, held, strict=True) for hook in _hooks(layer, kept)]
    found = [_Seen({}, {}, {}) for _ in network.layers]
    network.eval()
    for batch in batches:
        loss(network(batch.ids, batch.mask), batch, tables).backward()
        for kept, seen in zip(held, found, strict=True):
            _add(kept, seen, batch.mask.reshape(-1).bool(), shape)
    for hook in hooks:
        hook.remove()
    network.zero_grad(set_to_none=True)
    return found


def _hooks(layer: Layer, kept: dict[str, Tensor]) -> list[torch.utils.hooks.RemovableHandle]:
    def keep(name: str, tensor: Tensor) -> None:
        tensor.retain_grad()
        kept[name] = tensor

    before = [getattr(layer, n).register_forward_pre_hook(lambda _, given, n=n: keep(n, given[0])) for n in ("o", "f2")]
    return [*before, layer.f1.register_forward_hook(lambda _, __, given: keep("f1", given))]


def _add(kept: dict[str, Tensor], seen: _Seen, real: Tensor, shape: Shape) -> None:
    for name in ("o", "f2"):
        values = kept[name].detach().reshape(-1, kept[name].shape[-1])[real]
        slopes = kept[name].grad.reshape(-1, values.shape[1])[real]
        later = values
        if name == "f2" and shape.rectified:
            later = kept["f1"].detach().reshape(-1, values.shape[1])[real].relu()
        effects = values * slopes
        if name == "o":
            effects = effects.view(len(effects), -1, PART).sum(-1)
        for sums, more in ((seen.weight, effects.abs().sum(0)), (seen.own, later.T @ later), (seen.mixed, later.T @ values)):
            sums[name] = sums[name] + more if name in sums else more


def _narrowed(layer: Layer, seen: _Seen, shape: Shape) -> dict[str, Tensor]:
    """The tensors of the layer with the weightiest heads and neurons only."""
    heads = seen.weight["o"].topk(shape.parts).indices.sort().values
    places = (heads[:, None] * PART + torch.arange(PART)).reshape(-1)
    neurons = seen.weight["f2"].topk(shape.inner).indices.sort().values
    size = layer.o.in_features
    state = dict(layer.state_dict())
    triple = torch.cat([places + size * view for view in range(3)])
    for kind in ("weight", "bias"):
        state[f"qkv.{kind}"] = state[f"qkv.{kind}"][triple]
        state[f"f1.{kind}"] = state[f"f1.{kind}"][neurons]
    state["o.weight"] = _fitted(layer.o, places, seen.own["o"], seen.mixed["o"])
    state["f2.weight"] = _fitted(layer.f2, neurons, seen.own["f2"], seen.mixed["f2"])
    return state


def _fitted(matrix: nn.Linear, kept: Tensor, own: Tensor, mixed: Tensor) -> Tensor:
    """The weights [outputs, kept] with which the kept inputs come nearest to what all inputs gave, near the old weights if in doubt."""
    part = own[kept][:, kept].double()
    doubt = RIDGE * part.diagonal().mean()
    part += doubt * torch.eye(len(kept), dtype=torch.float64)
    old = matrix.weight.detach().T.double()
    wanted = mixed[kept].double() @ old + doubt * old[kept]
    return torch.linalg.solve(part, wanted).T.float().contiguous()
