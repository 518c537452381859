"""Constructs of Kazakh reports met in texts not seen before; where another language has them too, it is tried beside."""

from __future__ import annotations

import pytest

from tests.engagements.marked import read_marked, tell_all

MINISTER = "[POS [COU Қазақстан] Көлік министрі] [PER Арман Сейіт]"

CASES = {
    "one with whom each of two talked apart": (
        "kk",
        f"{MINISTER} [POS [COU Түркия] Көлік министрінің орынбасары] [PER Эмре Тан] және [POS [ORG Еуропа даму банкінің] президенті] "
        "[PER Лео Дюпоммен] бөлек-бөлек келіссөздер жүргізді.",
        [("talks", "held", ("Арман Сейіт", "Эмре Тан")), ("talks", "held", ("Арман Сейіт", "Лео Дюпом"))],
    ),
    "an act noun with its own verb ahead of another act": (
        "kk",
        f"{MINISTER} [POS [COU Чили] президенті] [PER Ана Вердугомен] келіссөз жүргізеді, сондай-ақ [POS Сенат төрағасы] "
        "[PER Хуан Лагоспен] кездеседі.",
        [("talks", "planned", ("Арман Сейіт", "Ана Вердуго")), ("meeting", "planned", ("Арман Сейіт", "Хуан Лагос"))],
    ),
    "only ready to come": (
        "kk",
        f"{MINISTER} [POS [COU Чили] президенті] [PER Ана Вердугомен] кездесті. [POS Президент] күзде [CIT Астанаға] сапармен келуге "
        "ниетті екенін жеткізді.",
        [("meeting", "held", ("Арман Сейіт", "Ана Вердуго"))],
    ),
    "invited to an exhibition": (
        "kk",
        f"{MINISTER} [POS [COU Чили] елшісі] [PER Ана Вердугомен] кездесті. [POS Министр] [CIT Алматыда] өтетін «Жол» көрмесіне чилилік "
        "компанияларды шақырды.",
        [("meeting", "held", ("Арман Сейіт", "Ана Вердуго"))],
    ),
    "credentials handed to a secretary": (
        "kk",
        "[POS [COU Қазақстанның] [ORG ЮНЕСКО] жанындағы тұрақты өкілі] [PER Асель Омар] [POS Бас хатшы] [PER Эрик Лундқа] сенім грамотасын "
        "тапсырды.",
        [("credentials", "held", ("Асель Омар", "Эрик Лунд"))],
    ),
    "a surname that is also a body's name": (
        "kk",
        "[POS [COU Қазақстан] Сыртқы істер министрі] [PER Әлия Бәйтерек] [POS [COU Чили] елшісі] [PER Ана Вердугомен] кездесті.",
        [("meeting", "held", ("Әлия Бәйтерек", "Ана Вердуго"))],
    ),
    "led by two to consultations": (
        "kk",
        "[CIT Ригада] [COU Қазақстан] мен [COU Латвия] саяси консультацияларының үшінші раунды өтті. [COU Қазақстан] делегациясын "
        "[POS Сыртқы істер министрінің орынбасары] [PER Айбек Ноян], латвиялық делегацияны [POS Мемлекеттік хатшы] [PER Янис Озолс] бастап "
        "барды.",
        [("talks", "held", ("Айбек Ноян", "Янис Озолс"))],
    ),
    "an office ahead of its holder's name": (
        "kk",
        "[POS Мемлекет басшысы] [POS [COU Чили] президенті] [PER Ана Вердугомен] телефон арқылы сөйлесті. Әңгіме барысында [POS Президент] "
        "[PER Ермек Сұлтан] сауда артқанын айтты.",
        [("call", "held", ("Ермек Сұлтан", "Ана Вердуго"))],
    ),
    "an office ahead of its holder's name, in English": (
        "en",
        "The [POS [COU Chilean] foreign minister] met [POS Ambassador] [PER Rosa Quispe] of [COU Peru] in [CIT Lima]. [POS [COU Chilean] "
        "Foreign Minister] [PER Ana Verdugo] thanked the envoy.",
        [("meeting", "held", ("Ana Verdugo", "Rosa Quispe"))],
    ),
    "two names read as one": (
        "kk",
        "[POS [COU Қазақстан] Президенті] [PER Ермек Сұлтан] [POS [COU Чили] президенті] [PER Ана Вердугомен] кездесті. "
        "[PER Ермек Сұлтан Ана Вердугоға] алғыс айтты.",
        [("meeting", "held", ("Ермек Сұлтан", "Ана Вердуго"))],
    ),
    "presented credentials at a meeting": (
        "kk",
        "[POS [COU Қазақстанның] [COU Чилидегі] елшісі] [PER Арман Сейіт] [POS [COU Чили] президенті] [PER Ана Вердугомен] кездесіп, оған "
        "сенім грамотасын табыс етті, деп хабарлайды [ORG Жол агенттігі].",
        [("credentials", "held", ("Арман Сейіт", "Ана Вердуго"))],
    ),
    "a journey only as the time of what was agreed": (
        "kk",
        f"{MINISTER} [POS [COU Чили] елшісі] [PER Ана Вердугомен] кездесті. [PER А.Сейіт] [CIT Сантьягоға] жасаған сапары кезінде қол "
        "жеткізілген келісімдер орындалып жатқанын айтты.",
        [("meeting", "held", ("Арман Сейіт", "Ана Вердуго"))],
    ),
}


@pytest.mark.parametrize(("code", "text", "expected"), CASES.values(), ids=CASES.keys())
def test_constructs_of_unseen_texts(code: str, text: str, expected: list[tuple[str, str, tuple[str, ...]]]) -> None:
    assert tell_all(text, code) == expected


NAMESAKES = {
    "kk": "[POS [COU Қазақстан] Сыртқы істер министрі] [PER Самат Жүніс] [POS [COU Чили] елшісі] [PER Ана Вердугомен] кездесті. "
    "[PER Самат Жүніс] есімді тағы бір кісі, [POS [REG Абай облысының] әкімі], [POS [COU Перу] елшісі] [PER Роза Киспені] қабылдады.",
    "en": "[POS Foreign Minister] [PER Samat Junis] of [COU Kazakhstan] met [POS Ambassador] [PER Ana Verdugo] of [COU Chile]. Another "
    "[PER Samat Junis], the [POS Governor of [REG Bavaria]], received [POS Ambassador] [PER Rosa Quispe] of [COU Peru].",
    "ru": "[POS Министр иностранных дел [COU Казахстана]] [PER Самат Жунис] встретился с [POS послом [COU Чили]] [PER Аной Вердуго]. "
    "Другой [PER Самат Жунис], [POS губернатор [REG Баварии]], принял [POS посла [COU Перу]] [PER Росу Киспе].",
}


@pytest.mark.parametrize(("code", "text"), NAMESAKES.items(), ids=NAMESAKES.keys())
def test_another_of_the_same_name_has_a_post_of_his_own(code: str, text: str) -> None:
    first, second = read_marked(text, code)
    assert first.participants[0].name.value == second.participants[0].name.value
    assert first.participants[0].capacity != second.participants[0].capacity


VACANT = {
    "kk": "[PER Ермек Сұлтан] [POS [COU Чили] президенті] [PER Ана Вердугомен] телефон арқылы сөйлесті. [POS Мемлекет басшысы] "
    "[POS [COU Перу] президенті] [PER Роза Киспеге] жеделхат жолдады. [POS [COU Қазақстан] Президентіне] [POS [COU Оман] сұлтаны] "
    "[PER Әли бин Салман] қоңырау шалды.",
    "ru": "[PER Ермек Султан] поговорил по телефону с [POS президентом [COU Чили]] [PER Аной Вердуго]. Позднее [POS президент "
    "[COU Казахстана]] направил телеграмму [POS президенту [COU Перу]] [PER Росе Киспе].",
}


@pytest.mark.parametrize(("code", "text"), VACANT.items(), ids=VACANT.keys())
def test_a_head_of_state_named_without_the_office(code: str, text: str) -> None:
    for engagement in read_marked(text, code):
        head = next(p for p in engagement.participants if p.name.value.startswith("Ермек"))
        assert head.capacity is not None
        assert head.capacity.value == "президент"
        assert [r.value for r in head.represents] == ["KZ"]


def test_what_fell_through_has_the_day_for_which_it_was_meant() -> None:
    text = (
        "[POS [COU Чили] сыртқы істер министрі] [PER Ана Вердуго] [COU Қазақстанға] жоспарланған сапарын кейінге қалдырды. Сапар "
        "[DAT 20 наурызда] басталуы тиіс еді."
    )
    (found,) = read_marked(text, "kk")
    assert found.date.value == "2026-03-20"


def test_a_digest_dates_what_has_no_day_of_its_own() -> None:
    text = (
        "[DAT Осы аптада] елшіліктер бірқатар шара өткізді.\n[POS [COU Қазақстанның] [COU Чилидегі] елшісі] [PER Арман Сейіт] "
        "[POS [COU Чили] сенаторы] [PER Ана Вердугомен] кездесті."
    )
    (found,) = read_marked(text, "kk")
    assert found.date.value == "2026-03-09/2026-03-15"


DURING = {
    "kk": "[DAT 2–4 наурызда] [POS [COU Қазақстан] Көлік министрі] [PER Арман Сейіт] [COU Чилиге] сапармен барды. [DAT 3 наурызда] ол [POS "
    "[COU Чили] министрі] [PER Ана Вердугомен] кездесті.\nСапар барысында [PER А.Сейіт] [POS сенатор] [PER Хуан Лагоспен] кездесті.",
    "en": "[POS Transport Minister] [PER Arman Seit] of [COU Kazakhstan] visited [COU Chile] [DAT on 2–4 March]. [DAT On 3 March] he met "
    "[POS Minister] [PER Ana Verdugo].\nDuring the visit, [PER Arman Seit] met [POS Senator] [PER Juan Lagos].",
}


@pytest.mark.parametrize(("code", "text"), DURING.items(), ids=DURING.keys())
def test_in_the_course_of_a_journey_is_any_of_its_days(code: str, text: str) -> None:
    assert [e.date.value for e in read_marked(text, code)] == ["2026-03-02/2026-03-04", "2026-03-03", "2026-03-02/2026-03-04"]


def test_a_sentence_goes_back_to_the_talks_by_their_name() -> None:
    text = (
        f"{MINISTER} [POS [COU Чили] президенті] [PER Ана Вердугомен] келіссөз жүргізді, сондай-ақ [POS Сенат төрағасы] [PER Хуан "
        "Лагоспен] кездесті. Келіссөз барысында мыс өндіру мәселесі қаралды."
    )
    talks, meeting = read_marked(text, "kk")
    assert [t.value for t in talks.topics] == ["industry"]
    assert "industry" not in [t.value for t in meeting.topics]


INITIATIVES = {
    "a mark that closes": ("Тараптар [INI «Жібек жолы]» жобасын талқылады.", ["«Жібек жолы» жобасы"]),
    "a short reference": (
        "Тараптар алдағы республикалық референдум туралы айтты. Елші референдумға бақылаушылар келетінін мәлімдеді.",
        ["республикалық референдум"],
    ),
    "what is done is no name": ("Тараптар [INI Өңірлік байланысты дамыту] мәселесін талқылады.", []),
}


@pytest.mark.parametrize(("text", "expected"), INITIATIVES.values(), ids=INITIATIVES.keys())
def test_names_of_initiatives(text: str, expected: list[str]) -> None:
    (found,) = read_marked(f"{MINISTER} [POS [COU Чили] елшісі] [PER Ана Вердугомен] кездесті. {text}", "kk")
    assert [i.value for i in found.initiatives] == expected


SERVED = {
    "a city read into a post": (
        "[POS [CIT Каирде] елші] [PER Арман Сейіт] [POS [COU Чили] елшісі] [PER Ана Вердугомен] кездесті.",
        [("елші", ["KZ"]), ("елші", ["CL"])],
    ),
    "a parliament named like one's own": (
        "[POS [ORG Сенат] төрағасы] [PER Арман Сейіт] [POS [COU Түркия] [ORG Ұлы Ұлттық Мәжілісінің] төрағасы] [PER Эмре Танмен] кездесті.",
        [("Сенат төрағасы", ["KZ"]), ("Ұлы Ұлттық Мәжілістің төрағасы", ["TR"])],
    ),
    "one who helps a head of state, abroad": (
        "[CIT Лимада] [POS Мемлекет басшысының көмекшісі] [PER Арман Сейіт] [POS [COU Чили] елшісі] [PER Ана Вердугомен] кездесті.",
        [("мемлекет басшысының көмекшісі", ["KZ"]), ("елші", ["CL"])],
    ),
}


@pytest.mark.parametrize(("text", "expected"), SERVED.values(), ids=SERVED.keys())
def test_posts_and_whom_they_serve(text: str, expected: list[tuple[str, list[str]]]) -> None:
    (found,) = read_marked(text, "kk")
    told = [(p.capacity.value if p.capacity else None, [r.value for r in p.represents]) for p in found.participants]
    assert told == expected


MORE = {
    "a call that the sentence before announces": (
        "kk",
        f"{MINISTER} [COU Чилиге] сапарын кейінге қалдырды. Министрлер бүгін бейнебайланыс арқылы сөйлесті. [PER А.Сейіт] пен "
        "[POS [COU Чили] министрі] [PER Ана Вердуго] жүк тасымалын талқылады.",
        [("visit", "cancelled", ("Арман Сейіт",)), ("call", "held", ("Арман Сейіт", "Ана Вердуго"))],
    ),
    "an exchange of students": (
        "kk",
        f"{MINISTER} [POS [COU Чили] елшісі] [PER Ана Вердугомен] кездесіп, студенттер алмасу туралы келісімді талқылады.",
        [("meeting", "held", ("Арман Сейіт", "Ана Вердуго"))],
    ),
    "views exchanged at the meeting told before": (
        "kk",
        f"{MINISTER} [POS [COU Чили] елшісі] [PER Ана Вердугомен] кездесті. Жүздесуде жүк тасымалы жөнінде пікір алмасылды.",
        [("meeting", "held", ("Арман Сейіт", "Ана Вердуго"))],
    ),
    "an initial and a full name in a row": (
        "kk",
        f"{MINISTER} [POS [COU Чили] елшісі] [PER Ана Вердуго Ломбардимен] кездесті. [PER А.Ломбарди Арман Сейітке] алғыс айтты.",
        [("meeting", "held", ("Арман Сейіт", "Ана Вердуго Ломбарди"))],
    ),
    "recalled, but to come": (
        "kk",
        f"Айта кетейік, ертең {MINISTER} [POS [COU Чили] елшісі] [PER Ана Вердугомен] кездеседі.",
        [("meeting", "planned", ("Арман Сейіт", "Ана Вердуго"))],
    ),
}


@pytest.mark.parametrize(("code", "text", "expected"), MORE.values(), ids=MORE.keys())
def test_more_constructs_of_unseen_texts(code: str, text: str, expected: list[tuple[str, str, tuple[str, ...]]]) -> None:
    assert tell_all(text, code) == expected
