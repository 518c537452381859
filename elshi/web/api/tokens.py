"""`/tokens`: who may do what, for admins. Tokens are made with `elshi token add` alone, so that no secret crosses the network here."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from elshi.records.serialise import encode
from elshi.store.audit import Act
from elshi.web.api import models
from elshi.web.api.access import Noting, Ruling, Stored
from elshi.web.api.parameters import Identifier

__all__ = ["router"]

router = APIRouter(prefix="/tokens", tags=["tokens"])


@router.get("", response_model=list[models.TokenAnswer])
def list_tokens(store: Stored, admin: Ruling) -> Any:
    """Every token ever made, without its secret (admins)."""
    return [encode(token) for token in store.tokens().all()]


@router.delete("/{identifier}", response_model=models.TokenAnswer)
def revoke_token(store: Stored, admin: Ruling, note: Noting, identifier: Identifier) -> Any:
    """Let a token count no more (admins)."""
    revoked = store.tokens().revoke(identifier)
    note(Act.TOKEN_REVOKED, f"{revoked.id} {revoked.name}")
    return encode(revoked)
