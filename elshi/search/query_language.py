"""What somebody typed into a search box, read as conditions; what cannot be read is told with its place, as a value.

    Иран торговля            records that have both (in any form, and in any of the three languages)
    "Middle Corridor"        these words, one after the other          Иссет*         words that begin so
    -нефть  -type:visit      none of these                             Иран OR Ирак   either (also ИЛИ, НЕМЕСЕ, |)
    country:GR  person:"Arman Issetov"  since:2026-03-01               a filter: its name, a colon, what is wanted
    said:"Middle Corridor"   in what somebody said

Parentheses may stand around alternatives. Names of filters are known in the three languages (`reference/<code>/search.toml`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from elshi.language.phrases import word_list
from elshi.language.rooms import SUPPORTED

__all__ = ["FILTERS", "ParsedQuery", "QueryFault", "QueryTerm", "parse_query"]

FILTERS = tuple(word_list("en", "search")["filters"])
LONGEST = 1000  # characters
MOST = 40  # terms
OPENING = {'"': '"', "«": "»", "“": "”", "„": "“”", "”": "”"}
_SPACE = re.compile(r"\s+")
_KEY = re.compile(r"([^\W\d_]+)\s?:(?!//)")
_WORD = re.compile(r'[^\s"«»“”„()|]+')


@dataclass(frozen=True, slots=True)
class QueryTerm:
    """One condition. `field` is one of `FILTERS`, or None where the words may stand anywhere; `start` and `end` are its place in the
    query. A phrase's words follow each other; a prefix is the beginning of a word."""

    words: str
    start: int
    end: int
    field: str | None = None
    is_phrase: bool = False
    is_prefix: bool = False
    is_excluded: bool = False


@dataclass(frozen=True, slots=True)
class QueryFault:
    """Why a query cannot be read or answered: the message (English, with what it is about) and the place, half-open."""

    message: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ParsedQuery:
    """Of each group one term must hold. With a fault there are no groups."""

    groups: tuple[tuple[QueryTerm, ...], ...] = ()
    fault: QueryFault | None = None


@dataclass(frozen=True, slots=True)
class _Piece:
    """A term, or a mark: `(`, `)` or `|`."""

    mark: str
    start: int
    end: int
    term: QueryTerm | None = None


class _Stop(Exception):
    """Reading ends here; never leaves this module."""

    def __init__(self, message: str, start: int, end: int) -> None:
        super().__init__(message)
        self.fault = QueryFault(message, start, end)


@cache
def _filters() -> dict[str, str]:
    """Every name of a filter, in whichever language, with the filter."""
    lists = [word_list(code, "search")["filters"] for code in SUPPORTED]
    return {name: field for listed in lists for field, names in listed.items() for name in names}


@cache
def _alternatives() -> frozenset[str]:
    return frozenset(word for code in SUPPORTED for word in word_list(code, "search")["alternatives"])


def parse_query(text: str) -> ParsedQuery:
    """The query's conditions, or the first fault in it. Nothing is raised, whatever the text is."""
    if len(text) > LONGEST:
        return ParsedQuery(fault=QueryFault(f"the query is longer than {LONGEST} characters", LONGEST, len(text)))
    try:
        groups = tuple(_group(_few(list(_pieces(text)), len(text))))
    except _Stop as stop:
        return ParsedQuery(fault=stop.fault)
    return ParsedQuery(groups)


def _few(pieces: list[_Piece], end: int) -> list[_Piece]:
    if len(pieces) > MOST:
        raise _Stop(f"the query has more than {MOST} terms", pieces[MOST].start, end)
    return pieces


def _pieces(text: str) -> Iterator[_Piece]:
    at = 0
    while at < len(text):
        if space := _SPACE.match(text, at):
            at = space.end()
            continue
        piece = _mark(text, at) or _term(text, at)
        yield piece
        at = piece.end


def _mark(text: str, at: int) -> _Piece | None:
    if text[at] in "()|":
        return _Piece(text[at], at, at + 1)
    if text[at] in "»":
        raise _Stop("a quotation mark closes nothing", at, at + 1)
    word = _WORD.match(text, at)
    if word and word[0] in _alternatives():
        return _Piece("|", at, word.end())
    return None


def _term(text: str, start: int) -> _Piece:
    at = start
    excluded = text[at] in "-−–" and at + 1 < len(text) and not text[at + 1].isspace()
    at += excluded
    field, at = _field(text, at)
    if at >= len(text) or text[at].isspace():
        raise _Stop(f"nothing stands behind {text[start:at]}", start, at)
    if text[at] in OPENING:
        words, end = _quoted(text, at)
        return _Piece("", start, end, QueryTerm(words, start, end, field, is_phrase=True, is_excluded=excluded))
    word = _WORD.match(text, at)
    if word is None:
        raise _Stop(f"nothing stands behind {text[start:at]}", start, at + 1)
    prefix = word[0].endswith("*")
    written = word[0].rstrip("*")
    if "*" in written or (prefix and sum(map(str.isalnum, written)) < 2):
        raise _Stop("an asterisk stands behind two letters of a word or more", at, word.end())
    return _Piece("", start, word.end(), QueryTerm(written, start, word.end(), field, is_prefix=prefix, is_excluded=excluded))


def _field(text: str, at: int) -> tuple[str | None, int]:
    """The filter that is named here, and where what is wanted begins. A colon in a word without a name near to a filter's is the word's."""
    key = _KEY.match(text, at)
    if key is None:
        return None, at
    name = key[1].casefold()
    if name in _filters():
        after = key.end()
        quoted = _SPACE.match(text, after)
        return _filters()[name], quoted.end() if quoted and text[quoted.end() : quoted.end() + 1] in OPENING else after
    near = get_close_matches(name, _filters(), n=1, cutoff=0.7)
    if near and len(name) > 2:
        raise _Stop(f"there is no filter {key[1]}; did you mean {near[0]}?", at, key.end() - 1)
    if key.end() < len(text) and not text[key.end()].isspace():
        raise _Stop(f"there is no filter {key[1]}; there are {', '.join(FILTERS)}", at, key.end() - 1)
    return None, at


def _quoted(text: str, at: int) -> tuple[str, int]:
    closing = OPENING[text[at]]
    end = next((i for i in range(at + 1, len(text)) if text[i] in closing), None)
    if end is None:
        raise _Stop("the quotation is not closed", at, len(text))
    words = text[at + 1 : end].strip()
    if not any(c.isalnum() for c in words):
        raise _Stop("the quotation is empty", at, end + 1)
    return words, end + 1


def _group(pieces: list[_Piece]) -> Iterator[tuple[QueryTerm, ...]]:
    """Terms with a mark of alternatives between them are one group; parentheses must enclose just that."""
    at = 0
    while at < len(pieces):
        group, at = _alternative_terms(pieces, at)
        if any(term.is_excluded for term in group) and len(group) > 1:
            raise _Stop("what is excluded cannot be an alternative", group[0].start, group[-1].end)
        yield tuple(group)


def _alternative_terms(pieces: list[_Piece], at: int) -> tuple[list[QueryTerm], int]:
    found: list[QueryTerm] = []
    while True:
        terms, at = _operand(pieces, at)
        found += terms
        if at >= len(pieces) or pieces[at].mark != "|":
            return found, at
        if at + 1 >= len(pieces):
            raise _Stop("something must stand on both sides of OR", pieces[at].start, pieces[at].end)
        at += 1


def _operand(pieces: list[_Piece], at: int) -> tuple[list[QueryTerm], int]:
    piece = pieces[at]
    if piece.term is not None:
        return [piece.term], at + 1
    if piece.mark == "|":
        raise _Stop("something must stand on both sides of OR", piece.start, piece.end)
    if piece.mark == ")" or at + 1 >= len(pieces):
        raise _Stop("a parenthesis has no partner", piece.start, piece.end)
    terms, after = _alternative_terms(pieces, at + 1)
    if after >= len(pieces):
        raise _Stop("a parenthesis has no partner", piece.start, piece.end)
    if pieces[after].mark != ")":
        raise _Stop("inside parentheses there is OR between all terms", piece.start, pieces[after].end)
    return terms, after + 1
