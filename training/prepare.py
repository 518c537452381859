"""All training texts, the pruned vocabulary and the corpus, from the folder of public sets and the own-worded generator."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from elshi.records import Label
from elshi.tagging.pieces import PieceReader
from elshi.tagging.words import split_words
from training.examples import Example
from training.sources import generated, kaznerd, nerel, re3d, wikigold
from training.vocabulary import chosen, serialised
from training.weights import Encoder

__all__ = ["held_out", "plain_texts", "training_examples", "vocabulary"]

HELD_OUT = 200


def training_examples(shared: Path, own: Path | None) -> list[Example]:
    """Every example that may be trained on; `own` is the generator's JSON lines."""
    found = [e for part in ("train", "dev") for e in nerel(shared / f"data/nerel/NEREL-v1.1/{part}")]
    found += kaznerd(shared / "data/kaznerd/IOB2_valid.txt")
    found += list(wikigold(_wikigold(shared)))[:-HELD_OUT]
    found += re3d(shared / "data/english/re3d/CONLL-format/data/train/re3d-train.conll")
    if own is not None:
        with own.open(encoding="utf-8") as lines:
            found += generated(lines)
    return found


def plain_texts(folders: Iterable[Path]) -> list[Example]:
    """The texts of documents (JSON with `text` and `lang`) in folders, nothing of which is known: only a teacher tells what is in them."""
    files = [path for folder in folders for path in sorted(folder.glob("*.json"))]
    documents = [json.loads(path.read_text(encoding="utf-8")) for path in files]
    return [Example(d["text"], d["lang"], (), frozenset(Label), True, "texts") for d in documents]


def held_out(shared: Path) -> list[Example]:
    """The last sentences of Wikigold, never trained on."""
    return list(wikigold(_wikigold(shared)))[-HELD_OUT:]


def vocabulary(encoder: Encoder, examples: list[Example], size: int, folder: Path) -> list[int]:
    """The kept rows of the vocabulary; writes `tokenizer.json` and `kept.json` to `folder`, and reads them if they are there."""
    stored = folder / "kept.json"
    if stored.is_file():
        return [int(i) for i in json.loads(stored.read_text(encoding="utf-8"))]
    reader = PieceReader(serialised(encoder.pieces))
    kept = chosen(encoder.pieces, _used(examples, reader), size)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "tokenizer.json").write_text(serialised([encoder.pieces[i] for i in kept]), encoding="utf-8")
    stored.write_text(json.dumps(kept), encoding="utf-8")
    return kept


def _used(examples: list[Example], reader: PieceReader) -> Iterator[int]:
    for example in examples:
        before = -1
        for start, end in split_words(example.text, 0, len(example.text)):
            yield from reader.read(example.text[start:end], start != before)
            before = end


def _wikigold(shared: Path) -> Path:
    return shared / "data/english/wikigold/CONLL-format/data/wikigold.conll.txt"
