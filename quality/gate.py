"""Refuses figures below the floors: `python -m quality.gate`.

Reads the documents of `../shared/gold/dev` (or of the folder in ELSHI_GOLD), compares what Elshi extracts with their gold, and ends
with 1 if a figure of `floors.toml` is not reached. Without gold documents it says so and ends with 0.
"""

from __future__ import annotations

import os
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

from elshi.errors import DocumentError
from elshi.pipeline import evaluate, f1_figures, open_runner, read_gold, read_paths
from elshi.records.serialise import encode_plain
from elshi.settings import Settings

__all__ = ["Figures", "compare_lines", "find_shortfalls", "main", "measure", "read_floors"]

Figures = Mapping[str, Mapping[str, float]]
FLOORS = Path(__file__).parent / "floors.toml"
GOLD = Path(__file__).parents[2] / "shared" / "gold" / "dev"


def read_floors(path: Path = FLOORS) -> Figures:
    """The least F1, per cent, by language and field."""
    floors: Figures = tomllib.loads(path.read_text(encoding="utf-8"))
    return floors


def measure(folder: Path, settings: Settings) -> Figures:
    """F1 by language and field on the gold documents of a folder; a document that fails counts as one that says nothing."""
    gold = read_gold(folder)
    items = open_runner(settings).run(read_paths([str(path) for path in sorted(folder.glob("*.json"))], settings))
    found = {i.document.id: [encode_plain(e) for e in i.engagements] for i in items if not isinstance(i, DocumentError)}
    return f1_figures(evaluate(gold, found))


def find_shortfalls(figures: Figures, floors: Figures) -> list[str]:
    """What is below its floor, or has a floor and was not measured."""
    found = []
    for language, fields in floors.items():
        for field, floor in fields.items():
            figure = figures.get(language, {}).get(field)
            if figure is None:
                found.append(f"{language} {field}: floor {floor:.1f}, not measured")
            elif figure < floor:
                found.append(f"{language} {field}: {figure:.1f}, below the floor {floor:.1f}")
    return found


def compare_lines(figures: Figures, floors: Figures) -> list[str]:
    """Each figure with its floor in brackets."""
    lines = []
    for field in figures.get("all", {}):
        cells = [
            f"{group} {values[field]:5.1f} ({_floor(floors, group, field):>4})" for group, values in figures.items() if field in values
        ]
        lines.append(f"{field:<12}" + "   ".join(cells))
    return lines


def main() -> int:
    """Run the gate; returns the exit code."""
    folder = Path(os.environ.get("ELSHI_GOLD") or GOLD)
    if not folder.is_dir():
        print(f"gate skipped: no gold documents at {folder} (set ELSHI_GOLD to a folder of them)")
        return 0
    figures, floors = measure(folder, Settings.from_environment()), read_floors()
    print("F1, % (floor)", *compare_lines(figures, floors), sep="\n")
    shortfalls = find_shortfalls(figures, floors)
    print(*(f"TOO LOW: {shortfall}" for shortfall in shortfalls), sep="\n", end="\n" if shortfalls else "")
    print("gate: failed" if shortfalls else "gate: passed")
    return 1 if shortfalls else 0


def _floor(floors: Figures, group: str, field: str) -> str:
    floor = floors.get(group, {}).get(field)
    return "–" if floor is None else f"{floor:.0f}"


if __name__ == "__main__":
    sys.exit(main())
