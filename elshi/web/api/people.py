"""`/people`, `/posts` and `/occupancies`: who is meant, and who was seen in which post."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Annotated, Any

from fastapi import APIRouter, Query

from elshi.records import EntityKind, Occupancy
from elshi.resolution.occupancies import as_of
from elshi.search.directory import Known, Place
from elshi.search.rosters import PERSON, Listing, Ranking
from elshi.web.api import models
from elshi.web.api.access import Here
from elshi.web.api.listing import Acting, Ranked, find_known, list_entities, list_known, read_place
from elshi.web.api.paging import PAGE, read_cursor, write_cursor
from elshi.web.api.parameters import NO_NUL, Cursor, Identifier, IsoDay, Limit, LongIdentifier, NamePart
from elshi.web.api.presenting import present_entity, present_occupancy, present_person
from elshi.web.context import Context

__all__ = ["router"]

router = APIRouter(tags=["people"])
Holder = Annotated[str | None, Query(pattern=r"^[0-9a-f]{1,40}$", description="Only this person's.")]
Post = Annotated[str | None, Query(min_length=1, max_length=500, pattern=NO_NUL, description="Only of the post with this id.")]
Day = Annotated[IsoDay | None, Query(description="Only posts held on this day, as far as it was seen.")]


@router.get("/people", response_model=models.Page[models.Person])
def list_people(
    context: Here,
    name: NamePart = None,
    represents: Acting = None,
    order: Ranked = Ranking.MOST,
    limit: Limit = PAGE,
    cursor: Cursor = None,
) -> Any:
    """The people whom records name. A name is found in any script and spelling, and by a part of it."""
    people, following = list_known(context, Listing(PERSON, name, represents, ranking=order), cursor, limit)
    return {"items": [present_person(person) for person in people], "next": following}


@router.get("/people/{identifier}", response_model=models.Person)
def read_person(context: Here, identifier: Identifier) -> Any:
    """The person of this id, or of any id that has become the same person's."""
    return present_person(find_known(context, EntityKind.PERSON, identifier))


@router.get("/posts", response_model=models.Page[models.Entity])
def list_posts(
    context: Here,
    name: NamePart = None,
    represents: Acting = None,
    order: Ranked = Ranking.MOST,
    limit: Limit = PAGE,
    cursor: Cursor = None,
) -> Any:
    """The posts in which somebody was seen. An id says what kind of post it is, about what, and for whom."""
    return list_entities(context, EntityKind.POST, name, represents, order, cursor, limit)


@router.get("/posts/{identifier:path}", response_model=models.Entity)
def read_post(context: Here, identifier: LongIdentifier) -> Any:
    """The post of this id."""
    return present_entity(find_known(context, EntityKind.POST, identifier))


@router.get("/occupancies", response_model=models.Page[models.Occupancy])
def list_occupancies(
    context: Here,
    person: Holder = None,
    post: Post = None,
    represents: Acting = None,
    day: Day = None,
    limit: Limit = PAGE,
    cursor: Cursor = None,
) -> Any:
    """Who was seen in which post, from the first day to the last; the posts of the most told of first, each person's latest first."""
    question = ("occupancies", person, post, represents, day)
    told = read_cursor(question, cursor, (int, int, int))
    place, begin = (read_place(told[:2]), int(told[2])) if told else (None, 0)
    people = _holders(context, person, Listing(PERSON, None, represents, post, day), place, limit)
    held = ((at, number, found) for at, one in people for number, found in enumerate(_fitting(one, post, represents, day)))
    page = list(islice(((at, number, found) for at, number, found in held if at != place or number > begin), limit + 1))
    following = write_cursor(question, (*page[limit - 1][0], page[limit - 1][1])) if len(page) > limit else None
    return {"items": [present_occupancy(found) for _, _, found in page[:limit]], "next": following}


def _holders(context: Context, person: str | None, asked: Listing, place: Place | None, limit: int) -> Iterator[tuple[Place, Known]]:
    """The people whose posts are looked at, from the one at this place on."""
    store = context.stores.store()
    if person is not None:
        found = context.directory.find(store, EntityKind.PERSON, person)
        yield from [((0, 0), found)] if found else []
        return
    before = (place[0], place[1] - 1) if place else None
    yield from context.directory.walk(store, asked, before, limit)


def _fitting(person: Known, post: str | None, represents: str | None, day: date | None) -> list[Occupancy]:
    held = as_of(person.occupancies, day.isoformat()) if day else person.occupancies
    return [o for o in held if post in (None, o.post) and (not represents or represents in o.represents)]
