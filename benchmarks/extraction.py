"""Speed and memory of the extraction: `python -m benchmarks.extraction [DOCUMENTS]`.

Makes texts of the genre's usual length from the example documents, runs them from bytes to engagements in this one process, and
prints documents per CPU second (all threads counted) and the peak of memory.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from elshi.errors import DocumentError
from elshi.pipeline import LocalRunner, open_runner, read_paths
from elshi.records import Document, content_id
from elshi.settings import Settings

__all__ = ["LENGTH", "main", "make_texts", "measure"]

LENGTH = 2437  # characters of the usual digest
EXAMPLES = Path(__file__).parents[1] / "examples"


def make_texts(number: int, settings: Settings) -> list[Document]:
    """So many different texts in the three languages in turn, each the example paragraphs of one language in another order."""
    by_language = list(_paragraphs(settings).values())
    return [_compose(by_language[n % len(by_language)], n) for n in range(number)]


def _paragraphs(settings: Settings) -> dict[str, list[str]]:
    from elshi.pipeline.opening import tell_language

    found: dict[str, list[str]] = {}
    for document in read_paths([str(EXAMPLES)], settings):
        if not isinstance(document, DocumentError):
            found.setdefault(tell_language(document), []).extend(p for p in document.text.split("\n") if len(p) > 80)
    return found


def _compose(paragraphs: list[str], number: int) -> Document:
    start = number % len(paragraphs)
    pieces = islice(cycle(paragraphs[start:] + paragraphs[:start]), 2 * LENGTH)
    text = _cut(pieces) + f"\n{number + 1}."
    return Document(content_id(text), text, name=f"text {number + 1}")


def _cut(pieces: Iterator[str]) -> str:
    text = next(pieces)
    while len(text) < LENGTH:
        text += "\n" + next(pieces)
    return text[: text.rindex(" ", 0, LENGTH)]


def measure(runner: LocalRunner, documents: list[Document]) -> tuple[float, int, int]:
    """CPU seconds, engagements found and failures."""
    begun = time.process_time()
    engagements = failures = 0
    for item in runner.run(documents):
        if isinstance(item, DocumentError):
            failures += 1
        else:
            engagements += len(item.engagements)
    return time.process_time() - begun, engagements, failures


def main() -> int:
    """Measure and print; returns the exit code."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    settings = Settings.from_environment()
    documents = make_texts(number, settings)
    begun = time.process_time()
    runner = open_runner(settings)
    measure(runner, documents[:3])
    loading = time.process_time() - begun
    seconds, engagements, failures = measure(runner, documents)
    letters = sum(len(d.text) for d in documents) / number
    print(f"{number} documents of {letters:.0f} characters, {engagements} engagements, {failures} failures")
    print(f"{number / seconds:.1f} documents per CPU second ({1000 * seconds / number:.0f} ms each), {loading:.1f} s to load")
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
