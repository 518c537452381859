"""Bytes to text: the encoding is found, not assumed.

UTF-8 is tried first and strictly; what is not UTF-8 is read in each known 8-bit encoding, and the reading whose letters look most like
Russian, Kazakh or English words wins. `elshi/reference/<code>/letters.toml` says which letters are common.
"""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from elshi.errors import UnreadableDocument
from elshi.language.phrases import word_list

__all__ = ["decode", "find_binary_kind"]

# In order of preference: the first of equally good readings is taken.
EIGHT_BIT = ("cp1251", "ptcp154", "kz1048", "koi8-r", "cp866", "iso8859-5", "cp1252")
# Longer marks first: the mark of UTF-32 begins with that of UTF-16.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office file (DOCX, XLSX, EPUB)"),
    (b"\xd0\xcf\x11\xe0", "an old office file (DOC, XLS)"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a WebP image or a sound file"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh91AY", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
    (b"OggS", "a sound file"),
    (b"ID3", "a sound file"),
)
TEXT_CONTROLS = frozenset(b"\t\n\v\f\r\x1a\x1b\x85")
PUNCTUATION = frozenset("«»„“”‘’‹›–—…№§°•·©®­\xa0")
SAMPLE = 20_000
DAMAGED_SHARE = 0.02  # damaged characters among those outside ASCII that a UTF-8 text may have
CONTROL_SHARE = 0.02
LEAST_SCORE = 0.2
FOREIGN_SHARE = 0.1  # below this share of characters outside ASCII any reading will do
CAPITAL_WORTH = 0.7
DECLARED_BONUS = 0.3  # enough to decide for a few words, not against the letters of a whole text


def find_binary_kind(content: bytes) -> str | None:
    """What the bytes look like if they are no text ("a PDF file"), or None."""
    head = content[:1024].lstrip()
    for signature, kind in SIGNATURES:
        if content.startswith(signature) or head.startswith(signature):
            return kind
    if content[4:8] == b"ftyp":
        return "a video"
    if content.startswith(tuple(mark for mark, _ in BYTE_ORDER_MARKS)):
        return None
    controls = sum(content.count(code) for code in range(32) if code not in TEXT_CONTROLS)
    return "a binary file" if content.count(0) or controls > CONTROL_SHARE * len(content) else None


def decode(content: bytes, name: str, declared: str | None = None) -> str:
    """The text of `content`, without a byte order mark. `declared` is an encoding that the document itself names.

    Raises UnreadableDocument for binary files and for bytes that are a text in no known encoding. A UTF-8 text with few damaged
    bytes is read with U+FFFD in their place.
    """
    kind = find_binary_kind(content)
    if kind:
        raise UnreadableDocument(name, f"{kind}, not text")
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _decode_marked(content, name, encoding)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _repair_utf8(content) or _decode_eight_bit(content, name, declared)


def _decode_marked(content: bytes, name: str, encoding: str) -> str:
    text = content.decode(encoding, "replace")
    if "\0" in text or text.count("\ufffd") > DAMAGED_SHARE * len(text) + 1:
        raise UnreadableDocument(name, f"begins like {encoding.upper()} but is not")
    return text


def _repair_utf8(content: bytes) -> str | None:
    text = content.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    outside = sum(1 for c in text if c > "\x7f")
    # One damaged character is what a text cut off in mid-letter has.
    return text if damaged <= max(1, DAMAGED_SHARE * outside) and outside > 2 * damaged else None


def _decode_eight_bit(content: bytes, name: str, declared: str | None) -> str:
    sample = _take_sample(content)
    scores = dict(_score_readings(sample))
    trusted = _name_encoding(declared)
    if trusted in scores:
        scores[trusted] += DECLARED_BONUS
    best = max(scores, key=lambda encoding: scores[encoding])
    foreign = sum(1 for byte in sample if byte > 127) / len(sample)
    if scores[best] < LEAST_SCORE and foreign > FOREIGN_SHARE:
        raise UnreadableDocument(name, "not a text in an encoding that Elshi knows")
    return content.decode(best, "replace")


def _take_sample(content: bytes) -> bytes:
    """The first bytes in which letters outside ASCII occur: markup may come long before them."""
    first = next((i for i, byte in enumerate(content) if byte > 127), 0)
    start = max(0, first - 200)
    return content[start : start + SAMPLE]


def _name_encoding(declared: str | None) -> str | None:
    try:
        return codecs.lookup(declared).name if declared else None
    except (LookupError, ValueError):
        return None


def _score_readings(sample: bytes) -> Iterator[tuple[str, float]]:
    for encoding in EIGHT_BIT:
        yield codecs.lookup(encoding).name, _score(sample.decode(encoding, "replace"))


def _score(text: str) -> float:
    """The mean worth, in -1.5..1, of the characters outside ASCII, each seen after the one before it and before the next."""
    triples = Counter(zip(" " + text, text, text[1:] + " ", strict=False))
    total, count = 0.0, 0
    for (before, character, after), times in triples.items():
        if character > "\x7f":
            total += times * _weigh(before, character, after)
            count += times
    return total / count if count else 0.0


def _weigh(before: str, character: str, after: str) -> float:
    if character in PUNCTUATION:
        # A quotation mark or a dash that stands inside a word is a letter read wrongly.
        return -0.5 if before.isalpha() and after.isalpha() and character != "’" else 0.2
    weight = _weights().get(character.lower())
    beside_latin = _is_latin(before) or _is_latin(after)
    if weight is None:
        return 0.5 if character.isalpha() and beside_latin and before < "\x80" and after < "\x80" else -1.5
    if beside_latin:
        return -0.5
    if character.isupper():
        # A whole text in capitals is likelier small letters read in the wrong encoding.
        return -1.0 if before.islower() else CAPITAL_WORTH * weight
    return weight


def _is_latin(character: str) -> bool:
    return character < "\x80" and character.isalpha()


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    """How common a letter is: 1 for the commonest of a language down to 0 for the rarest; the best of Russian and Kazakh."""
    weights: dict[str, float] = {}
    for code in ("ru", "kk"):
        letters: str = word_list(code, "letters")["by_frequency"]
        for rank, letter in enumerate(letters):
            weights[letter] = max(weights.get(letter, 0.0), 1 - rank / len(letters))
    return weights
