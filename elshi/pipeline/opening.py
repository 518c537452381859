"""Puts the real rooms together: where the pipeline learns which tagger, languages and rules there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from elshi import __version__
from elshi.errors import DocumentError, UnsupportedLanguage
from elshi.pipeline.local import LocalRunner, Resources
from elshi.pipeline.steps import steps_version
from elshi.records import Document
from elshi.settings import Settings
from elshi.store import Provenance

__all__ = ["open_runner", "provenance_of", "read_paths", "tell_language"]


def open_runner(settings: Settings) -> LocalRunner:
    """A runner with the tagger of the settings; raises ModelError if there is none."""
    from elshi.engagements.assemble import read_engagements
    from elshi.language.rooms import language_room
    from elshi.sources.layout import read_layout
    from elshi.tagging import load_tagger

    return LocalRunner(Resources(tell_language, language_room, read_layout, load_tagger(settings.models), read_engagements))


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
    told = "no language that Elshi knows" if code == UNDETERMINED else f"language {code}"
    raise UnsupportedLanguage(document.name, f"{told}; Elshi reads Russian, Kazakh and English")


def provenance_of(runner: LocalRunner) -> Provenance:
    """What made the runner's results."""
    return Provenance(elshi=__version__, steps=steps_version(), tagger=runner.tagger)
