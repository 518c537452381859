"""A model pack: a folder with `model.onnx`, `tokenizer.json` and `pack.json`, which says what they are and is checked on loading."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from elshi.errors import ModelError
from elshi.records import Label

__all__ = ["FORMAT", "Head", "Pack", "checksum", "read_pack"]

FORMAT = 1
MODEL = "model.onnx"
TOKENIZER = "tokenizer.json"
CARD = "pack.json"


@dataclass(frozen=True, slots=True)
class Head:
    """One output of the model and the labels that it tells apart, in the order of its columns."""

    output: str
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """A checked pack; `longest` is the most pieces that one sequence may have."""

    folder: Path
    name: str
    version: str
    longest: int
    heads: tuple[Head, ...]

    @property
    def model(self) -> Path:
        """The network."""
        return self.folder / MODEL

    @property
    def tokenizer(self) -> Path:
        """The vocabulary."""
        return self.folder / TOKENIZER


def checksum(path: Path) -> str:
    """The sha256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def read_pack(folder: Path) -> Pack:
    """The pack in a folder; raises ModelError if a part is missing, altered or of another format."""
    try:
        card = json.loads((folder / CARD).read_text(encoding="utf-8"))
        pack = _from_card(folder, card)
        for name in (MODEL, TOKENIZER):
            if checksum(folder / name) != card["files"][name]:
                raise ModelError(f"{folder / name} is not the file that {CARD} describes: get the pack again")
    except OSError as error:
        raise ModelError(f"{folder} is no model pack: {error.strerror} ({error.filename})") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(f"{folder / CARD} cannot be read: {error!r}") from error
    return pack


def _from_card(folder: Path, card: dict[str, Any]) -> Pack:
    if card["format"] != FORMAT:
        raise ModelError(f"{folder} has format {card['format']}, this version reads format {FORMAT}")
    heads = tuple(Head(str(h["output"]), tuple(Label(name) for name in h["labels"])) for h in card["heads"])
    return Pack(folder, str(card["name"]), str(card["version"]), int(card["longest"]), heads)
