"""Train the tagger: `python -m training.run --shared ../shared --out FOLDER`. Stages that are done are not repeated."""

from __future__ import annotations

import argparse
import os
import shutil
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from elshi.tagging.pieces import PieceReader
    from training.corpus import Corpus
    from training.examples import Example
    from training.fit import Plan
    from training.network import Network

# Read by the allocator and the thread pool when they start: without them training on a CPU is several times slower.
QUICK = {
    "OMP_WAIT_POLICY": "PASSIVE",
    "MALLOC_MMAP_MAX_": "0",
    "MALLOC_TRIM_THRESHOLD_": "8000000000",
    "MALLOC_TOP_PAD_": "268435456",
}

SHOWN = 16  # batches from which the student is cut out

__all__ = ["main"]


def arguments() -> argparse.Namespace:
    """What the user asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True, help="the folder with data/")
    parser.add_argument("--out", type=Path, required=True, help="where checkpoints, logs and the pack go")
    parser.add_argument("--own", type=Path, default=None, help="JSON lines of `python -m training.generate`")
    parser.add_argument("--texts", type=Path, nargs="+", default=[], help="folders of documents that only the teacher tells about")
    parser.add_argument("--layers", type=int, nargs="+", default=list(range(12)), help="which pretrained layers to keep")
    parser.add_argument("--pieces", type=int, default=64_000)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--minutes", type=float, default=None, help="stop after so many minutes instead of after the epochs")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--teacher", type=Path, default=None, help="the folder of a trained network whose layers to begin with")
    parser.add_argument("--answers", type=Path, default=None, help="the pack to learn from; needs --teacher")
    parser.add_argument("--parts", type=int, default=12, help="how many attention heads of the teacher's to keep in each layer")
    parser.add_argument("--inner", type=int, default=1536, help="how many neurons of the teacher's to keep in each layer")
    parser.add_argument("--rectified", action="store_true", help="ReLU in place of the teacher's GELU")
    return parser.parse_args()


def main() -> None:
    """Prepare, train, export."""
    if any(os.environ.get(name) != value for name, value in QUICK.items()):
        import sys

        os.execve(sys.executable, [sys.executable, "-m", "training.run", *sys.argv[1:]], {**os.environ, **QUICK})
    given = arguments()
    import torch

    from elshi.tagging.pieces import PieceReader
    from training.corpus import read_corpus
    from training.fit import Plan, fit
    from training.network import from_pretrained
    from training.prepare import plain_texts, training_examples, vocabulary
    from training.weights import read_encoder, wheel_file

    torch.set_num_threads(given.threads)
    encoder = read_encoder(wheel_file())
    examples = training_examples(given.shared, given.own) + plain_texts(given.texts)
    if given.teacher is not None:
        _same_vocabulary(given.teacher, given.out)
    kept = vocabulary(encoder, examples, given.pieces, given.out)
    reader = PieceReader((given.out / "tokenizer.json").read_text(encoding="utf-8"))
    corpus = read_corpus(examples, reader)
    _count(corpus, examples, given.out)
    plan = Plan(epochs=given.epochs, minutes=given.minutes, seed=given.seed, rate=given.rate)
    if given.teacher is None:
        fit(from_pretrained(encoder, kept, given.layers), corpus, reader, plan, given.out)
        return
    from training.teacher import ask

    answers = ask(given.answers, corpus, reader, given.out / "answers.npz")
    fit(_student(given, corpus, reader, plan), corpus, reader, plan, given.out, answers)


def _student(given: argparse.Namespace, corpus: Corpus, reader: PieceReader, plan: Plan) -> Network:
    """The teacher's layers, made as narrow as was asked for."""
    from training.fit import batches, log_tables
    from training.network import Shape, trained
    from training.slimming import slimmed

    shape = Shape(len(given.layers), given.parts, given.inner, given.rectified)
    shown = batches(corpus, reader, plan, epoch=-1)[:SHOWN]
    return slimmed(trained(given.teacher / "checkpoint.pt"), shape, given.layers, shown, log_tables(corpus))


def _same_vocabulary(teacher: Path, folder: Path) -> None:
    """A student reads the same pieces as its teacher."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("kept.json", "tokenizer.json"):
        shutil.copyfile(teacher / name, folder / name)


def _count(corpus: Corpus, examples: list[Example], folder: Path) -> None:
    """Say what is trained on."""
    texts = Counter(e.source.split("/")[0] for e in examples)
    pieces = sum(s.size for d in corpus.documents for s in d)
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "train.log").open("a", encoding="utf-8") as log:
        log.write(f"{dict(texts)}: {pieces} pieces\n")
    print(dict(texts), pieces, "pieces", flush=True)


if __name__ == "__main__":
    main()
