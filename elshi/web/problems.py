"""What went wrong, in one shape for every error: RFC 9457 (`application/problem+json`), in the client's language."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from elshi.failures import translate_failure
from elshi.web.languages import choose_accepted, speak

__all__ = ["MESSAGES", "MISSING", "TITLES", "Problem", "answer_problem"]

TITLES = {
    400: "The request cannot be read.",
    401: "A token is needed.",
    403: "This token does not allow it.",
    404: "There is nothing here.",
    405: "This cannot be done here.",
    409: "This contradicts what is there.",
    413: "The request is too large.",
    415: "The body is not of a type that is read here.",
    422: "The request asks for something that cannot be.",
    429: "Too many requests.",
    500: "Something went wrong inside.",
    503: "The store does not answer.",
}
MISSING = "The id leads to nothing."
MESSAGES = (
    "The id leads to nothing.",
    "Only reading is allowed here.",
    "The body is larger than {size} bytes.",
    "Try again in {seconds} seconds.",
    "The token is unknown or revoked.",
    "A token with the role {role} is needed.",
    "The cursor belongs to another question.",
    "The body must be JSON.",
    "There is no parameter {unknown} here; there are: {known}.",
    "The parameter {twice} is given more than once.",
    "Parts of the request are not as they should be; see `faults`.",
    "What went wrong is in the server's log.",
    "The form has become too old; load the page again.",
    "The pages are closed here: reading needs a token.",
    "Sign in to read here.",
    "An account with the role {role} is needed.",
    "The service is not called so here.",
)


class Problem(HTTPException):
    """Ends a request with an error. `detail` is one of `MESSAGES` or of the failures of the rooms, `values` fill it in; `more` are
    further members of the problem, `headers` go with it."""

    def __init__(
        self,
        status: int,
        detail: str | None = None,
        values: Mapping[str, Any] | None = None,
        *,
        more: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(status, detail or "", dict(headers or {}))
        self.values, self.more = dict(values or {}), dict(more or {})

    def answer(self, accepted: str | None) -> Response:
        """The answer, in the language that the client accepts."""
        code = choose_accepted(accepted)
        title, detail = self.tell(code)
        told: dict[str, Any] = {"type": "about:blank", "title": title, "status": self.status_code}
        if detail:
            told["detail"] = detail
        body = json.dumps({**told, **self.more}, ensure_ascii=False).encode("utf-8", "replace")
        headers = {"Content-Language": code, "Cache-Control": "no-store", **(self.headers or {})}
        return Response(body, self.status_code, headers, media_type="application/problem+json")

    def tell(self, code: str) -> tuple[str, str]:
        """What is wrong, in short and in full (perhaps empty), in a language."""
        return speak(code)(TITLES[self.status_code]), self._say(code) if self.detail else ""

    def _say(self, code: str) -> str:
        if self.detail in MESSAGES:
            return speak(code)(self.detail).format(**self.values)
        return translate_failure(self.detail, speak(code))


def answer_problem(request: Request, problem: Problem) -> Response:
    """The problem as the answer to this request."""
    return problem.answer(request.headers.get("accept-language"))
