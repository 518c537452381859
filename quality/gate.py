"""Refuses figures below the floors: `python -m quality.gate`.

Compares what Elshi extracts with the annotated documents of each corpus (`quality.corpora`) and ends with 1 if a figure of `floors.toml`
is not reached; the tagger alone has floors of its own (`quality.suites`). Says which corpora are not there; theirs are then not asked for.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from elshi.pipeline import open_runner
from elshi.settings import Settings
from elshi.tagging import Tagger, load_tagger
from quality.corpora import Corpus, Figures, dev_folder, measure, merge_folders, open_corpora, read_corpus
from quality.merging import measure_extracted, measure_gold
from quality.reliability import rate_bands, read_ratings, share_right
from quality.suites import OWN, data_folder, measure_suites, suite_lines
from quality.tagging import measure_recall

__all__ = [
    "check_corpus",
    "check_merge",
    "check_reliability",
    "check_spans",
    "check_tagger",
    "compare_lines",
    "find_shortfalls",
    "main",
    "read_floors",
]

FLOORS = Path(__file__).parent / "floors.toml"


def read_floors(path: Path = FLOORS) -> Mapping[str, Any]:
    """The least F1, per cent, by corpus, language and field; `reliability`: the least share right from a confidence on."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


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


def check_corpus(name: str, corpus: Corpus, floors: Figures) -> list[str]:
    """Print the figures of a corpus beside its floors; returns its shortfalls."""
    figures = measure(corpus)
    print(f"{name}: {len(corpus.gold)} documents; F1, % (floor)", *compare_lines(figures, floors), "", sep="\n")
    return [f"{name} {shortfall}" for shortfall in find_shortfalls(figures, floors)]


def check_reliability(corpora: Mapping[str, Corpus], floors: Mapping[str, float]) -> list[str]:
    """Print what confidence is worth; returns where it promises more than it keeps. Measured on dev gold where that is there."""
    name = "dev" if "dev" in corpora else next(iter(corpora))
    ratings = read_ratings([corpora[name]])
    print(f"{name}: confidence", *rate_bands(ratings), "", sep="\n")
    shares = {least: share_right(ratings, float(least)) for least in floors}
    low = {least: share for least, share in shares.items() if share is not None and share < floors[least]}
    return [f"{name}: of confidence {least} or more {low[least]:.1f} % right, below the floor {floors[least]:.1f}" for least in low]


def check_merge(folders: Mapping[str, Path], floors: Mapping[str, Figures], settings: Settings) -> list[str]:
    """Print how well each set is merged, from its gold engagements and from what Elshi extracts; returns what is below its floor."""
    shortfalls, runner = [], open_runner(settings)
    for name, folder in folders.items():
        figures = {"gold": measure_gold(folder), "extracted": measure_extracted(folder, runner, settings)}
        print(f"merge {name}: F1, % (floor)", *_merge_lines(figures, floors.get(name, {})), "", sep="\n")
        shortfalls += [f"merge {name} {shortfall}" for shortfall in find_shortfalls(figures, floors.get(name, {}))]
    return shortfalls


def _merge_lines(figures: Figures, floors: Figures) -> list[str]:
    return [
        f"{what:<16}" + "   ".join(f"{group} {figures[group][what]:5.1f} ({_floor(floors, group, what):>4})" for group in figures)
        for what in figures["gold"]
    ]


def check_spans(corpus: Corpus, paths: Sequence[Path], floors: Figures, settings: Settings) -> list[str]:
    """Print what share of the annotated names, posts, bodies and cities the tagger marks; returns its shortfalls."""
    files = [str(path) for folder in paths for path in sorted(folder.glob("*.json"))]
    figures = measure_recall(corpus.gold, files, open_runner(settings), settings)
    print("dev: spans that the tagger marks, % (floor)", *compare_lines(figures, floors), "", sep="\n")
    return [f"dev spans {shortfall}" for shortfall in find_shortfalls(figures, floors)]


def check_tagger(tagger: Tagger, data: Path, floors: Figures) -> list[str]:
    """Print the tagger's figures on the test sets that are there; returns its shortfalls. The project's own passages always are."""
    if not data.is_dir():
        print(f"public test sets of the tagger skipped: nothing at {data}")
        floors = {name: kinds for name, kinds in floors.items() if name in OWN}
    figures = measure_suites(tagger, floors, data)
    print("tagger: strict span F1, % (floor)", *suite_lines(figures, floors), "", sep="\n")
    return [f"tagger {shortfall}" for shortfall in find_shortfalls(figures, floors)]


def main() -> int:
    """Run the gate; returns the exit code."""
    settings, floors = Settings.from_environment(), read_floors()
    folders = open_corpora()
    if "dev" not in folders:
        print(f"dev gold skipped: no documents at {dev_folder()} (set ELSHI_GOLD to a folder of them)")
    corpora = {name: read_corpus(paths, settings) for name, paths in folders.items()}
    shortfalls = [s for name, corpus in corpora.items() for s in check_corpus(name, corpus, floors.get(name, {}))]
    shortfalls += check_reliability(corpora, floors.get("reliability", {})) if corpora else []
    if "dev" in folders:
        shortfalls += check_spans(corpora["dev"], folders["dev"], floors.get("spans", {}), settings)
    shortfalls += check_tagger(load_tagger(settings.models), data_folder(), floors.get("tagger", {}))
    shortfalls += check_merge(merge_folders(), floors.get("merge", {}), settings)
    print(*(f"TOO LOW: {shortfall}" for shortfall in shortfalls), sep="\n", end="\n" if shortfalls else "")
    print("gate: failed" if shortfalls else "gate: passed")
    return 1 if shortfalls else 0


def _floor(floors: Figures, group: str, field: str) -> str:
    floor = floors.get(group, {}).get(field)
    return "–" if floor is None else f"{floor:.0f}"


if __name__ == "__main__":
    sys.exit(main())
