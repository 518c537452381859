"""Fits the weights of `elshi/engagements/confidence.py`: `python -m quality.fit_confidence [FOLDER…]`.

Reads annotated documents in the gold format (by default both corpora of `../shared/gold`), marks each engagement that Elshi
extracts as right in all that a desk officer checks first or not, fits a logistic model with a ridge and writes
`elshi/reference/world/confidence.toml`. Prints how well the figures hold when each fifth of the documents is rated by a model
fitted on the others.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from elshi.engagements.confidence import FEATURES, describe
from elshi.errors import DocumentError
from elshi.pipeline import evaluate, open_runner, read_gold, read_paths
from elshi.pipeline.comparison import liken_engagements, pair
from elshi.records import Engagement
from elshi.records.serialise import encode_plain
from elshi.settings import Settings

__all__ = ["fit", "main", "mark_right", "reliability"]

WEIGHTS = Path(__file__).parents[1] / "elshi" / "reference" / "world" / "confidence.toml"
GOLD = tuple(Path(__file__).parents[2] / "shared" / "gold" / name for name in ("dev", "merge-dev"))
RIDGE = 1.0
BANDS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 1.01)


def mark_right(document: dict[str, Any], found: Sequence[Engagement]) -> list[bool]:
    """Whether each engagement found in an annotated document is complete."""
    plain = [encode_plain(e) for e in found]
    right = [False] * len(plain)
    for gold, record in pair(document["engagements"], plain, liken_engagements(document["text"]), 0.3):
        alone = evaluate([{**document, "engagements": [gold]}], {document["id"]: [record]})
        index = next(i for i, p in enumerate(plain) if p is record)
        right[index] = alone["all"].fields["complete"].right == 1
    return right


def fit(marks: np.ndarray, right: np.ndarray) -> np.ndarray:
    """The constant and the weights of a logistic model, by Newton's method with a ridge on the weights."""
    inputs = np.hstack([np.ones((len(marks), 1)), marks])
    ridge = RIDGE * np.eye(inputs.shape[1])
    ridge[0, 0] = 1e-6
    weights = np.zeros(inputs.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-inputs @ weights))
        slope = inputs.T @ (right - chance) - ridge @ weights
        curve = inputs.T @ (inputs * (chance * (1 - chance))[:, None]) + ridge
        weights += np.linalg.solve(curve, slope)
    return weights


def reliability(chance: np.ndarray, right: np.ndarray) -> list[str]:
    """For each band of confidence, how many engagements it has and what share of them is right."""
    lines = []
    for low, high in pairwise(BANDS):
        inside = (chance >= low) & (chance < high)
        if inside.any():
            lines.append(f"{low:.1f}-{min(high, 1):.1f}  {int(inside.sum()):4d} engagements, {100 * right[inside].mean():5.1f} % right")
    return lines


def _rate(weights: np.ndarray, marks: np.ndarray) -> np.ndarray:
    rated: np.ndarray = 1 / (1 + np.exp(-(weights[0] + marks @ weights[1:])))
    return rated


def _read(folders: Sequence[Path]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Marks and rightness of each engagement found, and the number of its document."""
    settings = Settings.from_environment()
    runner = open_runner(settings)
    marks, right, owner = [], [], []
    for folder in folders:
        gold = {document["id"]: document for document in read_gold(folder)}
        for number, item in enumerate(runner.run(read_paths([str(p) for p in sorted(folder.glob("*.json"))], settings))):
            if isinstance(item, DocumentError):
                continue
            marks += [describe(e) for e in item.engagements]
            right += mark_right(gold[item.document.id], item.engagements)
            owner += [number] * len(item.engagements)
    return np.array(marks, dtype=float), np.array(right, dtype=float), np.array(owner)


def _cross(marks: np.ndarray, right: np.ndarray, owner: np.ndarray) -> np.ndarray:
    chance = np.zeros(len(right))
    for fold in range(5):
        held = owner % 5 == fold
        chance[held] = _rate(fit(marks[~held], right[~held]), marks[held])
    return chance


def _write(weights: np.ndarray) -> None:
    lines = [
        "# Made by `python -m quality.fit_confidence`; see elshi/engagements/confidence.py.",
        "",
        f"constant = {weights[0]:.3f}",
        "",
        "[weights]",
    ]
    lines += [f'"{name}" = {weight:.3f}' for name, weight in zip(FEATURES, weights[1:], strict=True)]
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> int:
    """Fit, print the reliability table, write the weights; returns the exit code."""
    folders = [Path(a) for a in sys.argv[1:]] or list(GOLD)
    if not all(folder.is_dir() for folder in folders):
        print(f"no annotated documents at {', '.join(map(str, folders))}")
        return 1
    marks, right, owner = _read(folders)
    print(f"{len(right)} engagements, {100 * right.mean():.1f} % right", *reliability(_cross(marks, right, owner), right), sep="\n")
    _write(fit(marks, right))
    return 0


if __name__ == "__main__":
    sys.exit(main())
