"""The routes of version 1, and the errors that each of them may answer with."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Depends

from elshi import __version__
from elshi.web.api import corrections, documents, entities, jobs, judgements, models, people, quotes, records, reports, search, tokens
from elshi.web.api.access import Reading
from elshi.web.api.questions import refuse_unknown
from elshi.web.problems import TITLES

__all__ = ["PREFIX", "TAGS", "make_router"]

PREFIX = "/api/v1"
PROBLEM: dict[str, Any] = {"content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/ProblemBody"}}}}
TAGS = [
    {"name": "records", "description": "Engagements as all their reports together tell them."},
    {"name": "search", "description": "Queries in the three languages, filters, and counts of values."},
    {"name": "reports", "description": "What one document says of one engagement, with the characters that say it."},
    {"name": "documents", "description": "Texts, and what was read in them."},
    {"name": "people", "description": "People, posts, and who was seen in which post."},
]
EVERYWHERE = (400, 401, 403, 404, 405, 422, 429, 500, 503)
SENDING = (409, 413, 415)
health = APIRouter(tags=["service"])


@health.get("/health", response_model=models.Health)
async def read_health() -> Any:
    """That the service answers, and which Elshi it is."""
    return {"elshi": __version__}


def make_router() -> APIRouter:
    """All routes, with the errors that they share."""
    errors: dict[int | str, dict[str, Any]] = {status: {"description": TITLES[status], **PROBLEM} for status in (*EVERYWHERE, *SENDING)}
    errors[304] = {"description": "What the client has (If-None-Match) has not changed."}
    router = APIRouter(prefix=PREFIX, responses=errors, dependencies=[Reading, Depends(refuse_unknown)])
    for part in (records, search, reports, documents, people, entities, quotes, judgements, corrections, jobs, tokens):
        router.include_router(part.router)
    router.include_router(health)
    return router
