"""THE table of steps: what each needs, what it gives, and its version. Runners follow it; a step's version is part of provenance."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from elshi.errors import DocumentError
from elshi.language.base import Anchor, Sentence
from elshi.records import Document, Engagement, Layout, Mention

__all__ = ["STEPS", "Dossier", "Item", "Stage", "Step", "steps_until", "steps_version"]


@dataclass(frozen=True, slots=True)
class Dossier:
    """What is known of one document so far; each step returns a new one with its field added."""

    document: Document
    language: str = ""
    layout: Layout = field(default_factory=Layout)
    anchor: Anchor = field(default=Anchor(None, None))
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    engagements: tuple[Engagement, ...] = ()


Item = Dossier | DocumentError
Stage = Callable[[Iterable[Item]], Iterator[Item]]


@dataclass(frozen=True, slots=True)
class Step:
    """One step. `needs` and `gives` name fields of `Dossier`; raise `version` when a step's results change."""

    name: str
    needs: tuple[str, ...]
    gives: str
    version: int


STEPS = (
    Step("language", needs=("document",), gives="language", version=1),
    Step("layout", needs=("document", "language"), gives="layout", version=1),
    Step("anchor", needs=("document", "layout"), gives="anchor", version=1),
    Step("sentences", needs=("document", "language", "layout"), gives="sentences", version=1),
    Step("mentions", needs=("document", "sentences"), gives="mentions", version=1),
    Step("engagements", needs=("document", "language", "layout", "anchor", "sentences", "mentions"), gives="engagements", version=1),
)


def steps_until(last: str) -> tuple[Step, ...]:
    """The steps up to and with the one of this name; raises ValueError if there is none."""
    names = [step.name for step in STEPS]
    return STEPS[: names.index(last) + 1]


def steps_version() -> str:
    """All steps with their versions in one line, as provenance keeps it."""
    return " ".join(f"{step.name}={step.version}" for step in STEPS)
