"""Who asks, and what they may do: the dependencies of routes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import Depends, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from elshi.store import Store
from elshi.store.audit import Act
from elshi.store.tokens import Role, Token
from elshi.web.context import Context
from elshi.web.problems import Problem

__all__ = ["Editing", "Here", "Noting", "Reading", "Ruling", "Stored", "expect_json"]

CHALLENGE = {"WWW-Authenticate": "Bearer"}
bearer = HTTPBearer(auto_error=False, description="A token made with `elshi token add`. Reading needs none, unless the service is private.")
Credentials = Annotated[HTTPAuthorizationCredentials | None, Depends(bearer)]


async def _context(request: Request) -> Context:
    context: Context = request.app.state.context
    return context


Here = Annotated[Context, Depends(_context)]


async def _store(context: Here) -> Store:
    return context.stores.anywhere()


Stored = Annotated[Store, Depends(_store)]


async def _token(store: Stored, given: Credentials) -> Token | None:
    """The token that comes with the request; one that is unknown is worse than none."""
    if given is None:
        return None
    token = await run_in_threadpool(lambda: store.tokens().find(given.credentials))
    if token is None:
        raise Problem(401, "The token is unknown or revoked.", headers=CHALLENGE)
    return token


Given = Annotated[Token | None, Depends(_token)]


def _require(token: Token | None, role: Role) -> Token:
    detail, values = "A token with the role {role} is needed.", {"role": role.value}
    if token is None:
        raise Problem(401, detail, values, headers=CHALLENGE)
    if not token.role.allows(role):
        raise Problem(403, detail, values)
    return token


async def _may_read(context: Here, token: Given) -> None:
    if context.options.private:
        _require(token, Role.READER)


async def _may_edit(context: Here, token: Given) -> Token:
    if context.options.read_only:
        raise Problem(403, "Only reading is allowed here.")
    return _require(token, Role.EDITOR)


async def _may_rule(context: Here, token: Given) -> Token:
    if context.options.read_only:
        raise Problem(403, "Only reading is allowed here.")
    return _require(token, Role.ADMIN)


async def _logbook(request: Request, store: Stored, token: Given) -> Callable[[Act, str], None]:
    """Writes into the audit log what is done with this token."""
    who, address = token.name if token else "", request.client.host if request.client else ""
    return lambda act, subject: store.audit().note(who, act, subject, address)


Noting = Annotated[Callable[[Act, str], None], Depends(_logbook)]
Reading = Depends(_may_read)
Editing = Annotated[Token, Depends(_may_edit)]
Ruling = Annotated[Token, Depends(_may_rule)]


async def expect_json(request: Request) -> None:
    """What is sent must say that it is JSON."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json" and not (kind.startswith("application/") and kind.endswith("+json")):
        raise Problem(415, "The body must be JSON.")
