"""`/people`, `/posts` and `/occupancies`: who is meant, and who was seen in which post."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query

from elshi.errors import UnknownRecord
from elshi.records import EntityKind, Occupancy, Subject
from elshi.records.serialise import encode
from elshi.register.directory import Directory, Mentioned
from elshi.register.people import is_alike
from elshi.resolution.occupancies import as_of
from elshi.web.api import models
from elshi.web.api.access import Here, Stored
from elshi.web.api.paging import PAGE, slice_page
from elshi.web.api.parameters import NO_NUL, Cursor, Identifier, IsoDay, Limit, LongIdentifier, NamePart
from elshi.web.api.presenting import clean, present_entity, present_person

__all__ = ["router"]

router = APIRouter(tags=["people"])
Code = Annotated[
    str | None, Query(pattern=r"^[A-Za-z0-9+-]{1,20}$", description="A country or organisation for whom they act (KZ, OSCE …).")
]
Day = Annotated[IsoDay | None, Query(description="Only posts held on this day, as far as it was seen.")]


@router.get("/people", response_model=models.Page[models.Person])
def list_people(context: Here, name: NamePart = None, represents: Code = None, limit: Limit = PAGE, cursor: Cursor = None) -> Any:
    """The people whom reports name, the most told of first."""
    people = iter(context.directory().people.values())
    if represents:
        people = (p for p in people if represents in p.entity.codes)
    if name:
        people = (p for p in people if any(is_alike(name, known) for _, known in p.entity.names))
    page, following = slice_page(people, ("people", name, represents), cursor, limit)
    return {"items": [present_person(person) for person in page], "next": following}


@router.get("/people/{identifier}", response_model=models.Person)
def read_person(context: Here, store: Stored, identifier: Identifier) -> Any:
    """The person of this id, or of any id that has become the same person's."""
    key = store.shelf(Subject.ENTITY).cluster_of(identifier) or identifier
    person = context.directory().people.get(key)
    if person is None:
        raise UnknownRecord(f"no record {identifier}")
    return present_person(person)


@router.get("/posts", response_model=models.Page[models.Entity])
def list_posts(context: Here, name: NamePart = None, represents: Code = None, limit: Limit = PAGE, cursor: Cursor = None) -> Any:
    """The posts in which somebody was seen, the most told of first. An id says what kind of post it is, about what, and for whom."""
    posts = (m for m in context.directory().others[EntityKind.POST].values() if _fits(m, name, represents))
    page, following = slice_page(posts, ("posts", name, represents), cursor, limit)
    return {"items": [present_entity(found) for found in page], "next": following}


@router.get("/posts/{identifier:path}", response_model=models.Entity)
def read_post(context: Here, identifier: LongIdentifier) -> Any:
    """The post of this id."""
    found = context.directory().others[EntityKind.POST].get(identifier)
    if found is None:
        raise UnknownRecord(f"no record {identifier}")
    return present_entity(found)


@router.get("/occupancies", response_model=models.Page[Occupancy])
def list_occupancies(
    context: Here,
    person: Annotated[str | None, Query(pattern=r"^[0-9a-f]{1,40}$", description="Only this person's.")] = None,
    post: Annotated[str | None, Query(max_length=500, pattern=NO_NUL, description="Only of the post with this id.")] = None,
    represents: Code = None,
    day: Day = None,
    limit: Limit = PAGE,
    cursor: Cursor = None,
) -> Any:
    """Who was seen in which post, from the first day to the last."""
    fitting = (
        o for o in _held(context.directory(), person, day) if post in (None, o.post) and (not represents or represents in o.represents)
    )
    page, following = slice_page(fitting, ("occupancies", person, post, represents, day), cursor, limit)
    return {"items": clean([encode(occupancy) for occupancy in page]), "next": following}


def _held(directory: Directory, person: str | None, day: date | None) -> list[Occupancy]:
    people = directory.people.values() if person is None else [p for p in [directory.people.get(person)] if p]
    held = (as_of(p.occupancies, day.isoformat()) if day else p.occupancies for p in people)
    return [occupancy for occupancies in held for occupancy in occupancies]


def _fits(found: Mentioned, name: str | None, represents: str | None) -> bool:
    if represents and represents not in found.entity.codes:
        return False
    return not name or name.casefold() in found.entity.name.casefold()
