"""Paths to documents; what fails becomes an error in its place."""

import io
import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elshi.errors import DocumentError, UnreadableDocument
from elshi.records import Document, content_id
from elshi.sources import read_content, read_path, read_paths, read_stream
from elshi.sources.files import Read

TEXT = "Посол Исландии вручил копии грамот.\r\nПозднее он посетил музей.\n"


def read(content: bytes | str, suffix: str = "") -> list[Read]:
    return list(read_content(content if isinstance(content, bytes) else content.encode(), "in", suffix))


def document(content: bytes | str, suffix: str = "") -> Document:
    [found] = read(content, suffix)
    assert isinstance(found, Document), found
    return found


def error(content: bytes | str, suffix: str = "") -> UnreadableDocument:
    [found] = read(content, suffix)
    assert isinstance(found, UnreadableDocument), found
    return found


def test_a_text_is_kept_to_the_letter(tmp_path: Path) -> None:
    path = tmp_path / "item.txt"
    path.write_bytes(TEXT.encode())
    [found] = read_path(path)
    assert found == Document(content_id(TEXT, None, None, None), TEXT, name=str(path))


def test_the_same_text_has_the_same_id_wherever_it_lies() -> None:
    assert document(TEXT).id == document(TEXT.encode("cp1251")).id != document(TEXT + "!").id


def test_standard_input() -> None:
    [found] = read_path("-", stdin=io.BytesIO(TEXT.encode()))
    assert isinstance(found, Document)
    assert (found.name, found.text) == ("-", TEXT)


def test_a_pipe_that_gives_little_at_a_time_is_read_to_its_end() -> None:
    class Pipe(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            return super().read(min(size, 7) if size and size > 0 else 7)

    [found] = read_path("-", stdin=Pipe(TEXT.encode()))
    assert isinstance(found, Document)
    assert found.text == TEXT


def test_a_folder_is_read_recursively_by_name_and_an_error_does_not_stop_it(tmp_path: Path) -> None:
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / ".hidden").mkdir()
    (tmp_path / "deep" / "er" / "b.TXT").write_text("Елші келді.")
    (tmp_path / "deep" / "er" / "a.txt").write_bytes(b"%PDF-1.4 \x00")
    (tmp_path / "c.jsonl").write_text('{"text": "One."}\n{"text": "Two."}\n')
    (tmp_path / ".hidden" / "d.txt").write_text("no")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / "loop").symlink_to(tmp_path)
    found = list(read_path(tmp_path))
    assert [f.document if isinstance(f, DocumentError) else f.text for f in found] == [
        "One.",
        "Two.",
        str(tmp_path / "deep" / "er" / "a.txt"),
        "Елші келді.",
    ]


def test_an_empty_folder_and_a_missing_file_are_named(tmp_path: Path) -> None:
    found = list(read_paths([tmp_path, tmp_path / "nowhere.txt", "bad\0name"]))
    assert [type(f) for f in found] == [UnreadableDocument] * 3
    assert "without documents" in str(found[0])
    assert "no such file" in str(found[1])


@pytest.mark.parametrize("content", [b"", b" \r\n\t\n", "\ufeff \xa0\n".encode(), b"\xef\xbb\xbf"])
@pytest.mark.parametrize("suffix", ["", ".txt", ".html", ".jsonl", ".json"])
def test_nothing_is_empty(content: bytes, suffix: str) -> None:
    assert error(content, suffix).reason == "empty"


def test_a_pdf_with_a_wrong_name_is_called_a_pdf(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_bytes(b"%PDF-1.7\n" + b"\x00\xff" * 50)
    [found] = read_path(path)
    assert str(found) == f"{path}: a PDF file, not text"


def test_json_lines_give_documents_and_errors_in_their_places() -> None:
    lines = [
        '{"text": "Бір."}',
        "",
        '{"text": 5}',
        "{broken",
        '{"title": "no text"}',
        '["list"]',
        '{"text": "  "}',
        '{"text": "Алты.", "x": [1]}',
    ]
    found = read("\n".join(lines))
    assert [f.name if isinstance(f, Document) else f.document for f in found] == ["in:1", "in:3", "in:4", "in:5", "in:6", "in:7", "in:8"]
    assert [isinstance(f, Document) for f in found] == [True, False, False, False, False, False, True]
    assert "`text` is a number" in str(found[1])
    assert "broken JSON" in str(found[2])
    assert "no `text`" in str(found[3])
    assert "empty" in str(found[5])


def test_a_binary_line_spoils_only_itself() -> None:
    found = read(b'{"text": "One."}\n\x00\x01\x02\n{"text": "Two."}\n')
    assert [isinstance(f, Document) for f in found] == [True, False, True]


def test_json_lines_in_other_encodings() -> None:
    line = '{"text": "Посол встретился с министром и обсудил с ним торговлю."}\n'
    for encoding in ("utf-8-sig", "utf-16", "cp1251"):
        found = read((line * 2).encode(encoding))
        assert [f.text for f in found if isinstance(f, Document)] == [json.loads(line)["text"]] * 2


def test_all_fields_are_taken() -> None:
    record = {
        "id": "mine-7",
        "text": "A.",
        "title": "T",
        "published": "2026-03-06T23:30:00+05:00",
        "lang": "EN",
        "source": "S",
        "url": "https://example.org/7",
        "mood": "calm",
    }
    found = document(json.dumps(record))
    assert (found.id, found.title, str(found.published), found.language, found.source, found.url) == (
        "mine-7",
        "T",
        "2026-03-06",
        "en",
        "S",
        "https://example.org/7",
    )


@pytest.mark.parametrize("field", ["id", "title", "lang", "source", "url", "published"])
@pytest.mark.parametrize("value", [5, True, ["x"], {"y": 1}])
def test_a_field_of_a_wrong_type_is_named(field: str, value: object) -> None:
    assert f"`{field}`" in error(json.dumps({"text": "A.", field: value})).reason


@pytest.mark.parametrize("field", ["id", "title", "lang", "source", "url", "published"])
def test_null_is_as_good_as_absent(field: str) -> None:
    assert document(json.dumps({"text": "A.", field: None})) == document('{"text": "A."}')


@pytest.mark.parametrize("day", ["6 March", "2026-13-01", "", "yesterday", "2026-03-06T99:00"])
def test_a_malformed_day_is_an_error_that_names_it(day: str) -> None:
    assert "`published`" in error(json.dumps({"text": "A.", "published": day})).reason


def test_a_list_gives_its_items_and_a_pretty_printed_object_is_one_document() -> None:
    found = read('[{"text": "A."}, 7, {"text": "B."}]')
    assert [f.name if isinstance(f, Document) else f.document for f in found] == ["in#1", "in#2", "in#3"]
    assert document(json.dumps({"text": "A.", "title": "T"}, indent=2)).title == "T"
    assert "without documents" in error("[]").reason


def test_a_lone_surrogate_passes_through() -> None:
    found = document('{"text": "before \\ud800 after"}')
    assert found.text == "before \ud800 after"
    assert len(found.id) == 20


@pytest.mark.parametrize("content", ["[" * 100_000, '{"text": ' * 50_000, '{"text": "A.", "n": ' + "9" * 6_000 + "}", '{"text": '])
def test_json_that_cannot_be_read_is_said_to_be_broken(content: str) -> None:
    assert "broken JSON" in error(content, ".json").reason


def test_a_text_that_begins_with_a_bracket_is_a_text() -> None:
    assert document("[Фото: архив] Посол прибыл.").text.startswith("[Фото")
    assert document("{sic} the ambassador said").text == "{sic} the ambassador said"


def test_a_document_over_the_limit_is_refused_with_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"a" * 1_001)
    assert [f.reason for f in read_path(path, 1_000) if isinstance(f, DocumentError)] == ["too large: more than 1000 bytes"]
    assert isinstance(next(read_path(path, 1_001)), Document)


def test_fifty_megabytes_in_one_line_are_refused_quickly(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    with path.open("wb") as stream:
        stream.truncate(0)
        for _ in range(50):
            stream.write(b"words " * 166_667)
    begun = time.process_time()
    [found] = read_path(path)
    assert isinstance(found, UnreadableDocument)
    assert time.process_time() - begun < 1


def test_json_lines_may_be_longer_than_a_document_but_no_line_may() -> None:
    lines = [json.dumps({"text": "word " * count}) for count in (10, 200, 10, 5_000, 10)]
    found = list(read_stream(io.BytesIO("\n".join(lines).encode()), "in", 300))
    assert [isinstance(f, Document) for f in found] == [True, False, True, False, True]
    assert [f.document for f in found if isinstance(f, DocumentError)] == ["in:2", "in:4"]
    assert all("too large" in f.reason for f in found if isinstance(f, DocumentError))


def test_a_feed_is_no_document() -> None:
    assert "XML" in error("<?xml version='1.0'?><rss><channel></channel></rss>").reason


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["", ".txt", ".html", ".json", ".jsonl"]), st.integers(1, 500))
def test_any_bytes_give_documents_or_document_errors(content: bytes, suffix: str, limit: int) -> None:
    found = list(read_stream(io.BytesIO(content), "in", limit, suffix))
    assert found
    assert all(isinstance(f, (Document, DocumentError)) for f in found)


SCRAPS = st.sampled_from(
    [
        '{"text": "A."}',
        "{",
        "}",
        "[",
        "]",
        "\n",
        '"',
        "<html>",
        "<p>",
        "</p>",
        "Посол прибыл.",
        "\ud800",
        "\0",
        "<!--",
        "<?xml ",
        "\ufeff",
        ",",
        "\\u",
        "1e999",
        "&#0;",
        "\r",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(SCRAPS, max_size=12).map("".join), st.sampled_from(["", ".html", ".json", ".jsonl"]))
def test_scraps_of_markup_and_json_never_break_the_reader(content: str, suffix: str) -> None:
    for found in read(content.encode("utf-8", "surrogatepass"), suffix):
        assert isinstance(found, (Document, DocumentError))
        assert not isinstance(found, Document) or found.text.strip()
