"""The annotated documents that quality is measured on, and what Elshi reads in them.

`dev` is the gold of `../shared/gold/dev` (or of the folder in ELSHI_GOLD), where it is there; `catalogue` are the project's own
documents in `tests/golden`: each shows a construct, in the project's own words. `fresh` and `later` are those that were added after the
floors of the ones before were set, most of them with something that Elshi misses: corpora of their own, so that a hard document never
lowers a floor.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from elshi.errors import DocumentError
from elshi.pipeline import evaluate, f1_figures, open_runner, read_gold, read_paths
from elshi.pipeline.comparison import liken_engagements, pair
from elshi.pipeline.evaluation import Tally
from elshi.records import Engagement
from elshi.records.serialise import encode_plain
from elshi.settings import Settings

__all__ = [
    "CATALOGUE",
    "LANGUAGES",
    "ROUNDS",
    "Corpus",
    "Figures",
    "dev_folder",
    "mark_right",
    "measure",
    "merge_folders",
    "open_corpora",
    "read_corpus",
]

Figures = Mapping[str, Mapping[str, float]]
ROOT = Path(__file__).parents[1]
ROUNDS = ("fresh", "later", "further")  # of documents added to the catalogue: new ones go to the last, until it has floors
CATALOGUE = ROOT / "tests" / "golden"
LANGUAGES = ("ru", "kk", "en")
# What a document of the catalogue vouches for unless it says otherwise.
VOUCHED = ("engagement", "type", "status", "participant", "name", "represents", "capacity", "country", "city", "date")


@dataclass(frozen=True, slots=True)
class Corpus:
    """Annotated documents, and by their ids the engagements that Elshi found. A document that failed found nothing."""

    gold: Sequence[dict[str, Any]]
    found: Mapping[str, Sequence[Engagement]]


def dev_folder() -> Path:
    """Where the dev gold lies; the folder need not be there."""
    return Path(os.environ.get("ELSHI_GOLD") or ROOT.parent / "shared" / "gold" / "dev")


def merge_folders() -> dict[str, Path]:
    """The sets of documents that say which engagements and people are the same, by name: `dev` where it is there, and the project's."""
    dev = dev_folder().parent / "merge-dev"
    own = {folder.name: folder for folder in sorted((CATALOGUE / "merge").glob("*")) if folder.is_dir()}
    return {**({"dev": dev} if dev.is_dir() else {}), **own}


def open_corpora() -> dict[str, list[Path]]:
    """The folders of each corpus that is there."""
    corpora = {"dev": [dev_folder()], "catalogue": [CATALOGUE / code for code in LANGUAGES]}
    corpora |= {round_name: [CATALOGUE / round_name / code for code in LANGUAGES] for round_name in ROUNDS}
    there = {name: [folder for folder in folders if any(folder.glob("*.json"))] for name, folders in corpora.items()}
    return {name: folders for name, folders in there.items() if folders}


def read_corpus(folders: Sequence[Path], settings: Settings) -> Corpus:
    """The gold documents of the folders with what Elshi reads in them; raises UsageError for a folder that holds none."""
    gold = [document for folder in folders for document in read_gold(folder)]
    paths = [str(path) for folder in folders for path in sorted(folder.glob("*.json"))]
    items = open_runner(settings).run(read_paths(paths, settings))
    return Corpus(gold, {i.document.id: i.engagements for i in items if not isinstance(i, DocumentError)})


def measure(corpus: Corpus) -> Figures:
    """F1, per cent, by language and field. A document that shows a construct (`construct`) counts in the fields that it vouches for."""
    found = {name: [encode_plain(e) for e in engagements] for name, engagements in corpus.found.items()}
    total: dict[str, Tally] = {}
    for document in corpus.gold:
        for group, tally in evaluate([document], found).items():
            total.setdefault(group, Tally()).merge(_vouched(document, tally))
    return f1_figures({group: total[group] for group in (*LANGUAGES, "all") if group in total})


def _vouched(document: Mapping[str, Any], tally: Tally) -> Tally:
    """The counts of the fields that a document vouches for; of all where it is no document of the catalogue."""
    if "construct" not in document:
        return tally
    fields = set(document.get("fields", VOUCHED))
    kept = Tally()
    for name, counts in tally.fields.items():
        if name in fields or (name == "complete" and fields >= set(VOUCHED) - {"capacity"}):
            kept.add(name, counts.right, counts.found, counts.gold)
    return kept


def mark_right(document: Mapping[str, Any], found: Sequence[Engagement]) -> list[bool]:
    """Whether each engagement found in an annotated document is complete."""
    plain = [encode_plain(e) for e in found]
    right = [False] * len(plain)
    for gold, record in pair(document["engagements"], plain, liken_engagements(document["text"]), 0.3):
        alone = evaluate([{**document, "engagements": [gold]}], {document["id"]: [record]})
        index = next(i for i, p in enumerate(plain) if p is record)
        right[index] = alone["all"].fields["complete"].right == 1
    return right
