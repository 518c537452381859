"""`/records`: engagements as all their reports together tell them."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Response

from elshi.register.records import read_documents, resolve_id
from elshi.search.finding import Order
from elshi.store import document_key
from elshi.web.api import models
from elshi.web.api.access import Here, Stored
from elshi.web.api.paging import PAGE
from elshi.web.api.parameters import Cursor, Identifier, Limit
from elshi.web.api.presenting import present_record, present_report, summarise
from elshi.web.api.searching import Filtered, find_records, present_found

__all__ = ["router"]

router = APIRouter(prefix="/records", tags=["records"])


@router.get("", response_model=models.RecordPage)
def list_records(context: Here, filters: Filtered, limit: Limit = PAGE, cursor: Cursor = None) -> Any:
    """Records, newest day first, undated ones last."""
    found, following = find_records(context, filters, "", Order.NEWEST, limit, cursor)
    return present_found(context, found, following)


@router.get("/{identifier}", response_model=models.RecordAnswer)
def read_record(context: Here, store: Stored, identifier: Identifier, response: Response) -> Any:
    """The record of this id. The id of any of its reports leads to it too; `Content-Location` tells the record's own."""
    record = resolve_id(store, identifier)
    response.headers["Content-Location"] = f"/api/v1/records/{record}"
    return present_record(context, record)


@router.get("/{identifier}/reports", response_model=list[models.ReportAnswer])
def read_reports(context: Here, store: Stored, identifier: Identifier) -> Any:
    """What each document says of it."""
    told = present_record(context, resolve_id(store, identifier))
    return [present_report(store, store.reports_under(key)[0]) for key in told["record"]["reports"]]


@router.get("/{identifier}/documents", response_model=list[models.DocumentSummary])
def list_sources(store: Stored, identifier: Identifier) -> Any:
    """The documents that tell of it, in the order of its reports."""
    return [summarise(document_key(document), document) for document in read_documents(store, resolve_id(store, identifier))]
