"""What participants are said to have said: by whom, and from which word to which."""

from __future__ import annotations

import pytest

from tests.engagements.meetings import read_on

NAMES = {"ru": ("Пабло Рохас", "Ларс Хольм"), "kk": ("Пабло Рохас", "Ларс Хольм"), "en": ("Pablo Rojas", "Lars Holm")}
MINISTER, AMBASSADOR = 0, 1

# What follows the meeting, and the words with the one who said them.
SAID = {
    "ru a short adjective tells": ("ru", "[PER Хольм] убежден, что маяк нужно чинить.", [(AMBASSADOR, "маяк нужно чинить")]),
    "ru direct speech of two sentences": (
        "ru",
        "[PER Хольм] ответил: «Мы построили мост. Теперь нужна дорога».",
        [(AMBASSADOR, "Мы построили мост. Теперь нужна дорога")],
    ),
    "kk direct speech of two sentences, the speaker before it": (
        "kk",
        "[PER Л.Хольм]: «Біз көпір салдық. Енді жол керек», – деп атап өтті.",
        [(AMBASSADOR, "Біз көпір салдық. Енді жол керек")],
    ),
    "en direct speech of two sentences in straight marks": (
        "en",
        '"We built the bridge. Now we need the road," [PER Holm] said.',
        [(AMBASSADOR, "We built the bridge. Now we need the road")],
    ),
    "en thinking": ("en", "[PER Holm] believes the lighthouse should be mended.", [(AMBASSADOR, "the lighthouse should be mended")]),
    "en being sure": ("en", "[PER Holm] is convinced that ferries are cheaper.", [(AMBASSADOR, "ferries are cheaper")]),
    "en a second saying joined by a participle": (
        "en",
        "[PER Holm] said the dock was ready, adding that ferries would follow.",
        [(AMBASSADOR, "the dock was ready"), (AMBASSADOR, "ferries would follow")],
    ),
    "en two speak together": ("en", "[PER Rojas] and [PER Holm] spoke about the ferries of the north.", []),
    "en the minister from a city": (
        "en",
        "[POS The minister] from [CIT Oslo] stressed that the dock was ready.",
        [(AMBASSADOR, "the dock was ready")],
    ),
    "ru told with a clause": (
        "ru",
        "[PER Рохас] сообщил, что верфь получила третий заказ.",
        [(MINISTER, "верфь получила третий заказ")],
    ),
    "ru told to somebody": (
        "ru",
        "[POS Посол] заверил собеседника, что паром будет ходить круглый год.",
        [(AMBASSADOR, "паром будет ходить круглый год")],
    ),
    "ru told of a noun": (
        "ru",
        "[POS Посол] выразил признательность за теплый прием.",
        [(AMBASSADOR, "выразил признательность за теплый прием")],
    ),
    "ru verb before its subject": (
        "ru",
        "Важность моста подчеркнул и [PER Хольм].",
        [],
    ),
    "ru several verbs of one speaker": (
        "ru",
        "[PER Рохас] поблагодарил партнера за книги и призвал беречь старый порт.",
        [(MINISTER, "поблагодарил партнера за книги и призвал беречь старый порт")],
    ),
    "ru two speakers in one sentence": (
        "ru",
        "[PER Рохас] отметил рост перевозок, а [PER Хольм] указал на нехватку судов.",
        [(MINISTER, "отметил рост перевозок"), (AMBASSADOR, "указал на нехватку судов")],
    ),
    "ru semicolon": (
        "ru",
        "[PER Рохас] напомнил, что порт замерзает; [PER Хольм] пообещал прислать ледокол.",
        [(MINISTER, "порт замерзает"), (AMBASSADOR, "пообещал прислать ледокол")],
    ),
    "ru a second clause of one verb": (
        "ru",
        "[PER Рохас] сообщил, что верфь расширяют, и попросил прислать мастеров.",
        [(MINISTER, "верфь расширяют")],
    ),
    "ru direct speech, the speaker after it": (
        "ru",
        "«Море нас соединяет, а не делит», – сказал [PER Рохас].",
        [(MINISTER, "Море нас соединяет, а не делит")],
    ),
    "ru direct speech, the speaker before a colon": (
        "ru",
        "[PER Хольм] возразил: «Лед встает уже в ноябре».",
        [(AMBASSADOR, "Лед встает уже в ноябре")],
    ),
    "ru an act of speech and a quotation": (
        "ru",
        "[PER Хольм] призвал моряков не рисковать зря: «Лед встает уже в ноябре».",
        [(AMBASSADOR, "призвал моряков не рисковать зря"), (AMBASSADOR, "Лед встает уже в ноябре")],
    ),
    "ru according to somebody": (
        "ru",
        "По словам [POS посла], улов вырос вдвое.",
        [(AMBASSADOR, "улов вырос вдвое")],
    ),
    "ru according to a pronoun": (
        "ru",
        "[PER Хольм] отметил рост перевозок. По его словам, улов вырос вдвое.",
        [(AMBASSADOR, "отметил рост перевозок"), (AMBASSADOR, "улов вырос вдвое")],
    ),
    "ru as somebody noted": (
        "ru",
        "Как отметил [PER Хольм], улов вырос вдвое.",
        [(AMBASSADOR, "улов вырос вдвое")],
    ),
    "ru the speaker at the end without marks": (
        "ru",
        "Новый причал откроют к зиме, добавил [PER Рохас].",
        [(MINISTER, "Новый причал откроют к зиме")],
    ),
    "ru a guest speaks": (
        "ru",
        "Новый причал откроют к зиме, сообщил гость.",
        [(AMBASSADOR, "Новый причал откроют к зиме")],
    ),
    "ru a pronoun goes on": (
        "ru",
        "[PER Хольм] отметил рост перевозок. Он добавил, что порт замерзает.",
        [(AMBASSADOR, "отметил рост перевозок"), (AMBASSADOR, "порт замерзает")],
    ),
    "ru a side of one": (
        "ru",
        "[COU Норвежская] сторона выразила сожаление о задержке судна.",
        [(AMBASSADOR, "выразила сожаление о задержке судна")],
    ),
    "ru both sides say nothing of one": ("ru", "Стороны отметили рост перевозок.", []),
    "ru nobody says it": ("ru", "Было отмечено, что порт замерзает.", []),
    "ru a title is no speech": ("ru", "[PER Хольм] подарил музею книгу «Море и лед».", []),
    "ru a proposal is an outcome": ("ru", "[PER Хольм] предложил построить второй причал.", []),
    "ru somebody else says it": ("ru", "[POS Мэр] [PER Иван Зорин] отметил рост перевозок.", []),
    "kk told with the verb": (
        "kk",
        "[PER П.Рохас] кеме зауыты үшінші тапсырыс алғанын айтты.",
        [(MINISTER, "кеме зауыты үшінші тапсырыс алғанын айтты")],
    ),
    "kk by post": (
        "kk",
        "[POS Елші] паром жыл бойы жүретінін жеткізді.",
        [(AMBASSADOR, "паром жыл бойы жүретінін жеткізді")],
    ),
    "kk with an aside": (
        "kk",
        "[PER Л.Хольм] өз кезегінде жылы қабылдау үшін алғыс айтты.",
        [(AMBASSADOR, "жылы қабылдау үшін алғыс айтты")],
    ),
    "kk after another act": (
        "kk",
        "[POS Елші] порттың тарихын еске түсіріп, мұздың ерте қататынын мәлімдеді.",
        [(AMBASSADOR, "мұздың ерте қататынын мәлімдеді")],
    ),
    "kk a converb of speech": (
        "kk",
        "[PER П.Рохас] ескі порт қала жадының бір бөлігі екенін айтып, оны сақтау қажеттігіне назар аударды.",
        [(MINISTER, "ескі порт қала жадының бір бөлігі екенін айтып, оны сақтау қажеттігіне назар аударды")],
    ),
    "kk two speakers": (
        "kk",
        "[PER П.Рохас] кеме санының өскенін атап өтті, ал [PER Л.Хольм] мұздың ерте қататынын айтты.",
        [(MINISTER, "кеме санының өскенін атап өтті"), (AMBASSADOR, "мұздың ерте қататынын айтты")],
    ),
    "kk direct speech": (
        "kk",
        "«Теңіз бізді бөлмейді, қайта қосады», – деді [PER П.Рохас].",
        [(MINISTER, "Теңіз бізді бөлмейді, қайта қосады")],
    ),
    "kk direct speech after a colon": (
        "kk",
        "[PER Л.Хольм]: «Мұз қараша айында-ақ қатады», – деп атап өтті.",
        [(AMBASSADOR, "Мұз қараша айында-ақ қатады")],
    ),
    "kk direct speech over two sentences": (
        "kk",
        "«Теңіз бізді бөлмейді. Ол бізді қосады», – деді [PER П.Рохас].",
        [(MINISTER, "Теңіз бізді бөлмейді. Ол бізді қосады")],
    ),
    "kk according to somebody": (
        "kk",
        "[POS Елшінің] айтуынша, балық аулау екі есе артқан.",
        [(AMBASSADOR, "балық аулау екі есе артқан")],
    ),
    "kk according to a pronoun": (
        "kk",
        "[PER Л.Хольм] кеме санының өскенін айтты. Оның сөзінше, балық аулау екі есе артқан.",
        [(AMBASSADOR, "кеме санының өскенін айтты"), (AMBASSADOR, "балық аулау екі есе артқан")],
    ),
    "kk thanks": (
        "kk",
        "[POS Министр] кітаптар үшін ризашылық білдірді.",
        [(MINISTER, "кітаптар үшін ризашылық білдірді")],
    ),
    "kk the sides say nothing of one": ("kk", "Тараптар кеме санының өскенін атап өтті.", []),
    "kk a source is no speaker": ("kk", "[PER П.Рохас] ертең елге оралады, деп хабарлайды баспасөз қызметі.", []),
    "kk a title is no speech": ("kk", "[PER Л.Хольм] музейге «Теңіз бен мұз» кітабын сыйлады.", []),
    "kk a proposal is an outcome": ("kk", "[PER Л.Хольм] екінші айлақ салуды ұсынды.", []),
    "kk an invitation is an outcome": ("kk", "[PER Л.Хольм] министрді Ослоға шақырды.", []),
    "kk somebody else says it": ("kk", "[POS Әкім] [PER Серік Ақан] кеме санының өскенін атап өтті.", []),
    "en told with that": (
        "en",
        "[PER Rojas] said that the shipyard had won a third order.",
        [(MINISTER, "the shipyard had won a third order")],
    ),
    "en told without that": (
        "en",
        "[PER Rojas] said the shipyard had won a third order.",
        [(MINISTER, "the shipyard had won a third order")],
    ),
    "en told to somebody": (
        "en",
        "The [POS Ambassador] assured his host that the ferry would run all year.",
        [(AMBASSADOR, "the ferry would run all year")],
    ),
    "en told of a noun": (
        "en",
        "The [POS Ambassador] expressed gratitude for the warm welcome.",
        [(AMBASSADOR, "expressed gratitude for the warm welcome")],
    ),
    "en several verbs of one speaker": (
        "en",
        "[PER Rojas] thanked his guest for the books and praised the old harbour.",
        [(MINISTER, "thanked his guest for the books and praised the old harbour")],
    ),
    "en two speakers in one sentence": (
        "en",
        "[PER Rojas] praised the growth of shipping, while [PER Holm] regretted the lack of vessels.",
        [(MINISTER, "praised the growth of shipping"), (AMBASSADOR, "regretted the lack of vessels")],
    ),
    "en a second clause of one verb": (
        "en",
        "[PER Rojas] said that the yard was growing, and that the port freezes early.",
        [(MINISTER, "the yard was growing"), (MINISTER, "the port freezes early")],
    ),
    "en another verb after a clause": (
        "en",
        "[PER Rojas] noted that the yard was growing and asked his guest to send welders.",
        [(MINISTER, "the yard was growing")],
    ),
    "en direct speech": (
        "en",
        "“The sea joins us rather than parts us,” said [PER Rojas].",
        [(MINISTER, "The sea joins us rather than parts us")],
    ),
    "en direct speech by post": (
        "en",
        "“The ice comes as early as November,” the [POS Ambassador] said.",
        [(AMBASSADOR, "The ice comes as early as November")],
    ),
    "en direct speech, the speaker before it": (
        "en",
        "[PER Holm] replied: “The ice comes as early as November.”",
        [(AMBASSADOR, "The ice comes as early as November")],
    ),
    "en according to somebody": (
        "en",
        "According to the [POS Ambassador], the catch has doubled.",
        [(AMBASSADOR, "the catch has doubled")],
    ),
    "en according to somebody, at the end": (
        "en",
        "The catch has doubled, according to [PER Holm].",
        [(AMBASSADOR, "The catch has doubled")],
    ),
    "en as somebody noted": (
        "en",
        "As [PER Holm] noted, the catch has doubled.",
        [(AMBASSADOR, "the catch has doubled")],
    ),
    "en a pronoun goes on": (
        "en",
        "[PER Holm] praised the growth of shipping. He added that the port freezes early.",
        [(AMBASSADOR, "praised the growth of shipping"), (AMBASSADOR, "the port freezes early")],
    ),
    "en who recalled": (
        "en",
        "Guests were welcomed by [PER Holm], who recalled that the port freezes early.",
        [(AMBASSADOR, "the port freezes early")],
    ),
    "en both sides say nothing of one": ("en", "The two sides noted the growth of shipping.", []),
    "en nobody says it": ("en", "It was noted that the port freezes early.", []),
    "en a title is no speech": ("en", "[PER Holm] gave the museum the book “Sea and Ice”.", []),
    "en a proposal is an outcome": ("en", "[PER Holm] proposed building a second pier.", []),
    "en an invitation is an outcome": ("en", "[PER Holm] invited the minister to Oslo.", []),
    "en somebody else says it": ("en", "[POS Mayor] [PER John Sorrel] noted the growth of shipping.", []),
}


@pytest.mark.parametrize("name", SAID)
def test_statements(name: str) -> None:
    language, marked, expected = SAID[name]
    engagement, text = read_on(language, marked)
    found = [(s.speaker, s.quote.of(text)) for s in engagement.statements]
    assert found == [(NAMES[language][who], words) for who, words in expected]
