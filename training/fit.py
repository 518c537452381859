"""Fine-tuning: seeded, logged, resumable from the last checkpoint."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from elshi.tagging.pieces import PieceReader
from training.corpus import Corpus, Sentence, sequences
from training.network import Network
from training.targets import HEADS, head_width

__all__ = ["Batch", "Plan", "Scores", "batches", "distance", "fit", "log_tables", "loss"]

NOTHING = -30.0
Scores = list[dict[str, Tensor]]


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train. The learning rate falls to nothing after `epochs`, or after `minutes` if those are given."""

    epochs: int = 6
    minutes: float | None = None
    rate: float = 1.5e-4
    head_rate: float = 1e-3
    tokens: int = 2048
    warmup: float = 0.05
    seed: int = 7
    gaps: float = 0.04
    taught: float = 0.7
    warmth: float = 2.0
    half: bool = False
    save_every: float = 240.0


@dataclass(frozen=True, slots=True)
class Batch:
    """Ids and mask int64 [batch, length]; `first` are flat indexes of the words' first pieces; `rows` int64 [words] by head."""

    ids: Tensor
    mask: Tensor
    first: Tensor
    rows: dict[str, Tensor]
    numbers: tuple[int, ...] = ()


def batches(corpus: Corpus, reader: PieceReader, plan: Plan, epoch: int) -> list[Batch]:
    """One epoch's batches of about `plan.tokens` pieces, like lengths together, in random order; the same for the same seed."""
    random = Random(f"{plan.seed}-{epoch}")
    ordered = sorted(sequences(corpus, random), key=lambda s: sum(x.size for x in s))
    found: list[Batch] = []
    held: list[list[Sentence]] = []
    for sequence in ordered:
        size = sum(s.size for s in sequence) + 2
        if held and size * (len(held) + 1) > plan.tokens:
            found.append(_batch(held, reader))
            held = []
        held.append(sequence)
    if held:
        found.append(_batch(held, reader))
    random.shuffle(found)
    return found


def loss(scores: dict[str, Tensor], batch: Batch, tables: dict[str, Tensor]) -> Tensor:
    """The mean over words and the sum over heads of -log of the weighted sum of tag probabilities."""
    total = torch.zeros(())
    for head, given in scores.items():
        logits = given.reshape(-1, given.shape[-1])[batch.first].float()
        allowed = torch.logsumexp(logits + tables[head][batch.rows[head]], -1)
        total = total + (torch.logsumexp(logits, -1) - allowed).mean()
    return total


def distance(scores: dict[str, Tensor], batch: Batch, teacher: Scores, warmth: float) -> Tensor:
    """The mean over words and the sum over heads of the divergence from the teacher's distributions, both made softer by `warmth`."""
    total = torch.zeros(())
    for head, given in scores.items():
        logits = given.reshape(-1, given.shape[-1])[batch.first].float()
        wanted = (torch.cat([teacher[n][head] for n in batch.numbers]).float() / warmth).log_softmax(-1)
        total = total + functional.kl_div((logits / warmth).log_softmax(-1), wanted, reduction="batchmean", log_target=True)
    return total * warmth**2


def log_tables(corpus: Corpus) -> dict[str, Tensor]:
    """Per head the logarithms of the weights of its rows, [rows, tags]."""
    made = {head: torch.tensor(corpus.tables[head]).view(-1, head_width(head)) for head in HEADS}
    return {head: table.clamp_min(1e-30).log().clamp_min(NOTHING) for head, table in made.items()}


def fit(network: Network, corpus: Corpus, reader: PieceReader, plan: Plan, folder: Path, teacher: Scores | None = None) -> Network:
    """Train in place; checkpoints and `train.log` go to `folder`, and a checkpoint found there is gone on from. With a teacher's scores,
    `plan.taught` of the loss is the distance from them."""
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(plan.seed)
    run = _Run(network, plan, folder)
    tables = log_tables(corpus)
    network.train()
    for batch in run.remaining(corpus, reader):
        ids = _with_gaps(batch.ids, reader, plan.gaps)
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=plan.half):
            scores = network(ids, batch.mask)
        found = loss(scores, batch, tables)
        if teacher is not None:
            found = (1 - plan.taught) * found + plan.taught * distance(scores, batch, teacher, plan.warmth)
        run.step(found, int(batch.mask.sum()))
    run.save()
    return network


def _with_gaps(ids: Tensor, reader: PieceReader, share: float) -> Tensor:
    """Some pieces made unknown, so that the words around a name count too."""
    hidden = (torch.rand(ids.shape) < share) & (ids != reader.padding) & (ids != reader.begin) & (ids != reader.end)
    return ids.masked_fill(hidden, reader.unknown)


class _Run:
    """What is needed to go on: optimiser, step, time spent."""

    def __init__(self, network: Network, plan: Plan, folder: Path) -> None:
        self.network, self.plan, self.folder = network, plan, folder
        heads = [p for n, p in network.named_parameters() if n.startswith("heads.")]
        body = [p for n, p in network.named_parameters() if not n.startswith("heads.") and p.requires_grad]
        groups: list[dict[str, Any]] = [{"params": body, "rate": plan.rate}, {"params": heads, "rate": plan.head_rate}]
        self.optimiser = torch.optim.AdamW(groups, lr=plan.rate, weight_decay=0.01, fused=True)
        self.done, self.tokens, self.spent, self.total = 0, 0, 0.0, 0
        self.average = 0.0
        if (folder / "checkpoint.pt").is_file():
            self._resume()
        self.began = self.saved = self.told = time.monotonic()

    def remaining(self, corpus: Corpus, reader: PieceReader) -> Iterator[Batch]:
        at = 0
        for epoch in range(10_000 if self.plan.minutes else self.plan.epochs):
            made = batches(corpus, reader, self.plan, epoch)
            self.total = len(made) * self.plan.epochs
            for batch in made:
                at += 1
                if at <= self.done:
                    continue
                if self.progress() >= 1:
                    return
                yield batch
            self._tell(f"epoch {epoch + 1} done")

    def progress(self) -> float:
        if self.plan.minutes:
            return (self.spent + time.monotonic() - self.began) / 60 / self.plan.minutes
        return self.done / max(self.total, 1)

    def step(self, found: Tensor, tokens: int) -> None:
        part = self.progress()
        factor = min(1.0, part / self.plan.warmup + 0.01) * max(0.0, 1 - part)
        for group in self.optimiser.param_groups:
            group["lr"] = group["rate"] * factor
        self.optimiser.zero_grad(set_to_none=True)
        found.backward()
        nn.utils.clip_grad_norm_([p for p in self.network.parameters() if p.requires_grad], 1.0)
        self.optimiser.step()
        self.done += 1
        self.tokens += tokens
        value = float(found.detach())
        self.average = value if self.done == 1 or math.isnan(self.average) else 0.98 * self.average + 0.02 * value
        self._report()

    def save(self) -> None:
        spent = self.spent + time.monotonic() - self.began
        state = {"network": self.network.state_dict(), "optimiser": self.optimiser.state_dict(), "done": self.done}
        target = self.folder / "checkpoint.pt"
        state |= {"tokens": self.tokens, "spent": spent, "average": self.average, "rectified": self.network.shape.rectified}
        torch.save(state, target.with_suffix(".new"))
        target.with_suffix(".new").replace(target)
        self.saved = time.monotonic()
        self._tell("saved")

    def _report(self) -> None:
        now = time.monotonic()
        if now - self.told > 20:
            self._tell("training")
            self.told = now
        if now - self.saved > self.plan.save_every:
            self.save()

    def _resume(self) -> None:
        state = torch.load(self.folder / "checkpoint.pt", weights_only=True)
        self.network.load_state_dict(state["network"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.done, self.tokens, self.spent, self.average = state["done"], state["tokens"], state["spent"], state["average"]

    def _tell(self, what: str) -> None:
        spent = self.spent + time.monotonic() - self.began
        line = (
            f"{spent:7.0f} s  step {self.done}  {self.progress():6.1%}  {self.tokens / 1e6:.3f} M pieces  loss {self.average:.4f}  {what}"
        )
        with (self.folder / "train.log").open("a", encoding="utf-8") as log:
            log.write(line + "\n")
        print(line, flush=True)


def _batch(held: Sequence[Sequence[Sentence]], reader: PieceReader) -> Batch:
    length = max(sum(s.size for s in sequence) for sequence in held) + 2
    ids = torch.full((len(held), length), reader.padding)
    mask = torch.zeros((len(held), length), dtype=torch.int64)
    first: list[int] = []
    rows: dict[str, list[int]] = {head: [] for head in HEADS}
    for number, sequence in enumerate(held):
        flat = [reader.begin]
        for sentence in sequence:
            for word in sentence.words:
                first.append(number * length + len(flat))
                flat.extend(word)
            for head in HEADS:
                rows[head].extend(sentence.rows[head])
        flat.append(reader.end)
        ids[number, : len(flat)] = torch.tensor(flat)
        mask[number, : len(flat)] = 1
    numbers = tuple(s.number for sequence in held for s in sequence)
    return Batch(ids, mask, torch.tensor(first), {head: torch.tensor(found) for head, found in rows.items()}, numbers)
