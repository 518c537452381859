"""`/jobs`: work that was asked for."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from elshi.web.api import models
from elshi.web.api.access import Editing, Stored
from elshi.web.api.parameters import Identifier
from elshi.web.api.presenting import present_job

__all__ = ["router"]

router = APIRouter(prefix="/jobs", tags=["jobs"])


@router.get("/{identifier}", response_model=models.Job)
def read_job(store: Stored, editor: Editing, identifier: Identifier) -> Any:
    """How far it is, and what came of it (editors)."""
    return present_job(store.jobs().job(identifier))
