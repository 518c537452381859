"""`/search` and `/facets`: records that fit a query, and how often values occur among them."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from fastapi import APIRouter, Query

from elshi.search.finding import Order
from elshi.web.api import models
from elshi.web.api.access import Here
from elshi.web.api.paging import PAGE
from elshi.web.api.parameters import NO_NUL, Cursor, Limit
from elshi.web.api.searching import Filtered, answer_found, count_values, find_records

__all__ = ["Facet", "router"]


class Facet(StrEnum):
    """What can be counted."""

    COUNTRY = "country"
    PLACE = "place"
    TOPIC = "topic"
    TYPE = "type"
    STATUS = "status"
    PERSON = "person"
    ORGANISATION = "organisation"
    LANGUAGE = "language"
    SOURCE = "source"
    MONTH = "month"


router = APIRouter(tags=["search"])
Asked = Annotated[str, Query(max_length=1000, pattern=NO_NUL, description="A query, as in the search box; see docs/search.md.")]
Counted = Annotated[list[Facet] | None, Query(max_length=len(Facet), description="Count the values of these facets.")]
Values = Annotated[int, Query(ge=1, le=1000, description="Of each facet at most so many values, the most frequent.")]
Ordered = Annotated[Order, Query(description="What comes first.")]


@router.get("/search", response_model=models.SearchPage)
def search(
    context: Here,
    filters: Filtered,
    q: Asked = "",
    order: Ordered = Order.NEWEST,
    facet: Counted = None,
    values: Values = 10,
    limit: Limit = PAGE,
    cursor: Cursor = None,
) -> Any:
    """Records that fit a query and filters. A query that cannot be read is a problem with the place (`start`, `end`)."""
    found, following = find_records(context, filters, q, order, limit, cursor, [str(f) for f in facet or ()], values)
    return answer_found(context, found, following, facets=True)


@router.get("/facets", response_model=models.FacetCounts)
def count_facets(
    context: Here,
    filters: Filtered,
    q: Asked = "",
    facet: Counted = None,
    values: Values = 10,
) -> Any:
    """How many records fit, and how often the values of facets (of all, if none is named) occur among them."""
    found, _ = find_records(context, filters, q, Order.NEWEST, 0, None, [str(f) for f in facet or Facet], values)
    return {"total": found.total, "facets": count_values(found)}
