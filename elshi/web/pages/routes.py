"""The pages, the files that go with them, and what they answer where something is wrong."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Request
from starlette.responses import Response

from elshi.web.pages import (
    accounts,
    documents,
    exports,
    reading,
    records,
    review,
    rosters,
    search,
    signing_in,
    subjects,
    suggestions,
    today,
)
from elshi.web.pages.desk import Desk, OnDesk, choose_language
from elshi.web.pages.rendering import render
from elshi.web.pages.words import words_in
from elshi.web.problems import Problem

__all__ = ["answer_page_problem", "is_page", "make_pages"]

KINDS = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml", "json": "application/json", "png": "image/png"}
FOREVER = "public, max-age=31536000, immutable"
assets = APIRouter(include_in_schema=False)


@assets.get("/static/{name}")
async def read_asset(request: Request, name: Annotated[str, Path(pattern=r"^[a-z][A-Za-z0-9-]{0,60}\.[a-z]{2,4}$")]) -> Any:
    """A style sheet, a script or a picture of the pages."""
    held = _read_asset(name)
    if held is None:
        raise Problem(404)
    cached = FOREVER if "v" in request.query_params else "no-cache"
    return Response(held, headers={"Cache-Control": cached}, media_type=KINDS[name.rpartition(".")[2]])


@cache
def _read_asset(name: str) -> bytes | None:
    if name.rpartition(".")[2] not in KINDS:
        return None
    found = files("elshi.web") / "static" / name
    return found.read_bytes() if found.is_file() else None


class SignInNeeded(Problem):
    """Ends a request with the form to sign in; for what is no page, as any problem."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(401, "Sign in to read here.")
        self.desk = desk


def _let_in(desk: OnDesk) -> None:
    """Where the record is private, only who has signed in may read; without accounts the pages are closed."""
    options = desk.context.options
    if options.private and desk.account is None:
        raise SignInNeeded(desk) if options.accounts else Problem(401, "The pages are closed here: reading needs a token.")


def make_pages() -> APIRouter:
    """All pages."""
    router = APIRouter(include_in_schema=False)
    closed = APIRouter(include_in_schema=False, dependencies=[Depends(_let_in)])
    for part in (today, search, exports, records, documents, subjects, rosters, reading, review, suggestions):
        closed.include_router(part.router)
    for open_to_all in (closed, signing_in.router, accounts.router, assets):
        router.include_router(open_to_all)
    return router


def is_page(request: Request) -> bool:
    """Whether a person asks, with a browser, and not a program."""
    return not request.url.path.startswith("/api/") and "text/html" in request.headers.get("accept", "")


def answer_page_problem(request: Request, problem: Problem) -> Response:
    """The problem as a page."""
    if isinstance(problem, SignInNeeded):
        asked = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return signing_in.show_sign_in(problem.desk, asked if request.method == "GET" else "/", 401)
    code, _ = choose_language(request)
    desk = Desk(request, request.app.state.context, words_in(code))
    title, detail = problem.tell(code)
    answer = render(desk, "problem.html", problem.status_code, code=problem.status_code, title=title, detail=detail, room="")
    answer.headers.update({"Cache-Control": "no-store", **(problem.headers or {})})
    return answer
