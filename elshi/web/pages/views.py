"""What a search found, seen on a map, along time, and as a network: bounded, told with how much of it is shown, each with its table."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from elshi.language.city_points import find_point
from elshi.search.facets import Spread
from elshi.search.pairing import Pairs
from elshi.search.query_language import QueryFault
from elshi.web.pages.desk import Desk
from elshi.web.pages.rendering import link
from elshi.web.pages.searching import Asked, name_value, search_of

__all__ = ["View", "draw"]

MOST_PLACES, MOST_MONTHS, MOST_NODES, MOST_PAIRS = 500, 600, 40, 200
KINDS = ("person", "country", "organisation")  # of what a network can be made


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table: what it is, its pages, and in how many records."""

    cells: tuple[tuple[str, str], ...]
    count: int


@dataclass(frozen=True, slots=True)
class View:
    """What is drawn (`data`, for the script of the page) and the table of the same. `shown` of `known` values are in it; `unplaced` have no
    place on the map. `kinds` are other networks: (kind, address, whether it is this one)."""

    name: str
    data: dict[str, Any]
    lines: tuple[Line, ...]
    shown: int
    known: int
    unplaced: int = 0
    kinds: tuple[tuple[str, str, bool], ...] = ()


def draw(desk: Desk, asked: Asked) -> View | None:
    """The view that is asked for; None for a list, or where the query cannot be read."""
    if asked.view == "map":
        return _draw_map(desk, asked)
    if asked.view == "timeline":
        return _draw_timeline(desk, asked)
    return _draw_network(desk, asked) if asked.view == "network" else None


def _spread(desk: Desk, asked: Asked, facet: str, most: int) -> Spread:
    told = desk.context.finder.spread(desk.store.index(), search_of(asked, 0, values=most), facet)
    return Spread((), 0) if isinstance(told, QueryFault) else told


def _draw_map(desk: Desk, asked: Asked) -> View:
    told, country = _spread(desk, asked, "place", MOST_PLACES), desk.request.query_params.get("country")
    points, lines = [], []
    for count in told.values:
        name, href = desk.words.city(count.value), asked.having("place", count.value, view="list")
        point = find_point(count.value, country) or find_point(count.value)
        lines.append(Line(((name, href),), count.count))
        if point is not None:
            points.append({"name": name, "href": href, "count": count.count, "at": [point[1], point[0]]})
    return View("map", {"points": points}, tuple(lines), len(lines), told.known, len(lines) - len(points))


def _draw_timeline(desk: Desk, asked: Asked) -> View:
    spread = _spread(desk, asked, "month", MOST_MONTHS)
    shown, told = spread.values, {count.value: count.count for count in spread.values}
    months = [
        {"name": desk.words.month(month), "count": told.get(month, 0), "href": asked.having("month", month, view="list")}
        for month in _list_months(shown[-1].value, shown[0].value)
    ] if shown else []  # fmt: skip
    lines = tuple(Line(((desk.words.month(c.value), asked.having("month", c.value, view="list")),), c.count) for c in shown)
    return View("timeline", {"months": months}, lines, len(shown), spread.known)


def _list_months(first: str, last: str) -> list[str]:
    """Every month between two, `YYYY-MM`, both included; of very many the last ones."""
    begin, end = (12 * int(month[:4]) + int(month[5:]) - 1 for month in (first, last))
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(max(begin, end - MOST_MONTHS + 1), end + 1)]


def _draw_network(desk: Desk, asked: Asked) -> View:
    chosen = desk.request.query_params.get("of")
    kind = chosen if chosen in KINDS else KINDS[0]
    found = desk.context.finder.pairs(desk.store.index(), search_of(asked, 0), kind, MOST_NODES)
    pairs = Pairs((), ()) if isinstance(found, QueryFault) else found
    nodes = [
        {"name": name_value(desk, kind, value.value, value.label), "count": value.count, "href": _page(kind, value.value)}
        for value in pairs.values
    ]
    shown = pairs.pairs[:MOST_PAIRS]
    cells = [tuple((str(nodes[at]["name"]), str(nodes[at]["href"])) for at in (pair.one, pair.other)) for pair in shown]
    lines = tuple(Line(both, pair.count) for both, pair in zip(cells, shown, strict=True))
    kinds = tuple((each, f"{asked.link()}&of={each}", each == kind) for each in KINDS)
    return View("network", {"nodes": nodes, "pairs": [asdict(pair) for pair in shown]}, lines, len(shown), len(pairs.pairs), kinds=kinds)


def _page(kind: str, value: str) -> str:
    return link({"person": "people", "country": "countries", "organisation": "organisations"}[kind], value)
