"""Files, folders and standard input to documents.

A document that cannot be read becomes an error in the stream, in its place, so a batch goes on and nothing is lost.
The format is found in the content first; the extension decides only what the content leaves open.
"""

from __future__ import annotations

import codecs
import os
import re
import sys
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from elshi.errors import DocumentError, UnreadableDocument
from elshi.records import Document, content_id
from elshi.sources.encoding import decode, find_binary_kind
from elshi.sources.json_records import read_json, read_line
from elshi.sources.webpage import find_declared_encoding, looks_like_page, read_page

__all__ = ["EXTENSIONS", "STANDARD_INPUT", "read_content", "read_path", "read_paths", "read_stream"]

JSON_LINES = frozenset({".jsonl", ".ndjson"})
EXTENSIONS = frozenset({".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".shtml", ".json"}) | JSON_LINES
STANDARD_INPUT = "-"
LARGEST = 20_000_000
CHUNK = 1_000_000
HEAD = 4_096
WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
OBJECT_BEGINS = re.compile(rb'\s*\{\s*(?:"|\})')
LIST_BEGINS = re.compile(rb"\s*\[\s*[{\]]")
# A first line that is an object by itself: one object a line.
OBJECT_LINE = re.compile(rb"\s*\{[^\n]*\}[ \t\r]*(?:\n|$)")
BLANK = re.compile(rb"(?:\s|\xc2\xa0|\xef\xbb\xbf|\xe2\x80\x8b)*")
FEED = re.compile(r"\s*<\?xml\b")

Read = Document | DocumentError


def read_paths(paths: Iterable[Path | str], largest_document: int = LARGEST, stdin: BinaryIO | None = None) -> Iterator[Read]:
    """The documents of several paths, in order; see `read_path`."""
    return chain.from_iterable(read_path(path, largest_document, stdin) for path in paths)


def read_path(path: Path | str, largest_document: int = LARGEST, stdin: BinaryIO | None = None) -> Iterator[Read]:
    """The documents of a file, of a folder (its known kinds of files, recursively, by name) or of standard input (`-`).

    What cannot be read comes as a DocumentError in its place; nothing is raised. A document of more than `largest_document` bytes is
    refused; a file of JSON Lines may be longer, its lines not.
    """
    if str(path) == STANDARD_INPUT:
        yield from read_stream(stdin or sys.stdin.buffer, STANDARD_INPUT, largest_document)
    elif os.path.isdir(path):  # noqa: PTH112 - unlike Path.is_dir, false for a name with a NUL
        yield from _read_folder(Path(path), largest_document)
    else:
        yield from _read_file(Path(path), largest_document)


def read_content(content: bytes, name: str, suffix: str = "") -> Iterator[Read]:
    """The documents of bytes at hand; `suffix` is the file's extension with its dot, if it has one."""
    return read_stream(BytesIO(content), name, max(len(content), 1), suffix)


def read_stream(stream: BinaryIO, name: str, largest_document: int = LARGEST, suffix: str = "") -> Iterator[Read]:
    """The documents of an open binary stream, which is read to its end or as far as the limit allows."""
    content = _read_fully(stream, largest_document + 1)
    if content.startswith(WIDE_MARKS):
        try:
            content = decode(content, name).encode("utf-8", "surrogatepass")
        except DocumentError as error:
            yield error
            return
    if _holds_json_lines(content, suffix):
        yield from _read_json_lines(content.removeprefix(codecs.BOM_UTF8), stream, name, largest_document)
    elif len(content) > largest_document:
        kind = find_binary_kind(content[:HEAD])
        reason = f"{kind}, not text" if kind else f"too large: more than {largest_document} bytes"
        yield UnreadableDocument(name, reason)
    else:
        yield from _read_whole(content, name, suffix)


def _read_fully(stream: BinaryIO, most: int) -> bytes:
    """Up to `most` bytes: a pipe gives fewer at a time than it is asked for."""
    parts: list[bytes] = []
    left = most
    while left > 0 and (part := stream.read(left)):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def _read_folder(folder: Path, largest_document: int) -> Iterator[Read]:
    paths = list(_list_files(folder))
    if not paths:
        yield UnreadableDocument(str(folder), f"a folder without documents ({', '.join(sorted(EXTENSIONS))})")
    for path in paths:
        yield from _read_file(path, largest_document)


def _list_files(folder: Path) -> Iterator[Path]:
    """Regular files of known kinds, by name; hidden ones and links to folders are passed over."""
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(parent, name)
            if path.suffix.lower() in EXTENSIONS and not name.startswith(".") and path.is_file():
                yield path


def _read_file(path: Path, largest_document: int) -> Iterator[Read]:
    try:
        with path.open("rb") as stream:
            yield from read_stream(stream, str(path), largest_document, path.suffix.lower())
    except FileNotFoundError:
        yield UnreadableDocument(str(path), "no such file")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        yield UnreadableDocument(str(path), f"cannot be opened: {reason}")


def _holds_json_lines(content: bytes, suffix: str) -> bool:
    head = content.removeprefix(codecs.BOM_UTF8)
    if suffix in JSON_LINES:
        return not LIST_BEGINS.match(head) and not find_binary_kind(head[:HEAD])
    if not OBJECT_BEGINS.match(head):
        return False
    first = head.lstrip()
    return OBJECT_LINE.match(first) is not None and b"\n" in first.rstrip()


def _read_json_lines(content: bytes, stream: BinaryIO, name: str, largest: int) -> Iterator[Read]:
    found = False
    for number, line in enumerate(_split_lines(content, stream, largest), 1):
        if line is None or not BLANK.fullmatch(line):
            found = True
            yield _read_one_line(line, f"{name}:{number}", largest)
    if not found:
        yield UnreadableDocument(name, "empty")


def _read_one_line(line: bytes | None, name: str, largest: int) -> Read:
    try:
        if line is None:
            raise UnreadableDocument(name, f"too large: a line of more than {largest} bytes")
        return read_line(decode(line, name), name)
    except DocumentError as error:
        return error


def _split_lines(content: bytes, stream: BinaryIO, largest: int) -> Iterator[bytes | None]:
    """The lines of what was read and what is left; None in place of one that is longer than `largest`."""
    pending, skipping = content, False
    while True:
        *lines, pending = pending.split(b"\n")
        for line in lines:
            yield None if skipping or len(line) > largest else line
            skipping = False
        if len(pending) > largest:
            pending, skipping = b"", True
        chunk = stream.read(CHUNK)
        if not chunk:
            yield None if skipping else pending
            return
        pending += chunk


def _read_whole(content: bytes, name: str, suffix: str) -> Iterator[Read]:
    try:
        text = decode(content, name, find_declared_encoding(content))
    except DocumentError as error:
        yield error
        return
    if not text.strip("\ufeff \t\r\n\v\f\xa0\u200b\u2028\u2029"):
        yield UnreadableDocument(name, "empty")
    elif _holds_json(content.removeprefix(codecs.BOM_UTF8), suffix):
        yield from read_json(text, name)
    else:
        yield _read_text(text, name, suffix)


def _holds_json(content: bytes, suffix: str) -> bool:
    return suffix == ".json" or bool(OBJECT_BEGINS.match(content) or LIST_BEGINS.match(content))


def _read_text(text: str, name: str, suffix: str) -> Read:
    try:
        if looks_like_page(text[:HEAD], suffix):
            return read_page(text, name)
        if FEED.match(text):
            raise UnreadableDocument(name, "XML, neither text nor a page")
        return Document(content_id(text, None, None, None), text, name=name)
    except DocumentError as error:
        return error
