"""The index of each kind, empty: in memory, and in a store of either database."""

from __future__ import annotations

import pytest

from elshi.store import open_store
from tests.databases import empty_database
from tests.search.remembered_index import RememberedIndex

KINDS = ("remembered", "sqlite", "postgresql")


@pytest.fixture(scope="module", params=KINDS)
def index(request, tmp_path_factory):
    """An empty index; what is written into it stays within the module."""
    if request.param == "remembered":
        yield RememberedIndex()
    elif request.param == "sqlite":
        yield from begun_index(tmp_path_factory.mktemp("search") / "elshi.db")
    else:
        with empty_database(request.getfixturevalue("postgresql")) as address:
            yield from begun_index(address)


def begun_index(address):
    with open_store(address) as store, store.transaction():
        made = store.index()
        made.begin("test")
        yield made
