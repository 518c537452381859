"""What may be asked of an address: a parameter that it does not have would be passed over without a word, and is refused instead."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, get_args, get_origin

from fastapi import Request
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from elshi.web.problems import Problem

__all__ = ["refuse_unknown"]

LONGEST = 100  # characters of a name that are told back
_ASKED: dict[tuple[Callable[..., Any], str], dict[str, bool]] = {}


async def refuse_unknown(request: Request) -> None:
    """Every parameter of the query must be one of the route's, and may be given once, unless it is a list."""
    if not request.query_params:
        return
    known = _known(request.scope["route"])
    given = [name for name, _ in request.query_params.multi_items()]
    unknown = list(dict.fromkeys(name for name in given if name not in known))
    if unknown:
        values = {"unknown": _list(unknown), "known": _list(sorted(known)) or "–"}
        more = {"faults": [_fault(name, "there is no such parameter") for name in unknown], "known": sorted(known)}
        raise Problem(422, "There is no parameter {unknown} here; there are: {known}.", values, more=more)
    twice = [name for name in dict.fromkeys(given) if not known[name] and given.count(name) > 1]
    if twice:
        faults = [_fault(name, "it is given more than once") for name in twice]
        raise Problem(422, "The parameter {twice} is given more than once.", {"twice": _list(twice)}, more={"faults": faults})


def _known(route: APIRoute) -> dict[str, bool]:
    """The names of the route's parameters, with whether each may be given several times; looked up once for each route."""
    key = route.endpoint, route.path
    if key not in _ASKED:
        _ASKED[key] = dict(_parameters(route.dependant))
    return _ASKED[key]


def _parameters(dependant: Dependant) -> Iterator[tuple[str, bool]]:
    for parameter in dependant.query_params:
        kind = parameter.field_info.annotation
        yield parameter.alias, any(get_origin(part) is list for part in (kind, *get_args(kind)))
    for needed in dependant.dependencies:
        yield from _parameters(needed)


def _list(names: list[str]) -> str:
    return ", ".join(name[:LONGEST] for name in names[:20])


def _fault(name: str, what: str) -> dict[str, object]:
    return {"where": ["query", name[:LONGEST]], "what": what}
