"""Words of the pages: everything is translated, days and numbers are written as the language writes them; passages are what texts say."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

import elshi.web.pages as pages
from elshi.messages import catalogue
from elshi.records import Ground, Span, Tenure
from elshi.search.finding import Order
from elshi.search.query_language import FILTERS
from elshi.search.reviewing import ACCEPTED, DISMISSED, LEVELS
from elshi.search.rosters import Ranking
from elshi.store.audit import Act
from elshi.store.jobs import JobState
from elshi.store.tokens import Role
from elshi.web.pages.exports import COLUMNS
from elshi.web.pages.passages import Marked, cut_pieces, surround
from elshi.web.pages.rosters import ROOMS
from elshi.web.pages.searching import FACETS, VIEWS
from elshi.web.pages.words import words_in

WEB = Path(pages.__file__).parents[1]
FILES = [*sorted((WEB / "templates").glob("*.html")), *sorted((WEB / "pages").glob("*.py"))]
SAID = re.compile(r"""(?:\b_|\bsay|\bcount)\(\s*(["'])(.+?)\1(?:,\s*(["'])(.+?)\3)?(?=\s*[,)~])""")
BEGINNINGS = {
    "shown: ": [g.value for g in Ground if g is not Ground.ONLY],
    "view: ": VIEWS,
    "order: ": [order.value for order in Order],
    "rank: ": [ranking.value for ranking in Ranking],
    "list: ": [*ROOMS, "sources"],
    "state: ": [state.value for state in JobState],
    "tenure: ": [tenure.value for tenure in Tenure if tenure is not Tenure.HOLDS],
    "kind: ": ["person", "country", "pair", "organisation", "initiative", "place", "topic", "source"],
    "beside: ": ["country", "person", "organisation", "topic", "place"],
    "level: ": [*LEVELS, ACCEPTED, DISMISSED],
    "role: ": [role.value for role in Role],
    "act: ": [act.value for act in Act],
    "silence: ": ["visit", "talks", "signing"],
    "history: ": ["read", "corrected", "correction taken back", "judged same", "judged different", "judgement taken back"],
}


def messages():
    for path in FILES:
        for _, one, _, _ in SAID.findall(path.read_text(encoding="utf-8")):
            yield from [one + value for value in BEGINNINGS[one]] if one.endswith(": ") else [one]


def read_catalogue(code):
    with (WEB.parent / "translations" / code / "LC_MESSAGES" / "desk.po").open("rb") as stream:
        return {m.id if isinstance(m.id, str) else m.id[0]: m for m in read_po(stream, locale=code) if m.id}


def forms(message):
    return [message] if isinstance(message, str) else list(message)


@pytest.mark.parametrize("code", ["ru", "kk"])
def test_every_word_of_the_pages_is_translated(code):
    known, other = read_catalogue(code), catalogue(code)
    wanted = {*messages(), *FACETS, *FILTERS, *COLUMNS}
    assert len(wanted) > 100
    assert {message for message in wanted if message not in known and other.gettext(message) == message} == set()
    assert [m.id for m in known.values() if not all(forms(m.string)) or m.fuzzy] == []
    assert set(known) - wanted - {"also written", "elsewhere"} == set()


def test_what_has_a_code_is_spelled_out_in_english_too():
    known = read_catalogue("en")
    assert {message for message in messages() if re.match(r"[a-z]+: ", message)} == set(known)


@pytest.mark.parametrize("code", ["ru", "kk", "en"])
def test_translations_fill_in_the_same_values_and_are_compiled(code):
    known = read_catalogue(code)
    with (WEB.parent / "translations" / code / "LC_MESSAGES" / "desk.mo").open("rb") as stream:
        compiled = {forms(m.id)[0]: forms(m.string) for m in read_mo(stream) if m.id}
    assert compiled == {name: forms(message.string) for name, message in known.items()}
    for message in known.values():
        assert {names(form) for form in forms(message.string)} <= {names(form) for form in forms(message.id)}


def names(text):
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name)


@pytest.mark.parametrize(
    ("code", "value", "told"),
    [
        ("ru", "2026-03-04", "4 марта 2026 г."),
        ("kk", "2026-03-04", "2026 ж. 4 наурыз"),
        ("en", "2026-03-04", "4 March 2026"),
        ("en", "2026-03-04/2026-03-06", "4–6 Mar 2026"),
        ("ru", "2026-03", "март 2026 г."),
        ("en", "2026", "2026"),
        ("en", "tomorrow", "tomorrow"),
        ("en", "2026-13-40", "2026-13-40"),
        ("en", None, "—"),
    ],
)
def test_days_as_the_language_writes_them(code, value, told):
    assert words_in(code).day(value).replace("\u202f", " ").replace("\xa0", " ").replace("\u2009", "") == told


def test_names_of_countries_cities_and_numbers():
    assert words_in("kk").country("DE") == "Германия"
    assert words_in("ru").country("OSCE") == "OSCE"
    assert words_in("ru").city("Tashkent") == "Ташкент"
    assert words_in("ru").city("Nowhere") == "Nowhere"
    assert words_in("ru").count("{number} record", "{number} records", 21) == "21 запись"
    assert words_in("ru").count("{number} record", "{number} records", 5) == "5 записей"
    assert words_in("en").say("political-dialogue") == "political dialogue"


TEXTS = st.text(alphabet="ab. \n<>&«»😀\u0301", min_size=1, max_size=80)


@given(TEXTS, st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), max_size=6), st.tuples(st.integers(0, 80), st.integers(0, 80)))
def test_pieces_are_the_region_and_each_mark_covers_its_characters(text, places, at):
    start, end = sorted(min(place, len(text)) for place in at)
    marks = [Marked(Span(*sorted(min(p, len(text)) for p in place)), "date", n) for n, place in enumerate(places)]
    pieces = cut_pieces(text, Span(start, end), marks)
    assert "".join(piece.text for piece in pieces) == text[start:end]
    position = start
    for piece in pieces:
        for mark in marks:
            covers = mark.span.start < position + len(piece.text) and position < mark.span.end
            assert (mark in piece.marks) == covers
        position += len(piece.text)


@pytest.mark.parametrize(
    ("code", "text", "words", "sentence"),
    [
        ("en", "It rained. Mr. Vik met her in Oslo. They left.", "Oslo", "Mr. Vik met her in Oslo."),
        ("ru", "Шёл дождь. 4 марта 2026 г. в г. Осло прошла встреча. Все ушли.", "Осло", "4 марта 2026 г. в г. Осло прошла встреча."),
        ("kk", "Жаңбыр жауды. Ослода кездесу өтті. Бәрі кетті.", "Ослода", "Ослода кездесу өтті."),
        ("xx", "One. Two words here. Three.", "words", "Two words here."),
    ],
)
def test_a_value_is_shown_in_its_sentence(code, text, words, sentence):
    at = text.index(words)
    assert surround(text, code, [Span(at, at + len(words))]).of(text) == sentence


def test_a_very_long_sentence_is_cut_around_the_words():
    text = "word " * 1000 + "Oslo " + "word " * 1000
    at = text.index("Oslo")
    region = surround(text, "en", [Span(at, at + 4)])
    assert "Oslo" in region.of(text)
    assert region.end - region.start < 1500
