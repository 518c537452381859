"""What every page is made with: the stores, the reader's language, and who the reader is."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass, field
from typing import Annotated

from fastapi import Depends, Request
from fastapi.concurrency import run_in_threadpool

from elshi.messages import LANGUAGES
from elshi.store import Store
from elshi.store.accounts import Account
from elshi.store.audit import Act
from elshi.store.tokens import Role
from elshi.web.context import Context
from elshi.web.languages import choose_accepted
from elshi.web.pages.words import Words, words_in
from elshi.web.problems import Problem

__all__ = [
    "CSRF",
    "LANGUAGE",
    "PINNED",
    "SESSION",
    "Desk",
    "OnDesk",
    "choose_language",
    "expect_form",
    "expect_own",
    "name_session",
]

LANGUAGE, CSRF, PINNED = "elshi_language", "elshi_form", "elshi_pinned"  # cookies
SESSION = "elshi_session"
MOST_PINNED = 12
YEAR = 365 * 24 * 3600


@dataclass(slots=True)
class Desk:
    """One request for a page. `account` is whose session it comes with, `cookies` are set with the answer."""

    request: Request
    context: Context
    words: Words
    account: Account | None = None
    cookies: dict[str, str] = field(default_factory=dict)

    @property
    def store(self) -> Store:
        """This thread's store."""
        return self.context.stores.store()

    @property
    def may_edit(self) -> bool:
        """Whether the reader may change anything."""
        options = self.context.options
        known = self.allows(Role.EDITOR) if options.accounts else bool(options.editor)
        return known and not options.read_only

    def allows(self, role: Role) -> bool:
        """Whether the reader has signed in and may do what this role is needed for."""
        return self.account is not None and self.account.role.allows(role)

    @property
    def who(self) -> str:
        """The name under which the reader's judgements and corrections stand."""
        return self.account.name if self.account is not None else self.context.options.editor

    @property
    def address(self) -> str:
        """Where the request comes from."""
        return self.request.client.host if self.request.client else ""

    def note(self, act: Act, subject: str = "", who: str = "") -> None:
        """Write into the log what the reader did."""
        self.store.audit().note(who or self.who, act, subject, self.address)

    @property
    def pinned(self) -> tuple[str, ...]:
        """The codes of the countries that the reader wants on top."""
        given = self.request.cookies.get(PINNED, "")
        return tuple(code for code in given.split("-")[:MOST_PINNED] if code.isascii() and code.isalpha() and len(code) == 2)

    def form_token(self) -> str:
        """What a form of this reader's must send back: made from the session, or lying in a cookie that other sites cannot read."""
        if self.account is not None:
            return _made_from(self.session)
        token = self.request.cookies.get(CSRF, "") or self.cookies.get(CSRF, "")
        if len(token) < 20:
            token = secrets.token_urlsafe(24)
        self.cookies[CSRF] = token
        return token

    @property
    def session(self) -> str:
        """The secret of the session with which the request comes; empty where there is none."""
        return self.request.cookies.get(name_session(self.request), "")


def name_session(request: Request) -> str:
    """The name of the session's cookie. With TLS it is one that no neighbouring site can set."""
    return f"__Host-{SESSION}" if request.url.scheme == "https" else SESSION


def _made_from(session: str) -> str:
    return hashlib.sha256(f"form of {session}".encode("utf-8", "surrogatepass")).hexdigest()


def choose_language(request: Request) -> tuple[str, bool]:
    """The language to answer in, and whether the reader has just chosen it."""
    chosen = request.query_params.get("lang")
    if chosen in LANGUAGES:
        return chosen, True
    kept = request.cookies.get(LANGUAGE)
    return (kept if kept in LANGUAGES else choose_accepted(request.headers.get("accept-language"))), False


async def _make_desk(request: Request) -> Desk:
    """The desk for this request."""
    code, chosen = choose_language(request)
    desk = Desk(request, request.app.state.context, words_in(code))
    if desk.context.options.accounts and (secret := desk.session):
        desk.account = await run_in_threadpool(lambda: desk.store.accounts().of_session(secret))
    if chosen:
        desk.cookies[LANGUAGE] = code
    return desk


OnDesk = Annotated[Desk, Depends(_make_desk)]


def expect_own(desk: Desk, token: str) -> None:
    """Raise Problem unless a form that was sent is one of this reader's own, and the reader may change something."""
    if not desk.may_edit:
        raise Problem(403, "Only reading is allowed here.")
    expect_form(desk, token)


def expect_form(desk: Desk, token: str) -> None:
    """Raise Problem unless a form that was sent is one of this reader's own."""
    own = _made_from(desk.session) if desk.account is not None else desk.request.cookies.get(CSRF, "")
    if len(own) < 20 or not secrets.compare_digest(own.encode(), token.encode("utf-8", "replace")):
        raise Problem(403, "The form has become too old; load the page again.")
