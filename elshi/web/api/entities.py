"""`/organisations`, `/countries`, `/places` and `/initiatives`: whom and what engagements are about, where they are."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from elshi.records import EntityKind
from elshi.search.rosters import Ranking
from elshi.web.api import models
from elshi.web.api.access import Here
from elshi.web.api.listing import Acting, Ranked, find_known, list_entities
from elshi.web.api.paging import PAGE
from elshi.web.api.parameters import Country, Cursor, Limit, LongIdentifier, NamePart
from elshi.web.api.presenting import present_entity

__all__ = ["router"]

router = APIRouter(tags=["organisations, countries, places, initiatives"])


@router.get("/organisations", response_model=models.Page[models.Entity])
def list_organisations(
    context: Here,
    name: NamePart = None,
    represents: Acting = None,
    order: Ranked = Ranking.MOST,
    limit: Limit = PAGE,
    cursor: Cursor = None,
) -> Any:
    """Organisations and bodies (ministries, delegations …)."""
    return list_entities(context, EntityKind.ORGANISATION, name, represents, order, cursor, limit)


@router.get("/organisations/{identifier:path}", response_model=models.Entity)
def read_organisation(context: Here, identifier: LongIdentifier) -> Any:
    """The organisation or body of this id (`organisation:EU`, or twenty hex digits)."""
    return present_entity(find_known(context, EntityKind.ORGANISATION, identifier))


@router.get("/countries", response_model=models.Page[models.Entity])
def list_countries(context: Here, name: NamePart = None, order: Ranked = Ranking.MOST, limit: Limit = PAGE, cursor: Cursor = None) -> Any:
    """Countries for which somebody acts or in which something took place."""
    return list_entities(context, EntityKind.COUNTRY, name, None, order, cursor, limit)


@router.get("/countries/{code}", response_model=models.Entity)
def read_country(context: Here, code: LongIdentifier) -> Any:
    """The country of this code (`KZ`) or id (`country:KZ`)."""
    return present_entity(find_known(context, EntityKind.COUNTRY, code.removeprefix("country:").upper()))


@router.get("/places", response_model=models.Page[models.Entity])
def list_places(
    context: Here,
    name: NamePart = None,
    country: Country = None,
    order: Ranked = Ranking.MOST,
    limit: Limit = PAGE,
    cursor: Cursor = None,
) -> Any:
    """Cities in which something took place."""
    return list_entities(context, EntityKind.PLACE, name, country, order, cursor, limit)


@router.get("/places/{identifier}", response_model=models.Entity)
def read_place(context: Here, identifier: LongIdentifier) -> Any:
    """The city of this id (`place:Geneva@CH`)."""
    return present_entity(find_known(context, EntityKind.PLACE, identifier))


@router.get("/initiatives", response_model=models.Page[models.Entity])
def list_initiatives(context: Here, name: NamePart = None, order: Ranked = Ranking.MOST, limit: Limit = PAGE, cursor: Cursor = None) -> Any:
    """Named formats, projects and plans."""
    return list_entities(context, EntityKind.INITIATIVE, name, None, order, cursor, limit)


@router.get("/initiatives/{identifier}", response_model=models.Entity)
def read_initiative(context: Here, identifier: LongIdentifier) -> Any:
    """The initiative of this id."""
    return present_entity(find_known(context, EntityKind.INITIATIVE, identifier))
