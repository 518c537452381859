"""Russian constructs that new communiqués brought: whose letters are received, offices by an adjective, whom one informs there."""

from __future__ import annotations

import pytest

from elshi.language.base import Case, Sentence
from elshi.language.ru import RUSSIAN
from elshi.records import Span
from tests.engagements.marked import read_marked, tell


def _names(marked: str, language: str = "ru") -> list[set[str]]:
    return [{p.name.value for p in e.participants} for e in read_marked(marked, language)]


@pytest.mark.parametrize(
    "letters",
    [
        "верительные грамоты [POS посла [COU Перу]] [PER Хорхе Альвы]",
        "копии верительных грамот у [POS посла [COU Перу]] [PER Хорхе Альвы]",
    ],
)
def test_whose_letters_are_received(letters: str) -> None:
    assert _names(f"[POS Президент [COU Латвии]] [PER Янис Озолс] принял {letters}.") == [{"Янис Озолс", "Хорхе Альва"}]


def test_an_office_told_by_an_adjective_is_its_holder() -> None:
    first = (
        "[POS Министр иностранных дел [COU Латвии]] [PER Янис Озолс] провел телефонный разговор с "
        "[POS послом [COU Чили]] [PER Луисом Риосом]."
    )
    second = "Позднее [POS глава [COU латвийского] МИД] принял [POS посла [COU Ганы]] [PER Кофи Аду]."
    assert _names(f"{first} {second}")[1] == {"Янис Озолс", "Кофи Аду"}


def test_both_who_sign_are_subjects() -> None:
    text = "Подписи под документом поставили Л. Кобулашвили и Р. Шумский."
    tokens = RUSSIAN.tokens(text, Span(0, len(text)))
    first = next(i for i, t in enumerate(tokens) if t.text.startswith("Кобу"))
    sentence = Sentence(Span(0, len(text)), tuple(tokens), 0)
    assert RUSSIAN.slot(sentence, range(first, first + 1)).case == Case.NOM


def test_a_city_like_a_given_name_is_a_destination() -> None:
    text = (
        "[POS Министр торговли [COU Латвии]] [PER Янис Озолс] прибыл в [CIT Ханой], где его принял "
        "[POS премьер-министр [COU Вьетнама]] [PER Фам Тхань]."
    )
    (engagement,) = read_marked(text, "ru")
    assert engagement.place.city is not None
    assert engagement.place.city.value == "Hanoi"


def test_members_under_somebodys_lead_are_no_participant() -> None:
    text = (
        "Состоялась встреча [POS членов группы дружбы] во главе с [POS депутатом] [PER Асаном "
        "Токаевым] с [POS послом [COU Чили]] [PER Луисом Риосом]."
    )
    assert _names(text) == [{"Асан Токаев", "Луис Риос"}]


def test_who_is_informed_at_a_meeting_is_no_new_audience() -> None:
    met = "[POS Депутат] [PER Асан Токаев] встретился с [POS послом [COU Чили]] [PER Луисом Риосом]."
    told = [tell(e)[0] for e in read_marked(f"{met} [POS Посол] проинформировал [POS парламентариев] о реформах.", "ru")]
    apart = [tell(e)[0] for e in read_marked(f"{met} Позднее [POS посол] выступил с лекцией перед студентами.", "ru")]
    assert told == ["meeting"]
    assert apart == ["meeting", "briefing"]


def test_just_appointed_envoys_in_the_singular() -> None:
    text = (
        "[POS Президент [COU Латвии]] [PER Янис Озолс] принял новоназначенных [POS послов [COU "
        "Перу]] [PER Хорхе Альву] и [COU Чили] [PER Луиса Риоса]."
    )
    (engagement,) = read_marked(text, "ru")
    posts = [p.capacity.value for p in engagement.participants if p.capacity]
    assert posts == ["президент", "новоназначенный посол", "новоназначенный посол"]


def test_meetings_at_the_edge_of_a_gathering_are_told() -> None:
    text = (
        "[POS Министр [COU Латвии]] [PER Янис Озолс] провел на полях [ORG Генассамблеи ООН] встречи с "
        "[POS послом [COU Чили]] [PER Луисом Риосом] и [POS министром [COU Ганы]] [PER Кофи Аду]."
    )
    assert _names(text) == [{"Янис Озолс", "Луис Риос"}, {"Янис Озолс", "Кофи Аду"}]


def test_the_gathering_itself_is_no_meeting() -> None:
    text = "[POS Министр [COU Латвии]] [PER Янис Озолс] на полях встречи с [POS послом [COU Чили]] [PER Луисом Риосом] дал интервью."
    assert _names(text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "ru",
            "[POS Президент [COU Латвии]] [PER Янис Озолс] принял верительные грамоты у [POS посла [COU Чили]] [PER Луиса Риоса] и "
            "[POS посла [COU Ганы]] [PER Кофи Аду]. В беседе с [POS послом [COU Ганы]] [POS глава государства] отметил рост торговли.",
        ),
        (
            "en",
            "[POS President of [COU Latvia]] [PER Janis Ozols] received the credentials of [POS Ambassador of [COU Chile]] [PER Luis Rios] "
            "and [POS Ambassador of [COU Ghana]] [PER Kofi Adu]. In a conversation with [PER Kofi Adu], [PER Janis Ozols] noted growth.",
        ),
    ],
)
def test_the_conversation_after_credentials_is_theirs(language: str, text: str) -> None:
    assert [tell(e)[0] for e in read_marked(text, language)] == ["credentials"]


def test_a_city_that_ends_a_groups_phrase_is_where_they_met() -> None:
    group = "[POS представителями [COU казахской] диаспоры в [CIT Милане]]"
    text = f"[POS Посол [COU Казахстана] в [COU Италии]] [PER Айдос Ким] провел встречу с {group}."
    (engagement,) = read_marked(text, "ru")
    assert engagement.place.city is not None
    assert engagement.place.city.value == "Milan"
