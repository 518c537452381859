"""Which reports tell of one engagement: across languages and spellings, days, places and kinds of contact."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elshi.records import Basis, EngagementType, ParticipantKind, Status
from elshi.resolution.blocking import event_keys, event_searches
from elshi.resolution.events import APART, COMPARISONS, SAME, explain_comparison, explain_events, may_be_one, rate_events
from elshi.resolution.gists import Gist, Party, outline, pack_gist, unpack_gist
from elshi.resolution.sketches import overlap, sketch

DAY = date(2026, 10, 6).toordinal()
SEITOV = Party(ParticipantKind.PERSON, "Марат Сейтов", "ru", "министр энергетики", ("KZ",))
SEITOV_KK = Party(ParticipantKind.PERSON, "Марат Сейітов", "kk", "энергетика министрі", ("KZ",))
SEITOV_EN = Party(ParticipantKind.PERSON, "Marat Seitov", "en", "Energy Minister", ("KZ",))
LUND = Party(ParticipantKind.PERSON, "Ингрид Лунд", "ru", "посол", ("NO",))
LUND_EN = Party(ParticipantKind.PERSON, "Ingrid Lund", "en", "Ambassador", ("NO",))
BERG = Party(ParticipantKind.PERSON, "Ула Берг", "ru", "директор", ("NO",))


def gist(name: str, *parties: Party, day: int = 0, kind: str = "meeting", basis: Basis = Basis.EXPLICIT, **rest) -> Gist:
    given = {"country": "KZ", "city": "Astana", "status": Status.HELD, "published": DAY + 1, **rest}
    language = parties[0].language if parties else "en"
    first = DAY + day
    return Gist(name, f"document {name}", language, EngagementType(kind), first=first, last=first, basis=basis, parties=parties, **given)


RUSSIAN = gist("ru", SEITOV, LUND)
ENGLISH = gist("en", LUND_EN, SEITOV_EN)
ONE = [
    ("another language", ENGLISH),
    ("talks", gist("x", SEITOV_KK, LUND, kind="talks")),
    ("a day later", gist("x", SEITOV_EN, LUND_EN, day=1)),
    ("three days later by its dateline", gist("x", SEITOV_EN, LUND_EN, day=3, basis=Basis.DATELINE)),
    ("announced", gist("x", SEITOV, LUND, status=Status.PLANNED, published=DAY - 2)),
    ("no city", gist("x", SEITOV_EN, LUND_EN, city=None)),
    ("a companion", gist("x", SEITOV, LUND, BERG)),
]
TWO = [
    ("two days later", gist("x", SEITOV_EN, LUND_EN, day=2)),
    ("a week later", gist("x", SEITOV, LUND, day=7)),
    ("in another city two days later", gist("x", SEITOV, LUND, day=2, city="Aktau")),
    ("by telephone", gist("x", SEITOV, LUND, kind="call")),
    ("somebody else", gist("x", SEITOV, BERG)),
    ("the same document", replace(gist("x", SEITOV, LUND), document=RUSSIAN.document)),
    (
        "a conference that both attend",
        gist("x", SEITOV, LUND, Party(ParticipantKind.PERSON, "Ян Новак", "ru", "посол", ("CZ",)), kind="conference"),
    ),
]


@pytest.mark.parametrize("other", [g for _, g in ONE], ids=[name for name, _ in ONE])
def test_one_engagement(other):
    assert rate_events(RUSSIAN, other) >= SAME
    assert find_each_other(RUSSIAN, other)


@pytest.mark.parametrize("other", [g for _, g in TWO], ids=[name for name, _ in TWO])
def test_two_engagements(other):
    assert rate_events(RUSSIAN, other) < SAME


def test_an_office_may_be_whom_the_other_names():
    office = Party(ParticipantKind.OFFICE, "норвежский посол", "ru", None, ("NO",))
    unnamed, guests = gist("x", SEITOV, office), gist("y", SEITOV, Party(ParticipantKind.GROUP, "гости", "ru"))
    assert rate_events(ENGLISH, unnamed) > rate_events(ENGLISH, guests)
    assert COMPARISONS["participants"](ENGLISH, unnamed) == "one_and_an_office"


def test_days_apart_keep_others_apart():
    assert rate_events(RUSSIAN, gist("x", SEITOV, LUND, day=7)) < APART


@pytest.mark.parametrize("other", [g for _, g in ONE + TWO], ids=[name for name, _ in ONE + TWO])
def test_the_score_is_the_same_both_ways_and_is_what_the_reasons_make(other):
    assert rate_events(RUSSIAN, other) == rate_events(other, RUSSIAN)
    likeness = explain_events(RUSSIAN, other)
    assert likeness.score == rate_events(RUSSIAN, other)
    assert [reason.comparison for reason in likeness.reasons] == list(COMPARISONS)


def test_what_is_quick_to_compare_rules_out_strangers_alone():
    for other in (g for _, g in ONE + TWO):
        assert may_be_one(outline(RUSSIAN), outline(other)) or rate_events(RUSSIAN, other) < SAME
    assert all(may_be_one(outline(RUSSIAN), outline(g)) for _, g in ONE)
    assert not may_be_one(outline(RUSSIAN), outline(gist("x", SEITOV, LUND, day=7)))


def find_each_other(one, other):
    """Whether either finds the other; a report that is found does not depend on which of them came first."""
    found = {not event_searches(a).isdisjoint(event_keys(b)) for a, b in ((one, other), (other, one))}
    assert len(found) == 1
    return found.pop()


BEGUN = date(2026, 5, 12).toordinal()
some_days = st.one_of(
    st.just((None, None)),
    st.builds(lambda first, more: (BEGUN + first, BEGUN + first + more), st.integers(-40, 40), st.sampled_from((0, 0, 1, 6, 7, 30, 364))),
)
some_reports = st.builds(
    lambda days, published: replace(RUSSIAN, first=days[0], last=days[1], published=None if published is None else BEGUN + published),
    some_days,
    st.one_of(st.none(), st.integers(-40, 40)),
)


@given(some_reports, some_reports)
def test_what_can_be_one_finds_each_other_whichever_comes_first(one, other):
    found = find_each_other(one, replace(other, id="x", document="document x"))
    if None not in (one.first, one.last, other.first, other.last):
        apart = max(one.first - other.last, other.first - one.last)
        within = max(one.last - one.first, other.last - other.first) < 60
        assert found or apart > 3 or not within
        assert not found or apart < 20


def test_reports_without_a_day_find_those_of_their_days_of_publication():
    undated = replace(RUSSIAN, first=None, last=None, published=BEGUN)
    unknown = replace(RUSSIAN, first=None, last=None, published=None)
    assert find_each_other(undated, replace(undated, published=BEGUN + 5))
    assert find_each_other(undated, replace(RUSSIAN, first=BEGUN - 5, last=BEGUN - 5))
    assert not find_each_other(undated, replace(RUSSIAN, first=BEGUN - 30, last=BEGUN - 30))
    assert find_each_other(unknown, unknown)
    assert not find_each_other(unknown, undated)


def test_every_comparison_explains_itself():
    assert all(explain_comparison(name).endswith(".") for name in COMPARISONS)


def test_a_gist_is_read_back_as_it_was():
    whole = replace(RUSSIAN, topics=("energy",), initiatives=("Хартия «Север»",), evidence=sketch("a b c d"), text=sketch("е ж з и"))
    assert unpack_gist(pack_gist(whole)) == whole
    assert unpack_gist(pack_gist(gist("none"))) == gist("none")


def test_a_reprint_shares_its_sketch_and_another_text_does_not():
    words = [f"слово{n}" for n in range(300)]
    text, other = " ".join(words), " ".join(reversed(words))
    assert overlap(sketch(text), sketch(text + " Перепечатано.")) > 0.8
    assert overlap(sketch(text), sketch(" ".join(words[:120]))) > 0.8
    assert overlap(sketch(text), sketch(other)) < 0.2
    assert overlap(sketch(text), ()) == 0.0
