"""The behaviour that every store must show; run on each back end."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from elshi.errors import StoreError, UnknownRecord
from elshi.records import EngagementType
from elshi.store import Provenance, Query, open_store
from elshi.store.base import document_key
from elshi.store.upkeep import upgrade_store
from tests.databases import ask
from tests.doubles import TEXT, make_document, make_engagement

MADE = Provenance(elshi="1.0", steps="language=1", tagger="tagger 1")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "folder" / "elshi.db"


@pytest.fixture
def store(address):
    with open_store(address) as opened:
        yield opened


def reports(store, **query):
    return list(store.reports(Query(**query)))


def test_gives_back_what_was_added(store):
    document, engagement = make_document(title="Заголовок", url="https://example.org/1"), make_engagement()
    assert store.add(document, "en", [engagement], MADE)
    (report,) = reports(store)
    assert report.engagement == engagement
    assert (report.language, report.provenance) == ("en", MADE)
    assert store.document(report.document) == document
    assert store.report(engagement.id[:6]) == report


def test_the_same_reading_again_adds_nothing(store, address):
    document = make_document()
    assert store.add(document, "en", [make_engagement()], MADE)
    assert not store.add(replace(document, name="elsewhere/copy.txt"), "en", [make_engagement()], MADE)
    counts = [ask(address, f"SELECT count(*) FROM {table}")[0][0] for table in ("document", "reading", "report")]
    assert counts == [1, 1, 1]


def test_shows_the_newest_reading_and_keeps_the_older(store, path):
    document, newer = make_document(), replace(MADE, tagger="tagger 2")
    store.add(document, "en", [make_engagement()], MADE)
    store.add(document, "en", [make_engagement(kind=EngagementType.TALKS)], newer)
    assert [r.engagement.type.value for r in reports(store)] == ["talks"]
    store.add(document, "en", [], MADE)
    assert reports(store) == []
    assert store.add(document, "en", [make_engagement()], MADE)
    assert [r.engagement.type.value for r in reports(store)] == ["meeting"]
    assert len(list(store.documents())) == 1


def test_two_texts_under_one_id_are_two_documents(store):
    store.add(make_document(id="1"), "en", [make_engagement("1")], MADE)
    store.add(make_document(id="1", text=TEXT + " Later."), "en", [make_engagement("1", day="2026-03-05")], MADE)
    assert len(reports(store)) == 2
    with pytest.raises(UnknownRecord, match="more than one"):
        store.report(make_engagement("1").id)


def test_orders_by_day_and_filters(store):
    days = ["2026-01-31", "2026-03-02/2026-03-04", None, "2026-02", "2026-03-20"]
    for number, day in enumerate(days):
        kind = EngagementType.VISIT if number % 2 else EngagementType.MEETING
        store.add(make_document(f"{number}.txt"), "en", [make_engagement(f"{number}.txt", kind, day)], MADE)
    assert [r.engagement.date.value for r in reports(store)] == ["2026-03-20", "2026-03-02/2026-03-04", "2026-02", "2026-01-31", None]
    assert len(reports(store, type="visit")) == 2
    assert len(reports(store, country="NO")) == 5
    assert reports(store, country="SE") == []
    assert [r.engagement.date.value for r in reports(store, since="2026-02-15", until="2026-03-03")] == ["2026-03-02/2026-03-04", "2026-02"]
    assert len(reports(store, limit=2)) == 2


def test_what_is_not_there(store):
    for wanted in ("", "ffff", "%", "'; DROP TABLE report; --"):
        with pytest.raises(UnknownRecord):
            store.report(wanted)
    with pytest.raises(UnknownRecord):
        store.document("nothing")


def test_keeps_any_characters(store):
    text = TEXT + "\ud800 \x00 \U0001f54a ё й қ"
    document = make_document("bad\udcff.txt", text=text, title="\udfff", id="\ud83d")
    assert store.add(document, "en", [make_engagement(document.id)], MADE)
    (report,) = reports(store)
    assert store.document(report.document) == document
    assert report.engagement.document == "\ud83d"


def test_all_or_nothing(store):
    broken = replace(make_engagement(), confidence=None)
    with pytest.raises(StoreError):
        store.add(make_document(), "en", [make_engagement(), broken], MADE)
    assert list(store.documents()) == []
    assert store.add(make_document(), "en", [make_engagement()], MADE)


def test_refuses_a_newer_schema(address):
    open_store(address).close()
    ask(address, "UPDATE elshi_schema SET version_num = '9999'")
    with pytest.raises(StoreError, match=r"newer Elshi \(schema 9999"):
        open_store(address)
    with pytest.raises(StoreError, match=r"newer Elshi \(schema 9999"):
        upgrade_store(address)


@pytest.mark.parametrize("content", [b"not a database, but long enough to have been one" * 30, b"SQLite format 3\x00" + b"\xff" * 200])
def test_refuses_other_files(path, content):
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(StoreError):
        open_store(path)
    assert path.read_bytes() == content


def test_refuses_the_database_of_another_program(address):
    ask(address, "CREATE TABLE theirs (a INTEGER)")
    with pytest.raises(StoreError, match="another program"):
        open_store(address)


def test_opens_nothing_where_there_is_nothing(address):
    for opening in (lambda: open_store(address, create=False), lambda: upgrade_store(address)):
        with pytest.raises(StoreError, match="no store"):
            opening()


def test_makes_nothing_where_there_is_nothing(path, tmp_path):
    with pytest.raises(StoreError, match="no store"):
        open_store(path, create=False)
    assert not path.parent.exists()
    with pytest.raises(StoreError):
        open_store(tmp_path)


@pytest.mark.parametrize("address", ["mysql://a:secret@b/c", "postgresql://a:secret@[b/c", "postgresql://a:secret@127.0.0.1:1/c"])
def test_an_address_that_is_none_is_refused_without_its_password(address):
    with pytest.raises(StoreError) as failure:
        open_store(address)
    assert "secret" not in str(failure.value)


def test_an_empty_file_becomes_a_store(path):
    path.parent.mkdir()
    path.touch()
    with open_store(path) as store:
        assert reports(store) == []


WRITER = """
import sys
from dataclasses import replace
from tests.databases import ask
from tests.doubles import make_document, make_engagement
from elshi.store import Provenance, open_store
with open_store(sys.argv[1]) as store:
    for number in range(int(sys.argv[2]), int(sys.argv[3])):
        name = f"{number}.txt"
        store.add(make_document(name), "en", [make_engagement(name)] * 3, Provenance("1", "1", "1"))
        print(number, flush=True)
"""


def start_writer(path, first, last):
    return subprocess.Popen([sys.executable, "-c", WRITER, str(path), str(first), str(last)], stdout=subprocess.PIPE, text=True)


def test_killed_while_writing_it_opens_with_whole_documents(address):
    writer = start_writer(address, 0, 100_000)
    for line in writer.stdout:
        if int(line) >= 30:
            writer.kill()
            break
    writer.stdout.close()
    writer.wait()
    with open_store(address) as store:
        names = [d.name for d in store.documents()]
        assert len(names) > 30
        assert len(reports(store)) == 3 * len(names)
        assert not store.add(make_document("0.txt"), "en", [make_engagement("0.txt")] * 3, Provenance("1", "1", "1"))
        assert store.add(make_document("new.txt"), "en", [], MADE)


def test_two_writers_at_once_lose_nothing(address):
    writers = [start_writer(address, 0, 60), start_writer(address, 30, 90)]
    for writer in writers:
        writer.communicate()
        assert writer.returncode == 0
    with open_store(address) as store:
        assert sorted(int(d.name.removesuffix(".txt")) for d in store.documents()) == list(range(90))
        assert len(reports(store)) == 270


def test_the_record_is_plain_json(store, address):
    store.add(make_document(), "en", [make_engagement()], MADE)
    ((record, country),) = ask(address, "SELECT record, country FROM report")
    assert json.loads(record)["participants"][0]["name"]["value"] == "Aigul Serikova"
    assert country == "NO"


def test_many_may_open_a_new_store_at_once(address):
    def open_and_close(_number):
        open_store(address).close()
        return True

    with ThreadPoolExecutor(12) as pool:
        assert all(pool.map(open_and_close, range(12)))


def test_many_documents_are_one_transaction(store):
    documents = [make_document(f"note{number}.txt", f"{TEXT} {number}") for number in range(12)]
    with pytest.raises(UnknownRecord):
        _add_all_and_fail(store, documents)
    assert list(store.documents()) == []
    with store.transaction():
        for document in documents:
            assert store.add(document, "en", [make_engagement(document.id)], MADE)
            assert not store.add(document, "en", [make_engagement(document.id)], MADE)
    assert len(reports(store)) == 12


def test_many_at_once_are_as_if_one_after_the_other(store, address):
    texts = [TEXT + " " * number for number in range(12)]
    documents = [make_document(f"{number}.txt", text) for number, text in enumerate(texts)]
    store.add(documents[3], "en", [make_engagement(documents[3].id)], MADE)
    store.add(documents[4], "en", [make_engagement(documents[4].id)], replace(MADE, tagger="an older one"))
    read = [(document, "en", [make_engagement(document.id)]) for document in documents]
    again = [(replace(documents[5], name="copy.txt"), "en", [make_engagement(documents[5].id)]), (documents[6], "en", [])]
    assert store.add_all([*read, *again], MADE) == 11 + 1
    assert store.add_all([*read[:6], *read[7:]], MADE) == 0
    counts = [ask(address, f"SELECT count(*) FROM {table}")[0][0] for table in ("document", "reading", "report")]
    assert counts == [12, 14, 13]
    assert sorted(report.engagement.id for report in reports(store)) == sorted(
        made.id for document, _, (made,) in read if document is not documents[6]
    )
    assert list(store.documents())[:3] == [documents[3], documents[4], documents[0]]
    assert store.reports_of(document_key(documents[0]))[0].provenance == MADE
    assert store.add(make_document("last.txt", TEXT + "!"), "en", [], MADE)
    assert store.add_all([], MADE) == 0


def test_many_at_once_are_added_all_or_none(store):
    document, broken = make_document(), make_document("other.txt", TEXT + " ")
    with pytest.raises(AttributeError):
        store.add_all([(document, "en", [make_engagement()]), (broken, "en", [None])], MADE)
    assert list(store.documents()) == []


def test_nothing_is_added_inside_a_moment(store):
    with pytest.raises(ValueError, match="moment"), store.moment():
        store.add(make_document(), "en", [make_engagement()], MADE)
    assert reports(store) == []


def _add_all_and_fail(store, documents):
    with store.transaction():
        for document in documents:
            store.add(document, "en", [make_engagement(document.id)], MADE)
        store.report("none")
