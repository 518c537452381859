"""Fits the weights of `elshi/engagements/topic_choice.py`: `python -m quality.fit_topics [FOLDER…]`.

Reads the project's own annotated documents (by default those of the catalogue in which topics are annotated), takes each stretch of words
that may tell a topic of an engagement with the clues of where it stands, fits a logistic model with a ridge on whether the annotation has
that topic, and writes `elshi/reference/world/topic_weights.toml`. Prints the F1 of topics told by words when each fifth of the documents
is read by a model fitted on the others, for several thresholds, and beside it that of taking every word at its word. Gold that the
project is measured on is never read here.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from elshi.engagements.assemble import read_topic_clues
from elshi.engagements.topic_clues import CLUES
from elshi.errors import DocumentError
from elshi.language.rooms import language_room
from elshi.pipeline import open_runner, read_gold, read_paths
from elshi.pipeline.comparison import liken_engagements, pair
from elshi.records.serialise import encode_plain
from elshi.settings import Settings
from quality.corpora import CATALOGUE, LANGUAGES, ROUNDS

__all__ = ["Pile", "fit", "main", "score"]

WEIGHTS = Path(__file__).parents[1] / "elshi" / "reference" / "world" / "topic_weights.toml"
FOLDERS = tuple(CATALOGUE / part / code for part in (".", *ROUNDS) for code in LANGUAGES)
RIDGE, TOPIC_RIDGE = 2.0, 6.0
LEAST = 0.45
TRIED = (0.0, 0.3, 0.4, 0.45, 0.5)
ALIKE = 0.25  # how alike an annotated and a found engagement must be to be one


@dataclass(frozen=True, slots=True)
class Pile:
    """One engagement's words that may tell topics, by topic and clues, with the topics that it has and the number of its document."""

    document: int
    wanted: frozenset[str]
    told: tuple[tuple[str, frozenset[str]], ...]


def _vouches(document: dict[str, Any]) -> bool:
    """Whether topics are annotated in it: in a document without any, nobody has looked for them unless it says so."""
    return "topic" in document.get("fields", ()) or any(e["topics"] for e in document["engagements"])


def _read(folders: Iterable[Path], settings: Settings) -> Iterator[Pile]:
    gold = {d["id"]: d for folder in folders for d in read_gold(folder) if _vouches(d)}
    paths = [str(folder / f"{name}.json") for folder in folders for name in gold if (folder / f"{name}.json").is_file()]
    for number, item in enumerate(open_runner(settings).run(read_paths(paths, settings), "mentions")):
        if isinstance(item, DocumentError):
            raise item
        known = item.layout, language_room(item.language), item.sentences, item.mentions, item.anchor
        read = read_topic_clues(item.document, *known)
        yield from _piles(number, gold[item.document.id], [({**encode_plain(e), "told": told}) for e, told in read])


def _piles(number: int, document: dict[str, Any], found: list[dict[str, Any]]) -> Iterator[Pile]:
    pairs = pair(document["engagements"], found, liken_engagements(document["text"]), ALIKE)
    paired = [id(f) for _, f in pairs]
    yield from (Pile(number, frozenset(g["topics"]), tuple(f["told"])) for g, f in pairs)
    yield from (Pile(number, frozenset(), tuple(f["told"])) for f in found if id(f) not in paired)
    missed = [g for g in document["engagements"] if not any(g is known for known, _ in pairs)]
    yield from (Pile(number, frozenset(g["topics"]), ()) for g in missed)


def _inputs(piles: Sequence[Pile], topics: Sequence[str]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Marks [words, 1 + clues + topics], rightness, and weights that let topics told often count little more than those told once."""
    rows = [(pile, topic, clues) for pile in piles for topic, clues in pile.told]
    marks = np.array([[1.0, *(c in clues for c in CLUES), *(t == topic for t in topics)] for _, topic, clues in rows])
    right = np.array([topic in pile.wanted for pile, topic, _ in rows], dtype=float)
    often = Counter((id(pile), topic) for pile, topic, _ in rows)
    return marks, right, np.array([often[id(pile), topic] ** -0.5 for pile, topic, _ in rows])


def fit(marks: np.ndarray, right: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """The constant and the weights of clues and topics of a logistic model, by Newton's method with ridges."""
    ridge = np.diag([1e-6, *[RIDGE] * len(CLUES), *[TOPIC_RIDGE] * (marks.shape[1] - 1 - len(CLUES))])
    found = np.zeros(marks.shape[1])
    for _ in range(25):
        chance = 1 / (1 + np.exp(-marks @ found))
        slope = marks.T @ (weights * (right - chance)) - ridge @ found
        found += np.linalg.solve(marks.T @ (marks * (weights * chance * (1 - chance))[:, None]) + ridge, slope)
    return found


def score(piles: Sequence[Pile], chances: Sequence[float], least: float) -> float:
    """F1, per cent, of the topics of which some words are as sure as `least`; `chances` are those of all piles' words in order."""
    right = found = wanted = at = 0
    for pile in piles:
        best: dict[str, float] = defaultdict(float)
        for topic, _ in pile.told:
            best[topic] = max(best[topic], chances[at])
            at += 1
        chosen = {topic for topic, chance in best.items() if chance >= least}
        right, found, wanted = right + len(chosen & pile.wanted), found + len(chosen), wanted + len(pile.wanted)
    return 200 * right / max(1, found + wanted)


def _cross(piles: Sequence[Pile], topics: Sequence[str]) -> np.ndarray:
    marks, right, weights = _inputs(piles, topics)
    owner = np.array([pile.document for pile in piles for _ in pile.told])
    chances = np.zeros(len(right))
    for part in range(5):
        held = owner % 5 == part
        chances[held] = 1 / (1 + np.exp(-marks[held] @ fit(marks[~held], right[~held], weights[~held])))
    return chances


def _write(weights: np.ndarray, topics: Sequence[str]) -> None:
    clues, of_topics = weights[1 : 1 + len(CLUES)], weights[1 + len(CLUES) :]
    lines = ["# Made by `python -m quality.fit_topics`; see elshi/engagements/topic_choice.py.", ""]
    lines += [f"constant = {weights[0]:.3f}", f"least = {LEAST}", "", "[clues]"]
    lines += [f'"{name}" = {weight:.3f}' for name, weight in zip(CLUES, clues, strict=True)]
    lines += ["", "[topics]", *(f"{name} = {weight:.3f}" for name, weight in zip(topics, of_topics, strict=True))]
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> int:
    """Fit, print how well held-out documents are read, write the weights; returns the exit code."""
    folders = [Path(a) for a in sys.argv[1:]] or list(FOLDERS)
    piles = list(_read(folders, Settings.from_environment()))
    topics = sorted({topic for pile in piles for topic, _ in pile.told})
    chances = _cross(piles, topics).tolist()
    print(f"{len(piles)} engagements, {len(chances)} stretches of words; F1 on held-out documents:")
    print(*(f"least {least}: {score(piles, chances, least):.1f}" for least in TRIED), sep="\n")
    _write(fit(*_inputs(piles, topics)), topics)
    return 0


if __name__ == "__main__":
    sys.exit(main())
