"""What every page is made with: the stores, the reader's language, and who the reader is."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import Annotated

from fastapi import Depends, Request

from elshi.messages import LANGUAGES
from elshi.store import Store
from elshi.web.context import Context
from elshi.web.languages import choose_accepted
from elshi.web.pages.words import Words, words_in
from elshi.web.problems import Problem

__all__ = ["CSRF", "LANGUAGE", "PINNED", "Desk", "OnDesk", "choose_language", "expect_own"]

LANGUAGE, CSRF, PINNED = "elshi_language", "elshi_form", "elshi_pinned"  # cookies
MOST_PINNED = 12
YEAR = 365 * 24 * 3600


@dataclass(slots=True)
class Desk:
    """One request for a page. `cookies` are set with the answer."""

    request: Request
    context: Context
    words: Words
    cookies: dict[str, str] = field(default_factory=dict)

    @property
    def store(self) -> Store:
        """This thread's store."""
        return self.context.stores.store()

    @property
    def may_edit(self) -> bool:
        """Whether the reader may change anything."""
        return bool(self.context.options.editor) and not self.context.options.read_only

    @property
    def who(self) -> str:
        """The name under which the reader's judgements and corrections stand."""
        return self.context.options.editor

    @property
    def pinned(self) -> tuple[str, ...]:
        """The codes of the countries that the reader wants on top."""
        given = self.request.cookies.get(PINNED, "")
        return tuple(code for code in given.split("-")[:MOST_PINNED] if code.isascii() and code.isalpha() and len(code) == 2)

    def form_token(self) -> str:
        """What a form of this reader's must send back; it lies in a cookie that other sites cannot read."""
        token = self.request.cookies.get(CSRF, "") or self.cookies.get(CSRF, "")
        if len(token) < 20:
            token = secrets.token_urlsafe(24)
        self.cookies[CSRF] = token
        return token


def choose_language(request: Request) -> tuple[str, bool]:
    """The language to answer in, and whether the reader has just chosen it."""
    chosen = request.query_params.get("lang")
    if chosen in LANGUAGES:
        return chosen, True
    kept = request.cookies.get(LANGUAGE)
    return (kept if kept in LANGUAGES else choose_accepted(request.headers.get("accept-language"))), False


async def _make_desk(request: Request) -> Desk:
    code, chosen = choose_language(request)
    desk = Desk(request, request.app.state.context, words_in(code))
    if chosen:
        desk.cookies[LANGUAGE] = code
    return desk


OnDesk = Annotated[Desk, Depends(_make_desk)]


def expect_own(desk: Desk, token: str) -> None:
    """Raise Problem unless a form that was sent is one of this reader's own, and the reader may change something."""
    if not desk.may_edit:
        raise Problem(403, "Only reading is allowed here.")
    own = desk.request.cookies.get(CSRF, "")
    if len(own) < 20 or not secrets.compare_digest(own.encode(), token.encode("utf-8", "replace")):
        raise Problem(403, "The form has become too old; load the page again.")
