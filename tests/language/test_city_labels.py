"""Cities in the words of each language."""

import pytest

from elshi.language.city_labels import city_label


@pytest.mark.parametrize(
    ("name", "code", "label"),
    [
        ("Bishkek", "ru", "Бишкек"),
        ("Bishkek", "kk", "Бішкек"),
        ("Bishkek", "en", "Bishkek"),
        ("Geneva", "ru", "Женева"),
        ("Kyiv", "ru", "Киев"),
        ("Nowhere", "kk", "Nowhere"),
    ],
)
def test_cities_are_called_as_the_language_calls_them(name, code, label):
    assert city_label(name, code) == label
