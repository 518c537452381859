"""What stands before every request: limits of rate and size, headers that make browsers careful, and problems for what fails here."""

from __future__ import annotations

import math

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from elshi.web.problems import MISSING, Problem
from elshi.web.rates import Rates

__all__ = ["Guard"]

STRICT = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "interest-cohort=()",
}


class Guard:
    """An ASGI application around another one."""

    def __init__(self, app: ASGIApp, rates: Rates, largest_body: int, hosts: tuple[str, ...] | None = None) -> None:
        self._app, self._rates, self._largest, self._hosts = app, rates, largest_body, hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or end it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        accepted = headers.get("accept-language")
        begun = False

        async def strictly(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                made = MutableHeaders(scope=message)
                for name, value in STRICT.items():
                    made.setdefault(name, value)
            await send(message)

        try:
            self._look(scope, headers)
            await self._app(scope, _Measured(receive, self._largest), strictly)
        except Problem as problem:
            if begun:
                raise
            await problem.answer(accepted)(scope, receive, strictly)

    def _look(self, scope: Scope, headers: Headers) -> None:
        wait = self._rates.wait(_client(scope))
        if wait:
            seconds = math.ceil(wait)
            raise Problem(429, "Try again in {seconds} seconds.", {"seconds": seconds}, headers={"Retry-After": str(seconds)})
        if self._hosts is not None and _name_host(headers.get("host", "")) not in self._hosts:
            raise Problem(403, "The service is not called so here.")  # a page of elsewhere whose name was made to lead here
        if "\0" in scope["path"]:
            raise Problem(404, MISSING)  # nothing is called so, and not every database can be asked for it
        told = headers.get("content-length", "")
        if told.isdigit() and int(told[:20]) > self._largest:
            raise _too_large(self._largest)


class _Measured:
    """Receives a body, as long as it is not too large."""

    def __init__(self, receive: Receive, largest: int) -> None:
        self._receive, self._left, self._largest = receive, largest, largest

    async def __call__(self) -> Message:
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            raise _too_large(self._largest)
        return message


def _too_large(largest: int) -> Problem:
    return Problem(413, "The body is larger than {size} bytes.", {"size": largest}, headers={"Connection": "close"})


def _name_host(given: str) -> str:
    """The name without the port."""
    name = given.lower().rpartition(":")[0] if given.rpartition(":")[2].isdigit() else given.lower()
    return name.strip("[]")


def _client(scope: Scope) -> str:
    """Who asks: the address, which behind a proxy is the proxy's unless the server is told to trust it."""
    client = scope.get("client")
    return str(client[0]) if client else "-"
