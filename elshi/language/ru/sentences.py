"""Russian sentences: places that may end one, and an ordered list of rules that decide.

A rule sees a place and says True (the sentence ends here), False (it goes on) or None (ask the next rule). `RULES` is the whole
order; `decide` also names the rule, so that a wrong break can be traced.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from elshi.language.phrases import word_list
from elshi.records import Span

__all__ = ["RULES", "Break", "decide", "split_sentences"]

LONGEST_SPEECH = 500
EARLY = 24
_PLACE = re.compile(
    r"(?P<mark>[.!?…]+)(?P<closing>[»”\"’)\]]*)(?P<space>\s*)"
    r"|\n[ \t]*\n\s*"
    r"|\n[ \t]*(?=(?:\d{1,2}[.)]|[•▪◦*]|[-–—])\s)"
)
_LEFT_WORD = re.compile(r"[\w./-]+$")
_ONLY_DATE = re.compile(
    r"\s*(?:(?:в|с|со|по|на|от|до|и|период|течение|ходе|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
    r"|\d{1,4}(?:-?го)?|[-–—,])\s*)+",
    re.IGNORECASE,
)
_NUMBER_BEFORE = re.compile(r"(?:\d|\b[IVX]+)\s*$")
_SPEECH = re.compile(r"«[^«»]*»(?=,?\s*[-–—]\s*\w)|“[^“”]*”(?=,?\s*[-–—]\s*\w)|\"[^\"]*\"(?=,?\s*[-–—]\s*\w)")
_OPENING = "«“\"„(['"


@lru_cache(maxsize=1)
def _abbreviations() -> dict[str, frozenset[str]]:
    return {kind: frozenset(words) for kind, words in word_list("ru", "abbreviations").items()}


@dataclass(frozen=True, slots=True)
class Break:
    """A place where a sentence may end: `before` is the sentence so far, `mark` its last punctuation, `closing` quotes and brackets
    after that, `space` what separates it from `after`; `spoken` tells that it lies in direct speech that goes on."""

    before: str
    mark: str
    closing: str
    space: str
    after: str
    spoken: bool

    @property
    def left(self) -> str:
        """The word before the mark, lower case, with inner full stops («т.е»)."""
        found = _LEFT_WORD.search(self.before)
        return found.group().strip("./").lower() if found else ""

    @property
    def right(self) -> str:
        """The first character after opening quotes and brackets."""
        return self.after.lstrip(_OPENING)[:1]


def blank_line(place: Break) -> bool | None:
    """A blank line ends it."""
    return True if place.mark == "" and place.space.count("\n") > 1 else None


def list_item(place: Break) -> bool | None:
    """A line that begins with a number or a bullet is a new item where the line before it is complete."""
    if place.mark or "\n" not in place.space:
        return None
    return place.before.rstrip()[-1:] in tuple(".;:!?") or not place.after.startswith(("-", "–", "—"))


def direct_speech(place: Break) -> bool | None:
    """Speech and the words that say who spoke are one sentence."""
    return False if place.spoken else None


def goes_on_small(place: Break) -> bool | None:
    """A small letter, a comma or a closing bracket follows."""
    return False if place.right.islower() or place.after[:1] in tuple(",;:.!?…)»”%") else None


def dash_follows(place: Break) -> bool | None:
    """A dash on the same line goes on («Да!» – Президент подчеркнул)."""
    return False if place.after[:1] in tuple("-–—") and "\n" not in place.space else None


def glued(place: Break) -> bool | None:
    """Without a space a full stop ends only a word of small letters, a number or a quotation, before a capitalised word."""
    if place.space:
        return None
    following = place.after.lstrip(_OPENING)
    capitalised = following[:1].isupper() and (following[1:2].islower() or following[1:2].isspace())
    complete = bool(place.closing) or (len(place.left) > 1 and "." not in place.left and place.before[-1:].islower())
    return None if capitalised and complete else False


def initial(place: Break) -> bool | None:
    """One capital letter before the full stop is an initial."""
    word = _LEFT_WORD.search(place.before)
    last = re.split(r"[.-]", word.group())[-1] if word else ""
    return False if place.mark == "." and not place.closing and len(last) == 1 and last.isalpha() and last.isupper() else None


def list_number(place: Break) -> bool | None:
    """A number that the sentence begins with numbers a list."""
    return False if place.mark == "." and re.fullmatch(r"\s*(?:\d{1,2}|[IVX]+|[а-яa-z])", place.before) else None


def continuing_abbreviation(place: Break) -> bool | None:
    """«им.», «т.е.», «проф.» never end one."""
    return False if place.mark == "." and not place.closing and place.left in _abbreviations()["continuing"] else None


def year(place: Break) -> bool | None:
    """«в 2025 г. Стороны …»: the year's abbreviation ends a sentence unless the sentence has only begun."""
    if place.mark != "." or place.left not in _abbreviations()["year"]:
        return None
    head = place.before[: -len(place.left)]
    if _NUMBER_BEFORE.search(head) and _ONLY_DATE.fullmatch(head):
        return False
    return len(place.before.strip()) > EARLY if _NUMBER_BEFORE.search(head) else None


def city(place: Break) -> bool | None:
    """«г. Алматы»."""
    return False if place.mark == "." and place.left in _abbreviations()["city"] else None


def ordinary(place: Break) -> bool | None:
    """A full stop before anything else ends it."""
    return bool(place.mark)


RULES: tuple[Callable[[Break], bool | None], ...] = (
    blank_line,
    list_item,
    direct_speech,
    goes_on_small,
    dash_follows,
    glued,
    initial,
    list_number,
    continuing_abbreviation,
    year,
    city,
    ordinary,
)


def decide(place: Break) -> tuple[bool, str]:
    """Whether the sentence ends here, and the name of the rule that says so."""
    for rule in RULES:
        answer = rule(place)
        if answer is not None:
            return answer, rule.__name__
    return False, "none"


def _speeches(text: str, paragraph: Span) -> list[range]:
    found = _SPEECH.finditer(text, paragraph.start, paragraph.end)
    return [range(m.start(), m.end()) for m in found if m.end() - m.start() <= LONGEST_SPEECH]


def _place(text: str, start: int, end: int, found: re.Match[str], speeches: list[range]) -> Break:
    mark, closing = found.group("mark") or "", found.group("closing") or ""
    space = found.group("space") if mark else found.group()
    spoken = any(found.start() in speech for speech in speeches)
    return Break(text[start : found.start()], mark, closing, space, text[found.end() : min(end, found.end() + 40)], spoken)


def _ends(text: str, paragraph: Span) -> Iterator[int]:
    """The ends of the sentences, each with the space after it."""
    start, speeches = paragraph.start, _speeches(text, paragraph)
    for found in _PLACE.finditer(text, paragraph.start, paragraph.end):
        if found.end() >= paragraph.end:
            break
        ends, _ = decide(_place(text, start, paragraph.end, found, speeches))
        if ends:
            yield found.end()
            start = found.end()
    yield paragraph.end


def _trim(text: str, start: int, end: int) -> Span:
    inner = text[start:end]
    first = start + len(inner) - len(inner.lstrip())
    return Span(first, max(first, start + len(inner.rstrip())))


def split_sentences(text: str, paragraph: Span) -> list[Span]:
    """The sentences of one paragraph, in order, without the space around them."""
    sentences: list[Span] = []
    start = paragraph.start
    for end in _ends(text, paragraph):
        span = _trim(text, start, end)
        if len(span):
            sentences.append(span)
        start = end
    return sentences
