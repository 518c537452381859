"""`/organisations`, `/countries`, `/places` and `/initiatives`: whom and what engagements are about, where they are."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from elshi.errors import UnknownRecord
from elshi.records import EntityKind
from elshi.register.directory import Mentioned
from elshi.web.api import models
from elshi.web.api.access import Here
from elshi.web.api.paging import PAGE, slice_page
from elshi.web.api.parameters import Cursor, Limit, LongIdentifier, NamePart
from elshi.web.api.presenting import present_entity
from elshi.web.context import Context

__all__ = ["router"]

router = APIRouter(tags=["organisations, countries, places, initiatives"])


def _list(context: Context, kind: EntityKind, name: str | None, cursor: str | None, limit: int) -> dict[str, Any]:
    known = context.directory().others[kind].values()
    fitting = (found for found in known if not name or _is_called(found, name.casefold()))
    page, following = slice_page(fitting, (kind.value, name), cursor, limit)
    return {"items": [present_entity(found) for found in page], "next": following}


def _is_called(found: Mentioned, part: str) -> bool:
    return part in found.entity.id.casefold() or any(part in name.casefold() for _, name in found.entity.names)


def _read(context: Context, kind: EntityKind, identifier: str) -> dict[str, Any]:
    found = context.directory().others[kind].get(identifier)
    if found is None:
        raise UnknownRecord(f"no record {identifier}")
    return present_entity(found)


@router.get("/organisations", response_model=models.Page[models.Entity])
def list_organisations(context: Here, name: NamePart = None, limit: Limit = PAGE, cursor: Cursor = None) -> Any:
    """Organisations and bodies (ministries, delegations …), the most told of first."""
    return _list(context, EntityKind.ORGANISATION, name, cursor, limit)


@router.get("/organisations/{identifier:path}", response_model=models.Entity)
def read_organisation(context: Here, identifier: LongIdentifier) -> Any:
    """The organisation or body of this id (`organisation:EU`, or twenty hex digits)."""
    return _read(context, EntityKind.ORGANISATION, identifier)


@router.get("/countries", response_model=models.Page[models.Entity])
def list_countries(context: Here, name: NamePart = None, limit: Limit = PAGE, cursor: Cursor = None) -> Any:
    """Countries for which somebody acts or in which something took place, the most told of first."""
    return _list(context, EntityKind.COUNTRY, name, cursor, limit)


@router.get("/countries/{code}", response_model=models.Entity)
def read_country(context: Here, code: LongIdentifier) -> Any:
    """The country of this code (`KZ`) or id (`country:KZ`)."""
    return _read(context, EntityKind.COUNTRY, f"country:{code.removeprefix('country:').upper()}")


@router.get("/places", response_model=models.Page[models.Entity])
def list_places(context: Here, name: NamePart = None, limit: Limit = PAGE, cursor: Cursor = None) -> Any:
    """Cities in which something took place, the most told of first."""
    return _list(context, EntityKind.PLACE, name, cursor, limit)


@router.get("/places/{identifier}", response_model=models.Entity)
def read_place(context: Here, identifier: LongIdentifier) -> Any:
    """The city of this id (`place:Geneva@CH`)."""
    return _read(context, EntityKind.PLACE, identifier)


@router.get("/initiatives", response_model=models.Page[models.Entity])
def list_initiatives(context: Here, name: NamePart = None, limit: Limit = PAGE, cursor: Cursor = None) -> Any:
    """Named formats, projects and plans, the most told of first."""
    return _list(context, EntityKind.INITIATIVE, name, cursor, limit)


@router.get("/initiatives/{identifier}", response_model=models.Entity)
def read_initiative(context: Here, identifier: LongIdentifier) -> Any:
    """The initiative of this id."""
    return _read(context, EntityKind.INITIATIVE, identifier)
