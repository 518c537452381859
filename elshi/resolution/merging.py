"""The record of a cluster of reports: what is shown of each field and why, who says what, and where they contradict each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from elshi.records import Engagement, Quote, Record
from elshi.resolution.clusters import cluster_id, components
from elshi.resolution.gists import Gist
from elshi.resolution.parts import make_parts
from elshi.resolution.sketches import overlap
from elshi.resolution.tellings import Tellings

__all__ = ["Source", "find_voices", "merge"]

COPY = 0.8  # share of words from which two texts are one voice


@dataclass(frozen=True, slots=True)
class Source:
    """One report with its gist and the text that its spans point into."""

    gist: Gist
    engagement: Engagement
    text: str


def merge(sources: Sequence[Source]) -> Record:
    """One record of reports that tell of one engagement; the same whatever their order. Raises ValueError for none."""
    if not sources:
        raise ValueError("a record needs a report")
    ordered = sorted(sources, key=lambda s: s.gist.id)
    gists = [s.gist for s in ordered]
    voices = find_voices(gists)
    number = {report: i for i, voice in enumerate(voices) for report in voice}
    tellings = Tellings(gists, number)
    status = tellings.status()
    return Record(
        id=cluster_id(number),
        reports=tuple(g.id for g in gists),
        voices=voices,
        type=tellings.type(),
        status=status,
        date=tellings.date({s.gist.id: s.engagement.date.value for s in ordered}, status.value),
        country=tellings.place(lambda gist: gist.country),
        city=tellings.place(lambda gist: gist.city),
        venue=tellings.venue({s.gist.id: s.engagement.place.venue.value for s in ordered if s.engagement.place.venue}),
        participants=make_parts(gists, number),
        topics=tellings.all_told(lambda gist: gist.topics),
        initiatives=tellings.all_told(lambda gist: gist.initiatives, worded=True),
        quotes=tuple(quote for source in ordered for quote in _quotes(source)),
    )


def find_voices(gists: Sequence[Gist]) -> tuple[tuple[str, ...], ...]:
    """The reports by independent text: copies of one text, and reports of one document, stand together."""
    copies: dict[str, list[str]] = {g.id: [] for g in gists}
    for one, other in combinations(gists, 2):
        if one.document == other.document or (one.language == other.language and overlap(one.text, other.text) >= COPY):
            copies[one.id].append(other.id)
            copies[other.id].append(one.id)
    return tuple(sorted(tuple(sorted(group)) for group in components(sorted(copies), copies.__getitem__)))


def _quotes(source: Source) -> Iterator[Quote]:
    report, engagement = source.gist.id, source.engagement
    for statement in engagement.statements:
        yield Quote(report, "statement", statement.speaker, statement.quote.of(source.text))
    for outcome in engagement.outcomes:
        due = outcome.date.value if outcome.date else None
        yield Quote(report, "outcome", outcome.kind.value, outcome.quote.of(source.text), due)
