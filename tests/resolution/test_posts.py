"""What posts mean in three languages, and how two of them go together."""

import pytest

from elshi.records import Tenure
from elshi.resolution.posts import Relation, post_id, read_post, relate_posts

SAME = [
    ("заместитель министра транспорта", "ru", "deputy transport minister", "en"),
    ("министр обороны", "ru", "қорғаныс министрі", "kk"),
    ("глава МИД", "ru", "Minister of Foreign Affairs", "en"),
    ("вице-премьер", "ru", "премьер-министрдің орынбасары", "kk"),
    ("временный поверенный в делах", "ru", "chargé d'affaires", "en"),
    ("чрезвычайный и полномочный посол", "ru", "жаңадан тағайындалған елші", "kk"),
    ("аким области", "ru", "облыс әкімі", "kk"),
    ("президент", "ru", "мемлекет басшысы", "kk"),
    ("советник президента", "ru", "президенттің кеңесшісі", "kk"),
    ("Secretary-General", "en", "бас хатшы", "kk"),
]
OTHER = [
    ("советник президента", "ru", "президент", "kk"),
    ("посол", "ru", "governor", "en"),
    ("ректоры", "kk", "генеральный консул", "ru"),
    ("скрипачка", "ru", "minister", "en"),
]
OPEN = [
    ("министр", "ru", "", "en"),
    ("глава делегации", "ru", "Deputy Minister of Health", "en"),
    ("постоянный представитель", "ru", "елші", "kk"),
    ("deputy prime minister", "en", "министр энергетики", "ru"),
]


@pytest.mark.parametrize(("one", "code", "other", "other_code"), SAME)
def test_one_post_in_two_languages(one, code, other, other_code):
    assert relate_posts(read_post(one, code), read_post(other, other_code)) == Relation.SAME


@pytest.mark.parametrize(("one", "code", "other", "other_code"), OTHER)
def test_another_rank_is_another_post(one, code, other, other_code):
    assert relate_posts(read_post(one, code), read_post(other, other_code)) == Relation.OTHER


@pytest.mark.parametrize(("one", "code", "other", "other_code"), OPEN)
def test_what_says_little_decides_nothing(one, code, other, other_code):
    assert relate_posts(read_post(one, code), read_post(other, other_code)) == Relation.OPEN


def test_a_deputy_may_have_risen():
    deputy, minister = read_post("заместитель министра иностранных дел", "ru"), read_post("Minister of Foreign Affairs", "en")
    assert relate_posts(deputy, minister) == relate_posts(minister, deputy) == Relation.RISEN


def test_the_same_rank_elsewhere_is_a_move():
    assert relate_posts(read_post("министр здравоохранения", "ru"), read_post("minister of defence", "en")) == Relation.MOVED


@pytest.mark.parametrize(
    ("post", "code", "tenure"),
    [
        ("бывший посол", "ru", Tenure.FORMER),
        ("бұрынғы министр", "kk", Tenure.FORMER),
        ("acting director", "en", Tenure.ACTING),
        ("исполняющий обязанности ректора", "ru", Tenure.ACTING),
        ("newly appointed ambassador", "en", Tenure.NEW),
        ("president-elect", "en", Tenure.FUTURE),
        ("посол", "ru", Tenure.HOLDS),
    ],
)
def test_how_a_post_is_held(post, code, tenure):
    assert read_post(post, code).tenure is tenure


def test_a_post_has_a_readable_id():
    assert post_id(read_post("сыртқы істер министрі", "kk"), ("KZ",)) == "minister/foreign@KZ"
