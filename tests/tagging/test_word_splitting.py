import unicodedata
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from elshi.tagging.words import as_read, split_words

STRANGE = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("аӘқ eé\u0301\u00ad\u200d\ufb01\ud800\u0000ﬁ½\u0306\ufeff\u3000-«»")))


def words(text):
    return [text[s:e] for s, e in split_words(text, 0, len(text))]


@given(STRANGE)
def test_words_cover_all_but_spaces_in_order(text):
    spans = list(split_words(text, 0, len(text)))
    covered = {i for s, e in spans for i in range(s, e)}
    assert all(s < e for s, e in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert all(i in covered or c.isspace() for i, c in enumerate(text))


@given(STRANGE)
def test_what_is_read_has_no_silent_characters(text):
    assert all(unicodedata.category(c) not in {"Cc", "Cf", "Cs"} for word in words(text) for c in as_read(word))


def test_marks_stand_alone_and_letters_and_numbers_apart():
    assert words("«ШЫҰ-ның» C5+1, O'Neil") == ["«", "ШЫҰ", "-", "ның", "»", "C", "5", "+", "1", ",", "O", "'", "Neil"]


def test_a_soft_hyphen_or_a_stress_mark_stays_in_its_word():
    assert words("Аста\u00adна Бака\u0301ев") == ["Аста\u00adна", "Бака\u0301ев"]
    assert [as_read(w) for w in words("Аста\u00adна Бака\u0301ев")] == ["Астана", "Бакаев"]


def test_letters_with_marks_are_read_composed():
    assert as_read("Каи\u0306рат") == "Кайрат"
    assert as_read("Łe\u0301on") == "Łéon"
    assert as_read("ﬁnance") == "finance"
    assert as_read("\ud800") == ""


def test_only_the_asked_part_is_split():
    assert list(split_words("Вена и Прага", 5, 12)) == [(5, 6), (7, 12)]
