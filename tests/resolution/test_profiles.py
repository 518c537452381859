"""Who is who: the same person across languages, and namesakes."""

import pytest

from elshi.resolution.bridges import bridge
from elshi.resolution.linking import Linker, MemoryBook
from elshi.resolution.profiles import (
    APART,
    SAME,
    Profile,
    bearing,
    compare_profiles,
    explain_profiles,
    may_be_one,
    profile_keys,
    rate_profiles,
)


def profile(name, language, capacity, *represents):
    return Profile(name, language, capacity, represents)


MINISTER = profile("Дәулет Сейітқали", "kk", "көлік министрі", "KZ")
ONE_PERSON = [
    (MINISTER, profile("Даулет Сейткали", "ru", "министр транспорта", "KZ")),
    (MINISTER, profile("D. Seitkali", "en", "Transport Minister", "KZ")),
    (MINISTER, profile("Daulet Seitkali", "en", None, "KZ")),
    (MINISTER, profile("Daulet Seitkali", "en", "minister of transport")),
    (profile("Karvonen", "en", "ambassador", "FI"), profile("Пекка Карвонен", "ru", "посол", "FI")),
    (profile("Noor Sultana Begum", "en", "ambassador", "BD"), profile("Нур Султана Бегум", "ru", "директор департамента", "BD")),
]
TWO_PEOPLE = [
    (MINISTER, profile("Даулет Сейткали", "ru", "аким области", "KZ")),
    (MINISTER, profile("Даулет Сейткали", "ru", "министр транспорта", "KG")),
    (MINISTER, profile("Дәулет Сейітқалиева", "kk", "көлік министрі", "KZ")),
    (MINISTER, profile("Ержан Сейткали", "ru", "министр транспорта", "KZ")),
    (profile("Karvonen", "en", "ambassador", "FI"), profile("Пекка Карвонен", "ru", "мэр", "FI")),
]


@pytest.mark.parametrize(("one", "other"), ONE_PERSON)
def test_one_person_shares_a_key_and_is_recognised(one, other):
    assert profile_keys(one) & profile_keys(other)
    assert rate_profiles(one, other) >= SAME


@pytest.mark.parametrize(("one", "other"), TWO_PEOPLE)
def test_namesakes_and_relatives_stay_two(one, other):
    assert rate_profiles(one, other) < APART


@pytest.mark.parametrize(("one", "other"), ONE_PERSON + TWO_PEOPLE)
def test_the_explanation_adds_up(one, other):
    likeness = compare_profiles(one, other)
    assert likeness.score == pytest.approx(min(1, max(0, sum(r.weight for r in likeness.reasons))), abs=2e-4)
    assert (likeness.score >= SAME) == (rate_profiles(one, other) >= SAME)
    assert all(explain_profiles(reason.comparison) for reason in likeness.reasons)


def test_profiles_are_told_apart_by_what_they_say_alone():
    assert MINISTER.id == profile("дәулет  сейітқали", "kk", "Көлік министрі", "KZ").id
    assert MINISTER.id != profile("Дәулет Сейітқали", "kk", "көлік министрі", "KG").id


def people(*profiles):
    linker = Linker(MemoryBook(), profile_keys, rate_profiles, SAME, APART, mend=bridge)
    names = {p.id: p for p in profiles}
    for p in profiles:
        linker.add(p.id, p)
    return sorted(sorted(names[key].capacity or "-" for key in group) for group in linker.touching(names, {}))


def test_a_text_that_names_both_posts_ties_them_together():
    ambassador = profile("Liam Farrow", "en", "ambassador", "IE")
    adviser = profile("Лиам Фарроу", "ru", "советник президента", "IE")
    both = profile("Лиам Фарроу", "kk", "бұрынғы елші; президенттің кеңесшісі", "IE")
    assert people(ambassador, adviser) == [["ambassador"], ["советник президента"]]
    assert len(people(ambassador, adviser, both)) == 1


def test_a_bare_name_does_not_make_one_of_namesakes():
    ambassador = profile("Liam Farrow", "en", "ambassador", "IE")
    mayor = profile("Лиам Фарроу", "ru", "мэр", "IE")
    bare = profile("Liam Farrow", "en", None, "IE")
    assert len(people(ambassador, mayor, bare)) == 2


@pytest.mark.parametrize(("one", "other"), ONE_PERSON + TWO_PEOPLE)
def test_state_and_post_rule_out_strangers_alone(one, other):
    assert may_be_one(bearing(one), bearing(other)) or rate_profiles(one, other) < SAME
    assert may_be_one(bearing(one), bearing(other)) == may_be_one(bearing(other), bearing(one))


def test_namesakes_of_two_states_are_ruled_out_without_their_names():
    assert not may_be_one(bearing(MINISTER), bearing(profile("Даулет Сейткали", "ru", "министр транспорта", "KG")))
