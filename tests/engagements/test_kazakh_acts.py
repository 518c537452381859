"""Which engagements a Kazakh text reports: of what kind, whether held, and who takes part."""

from __future__ import annotations

import pytest

from tests.engagements.marked import read_marked, tell_all

A = "[POS [COU Чилидің] сыртқы істер министрі] [PER Пабло Рохас]"
B = "[POS [COU Норвегия] елшісі] [PER Ларс Хольм]"
WITH_B = "[POS [COU Норвегия] елшісі] [PER Ларс Хольммен]"
B_ACC = "[POS [COU Норвегия] елшісі] [PER Ларс Хольмді]"
B_GEN = "[POS [COU Норвегия] елшісі] [PER Ларс Хольмнің]"
B_DAT = "[POS [COU Норвегия] елшісі] [PER Ларс Хольмге]"
PAIR = ("Пабло Рохас", "Ларс Хольм")


def one(kind: str, status: str = "held", names: tuple[str, ...] = PAIR) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(kind, status, names)]


CASES = {
    "met": (f"{A} {WITH_B} кездесті.", one("meeting")),
    "met, then discussed": (f"{A} {WITH_B} кездесіп, порт құрылысын талқылады.", one("meeting")),
    "talked": (f"{A} {WITH_B} әңгімелесті.", one("meeting")),
    "sat together": (f"{A} {WITH_B} жүздесті.", one("meeting")),
    "exchanged views": (f"{A} {WITH_B} пікір алмасты.", one("meeting")),
    "received": (f"{A} {B_ACC} қабылдады.", one("meeting")),
    "guest first": (f"{B_ACC} {A} қабылдады.", one("meeting", names=("Ларс Хольм", "Пабло Рохас"))),
    "in an audience": (f"{A} {B_GEN} қабылдауында болды.", one("meeting")),
    "a meeting took place": (f"{A} мен {B} арасында кездесу өтті.", one("meeting")),
    "somebody's meeting": (f"[POS [COU Чили] министрі] [PER Пабло Рохастың] {WITH_B} кездесуі өтті.", one("meeting")),
    "held a meeting": (f"{A} {WITH_B} кездесу өткізді.", one("meeting")),
    "talks": (f"{A} {WITH_B} келіссөз жүргізді.", one("talks")),
    "talks took place": (f"{A} мен {B} арасында келіссөздер өтті.", one("talks")),
    "consultations": (f"{A} мен {B} саяси консультациялар өткізді.", one("talks")),
    "by phone": (f"{A} {WITH_B} телефон арқылы сөйлесті.", one("call")),
    "by phone, talked": (f"{A} {WITH_B} телефонмен әңгімелесті.", one("call")),
    "congratulated by letter": (f"{A} {B_DAT} құттықтау хат жолдады.", one("message")),
    "sent a telegram": (f"{A} {B_DAT} көңіл айту жеделхатын жолдады.", one("message")),
    "congratulated": (f"{A} {B_ACC} сайлануымен құттықтады.", one("message")),
    "credentials": (
        f"{B} [POS [COU Чили] президенті] [PER Пабло Рохасқа] сенім грамоталарын тапсырды.",
        one("credentials", names=("Ларс Хольм", "Пабло Рохас")),
    ),
    "copies of credentials": (
        f"{B} [POS [COU Чили] министрі] [PER Пабло Рохасқа] сенім грамоталарының көшірмелерін табыс етті.",
        one("credentials", names=("Ларс Хольм", "Пабло Рохас")),
    ),
    "signed": (f"{A} мен {B} келісімге қол қойды.", one("signing")),
    "lectured": (f"{A} [NOR чилілік] студенттерге дәріс оқыды.", [("briefing", "held", ("Пабло Рохас", "чилілік студенттер"))]),
    "visit": (f"{A} [COU Кенияға] ресми сапармен барды.", one("visit", names=("Пабло Рохас",))),
    "visit to come": (f"{A} [COU Кенияға] ресми сапармен келеді.", one("visit", "planned", ("Пабло Рохас",))),
    "visit of somebody": (
        "[POS [COU Чили] министрі] [PER Пабло Рохастың] [COU Кенияға] сапары басталды.",
        one("visit", names=("Пабло Рохас",)),
    ),
    "visit put off": (
        "[POS [COU Чили] министрі] [PER Пабло Рохастың] [COU Кенияға] сапары кейінге қалдырылды.",
        one("visit", "cancelled", ("Пабло Рохас",)),
    ),
    "meeting to come": (f"{A} ертең {WITH_B} кездеседі.", one("meeting", "planned")),
    "meeting expected": (f"{A} {WITH_B} кездесуі жоспарланып отыр.", one("meeting", "planned")),
    "intends to meet": (f"{A} {WITH_B} кездеспек.", one("meeting", "planned")),
    "talks to come": (f"{A} {WITH_B} келіссөз жүргізеді.", one("talks", "planned")),
    "meeting that fell through": (f"{A} мен {B} арасындағы кездесу кейінге қалдырылды.", one("meeting", "cancelled")),
    "reported by others": (f"{A} {WITH_B} кездесті, деп хабарлайды баспасөз қызметі.", one("meeting")),
    "said to be reported": (f"{A} [COU Кенияға] жұмыс сапарымен барды, деп жазады газет.", one("visit", names=("Пабло Рохас",))),
    "made a presentation": (
        f"{A} [COU норвегиялық] журналистерге жаңа жобаны таныстырды.",
        [("briefing", "held", ("Пабло Рохас", "норвегиялық журналистер"))],
    ),
    "round table": (f"{A} мен {B} дөңгелек үстелге қатысты.", one("conference")),
    "led by": (f"{A} бастаған делегация {WITH_B} кездесті.", one("meeting")),
}


@pytest.mark.parametrize("name", CASES)
def test_kazakh_acts(name: str) -> None:
    marked, expected = CASES[name]
    assert tell_all(marked, "kk") == expected


NONE = {
    "attribute": "Сапармен келген [POS [COU Норвегия] елшісі] [PER Ларс Хольм] баспасөзге сұхбат берген жоқ.",
    "to be held elsewhere": f"{A} 2027 жылы өтетін форумға дайындық туралы айтты.",
    "invited to": f"{A} {B_ACC} көрмеге шақырды.",
    "agreed to hold": "Тараптар келесі отырысты [CIT Ослода] өткізуге уағдаласты.",
    "papers": "[POS Консул] [PER Ана Веласко] құжаттарды рәсімдеу тәртібін түсіндірген жоқ.",
    "background": "Айта кетейік, [COU Чили] мен [COU Норвегия] арасында дипломатиялық қатынастар 1970 жылы орнады.",
    "footballers": "[ORG Ертіс] клубы жексенбіде [ORG Қайратпен] стадионда ойнады.",
    "candidates": "Үміткер [PER Асқар Бектас] ауыл тұрғындарымен кездесті.",
    "a number of meetings": f"{A} бірқатар кездесу өткізді.",
}


@pytest.mark.parametrize("name", NONE)
def test_no_kazakh_act(name: str) -> None:
    assert tell_all(NONE[name], "kk") == []


ONE_ENGAGEMENT = {
    "what was discussed": f"{A} {WITH_B} кездесті. Кездесуде тараптар порт құрылысын талқылады.",
    "what was said": f"{A} {WITH_B} кездесті. Әңгіме барысында [PER Л.Хольм] жобаны қолдайтынын айтты.",
    "what it was about": f"{A} {WITH_B} кездесті. Әңгіме студенттер алмасу мәселелеріне арналды.",
    "its end": f"{A} {WITH_B} кездесті. Кездесу соңында екі министр меморандумға қол қойды.",
    "a next round": f"{A} {WITH_B} келіссөз жүргізді. Келіссөздердің келесі раундын күзде өткізу көзделді.",
    "signed in the same sentence": f"{A} {WITH_B} келіссөз жүргізіп, [ORG Осло университетімен] меморандумға қол қойды.",
    "its ceremony": f"{B} [POS [COU Чили] президенті] [PER Пабло Рохасқа] сенім грамоталарын тапсырды. Рәсім сарайда өтті.",
}


@pytest.mark.parametrize("name", ONE_ENGAGEMENT)
def test_what_goes_on_is_no_new_engagement(name: str) -> None:
    assert len(tell_all(ONE_ENGAGEMENT[name], "kk")) == 1


def test_each_of_a_list_met_apart() -> None:
    marked = (
        f"{A} [POS [COU Латвия] министрі] [PER Илзе Калнамен], [POS [COU Кения] министрі] [PER Джозеф Отиеномен] және "
        "[POS [COU Перу] министрі] [PER Ана Веласкомен] жеке-жеке кездесті."
    )
    names = ["Илзе Кална", "Джозеф Отиено", "Ана Веласко"]
    assert tell_all(marked, "kk") == [("meeting", "held", ("Пабло Рохас", name)) for name in names]


REFERENCES = {
    "minister": "Кейін министр [POS [COU Кения] президенті] [PER Джозеф Отиеномен] жүздесті.",
    "guest": "Кешке қонақ [POS [COU Кения] президенті] [PER Джозеф Отиеномен] жүздесті.",
    "honoured guest": "Кешке мәртебелі мейман [POS [COU Кения] президенті] [PER Джозеф Отиеномен] жүздесті.",
    "initial": "Кейін [PER П.Рохас] [POS [COU Кения] президенті] [PER Джозеф Отиеномен] жүздесті.",
    "pronoun": "Кейін ол [POS [COU Кения] президенті] [PER Джозеф Отиеномен] жүздесті.",
    "no subject": "Кейін [POS [COU Кения] президенті] [PER Джозеф Отиеномен] жүздесті.",
}


@pytest.mark.parametrize("name", REFERENCES)
def test_a_reference_means_the_one_told_of(name: str) -> None:
    marked = f"{A} [COU Кенияға] ресми сапармен барды. {REFERENCES[name]}"
    assert tell_all(marked, "kk")[-1] == ("meeting", "held", ("Пабло Рохас", "Джозеф Отиено"))


def test_the_head_of_a_delegation_is_referred_to() -> None:
    marked = (
        f"{A} бастаған [COU Чили] делегациясы [COU Кенияға] ресми сапармен барды. Делегация құрамында [PER Ана Веласко] бар. "
        "Делегация жетекшісін [POS [COU Кения] президенті] [PER Джозеф Отиено] қабылдады."
    )
    assert tell_all(marked, "kk")[-1] == ("meeting", "held", ("Пабло Рохас", "Джозеф Отиено"))


AFFILIATIONS = {
    "genitive": ("[POS [COU Чилидің] сыртқы істер министрі]", ["CL"]),
    "bare": ("[POS [COU Чили] президенті]", ["CL"]),
    "posted": ("[POS [COU Чилидің] [COU Кениядағы] елшісі]", ["CL"]),
    "posted, read as one": ("[POS [COU Чилидің Кениядағы] елшісі]", ["CL"]),
    "trade minister": ("[POS [COU Чили] сауда министрі]", ["CL"]),
}


@pytest.mark.parametrize("name", AFFILIATIONS)
def test_whom_a_kazakh_post_acts_for(name: str) -> None:
    post, codes = AFFILIATIONS[name]
    (found,) = read_marked(f"{post} [PER Пабло Рохас] {WITH_B} кездесті.", "kk")
    assert [r.value for r in found.participants[0].represents] == codes


def test_a_plural_post_before_a_list_is_each_one_s() -> None:
    marked = f"{A} [POS [COU Норвегия] парламентінің депутаттарымен] – [PER Ларс Вик], [PER Ева Ланг] және [PER Нильс Бергпен] кездесті."
    (found,) = read_marked(marked, "kk")
    assert [p.name.value for p in found.participants] == ["Пабло Рохас", "Ларс Вик", "Ева Ланг", "Нильс Берг"]
    assert all([r.value for r in p.represents] == ["NO"] for p in found.participants[1:])


def test_a_mission_before_its_audience_is_no_part_of_it() -> None:
    marked = "[ORG [COU Чили] елшілігі] [NOR латыш] журналистері үшін таныстырылым өткізді."
    (found,) = read_marked(marked, "kk")
    assert [p.name.value for p in found.participants] == ["Чили елшілігі", "латыш журналистері"]


def test_a_summary_of_meetings_is_none() -> None:
    assert tell_all(f"{A} бірнеше елдің өкілдерімен жүздесті.", "kk") == []
