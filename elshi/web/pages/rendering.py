"""From a template and its values to an answer."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import Response

from elshi import __version__
from elshi.messages import LANGUAGES
from elshi.web.pages.desk import YEAR, Desk
from elshi.web.pages.words import Words, words_in

__all__ = ["POLICY", "link", "name_asset", "render", "say_in"]

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")  # characters that HTML must not have


def link(*parts: str, **query: str) -> str:
    """An address of the desk, from its parts and its query."""
    path = "/" + "/".join(quote(part, safe="", errors="replace") for part in parts)
    return f"{path}?{urlencode(query, errors='replace')}" if query else path


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("elshi.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals |= {"link": link, "asset": name_asset, "version": __version__, "languages": [words_in(code) for code in LANGUAGES]}
    return made


@cache
def name_asset(name: str) -> str:
    """The address of a file that goes with the pages; it changes with what the file holds. Empty where the file was not built: pages work
    without scripts."""
    found = files("elshi.web") / "static" / name
    return f"/static/{name}?v={hashlib.sha256(found.read_bytes()).hexdigest()[:12]}" if found.is_file() else ""


def say_in(words: Words) -> dict[str, Callable[..., str]]:
    """The functions with which templates speak."""
    return {"_": words.say, "count": words.count, "number": words.number, "day": words.day, "country": words.country, "city": words.city}


def render(desk: Desk, template: str, status: int = 200, **values: Any) -> Response:
    """The page, in the reader's language."""
    request = desk.request
    query = [(name, value) for name, value in request.query_params.multi_items() if name != "lang"]
    here = {code: f"{request.url.path}?{urlencode([*query, ('lang', code)], errors='replace')}" for code in LANGUAGES}
    told = {"desk": desk, "words": desk.words, "here": here, "form_token": desk.form_token, **say_in(desk.words), **values}
    written = _environment().get_template(template).render(told)
    headers = {
        "Content-Security-Policy": POLICY,
        "Content-Language": desk.words.code,
        "Cache-Control": "no-cache" if desk.account is None else "private, no-cache",
        "Vary": "Accept-Language, Cookie",
    }
    answer = Response(UNSEEN.sub("\ufffd", written), status, headers, media_type="text/html")
    for name, value in desk.cookies.items():
        answer.set_cookie(name, value, max_age=YEAR, path="/", httponly=True, samesite="strict", secure=request.url.scheme == "https")
    return answer
