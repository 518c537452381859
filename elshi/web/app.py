"""The web application: the interface for programs and the pages of the desk."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from anyio.to_thread import current_default_thread_limiter
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response

from elshi import __version__
from elshi.errors import ElshiError, UnknownRecord, UsageError
from elshi.store import Store
from elshi.web.api.models import ProblemBody
from elshi.web.api.routes import PREFIX, TAGS, make_router
from elshi.web.conditional import Conditional
from elshi.web.context import Context, WebOptions
from elshi.web.guards import Guard
from elshi.web.pages.routes import answer_page_problem, is_page, make_pages
from elshi.web.problems import MISSING, TITLES, Problem, answer_problem
from elshi.web.rates import Rates
from elshi.web.stores import Stores

__all__ = ["make_app"]

SMALLEST_ZIPPED = 1000
ZIPPED = 1  # a page of records becomes a tenth so; a harder try costs more time than it saves
THREADS = 4  # more would only wait for each other: the work is in Python, and one at a time does it
CLOSED = (f"{PREFIX}/jobs", f"{PREFIX}/tokens")  # what needs a token even to be read
DESCRIPTION = """Engagements of diplomacy, each value with the characters that say it. Reading needs no token unless the service is private.

Lists come in pages: `next` is the `cursor` of the following one. Answers have an `ETag`; ask with `If-None-Match`. Errors are
`application/problem+json` (RFC 9457), in Russian, Kazakh or English, as `Accept-Language` says."""
logger = logging.getLogger("elshi.web")


def make_app(open_one: Callable[[], Store], options: WebOptions | None = None) -> FastAPI:
    """The application over the store that `open_one` opens, once for each thread."""
    options = options or WebOptions()
    context = Context(options, Stores(open_one))

    @asynccontextmanager
    async def live(app: FastAPI) -> AsyncIterator[None]:
        current_default_thread_limiter().total_tokens = THREADS
        yield
        context.stores.close()

    app = FastAPI(
        title="Elshi",
        version=__version__,
        description=DESCRIPTION,
        openapi_url=f"{PREFIX}/openapi.json",
        docs_url=None,
        redoc_url=None,
        openapi_tags=TAGS,
        lifespan=live,
        telemetry={"tracing": False, "metrics": False, "logs": False},  # nothing is reported anywhere
        redirect_slashes=False,
        generate_unique_id_function=lambda route: route.name,
    )
    app.state.context = context
    app.include_router(make_router())
    app.include_router(make_pages())
    _complete_description(app, private=options.private)
    _add_handlers(app)
    app.add_middleware(GZipMiddleware, minimum_size=SMALLEST_ZIPPED, compresslevel=ZIPPED)
    app.add_middleware(Conditional)
    app.add_middleware(Guard, rates=Rates(options.rate, options.burst), largest_body=options.largest_body, hosts=options.hosts)
    return app


def _complete_description(app: FastAPI, *, private: bool) -> None:
    """Put the form of a problem into the description, in the place of the framework's own errors, and say where no token is needed."""
    describe = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            told = describe()
            _describe_problems(told["components"]["schemas"])
            for path, methods in told["paths"].items():
                if not private and not path.startswith(CLOSED) and "get" in methods:
                    methods["get"]["security"].insert(0, {})
        return describe()

    app.openapi = openapi  # type: ignore[method-assign]


def _describe_problems(schemas: dict[str, Any]) -> None:
    made = ProblemBody.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas |= made.pop("$defs")
    schemas["ProblemBody"] = made
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)


def _add_handlers(app: FastAPI) -> None:
    app.add_exception_handler(HTTPException, _answer_http)
    app.add_exception_handler(RequestValidationError, _answer_invalid)
    app.add_exception_handler(ElshiError, _answer_failure)
    app.add_exception_handler(Exception, _answer_unforeseen)


async def _answer_http(request: Request, error: Exception) -> Response:
    """What the framework found out: no such address, not this method."""
    if isinstance(error, Problem):
        return _answer(request, error)
    status = error.status_code if isinstance(error, HTTPException) else 500
    headers = dict(error.headers or {}) if isinstance(error, HTTPException) else {}
    return _answer(request, Problem(status if status in TITLES else 400, headers=headers))


async def _answer_invalid(request: Request, error: Exception) -> Response:
    """Parameters or a body that are not as described. What was sent is not repeated."""
    found = error.errors() if isinstance(error, RequestValidationError) else []
    if any(fault.get("type") == "json_invalid" for fault in found):
        return _answer(request, Problem(400, "The body must be JSON."))
    faults = [{"where": list(fault["loc"]), "what": str(fault["msg"])} for fault in found]
    detail = "Parts of the request are not as they should be; see `faults`."
    return _answer(request, Problem(422, detail, more={"faults": faults}))


async def _answer_failure(request: Request, error: Exception) -> Response:
    """Failures of Elshi itself. What a store says when it fails stays in the log: it may name files."""
    if isinstance(error, UnknownRecord):
        return _answer(request, Problem(404, MISSING))
    if isinstance(error, UsageError):
        return _answer(request, Problem(409, str(error)))
    logger.error("%s %s: %s", request.method, request.url.path, error)
    return _answer(request, Problem(503, "What went wrong is in the server's log."))


async def _answer_unforeseen(request: Request, error: Exception) -> Response:
    """A fault of Elshi; the server logs it."""
    return _answer(request, Problem(500, "What went wrong is in the server's log."))


def _answer(request: Request, problem: Problem) -> Response:
    """For a program as JSON, for a person as a page."""
    return answer_page_problem(request, problem) if is_page(request) else answer_problem(request, problem)
