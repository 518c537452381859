"""Names compared: Elshi beside other libraries on the same pairs in the same run.

    python -m benchmarks.name_pairs

`names.txt` tells which spellings are one person's. Peers (rigour, nomenklatura) take part where they are installed; each is judged at
the threshold that suits it best on these very pairs, Elshi at its own.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from time import perf_counter

from elshi.resolution.names import SAME_NAME, compare_names

__all__ = ["Pair", "f1_at", "read_pairs"]

Pair = tuple[str, str, bool]
Compare = Callable[[str, str], float]
STEPS = 100


def read_pairs(path: Path) -> list[Pair]:
    """All pairs of the file: two names and whether they are one person's."""
    text = path.read_text(encoding="utf-8")
    blocks = [[line.split(" | ") for line in block.splitlines() if not line.startswith("#")] for block in text.split("\n\n")]
    return [pair for block in blocks for pair in _pairs(block)]


def _pairs(block: Sequence[Sequence[str]]) -> Iterator[Pair]:
    for names in block:
        yield from ((one, other, True) for one, other in combinations(names, 2) if one != other)
    for ours, theirs in combinations(block, 2):
        yield from ((one, other, False) for one in ours for other in theirs)


def f1_at(pairs: Sequence[Pair], scores: Sequence[float], threshold: float) -> tuple[float, float, float]:
    """Precision, recall and F1 in per cent where scores from the threshold up mean "same"."""
    said = [score >= threshold for score in scores]
    right = sum(s and same for s, (_, _, same) in zip(said, pairs, strict=True))
    precision, recall = 100 * right / max(1, sum(said)), 100 * right / max(1, sum(same for _, _, same in pairs))
    return precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0


def _peers() -> Iterator[tuple[str, Compare]]:
    """What else can compare two names, as far as it is installed."""
    for name, module, attribute in (
        ("rigour", "benchmarks.name_peers", "rigour_likeness"),
        ("nomenklatura", "benchmarks.name_peers", "nomenklatura_likeness"),
    ):
        try:
            yield name, getattr(importlib.import_module(module), attribute)()
        except ImportError:
            print(f"{name:<14} not installed")


def main() -> None:
    """Print the figures of all."""
    pairs = read_pairs(Path(__file__).with_name("names.txt"))
    print(f"{len(pairs)} pairs, {sum(same for _, _, same in pairs)} of them the same")
    _report("elshi", lambda one, other: compare_names(one, other).score, pairs, [SAME_NAME])
    for name, compare in _peers():
        _report(name, compare, pairs, [step / STEPS for step in range(1, STEPS)])


def _report(name: str, compare: Compare, pairs: Sequence[Pair], thresholds: Sequence[float]) -> None:
    start = perf_counter()
    scores = [compare(one, other) for one, other, _ in pairs]
    spent = 1e6 * (perf_counter() - start) / len(pairs)
    best = max(thresholds, key=lambda threshold: f1_at(pairs, scores, threshold)[2])
    precision, recall, f1 = f1_at(pairs, scores, best)
    print(f"{name:<14} F1 {f1:5.1f}  P {precision:5.1f}  R {recall:5.1f}  at {best:.2f}  {spent:7.0f} µs a pair")


if __name__ == "__main__":
    main()
