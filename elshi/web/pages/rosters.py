"""Lists of people, countries, organisations, places, initiatives and sources, with how many records tell of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter

from elshi.records import EntityKind
from elshi.search.directory import FACET_OF, Known
from elshi.search.finding import Found
from elshi.search.rosters import Listing, Ranking
from elshi.web.api.listing import list_known
from elshi.web.pages.cards import Code, list_codes
from elshi.web.pages.desk import Desk, OnDesk
from elshi.web.pages.rendering import link, render
from elshi.web.pages.searching import Asked, find

__all__ = ["Row", "list_rows", "name_known", "router"]

router = APIRouter(include_in_schema=False)
PAGE = 60
MANY_SOURCES = 1000
LONGEST = 200
ROOMS = {
    "people": EntityKind.PERSON,
    "countries": EntityKind.COUNTRY,
    "organisations": EntityKind.ORGANISATION,
    "places": EntityKind.PLACE,
    "initiatives": EntityKind.INITIATIVE,
}


@dataclass(frozen=True, slots=True)
class Row:
    """Somebody or something in a list. `note` says more: a person's last post."""

    name: str
    href: str
    codes: tuple[Code, ...]
    records: int
    last: str | None
    note: str = ""


@router.get("/people")
@router.get("/countries")
@router.get("/organisations")
@router.get("/places")
@router.get("/initiatives")
def list_entities(desk: OnDesk) -> Any:
    """A page of the list, by a part of a name where one is given; those of whom most records tell, or the latest, first."""
    room = desk.request.url.path.strip("/")
    given = desk.request.query_params
    name = " ".join(given.get("name", "").replace("\0", " ").split())[:LONGEST]
    ranking = Ranking.LATEST if given.get("order") == Ranking.LATEST.value else Ranking.MOST
    asked = Listing(FACET_OF[ROOMS[room]], name or None, ranking=ranking)
    found, following = list_known(desk.context, asked, given.get("after"), PAGE)
    kept = {key: value for key, value in {"name": name, "order": ranking.value if ranking is Ranking.LATEST else ""}.items() if value}
    values: dict[str, Any] = {
        "rows": list_rows(desk, room, found),
        "name": name,
        "ranking": ranking.value,
        "orders": [(r.value, f"/{room}?{urlencode({**kept, 'order': r.value}, errors='replace')}") for r in Ranking],
        "following": f"/{room}?{urlencode({**kept, 'after': following}, errors='replace')}" if following else None,
    }
    return render(desk, "roster.html", **values, room=room)


@router.get("/sources")
def list_sources(desk: OnDesk) -> Any:
    """Whose documents there are, with how many records rest on them."""
    found = find(desk, Asked(), limit=0, facets=("source",), values=MANY_SOURCES)
    counts = found.facets["source"] if isinstance(found, Found) else ()
    rows = [Row(count.value, link("sources", count.value), (), count.count, None) for count in counts]
    return render(desk, "roster.html", rows=rows, name="", ranking="", orders=[], following=None, room="sources")


def list_rows(desk: Desk, room: str, found: list[Known]) -> list[Row]:
    """What was found, as a list shows it."""
    return [_row(desk, room, known) for known in found]


def _row(desk: Desk, room: str, known: Known) -> Row:
    entity, words = known.entity, desk.words
    if room == "countries":
        return Row(words.country(entity.codes[0]), link("countries", entity.codes[0]), (), known.records, known.last)
    codes = list_codes(entity.codes, words) if room != "initiatives" else ()
    note = known.occupancies[0].title if known.occupancies else ""
    name = words.city(entity.name) if room == "places" else name_known(desk, known)
    return Row(name, link(room, entity.id), codes, known.records, known.last, note)


def name_known(desk: Desk, known: Known) -> str:
    """The name of an entity as texts in the reader's language have it most, else the name by which it is shown."""
    return next((name for code, name in known.entity.names if code == desk.words.code), known.entity.name)
