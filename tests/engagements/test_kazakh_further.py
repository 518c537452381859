"""Constructs met first in fresh Kazakh texts, read alike in the three languages."""

from __future__ import annotations

from datetime import date

import pytest

from elshi.engagements.assemble import read_engagements
from elshi.language.base import Anchor
from elshi.language.rooms import language_room
from elshi.language.splitting import split_sentences
from elshi.records import Document, Layout, ParticipantKind, Span
from tests.engagements.marked import read_marked, tell_all, unmark

HEADS = {
    "ru": "В [CIT Таллине] прошла пятая встреча министров транспорта стран Балтии."
    " Делегацию [COU Эстонии] возглавил [POS министр транспорта] [PER Карл Тамм].",
    "kk": "[CIT Таллинде] Балтық елдері көлік министрлерінің бесінші кездесуі өтті."
    " [COU Эстония] делегациясын [POS көлік министрі] [PER Карл Тамм] басқарды.",
    "en": "The fifth meeting of transport ministers of the Baltic states took place in [CIT Tallinn]."
    " The [COU Estonian] delegation was headed by [POS Transport Minister] [PER Karl Tamm].",
}


@pytest.mark.parametrize("code", HEADS)
def test_a_meeting_of_the_ministers_of_many_states_is_a_conference(code: str) -> None:
    assert tell_all(HEADS[code], code) == [("conference", "held", ("Karl Tamm" if code == "en" else "Карл Тамм",))]


def test_ministers_of_two_states_meet() -> None:
    marked = "[COU Чили] мен [COU Перу] көлік министрлерінің кездесуі өтті. Оған [PER Хуан Лопес] пен [PER Роса Киспе] қатысты."
    assert [kind for kind, _, _ in tell_all(marked, "kk")] in (["meeting"], [])


@pytest.mark.parametrize(
    ("code", "text", "capacity"),
    [
        (
            "ru",
            "[POS Министр обороны] [POS генерал-полковник] [PER Айдар Есен] провел переговоры с [POS послом [COU Чили]]",
            "министр обороны",
        ),
        ("ru", "[POS Министр обороны генерал-полковник] [PER Айдар Есен] провел переговоры с [POS послом [COU Чили]]", "министр обороны"),
        (
            "en",
            "[POS Defence Minister] [POS General] [PER Aidar Esen] of [COU Kazakhstan] held talks with [POS [COU Chilean] Ambassador]",
            None,
        ),
        ("kk", "[POS Қорғаныс министрі] [POS генерал-майор] [PER Айдар Есен] [POS [COU Чили] елшісі]", "қорғаныс министрі"),
    ],
)
def test_a_rank_is_no_post(code: str, text: str, capacity: str | None) -> None:
    ends = {"ru": " [PER Хуаном Лопесом].", "en": " [PER Juan Lopez].", "kk": " [PER Хуан Лопеспен] келіссөз жүргізді."}
    (engagement,) = read_marked(text + ends[code], code)
    first = engagement.participants[0]
    assert first.capacity is not None
    assert first.capacity.value == (capacity or "defence minister")


OFFICES = {
    "ru": "[POS Глава государства] поздравил [POS Президента [COU Молдовы]] с праздником.",
    "kk": "[POS Мемлекет басшысы] [POS [COU Молдова] Президентін] мерекемен құттықтады.",
    "en": "The [POS Head of State] congratulated the [POS President of [COU Moldova]].",
}


@pytest.mark.parametrize("code", OFFICES)
def test_two_offices_whose_holders_nobody_names(code: str) -> None:
    source = "Пресс-служба Президента Казахстана" if code == "ru" else "Press service of the President of Kazakhstan"
    (engagement,) = read_marked(OFFICES[code], code, source=source)
    assert [p.kind for p in engagement.participants] == [ParticipantKind.OFFICE] * 2
    assert [[c.value for c in p.represents] for p in engagement.participants] == [["KZ"], ["MD"]]
    assert engagement.statements == ()  # the congratulation is the act itself


HOLIDAYS = {
    "ru": "[POS Президент [COU Казахстана]] [PER Айдар Есен] поздравил [POS Президента] [PER Хуана Лопеса]"
    " с Днем независимости [COU Чили].",
    "kk": "[POS [COU Қазақстан] Президенті] [PER Айдар Есен] [COU Чилидің] Тәуелсіздік күніне орай [POS Президент] [PER Хуан Лопес] атына"
    " құттықтау хат жіберді.",
    "en": "[POS President] [PER Aidar Esen] of [COU Kazakhstan] congratulated [POS President] [PER Juan Lopez]"
    " on [COU Chile]'s Independence Day.",
}


@pytest.mark.parametrize("code", HOLIDAYS)
def test_a_holiday_tells_whom_the_congratulated_serve(code: str) -> None:
    (engagement,) = read_marked(HOLIDAYS[code], code)
    assert [[c.value for c in p.represents] for p in engagement.participants] == [["KZ"], ["CL"]]


SPOKEN = {
    "ru": "[POS Министр] [PER Айдар Есен] встретился с [POS министром [COU Чили]] [PER Хуаном Лопесом]."
    " [POS Чилийский министр] отметил важность проекта.",
    "kk": "[POS Көлік министрі] [PER Айдар Есен] [POS [COU Чили] көлік министрі] [PER Хуан Лопеспен] кездесті."
    " [POS [COU Чилилік] министр] теміржол жобасын қолдайтынын айтты.",
    "en": "[POS Minister] [PER Aidar Esen] met [POS Minister] [PER Juan Lopez] of [COU Chile]."
    " The [POS [COU Chilean] minister] stressed that the project was important.",
}


@pytest.mark.parametrize("code", SPOKEN)
def test_a_post_with_a_state_means_who_serves_it(code: str) -> None:
    (engagement,) = read_marked(SPOKEN[code], code)
    assert [s.speaker for s in engagement.statements] == [engagement.participants[1].name.value]


SAME_DAY = {
    "ru": "[POS Президент [COU Казахстана]] [PER Айдар Есен] принял [POS посла [COU Чили]] [PER Хуана Лопеса]."
    " В тот же день [PER Айдар Есен] побеседовал с [POS министром [COU Перу]] [PER Росой Киспе].",
    "kk": "[POS Президент] [PER Айдар Есен] [POS [COU Чили] елшісі] [PER Хуан Лопесті] қабылдады."
    " Сол күні [PER Айдар Есен] [POS [COU Перу] министрі] [PER Роса Киспемен] әңгімелесті.",
    "en": "[POS President] [PER Aidar Esen] of [COU Kazakhstan] received the [POS Ambassador of [COU Chile]], [PER Juan Lopez]."
    " The same day [PER Aidar Esen] met [POS Minister] [PER Rosa Quispe] of [COU Peru].",
}


@pytest.mark.parametrize("code", SAME_DAY)
def test_the_same_day_is_in_the_same_country(code: str) -> None:
    found = read_marked(SAME_DAY[code], code)
    assert [e.place.country.value if e.place.country else None for e in found] == ["KZ", "KZ"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[POS Елші] [PER Айдар Есен] [ORG Сегед университетінің] студенттерімен кездесті.", "Сегед университетінің студенттері"),
        ("[POS Елші] [PER Айдар Есен] [LOC Балқан] елдері кәсіпкерлерімен кездесті.", "Балқан елдері кәсіпкерлері"),
    ],
)
def test_a_kazakh_group_goes_as_far_as_its_owner(text: str, name: str) -> None:
    (engagement,) = read_marked(text, "kk")
    assert [p.name.value for p in engagement.participants] == ["Айдар Есен", name]


def test_whom_a_kazakh_delegation_meets_is_not_on_its_side() -> None:
    marked = "[COU Қазақстандық] делегация [CIT Барселонада] [POS порт әкімшілігінің төрағасы] [PER Жорди Ферреспен] кездесті."
    (engagement,) = read_marked(marked, "kk")
    assert [p.name.value for p in engagement.participants] == ["Қазақстандық делегация", "Жорди Феррес"]
    assert [[c.value for c in p.represents] for p in engagement.participants] == [["KZ"], ["ES"]]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "ru",
            "[POS Заместитель премьер-министра] [PER Айдар Есен] встретился с [POS послом [COU Чили]] [PER Хуаном Лопесом]."
            " 3 марта [POS вице-премьер] принял [POS посла [COU Перу]] [PER Росу Киспе].",
        ),
        (
            "kk",
            "[POS Премьер-министрдің орынбасары] [PER Айдар Есен] [POS [COU Чили] елшісі] [PER Хуан Лопеспен] кездесті."
            " 3 наурызда [POS вице-премьер] [POS [COU Перу] елшісі] [PER Роса Киспені] қабылдады.",
        ),
        (
            "en",
            "[POS Deputy Prime Minister] [PER Aidar Esen] met [POS Ambassador] [PER Juan Lopez] of [COU Chile]."
            " On 3 March the [POS Vice Premier] received [POS Ambassador] [PER Rosa Quispe] of [COU Peru].",
        ),
    ],
)
def test_a_deputy_head_of_government_told_again(code: str, text: str) -> None:
    found = tell_all(text, code)
    assert [people[0] for _, _, people in found] == ["Aidar Esen" if code == "en" else "Айдар Есен"] * 2


RELEASES = {
    "ru": "[POS Министр] [PER Айдар Есен] и [POS министр [COU Чили]] [PER Хуан Лопес] обсудили торговлю."
    " «По инициативе чилийской стороны [POS министр] [PER Айдар Есен] провел телефонный разговор с [POS министром [COU Чили]]"
    " [PER Хуаном Лопесом]», – говорится в сообщении ведомства.",
    "kk": "[POS Министр] [PER Айдар Есен] мен [POS [COU Чили] министрі] [PER Хуан Лопес] сауданы талқылады."
    " «Чили тарапының бастамасымен [POS министр] [PER Айдар Есен] [POS [COU Чили] министрі] [PER Хуан Лопеспен] телефон арқылы"
    " сөйлесті», – делінген ведомство хабарламасында.",
    "en": "[POS Minister] [PER Aidar Esen] and [POS Minister] [PER Juan Lopez] of [COU Chile] discussed trade."
    " “At the request of the Chilean side [POS Minister] [PER Aidar Esen] spoke by telephone with [POS Minister] [PER Juan Lopez]"
    " of [COU Chile],” the statement reads.",
}


@pytest.mark.parametrize("code", RELEASES)
def test_a_press_release_quoted_tells_how_they_spoke(code: str) -> None:
    assert [(kind, status) for kind, status, _ in tell_all(RELEASES[code], code)] == [("call", "held")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # «аталған» points back and has no doer
        (
            "[POS [COU Қазақстан] елшісі] [PER Айдар Есен] аталған оқу орнының [POS ректоры] [PER Хуан Лопеспен] кездесті.",
            ["Айдар Есен", "Хуан Лопес"],
        ),
        # a name and the city or the state behind it, taken for one name
        ("[POS Елші] [PER Айдар Есен Мапутуда] [POS министр] [PER Хуан Лопеспен] кездесті.", ["Айдар Есен", "Хуан Лопес"]),
        ("Кеше [PER Айдар Есен Чили] [POS сыртқы істер министрі] [PER Хуан Лопеспен] кездесті.", ["Айдар Есен", "Хуан Лопес"]),
        # a group in another's concern is not there
        (
            "[POS Елші] [PER Айдар Есен] диаспора мәселелерімен айналысатын [POS [COU Чили] вице-министрі] [PER Хуан Лопеспен] кездесті.",
            ["Айдар Есен", "Хуан Лопес"],
        ),
        # who stands as the object before the subject
        ("[ORG Сенат Төрағасын] [POS [COU Чили] Президенті] [PER Хуан Лопес] қабылдады. [PER Айдар Есен]", ["Хуан Лопес"]),
        # who only tells what another will do
        (
            "[POS Ресми өкіл] [PER Айдар Есен] 18 наурызда [POS [COU Чили] президенті] [PER Хуан Лопестің] [COU Қазақстанға] сапары"
            " болатынын хабарлады.",
            ["Хуан Лопес"],
        ),
        ("[POS Елші] [PER Айдар Есен] дипломатиялық корпус өкілдерімен кездесті.", ["Айдар Есен", "дипломатиялық корпус өкілдері"]),
        ("[POS Елші] [PER Айдар Есен] [CIT Краковта] тұратын отандастармен кездесті.", ["Айдар Есен", "Краковта тұратын отандастар"]),
    ],
)
def test_who_is_there(text: str, names: list[str]) -> None:
    found = read_marked(text, "kk")
    assert [[p.name.value for p in e.participants] for e in found] == [names] or (not found and len(names) == 1)


def test_a_state_somebody_deals_with_is_not_served() -> None:
    marked = (
        "[COU Перумен] ынтымақтастық жөніндегі кеңестің төрағасы [PER Айдар Есен] [POS [COU Чили] министрі] [PER Хуан Лопеспен] кездесті."
    )
    (engagement,) = read_marked(marked, "kk")
    assert "PE" not in {c.value for p in engagement.participants for c in p.represents}


def test_an_akim_told_again_is_no_mayor() -> None:
    marked = (
        "[POS [REG Түркістан облысының] әкімі] [PER Айдар Есен] мен [POS [CIT Сямэнь] қаласының мэрі] [PER У Бинь] меморандумға қол қойды."
        " [POS Әкім] [POS порт директоры] [PER Чэнь Лимен] кездесті."
    )
    found = read_marked(marked, "kk")
    assert [[p.name.value for p in e.participants] for e in found] == [["Айдар Есен", "У Бинь"], ["Айдар Есен", "Чэнь Ли"]]
    assert not found[0].outcomes or "У Бинь" not in marked[found[0].outcomes[0].quote.start :][:5]


def test_the_programme_of_a_journey_and_answers_to_questions_are_no_news() -> None:
    marked = (
        "[POS [COU Чили] министрі] [PER Хуан Лопес] отандастармен кездесіп, олардың сұрақтарына жауап берді."
        " [INI Сапар бағдарламасы] мен [INI «Көпір» бағдарламасы] талқыланды."
    )
    (engagement,) = read_marked(marked, "kk")
    assert [i.value for i in engagement.initiatives] == ["«Көпір» бағдарламасы"]
    assert engagement.statements == ()


DATELINED = {
    "ru": "[POS Председатель Сената] [PER Айдар Есен] в рамках визита в [COU Эстонию] встретился"
    " со [POS спикером парламента] [PER Карлом Таммом].",
    "kk": "[POS Сенат төрағасы] [PER Айдар Есен] [COU Эстонияға] сапары аясында [POS парламент спикері] [PER Карл Таммен] кездесті.",
}


@pytest.mark.parametrize("code", DATELINED)
def test_a_state_told_has_the_city_of_the_dateline(code: str) -> None:
    head = "[CIT Таллин]\n"
    text, mentions, paragraphs = unmark(head + DATELINED[code])
    layout = Layout(body=paragraphs[1:], dateline_city=Span(0, 6))
    room, day = language_room(code), date(2026, 3, 12)
    document = Document(id="marked", text=text, name="marked.txt", published=day)
    (engagement,) = read_engagements(document, layout, room, split_sentences(text, layout, room), mentions, Anchor(None, day))
    assert engagement.place.city is not None
    assert engagement.place.city.value == "Tallinn"


def test_a_conference_of_an_organisation_is_no_organisation() -> None:
    marked = (
        "1 қазанда [POS министр] [PER Айдар Есен] [CIT Женевада] өтетін [EVE [ORG Дүниежүзілік сауда ұйымының] министрлік конференциясына]"
        " қатысады."
    )
    assert tell_all(marked, "kk", published="2026-09-20") == [("conference", "planned", ("Айдар Есен",))]


def test_those_whose_council_meets_are_not_there_for_it() -> None:
    marked = "[POS Президент] [PER Айдар Есен] [ORG Шанхай ынтымақтастық ұйымы] мемлекет басшылары кеңесінің отырысына қатысты."
    assert [names for _, _, names in tell_all(marked, "kk")] == [("Айдар Есен",)]
