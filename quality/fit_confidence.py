"""Fits the weights of `elshi/engagements/confidence.py`: `python -m quality.fit_confidence [FOLDER…]`.

Reads annotated documents in the gold format (by default both corpora of `../shared/gold` and the catalogue, as far as its documents
vouch for all that is asked), marks each engagement that Elshi
extracts as right in all that a desk officer checks first or not, fits a logistic model with a ridge and writes
`elshi/reference/world/confidence.toml`. Prints how well the figures hold when each fifth of the documents is rated by a model
fitted on the others.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from elshi.engagements.confidence import FEATURES, describe
from elshi.settings import Settings
from quality.corpora import VOUCHED, Corpus, mark_right, read_corpus
from quality.reliability import rate_bands

__all__ = ["fit", "main"]

WEIGHTS = Path(__file__).parents[1] / "elshi" / "reference" / "world" / "confidence.toml"
GOLD = tuple(Path(__file__).parents[2] / "shared" / "gold" / name for name in ("dev", "merge-dev"))
CATALOGUE = tuple(Path(__file__).parents[1] / "tests" / "golden" / code for code in ("ru", "kk", "en"))
RIDGE = 3.0


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


def _rate(weights: np.ndarray, marks: np.ndarray) -> np.ndarray:
    rated: np.ndarray = 1 / (1 + np.exp(-(weights[0] + marks @ weights[1:])))
    return rated


def _read(corpora: Sequence[Corpus]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Marks and rightness of each engagement found, and the number of its document."""
    marks, right, owner = [], [], []
    vouched = [(c, d) for c in corpora for d in c.gold if set(VOUCHED) <= set(d.get("fields", VOUCHED))]
    for number, (corpus, document) in enumerate(vouched):
        found = corpus.found.get(document["id"], ())
        marks += [describe(e) for e in found]
        right += mark_right(document, found)
        owner += [number] * len(found)
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
    folders = [Path(a) for a in sys.argv[1:]] or [*GOLD, *CATALOGUE]
    if not all(folder.is_dir() for folder in folders):
        print(f"no annotated documents at {', '.join(map(str, folders))}")
        return 1
    marks, right, owner = _read([read_corpus([folder], Settings.from_environment()) for folder in folders])
    rated = list(zip(_cross(marks, right, owner).tolist(), right.astype(bool).tolist(), strict=True))
    print(f"{len(right)} engagements, {100 * right.mean():.1f} % right", *rate_bands(rated), sep="\n")
    _write(fit(marks, right))
    return 0


if __name__ == "__main__":
    sys.exit(main())
