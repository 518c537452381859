"""Russian word orders and clauses: who follows the verb, whom the sentence goes on to tell of, days and stays of their own."""

from __future__ import annotations

import pytest

from tests.engagements.marked import read_marked, tell

MINISTER = "[POS министр торговли [COU Латвии]] [PER Янис Озолс]"


def _told(marked: str, language: str = "ru") -> list[tuple[str, str, tuple[str, ...]]]:
    return [tell(e) for e in read_marked(marked, language)]


def test_a_subject_behind_its_verb_is_not_the_next_verbs() -> None:
    text = (
        "Утром [POS посол [COU Чили]] [PER Луис Риос] побывал в порту, где его принял [POS директор порта] [PER Янис Озолс]; "
        "говорили об открытии линии."
    )
    assert _told(text) == [("meeting", "held", ("Луис Риос", "Янис Озолс"))]


def test_the_guest_ahead_of_the_verb_is_whom_the_sentence_goes_on_about() -> None:
    text = (
        f"В Ригу прибудет с визитом [POS министр [COU Перу]] [PER Хорхе Альва]. Его примет {MINISTER}, пройдут переговоры с "
        "[POS мэром] [PER Ингой Лаце]."
    )
    assert _told(text)[1:] == [
        ("meeting", "planned", ("Хорхе Альва", "Янис Озолс")),
        ("talks", "planned", ("Хорхе Альва", "Инга Лаце")),
    ]


def test_guests_who_are_received_go_on() -> None:
    text = f"[POS [COU Перуанских] парламентариев] принял {MINISTER}, а днем они встретились с [POS мэром] [PER Ингой Лаце]."
    assert [names for _, _, names in _told(text)] == [("Перуанские парламентарии", "Янис Озолс"), ("Перуанские парламентарии", "Инга Лаце")]


def test_each_day_has_its_own_act() -> None:
    text = (
        f"[DATE 4 марта] {MINISTER} встретился с [POS послом [COU Чили]] [PER Луисом Риосом], а [DATE 5 марта] в [CIT Лиепае] "
        "ознакомился с работой верфи."
    )
    first, second = read_marked(text, "ru")
    assert (tell(first)[0], first.date.value) == ("meeting", "2026-03-04")
    assert (tell(second), second.date.value) == (("visit", "held", ("Янис Озолс",)), "2026-03-05")


def test_two_acts_of_one_day_are_one() -> None:
    text = f"[DATE 4 марта] {MINISTER} посетил завод в [CIT Лиепае] и ознакомился с его работой."
    assert [kind for kind, _, _ in _told(text)] == ["visit"]


@pytest.mark.parametrize("post", ["замминистра торговли", "замгоссекретаря", "замглавы ведомства"])
def test_a_post_that_never_changes_may_be_the_subject(post: str) -> None:
    text = f"{MINISTER} и [POS {post} [COU Чили]] [PER Луис Риос] встретились в [CIT Риге]."
    assert _told(text) == [("meeting", "held", ("Янис Озолс", "Луис Риос"))]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "ru",
            f"{MINISTER} и [POS посол [COU Чили]] [PER Луис Риос] должны были встретиться [DATE 6 апреля], однако встреча отложена.",
        ),
        (
            "en",
            "[POS Trade Minister of [COU Latvia]] [PER Janis Ozols] and [POS Ambassador of [COU Chile]] [PER Luis Rios] were to meet on "
            "[DATE 6 April], but the meeting has been postponed.",
        ),
    ],
)
def test_what_the_same_sentence_calls_off(language: str, text: str) -> None:
    assert [(kind, status, len(names)) for kind, status, names in _told(text, language)] == [("meeting", "cancelled", 2)]


def test_a_stay_with_its_days_is_a_journey() -> None:
    (engagement,) = read_marked(f"{MINISTER} [DATE 4–6 марта] находился в [COU Чили].", "ru")
    assert (tell(engagement), engagement.date.value) == (("visit", "held", ("Янис Озолс",)), "2026-03-04/2026-03-06")


@pytest.mark.parametrize("stay", ["[DATE 4 марта] находился в [COU Чили]", "[DATE 4–6 марта] находился в отпуске"])
def test_other_stays_are_none(stay: str) -> None:
    assert _told(f"{MINISTER} {stay}.") == []


def test_what_tells_a_namesake_apart_is_no_post() -> None:
    text = (
        f"{MINISTER} выступил с речью. Однофамилец министра, [POS мэр] [PER Карлис Озолс], встретился с "
        "[POS послом [COU Чили]] [PER Луисом Риосом]."
    )
    (engagement,) = read_marked(text, "ru")
    assert [p.capacity.value for p in engagement.participants if p.capacity] == ["мэр", "посол"]


def test_a_given_name_taken_for_a_place_is_given_back() -> None:
    text = "[POS Полпред правительства [COU Кубан]] [PER Сарыбаев] встретился с [POS послом [COU Чили]] [PER Луисом Риосом]."
    (engagement,) = read_marked(text, "ru")
    assert [p.name.value for p in engagement.participants] == ["Кубан Сарыбаев", "Луис Риос"]


def test_who_receives_is_host_though_the_guest_stands_first() -> None:
    text = f"[POS [COU Перуанских] парламентариев] принял {MINISTER}."
    (engagement,) = read_marked(text, "ru")
    assert engagement.place.country is not None
    assert engagement.place.country.value == "LV"


def test_those_congratulated_at_the_ceremony_are_no_more_people() -> None:
    text = (
        "[POS Президенту [COU Латвии]] [PER Янису Озолсу] вручили верительные грамоты [POS посол [COU Чили]] [PER Луис Риос] и "
        "[POS посол [COU Ганы]] [PER Кофи Аду]. [POS Глава государства] поздравил [POS дипломатов] с началом миссии."
    )
    assert [len(names) for _, _, names in _told(text)] == [3]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", f"{MINISTER} обсудил с [POS послом [COU Чили]] [PER Луисом Риосом] ситуацию в [COU Судане]."),
        (
            "en",
            "[POS Trade Minister of [COU Latvia]] [PER Janis Ozols] met [PER Luis Rios], [POS Minister of [COU Chile]], to discuss the "
            "situation in [COU Sudan].",
        ),
    ],
)
def test_where_what_is_talked_of_is_they_did_not_meet(language: str, text: str) -> None:
    (engagement,) = read_marked(text, language)
    assert engagement.place.country is None or engagement.place.country.value != "SD"


def test_the_minister_comes_and_will_hold_talks() -> None:
    text = f"{MINISTER} прибыл в [COU Чили], также [DATE 19 марта] он проведет переговоры с [POS мэром] [PER Ингой Лаце]."
    assert [(kind, status) for kind, status, _ in _told(text)] == [("talks", "planned")]


@pytest.mark.parametrize(
    "source",
    ["сообщает Telegram-канал «Восток» со ссылкой на газету", "сообщил агентству [POS пресс-секретарь губернатора] [PER Инга Лаце]"],
)
def test_who_only_brings_the_news_quotes_nobody(source: str) -> None:
    text = f"{MINISTER} обсудил с [POS послом [COU Чили]] [PER Луисом Риосом] поставки зерна, {source}."
    (engagement,) = read_marked(text, "ru")
    assert engagement.statements == ()


def test_what_the_minister_told_behind_a_comma_is_his() -> None:
    text = f"{MINISTER}, принимая [POS посла [COU Чили]] [PER Луиса Риоса], сообщил, что поставки выросли."
    assert [s.speaker for e in read_marked(text, "ru") for s in e.statements] in ([], ["Янис Озолс"])


def test_a_counterpart_of_a_state_is_who_serves_it() -> None:
    text = (
        f"{MINISTER} провел телефонный разговор с [POS министром торговли [COU Чили]] [PER Луисом Риосом]. [PER Озолс] поздравил "
        "[COU чилийского] коллегу с назначением."
    )
    assert _told(text) == [("call", "held", ("Янис Озолс", "Луис Риос"))]


def test_names_in_quotation_marks_keep_their_capitals() -> None:
    text = f"{MINISTER} принял [POS президента компании «Тобол Инвест»] [PER Луиса Риоса]."
    (engagement,) = read_marked(text, "ru")
    assert [p.capacity.value for p in engagement.participants if p.capacity] == ["министр торговли", "президент компании «Тобол Инвест»"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "ru",
            "Турне [POS министра торговли [COU Латвии]] [PER Яниса Озолса] завершилось.\n[DATE 2 марта] в [CIT Сантьяго] [PER Озолс] "
            "встретился с [POS послом [COU Чили]] [PER Луисом Риосом].\n[DATE 5 марта] в [CIT Лиме] [PER Озолс] провел беседу с "
            "[POS мэром [CIT Лимы]] [PER Хорхе Альвой].",
        ),
        (
            "en",
            "[POS Trade Minister of [COU Latvia]] [PER Janis Ozols] has concluded a visit to [COU Chile].\nOn [DATE 2 March] "
            "[PER Ozols] met [POS Ambassador of [COU Ghana]] [PER Kofi Adu].\nOn [DATE 5 March] [PER Ozols] met [POS President of "
            "[COU Chile]] [PER Luis Rios].",
        ),
    ],
)
def test_a_journey_that_is_over_has_the_days_of_what_is_told(language: str, text: str) -> None:
    journey, *_ = read_marked(text, language)
    assert (journey.type.value, journey.date.value) == ("visit", "2026-03-02/2026-03-05")


def test_a_journey_that_goes_on_has_not() -> None:
    text = (
        "[POS Министр торговли [COU Латвии]] [PER Янис Озолс] посетил [COU Чили].\n[DATE 2 марта] [PER Озолс] встретился с [POS послом "
        "[COU Ганы]] [PER Кофи Аду].\n[DATE 5 марта] [PER Озолс] провел беседу с [POS президентом [COU Чили]] [PER Луисом Риосом]."
    )
    assert "/" not in (read_marked(text, "ru")[0].date.value or "")


def test_a_surname_of_one_letter_is_no_preposition() -> None:
    text = "В [CIT Пекине] [POS министр торговли [COU Китая]] У [PER Кэцинь] принял [POS посла [COU Чили]] [PER Луиса Риоса]."
    assert _told(text) == [("meeting", "held", ("У Кэцинь", "Луис Риос"))]


def test_a_guest_before_the_post_is_none() -> None:
    guest = "[POS гостя посол [COU Чили]] [PER Луис Риос]"
    text = f"Обед в честь {guest} дал вечером, после чего встретился с [POS министром [COU Латвии]] [PER Янисом Озолсом]."
    assert "гость" not in " ".join(p.capacity.value for e in read_marked(text, "ru") for p in e.participants if p.capacity)


def test_a_house_before_the_post_is_where_not_whose() -> None:
    text = (
        f"{MINISTER} прибыл с визитом в [COU Чили]. В [ORG посольстве [COU Ганы]] [POS глава ведомства] пообщался с "
        "[POS послом [COU Перу]] [PER Хорхе Альвой]."
    )
    assert _told(text)[-1] == ("meeting", "held", ("Янис Озолс", "Хорхе Альва"))


def test_a_city_ahead_of_its_verb_is_visited() -> None:
    (engagement,) = read_marked("С ответным визитом [CIT Берлин] посетит [POS министр [COU Латвии]] [PER Янис Озолс].", "ru")
    assert engagement.place.city is not None
    assert engagement.place.city.value == "Berlin"


def test_an_organisations_name_goes_on_behind_what_was_marked() -> None:
    post = "[POS генеральный секретарь [ORG Совета сотрудничества арабских государств] [LOC Персидского залива]]"
    text = f"{MINISTER} встретился с послом, а {post} [PER Хамад Рашид] принял [POS посла [COU Чили]] [PER Луиса Риоса]."
    served = {p.name.value: [c.value for c in p.represents] for e in read_marked(text, "ru") for p in e.participants}
    assert served["Хамад Рашид"] == ["GCC"]


def test_a_house_whose_name_is_like_a_given_name() -> None:
    text = "[POS Вице-спикер [ORG Жогорку Кенеша]] [PER Гулзат Асанова] встретилась с [POS послом [COU Чили]] [PER Луисом Риосом]."
    (engagement,) = read_marked(text, "ru")
    told = [(p.name.value, p.capacity.value if p.capacity else "", [c.value for c in p.represents]) for p in engagement.participants]
    assert told[0] == ("Гулзат Асанова", "вице-спикер Жогорку Кенеша", ["KG"])


def test_whose_state_a_reference_does_not_tell() -> None:
    text = (
        "[POS Заместитель министра] [PER Инга Лаце] провела переговоры с [POS директором департамента [ORG МИД [COU Чили]]] "
        "[PER Луисом Риосом]. [POS [COU Чилийский] дипломат] высоко оценил ход реформ."
    )
    (engagement,) = read_marked(text, "ru", source="МИД Латвии")
    assert [[c.value for c in p.represents] for p in engagement.participants] == [["LV"], ["CL"]]


def test_who_is_accompanied_is_not_the_companion() -> None:
    text = (
        "Сопровождающий [POS президента министр торговли [COU Чили]] [PER Луис Риос] обсудил с "
        "[POS министром [COU Латвии]] [PER Янисом Озолсом] поставки меди."
    )
    (engagement,) = read_marked(text, "ru")
    assert [p.capacity.value for p in engagement.participants if p.capacity] == ["министр торговли", "министр"]


def test_the_ambassador_and_the_governor_are_two() -> None:
    text = (
        "[POS Посол [COU Чили]] [PER Луис Риос] прибыл с визитом в [COU Латвию]. В [CIT Лиепае] [POS посол] и [POS губернатор области] "
        "[PER Янис Озолс] открыли выставку."
    )
    assert _told(text)[-1][2] == ("Луис Риос", "Янис Озолс")


def test_of_which_state_a_group_is() -> None:
    text = f"{MINISTER} встретился с [POS [COU перуанскими] выпускниками] [COU чилийских] вузов."
    (engagement,) = read_marked(text, "ru")
    assert [c.value for c in engagement.participants[-1].represents] == ["PE"]


def test_on_the_seventeenth_of_the_same_month() -> None:
    text = (
        f"{MINISTER} прибыл с визитом в [COU Чили]. [DATE 3 марта] он провел беседу с [POS мэром] [PER Луисом Риосом], а 5-го – с "
        "[POS ректором] [PER Хорхе Альвой]."
    )
    days = {tuple(p.name.value for p in e.participants)[-1]: e.date.value for e in read_marked(text, "ru")}
    assert (days["Луис Риос"], days["Хорхе Альва"]) == ("2026-03-03", "2026-03-05")


def test_two_who_travel_meet_their_own_people_on_two_days() -> None:
    text = (
        "[POS Депутаты [COU Латвии]] [PER Инга Лаце] и [PER Янис Озолс] прибыли с визитом в [COU Чили].\n[DATE 3 марта] они встретились с "
        "[COU латвийскими] [POS студентами] в [CIT Сантьяго], а днем позже – с [COU латвийскими] [POS моряками] в [CIT Вальпараисо]."
    )
    met = [(e.type.value, e.date.value, len(e.participants)) for e in read_marked(text, "ru")][1:]
    assert met == [("community", "2026-03-03", 3), ("community", "2026-03-04", 3)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Запланированная на [DATE 18 марта] поездка в [CIT Лиму] не состоялась.", "Янис Озолс"),
        ("Вечером в его честь был дан официальный обед.", "Янис Озолс"),
    ],
)
def test_acts_of_the_main_person_that_name_nobody(text: str, who: str) -> None:
    before = f"{MINISTER} встретился с [POS послом [COU Чили]] [PER Луисом Риосом]. "
    assert _told(before + text)[-1][2] == (who,)


def test_the_journey_of_a_delegation() -> None:
    text = "Визит [ORG делегации парламента [COU Чили]] в [CIT Ригу] отложен."
    assert [(kind, status) for kind, status, _ in _told(text)] == [("visit", "cancelled")]


def test_letters_that_came_to_somebody() -> None:
    text = (
        "На имя [POS президента [COU Латвии]] [PER Яниса Озолса] поступили поздравления от [POS президента [COU Чили]] [PER Луиса Риоса] и "
        "[POS генерального директора [ORG ФАО]] [PER Хорхе Альвы]."
    )
    assert [set(names) for _, _, names in _told(text)] == [{"Янис Озолс", "Луис Риос"}, {"Янис Озолс", "Хорхе Альва"}]


def test_guests_of_a_state_are_those_who_travel() -> None:
    text = (
        "[POS Депутаты [COU Латвии]] [PER Инга Лаце] и [PER Янис Озолс] прибыли с визитом в [COU Чили].\n[DATE 3 марта] [COU латвийских] "
        "гостей принял [POS министр [COU Чили]] [PER Луис Риос]."
    )
    assert _told(text)[-1][2] == ("Инга Лаце", "Янис Озолс", "Луис Риос")


def test_a_name_like_words_and_towns_is_the_subject() -> None:
    text = (
        f"{MINISTER} встретился с [POS председателем совета [COU Турции]] [PER Метином Аксу]. [PER Метин Аксу] сообщил, что завод построят "
        "к осени."
    )
    (engagement,) = read_marked(text, "ru")
    assert [s.speaker for s in engagement.statements] == ["Метин Аксу"]


def test_two_things_said_in_a_row() -> None:
    text = (
        f"{MINISTER} принял [POS посла [COU Чили]] [PER Луиса Риоса]. [POS Посол] рассказал о традициях добрососедства, а также "
        "напомнил, что школа открылась в мае."
    )
    (engagement,) = read_marked(text, "ru")
    assert len(engagement.statements) == 2
