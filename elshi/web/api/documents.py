"""`/documents`: texts with what was read in them; new ones are put in the queue."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Depends, Response

from elshi.records import content_id
from elshi.store import document_key
from elshi.store.audit import Act
from elshi.web.api import models
from elshi.web.api.access import Editing, Noting, Stored, expect_json
from elshi.web.api.paging import PAGE, slice_page
from elshi.web.api.parameters import Cursor, Identifier, Limit
from elshi.web.api.presenting import present_document, present_job, summarise

__all__ = ["READ", "router"]

READ = "read"  # the kind of job that reads a document
router = APIRouter(prefix="/documents", tags=["documents"])


@router.get("", response_model=models.Page[models.DocumentSummary])
def list_documents(store: Stored, limit: Limit = PAGE, cursor: Cursor = None) -> Any:
    """All documents, in the order in which they were added."""
    page, following = slice_page(store.documents(), ("documents",), cursor, limit)
    return {"items": [summarise(document_key(document), document) for document in page], "next": following}


@router.get("/{key}", response_model=models.Document)
def read_document(store: Stored, key: Identifier) -> Any:
    """A document with its text and every value that was found in it, with the spans that say it."""
    return present_document(store, key)


@router.post("", status_code=202, response_model=models.Job, dependencies=[Depends(expect_json)])
def submit_document(store: Stored, editor: Editing, note: Noting, document: models.NewDocument, response: Response) -> Any:
    """Have a document read (editors). The answer is a job; ask for it under `Location` until it is done. The same document sent twice
    adds nothing."""
    body = document.model_dump(mode="json")
    body["id"] = body["id"] or content_id(document.text)
    job = store.jobs().put(READ, {**body, "name": body["id"]})
    note(Act.SENT, body["id"])
    response.headers["Location"] = f"/api/v1/jobs/{job.id}"
    return present_job(job)
