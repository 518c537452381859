"""`/search`: records that fit, as a list, on a map, on a time line or as a network."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter

from elshi.failures import translate_failure
from elshi.records import EntityKind
from elshi.search.finding import Order
from elshi.search.query_language import QueryFault
from elshi.web.pages.cards import list_cards
from elshi.web.pages.desk import Desk, OnDesk
from elshi.web.pages.exports import MOST, list_exports
from elshi.web.pages.rendering import render
from elshi.web.pages.searching import FACETS, VIEWS, ask, list_facets, name_value, read_asked
from elshi.web.pages.views import draw

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that is set, with the address without it."""

    name: str
    label: str
    href: str


@router.get("/search")
def search(desk: OnDesk) -> Any:
    """What fits the query box and the filters."""
    asked = read_asked(desk)
    found, following = ask(desk, asked, FACETS)
    chips = [Chip(name, name_value(desk, name, value, _person(desk, name, value)), asked.without(name)) for name, value in asked.filters]
    shared: dict[str, Any] = {
        "asked": asked,
        "chips": chips,
        "views": VIEWS,
        "orders": tuple(Order),
        "exports": list_exports(desk, asked),
        "room": "search",
    }
    if isinstance(found, QueryFault):
        shared |= {"why": _tell(desk, found), "view": None, "cards": [], "facets": [], "following": None}
        return render(desk, "search.html", 422, **shared, found=None, fault=found)
    view = draw(desk, asked)
    shared |= {"most": MOST, "cards": [] if view else list_cards(desk, found.hits), "facets": list_facets(desk, asked, found)}
    return render(desk, "search.html", **shared, found=found, fault=None, why="", view=view, following=following)


def _person(desk: Desk, name: str, value: str) -> str:
    """The name of a person whose id is a filter."""
    if name != "person":
        return ""
    known = desk.context.directory.find(desk.store, EntityKind.PERSON, value)
    return known.entity.name if known else ""


def _tell(desk: Desk, fault: QueryFault) -> str:
    """What is wrong with the query, in the reader's language."""
    return translate_failure(fault.message, desk.words.say)
