"""`/reports`: what one document says of one engagement."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from elshi.errors import UnknownRecord
from elshi.store import Query
from elshi.web.api import models
from elshi.web.api.access import Stored
from elshi.web.api.paging import PAGE, slice_page
from elshi.web.api.parameters import Country, Cursor, Identifier, Kind, Limit, Since, Until, iso
from elshi.web.api.presenting import present_report

__all__ = ["router"]

router = APIRouter(prefix="/reports", tags=["reports"])


@router.get("", response_model=models.Page[models.ReportAnswer])
def list_reports(
    store: Stored,
    kind: Kind = None,
    country: Country = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = PAGE,
    cursor: Cursor = None,
) -> Any:
    """Reports, newest day first, undated ones last."""
    query = Query(kind and kind.value, country, iso(since), iso(until))
    page, following = slice_page(store.reports(query), ("reports", query), cursor, limit)
    return {"items": [present_report(store, report) for report in page], "next": following}


@router.get("/{identifier}", response_model=models.ReportAnswer)
def read_report(store: Stored, identifier: Identifier) -> Any:
    """The report of exactly this id."""
    found = store.reports_under(identifier)
    if not found:
        raise UnknownRecord(f"no engagement {identifier}")
    return present_report(store, found[0])
