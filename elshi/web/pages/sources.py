"""The reports of a record with their documents: which sentence says which value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from elshi.records import Document, Engagement, Evidence, Quote, Span
from elshi.records.claim import list_claims
from elshi.store import Store
from elshi.web.pages.passages import Marked, Piece, cut_pieces, surround
from elshi.web.pages.rendering import link

__all__ = ["Cite", "SourceReport", "name_document", "read_source_reports"]

LONGEST_NAME = 90  # characters


@dataclass(frozen=True, slots=True)
class Cite:
    """A sentence that says a value, with the words marked that do; `pieces` is empty where the value rests on what is known of the
    document besides its text, which `rule` then tells."""

    source: str
    href: str
    language: str
    pieces: tuple[Piece, ...]
    rule: str


def name_document(document: Document) -> str:
    """What to call the document: its title, or the beginning of its text."""
    if document.title:
        return document.title
    first = next((line.strip() for line in document.text.splitlines() if line.strip()), document.id)
    return first if len(first) <= LONGEST_NAME else f"{first[:LONGEST_NAME].rstrip()}…"


@dataclass(frozen=True)
class SourceReport:
    """One report: its engagement, its document with the key, and the language in which it was read."""

    engagement: Engagement
    document: Document
    key: str
    language: str

    @property
    def title(self) -> str:
        """What to call the document."""
        return name_document(self.document)

    @property
    def source(self) -> str:
        """Whose the document is, or its title where that is not told."""
        return self.document.source or self.title

    @property
    def href(self) -> str:
        """The document's page, at this engagement."""
        return f"{link('documents', self.key)}#e{self.engagement.id}"

    @cached_property
    def _claims(self) -> list[tuple[str, str, str | None, Evidence]]:
        return [(claim.field, claim.value, claim.about, claim.evidence) for claim in list_claims(self.engagement, self.document.text)]

    def cites(self, field: str, value: str, about: str | None = None) -> Iterator[Cite]:
        """The sentences of this report that say that a field has a value."""
        for name, told, whose, evidence in self._claims:
            if name == field and told == value and (about is None or whose == about):
                yield self.cite(field, evidence)

    def cite(self, field: str, evidence: Evidence) -> Cite:
        """The sentence in which this evidence stands."""
        if not evidence.spans:
            return Cite(self.source, self.href, self.language, (), evidence.rule)
        text = self.document.text
        region = surround(text, self.language, evidence.spans)
        marks = [Marked(span, field, number) for number, span in enumerate(evidence.spans)]
        return Cite(self.source, self.href, self.language, cut_pieces(text, region, marks), evidence.rule)

    def cite_words(self, field: str, quote: Quote) -> Cite | None:
        """The sentence of a statement or an outcome; None where the words are none of this report's."""
        for name, told, _, evidence in self._claims:
            if name == field and told == quote.words:
                return self.cite(field, evidence)
        return None

    def passages(self) -> tuple[tuple[Piece, ...], ...]:
        """The sentences that report the engagement, with all that they say marked."""
        text, regions = self.document.text, list[Span]()
        for span in self.engagement.evidence:
            region = surround(text, self.language, [span])
            if regions and region.start <= regions[-1].end + 1:
                region = Span(regions.pop().start, max(region.end, span.end))
            regions.append(region)
        return tuple(cut_pieces(text, region, self.marks()) for region in regions)

    def doubtful(self, least: float) -> list[str]:
        """The fields of which Elshi is less sure than this."""
        return [claim.field for claim in list_claims(self.engagement, self.document.text) if claim.confidence < least]

    def marks(self) -> list[Marked]:
        """Everything that says a value of this report."""
        spans = ((field, span) for field, _, _, evidence in self._claims for span in evidence.spans if field not in ("type", "status"))
        return [Marked(span, field, number) for number, (field, span) in enumerate(spans)]


def read_source_reports(store: Store, reports: Iterable[str]) -> dict[str, SourceReport]:
    """These reports by their ids."""
    found = {}
    for key in reports:
        report = store.reports_under(key)[0]
        found[key] = SourceReport(report.engagement, store.document(report.document), report.document, report.language)
    return found
