"""What sentences behind an act add to it or tell beside it: speakers, organisers, talks that follow, those who are visited."""

from __future__ import annotations

import pytest

from tests.engagements.marked import read_marked, tell_all

OPENED = {
    "en": (
        "[POS Foreign Minister of [COU Mexico]] [PER Alicia Roblero] and [POS Foreign Minister of [COU Chile]] [PER Matias Urrutia] opened "
        "a school in [CIT Valparaiso]. Talks between the two ministers followed.",
        ("Alicia Roblero", "Matias Urrutia"),
    ),
    "ru": (
        "[POS Министр иностранных дел [COU Мексики]] [PER Алисия Роблеро] и [POS министр иностранных дел [COU Чили]] [PER Матиас Уррутия] "
        "открыли в [CIT Вальпараисо] фотовыставку. Затем состоялись переговоры министров.",
        ("Алисия Роблеро", "Матиас Уррутия"),
    ),
    "kk": (
        "[POS [COU Мексика] сыртқы істер министрі] [PER Алисия Роблеро] мен [POS [COU Чили] сыртқы істер министрі] [PER Матиас Уррутия] "
        "[CIT Вальпараисода] фотокөрме ашты. Кейін министрлердің келіссөздері өтті.",
        ("Алисия Роблеро", "Матиас Уррутия"),
    ),
}


@pytest.mark.parametrize("language", OPENED)
def test_talks_of_all_told_of_are_beside_the_ceremony(language: str) -> None:
    marked, both = OPENED[language]
    assert tell_all(marked, language) == [("ceremony", "held", both), ("talks", "held", both)]


FORUM = {
    "en": (
        "A tourism forum was held in [CIT Seoul]. Welcoming remarks were made by [POS Ambassador of [COU Finland]] [PER Pekka Salo]; "
        "[POS Deputy Minister of Tourism of [COU Finland]] [PER Aino Virta] greeted the participants by video link.",
        ("Pekka Salo", "Aino Virta"),
    ),
    "ru": (
        "В [CIT Сеуле] прошёл туристический форум. С приветственным словом выступил [POS посол [COU Финляндии]] [PER Пекка Сало]; "
        "по видеосвязи участников поприветствовала [POS вице-министр туризма [COU Финляндии]] [PER Айно Вирта].",
        ("Пекка Сало", "Айно Вирта"),
    ),
    "kk": (
        "[CIT Сеулде] туризм форумы өтті. [POS [COU Финляндия] елшісі] [PER Пекка Сало] құттықтау сөз сөйледі. Бейнебайланыс арқылы "
        "қатысушыларды [POS [COU Финляндия] туризм министрінің орынбасары] [PER Айно Вирта] құттықтады.",
        ("Пекка Сало", "Айно Вирта"),
    ),
}


@pytest.mark.parametrize("language", FORUM)
def test_who_greets_those_at_a_gathering_is_there(language: str) -> None:
    marked, who = FORUM[language]
    assert tell_all(marked, language) == [("conference", "held", who)]


SEMINAR = {
    "en": (
        "On [DAT 26 May] a seminar on ports will be held in [CIT Nukus]. It is organised by the [ORG Ministry of Ecology of [COU "
        "Uzbekistan]]."
    ),
    "ru": "[DAT 26 мая] в [CIT Нукусе] пройдёт семинар по портам. Его организует [ORG Министерство экологии [COU Узбекистана]].",
    "kk": "[DAT 26 мамырда] [CIT Нүкісте] порттар жөніндегі семинар өтеді. Оны [ORG [COU Өзбекстан] Экология министрлігі] ұйымдастырады.",
}


@pytest.mark.parametrize("language", SEMINAR)
def test_who_organises_a_gathering_takes_part_in_it(language: str) -> None:
    (seminar,) = read_marked(SEMINAR[language], language)
    assert (seminar.type.value.value, seminar.status.value.value) == ("conference", "planned")
    assert [[r.value for r in p.represents] for p in seminar.participants] == [["UZ"]]


def test_an_organiser_in_a_participle_takes_part() -> None:
    marked = "[DAT 26 мая] в [CIT Нукусе] пройдёт семинар, организованный [ORG Министерством экологии [COU Узбекистана]]."
    (seminar,) = read_marked(marked, "ru")
    assert [p.name.value for p in seminar.participants] == ["Министерство экологии Узбекистана"]


def test_a_known_body_is_no_initiative() -> None:
    marked = (
        "On [DAT 26 May] a seminar on ports will be held in [CIT Nukus]. It is organised by the [INI United Nations Development Programme]."
    )
    (seminar,) = read_marked(marked, "en")
    assert ([r.value for p in seminar.participants for r in p.represents], seminar.initiatives) == (["UNDP"], ())


VISITED = {
    "en": "[POS Consul of [COU Kyrgyzstan]] [PER Aida Asanova] visited [COU Kyrgyz] [POS workers] injured in a fire in [CIT Seoul].",
    "ru": "[POS Консул [COU Кыргызстана]] [PER Аида Асанова] посетила в [CIT Сеуле] [COU кыргызских] [POS рабочих], раненных при пожаре.",
    "kk": "[POS [COU Қырғызстан] консулы] [PER Аида Асанова] [CIT Сеулде] зардап шеккен [NOR қырғыз] жұмысшыларына барды.",
}
WORKERS = {"en": "Kyrgyz workers", "ru": "кыргызские рабочие", "kk": "қырғыз жұмысшылары"}


@pytest.mark.parametrize("language", VISITED)
def test_who_visits_his_own_people_meets_them(language: str) -> None:
    (visit,) = read_marked(VISITED[language], language)
    assert visit.type.value.value == "community"
    assert [p.name.value for p in visit.participants][1:] == [WORKERS[language]]


FRIENDS = {
    "en": (
        "[POS Deputy Foreign Minister of [COU Estonia]] [PER Juhan Kask] arrived in [CIT Harare]. His meetings with [POS Minister of "
        "Industry of [COU Zimbabwe]] [PER Tendai Mukarati] and [POS chair of the friendship group with [COU Estonia]] [PER Rebecca Moyo] "
        "took place."
    ),
    "ru": (
        "[POS Замминистра иностранных дел [COU Эстонии]] [PER Юхан Каск] прибыл в [CIT Хараре]. Состоялись его встречи с [POS министром "
        "промышленности [COU Зимбабве]] [PER Тендаи Мукарати] и [POS руководителем группы дружбы с [COU Эстонией]] [PER Ребеккой Мойо]."
    ),
    "kk": (
        "[POS [COU Эстония] сыртқы істер министрінің орынбасары] [PER Юхан Каск] [CIT Харареге] келді. Оның [POS [COU Зимбабве] өнеркәсіп "
        "министрі] [PER Тендаи Мукаратимен] және [POS достық тобының төрайымы] [PER Ребекка Мойомен] кездесулері өтті."
    ),
}


@pytest.mark.parametrize("language", FRIENDS)
def test_his_meetings_are_one_for_each_and_friends_of_a_state_do_not_serve_it(language: str) -> None:
    found = [e for e in read_marked(FRIENDS[language], language) if e.type.value.value == "meeting"]
    assert [[r.value for p in e.participants for r in p.represents] for e in found] == [["EE", "ZW"], ["EE", "ZW"]]


DIPLOMACY = {
    "en": "[POS head of [NOR Norwegian] diplomacy] then met with [POS Ambassador of [COU Chile]] [PER Pablo Rojas].",
    "kk": "[POS [COU Норвегия] дипломатиясының басшысы] [POS [COU Чили] елшісі] [PER Пабло Рохаспен] кездесті.",
    "ru": "[POS глава [NOR норвежской] дипломатии] встретилась с [POS послом [COU Чили]] [PER Пабло Рохасом].",
}
MINISTER = {
    "en": "[POS Foreign Minister of [COU Norway]] [PER Kari Lunde] met with [POS Prime Minister of [COU Estonia]] [PER Juhan Kask]. The ",
    "kk": "[POS [COU Норвегия] Сыртқы істер министрі] [PER Кари Лунде] [POS [COU Эстония] премьер-министрі] [PER Юхан Каскпен] кездесті. ",
    "ru": (
        "[POS Министр иностранных дел [COU Норвегии]] [PER Кари Лунде] встретилась с [POS премьер-министром [COU Эстонии]] [PER Юханом "
        "Каском]. Затем "
    ),
}


@pytest.mark.parametrize("language", DIPLOMACY)
def test_the_head_of_diplomacy_is_the_foreign_minister(language: str) -> None:
    first, second = read_marked(MINISTER[language] + DIPLOMACY[language], language)
    assert second.participants[0].name.value == first.participants[0].name.value


AT_THE_PRESENTATION = {
    "en": (
        "[POS Ambassador of [COU Chile]] [PER Pablo Rojas] attended a forum in [CIT Oslo]. Before the forum the ambassador awarded a "
        "translator a medal."
    ),
    "ru": (
        "В посольстве в [CIT Осло] состоялась презентация книги, на которую пришли дипломаты. Перед началом презентации "
        "[POS посол [COU Чили]] [PER Пабло Рохас] вручил автору почётную грамоту."
    ),
    "kk": ("[POS [COU Чили] елшісі] [PER Пабло Рохас] [CIT Ослода] форумға қатысты. Форум алдында елші авторға медаль тапсырды."),
}


@pytest.mark.parametrize("language", AT_THE_PRESENTATION)
def test_what_is_handed_over_at_a_gathering_is_part_of_it(language: str) -> None:
    (gathering,) = read_marked(AT_THE_PRESENTATION[language], language)
    assert gathering.type.value.value != "ceremony"
    assert [r.value for p in gathering.participants for r in p.represents] == ["CL"]
