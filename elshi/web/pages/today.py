"""`/`: what is new, what is coming, and what needs a look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Annotated, Any

from fastapi import APIRouter, Form
from starlette.responses import RedirectResponse

from elshi.language.gazetteers import countries
from elshi.search.entries import days_of
from elshi.search.finding import Found, Hit, Order
from elshi.search.query_language import QueryFault
from elshi.web.pages.cards import Card, list_cards, read_known
from elshi.web.pages.desk import MOST_PINNED, PINNED, YEAR, Desk, OnDesk
from elshi.web.pages.rendering import link, render
from elshi.web.pages.searching import Asked, find

__all__ = ["router"]

router = APIRouter(include_in_schema=False)
NEW, COMING, PINNED_NEW = 24, 40, 5
WEEKS = (1, 4, 52)  # how far ahead is looked, until there is something
DUE, MONTHS = 20, 13  # outcomes to come, and how far ahead they are looked for


@dataclass(frozen=True, slots=True)
class Day:
    """A day (ISO 8601, or None for undated) with its records."""

    day: str | None
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Due:
    """An outcome with a day to come."""

    day: str
    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Pinned:
    """A country of the desk's own with what is newest of it."""

    code: str
    name: str
    total: int
    cards: tuple[Card, ...]


@router.get("/")
def today(desk: OnDesk) -> Any:
    """The first page."""
    now = date.today()
    newest = _hits(desk, Asked(filters=(("until", now.isoformat()),)), NEW)
    if not newest:
        newest = _hits(desk, Asked(), NEW)
    values: dict[str, Any] = {
        "now": now,
        "days": list(_by_day(list_cards(desk, newest))),
        "coming": list(_by_day(_coming(desk, now))),
        "due": _due(desk, now),
        "pinned": [_pin(desk, code) for code in desk.pinned],
        "choices": sorted(((code, desk.words.country(code)) for code in countries()), key=lambda choice: choice[1]),
        "room": "today",
    }
    return render(desk, "today.html", **values)


@router.post("/pinned")
def pin(desk: OnDesk, code: Annotated[str, Form(max_length=10)], off: Annotated[str, Form(max_length=1)] = "") -> Any:
    """Put a country on top, or take it off again."""
    kept = [known for known in desk.pinned if known != code]
    if not off and code in countries():
        kept = [code, *kept][:MOST_PINNED]
    answer = RedirectResponse(link(), 303)
    answer.set_cookie(PINNED, "-".join(kept), max_age=YEAR, path="/", httponly=True, samesite="strict")
    return answer


def _hits(desk: Desk, asked: Asked, limit: int) -> Sequence[Hit]:
    found = find(desk, asked, limit)
    return () if isinstance(found, QueryFault) else found.hits


def _coming(desk: Desk, now: date) -> list[Card]:
    """What is planned for the days to come, the next first: of the nearest weeks in which there is something."""
    cards: list[Card] = []
    for weeks in WEEKS:
        until = now + timedelta(weeks=weeks)
        filters = (("status", "planned"), ("since", now.isoformat()), ("until", until.isoformat()))
        cards = list_cards(desk, _hits(desk, Asked(filters=filters, order=Order.EARLIEST), COMING))
        if len(cards) >= 3:
            break
    return cards


def _due(desk: Desk, now: date) -> list[Due]:
    """Outcomes with days to come, of the nearest months that have some, the next first."""
    found: dict[Due, None] = {}
    for ahead in range(MONTHS):
        year, month = divmod(12 * now.year + now.month - 1 + ahead, 12)
        for hit in _hits(desk, Asked(filters=(("due", f"{year:04}-{month + 1:02}"),)), DUE):
            record = read_known(desk, hit.record).record
            dated = ((quote.due, quote.words) for quote in record.quotes if quote.due)
            found |= {Due(day, words, link("records", record.id)): None for day, words in dated if _is_to_come(day, now)}
        if len(found) >= DUE:
            break
    return sorted(found, key=lambda due: due.day)[:DUE]


def _is_to_come(day: str, now: date) -> bool:
    last = days_of(day)[1]
    return last is not None and last >= now


def _pin(desk: Desk, code: str) -> Pinned:
    found = find(desk, Asked(filters=(("country", code),)), PINNED_NEW)
    told = Found(0, (), {}) if isinstance(found, QueryFault) else found
    return Pinned(code, desk.words.country(code), told.total, tuple(list_cards(desk, told.hits)))


def _by_day(cards: Sequence[Card]) -> Iterator[Day]:
    for day, group in groupby(cards, key=lambda card: card.date):
        yield Day(day, tuple(group))
