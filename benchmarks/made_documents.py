"""Documents that say what made reports say, each with its report."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from benchmarks.made_reports import make_reports
from elshi.records import Basis, Document, Engagement, EventDate, Evidence, Participant, Place, Sourced, Span
from elshi.resolution.gists import Gist

__all__ = ["make_documents"]


def make_documents(count: int) -> Iterator[tuple[Document, str, Engagement]]:
    """So many documents, with their language and the engagement that each of them tells of; the same ones each time."""
    for gist in make_reports(count):
        yield _tell(gist)


def _tell(gist: Gist) -> tuple[Document, str, Engagement]:
    """A document that says what the gist says, its language, and its report."""
    people = ", ".join(f"{party.capacity or ''} {party.name}".strip() for party in gist.parties)
    text = f"{gist.city or ''} {people}. {' '.join(gist.topics)}. {gist.id}."
    everything = Evidence((Span(0, len(text)),), "made")
    day = date.fromordinal(gist.first).isoformat() if gist.first else None
    engagement = Engagement(
        document=gist.id,
        type=Sourced(gist.type, everything),
        status=Sourced(gist.status, everything),
        evidence=everything.spans,
        date=EventDate(day, gist.basis, everything) if day else EventDate(None, Basis.NONE, everything),
        place=Place(
            country=Sourced(gist.country, everything) if gist.country else None, city=Sourced(gist.city, everything) if gist.city else None
        ),
        participants=tuple(
            Participant(
                kind=party.kind,
                name=Sourced(party.name, everything),
                mention=Span(place, place + 1),
                capacity=Sourced(party.capacity, everything) if party.capacity else None,
                represents=tuple(Sourced(code, everything) for code in party.represents),
            )
            for place, party in enumerate(gist.parties)
        ),
        topics=tuple(Sourced(topic, everything) for topic in gist.topics),
    )
    published = date.fromordinal(gist.published) if gist.published else None
    return Document(id=gist.id, text=text, published=published), gist.language, engagement
