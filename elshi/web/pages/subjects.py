"""Pages of one person, country, pair of countries, organisation, place, initiative, topic or source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Path
from starlette.responses import RedirectResponse

from elshi.errors import UnknownRecord
from elshi.language.gazetteers import countries
from elshi.language.phrases import word_list
from elshi.records import EntityKind, Occupancy
from elshi.search.finding import Found
from elshi.search.query_language import QueryFault
from elshi.web.api.listing import find_known
from elshi.web.pages.cards import Card, Code, list_cards, list_codes
from elshi.web.pages.desk import Desk, OnDesk
from elshi.web.pages.records import Identifier
from elshi.web.pages.rendering import link, render
from elshi.web.pages.rosters import name_known
from elshi.web.pages.searching import Asked, ask, find, name_value

__all__ = ["router"]

router = APIRouter(include_in_schema=False)
FACETS = ("country", "person", "topic", "type", "organisation", "place", "month")
TOPICS = frozenset(word_list("en", "topics")["topics"])
HIGH = ("visit", "talks", "signing")  # contacts whose absence a desk wants to see
MANY, FEW = 36, 8  # values of a facet that are counted, and shown
QUIET = 90  # days without contact that are worth a word
CountryCode = Annotated[str, Path(pattern=r"^[A-Za-z]{2}$")]
Name = Annotated[str, Path(max_length=500)]


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of what is known of somebody or something, perhaps with a page."""

    label: str
    text: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A post held, in words."""

    title: str
    tenure: str
    codes: tuple[Code, ...]
    first: str | None
    last: str | None
    records: int


@dataclass(frozen=True, slots=True)
class Silence:
    """Since when there has been no contact of a kind; `day` is None where there never was one that is known."""

    type: str
    day: str | None
    days: int | None
    href: str | None


@router.get("/people/{identifier}")
def read_person(desk: OnDesk, identifier: Identifier) -> Any:
    """A person: posts over time, and whom they met."""
    known = find_known(desk.context, EntityKind.PERSON, identifier)
    if known.entity.id != identifier:
        return RedirectResponse(link("people", known.entity.id), 307)
    facts = [Fact("also written", ", ".join(dict.fromkeys(name for _, name in known.entity.names)))] if len(known.entity.names) > 1 else []
    facts += [Fact("elsewhere", name) for name in known.entity.links]
    posts = [_hold(desk, held) for held in known.occupancies]
    return _show(desk, "person", name_known(desk, known), Asked(filters=(("person", identifier),)), facts, posts, known.entity.codes)


@router.get("/countries/{code}")
def read_country(desk: OnDesk, code: CountryCode) -> Any:
    """A country: what it is told of in, with whom, about what."""
    upper = _country(code)
    if upper != code:
        return RedirectResponse(link("countries", upper), 307)
    return _show(desk, "country", desk.words.country(upper), Asked(filters=(("country", upper),)), pairs=upper)


@router.get("/countries/{one}/{other}")
def read_pair(desk: OnDesk, one: CountryCode, other: CountryCode) -> Any:
    """Two countries: their contacts, and how long there has been none of a kind."""
    first, second = _country(one), _country(other)
    if first == second:
        return RedirectResponse(link("countries", first), 307)
    asked = Asked(query=f"country:{second}", filters=(("country", first),))
    name = f"{desk.words.country(first)} – {desk.words.country(second)}"
    return _show(desk, "pair", name, asked, silences=list(_list_silences(desk, asked)))


@router.get("/organisations/{identifier:path}")
def read_organisation(desk: OnDesk, identifier: Name) -> Any:
    """An organisation by its code, or a body by its id."""
    if identifier.isascii() and identifier.isupper():
        return _show(desk, "organisation", identifier, Asked(filters=(("organisation", identifier),)))
    known = find_known(desk.context, EntityKind.ORGANISATION, identifier)
    code = identifier.partition("organisation:")[2]
    asked = Asked(filters=(("organisation", code),)) if code else Asked(query=_phrase(known.entity.name))
    facts = [Fact("also written", ", ".join(dict.fromkeys(name for _, name in known.entity.names)))] if len(known.entity.names) > 1 else []
    return _show(desk, "organisation", name_known(desk, known), asked, facts, codes=known.entity.codes)


@router.get("/initiatives/{identifier:path}")
def read_initiative(desk: OnDesk, identifier: Name) -> Any:
    """A named format, project or plan: where it is told of."""
    known = find_known(desk.context, EntityKind.INITIATIVE, identifier)
    facts = [Fact("also written", ", ".join(dict.fromkeys(name for _, name in known.entity.names)))] if len(known.entity.names) > 1 else []
    return _show(desk, "initiative", name_known(desk, known), Asked(filters=(("initiative", known.entity.name),)), facts)


@router.get("/places/{name}")
def read_place(desk: OnDesk, name: Name) -> Any:
    """A city: what took place in it."""
    if ":" in name:
        known = find_known(desk.context, EntityKind.PLACE, name)
        return RedirectResponse(link("places", known.entity.name), 307)
    return _show(desk, "place", desk.words.city(name), Asked(filters=(("place", name),)))


@router.get("/topics/{code}")
def read_topic(desk: OnDesk, code: Name) -> Any:
    """A topic: what is told of it."""
    if code not in TOPICS:
        raise UnknownRecord(f"no record {code}")
    return _show(desk, "topic", desk.words.say(code), Asked(filters=(("topic", code),)))


@router.get("/sources/{name:path}")
def read_source(desk: OnDesk, name: Name) -> Any:
    """A source: what its documents tell of."""
    return _show(desk, "source", name, Asked(filters=(("source", name),)))


def _show(
    desk: Desk,
    kind: str,
    name: str,
    asked: Asked,
    facts: Sequence[Fact] = (),
    posts: Sequence[Held] = (),
    codes: Sequence[str] = (),
    silences: Sequence[Silence] = (),
    pairs: str = "",
) -> Any:
    """The page of whoever or whatever it is: what is known, what is told, and what goes with it most."""
    found, following = ask(desk, asked, FACETS, MANY)
    if isinstance(found, QueryFault):
        found, following = Found(0, (), {}), None
    if not found.total and kind not in ("country", "pair", "topic"):
        raise UnknownRecord(f"no record {name}")
    values: dict[str, Any] = {
        "kind": kind,
        "name": name,
        "found": found,
        "cards": list_cards(desk, found.hits),
        "facets": list(_beside(desk, asked, found, pairs)),
        "months": _months(found),
        "facts": facts,
        "posts": posts,
        "codes": list_codes(codes, desk.words),
        "silences": silences,
        "asked": asked,
        "following": following,
    }
    return render(
        desk, "subject.html", **values, room={"country": "countries", "pair": "countries", "person": "people"}.get(kind, f"{kind}s")
    )


def _beside(desk: Desk, asked: Asked, found: Found, pairs: str) -> Iterator[tuple[str, list[tuple[str, int, str]]]]:
    """The most frequent values beside the subject itself, with pages of their own."""
    own = {value for _, value in asked.filters} | {asked.query.partition("country:")[2]}
    for facet in ("country", "person", "organisation", "topic", "place"):
        told = [count for count in found.facets.get(facet, ()) if count.value not in own]
        rows = [(name_value(desk, facet, c.value, c.label), c.count, _page_of(facet, c.value, pairs)) for c in told[:FEW]]
        if rows:
            yield facet, rows


def _page_of(facet: str, value: str, pairs: str) -> str:
    if facet == "country":
        return link("countries", pairs, value) if pairs else link("countries", value)
    return link({"person": "people", "organisation": "organisations", "topic": "topics", "place": "places"}[facet], value)


def _months(found: Found) -> list[tuple[str, int, int]]:
    """The months with the number of records of each, oldest first, and how high its bar is, per cent."""
    counts = found.facets.get("month", ())
    most = max((count.count for count in counts), default=1)
    return [(count.value, count.count, max(4, round(100 * count.count / most))) for count in reversed(counts)]


def _hold(desk: Desk, held: Occupancy) -> Held:
    title = dict(held.titles).get(desk.words.code, held.title)
    return Held(title, held.tenure.value, list_codes(held.represents, desk.words), held.first, held.last, held.records)


def _list_silences(desk: Desk, asked: Asked) -> Iterator[Silence]:
    """The last contact of each kind, and for how long there has been none."""
    today = date.today()
    for kind in HIGH:
        filters = (*asked.filters, ("type", kind), ("status", "held"), ("until", today.isoformat()))
        found = find(desk, Asked(asked.query, filters), 1)
        cards = [] if isinstance(found, QueryFault) else list_cards(desk, found.hits)
        last = cards[0] if cards and cards[0].date else None
        since = _days_since(last, today) if last else None
        if since is None or since >= QUIET:
            yield Silence(kind, last.date if last else None, since, last.href if last else None)


def _days_since(card: Card, today: date) -> int | None:
    try:
        return (today - date.fromisoformat((card.date or "").rpartition("/")[2])).days
    except ValueError:
        return None


def _country(code: str) -> str:
    upper = code.upper()
    if upper not in countries():
        raise UnknownRecord(f"no record {code}")
    return upper


def _phrase(name: str) -> str:
    return f'"{name.replace(chr(34), " ")}"'
