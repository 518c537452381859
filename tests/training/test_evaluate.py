import pytest

pytest.importorskip("babel")

from elshi.records import Label, Mention, Span
from training.evaluate import EVERY, MERGED, THREE, Figures, Suite, compare
from training.examples import Annotated, Example

TEXT = "министр обороны Чехии Ян Новак в московской Вене"


def example(*spans, source=""):
    return Example(TEXT, "ru", tuple(Annotated(Span(s, e), frozenset(k)) for s, e, k in spans), source=source)


def mention(start, end, label):
    return Mention(Span(start, end), label)


def suite(classes, flat="kind"):
    return Suite(list, classes, flat)


def test_both_ends_and_the_label_must_be_right():
    figures = Figures()
    wanted = example((22, 30, {Label.PERSON}), (44, 48, {Label.CITY}), (16, 21, {Label.COUNTRY}))
    found = [mention(22, 30, Label.PERSON), mention(33, 48, Label.CITY), mention(16, 21, Label.CITY)]
    figures.add(*compare(wanted, found, suite(EVERY)))
    assert figures.score("PERSON") == 100
    assert figures.score("all") == pytest.approx(100 / 3)


def test_labels_that_a_source_does_not_tell_apart_are_one():
    wanted = example((44, 48, {Label.COUNTRY, Label.CITY, Label.REGION}))
    assert compare(wanted, [mention(44, 48, Label.CITY)], suite(MERGED)) == ({(44, 48, "GPE")}, {(44, 48, "GPE")})


def test_only_maximal_posts_count_and_all_names():
    wanted = example((0, 21, {Label.POSITION}), (0, 15, {Label.POSITION}), (16, 21, {Label.COUNTRY}))
    known, _ = compare(wanted, [], suite(EVERY, "posts"))
    assert known == {(0, 21, "POSITION"), (16, 21, "COUNTRY")}


def test_a_flat_source_is_compared_flat():
    found = [mention(0, 21, Label.POSITION), mention(16, 21, Label.COUNTRY)]
    assert compare(example(), found, suite(MERGED, "all"))[1] == {(0, 21, "POSITION")}


def test_what_lies_across_an_unlabelled_span_does_not_count():
    assert compare(example((16, 30, set())), [mention(22, 30, Label.PERSON)], suite(THREE)) == (set(), set())


def test_lower_case_adjectives_are_no_places_in_factrueval():
    found = [mention(33, 43, Label.CITY), mention(44, 48, Label.CITY)]
    assert compare(example(source="factrueval/1"), found, suite(THREE))[1] == {(44, 48, "PLACE")}
