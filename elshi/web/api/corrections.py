"""`/corrections`: people's word that a value of a record is another one."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Depends, Response

from elshi.errors import UsageError
from elshi.records import Correction, Subject
from elshi.records.serialise import clean, encode
from elshi.register.correcting import correct, find_correction, read_value, take_back_correction
from elshi.register.records import resolve_id
from elshi.search.keeping import keep_index
from elshi.store import Store
from elshi.store.audit import Act
from elshi.web.api import models
from elshi.web.api.access import Editing, Noting, Stored, expect_json
from elshi.web.api.paging import PAGE, slice_page
from elshi.web.api.parameters import Cursor, Identifier, Limit
from elshi.web.problems import Problem

__all__ = ["router"]

router = APIRouter(prefix="/corrections", tags=["corrections"])


@router.get("", response_model=models.Page[models.Correction])
def list_corrections(store: Stored, limit: Limit = PAGE, cursor: Cursor = None) -> Any:
    """Every correction ever made, in the order in which they were added; an undo is a correction that takes one back."""
    page, following = slice_page(store.corrections(), ("corrections",), cursor, limit)
    return {"items": [_present(store, correction) for correction in page], "next": following}


@router.get("/{identifier}", response_model=models.Correction)
def read_correction(store: Stored, identifier: Identifier) -> Any:
    """The correction of this id."""
    return _present(store, find_correction(store, identifier))


@router.post("", status_code=201, response_model=models.Correction, dependencies=[Depends(expect_json)])
def add_correction(store: Stored, editor: Editing, note: Noting, given: models.NewCorrection, response: Response) -> Any:
    """Say that a value of a record is another one (editors). The token's name says who. The record then shows this value, and what its
    reports say beside it."""
    record = resolve_id(store, given.record)
    try:
        read_value(given.field, given.value)
    except UsageError as error:
        raise Problem(422, str(error), more={"faults": [{"where": ["body", "value"], "what": str(error)}]}) from error
    correction = correct(store, record, given.field, given.value, editor.name, given.why, given.participant)
    note(Act.CORRECTED, f"{record}: {given.field}")
    keep_index(store, take_in=False)
    return _created(store, correction, response)


@router.post("/{identifier}/undo", status_code=201, response_model=models.Correction)
def undo_correction(store: Stored, editor: Editing, note: Noting, identifier: Identifier, response: Response) -> Any:
    """Take a correction back (editors), by a correction that says so."""
    undone = take_back_correction(store, find_correction(store, identifier), editor.name)
    note(Act.UNDONE, identifier)
    keep_index(store, take_in=False)
    return _created(store, undone, response)


def _created(store: Store, correction: Correction, response: Response) -> dict[str, Any]:
    response.headers["Location"] = f"/api/v1/corrections/{correction.id}"
    return _present(store, correction)


def _present(store: Store, correction: Correction) -> dict[str, Any]:
    record = store.shelf(Subject.ENGAGEMENT).cluster_of(correction.report)
    return {"id": correction.id, "record": record, "correction": clean(encode(correction))}
