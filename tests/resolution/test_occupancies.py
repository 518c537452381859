"""Who held which post, and when."""

from itertools import count

from pyroaring import BitMap

from elshi.records import Tenure
from elshi.resolution.occupancies import Sighting, as_of, list_occupancies

RECORDS = count(1)


def seen(day, capacity, language="en", *represents):
    first, _, last = day.partition("/")
    return Sighting(capacity, language, represents or ("EE",), first, last or first, BitMap([next(RECORDS)]))


CAREER = [
    seen("2024-03-01", "Ambassador", "en", "EE"),
    seen("2024-09-05/2024-09-06", "посол", "ru", "EE"),
    seen("2025-06-01", "deputy foreign minister"),
    seen("2025-08-11", "сыртқы істер министрінің орынбасары", "kk"),
    seen("2026-01-10", "former Ambassador"),
]


def test_one_post_in_three_languages_is_one_occupancy():
    deputy, *_ = [o for o in list_occupancies("p", CAREER) if "deputy-minister" in o.post]
    assert (deputy.first, deputy.last, deputy.records) == ("2025-06-01", "2025-08-11", 2)
    assert deputy.title == "сыртқы істер министрінің орынбасары"
    ambassador = next(o for o in list_occupancies("p", CAREER) if o.post.startswith("ambassador") and o.tenure is Tenure.HOLDS)
    assert (ambassador.first, ambassador.last) == ("2024-03-01", "2024-09-06")


def test_as_of_a_day():
    career = list_occupancies("p", CAREER)
    assert [o.post for o in as_of(career, "2024-05-01")] == ["ambassador@EE"]
    assert [o.post for o in as_of(career, "2024-12-31")] == ["ambassador@EE"]
    assert [o.post for o in as_of(career, "2025-07-01")] == ["deputy-minister/foreign@EE"]
    assert [o.post for o in as_of(career, "2026-06-01")] == ["deputy-minister/foreign@EE"]
    assert as_of(career, "2023-01-01") == ()


def test_the_order_of_sightings_makes_no_difference():
    assert list_occupancies("p", CAREER) == list_occupancies("p", CAREER[::-1])


def test_a_record_without_a_post_says_nothing():
    assert list_occupancies("p", [seen("2025-01-01", None)]) == ()


def test_two_posts_that_a_record_gives_together_are_two():
    told = [
        seen("2026-01-10", "deputy prime minister; foreign minister"),
        seen("2026-01-10", "премьер-министрдің орынбасары; сыртқы істер министрі", "kk"),
        seen("2026-02-10", "министр иностранных дел", "ru"),
        seen("2026-02-12", "бұрынғы елші; президенттің кеңесшісі", "kk"),
    ]
    career = list_occupancies("p", told)
    assert len(career) == 4
    minister = next(o for o in career if o.post == "minister/foreign@EE")
    assert (minister.first, minister.last, minister.records) == ("2026-01-10", "2026-02-10", 3)
    assert dict(minister.titles) == {"en": "foreign minister", "kk": "сыртқы істер министрі", "ru": "министр иностранных дел"}
    assert {o.title: o.tenure for o in career if o.records == 1} == {"бұрынғы елші": Tenure.FORMER, "президенттің кеңесшісі": Tenure.HOLDS}
