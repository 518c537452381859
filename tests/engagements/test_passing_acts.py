"""Acts named in passing: a guest's journey beside a post, an act whose importance is noted, a conversation somebody tells of."""

from __future__ import annotations

import pytest

from tests.engagements.marked import read_marked, tell

GUESTS = [
    (
        "ru",
        "[POS Министр труда [COU Дании]] [PER Нильс Брандт] встретился с прибывшим в страну с рабочим визитом [POS министром спорта "
        "[COU Перу]] [PER Хорхе Саласом].",
        ("Нильс Брандт", "Хорхе Салас"),
    ),
    (
        "ru",
        "[POS Спикер сейма [COU Латвии]] [PER Янис Берзс] принял находящегося в [CIT Риге] с официальным визитом [POS председателя "
        "парламента [COU Ганы]] [PER Кофи Антви].",
        ("Янис Берзс", "Кофи Антви"),
    ),
    (
        "kk",
        "[POS [COU Дания] еңбек министрі] [PER Нильс Брандт] елге жұмыс сапарымен келген [POS [COU Перу] спорт министрі] [PER Хорхе "
        "Саласпен] кездесті.",
        ("Нильс Брандт", "Хорхе Салас"),
    ),
    (
        "en",
        "[POS [COU Danish] Labour Minister] [PER Niels Brandt] met [POS [COU Peru]'s Sports Minister] [PER Jorge Salas], who is in the "
        "country on a working visit.",
        ("Niels Brandt", "Jorge Salas"),
    ),
]


@pytest.mark.parametrize(("language", "marked", "names"), GUESTS)
def test_a_guest_who_has_come_on_a_visit_is_met(language: str, marked: str, names: tuple[str, ...]) -> None:
    assert [tell(e) for e in read_marked(marked, language)] == [("meeting", "held", names)]


def test_each_of_several_guests_in_a_participle_s_phrase_is_met() -> None:
    marked = (
        "[POS Президент [COU Ганы]] [PER Кофи Антви] провел встречи с прибывшими в страну с визитом для участия в саммите "
        "[POS президентами [COU Перу]] [PER Хорхе Саласом] и [COU Дании] [PER Нильсом Брандтом]."
    )
    assert [tell(e)[2] for e in read_marked(marked, "ru")] == [("Кофи Антви", "Хорхе Салас"), ("Кофи Антви", "Нильс Брандт")]


def test_a_journey_in_a_participle_s_phrase_is_no_visit() -> None:
    marked = "Пребывающий с визитом в [COU Перу] [POS президент [COU Ганы]] [PER Кофи Антви] провел ряд встреч с предпринимателями."
    assert all(tell(e)[0] != "visit" for e in read_marked(marked, "ru"))


MET = {
    "ru": "[POS Президент [COU Ганы]] [PER Кофи Антви] принял [POS посла [COU Перу]] [PER Хорхе Саласа]. ",
    "kk": "[POS [COU Гана] Президенті] [PER Кофи Антви] [POS [COU Перу] елшісі] [PER Хорхе Саласты] қабылдады. ",
    "en": "[POS [COU Ghana]'s President] [PER Kofi Antwi] received [POS the Ambassador of [COU Peru]], [PER Jorge Salas]. ",
}
NOTED = [
    ("ru", "Глава государства отметил важность предстоящего в этом году визита [POS премьера] [PER Луиса Вега] в [COU Гану]."),
    ("ru", "Отмечена актуальность проведения саммита, который пройдет в [CIT Лиме] в мае, а также запланированного визита в [COU Перу]."),
    ("ru", "Он рассказал о недавней встрече в [CIT Осло] с [POS президентом [COU Дании]] [PER Нильсом Брандтом]."),
    ("kk", "Ол [POS Премьер-министр] [PER Луис Веганың] [COU Ганаға] алдағы сапарының маңызын атап өтті."),
    ("kk", "Ол жақында [CIT Ослода] [POS [COU Дания] Президенті] [PER Нильс Брандтпен] өткен кездесуі туралы айтты."),
    ("en", "He noted the importance of the planned visit of [POS Prime Minister] [PER Luis Vega] to [COU Ghana] and of holding a forum."),
    ("en", "He spoke about his recent meeting in [CIT Oslo] with [POS President] [PER Niels Brandt] of [COU Denmark]."),
]


@pytest.mark.parametrize(("language", "marked"), NOTED)
def test_what_is_only_valued_or_told_of_is_no_act(language: str, marked: str) -> None:
    assert [tell(e)[0] for e in read_marked(MET[language] + marked, language)] == ["meeting"]


TOLD_TO = [
    ("ru", "Об этом агентству «Волна» сообщили в министерстве."),
    ("ru", "Подробности передает телеканал «Волна»."),
    ("kk", "Бұл туралы министрлік «Толқын» агенттігіне хабарлады."),
    ("en", "The ministry told the Wave news agency that they discussed trade."),
]


@pytest.mark.parametrize(("language", "marked"), TOLD_TO)
def test_who_brings_the_news_is_no_topic(language: str, marked: str) -> None:
    (met,) = read_marked(MET[language] + marked, language)
    assert "media" not in {t.value for t in met.topics}


AHEAD = [
    ("[COU Узбекистан] [DAT 20 марта] посетит [POS вице-премьер [COU Ганы]] [PER Кофи Антви].", "UZ"),
    ("[COU Египет] с официальным визитом посетит [POS министр [COU Ганы]] [PER Кофи Антви].", "EG"),
    ("[COU Таиланд] посетила делегация сейма [COU Латвии] во главе с [POS депутатом] [PER Янисом Берзсом].", "TH"),
]


@pytest.mark.parametrize(("marked", "country"), AHEAD)
def test_a_state_ahead_of_the_verb_is_where_somebody_goes(marked: str, country: str) -> None:
    (visit,) = read_marked(marked, "ru")
    assert visit.place.country is not None
    assert visit.place.country.value == country


BESIDE = [
    (
        "ru",
        "В ходе встречи с [POS послом [COU Перу]] [PER Хорхе Саласом] [POS президент [COU Ганы]] [PER Кофи Антви] отметил важность "
        "предстоящего визита [POS премьера [COU Дании]] [PER Нильса Брандта] в [COU Гану].",
    ),
    (
        "ru",
        "[POS Президент [COU Ганы]] [PER Кофи Антви] встретился с [POS послом [COU Перу]] [PER Хорхе Саласом] и рассказал о недавней "
        "встрече в [CIT Осло] с [POS премьером [COU Дании]] [PER Нильсом Брандтом].",
    ),
    (
        "en",
        "At a meeting with [POS [COU Peru]'s Ambassador] [PER Jorge Salas], [POS President] [PER Kofi Antwi] of [COU Ghana] noted the "
        "importance of the planned visit of [POS [COU Danish] Prime Minister] [PER Niels Brandt] to [CIT Accra].",
    ),
    (
        "en",
        "[POS President] [PER Kofi Antwi] of [COU Ghana] met [POS [COU Peru]'s Ambassador] [PER Jorge Salas] and briefed him on his recent "
        "meeting in [CIT Oslo] with [POS [COU Danish] Prime Minister] [PER Niels Brandt].",
    ),
]


@pytest.mark.parametrize(("language", "marked"), BESIDE)
def test_who_is_only_spoken_of_takes_no_part(language: str, marked: str) -> None:
    (met,) = read_marked(marked, language)
    assert met.status.value == "held"
    assert {r.value for p in met.participants for r in p.represents} == {"PE", "GH"}


def test_a_day_and_a_place_of_what_is_valued_are_not_the_conversation_s() -> None:
    marked = (
        "Во время встречи [POS президента [COU Ганы]] [PER Кофи Антви] с [POS послом [COU Перу]] [PER Хорхе Саласом] отмечена актуальность "
        "проведения саммита, который пройдет в [CIT Лиме] в [DAT мае 2026 года]."
    )
    (met,) = read_marked(marked, "ru")
    assert (met.status.value, met.date.value, met.place.city) == ("held", "2026-03-12", None)
