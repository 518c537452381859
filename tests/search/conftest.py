"""The index of each kind, empty: in memory, in the store, and in the tables that both databases have."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import create_engine

from elshi.store import open_store
from elshi.store.core_index import CoreIndex
from elshi.store.schema_search import metadata
from tests.search.remembered_index import RememberedIndex

KINDS = ("remembered", "store", "sqlite", "postgresql")
BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)


@pytest.fixture(scope="session")
def postgresql():
    """The address of a private PostgreSQL, which lives as long as the tests."""
    found = shutil.which("initdb") or next((str(b / "initdb") for b in BINARIES if (b / "initdb").exists()), None)
    if found is None:
        pytest.skip("no PostgreSQL server is installed (initdb is missing)")
    binaries = Path(found).resolve().parent
    with TemporaryDirectory(prefix="elshi-postgresql-", ignore_cleanup_errors=True) as folder:
        other = not_as_root(Path(folder))
        start = ["-w", "-D", f"{folder}/d", "-l", f"{folder}/log", "-o", f"-k {folder} -c listen_addresses='' -c fsync=off", "start"]
        call = {"capture_output": True, **other}
        subprocess.run(
            [binaries / "initdb", "-D", f"{folder}/d", "-A", "trust", "-U", "elshi", "-E", "UTF8", "--locale=C", "--no-sync"],
            check=True,
            **call,
        )
        subprocess.run([binaries / "pg_ctl", *start], check=True, **call)
        try:
            yield f"postgresql+psycopg://elshi@/postgres?host={folder}"
        finally:
            subprocess.run([binaries / "pg_ctl", "-D", f"{folder}/d", "-m", "immediate", "stop"], check=True, **call)


def not_as_root(folder):
    """Who runs the server: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    try:
        shutil.chown(folder, "nobody")
    except LookupError:
        pytest.skip("PostgreSQL does not run as root, and there is no user nobody")
    return {"user": "nobody", "extra_groups": []}


@pytest.fixture(scope="module", params=KINDS)
def index(request, tmp_path_factory):
    """An empty index; what is written into it stays within the module."""
    folder = tmp_path_factory.mktemp("search")
    if request.param == "remembered":
        yield RememberedIndex()
    elif request.param == "store":
        with open_store(folder / "elshi.db") as store, store.transaction():
            yield store.index()
    else:
        server = request.getfixturevalue("postgresql") if request.param == "postgresql" else f"sqlite:///{folder / 'core.db'}"
        yield from core_index(server)


def core_index(address):
    engine = create_engine(address)
    metadata.drop_all(engine)
    metadata.create_all(engine)
    with engine.connect() as connection:
        made = CoreIndex(lambda: connection)
        made.begin("test")
        yield made
        connection.rollback()
    metadata.drop_all(engine)
    engine.dispose()
