"""Make a model pack: `python -m training.pack MODEL.onnx TOKENIZER.json FOLDER [--name NAME] [--version VERSION]`."""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from elshi.records import Label
from elshi.tagging.bundle import CARD, FORMAT, MODEL, TOKENIZER, checksum

__all__ = ["make_pack"]

LONGEST = 128
EARLY = "PERSON POSITION ORG COUNTRY CITY REGION LOCATION DATE EVENT NORP LAW FACILITY"


def make_pack(model: Path, tokenizer: Path, folder: Path, name: str, version: str, heads: Mapping[str, Sequence[Label]]) -> Path:
    """Copy both files into `folder` with a card that describes them; `heads` maps an output to its labels. Gives the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(model, folder / MODEL)
    shutil.copyfile(tokenizer, folder / TOKENIZER)
    card = {
        "format": FORMAT,
        "name": name,
        "version": version,
        "longest": LONGEST,
        "heads": [{"output": output, "labels": [label.value for label in labels]} for output, labels in heads.items()],
        "files": {part: checksum(folder / part) for part in (MODEL, TOKENIZER)},
    }
    (folder / CARD).write_text(json.dumps(card, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return folder


def main() -> None:
    """The command; labels default to those of a two-headed model without INITIATIVE."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("tokenizer", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--name", default="tagger")
    parser.add_argument("--version", default="0.0")
    parser.add_argument("--labels", nargs="+", default=EARLY.split())
    parser.add_argument("--outputs", nargs="+", default=["outer", "inner"])
    given = parser.parse_args()
    labels = [Label(name) for name in given.labels]
    make_pack(given.model, given.tokenizer, given.folder, given.name, given.version, dict.fromkeys(given.outputs, labels))


if __name__ == "__main__":
    main()
