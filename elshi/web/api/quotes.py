"""`/statements` and `/outcomes`: words of documents, with their spans."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from fastapi import APIRouter
from fastapi import Query as Parameter

from elshi.records import Outcome, OutcomeKind, Span, Statement, Subject
from elshi.records.serialise import clean
from elshi.register.people import is_alike
from elshi.store import Query, Report, Store
from elshi.web.api import models
from elshi.web.api.access import Stored
from elshi.web.api.paging import PAGE, slice_page
from elshi.web.api.parameters import Cursor, Kind, Limit, NamePart, Since, Until, iso

__all__ = ["router"]

router = APIRouter(tags=["statements, outcomes"])
Wanted = Annotated[OutcomeKind | None, Parameter(description="Only outcomes of this kind.")]


@router.get("/statements", response_model=models.Page[models.Statement])
def list_statements(
    store: Stored, speaker: NamePart = None, since: Since = None, until: Until = None, limit: Limit = PAGE, cursor: Cursor = None
) -> Any:
    """What participants said, newest day first."""
    query = Query(None, None, iso(since), iso(until))
    told = ((report, said) for report in store.reports(query) for said in report.engagement.statements)
    fitting = ((report, said) for report, said in told if not speaker or is_alike(speaker, said.speaker))
    page, following = slice_page(fitting, ("statements", speaker, query), cursor, limit)
    return {"items": [_present(store, report, said) for report, said in page], "next": following}


@router.get("/outcomes", response_model=models.Page[models.Outcome])
def list_outcomes(
    store: Stored,
    outcome: Wanted = None,
    kind: Kind = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = PAGE,
    cursor: Cursor = None,
) -> Any:
    """What came of engagements, newest day first."""
    query = Query(kind and kind.value, None, iso(since), iso(until))
    page, following = slice_page(_outcomes(store, query, outcome), ("outcomes", outcome, query), cursor, limit)
    return {"items": [_present(store, report, came) for report, came in page], "next": following}


def _outcomes(store: Store, query: Query, wanted: OutcomeKind | None) -> Iterator[tuple[Report, Outcome]]:
    for report in store.reports(query):
        for came in report.engagement.outcomes:
            if wanted in (None, came.kind):
                yield report, came


def _present(store: Store, report: Report, quoted: Statement | Outcome) -> dict[str, Any]:
    span: Span = quoted.quote
    told: dict[str, Any] = {
        "report": report.engagement.id,
        "record": store.shelf(Subject.ENGAGEMENT).cluster_of(report.engagement.id),
        "document": report.document,
        "language": report.language,
        "day": report.engagement.date.value,
        "start": span.start,
        "end": span.end,
        "words": span.of(store.document(report.document).text),
    }
    if isinstance(quoted, Statement):
        told["speaker"] = quoted.speaker
    else:
        told |= {"kind": quoted.kind.value, "due": quoted.date.value if quoted.date else None}
    return dict(clean(told))
