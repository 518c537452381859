"""`/records`: engagements as all their reports together tell them."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Response

from elshi.records import Subject
from elshi.register.records import read_documents, resolve_id
from elshi.search.finding import Order
from elshi.store import document_key
from elshi.web.api import models
from elshi.web.api.access import Here, Stored
from elshi.web.api.paging import PAGE
from elshi.web.api.parameters import Cursor, Identifier, Known, Limit
from elshi.web.api.presenting import present_known, present_records, summarise, write_report
from elshi.web.api.searching import Filtered, answer_found, find_records

__all__ = ["router"]

router = APIRouter(prefix="/records", tags=["records"])


@router.get("", response_model=models.RecordPage)
def list_records(context: Here, filters: Filtered, limit: Limit = PAGE, cursor: Cursor = None) -> Any:
    """Records, newest day first, undated ones last."""
    found, following = find_records(context, filters, "", Order.NEWEST, limit, cursor)
    return answer_found(context, found, following, facets=False)


@router.get("/{identifier}", response_model=models.RecordAnswer)
def read_record(store: Stored, identifier: Identifier, known: Known = None) -> Any:
    """The record of this id. The id of any of its reports leads to it too; `Content-Location` tells the record's own."""
    if known is not None:
        return Response(present_known(store, identifier, known), media_type="application/json")
    with store.moment():
        record = resolve_id(store, identifier)
        (written,) = present_records(store, [record])
    return Response(written, headers={"Content-Location": f"/api/v1/records/{record}"}, media_type="application/json")


@router.get("/{identifier}/reports", response_model=list[models.ReportAnswer])
def read_reports(context: Here, store: Stored, identifier: Identifier) -> Any:
    """What each document says of it."""
    with store.moment():
        members = store.shelf(Subject.ENGAGEMENT).members(resolve_id(store, identifier))
        revision = context.revision()
        written = ",".join(write_report(context, key, revision) for key in members)
    return Response(f"[{written}]", media_type="application/json")


@router.get("/{identifier}/documents", response_model=list[models.DocumentSummary])
def list_sources(store: Stored, identifier: Identifier) -> Any:
    """The documents that tell of it, in the order of its reports."""
    with store.moment():
        return [summarise(document_key(document), document) for document in read_documents(store, resolve_id(store, identifier))]
