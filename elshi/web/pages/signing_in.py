"""`/sign-in` and `/sign-out`: sessions of people who have an account."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Form, Query
from starlette.responses import RedirectResponse, Response

from elshi.store.accounts import LONGEST_SESSION
from elshi.store.audit import Act
from elshi.web.pages.desk import Desk, OnDesk, expect_form, name_session
from elshi.web.pages.rendering import render
from elshi.web.problems import Problem

__all__ = ["go_to", "router", "show_sign_in"]

router = APIRouter(include_in_schema=False)
Word = Annotated[str, Form(max_length=500)]


@router.get("/sign-in")
def ask(desk: OnDesk, to: Annotated[str, Query(max_length=2000)] = "/") -> Any:
    """The form; who has signed in already goes on."""
    if not desk.context.options.accounts:
        raise Problem(404)
    return go_to(to) if desk.account is not None else show_sign_in(desk, to)


def show_sign_in(desk: Desk, to: str, status: int = 200, fault: str = "", name: str = "") -> Response:
    """The form, which leads to a page of the desk."""
    answer = render(desk, "sign_in.html", status, to=to, fault=fault, name=name, private=desk.context.options.private)
    answer.headers["Cache-Control"] = "no-store"
    return answer


@router.post("/sign-in")
def sign_in(desk: OnDesk, name: Word = "", password: Word = "", to: Word = "/", token: Word = "") -> Any:
    """Begin a session. What is wrong is not told: names must not be found by trying."""
    if not desk.context.options.accounts:
        raise Problem(404)
    expect_form(desk, token)
    wait = desk.context.refusals.wait(desk.address, take=False)
    begun = None if wait else desk.store.accounts().sign_in(name, password)
    if begun is None:
        if not wait:  # whoever must wait cannot fill the log either
            desk.context.refusals.wait(desk.address)
            desk.note(Act.REFUSED, who=name)
        fault = desk.words.say("Name or password is wrong, or there were too many attempts; try again in some minutes.")
        return show_sign_in(desk, to, 403, fault, name)
    account, secret = begun
    desk.note(Act.SIGNED_IN, who=account.name)
    answer = go_to(to)
    secure = desk.request.url.scheme == "https"
    answer.set_cookie(name_session(desk.request), secret, max_age=LONGEST_SESSION, path="/", httponly=True, samesite="lax", secure=secure)
    return answer


@router.post("/sign-out")
def sign_out(desk: OnDesk, token: Word = "") -> Any:
    """End the session."""
    answer = go_to("/")
    if desk.account is not None:
        expect_form(desk, token)
        desk.store.accounts().sign_out(desk.session)
        desk.note(Act.SIGNED_OUT)
    answer.delete_cookie(name_session(desk.request), path="/", httponly=True, secure=desk.request.url.scheme == "https")
    return answer


def go_to(page: str, otherwise: str = "/") -> Response:
    """To a page of the desk, never elsewhere."""
    own = page.startswith("/") and not page.startswith("//") and "\\" not in page and page.isprintable()
    return RedirectResponse(page if own else otherwise, 303)
