"""Words, numbers and punctuation of a text in any of the three languages, with offsets.

Kinds of piece, tried in this order at each place:

    address     https://…, www.…, name@host
    ISO date    2026-03-05
    number      12, 05.03.2026, 1,5, 10:30, 3-го, 20-я, 50th
    initial     Б.  (one capital letter and its full stop, also glued: Х.А.Рахими)
    word        with inner hyphens and apostrophes: премьер-министр, O'Brien, МиГ-29
    ellipsis    ... and longer runs of full stops
    mark        any other character that is no space
"""

from __future__ import annotations

import re
import unicodedata

from elshi.records import Span

__all__ = ["clean_word", "split_words"]

# Soft hyphens, zero-width characters and byte-order marks: they belong to the word around them but are not read.
_STRAY = "\u00ad\u200b-\u200f\u2060\ufeff"
_LETTER = rf"(?:[^\W\d_][\u0300-\u036f{_STRAY}]*(?:(?<=\u00ad)\n[ \t]*(?=[^\W\d_]))?)"
_HYPHEN = "[-\u2010\u2011]"
_PIECE = re.compile(
    rf"(?:https?://|www\.)[^\s«»\"“”<>()]+[^\s«»\"“”<>().,;:!?]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    rf"|\d{{4}}-\d\d-\d\d(?!\d)"
    rf"|\d{{4}}(?=[гжГЖ](?!\w))|\d+(?:[.,:]\d+)*(?:{_HYPHEN}?{_LETTER}+)?"
    rf"|[^\W\d_]\.(?!\.)(?!\d)"
    rf"|{_LETTER}(?:{_LETTER}|\d)*(?:(?:{_HYPHEN}|['’ʼ])(?:{_LETTER}|\d)+)*"
    rf"|\.{{2,}}|[^\s{_STRAY}]"
)
_STRAY_MARKS = re.compile(rf"[{_STRAY}]+\s*|\u00ad\n[ \t]*")
_HYPHENS = re.compile("[\u2010\u2011]")


def clean_word(written: str) -> str:
    """The word as read: composed letters, plain hyphens, no soft hyphens or zero-width characters."""
    if written.isascii():
        return written
    return unicodedata.normalize("NFC", _HYPHENS.sub("-", _STRAY_MARKS.sub("", written)))


def _is_initial(piece: str) -> bool:
    return len(piece) == 2 and piece[1] == "." and piece[0].isalpha()


def split_words(text: str, span: Span) -> list[tuple[Span, str]]:
    """The words, numbers and punctuation marks of `text` inside `span`, in order, each with its place and the text as read.

    A lower-case letter and its full stop («г.») are two pieces, a capital and its full stop («Б.») one.
    """
    pieces: list[tuple[Span, str]] = []
    for match in _PIECE.finditer(text, span.start, span.end):
        start, end, written = match.start(), match.end(), match.group()
        if _is_initial(written) and not written[0].isupper():
            pieces += [(Span(start, start + 1), written[0]), (Span(start + 1, end), ".")]
        else:
            pieces.append((Span(start, end), clean_word(written)))
    return pieces
