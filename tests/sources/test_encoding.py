"""Encodings are found; what is no text is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elshi.errors import UnreadableDocument
from elshi.sources.encoding import decode, find_binary_kind

RUSSIAN = "Министр иностранных дел принял посла соседней страны. Стороны обсудили расписание встреч на осень – «дорожную карту»."
KAZAKH = "Сыртқы істер министрі көрші елдің елшісін қабылдады. Тараптар күзгі кездесулердің кестесін талқылап, өзара түсіністік танытты."
ENGLISH = "The minister’s guest, René Côté, spoke of a “road map” – and of the café where it was drawn."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1251", "koi8-r", "cp866", "iso8859-5"])
def test_russian_is_read_in_each_encoding(encoding: str) -> None:
    text = RUSSIAN if encoding.startswith(("utf", "cp1251")) else RUSSIAN.replace("–", "-").replace("«", '"').replace("»", '"')
    assert decode(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "ptcp154", "kz1048"])
def test_kazakh_is_read_in_each_encoding(encoding: str) -> None:
    assert decode(KAZAKH.encode(encoding), "a.txt") == KAZAKH


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_english_with_foreign_letters_and_typographic_marks(encoding: str) -> None:
    assert decode(ENGLISH.encode(encoding), "a.txt") == ENGLISH


@pytest.mark.parametrize("text", ["Посол прибыл", "Встреча прошла в Риге.", "АСТАНА. 5 мая. Переговоры завершены"])
@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r"])
def test_a_few_words_suffice(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize("text", ["Елші қонаққа келді", "Министр Түркияға барады"])
@pytest.mark.parametrize("encoding", ["ptcp154", "kz1048"])
def test_a_few_kazakh_words_suffice(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


def test_the_declared_encoding_decides_between_equals() -> None:
    # One byte that is a common letter in several encodings.
    assert decode("Ғ".encode("ptcp154"), "a.html", declared="ptcp154") == "Ғ"


def test_a_wrong_declaration_does_not_win() -> None:
    assert decode(RUSSIAN.encode("cp1251"), "a.html", declared="koi8-r") == RUSSIAN
    assert decode(RUSSIAN.encode(), "a.html", declared="windows-1251") == RUSSIAN
    assert decode(RUSSIAN.encode("cp1251"), "a.html", declared="no-such-encoding") == RUSSIAN


def test_a_utf8_text_cut_off_in_mid_letter_or_slightly_damaged_stays_utf8() -> None:
    assert decode(RUSSIAN.encode()[:-4] + b"\xd0", "a.txt").startswith(RUSSIAN[:60])
    broken = RUSSIAN.encode() * 3 + b"\xff" + RUSSIAN.encode()
    assert decode(broken, "a.txt") == RUSSIAN * 3 + "\ufffd" + RUSSIAN


def test_line_ends_are_kept() -> None:
    assert decode(b"one\r\ntwo\rthree\n", "a.txt") == "one\r\ntwo\rthree\n"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "a PDF file"),
        (b"\n\n%PDF-1.4", "a PDF file"),
        (b"PK\x03\x04\x14\x00", "a ZIP archive"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"\xff\xd8\xff\xe0", "a JPEG image"),
        (b"{\\rtf1\\ansi", "an RTF file"),
        (b"\x1f\x8b\x08", "a gzip archive"),
        (b"plain \x00 not so plain", "a binary file"),
        (b"\x01\x02\x03\x04 words", "a binary file"),
    ],
)
def test_binary_files_are_named(content: bytes, kind: str) -> None:
    with pytest.raises(UnreadableDocument, match="not text") as caught:
        decode(content, "report.txt")
    assert caught.value.document == "report.txt"
    assert kind in caught.value.reason


def test_noise_is_no_text() -> None:
    with pytest.raises(UnreadableDocument, match="encoding"):
        decode(bytes(range(128, 256)) * 4, "noise.txt")


def test_a_false_utf16_mark_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match="UTF-16"):
        decode(b"\xff\xfe" + b"\x00\xd8" * 40, "a.txt")


@given(st.binary(max_size=300))
def test_any_bytes_give_a_text_or_an_unreadable_document(content: bytes) -> None:
    try:
        text = decode(content, "a.txt")
    except UnreadableDocument:
        return
    assert "\0" not in text


@given(st.text(max_size=200).filter(lambda t: find_binary_kind(t.encode("utf-8", "surrogatepass")) is None))
def test_utf8_text_comes_back_unchanged(text: str) -> None:
    encodable = text.encode("utf-8", "ignore").decode()
    assert decode(encodable.encode(), "a.txt") == encodable.removeprefix("\ufeff")
