"""Databases for the tests: a private PostgreSQL from the server that is installed, and what a database itself says."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from elshi.store.opening import open_database

BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
SETTINGS = "-c listen_addresses='' -c fsync=off -c max_connections=200"
NUMBERS = count(1)


@contextmanager
def private_server() -> Iterator[str]:
    """The address of a server that lives as long as it is wanted."""
    found = shutil.which("initdb") or next((str(b / "initdb") for b in BINARIES if (b / "initdb").exists()), None)
    if found is None:
        pytest.skip("no PostgreSQL server is installed (initdb is missing)")
    binaries = Path(found).resolve().parent
    with TemporaryDirectory(prefix="elshi-postgresql-", ignore_cleanup_errors=True) as folder:
        call = {"capture_output": True, **_not_as_root(Path(folder))}
        make = ["-A", "trust", "-U", "elshi", "-E", "UTF8", "--locale=C", "--no-sync"]
        subprocess.run([binaries / "initdb", "-D", f"{folder}/d", *make], check=True, **call)
        start = ["-w", "-l", f"{folder}/log", "-o", f"-k {folder} {SETTINGS}", "start"]
        subprocess.run([binaries / "pg_ctl", "-D", f"{folder}/d", *start], check=True, **call)
        try:
            yield f"postgresql://elshi@/postgres?host={folder}"
        finally:
            subprocess.run([binaries / "pg_ctl", "-D", f"{folder}/d", "-m", "immediate", "stop"], check=True, **call)


@contextmanager
def empty_database(server: str) -> Iterator[str]:
    """The address of an empty database of the server: one of its schemas."""
    import psycopg

    name = f"store_{os.getpid()}_{next(NUMBERS)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}")
        try:
            yield f"{server}&options=-csearch_path%3D{name}"
        finally:
            connection.execute(f"DROP SCHEMA {name} CASCADE")


def ask(address, statement):
    """What the database of a store says itself."""
    database = open_database(address)
    try:
        with database.engine.begin() as connection:
            result = connection.exec_driver_sql(statement)
            return result.all() if result.returns_rows else []
    finally:
        database.close()


def _not_as_root(folder: Path) -> dict[str, object]:
    """Who runs the server: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    try:
        shutil.chown(folder, "nobody")
    except LookupError:
        pytest.skip("PostgreSQL does not run as root, and there is no user nobody")
    return {"user": "nobody", "extra_groups": []}
