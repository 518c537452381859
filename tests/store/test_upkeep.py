"""Upgrading, checking and copying stores, from either database to either."""

from __future__ import annotations

import sqlite3

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from elshi.errors import StoreError
from elshi.records import CorrectedField, Correction, Subject
from elshi.store import Provenance, Query, open_store
from elshi.store.audit import Act
from elshi.store.making import upgrade_tables
from elshi.store.opening import open_database
from elshi.store.schema import NEWEST, REVISIONS, VERSION_TABLE, metadata
from elshi.store.tokens import Role
from elshi.store.upkeep import back_up, copy_store, restore, upgrade_store
from tests.databases import ask, empty_database
from tests.doubles import make_document, make_engagement
from tests.store.test_shelf import SAID

CORRECTED = Correction("r", CorrectedField.CITY, "Bergen", "dana", SAID.when)
MADE = Provenance("1.0", "language=1", "tagger 1")


@pytest.fixture(params=["sqlite", "postgresql"])
def target(request, tmp_path):
    """Where another store may be made."""
    if request.param == "sqlite":
        yield tmp_path / "target.db"
    else:
        with empty_database(request.getfixturevalue("postgresql")) as found:
            yield found


def fill(address):
    """A store with something in every table."""
    with open_store(address) as store:
        for number in range(3):
            name = f"{number}.txt"
            store.add(make_document(name, text=f"Aigul Serikova met Jonas Berg. \x00\ud800 {number}"), "en", [make_engagement(name)], MADE)
        store.add_judgement(SAID)
        store.add_external_id("a", "wikidata:Q42")
        store.begin_resolution("1")
        store.jobs().put("read", {"id": "1"})
        store.accounts().add("Aigerim", Role.EDITOR, "seven grey herons")
        assert store.accounts().sign_in("Aigerim", "seven grey herons")
        store.audit().note("Aigerim", Act.SIGNED_IN)
        with store.transaction():
            store.add_correction(CORRECTED)
            tray = store.tray(Subject.ENGAGEMENT)
            tray.put("a", "body", ["x"])
            tray.put("b", "body", ["x"])
            tray.link([("a", "b", 0.5)])
            tray.tell({"report": ["a"]})
            tray.write()
            store.index().begin("1")
            store.index().append(1, [(-5, 0, b"\x00\xff")], [(1, 0, b"\x01")])
            store.index().name_entries(0, [("r", b"r")])
            numbers = store.index().add_values("country", ["NO"])
            store.index().name_values([(numbers["NO"], "Norway", "en")], [(7, numbers["NO"])])
            store.index().add_words(["word"])
            store.index().mark("record", ["r"])
        return store.tokens().add("desk", Role.EDITOR)[1]


def contents(address):
    database = open_database(address)
    try:
        with database.snapshot() as connection:
            return {t.name: sorted(map(tuple, connection.execute(t.select()))) for t in metadata.sorted_tables}
    finally:
        database.close()


def test_a_copy_is_the_same_and_can_be_gone_on_with(address, target):
    secret = fill(address)
    rows = copy_store(address, target)
    assert contents(target) == contents(address)
    assert all(rows.values())
    with open_store(target) as store:
        assert store.tokens().find(secret).name == "desk"
        assert store.add(make_document("new.txt"), "en", [make_engagement("new.txt")], MADE)
        store.jobs().put("read", {"id": "2"})
        assert store.jobs().waiting() == 2
        assert len(list(store.reports(Query()))) == 4


def test_nothing_is_copied_onto_something(address, target):
    fill(address)
    with open_store(target) as store:
        store.add_external_id("mine", "wikidata:Q1")
    before = contents(target)
    with pytest.raises(StoreError, match=r"something in .* already"):
        copy_store(address, target)
    assert contents(target) == before


def test_a_backup_is_whole_or_not_there(address, target, tmp_path):
    fill(address)
    path = tmp_path / "backup.db"
    back_up(address, path)
    with pytest.raises(StoreError, match="there already"):
        back_up(address, path)
    restore(path, target)
    assert contents(target) == contents(address)
    with pytest.raises(StoreError):
        back_up(address, path / "backup.db")
    with pytest.raises(StoreError, match="no store"):
        restore(tmp_path / "nothing.db", target)
    assert {p.name for p in tmp_path.iterdir()} <= {"backup.db", "folder", "target.db", "target.db-wal", "target.db-shm"}


def test_the_revisions_lead_to_the_tables_that_are_made_new(address):
    """Also shows that a store of the first revision is brought up to date."""
    open_store(address).close()
    made = shape(address)
    for table in reversed(metadata.sorted_tables):
        ask(address, f"DROP TABLE {table.name}")
    ask(address, f"DELETE FROM {VERSION_TABLE}")
    run_revisions(address)
    assert shape(address) == made
    database = open_database(address)
    with database.snapshot() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
        assert compare_metadata(context, metadata) == []
    database.close()


def run_revisions(address):
    from alembic import command

    database = open_database(address)
    with database.write("records") as connection:
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", "elshi.store:migrations")
        command.upgrade(config, "head")
    database.close()


def shape(address):
    """Columns and indexes as the database tells them."""
    from sqlalchemy import inspect

    database = open_database(address)
    with database.snapshot() as connection:
        asked = inspect(connection)
        told = {
            name: (
                [(c["name"], str(c["type"]), c["nullable"], c.get("collation")) for c in asked.get_columns(name)],
                asked.get_pk_constraint(name)["constrained_columns"],
                sorted((i["name"], i["column_names"], bool(i["unique"])) for i in asked.get_indexes(name)),
                sorted(u["column_names"] for u in asked.get_unique_constraints(name)),
                sorted(f["referred_table"] for f in asked.get_foreign_keys(name)),
            )
            for name in asked.get_table_names()
        }
    database.close()
    return told


def test_the_revisions_are_those_that_the_store_knows():
    config = Config()
    config.set_main_option("script_location", "elshi.store:migrations")
    scripts = ScriptDirectory.from_config(config)
    assert tuple(reversed([s.revision for s in scripts.walk_revisions()])) == REVISIONS
    assert scripts.get_current_head() == NEWEST


# The tables of the first file that there was: no judgements yet, no search, and its schema in the head of the file.
FIRST = """
CREATE TABLE document (number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, text BLOB NOT NULL, origin TEXT NOT NULL) STRICT;
CREATE TABLE reading (number INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document (number), digest TEXT NOT NULL,
    language TEXT NOT NULL, elshi TEXT NOT NULL, steps TEXT NOT NULL, tagger TEXT NOT NULL, read_at TEXT NOT NULL) STRICT;
CREATE INDEX reading_document ON reading (document, number);
CREATE TABLE report (reading INTEGER NOT NULL REFERENCES reading (number), position INTEGER NOT NULL, engagement TEXT NOT NULL,
    type TEXT NOT NULL, status TEXT NOT NULL, first_day TEXT, last_day TEXT, country TEXT, city TEXT, confidence REAL NOT NULL,
    record TEXT NOT NULL, PRIMARY KEY (reading, position)) STRICT, WITHOUT ROWID;
CREATE INDEX report_engagement ON report (engagement);
CREATE INDEX report_day ON report (first_day);
CREATE VIEW current_report AS SELECT report.* FROM report;
PRAGMA application_id = 0x454C5348;
PRAGMA user_version = 1;
"""


def test_a_file_from_before_revisions_is_brought_up_to_date_with_its_data(tmp_path):
    new, old = tmp_path / "new.db", tmp_path / "old.db"
    with open_store(new) as store:
        store.add(make_document(), "en", [make_engagement()], MADE)
    with sqlite3.connect(old) as raw:
        raw.executescript(FIRST)
        raw.execute("ATTACH ? AS new", (str(new),))
        for table in ("document", "reading", "report"):
            raw.execute(f"INSERT INTO {table} SELECT * FROM new.{table}")
    raw.close()
    with pytest.raises(StoreError, match="elshi store upgrade"):
        open_store(old)
    assert upgrade_store(old) == ("0000", NEWEST)
    assert upgrade_store(old) == (NEWEST, NEWEST)
    with open_store(old) as store:
        assert store.add_judgement(SAID)
        assert len(list(store.reports(Query()))) == len(store.fresh(5)) == 1
    assert contents(old)["report"] == contents(new)["report"]


def test_an_upgrade_that_fails_changes_nothing(tmp_path, monkeypatch):
    path = tmp_path / "old.db"
    with sqlite3.connect(path) as raw:
        raw.executescript(FIRST)
    raw.close()
    before = path.read_bytes()
    database = open_database(path)
    monkeypatch.setattr("elshi.store.making._mark", lambda _connection: database.connection().exec_driver_sql("SELECT nonsense"))
    with pytest.raises(StoreError, match="nonsense"):
        upgrade_tables(database)
    database.close()
    assert path.read_bytes() == before
