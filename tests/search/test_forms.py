"""Words are found in any form, with any letters."""

from __future__ import annotations

import pytest

from elshi.search.concepts import read_concepts, read_value, similar_value
from elshi.search.forms import fold_word, query_forms, split_text, text_forms


@pytest.mark.parametrize(
    ("code", "written", "asked"),
    [
        ("ru", "торговлей", "торговля"),
        ("ru", "Встречи", "встреч"),
        ("ru", "подписанием", "подписание"),
        ("ru", "Семёнову", "семенов"),
        ("ru", "переговоры", "переговоров"),
        ("ru", "Исетовым", "исетов"),
        ("kk", "Қазақстанның", "казакстан"),
        ("kk", "келіссөздерге", "келіссөз"),
        ("kk", "министрлермен", "министр"),
        ("kk", "Алматыда", "алматы"),
        ("en", "meetings", "meeting"),
        ("en", "countries", "Country"),
        ("en", "Türkiye", "turkiye"),
        ("en", "O’Brien", "o'brien"),
        ("ru", "G7", "g7"),
    ],
)
def test_a_form_of_a_text_is_found_by_another(code, written, asked):
    assert set(text_forms(written, code)) & set(query_forms(asked)), (text_forms(written, code), query_forms(asked))


@pytest.mark.parametrize(
    ("written", "folded"), [("Ёлка", "елка"), ("ӘҒҚҢӨҰҮҺІ", "агкноуухи"), ("İstanbul", "istanbul"), ("Łódź", "lodz"), ("Straße", "strasse")]
)
def test_letters_are_made_plain(written, folded):
    assert fold_word(written) == folded


def test_words_are_parted_by_hyphens_and_not_by_apostrophes():
    assert split_text("Премьер-министр О’Нил (U.S.), e-mail: x@y.z 2026-03-05") == [
        "Премьер", "министр", "О’Нил", "US", "e", "mail", "x", "y", "z", "2026", "03", "05",
    ]  # fmt: skip


def test_decomposed_letters_are_the_same_letters():
    assert split_text("Кра\u0438\u0306") == ["Край"]


def concepts(words):
    return {(c.facet, value, c.start, c.end) for c in read_concepts(words.split()) for value in c.values}


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Грецией", ("country", "GR", 0, 1)),
        ("греческий", ("country", "GR", 0, 1)),
        ("объединенные арабские эмираты", ("country", "AE", 0, 3)),
        ("обсе", ("organisation", "OSCE", 0, 1)),
        ("шаңхай ынтымақтастық ұйымы", ("organisation", "SCO", 0, 3)),
        ("права человека", ("topic", "human-rights", 0, 2)),
        ("қол қою", ("type", "signing", 0, 2)),
        ("женеве", ("where", "Geneva", 0, 1)),
        ("министр иностранных дел", ("post", "minister/foreign", 0, 3)),
        ("премьер министр", ("post", "head-of-government", 0, 2)),
        ("energy minister", ("post", "minister/energy", 0, 2)),
    ],
)
def test_words_mean_things_in_any_language(words, meant):
    assert meant in concepts(words)


def test_a_country_before_a_post_is_no_part_of_it():
    assert {("country", "GR", 0, 1)} <= concepts("Греция министр")
    assert ("post", "minister", 1, 2) in concepts("Греция министр")


def test_values_of_filters_are_codes_or_names():
    assert read_value("country", "gr") == read_value("country", "Греция") == read_value("country", "Грекия") == ("GR",)
    assert read_value("topic", "энергетика") == read_value("topic", "ENERGY") == ("energy",)
    assert read_value("type", "переговоры") == ("talks",)
    assert read_value("status", "отменено") == ("cancelled",)
    assert read_value("topic", "nonsense") == ()
    assert similar_value("topic", "enegry") == "energy"
