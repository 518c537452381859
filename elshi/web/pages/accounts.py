"""`/account`, `/accounts` and `/audit`: one's own account, everybody's, and what was done. Only where people sign in."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Form, Query
from starlette.responses import Response

from elshi.errors import UnknownRecord, UsageError
from elshi.failures import translate_failure
from elshi.store.accounts import SHORTEST_PASSWORD
from elshi.store.audit import Act
from elshi.store.tokens import Role
from elshi.web.pages.desk import Desk, OnDesk, expect_form
from elshi.web.pages.rendering import render
from elshi.web.pages.signing_in import go_to, show_sign_in
from elshi.web.problems import Problem

__all__ = ["router"]

router = APIRouter(include_in_schema=False)
PAGE = 50  # entries of the log
Word = Annotated[str, Form(max_length=500)]


@router.get("/account")
def show_own(desk: OnDesk) -> Any:
    """Whoever has signed in: name, role, another password."""
    return _show_own(desk) if desk.account is not None else _send_to_sign_in(desk)


@router.post("/account/password")
def change_own_password(desk: OnDesk, old: Word = "", password: Word = "", again: Word = "", token: Word = "") -> Any:
    """Set another password, which ends all sessions."""
    if desk.account is None:
        return _send_to_sign_in(desk)
    expect_form(desk, token)
    name = desk.account.name
    if password != again:
        return _show_own(desk, "the two passwords are not the same")
    if not desk.store.accounts().confirm(name, old):
        desk.note(Act.REFUSED, name)
        return _show_own(desk, "the old password is wrong")
    try:
        desk.store.accounts().change_password(name, password)
    except UsageError as error:
        return _show_own(desk, str(error))
    desk.note(Act.PASSWORD, name)
    return go_to("/sign-in")


@router.get("/accounts")
def show_all(desk: OnDesk) -> Any:
    """Everybody's (admins)."""
    return _show_all(desk) if desk.account is not None else _send_to_sign_in(desk)


@router.post("/accounts")
def add(desk: OnDesk, name: Word = "", role: Word = "reader", password: Word = "", token: Word = "") -> Any:
    """Make an account (admins)."""
    _expect_admin(desk, token)
    try:
        made = desk.store.accounts().add(name, _role(role), password)
    except UsageError as error:
        return _show_all(desk, str(error))
    desk.note(Act.ADDED, f"{made.name}: {made.role.value}")
    return go_to("/accounts")


@router.post("/accounts/change")
def change(desk: OnDesk, name: Word = "", role: Word = "", act: Word = "", password: Word = "", token: Word = "") -> Any:
    """Give an account another role or another password, close it, or open it again (admins)."""
    _expect_admin(desk, token)
    accounts = desk.store.accounts()
    try:
        if act == "role":
            desk.note(Act.ROLE, f"{accounts.change_role(name, _role(role)).name}: {role}")
        elif act == "password":
            desk.note(Act.PASSWORD, accounts.change_password(name, password).name)
        elif act == "close":
            desk.note(Act.CLOSED, accounts.close(name).name)
        elif act == "reopen":
            desk.note(Act.REOPENED, accounts.reopen(name).name)
    except (UsageError, UnknownRecord) as error:
        return _show_all(desk, str(error))
    return go_to("/accounts")


@router.get("/audit")
def show_log(desk: OnDesk, before: Annotated[int | None, Query(ge=1, le=2**31 - 1)] = None) -> Any:
    """What was done, newest first (admins)."""
    if desk.account is None:
        return _send_to_sign_in(desk)
    _expect_role(desk)
    entries = desk.store.audit().page(PAGE + 1, before)
    further = entries[PAGE - 1].number if len(entries) > PAGE else None
    return render(desk, "audit.html", entries=entries[:PAGE], further=further)


def _show_own(desk: Desk, fault: str = "") -> Response:
    told = translate_failure(fault, desk.words.say) if fault else ""
    admin = desk.allows(Role.ADMIN)
    return render(desk, "account.html", 422 if fault else 200, fault=told, admin=admin, shortest=SHORTEST_PASSWORD)


def _show_all(desk: Desk, fault: str = "") -> Response:
    _expect_role(desk)
    told = translate_failure(fault, desk.words.say) if fault else ""
    known = desk.store.accounts().all()
    return render(desk, "accounts.html", 422 if fault else 200, fault=told, accounts=known, roles=[*Role], shortest=SHORTEST_PASSWORD)


def _send_to_sign_in(desk: Desk) -> Response:
    if not desk.context.options.accounts:
        raise Problem(404)
    return show_sign_in(desk, desk.request.url.path, 401)


def _expect_role(desk: Desk) -> None:
    if not desk.allows(Role.ADMIN):
        raise Problem(403, "An account with the role {role} is needed.", {"role": Role.ADMIN.value})


def _expect_admin(desk: Desk, token: str) -> None:
    _expect_role(desk)
    expect_form(desk, token)


def _role(name: str) -> Role:
    try:
        return Role(name)
    except ValueError:
        raise Problem(422) from None
