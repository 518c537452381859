"""The tagger's public test sets in the gate: strict span F1 as `training.evaluate` measures it.

Of the two large sets only every so many examples are read, always the same ones, so that the gate stays short; `python -m
training.evaluate` reads them whole, and a figure of the gate differs from the one there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import islice
from pathlib import Path

from elshi.tagging import Tagger
from quality.corpora import Figures
from training.evaluate import Suite, evaluate, suites
from training.examples import Example

__all__ = ["EVERY", "OWN", "data_folder", "measure_suites", "suite_lines", "thin_out"]

EVERY = {"kaznerd": 8, "factrueval": 2}  # of a set not named here, all examples
OWN = ("own-ru", "own-kk", "own-en")  # the project's own passages, which are always there
ROOT = Path(__file__).parents[1]


def data_folder(root: Path = ROOT) -> Path:
    """Where the public test sets lie; the folder need not be there."""
    return root.parent / "shared" / "data"


def measure_suites(tagger: Tagger, wanted: Mapping[str, Iterable[str]], data: Path) -> dict[str, dict[str, float]]:
    """F1 in percent by test set and class, for the sets and classes that `wanted` names.
    A class that a set has no span of is left out. Raises OSError where a set's files are missing."""
    found: dict[str, dict[str, float]] = {}
    for name, suite in suites(data.parent).items():
        if name in wanted:
            figures = evaluate(tagger, thin_out(suite, EVERY.get(name, 1)))
            found[name] = {kind: figures.score(kind) for kind in wanted[name] if figures.wanted[kind]}
    return found


def thin_out(suite: Suite, every: int) -> Suite:
    """The suite with the first of its examples and each `every`-th after it."""

    def examples() -> Iterable[Example]:
        return islice(suite.examples(), 0, None, every)

    return replace(suite, examples=examples)


def suite_lines(figures: Figures, floors: Figures) -> list[str]:
    """One line for each set: its figures, their floors in brackets."""
    return [
        f"{name:<12}" + "   ".join(f"{kind} {figure:.1f} ({floors[name][kind]:.0f})" for kind, figure in kinds.items())
        for name, kinds in figures.items()
    ]
