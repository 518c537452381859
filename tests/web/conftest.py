"""A service for a test, or one that reading tests share."""

from __future__ import annotations

import pytest

from tests.web.service import Service


@pytest.fixture
def service(tmp_path):
    return Service(tmp_path / "elshi.db")


@pytest.fixture(scope="session")
def library(tmp_path_factory):
    """A service that nobody writes to."""
    return Service(tmp_path_factory.mktemp("web") / "elshi.db")
