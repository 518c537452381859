"""Strict span F1 on the test sets: `python -m training.evaluate PACK --shared ../shared [--only NAME …]`; in place of
a pack's folder the name of a peer, see `training.peers`.

A span counts when its first and last character and its label are right. Where a source does not tell labels apart they count as one
(`PLACE`); where it leaves spans unlabelled for us, what is found across them does not count either way.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from elshi.records import Label, Mention, Span
from elshi.tagging import Tagger, load_tagger
from training.examples import Annotated, Example, sentences
from training.passages import read_passages
from training.peers import PEERS, open_peer
from training.prepare import held_out
from training.sources import ANYWHERE, factrueval, kaznerd, nerel, re3d

__all__ = ["Figures", "compare", "evaluate", "suites"]

Classes = Mapping[Label, str]
EVERY: Classes = {label: label.value for label in Label}
THREE: Classes = {Label.PERSON: "PERSON", Label.ORG: "ORG", **dict.fromkeys(ANYWHERE - {Label.FACILITY}, "PLACE")}
MERGED: Classes = {**EVERY, **dict.fromkeys((Label.COUNTRY, Label.CITY, Label.REGION), "GPE")}
Spans = set[tuple[int, int, str]]


@dataclass(frozen=True, slots=True)
class Suite:
    """A test set: its examples, what our labels are called in it, and whether only maximal spans of a kind, or of all, count."""

    examples: Callable[[], Iterable[Example]]
    classes: Classes
    flat: str = "kind"  # kind, all, or posts: maximal spans within a class, of all classes together, of posts alone


class Figures:
    """Counts of right, found and wanted spans by class."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.wanted: Counter[str] = Counter()

    def add(self, wanted: Spans, found: Spans) -> None:
        """One text's spans."""
        for spans, counter in ((wanted & found, self.right), (found, self.found), (wanted, self.wanted)):
            counter.update(kind for _, _, kind in spans)
            counter["all"] += len(spans)

    def score(self, kind: str) -> float:
        """F1 in percent; 0 where nothing is wanted nor found."""
        return 200 * self.right[kind] / max(self.found[kind] + self.wanted[kind], 1)

    def line(self) -> str:
        """All classes in one line, with how many are wanted."""
        return "  ".join(f"{k} {self.score(k):.1f} ({self.wanted[k]})" for k in sorted(self.wanted))


def suites(shared: Path) -> dict[str, Suite]:
    """All test sets by name; `own-ru` and so on are the project's own passages."""
    folder = shared / "data"
    found = {
        "nerel": Suite(lambda: nerel(folder / "nerel/NEREL-v1.1/test"), EVERY, "posts"),
        "kaznerd": Suite(lambda: kaznerd(folder / "kaznerd/IOB2_test.txt"), MERGED, "all"),
        "factrueval": Suite(lambda: factrueval(folder / "factrueval/testset"), THREE),
        "wikigold": Suite(lambda: held_out(shared), {**THREE, Label.FACILITY: "PLACE"}, "all"),
        "re3d": Suite(
            lambda: re3d(folder / "english/re3d/CONLL-format/data/test/re3d-test.conll", test=True), {**THREE, Label.DATE: "DATE"}, "all"
        ),
    }
    for code in ("ru", "kk", "en"):
        found[f"own-{code}"] = Suite(partial(_own, code), EVERY, "posts")
    return found


def evaluate(tagger: Tagger, suite: Suite) -> Figures:
    """The figures of a tagger on a test set."""
    figures = Figures()
    examples = list(suite.examples())
    texts = ((e.text, sentences(e.text)) for e in examples)
    for example, mentions in zip(examples, tagger.tag(texts), strict=True):
        figures.add(*compare(example, mentions, suite))
    return figures


def compare(example: Example, mentions: Iterable[Mention], suite: Suite) -> tuple[Spans, Spans]:
    """Wanted and found spans of one text, in the suite's classes."""
    kinds = [(a.span, {suite.classes[label] for label in a.labels & set(suite.classes)}) for a in example.spans]
    known = [(span, min(kind)) for span, kind in kinds if kind]
    opaque = [a.span for a in example.spans if not a.labels]
    found = [(m.span, suite.classes[m.label]) for m in mentions if m.label in suite.classes]
    if example.source.startswith("factrueval"):
        found = [(s, k) for s, k in found if k != "PLACE" or example.text[s.start].isupper()]
    return _as_set(_maximal(known, suite.flat), []), _as_set(_maximal(found, suite.flat), opaque)


def _maximal(spans: list[tuple[Span, str]], flat: str) -> Iterator[tuple[Span, str]]:
    for span, kind in spans:
        rivals = (s for s, k in spans if (k == kind or flat == "all") and s != span and (flat != "posts" or kind == "POSITION"))
        if not any(s.contains(span) for s in rivals):
            yield span, kind


def _as_set(spans: Iterable[tuple[Span, str]], opaque: list[Span]) -> Spans:
    return {(s.start, s.end, kind) for s, kind in spans if not any(s.overlaps(o) for o in opaque)}


def _own(code: str) -> Iterator[Example]:
    for passage in read_passages(code):
        exact = tuple(Annotated(Span(s, e), frozenset({Label(label)})) for s, e, label in passage.spans)
        yield Example(passage.text, code, exact, source="own")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pack", type=Path)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--only", nargs="+", default=None)
    given = parser.parse_args()
    tagger = open_peer(str(given.pack)) if str(given.pack) in PEERS else load_tagger(given.pack)
    for name, suite in suites(given.shared).items():
        if given.only is None or name in given.only:
            print(f"{name}: {evaluate(tagger, suite).line()}", flush=True)


if __name__ == "__main__":
    main()
