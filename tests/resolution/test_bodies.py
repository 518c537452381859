"""What bodies, offices, groups, countries, places and initiatives resolve to."""

import pytest

from elshi.language.gazetteers import find_city
from elshi.records import Appearance, EntityKind, ParticipantKind
from elshi.resolution.bodies import body_id, country_entity, initiative_id, other_entity_id, place_entity, read_initiative

SAME = [
    (("ОБСЕ", "ru", ("OSCE",)), ("OSCE", "en", ("OSCE",))),
    (("МИД Грузии", "ru", ("GE",)), ("Foreign Ministry of Georgia", "en", ("GE",))),
    (("Грузия Сыртқы істер министрлігі", "kk", ("GE",)), ("Foreign Ministry", "en", ("GE",))),
    (("Ministry of Transport", "en", ("KZ",)), ("Көлік министрлігі", "kk", ("KZ",))),
    (("посольство Чили", "ru", ("CL",)), ("Чили елшілігі", "kk", ("CL",))),
    (("экспертный центр «Тулпар»", "ru", ("KZ",)), ("«Тұлпар» сараптама орталығы", "kk", ("KZ",))),
]
OTHER = [
    (("Ministry of Transport", "en", ("KZ",)), ("Ministry of Defence", "en", ("KZ",))),
    (("посольство Чили", "ru", ("CL",)), ("посольство Перу", "ru", ("PE",))),
    (("Институт востоковедения", "ru", ("DE",)), ("Институт экономических прогнозов", "ru", ("DE",))),
    (("OSCE", "en", ("OSCE",)), ("OSCE Programme Office in Dushanbe", "en", ("OSCE",))),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_body_in_two_languages(one, other):
    assert body_id(*one) == body_id(*other)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_two_bodies(one, other):
    assert body_id(*one) != body_id(*other)


def appearance(kind, name, language, capacity=None):
    return Appearance(kind, name, language, capacity, ("MN",), "d", "e", 0, None)


def test_an_unnamed_holder_is_the_post():
    russian = appearance(ParticipantKind.OFFICE, "министр энергетики", "ru", "министр энергетики")
    english = appearance(ParticipantKind.OFFICE, "energy minister", "en")
    assert other_entity_id(russian) == other_entity_id(english) == "post:minister/energy@MN"


def test_groups_have_an_id_and_persons_are_left_to_comparison():
    assert other_entity_id(appearance(ParticipantKind.GROUP, "экспорттаушылар", "kk"))
    assert other_entity_id(appearance(ParticipantKind.PERSON, "Bat Erdene", "en")) is None


def test_countries_and_places_have_the_ids_of_their_lists():
    country = country_entity("KZ")
    assert (country.id, country.kind) == ("country:KZ", EntityKind.COUNTRY)
    assert dict(country.names)["kk"] == "Қазақстан"
    city = find_city("в Душанбе", "ru")
    assert city is not None
    assert place_entity(city).id == "place:Dushanbe@TJ"


def test_a_title_is_one_initiative_in_two_alphabets():
    assert initiative_id("инициатива «Самал»", "ru") == initiative_id('the "Samal" initiative', "en")
    assert read_initiative("«Самал» бастамасы", "kk").kind is EntityKind.INITIATIVE
