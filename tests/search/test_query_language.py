"""What people type is read, and what cannot be read is told with its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elshi.search.query_language import LONGEST, QueryTerm, parse_query


def read(query):
    parsed = parse_query(query)
    assert parsed.fault is None, parsed.fault
    return [[(t.field, t.words, *(m for m in ("phrase", "prefix", "excluded") if getattr(t, f"is_{m}"))) for t in g] for g in parsed.groups]


@pytest.mark.parametrize(
    ("query", "groups"),
    [
        ("Иран торговля", [[(None, "Иран")], [(None, "торговля")]]),
        ('person:"Arman Issetov"', [[("person", "Arman Issetov", "phrase")]]),
        ("страна:GR -тип:визит", [[("country", "GR")], [("type", "визит", "excluded")]]),
        ("ел:KZ мемлекет:KZ", [[("country", "KZ")], [("country", "KZ")]]),
        ("Иссет*", [[(None, "Иссет", "prefix")]]),
        ("a OR b ИЛИ c d", [[(None, "a"), (None, "b"), (None, "c")], [(None, "d")]]),
        ("(a|b) c", [[(None, "a"), (None, "b")], [(None, "c")]]),
        ("«Орта дәліз»", [[(None, "Орта дәліз", "phrase")]]),
        ("in 10:30 https://gov.example/x", [[(None, "in")], [(None, "10:30")], [(None, "https://gov.example/x")]]),
        ("премьер-министр", [[(None, "премьер-министр")]]),
        ("Country:gr SINCE:2026", [[("country", "gr")], [("since", "2026")]]),
        ("   ", []),
    ],
)
def test_a_query_is_read(query, groups):
    assert read(query) == groups


@pytest.mark.parametrize(
    ("query", "message", "start", "end"),
    [
        ("Иран cuntry:GR", "there is no filter cuntry; did you mean country?", 5, 11),
        ("zzz:GR", "there is no filter zzz; there are person", 0, 3),
        ('a "b c', "the quotation is not closed", 2, 6),
        ('a ""', "the quotation is empty", 2, 4),
        ("country:", "nothing stands behind country:", 0, 8),
        ("a OR", "something must stand on both sides of OR", 2, 4),
        ("OR a", "something must stand on both sides of OR", 0, 2),
        ("(a OR b", "a parenthesis has no partner", 0, 1),
        ("a )", "a parenthesis has no partner", 2, 3),
        ("(a b)", "inside parentheses there is OR between all terms", 0, 4),
        ("a OR -b", "what is excluded cannot be an alternative", 0, 7),
        ("в*д", "an asterisk stands behind two letters of a word or more", 0, 3),
        ("x" * (LONGEST + 1), f"the query is longer than {LONGEST} characters", LONGEST, LONGEST + 1),
        ("a " * 41, "the query has more than 40 terms", 80, 82),
    ],
)
def test_a_fault_is_told_with_its_place(query, message, start, end):
    fault = parse_query(query).fault
    assert fault is not None
    assert fault.message.startswith(message)
    assert (fault.start, fault.end) == (start, end)


@given(st.text(alphabet=st.sampled_from(list("aбқ \"«»()|-*:ORcountry:\\%';\n\u0301")), max_size=60) | st.text(max_size=60))
def test_nothing_is_raised_whatever_is_typed(query):
    parsed = parse_query(query)
    terms = [term for group in parsed.groups for term in group]
    assert parsed.fault is None or not terms
    assert all(isinstance(t, QueryTerm) and 0 <= t.start < t.end <= len(query) for t in terms)
    assert parsed.fault is None or 0 <= parsed.fault.start <= parsed.fault.end <= len(query)
