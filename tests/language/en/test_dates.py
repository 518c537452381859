"""Dated expressions in English, read on Friday, 13 March 2026."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elshi.language.base import Anchor, Sentence
from elshi.language.en import ENGLISH
from elshi.records import Span

Read = Callable[[str], Sentence]
FRIDAY = Anchor(None, date(2026, 3, 13))

ABSOLUTE = [
    ("They met on May 12, 2025 in Bonn.", "May 12, 2025", "2025-05-12"),
    ("It was signed on 12 May 2024.", "12 May 2024", "2024-05-12"),
    ("MONDAY, 13 OCTOBER 2025 .", "MONDAY, 13 OCTOBER 2025", "2025-10-13"),
    ("the 5th of March 2026", "the 5th of March 2026", "2026-03-05"),
    ("Ties date from 14 December 1992.", "14 December 1992", "1992-12-14"),
    ("Signed on 2026-03-05.", "2026-03-05", "2026-03-05"),
    ("Dated 15/3/2026.", "15/3/2026", "2026-03-15"),
    ("Dated 05.03.2026.", "05.03.2026", "2026-03-05"),
    ("Dated 5/3/2026.", "5/3/2026", "2026-03-05"),
    ("From December 30, 2025 to January 2, 2026 he stayed.", "December 30, 2025 to January 2, 2026", "2025-12-30/2026-01-02"),
    ("It runs in May 2027.", "May 2027", "2027-05"),
    ("It opens in early 2027.", "early 2027", "2027"),
    ("A summit is planned in 2027.", "2027", "2027"),
    ("It ended on 31 November 2025.", "31 November 2025", None),
]
YEARLESS = [
    ("They met on 5 March.", "5 March", "2026-03-05"),
    ("They met on Thursday, March 5.", "Thursday, March 5", "2026-03-05"),
    ("A dinner was given on the evening of June 17.", "June 17", "2025-06-17"),
    ("A dinner will be given on June 17.", "June 17", "2026-06-17"),
    ("It will open on 5 January.", "5 January", "2027-01-05"),
    ("Muscat, 29 Jan", "29 Jan", "2026-01-29"),
    ("They met March 3-5 in Riga.", "March 3-5", "2026-03-03/2026-03-05"),
    ("The forum ran 3–5 March.", "3–5 March", "2026-03-03/2026-03-05"),
    ("He stayed from March 3 to 5.", "March 3 to 5", "2026-03-03/2026-03-05"),
    ("He stayed between 12 and 16 October .", "12 and 16 October", "2025-10-12/2025-10-16"),
    ("On Sept. 23 and 24 the group met.", "Sept. 23 and 24", "2025-09-23/2025-09-24"),
    ("He stayed from 28 February to 3 March.", "28 February to 3 March", "2026-02-28/2026-03-03"),
    ("He stayed on 28 February and 1 March.", "28 February and 1 March", "2026-02-28/2026-03-01"),
    ("He stayed on February 28 and March 1.", "February 28 and March 1", "2026-02-28/2026-03-01"),
    ("They sat on 8, 9 and 11 March.", "8, 9 and 11 March", "2026-03-08/2026-03-11"),
    ("On March 5, 20 experts met.", "March 5", "2026-03-05"),
    ("They sat on March 8, 9, and 11.", "March 8, 9, and 11", "2026-03-08/2026-03-11"),
    ("He will tour Kenya (August 11 to 13).", "August 11 to 13", "2026-08-11/2026-08-13"),
    ("They will meet in October.", "October", "2026-10"),
    ("They met in October.", "October", "2025-10"),
    ("They will meet in February.", "February", "2027-02"),
    ("They may march in June.", "June", "2026-06"),
    ("It will start in late May.", "late May", "2026-05"),
    ("It may be ready by mid-April.", "mid-April", "2026-04"),
    ("In October President Lind spoke.", "October", "2025-10"),
    ("It began last October.", "last October", "2025-10"),
]
RELATIVE = [
    ("They spoke today.", "today", "2026-03-13"),
    ("He arrived yesterday.", "yesterday", "2026-03-12"),
    ("He leaves tomorrow.", "tomorrow", "2026-03-14"),
    ("He came the day before yesterday.", "the day before yesterday", "2026-03-11"),
    ("They spoke on Thursday.", "Thursday", "2026-03-12"),
    ("They spoke on Friday.", "Friday", "2026-03-13"),
    ("They will speak on Tuesday.", "Tuesday", "2026-03-17"),
    ("She is due to speak on Tuesday.", "Tuesday", "2026-03-17"),
    ("Last Monday the envoy left.", "Last Monday", "2026-03-09"),
    ("It opens next Monday.", "next Monday", "2026-03-16"),
    ("They sat on Monday and Tuesday.", "Monday and Tuesday", "2026-03-09/2026-03-10"),
    ("They will sit from Monday to Wednesday.", "Monday to Wednesday", "2026-03-16/2026-03-18"),
    ("This week the board sat.", "This week", "2026-03-09/2026-03-15"),
    ("It will open next week.", "next week", "2026-03-16/2026-03-22"),
    ("It closed last week.", "last week", "2026-03-02/2026-03-08"),
    ("It opens this weekend.", "this weekend", "2026-03-14/2026-03-15"),
    ("the week of 2 March", "the week of 2 March", "2026-03-02/2026-03-08"),
    ("the week ending 20 March", "the week ending 20 March", "2026-03-14/2026-03-20"),
    ("It will close next month.", "next month", "2026-04"),
    ("It closes at the end of the month.", "the end of the month", "2026-03"),
    ("It will be ready by the end of the year.", "the end of the year", "2026"),
    ("It should end before the year's end.", "the year's end", "2026"),
    ("It was built last year.", "last year", "2025"),
    ("He left two weeks ago.", "two weeks ago", "2026-02-27"),
    ("He left 3 days ago.", "3 days ago", "2026-03-10"),
    ("It opens this autumn.", "this autumn", None),
]


@pytest.mark.parametrize(("text", "expression", "value"), ABSOLUTE + YEARLESS + RELATIVE)
def test_an_expression_is_found_and_read(read: Read, text: str, expression: str, value: str | None) -> None:
    found = ENGLISH.dates(read(text), text, FRIDAY)
    assert [(d.span.of(text), d.value, d.reference) for d in found] == [(expression, value, None)]


@pytest.mark.parametrize(
    ("text", "expression", "reference"),
    [
        ("The same day he saw the mayor.", "The same day", "same-day"),
        ("Later that day he left.", "that day", "same-day"),
        ("The following day they flew home.", "The following day", "next-day"),
        ("The next day she spoke.", "The next day", "next-day"),
        ("She had left the day before.", "the day before", "previous-day"),
        ("She had left a day earlier.", "a day earlier", "previous-day"),
    ],
)
def test_some_count_from_the_engagement_before(read: Read, text: str, expression: str, reference: str) -> None:
    found = ENGLISH.dates(read(text), text, FRIDAY)
    assert [(d.span.of(text), d.value, d.reference) for d in found] == [(expression, None, reference)]


@pytest.mark.parametrize(
    "text",
    [
        "They may march.",
        "It cost 2000 roubles.",
        "In 2000 schools it is taught.",
        "May Lind left.",
        "Ambassador Sun Weiling left.",
        "It was led by Jan Novak.",
        "A speech by May Lind ended.",
        "17 guests came at 18:30.",
        "A second round.",
    ],
)
def test_other_words_are_no_dates(read: Read, text: str) -> None:
    assert ENGLISH.dates(read(text), text, FRIDAY) == []


def test_two_days_of_two_months_are_two_expressions(read: Read) -> None:
    text = "They met on 5 January and 7 February."
    assert [d.value for d in ENGLISH.dates(read(text), text, FRIDAY)] == ["2026-01-05", "2026-02-07"]


def test_the_dateline_comes_before_the_publication(read: Read) -> None:
    anchor = Anchor(date(2026, 3, 12), date(2026, 3, 13))
    assert [d.value for d in ENGLISH.dates(read("They met today."), "They met today.", anchor)] == ["2026-03-12"]


def test_without_an_anchor_only_full_dates_are_read(read: Read) -> None:
    text = "They met on 5 March, on Monday and on 7 May 2025."
    found = ENGLISH.dates(read(text), text, Anchor(None, None))
    assert [d.value for d in found] == [None, None, "2025-05-07"]


@given(
    st.lists(st.sampled_from(["5", "March", "to", "2026", "-", "Monday", "next", "week", ",", "May", "the", "day", "31", "."]), max_size=12)
)
def test_expressions_never_overlap(words: list[str]) -> None:
    text = " ".join(words)
    span = Span(0, len(text))
    found = ENGLISH.dates(Sentence(span, ENGLISH.tokens(text, span), 0), text, FRIDAY)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))
