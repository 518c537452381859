"""Puts the real rooms together: where the pipeline learns which tagger, languages and rules there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from elshi import __version__
from elshi.errors import DocumentError, UnsupportedLanguage
from elshi.language.base import Anchor
from elshi.pipeline.local import LocalRunner, Resources
from elshi.pipeline.steps import steps_version
from elshi.records import Document, Layout
from elshi.settings import Settings
from elshi.store import Provenance

__all__ = ["find_anchor", "open_runner", "provenance_of", "read_paths", "tell_language"]


def open_runner(settings: Settings) -> LocalRunner:
    """A runner with the tagger of the settings; raises ModelError if there is none."""
    from elshi.engagements.assemble import read_engagements
    from elshi.language.rooms import language_room
    from elshi.tagging import load_tagger

    return LocalRunner(
        Resources(
            detect=tell_language,
            room=language_room,
            lay_out=_lay_out,
            find_anchor=find_anchor,
            tagger=load_tagger(settings.models),
            assemble=read_engagements,
        )
    )


def read_paths(paths: Sequence[str], settings: Settings) -> Iterator[Document | DocumentError]:
    """The documents of files, folders and standard input (`-`), in order; what cannot be read comes as its failure."""
    from elshi.sources import files

    return files.read_paths(paths, settings.largest_document)


def tell_language(document: Document) -> str:
    """The language of the text (ru, kk or en); what its source says counts only where the text does not tell.

    Raises UnsupportedLanguage for all others.
    """
    from elshi.language.detection import UNDETERMINED, detect_language
    from elshi.language.rooms import SUPPORTED

    found = detect_language(document.text)
    code = document.language if found == UNDETERMINED and document.language else found
    if code in SUPPORTED:
        return code
    told = "no language that Elshi knows; it reads" if code == UNDETERMINED else f"another language ({code}); Elshi reads"
    raise UnsupportedLanguage(document.name, f"{told} Russian, Kazakh and English")


def find_anchor(document: Document, layout: Layout) -> Anchor:
    """The days against which relative dates are read. A header's day counts as the publication's where the source gives none."""
    from elshi.sources.layout import fill_published, find_dateline_day

    dated, _ = fill_published(document, layout)
    return Anchor(find_dateline_day(dated, layout), dated.published)


def _lay_out(document: Document, language: str) -> Layout:
    """The layout. The day of a header stands for the dateline's where that has none."""
    from elshi.sources.layout import find_header_day, read_layout

    layout = read_layout(document, language)
    header = find_header_day(document, layout) if layout.dateline_date is None else None
    return replace(layout, dateline_date=header[1]) if header else layout


def provenance_of(runner: LocalRunner) -> Provenance:
    """What made the runner's results."""
    return Provenance(elshi=__version__, steps=steps_version(), tagger=runner.tagger)
