"""Constructs of English communiqués and digests, read from texts in our own words."""

from __future__ import annotations

import pytest

from elshi.records import Status
from tests.engagements.marked import read_marked, tell


def where(engagement) -> tuple[str | None, str | None]:
    place = engagement.place
    return (place.country.value if place.country else None, place.city.value if place.city else None)


def test_an_item_of_a_list_may_stand_under_its_city() -> None:
    (told,) = read_marked(
        "* [CIT Havana]. On [DAT 2 March] [POS [COU Cuban] Minister] [PER Yara Cabrera] received [POS Ambassador of [COU Slovenia]] "
        "[PER Gregor Hribar].",
        "en",
    )
    assert where(told) == ("CU", "Havana")


def test_a_city_may_stand_before_a_colon() -> None:
    (told,) = read_marked(
        "[CIT Oslo]: [POS Foreign Minister of [COU Norway]] [PER Sigrid Aamodt] met [POS [COU Kenyan] Minister] [PER Peter Otieno].", "en"
    )
    assert where(told) == ("NO", "Oslo")


def test_a_day_of_the_month_may_stand_alone() -> None:
    (told,) = read_marked(
        "On the 5th [POS Ambassador of [COU Georgia]] [PER Lasha Khurtsidze] met [POS [COU Ecuadorian] Minister] [PER Ruth Yagual].", "en"
    )
    assert told.date.value == "2026-03-05"


@pytest.mark.parametrize("verb", ["called", "rang", "telephoned"])
def test_a_colleague_is_called(verb: str) -> None:
    (told,) = read_marked(
        f"[POS Foreign Minister of [COU Canada]] [PER Lorraine Singh] {verb} [POS [COU Jamaican] Minister] [PER Winston Pryce].", "en"
    )
    assert told.type.value == "call"


def test_to_call_for_something_is_no_call() -> None:
    assert not read_marked(
        "[POS Foreign Minister of [COU Canada]] [PER Lorraine Singh] called for restraint by [POS [COU Cuban] Minister] [PER Ana Pryce].",
        "en",
    )


def test_a_working_lunch_is_a_meeting() -> None:
    (told,) = read_marked(
        "[POS [COU Togolese] Minister] [PER Akouvi Mensah] hosted a working lunch for [POS [COU Estonian] Minister] [PER Kristjan Laane].",
        "en",
    )
    assert tell(told)[0] == "meeting"


def test_what_had_been_scheduled_is_called_off() -> None:
    (told,) = read_marked(
        "The visit of [POS [COU Moldovan] Foreign Minister] [PER Radu Stan] to [COU Norway], which had been scheduled for [DAT 20 March], "
        "has been called off.",
        "en",
    )
    assert (told.status.value, told.date.value) == (Status.CANCELLED, "2026-03-20")


def test_he_behind_and_is_the_subject_told_before() -> None:
    told = read_marked(
        "[POS Consul General of [COU Latvia]] [PER Kaspars Brūveris] had talks with [POS [COU Canadian] Minister] [PER Glenn Host], and "
        "later he presented the Cross of Recognition to [POS Honorary Consul] [PER Peggy Aspelund].",
        "en",
    )
    assert tell(told[1])[2] == ("Kaspars Brūveris", "Peggy Aspelund")


def test_another_state_of_a_journey_is_of_another_day() -> None:
    told = read_marked(
        "[POS [COU Estonian] Minister] [PER Kristjan Laane] was on a visit to [COU Ghana] and [COU Togo] from [DAT 3 to 6 March].\n"
        "On [DAT 4 March] in [CIT Accra] he met [POS [COU Ghanaian] Minister] [PER Kwesi Abban].\n"
        "In [CIT Lomé] he met [POS [COU Togolese] Minister] [PER Akouvi Mensah].",
        "en",
    )
    assert [t.date.value for t in told] == ["2026-03-03/2026-03-06", "2026-03-04", "2026-03-03/2026-03-06"]


def test_a_capital_called_after_its_state_is_a_city() -> None:
    (told,) = read_marked("In [COU Panama City] [POS [COU Omani] Minister] [PER Hilal Kindi] met [POS President] [PER Ismael Pitty].", "en")
    assert where(told) == ("PA", "Panama")


def test_two_cities_and_days_of_one_verb_are_two_meetings() -> None:
    told = read_marked(
        "[POS Consul General of [COU Latvia]] [PER Kaspars Brūveris] met [COU Latvian] students in [CIT Chicago] on "
        "[DAT 2 March] and members "
        "of the [COU Latvian] community in [CIT Milwaukee] the day after.",
        "en",
    )
    assert [(t.type.value.value, t.date.value, where(t)[1]) for t in told] == [
        ("community", "2026-03-02", "Chicago"),
        ("community", "2026-03-03", "Milwaukee"),
    ]


def test_a_city_between_and_and_the_subject_is_of_the_second_clause() -> None:
    told = read_marked(
        "[POS Consul of [COU Latvia]] [PER Kaspars Brūveris] held talks in [CIT Madison] with [POS [COU American] "
        "Secretary] [PER Glenn Host], "
        "and in [CIT Chicago], a day later, he met [POS [COU American] Governor] [PER Ann Roe].",
        "en",
    )
    assert [where(t)[1] for t in told] == ["Madison", "Chicago"]


def test_a_meeting_of_ministers_of_three_states_is_a_conference() -> None:
    (told,) = read_marked(
        "[POS [COU Turkish] Foreign Minister] [PER Cemil Altınok], [POS [COU Azerbaijani] Foreign Minister] [PER Rauf Hajizade] and "
        "[POS [COU Georgian] Foreign Minister] [PER Lasha Beridze] met in [CIT Antalya].",
        "en",
    )
    assert tell(told)[0] == "conference"


def test_who_is_in_the_delegation_is_on_the_journey() -> None:
    told = read_marked(
        "[POS Speaker of the [ORG Parliament of [COU Finland]]] [PER Annika Rautavuori] visited [COU Kyrgyzstan].\n"
        "[PER Rautavuori] met [POS [COU Kyrgyz] Minister] [PER Azamat Isaev].\n"
        "The delegation includes [POS Senator] [PER Maria Wikström].",
        "en",
    )
    assert [tell(t)[2] for t in told] == [("Annika Rautavuori", "Maria Wikström"), ("Annika Rautavuori", "Azamat Isaev")]


def test_he_is_not_the_one_whom_the_meeting_ahead_was_with() -> None:
    told = read_marked(
        "[POS [COU Indian] Minister] [PER Anil Rao] will visit [COU Mexico] on [DAT 20 March]. After a meeting with "
        "[POS [COU Mexican] Minister] "
        "[PER Luis Vega], he will call on [POS President of [COU Mexico]] [PER Ana Gil].",
        "en",
    )
    assert tell(told[-1])[2] == ("Anil Rao", "Ana Gil")


def test_the_day_of_a_report_is_not_the_day_of_what_it_tells() -> None:
    (told,) = read_marked(
        "The [ORG Ministry of Trade] on [DAT Thursday] said that [POS [COU Tajik] Minister] [PER Siro Nazar] will be "
        "on a visit to [COU India] "
        "from [DAT 18 to 20 March].",
        "en",
    )
    assert told.date.value == "2026-03-18/2026-03-20"


def test_a_meeting_of_a_commission_is_talks_of_those_who_lead_its_sides() -> None:
    (told,) = read_marked(
        "The ninth meeting of the [ORG [COU Kazakh]-[COU Hungarian] Intergovernmental Commission] was held in [CIT Shymkent] on "
        "[DAT 2 March]. The [COU Kazakh] delegation was headed by [POS Vice Minister] [PER Zhanel Kuttybek], the [COU Hungarian] one by "
        "[POS State Secretary] [PER Gergő Fazekas].",
        "en",
    )
    assert tell(told) == ("talks", "held", ("Zhanel Kuttybek", "Gergő Fazekas"))
    assert [[r.value for r in p.represents] for p in told.participants] == [["KZ"], ["HU"]]


def test_where_somebody_is_invited_is_not_where_they_meet() -> None:
    (told,) = read_marked(
        "[POS [COU Turkish] Minister] [PER Ayşe Candemir] paid a courtesy call on [POS [COU Peruvian] Minister] [PER "
        "Ana Vega], who accepted "
        "an invitation to visit [CIT Ankara].",
        "en",
    )
    assert where(told) == ("PE", None)


def test_a_day_behind_that_is_the_day_of_the_journey() -> None:
    (told,) = read_marked(
        "A trip by [POS President] [PER Samuel Kiprotich] to [CIT Addis Ababa] that had been set for [DAT 20 March] was cancelled.", "en"
    )
    assert (told.status.value, told.date.value) == (Status.CANCELLED, "2026-03-20")


def test_a_surname_is_known_again() -> None:
    told = read_marked(
        "[POS [COU Peruvian] Minister] [PER Ana Dimaculangan] met [POS [COU Cuban] Minister] [PER Luis Vega]. [CIT "
        "Dimaculangan] is scheduled "
        "to travel to [COU Chile] on [DAT 20 March].",
        "en",
    )
    assert tell(told[-1]) == ("visit", "planned", ("Ana Dimaculangan",))


def test_the_president_of_a_chamber_is_no_head_of_state() -> None:
    told = read_marked(
        "[POS [COU Norwegian] Minister] [PER Ingvild Hall] met [POS President of the Chamber of Deputies] [PER Lucía Sosa] in "
        "[COU Uruguay]. On [DAT 3 March] [PER Hall] was received by the [POS President of [COU Uruguay]].",
        "en",
    )
    assert tell(told[-1])[2] == ("Ingvild Hall", "President of Uruguay")


def test_a_concert_that_is_hosted_is_a_ceremony() -> None:
    (told,) = read_marked(
        "[POS [COU Armenian] Ambassador] [PER Vahagn Sahakyan] and [POS [COU Lebanese] Minister] [PER Rima Khoury] hosted a concert.", "en"
    )
    assert tell(told)[0] == "ceremony"


def test_with_one_and_with_another_are_two_meetings() -> None:
    told = read_marked(
        "[POS [COU Norwegian] Minister] [PER Ingvild Hall] met with the [POS Minister of Trade of [COU Uruguay]], [PER "
        "Braulio Vega], and with "
        "the [POS Minister of Health of [COU Uruguay]], [PER Lucía Sosa].",
        "en",
    )
    assert [tell(t)[2] for t in told] == [("Ingvild Hall", "Braulio Vega"), ("Ingvild Hall", "Lucía Sosa")]


def test_the_day_of_a_visit_is_only_the_occasion() -> None:
    (told,) = read_marked(
        "On the second day of the visit [POS [COU Norwegian] Minister] [PER Ingvild Hall] was received by the [POS "
        "President of [COU Uruguay]].",
        "en",
    )
    assert tell(told)[0] == "meeting"


def test_who_is_hosted_for_talks_has_talks() -> None:
    (told,) = read_marked(
        "[POS [COU Kenyan] Minister] [PER Wanjala Barasa] will host [POS [COU Somali] Minister] [PER Abdi Warsame] for talks on "
        "[DAT 20 March].",
        "en",
    )
    assert tell(told) == ("talks", "planned", ("Wanjala Barasa", "Abdi Warsame"))


@pytest.mark.parametrize("body", ["Writers' Union", "Nordic Council"])
def test_a_delegation_of_a_body_that_no_list_knows_is_received(body: str) -> None:
    (told,) = read_marked(f"[POS Minister of Culture of [COU Serbia]] [PER Vladan Pavlov] received a delegation of the [ORG {body}].", "en")
    assert [p.name.value for p in told.participants] == ["Vladan Pavlov", f"delegation of the {body}"]
