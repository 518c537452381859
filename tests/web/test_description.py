"""The description of the interface is true: whatever it allows to ask is answered as it says, and never with a fault inside.

`ELSHI_FUZZ` is the number of requests to make up for each route (`make fuzz` asks for many).
"""

from __future__ import annotations

import os

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from elshi.store import open_store
from elshi.store.tokens import Role
from elshi.web.app import make_app
from elshi.web.context import WebOptions
from elshi.web.problems import TITLES
from tests.web.service import ROOT, Service

EXAMPLES = int(os.environ.get("ELSHI_FUZZ", "6"))
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    negative_data_rejection,
]
made = settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    derandomize=EXAMPLES < 20,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


FUZZED: list[Service] = []
schema = schemathesis.openapi.from_asgi(f"{ROOT}/openapi.json", make_app(lambda: open_store(FUZZED[0].path), WebOptions(rate=None)))


@pytest.fixture(scope="module")
def fuzzed(tmp_path_factory):
    """A service that anything may be sent to."""
    FUZZED.append(Service(tmp_path_factory.mktemp("fuzz") / "elshi.db"))
    yield FUZZED[0]
    FUZZED.clear()


OPERATIONS = {f"{found.ok().method.upper()} {found.ok().path}": found.ok() for found in schema.get_all_operations()}


@pytest.mark.parametrize("route", OPERATIONS)
@pytest.mark.parametrize("role", [None, Role.EDITOR, Role.ADMIN])
def test_whatever_is_asked_is_answered_as_described(route, role, fuzzed):
    headers = {"Authorization": f"Bearer {fuzzed.secrets[role]}"} if role else {}

    @made
    @given(case=OPERATIONS[route].as_strategy())
    def ask(case):
        case.call_and_validate(headers=headers, checks=CHECKS)

    @made
    @given(case=OPERATIONS[route].as_strategy(generation_mode=GenerationMode.NEGATIVE))
    def ask_wrongly(case):
        case.call_and_validate(headers=headers, checks=CHECKS)

    if role is Role.ADMIN and not route.startswith("GET"):
        return  # it would revoke its own token
    ask()
    if OPERATIONS[route].query or OPERATIONS[route].body:
        ask_wrongly()


def test_every_route_describes_every_error(library):
    told = library.get("openapi.json").json()
    assert told["openapi"].startswith("3.1")
    for path, methods in told["paths"].items():
        for method, route in methods.items():
            assert {str(status) for status in TITLES} <= set(route["responses"]), (method, path)
            assert route["description"], (method, path)
            assert route["tags"]
            problem = route["responses"]["404"]["content"]
            assert problem == {"application/problem+json": {"schema": {"$ref": "#/components/schemas/ProblemBody"}}}


def test_no_route_is_undocumented(library):
    from pathlib import Path

    written = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
    for path in library.get("openapi.json").json()["paths"]:
        first = path.removeprefix(ROOT).split("/")[1]
        assert f"/{first}" in written, path
