"""`/records/…`: one engagement with everything that its reports say, each value with its sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Path
from starlette.responses import RedirectResponse

from elshi.language.gazetteers import countries
from elshi.language.phrases import word_list
from elshi.records import Correction, EngagementType, Judgement, Record, Status, Subject
from elshi.register.records import resolve_id
from elshi.resolution.correcting import read_review
from elshi.resolution.reversals import list_effective
from elshi.web.pages.cards import make_card, read_known
from elshi.web.pages.desk import Desk, OnDesk
from elshi.web.pages.details import describe
from elshi.web.pages.passages import Piece
from elshi.web.pages.rendering import link, render
from elshi.web.pages.sources import SourceReport, name_document, read_source_reports

__all__ = ["Identifier", "router"]

router = APIRouter(include_in_schema=False)
Identifier = Annotated[str, Path(pattern=r"^[0-9a-f]{1,40}$")]


@dataclass(frozen=True, slots=True)
class Told:
    """One document's account of the record. `copy_of` is the source whose text it repeats, if any."""

    report: SourceReport
    passages: tuple[tuple[Piece, ...], ...]
    copy_of: str | None
    read_at: str


@dataclass(frozen=True, slots=True)
class Change:
    """Something that happened to the record: when (ISO 8601), who did it, what (a message), and the words that go with it."""

    when: str
    who: str
    what: str
    words: str
    undo: str | None = None


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen for the fields that have a vocabulary, as (value, words)."""

    types: list[tuple[str, str]]
    statuses: list[tuple[str, str]]
    countries: list[tuple[str, str]]
    topics: list[tuple[str, str]]
    chosen: frozenset[str]


@router.get("/records/{identifier}")
def read_record(desk: OnDesk, identifier: Identifier) -> Any:
    """The record of this id, or of any id that leads to it."""
    with desk.store.moment():
        record = resolve_id(desk.store, identifier)
        if record != identifier:
            return RedirectResponse(link("records", record), 307)
        known = read_known(desk, record)
        sources = read_source_reports(desk.store, known.record.reports)
        values: dict[str, Any] = {
            "card": make_card(known, desk.words),
            "detail": describe(known, sources, desk.words),
            "tellings": list(_list_told(desk, known.record.voices, sources)),
            "changes": sorted(_list_changes(desk, known.record.reports), key=lambda change: change.when, reverse=True),
        }
    values |= {"reviewed": read_review(known.record), "choices": _list_choices(desk, known.record)}
    return render(desk, "record.html", **values, record=known.record, room="search")


def _list_choices(desk: Desk, record: Record) -> Choices:
    say, name = desk.words.say, desk.words.country
    return Choices(
        types=[(kind.value, say(kind.value)) for kind in EngagementType],
        statuses=[(status.value, say(status.value)) for status in Status],
        countries=sorted(((code, name(code)) for code in countries()), key=lambda choice: choice[1]),
        topics=sorted(((topic, say(topic)) for topic in word_list("en", "topics")["topics"]), key=lambda choice: choice[1]),
        chosen=frozenset(told.value for told in record.topics),
    )


def _list_told(desk: Desk, voices: tuple[tuple[str, ...], ...], sources: dict[str, SourceReport]) -> Iterator[Told]:
    for voice in voices:
        first = sources[voice[0]]
        for key in voice:
            source, report = sources[key], desk.store.reports_under(key)[0]
            copied = first.source if key != voice[0] and source.key != first.key else None
            yield Told(source, source.passages(), copied, report.read_at.date().isoformat())


def _list_changes(desk: Desk, reports: tuple[str, ...]) -> Iterator[Change]:
    """What people did to it, and when its documents were read."""
    for key in reports:
        report = desk.store.reports_under(key)[0]
        document = desk.store.document(report.document)
        yield Change(report.read_at.isoformat(), "Elshi", "read", name_document(document))
    corrections = desk.store.corrections_on(reports)
    counting = {correction.id for correction in list_effective(corrections)}
    for correction in corrections:
        yield _told_correction(correction, link("corrections", correction.id, "undo") if correction.id in counting else None)
    judgements = desk.store.judgements()
    standing = {judgement.id for judgement in list_effective(judgements)}
    for judgement in judgements:
        if judgement.subject is Subject.ENGAGEMENT and not {judgement.one, judgement.other}.isdisjoint(reports):
            yield _told_judgement(judgement, link("judgements", judgement.id, "undo") if judgement.id in standing else None)


def _told_correction(given: Correction, undo: str | None) -> Change:
    what = "correction taken back" if given.takes_back else "corrected"
    about = f"{given.about}: " if given.about else ""
    return Change(given.when.isoformat(), given.who, what, f"{given.field.value} – {about}{given.value}{_because(given.why)}", undo)


def _told_judgement(given: Judgement, undo: str | None) -> Change:
    what = "judgement taken back" if given.takes_back else f"judged {given.verdict.value}"
    return Change(given.when.isoformat(), given.who, what, _because(given.why).removeprefix(" – "), undo)


def _because(why: str) -> str:
    return f" – {why}" if why else ""
