"""Who is told by an apposition in a list, by "his counterpart from …", by a post in capitals; acts that are under way on the day."""

from __future__ import annotations

import pytest

from elshi.records import Engagement, Status
from tests.engagements.marked import read_marked


def _told(engagement: Engagement) -> list[tuple[str, str | None, tuple[str, ...]]]:
    return [(p.name.value, p.capacity and p.capacity.value, tuple(c.value for c in p.represents)) for p in engagement.participants]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "ru",
            "[POS Министр иностранных дел [COU Латвии]] [PER Янис Озолс] провёл встречу с коллегой из [COU Перу] [PER Росой Киспе].",
            ("Роса Киспе", "министр иностранных дел", ("PE",)),
        ),
        (
            "en",
            "[POS Foreign Minister of [COU Latvia]] [PER Janis Ozols] held talks with his counterpart from [COU Peru], [PER Rosa Quispe].",
            ("Rosa Quispe", "foreign minister", ("PE",)),
        ),
        (
            "en",
            "[POS Foreign Minister of [COU Latvia]] [PER Janis Ozols] met his counterpart from [COU Peru] [PER Rosa Quispe] in [CIT Riga].",
            ("Rosa Quispe", "foreign minister", ("PE",)),
        ),
    ],
)
def test_a_counterpart_may_be_told_by_where_he_comes_from(language: str, text: str, expected: tuple[str, str, tuple[str, ...]]) -> None:
    (engagement,) = read_marked(text, language)
    assert _told(engagement)[1] == expected


def test_the_last_of_a_list_keeps_the_post_behind_the_name_before_and() -> None:
    text = (
        "[PER Rosa Quispe], [POS non-resident Ambassador of [COU Peru]], [PER Marko Ilic], [POS non-resident Ambassador of [COU Serbia]] "
        "and [PER Kofi Adu], [POS non-resident High Commissioner of [COU Ghana]] jointly met "
        "[POS Foreign Minister of [COU Nepal]] [PER Ram Thapa] on Tuesday."
    )
    (engagement,) = read_marked(text, "en")
    assert _told(engagement) == [
        ("Rosa Quispe", "non-resident ambassador", ("PE",)),
        ("Marko Ilic", "non-resident ambassador", ("RS",)),
        ("Kofi Adu", "non-resident high commissioner", ("GH",)),
        ("Ram Thapa", "foreign minister", ("NP",)),
    ]


def test_a_post_in_capitals_beside_its_state_is_whole() -> None:
    text = (
        "[POS Министр торговли [COU Латвии]] [PER Янис Озолс] принял [POS Чрезвычайного и Полномочного Посла [COU Перуанской Республики]] "
        "[PER Хорхе Альву]."
    )
    (engagement,) = read_marked(text, "ru")
    assert _told(engagement)[1] == ("Хорхе Альва", "чрезвычайный и полномочный посол", ("PE",))


@pytest.mark.parametrize(("day", "status"), [("2026-05-06", Status.HELD), ("2026-05-05", Status.PLANNED)])
def test_the_present_on_the_day_itself_is_under_way(day: str, status: Status) -> None:
    text = (
        "[POS Глава МИД [COU Латвии]] [PER Янис Озолс] проводит [DAT в среду] в [CIT Риге] переговоры со своим "
        "[COU перуанским] коллегой [PER Хорхе Альвой]."
    )
    (engagement,) = read_marked(text, "ru", day)
    assert engagement.status.value is status


def test_a_source_that_only_begins_like_an_agency_tells_no_state() -> None:
    marked = "[POS Foreign Minister] [PER Ana Lopez] met [POS Ambassador of [COU Latvia]] [PER Janis Ozols]."
    assert [codes for _, _, codes in _told(read_marked(marked, "en", source="menafn")[0])] == [(), ("LV",)]
    assert [codes for _, _, codes in _told(read_marked(marked, "en", source="MENA")[0])] == [("EG",), ("LV",)]


def test_a_title_ends_the_post_before_a_name() -> None:
    text = "[POS Foreign Minister Dr AK] [PER Rahman Azad] met [POS Ambassador of [COU Latvia]] [PER Janis Ozols] in [CIT Dhaka]."
    (engagement,) = read_marked(text, "en")
    assert _told(engagement)[0][:2] == ("AK Rahman Azad", "foreign minister")


@pytest.mark.parametrize("house", ["State Guest House", "Minister House", "Governor Hall"])
def test_no_post_is_told_by_the_name_of_a_house(house: str) -> None:
    text = (
        "[POS Ambassador of [COU Norway] to [COU Kenya]] [PER Anne Lien] paid a farewell call on [POS Foreign Secretary] "
        f"[PER Joseph Karimi] [DAT on Sunday] at the [FAC {house}]."
    )
    (engagement,) = read_marked(text, "en")
    assert _told(engagement) == [("Anne Lien", "ambassador", ("NO",)), ("Joseph Karimi", "foreign secretary", ("KE",))]


def test_who_hosts_a_dinner_in_honour_of_others_is_there() -> None:
    host = "[POS Foreign Minister of [COU Kenya]] [PER Joseph Karimi]"
    text = f"{host} hosted a dinner [DAT on Sunday] in honour of [POS Ambassador of [COU Norway]] [PER Anne Lien]."
    (engagement,) = read_marked(text, "en")
    assert (engagement.type.value, [name for name, _, _ in _told(engagement)]) == ("reception", ["Joseph Karimi", "Anne Lien"])


def test_the_state_to_which_an_envoy_is_sent_is_the_home_of_its_minister() -> None:
    text = (
        "[POS Foreign Minister] [PER Ram Thapa] received [POS Ambassador of [COU Norway] to [COU Nepal]] [PER Anne Lien]. "
        "He praised [COU Norway]'s aid and [COU Norwegian] schools."
    )
    (engagement,) = read_marked(text, "en")
    assert [codes for _, _, codes in _told(engagement)] == [("NP",), ("NO",)]


def test_a_city_taken_for_a_post_is_a_city() -> None:
    text = "[POS Астанада] [POS Сауда министрі] [PER Асан Токаев] [POS [COU Чили] елшісі] [PER Луис Риоспен] келіссөз жүргізді."
    (engagement,) = read_marked(text, "kk")
    assert engagement.place.city is not None
    assert engagement.place.city.value == "Astana"
    assert [capacity for _, capacity, _ in _told(engagement)] == ["сауда министрі", "елші"]


def test_a_meeting_with_the_head_of_a_council_is_no_conference() -> None:
    text = (
        "[POS Prime Minister of [COU Georgia]] [PER Levan Beridze] held a meeting with the [POS President of the European Council] "
        "[PER Ana Lopez]."
    )
    assert [e.type.value for e in read_marked(text, "en")] == ["meeting"]
