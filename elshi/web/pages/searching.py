"""Searching as pages do: a query with filters from the address, a page of what was found, and links that change one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from elshi.search.facets import FacetCount
from elshi.search.finding import Found, Order, Search
from elshi.search.query_language import FILTERS, QueryFault
from elshi.web.api.paging import read_cursor, write_cursor
from elshi.web.pages.desk import Desk
from elshi.web.pages.rendering import link

__all__ = ["FACETS", "PAGE", "VIEWS", "Asked", "Facet", "FacetLink", "ask", "find", "list_facets", "read_asked", "search_of"]

PAGE = 20
LONGEST = 1000  # characters of a query
LONGEST_FILTER = 200
VIEWS = ("list", "map", "timeline", "network")
FACETS = ("country", "topic", "type", "person", "organisation", "place", "status", "language", "source", "month")
Place = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader looks for: a query, filters as (name, value), the order, and how to see it."""

    query: str = ""
    filters: tuple[tuple[str, str], ...] = ()
    order: Order = Order.NEWEST
    view: str = "list"

    def link(self, **changes: Any) -> str:
        """The address of the same with some of it changed."""
        asked = replace(self, **changes)
        told = [("q", asked.query)] if asked.query else []
        told += [(name, value) for name, value in asked.filters]
        told += [("order", asked.order.value)] if asked.order is not Order.NEWEST else []
        told += [("view", asked.view)] if asked.view != "list" else []
        return f"{link('search')}?{urlencode(told, errors='replace')}" if told else link("search")

    def having(self, name: str, value: str, **changes: Any) -> str:
        """The address of the same with a filter set."""
        return self.link(filters=(*(f for f in self.filters if f[0] != name), (name, value)), **changes)

    def without(self, name: str) -> str:
        """The address of the same without a filter."""
        return self.link(filters=tuple(f for f in self.filters if f[0] != name))


@dataclass(frozen=True, slots=True)
class FacetLink:
    """A value of a facet in words, how many records have it, and the address that narrows to it (or widens, if it is `chosen`)."""

    label: str
    count: int
    href: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet with its most frequent values."""

    name: str
    values: tuple[FacetLink, ...]


def read_asked(desk: Desk) -> Asked:
    """What the address asks for. What cannot be is passed over: an address that somebody typed never fails."""
    given = desk.request.query_params
    order = given.get("order")
    view = given.get("view", "list")
    filters = tuple((name, given[name][:LONGEST_FILTER]) for name in (*FILTERS, "month") if given.get(name, "").strip())
    return Asked(
        query=given.get("q", "")[:LONGEST].replace("\0", " "),
        filters=tuple((name, value.replace("\0", " ")) for name, value in filters),
        order=Order(order) if order in {o.value for o in Order} else Order.NEWEST,
        view=view if view in VIEWS else "list",
    )


def find(
    desk: Desk, asked: Asked, limit: int = PAGE, facets: Sequence[str] = (), values: int = 8, after: Place | None = None
) -> Found | QueryFault:
    """What fits."""
    return desk.context.finder.find(desk.store.index(), search_of(asked, limit, facets, values, after))


def search_of(asked: Asked, limit: int, facets: Sequence[str] = (), values: int = 8, after: Place | None = None) -> Search:
    """What is asked for, as the search takes it."""
    filters = tuple(pair for name, value in asked.filters for pair in _spread(name, value))
    return Search(asked.query, filters, asked.order, limit, after, tuple(facets), values)


def ask(desk: Desk, asked: Asked, facets: Sequence[str] = (), values: int = 8) -> tuple[Found | QueryFault, str | None]:
    """The page that the address asks for, with so many values of each facet, and the address of the next one, if there is one."""
    question = (asked.query, asked.filters, asked.order.value)
    place = read_cursor(question, desk.request.query_params.get("after"), (int, int, int))
    after = None if place is None else tuple(max(-1, min(int(part), (1 << 31) - 1)) for part in place)
    found = find(desk, asked, PAGE + 1, facets, values, after)  # type: ignore[arg-type]
    if isinstance(found, QueryFault) or len(found.hits) <= PAGE:
        return found, None
    cursor = write_cursor(question, found.hits[PAGE - 1].place)
    href = asked.link() if desk.request.url.path == link("search") else desk.request.url.path
    return Found(found.total, found.hits[:PAGE], found.facets), f"{href}{'&' if '?' in href else '?'}{urlencode({'after': cursor})}"


def list_facets(desk: Desk, asked: Asked, found: Found) -> list[Facet]:
    """The facets that have something to choose."""
    chosen = dict(asked.filters)
    told = []
    for name in FACETS:
        values = [_link(desk, asked, name, count, chosen.get(name)) for count in found.facets.get(name, ())]
        if len(values) > 1 or any(value.chosen for value in values):
            told.append(Facet(name, tuple(values)))
    return told


def _link(desk: Desk, asked: Asked, name: str, count: FacetCount, chosen: str | None) -> FacetLink:
    is_chosen = chosen == count.value
    href = asked.without(name) if is_chosen else asked.having(name, count.value)
    return FacetLink(name_value(desk, name, count.value, count.label), count.count, href, is_chosen)


def name_value(desk: Desk, name: str, value: str, label: str = "") -> str:
    """A value of a facet in words."""
    words = desk.words
    if name in ("topic", "type", "status"):
        return words.say(value)
    known = {"country": words.country, "place": words.city, "language": words.language, "month": _month(desk)}.get(name)
    return label or (known(value) if known else value)


def _month(desk: Desk) -> Any:
    def told(value: str) -> str:
        try:
            return desk.words.month(value)
        except ValueError:
            return value

    return told


def _spread(name: str, value: str) -> list[tuple[str, str]]:
    """A filter of pages as filters of the search: a month is its days."""
    return [("since", value), ("until", value)] if name == "month" else [(name, value)]
