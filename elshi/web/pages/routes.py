"""The pages, the files that go with them, and what they answer where something is wrong."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Request
from starlette.responses import Response

from elshi.web.pages import documents, reading, records, review, rosters, search, subjects, suggestions, today
from elshi.web.pages.desk import Desk, choose_language
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


def _let_in(request: Request) -> None:
    """The pages have no accounts yet: where reading needs a token, they are closed."""
    if request.app.state.context.options.private:
        raise Problem(401, "The pages are closed here: reading needs a token.")


def make_pages() -> APIRouter:
    """All pages."""
    router = APIRouter(include_in_schema=False, dependencies=[Depends(_let_in)])
    for part in (today, search, records, documents, subjects, rosters, reading, review, suggestions):
        router.include_router(part.router)
    router.include_router(assets)
    return router


def is_page(request: Request) -> bool:
    """Whether a person asks, with a browser, and not a program."""
    return not request.url.path.startswith("/api/") and "text/html" in request.headers.get("accept", "")


def answer_page_problem(request: Request, problem: Problem) -> Response:
    """The problem as a page."""
    code, _ = choose_language(request)
    desk = Desk(request, request.app.state.context, words_in(code))
    title, detail = problem.tell(code)
    answer = render(desk, "problem.html", problem.status_code, code=problem.status_code, title=title, detail=detail, room="")
    answer.headers.update({"Cache-Control": "no-store", **(problem.headers or {})})
    return answer
