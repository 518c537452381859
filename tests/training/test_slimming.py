from random import Random

import pytest

pytest.importorskip("torch")

import numpy as np
import torch

from training.fit import Batch
from training.network import Network, Shape
from training.slimming import slimmed
from training.smoothing import largest_inputs, smoothed
from training.targets import HEADS, head_width

WHOLE = Shape(3, 4, 64)


@pytest.fixture(scope="module")
def network():
    torch.manual_seed(3)
    made = Network(40, WHOLE)
    with torch.no_grad():
        for layer in made.layers:
            layer.f1.weight[5] *= 40
            layer.ln1.weight[7] = 30.0
    made.eval()
    return made


def batch(seed=1, rows=2, length=24):
    random = Random(seed)
    ids = torch.tensor([[random.randrange(4, 40) for _ in range(length)] for _ in range(rows)])
    first = torch.arange(rows * length)
    wanted = {head: torch.tensor([random.randrange(2) for _ in first]) for head in HEADS}
    return Batch(ids, torch.ones_like(ids), first, wanted)


def tables():
    return {head: torch.eye(head_width(head))[:2].clamp_min(1e-9).log() for head in HEADS}


def answers(network, seen):
    with torch.inference_mode():
        return network(seen.ids, seen.mask)["outer"].numpy()


def test_the_whole_shape_and_all_layers_change_nothing(network):
    same = slimmed(network, WHOLE, [0, 1, 2], [batch()], tables())
    same.eval()
    assert answers(same, batch(2)) == pytest.approx(answers(network, batch(2)), abs=1e-3)


def test_what_is_kept_is_what_the_answers_hang_on(network):
    slim = Network(40, WHOLE)
    slim.load_state_dict(network.state_dict())
    with torch.no_grad():
        for layer in slim.layers:
            layer.f2.weight[:, 32:] = 0
            layer.o.weight[:, 64:] = 0
    made = slimmed(slim, Shape(3, 2, 32), [0, 1, 2], [batch(n) for n in range(4)], tables())
    slim.eval(), made.eval()
    assert made.shape == Shape(3, 2, 32)
    assert answers(made, batch(9)) == pytest.approx(answers(slim, batch(9)), abs=1e-2)


def test_layers_are_chosen_and_neurons_rectified(network):
    made = slimmed(network, Shape(1, 3, 16, rectified=True), [0, 2], [batch()], tables())
    assert made.shape == Shape(2, 3, 16, rectified=True)
    assert torch.equal(made.layers[1].ln2.weight, network.layers[2].ln2.weight)


@pytest.mark.parametrize("rectified", [True, False])
def test_evening_out_keeps_what_a_layer_says_and_shrinks_its_largest_inputs(rectified):
    torch.manual_seed(4)
    made = Network(40, Shape(1, 4, 64, rectified))
    with torch.no_grad():
        made.layers[0].f1.weight[5] *= 40
        made.layers[0].ln1.weight[7] = 30.0
    made.eval()
    state = {key: value.numpy() for key, value in made.state_dict().items()}
    largest = largest_inputs(made, [batch().ids[0].tolist()])
    even = smoothed(state, largest, rectified)
    hidden = torch.randn(6, 384)
    spread = torch.from_numpy(state["layers.0.ln1.weight"] / even["layers.0.ln1.weight"])
    assert spread.max() > 5
    before = hidden @ made.layers[0].f1.weight.T
    after = (hidden / spread) @ torch.from_numpy(even["layers.0.f1.weight"]).T
    if rectified:
        after = after * torch.from_numpy(state["layers.0.f1.bias"] / even["layers.0.f1.bias"])
    assert after.detach().numpy() == pytest.approx(before.detach().numpy(), abs=1e-2)
    assert np.array_equal(even["layers.0.qkv.weight"][:256], state["layers.0.qkv.weight"][:256])
    assert ("layers.0.f2.share" in even) is not rectified
