"""The composed corpus: spans exact, nested, never crossing; the same seed gives the same texts."""

from __future__ import annotations

import pytest

from training.generate import generate_texts
from training.grammar import LABELS, MarkupError, load_grammar, parse_markup
from training.grammar_kazakh import add_ending
from training.grammar_russian import inflect_person, inflect_phrase, inflect_place
from training.passages import read_passages


def crosses(first, second):
    return first[0] < second[0] < first[1] < second[1] or second[0] < first[0] < second[1] < first[1]


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_spans_are_exact_and_nest(language):
    for made in generate_texts(7, 150, language):
        assert not set("[]{}<>*^%@") & set(made.text), made.text
        for start, end, label in made.spans:
            piece = made.text[start:end]
            assert label in LABELS
            assert piece, made.text
            assert piece == piece.strip(), made.text
        assert not any(crosses(a, b) for a in made.spans for b in made.spans), made.text


def test_the_same_seed_gives_the_same_texts():
    assert list(generate_texts(3, 20, "ru")) == list(generate_texts(3, 20, "ru"))
    assert list(generate_texts(3, 20, "ru")) != list(generate_texts(4, 20, "ru"))


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_every_label_occurs(language):
    found = {label for made in generate_texts(1, 1500, language) for _, _, label in made.spans}
    assert found == set(LABELS)


def test_markup_gives_offsets_of_nested_spans():
    made = parse_markup("Вчера [POSITION [POSITION посол] [COUNTRY Перу]] [PERSON Ана Соль] уехала.")
    assert made.text == "Вчера посол Перу Ана Соль уехала."
    assert [(made.text[a:b], label) for a, b, label in made.spans] == [
        ("посол Перу", "POSITION"),
        ("посол", "POSITION"),
        ("Перу", "COUNTRY"),
        ("Ана Соль", "PERSON"),
    ]


@pytest.mark.parametrize("wrong", ["[CITY Осло", "Осло]", "[CITY ]", "[CITY [ORG x]"])
def test_broken_markup_is_refused(wrong):
    with pytest.raises(MarkupError):
        parse_markup(wrong)


@pytest.mark.parametrize(
    ("word", "case", "form"),
    [
        ("Астана", "loc", "Астанада"),
        ("Бішкек", "dat", "Бішкекке"),
        ("Петров", "gen", "Петровтың"),
        ("Қазақстан", "ins", "Қазақстанмен"),
        ("елшісі^", "ins", "елшісімен"),
        ("Австрия", "dagy", "Австриядағы"),
        ("ШЫҰ", "gen", "ШЫҰ-ның"),
        ("министр", "dat", "министрге"),
        ("облысы^", "loc", "облысында"),
        ("Марс", "abl", "Марстан"),
        ("Кеңес", "acc", "Кеңесті"),
    ],
)
def test_kazakh_endings_follow_vowel_harmony(word, case, form):
    assert add_ending(word, case) == form


@pytest.mark.parametrize(
    ("name", "case", "female", "slavic", "form"),
    [
        ("Штрауб", "ins", False, False, "Штраубом"),
        ("Штрауб", "ins", True, False, "Штрауб"),
        ("Орловский", "dat", False, True, "Орловскому"),
        ("Муканова", "gen", True, True, "Мукановой"),
        ("Гарсиа", "gen", False, False, "Гарсиа"),
        ("Зульфия", "dat", True, False, "Зульфии"),
        ("фон Рабенау", "gen", False, False, "фон Рабенау"),
        ("Линднер-Фосс", "gen", False, False, "Линднера-Фосса"),
    ],
)
def test_russian_personal_names_decline(name, case, female, slavic, form):
    assert inflect_person(name, case, female=female, slavic=slavic) == form


def test_russian_places_and_phrases_decline():
    assert inflect_place("Алматы", "loc") == "Алматы"
    assert inflect_place("Каракас", "loc") == "Каракасе"
    assert inflect_phrase("Чрезвычайный и Полномочный Посол", "ins") == "Чрезвычайным и Полномочным Послом"


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_own_passages_parse_and_are_never_generated(language):
    passages = read_passages(language)
    assert len({passage.text for passage in passages}) >= 60
    assert {label for passage in passages for _, _, label in passage.spans} == set(LABELS)
    assert not any("[" in passage.text or "]" in passage.text for passage in passages)
    generated = "\n".join(made.text for made in generate_texts(11, 800, language))
    assert not any(passage.text in generated for passage in passages)


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_grammars_hold_at_least_a_hundred_and_twenty_sentences(language):
    grammar = load_grammar(f"grammar-{language}.txt")
    rules = ("opening", "follow", "source", "closing", "participants", "other", "headline", "caption")
    assert sum(len(grammar[rule]) for rule in rules) >= 120
