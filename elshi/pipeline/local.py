"""The runner for one machine: documents in, dossiers out, in order; a document that fails is carried on as its failure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Protocol

from elshi.errors import DocumentError, RunError
from elshi.language.base import Anchor, Language, Sentence
from elshi.language.splitting import split_sentences
from elshi.pipeline.cutting import cut_sentences
from elshi.pipeline.steps import Dossier, Item, Stage, steps_until
from elshi.records import Document, Engagement, Layout, Mention, Span

__all__ = ["LocalRunner", "Resources", "Tagger"]

CHUNK = 16
Assemble = Callable[[Document, Layout, Language, Sequence[Sentence], Sequence[Mention], Anchor], Sequence[Engagement]]


class Tagger(Protocol):
    """What a runner asks of a tagger."""

    @property
    def version(self) -> str:
        """Name and version of the model."""

    def tag(self, texts: Iterable[tuple[str, Sequence[Span]]]) -> Iterator[tuple[Mention, ...]]:
        """The mentions of each text with its sentences, in order."""


@dataclass(frozen=True, slots=True)
class Resources:
    """What the steps work with, handed in once."""

    detect: Callable[[Document], str]
    room: Callable[[str], Language]
    lay_out: Callable[[Document, str], Layout]
    find_anchor: Callable[[Document, Layout], Anchor]
    tagger: Tagger
    assemble: Assemble


class LocalRunner:
    """Runs the steps of the table over documents, a few at a time, so that memory does not grow with their number."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources
        self._stages: dict[str, Stage] = {
            "language": _each(self._tell_language),
            "layout": _each(self._lay_out),
            "anchor": _each(self._find_anchor),
            "sentences": _each(self._split),
            "mentions": self._tag,
            "engagements": _each(self._assemble),
        }

    @property
    def tagger(self) -> str:
        """The tagger's version."""
        return self._resources.tagger.version

    def run(self, documents: Iterable[Document | DocumentError], last: str = "engagements") -> Iterator[Item]:
        """A dossier or a failure for each document, in order, through the steps up to `last`. Raises RunError alone."""
        steps = steps_until(last)
        given = iter(documents)
        while chunk := list(islice(given, CHUNK)):
            items: Iterable[Item] = [d if isinstance(d, DocumentError) else Dossier(d) for d in chunk]
            for step in steps:
                items = self._stages[step.name](items)
            yield from items

    def _tell_language(self, dossier: Dossier) -> Dossier:
        return replace(dossier, language=self._resources.detect(dossier.document))

    def _lay_out(self, dossier: Dossier) -> Dossier:
        return replace(dossier, layout=self._resources.lay_out(dossier.document, dossier.language))

    def _find_anchor(self, dossier: Dossier) -> Dossier:
        return replace(dossier, anchor=self._resources.find_anchor(dossier.document, dossier.layout))

    def _split(self, dossier: Dossier) -> Dossier:
        room = self._resources.room(dossier.language)
        return replace(dossier, sentences=cut_sentences(split_sentences(dossier.document.text, dossier.layout, room)))

    def _assemble(self, dossier: Dossier) -> Dossier:
        room = self._resources.room(dossier.language)
        known = dossier.layout, room, dossier.sentences, dossier.mentions, dossier.anchor
        found = self._resources.assemble(dossier.document, *known)
        return replace(dossier, engagements=tuple(found))

    def _tag(self, batch: Iterable[Item]) -> Iterator[Item]:
        """All texts at once, which is faster; one by one if that fails, so that only the one at fault is set aside."""
        items = list(batch)
        sound = [item for item in items if isinstance(item, Dossier)]
        try:
            tagged = iter(self._tag_together(sound))
        except RunError:
            raise
        except Exception:
            tagged = (_attempt(self._tag_alone, dossier) for dossier in sound)
        for item in items:
            yield next(tagged) if isinstance(item, Dossier) else item

    def _tag_together(self, dossiers: Sequence[Dossier]) -> list[Item]:
        found = self._resources.tagger.tag(map(_for_tagger, dossiers))
        return [replace(d, mentions=mentions) for d, mentions in zip(dossiers, found, strict=True)]

    def _tag_alone(self, dossier: Dossier) -> Dossier:
        (found,) = self._resources.tagger.tag([_for_tagger(dossier)])
        return replace(dossier, mentions=found)


def _for_tagger(dossier: Dossier) -> tuple[str, Sequence[Span]]:
    return dossier.document.text, [sentence.span for sentence in dossier.sentences]


def _each(work: Callable[[Dossier], Dossier]) -> Stage:
    """A stage that works on one dossier after the other and passes failures on."""

    def stage(batch: Iterable[Item]) -> Iterator[Item]:
        for item in batch:
            yield item if isinstance(item, DocumentError) else _attempt(work, item)

    return stage


def _attempt(work: Callable[[Dossier], Dossier], dossier: Dossier) -> Item:
    """The result, or the failure. Whatever goes wrong in one document must not cost the others theirs."""
    try:
        return work(dossier)
    except RunError:
        raise
    except DocumentError as failure:
        return failure
    except Exception as error:
        return DocumentError(dossier.document.name, f"internal error: {type(error).__name__}: {error}")
