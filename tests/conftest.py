"""What several rooms' tests share."""

from __future__ import annotations

from pathlib import Path

import pytest
from argon2 import PasswordHasher

from elshi.errors import ModelError
from elshi.pipeline import LocalRunner, open_runner
from elshi.settings import Settings
from elshi.store import passwords
from tests.databases import empty_database, private_server


@pytest.fixture(scope="session")
def settings(tmp_path_factory) -> Settings:
    """The environment's settings, but for the store."""
    given = Settings.from_environment()
    return Settings(store=tmp_path_factory.mktemp("store") / "elshi.db", models=given.models)


@pytest.fixture(scope="session")
def real_runner(settings) -> LocalRunner:
    """The runner with the real rooms and the model that the user would get."""
    try:
        return open_runner(settings)
    except ModelError as error:
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def examples() -> Path:
    """The folder of example documents."""
    return Path(__file__).parents[1] / "examples"


@pytest.fixture(scope="session")
def postgresql():
    """The address of a private PostgreSQL, which lives as long as the tests."""
    with private_server() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request, tmp_path):
    """Where a store may be made: once a file, once a database of a server."""
    if request.param == "sqlite":
        yield tmp_path / "folder" / "elshi.db"
    else:
        with empty_database(request.getfixturevalue("postgresql")) as found:
            yield found


@pytest.fixture(scope="session", autouse=True)
def quick_passwords():
    """Hashes of passwords that take a moment, not a tenth of a second: tests make many."""
    quick = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "_hasher", lambda: quick)
        yield
