"""`/judgements`: people's word that two things are the same or different."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Response

from elshi.errors import UnknownRecord
from elshi.records import Judgement
from elshi.records.serialise import clean, encode
from elshi.register.judging import compare, judge, take_back_one
from elshi.search.keeping import keep_index
from elshi.store import Store
from elshi.store.audit import Act
from elshi.web.api import models
from elshi.web.api.access import Editing, Noting, Stored, expect_json
from elshi.web.api.paging import PAGE, slice_page
from elshi.web.api.parameters import Cursor, Identifier, Limit

__all__ = ["router"]

router = APIRouter(tags=["judgements"])
Compared = Annotated[str, Query(pattern=r"^[0-9a-f]{1,40}$", description="The id of a record, report or person.")]


@router.get("/judgements", response_model=models.Page[models.Judgement])
def list_judgements(store: Stored, limit: Limit = PAGE, cursor: Cursor = None) -> Any:
    """Every judgement ever given, in the order in which they were added; an undo is a judgement that takes one back."""
    page, following = slice_page(store.judgements(), ("judgements",), cursor, limit)
    return {"items": [_present(judgement) for judgement in page], "next": following}


@router.get("/judgements/{identifier}", response_model=models.Judgement)
def read_judgement(store: Stored, identifier: Identifier) -> Any:
    """The judgement of this id."""
    return _present(_find(store, identifier))


@router.post("/judgements", status_code=201, response_model=models.Judgement, dependencies=[Depends(expect_json)])
def add_judgement(store: Stored, editor: Editing, note: Noting, given: models.NewJudgement, response: Response) -> Any:
    """Say that two records, reports or people are the same or different (editors). The token's name says who."""
    judgement = judge(store, given.one, given.other, given.verdict, editor.name, given.why, take_in=False)
    note(Act.JUDGED, f"{given.one} {given.verdict.value} {given.other}")
    keep_index(store, take_in=False)
    return _created(judgement, response)


@router.post("/judgements/{identifier}/undo", status_code=201, response_model=models.Judgement)
def undo_judgement(store: Stored, editor: Editing, note: Noting, identifier: Identifier, response: Response) -> Any:
    """Take a judgement back (editors), by a judgement that says so."""
    judgement = take_back_one(store, _find(store, identifier), editor.name)
    note(Act.UNDONE, identifier)
    keep_index(store, take_in=False)
    return _created(judgement, response)


@router.get("/comparison", response_model=models.Comparison)
def read_comparison(store: Stored, one: Compared, other: Compared) -> Any:
    """Why two records, reports or people are one, or are not: each comparison with what it adds and what it saw."""
    return clean(encode(compare(store, one, other)))


def _find(store: Store, identifier: str) -> Judgement:
    found = next((judgement for judgement in store.judgements() if judgement.id == identifier), None)
    if found is None:
        raise UnknownRecord(f"no judgement {identifier}")
    return found


def _created(judgement: Judgement, response: Response) -> dict[str, Any]:
    response.headers["Location"] = f"/api/v1/judgements/{judgement.id}"
    return _present(judgement)


def _present(judgement: Judgement) -> dict[str, Any]:
    return {"id": judgement.id, "judgement": clean(encode(judgement))}
