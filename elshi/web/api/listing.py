"""Pages of people and things, put together from the search index."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Query

from elshi.errors import UnknownRecord
from elshi.records import EntityKind
from elshi.search.directory import FACET_OF, Known, Place
from elshi.search.rosters import Listing, Ranking
from elshi.web.api.paging import read_cursor, write_cursor
from elshi.web.api.presenting import present_entity
from elshi.web.context import Context

__all__ = ["Acting", "Ranked", "find_known", "list_entities", "list_known", "read_place"]

Acting = Annotated[
    str | None, Query(pattern=r"^[A-Za-z0-9+-]{1,20}$", description="A country or organisation for whom they act (KZ, OSCE …).")
]
Ranked = Annotated[Ranking, Query(description="Who comes first: of whom most records tell, or who was told of last.")]


def list_known(context: Context, asked: Listing, cursor: str | None, limit: int) -> tuple[list[Known], str | None]:
    """This page of those asked for, and the cursor of the next one, if there is one."""
    place = read_cursor((asked,), cursor, (int, int))
    found = context.directory.page(context.stores.store(), asked, read_place(place) if place else None, limit + 1)
    following = write_cursor((asked,), found[limit - 1][0]) if len(found) > limit else None
    return [known for _, known in found[:limit]], following


def list_entities(
    context: Context, kind: EntityKind, name: str | None, code: str | None, ranking: Ranking, cursor: str | None, limit: int
) -> dict[str, Any]:
    """A page of posts, bodies, countries, places or initiatives as it is answered."""
    found, following = list_known(context, Listing(FACET_OF[kind], name, code, ranking=ranking), cursor, limit)
    return {"items": [present_entity(known) for known in found], "next": following}


def find_known(context: Context, kind: EntityKind, identifier: str) -> Known:
    """What this id means; raises UnknownRecord where no record tells of it."""
    found = context.directory.find(context.stores.store(), kind, identifier)
    if found is None:
        raise UnknownRecord(f"no record {identifier}")
    return found


def read_place(place: tuple[int | str, ...]) -> Place:
    """A place that can be counted with, whatever the cursor says."""
    rank, number = (max(-1, min(int(part), (1 << 31) - 1)) for part in place)
    return rank, number
