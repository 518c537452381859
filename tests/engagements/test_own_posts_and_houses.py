"""Posts that tell their state by themselves, offices of a state without a name, houses called after cities, plans told as news."""

from __future__ import annotations

from tests.engagements.marked import read_marked, tell_all


def test_a_post_that_one_state_alone_has() -> None:
    text = "[POS External Affairs Minister] [PER Arvind Rao] met [POS Ambassador of [COU Peru]] [PER Luis Soler]."
    (engagement,) = read_marked(text, "en", source="Embassy of Peru")
    assert [tuple(c.value for c in p.represents) for p in engagement.participants] == [("IN",), ("PE",)]


def test_a_house_called_after_a_city_is_not_in_it() -> None:
    text = (
        "[POS Foreign Minister of [COU India]] [PER Arvind Rao] met [POS Ambassador of [COU Peru]] [PER Luis Soler] "
        "at [FAC Hyderabad House]."
    )
    (engagement,) = read_marked(text, "en")
    assert engagement.place.city is None or engagement.place.city.value != "Hyderabad"


def test_a_monument_is_no_city() -> None:
    text = (
        "[POS Foreign Minister of [COU Vietnam]] [PER Le Minh] arrived in [CIT Phnom Penh] on 10 March. "
        "On 11 March he laid a wreath at the [FAC Independence Monument]."
    )
    assert [e.place.country.value for e in read_marked(text, "en") if e.place.country and e.type.value == "ceremony"] == ["KH"]


def test_the_president_of_the_republic_is_an_office() -> None:
    text = (
        "The [POS Ambassador of [COU Peru]], [PER Luis Soler], is expected to present his credentials "
        "to the [POS President of the Republic] on 20 March."
    )
    assert [(kind, status, len(names)) for kind, status, names in tell_all(text, "en")] == [("credentials", "planned", 2)]


def test_what_is_expected_is_news() -> None:
    text = "It is expected that on 26 and 27 March [POS Foreign Minister of [COU Peru]] [PER Luis Soler] will pay a visit to [COU Qatar]."
    assert [(kind, status) for kind, status, _ in tell_all(text, "en")] == [("visit", "planned")]


def test_the_states_of_a_friendship_group_are_in_its_name() -> None:
    text = (
        "[POS Мәжіліс төрағасы] [PER Ербол Шүкенов] [POS [COU Перу] елшісі] [PER Луис Солермен] кездесті. Кездесуге "
        "[POS «[COU Қазақстан] – [COU Перу]» достық тобының жетекшісі] [PER Айнұр Тұрсынбек] қатысты."
    )
    (engagement,) = read_marked(text, "kk")
    last = engagement.participants[-1]
    assert (last.name.value, tuple(c.value for c in last.represents)) == ("Айнұр Тұрсынбек", ("KZ",))
    assert last.capacity is not None
    assert "қазақстан – перу" in last.capacity.value.casefold()


def test_a_sports_feast_is_a_ceremony() -> None:
    text = (
        "[ORG Посольство [COU Перу] в [CIT Сеуле]] провело 5 марта спортивный праздник. В нем приняли участие [POS посол] [PER Луис Солер]."
    )
    assert [kind for kind, _, _ in tell_all(text, "ru")] == ["ceremony"]
