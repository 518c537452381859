"""Answers that the client has already: every answer to GET has an ETag, and one that has not changed is not sent again."""

from __future__ import annotations

import hashlib

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["Conditional"]

# A browser takes the headers of "not changed" for the page that it has: its policy must be among them.
KEPT = frozenset({b"etag", b"cache-control", b"vary", b"content-location", b"content-language", b"content-security-policy"})


class Conditional:
    """An ASGI application around another one. What may not be kept (`no-store`) is passed on as it comes."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or say that nothing has changed."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await self._app(scope, receive, send)
            return
        asked = Headers(scope=scope).get("if-none-match", "")
        start: Message = {}
        parts: list[bytes] = []

        async def hold(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start" and not _is_kept(message):
                await send(message)
                return
            if message["type"] == "http.response.start":
                start = message
                return
            if not start:
                await send(message)
                return
            parts.append(message.get("body", b""))
            if not message.get("more_body", False):
                for held in _conclude(start, b"".join(parts), asked):
                    await send(held)

        await self._app(scope, receive, hold)


def _is_kept(start: Message) -> bool:
    return Headers(raw=start["headers"]).get("cache-control") != "no-store"


def _conclude(start: Message, body: bytes, asked: str) -> tuple[Message, Message]:
    answer = {"type": "http.response.body", "body": body}
    if start["status"] != 200:
        return start, answer
    tag = f'W/"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = MutableHeaders(scope=start)
    headers["ETag"] = tag
    headers.setdefault("Cache-Control", "no-cache")
    if not _has(asked, tag):
        return start, answer
    kept = [(name, value) for name, value in start["headers"] if name.lower() in KEPT]
    return {**start, "status": 304, "headers": kept}, {**answer, "body": b""}


def _has(asked: str, tag: str) -> bool:
    """Whether one of the tags of an If-None-Match is this one; weak and strong ones of the same letters are one."""
    plain = tag.removeprefix("W/")
    given = (part.strip().removeprefix("W/") for part in asked.split(","))
    return any(part in ("*", plain) for part in given)
