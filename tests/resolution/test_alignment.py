"""Which person of one report is which of another."""

import pytest

from elshi.records import ParticipantKind
from elshi.resolution.alignment import LEAST, align, rate_parties
from elshi.resolution.gists import Party


def person(name, language, capacity, *represents):
    return Party(ParticipantKind.PERSON, name, language, capacity, represents)


ENVOY = person("Жозе Каррейра", "ru", "посол", "PT")


@pytest.mark.parametrize("other", [person("Жоза Каррейра", "ru", "посол", "PT"), person("Зе Каррейра", "kk", "елші", "PT")])
def test_one_surname_is_enough_in_one_post(other):
    assert [(i, j) for i, j, _ in align([ENVOY], [other])] == [(0, 0)]


@pytest.mark.parametrize(
    "other",
    [
        person("Руй Каррейра", "ru", "министр культуры", "PT"),
        person("Руй Каррейра", "ru", "посол", "BR"),
        person("Руй Каррейра", "ru", None),
        person("Жозе Мораиш", "ru", "посол", "PT"),
    ],
)
def test_a_surname_or_a_post_alone_is_not(other):
    assert not align([ENVOY], [other])


def test_one_post_counts_where_a_report_does_not_say_for_which_state():
    named = person("Кормак Даффи", "ru", "министр транспорта", "IE")
    assert rate_parties(named, person("Cathal Duffy", "en", "transport minister")) >= LEAST
    assert rate_parties(named, person("Cathal Duffy", "en", "transport minister", "NZ")) < LEAST
    assert rate_parties(named, person("Cathal Duffy", "en", "ambassador")) < LEAST
