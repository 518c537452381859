"""`/review` and what people change: records accepted or dismissed, values corrected, reports joined and parted, all of it undoable."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Form
from starlette.responses import Response

from elshi.errors import UnknownRecord, UsageError
from elshi.failures import translate_failure
from elshi.records import CorrectedField, Verdict
from elshi.register.correcting import correct, find_correction, take_back_correction
from elshi.register.judging import judge, take_back_one
from elshi.register.records import resolve_id
from elshi.search.keeping import keep_index
from elshi.search.query_language import QueryFault
from elshi.search.reviewing import ACCEPTED, DISMISSED, LEVELS
from elshi.store.audit import Act
from elshi.web.pages.cards import Card, list_cards, read_known
from elshi.web.pages.desk import Desk, OnDesk, expect_own
from elshi.web.pages.records import Identifier
from elshi.web.pages.rendering import link, render
from elshi.web.pages.searching import Asked, find
from elshi.web.pages.signing_in import go_to
from elshi.web.pages.sources import SourceReport, read_source_reports
from elshi.web.problems import Problem

__all__ = ["router"]

router = APIRouter(include_in_schema=False)
PAGE = 12
DOUBTFUL = 0.75  # confidence below which a value is named as a reason
Word = Annotated[str, Form(max_length=500)]
Token = Annotated[str, Form(max_length=100)]


@dataclass(frozen=True, slots=True)
class Item:
    """A record that somebody should look at, with the fields that are doubtful and the sentences that report it."""

    card: Card
    doubtful: tuple[str, ...]
    sources: tuple[SourceReport, ...]


@router.get("/review")
def show_queue(desk: OnDesk) -> Any:
    """What is most doubtful and weighs most comes first."""
    wanted = desk.request.query_params.get("level", "")
    totals = {level: _count(desk, level) for level in (*LEVELS, ACCEPTED)}
    level = wanted if wanted in totals else next((level for level in LEVELS if totals[level]), LEVELS[0])
    found = find(desk, _asked(level), PAGE)
    cards = [] if isinstance(found, QueryFault) else list_cards(desk, found.hits)
    items = [_item(desk, card) for card in cards]
    return render(desk, "review.html", items=items, totals=totals, level=level, room="review")


def _asked(level: str) -> Asked:
    return Asked(filters=(("review", level),))


def _count(desk: Desk, level: str) -> int:
    found = find(desk, _asked(level), 0)
    return 0 if isinstance(found, QueryFault) else found.total


def _item(desk: Desk, card: Card) -> Item:
    sources = tuple(read_source_reports(desk.store, read_known(desk, card.id).record.reports).values())
    fields = [field for source in sources for field in source.doubtful(DOUBTFUL)]
    return Item(card, tuple(dict.fromkeys(fields)), sources)


@router.post("/records/{identifier}/review")
def review(desk: OnDesk, identifier: Identifier, verdict: Word, token: Token = "", back: Word = "") -> Any:
    """Say that a record is right, or that it is no engagement."""
    expect_own(desk, token)
    if verdict not in (ACCEPTED, DISMISSED):
        raise Problem(422)
    record = resolve_id(desk.store, identifier)
    correct(desk.store, record, CorrectedField.REVIEW, verdict, desk.who)
    desk.note(Act.CORRECTED, f"{record}: {verdict}")
    keep_index(desk.store, take_in=False)
    return go_to(back or link("records", identifier))


@router.post("/records/{identifier}/correct")
def change(
    desk: OnDesk,
    identifier: Identifier,
    field: Word,
    value: Annotated[list[str] | None, Form(max_length=60)] = None,
    participant: Annotated[int | None, Form(ge=0, le=1000)] = None,
    why: Word = "",
    token: Token = "",
    back: Word = "",
) -> Any:
    """Say that a value of a record is another one. A field of a participant may be named with the place: `capacity:1`."""
    expect_own(desk, token)
    record = resolve_id(desk.store, identifier)
    field, _, place = field.partition(":")
    participant = int(place) if place.isdecimal() and len(place) < len("1000") else participant
    try:
        given = " ".join(value or [])[:500].replace("\0", " ")
        correct(desk.store, record, CorrectedField(field), given, desk.who, why, participant)
    except (UsageError, ValueError) as error:
        return _tell(desk, error)
    desk.note(Act.CORRECTED, f"{record}: {field}")
    keep_index(desk.store, take_in=False)
    return go_to(back or link("records", record))


@router.post("/records/{identifier}/join")
def join(desk: OnDesk, identifier: Identifier, other: Word, why: Word = "", token: Token = "") -> Any:
    """Say that another record is the same engagement. The other one is given by its id or its address."""
    return _judge(desk, identifier, other, Verdict.SAME, why, token)


@router.post("/records/{identifier}/part")
def part(desk: OnDesk, identifier: Identifier, other: Word, why: Word = "", token: Token = "") -> Any:
    """Say that a report belongs to another engagement."""
    return _judge(desk, identifier, other, Verdict.DIFFERENT, why, token)


def _judge(desk: Desk, identifier: str, other: str, verdict: Verdict, why: str, token: str) -> Response:
    expect_own(desk, token)
    one = resolve_id(desk.store, identifier)
    second = other.strip().rstrip("/").rpartition("/")[2].partition("?")[0]
    if verdict is Verdict.DIFFERENT:
        members = read_known(desk, one).record.reports
        one = next((key for key in members if key != second), one)
    try:
        judge(desk.store, one, second, verdict, desk.who, why, take_in=False)
    except (UsageError, UnknownRecord) as error:
        return _tell(desk, error)
    desk.note(Act.JUDGED, f"{one} {verdict.value} {second}")
    keep_index(desk.store, take_in=False)
    return go_to(link("records", resolve_id(desk.store, identifier)))


@router.post("/corrections/{identifier}/undo")
def undo_correction(desk: OnDesk, identifier: Identifier, token: Token = "", back: Word = "") -> Any:
    """Take a correction back."""
    expect_own(desk, token)
    try:
        take_back_correction(desk.store, find_correction(desk.store, identifier), desk.who)
    except UsageError as error:
        return _tell(desk, error)
    desk.note(Act.UNDONE, identifier)
    keep_index(desk.store, take_in=False)
    return go_to(back, link("review"))


@router.post("/judgements/{identifier}/undo")
def undo_judgement(desk: OnDesk, identifier: Identifier, token: Token = "", back: Word = "") -> Any:
    """Take a judgement back."""
    expect_own(desk, token)
    given = next((judgement for judgement in desk.store.judgements() if judgement.id == identifier), None)
    if given is None:
        raise UnknownRecord(f"no judgement {identifier}")
    try:
        take_back_one(desk.store, given, desk.who)
    except UsageError as error:
        return _tell(desk, error)
    desk.note(Act.UNDONE, identifier)
    keep_index(desk.store, take_in=False)
    return go_to(back, link("review"))


def _tell(desk: Desk, error: Exception) -> Response:
    """What cannot be done, as a page."""
    detail = translate_failure(str(error), desk.words.say)
    return render(desk, "problem.html", 422, code=422, title=desk.words.say("This cannot be changed so"), detail=detail, room="")
