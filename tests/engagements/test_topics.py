"""What the parties dealt with: told in the act, in what follows, or by the posts of those who took part."""

from __future__ import annotations

import pytest

from tests.engagements.marked import read_marked
from tests.engagements.meetings import read_on

PLAIN = {
    "ru": "[POS Посол [COU Перу]] [PER Хосе Рамос] встретился с [POS послом [COU Норвегии]] [PER Ларсом Хольмом].",
    "kk": "[POS [COU Перу] елшісі] [PER Хосе Рамос] [POS [COU Норвегия] елшісі] [PER Ларс Хольммен] кездесті.",
    "en": "[POS Ambassador] of [COU Peru] [PER Jose Ramos] met with [POS Ambassador] of [COU Norway] [PER Lars Holm].",
}

DEALT_WITH = {
    "ru a list": ("ru", "Обсуждались торговля, образование и туризм.", {"trade", "education", "tourism"}),
    "ru railways and power": ("ru", "Стороны рассмотрели железнодорожные перевозки и энергетику.", {"transport", "energy"}),
    "ru what one said": ("ru", "[PER Хольм] отметил рост экспорта.", {"trade"}),
    "ru health": ("ru", "Речь шла о вакцинации и больницах.", {"health"}),
    "ru culture": ("ru", "Стороны говорили о выставках и концертах.", {"culture"}),
    "ru years gone by": ("ru", "В 2019 году страны открыли прямые рейсы.", set()),
    "ru a body's name": ("ru", "На встрече был и сотрудник [ORG Министерства транспорта].", set()),
    "ru nothing told": ("ru", "Беседа длилась час.", set()),
    "kk a list": ("kk", "Сауда-саттық, білім беру және туризм мәселелері талқыланды.", {"trade", "education", "tourism"}),
    "kk transit and power": ("kk", "Тараптар транзит пен энергетика саласын қарады.", {"transport", "energy"}),
    "kk what one said": ("kk", "[PER Л.Хольм] экспорт көлемінің өскенін айтты.", {"trade"}),
    "kk health": ("kk", "Вакцина мен денсаулық сақтау сөз болды.", {"health"}),
    "kk culture": ("kk", "Тараптар көрмелер мен концерттер туралы әңгімелесті.", {"culture"}),
    "kk years gone by": ("kk", "2019 жылы екі ел тікелей рейс ашты.", set()),
    "kk a body's name": ("kk", "Кездесуге [ORG Көлік министрлігінің] қызметкері де келді.", set()),
    "kk nothing told": ("kk", "Әңгіме бір сағатқа созылды.", set()),
    "en a list": ("en", "They discussed trade, education and tourism.", {"trade", "education", "tourism"}),
    "en railways and power": ("en", "The sides considered railways and energy.", {"transport", "energy"}),
    "en what one said": ("en", "[PER Holm] noted the growth of exports.", {"trade"}),
    "en health": ("en", "They spoke about vaccines and hospitals.", {"health"}),
    "en culture": ("en", "Exhibitions and concerts were on the agenda.", {"culture"}),
    "en years gone by": ("en", "In 2019 the countries opened direct flights.", set()),
    "en a body's name": ("en", "An official of the [ORG Ministry of Transport] was there too.", set()),
    "ru before the press": ("ru", "Об этом [PER Хольм] сообщил журналистам.", set()),
    "kk before the press": ("kk", "Бұл туралы [PER Л.Хольм] журналистерге айтты.", set()),
    "en before the press": ("en", "[PER Holm] told reporters that the mood was good.", set()),
    "ru crops are no culture": ("ru", "Обсуждались масличные культуры и пошлины.", {"trade"}),
    "ru joint exercises": ("ru", "Договорились о совместных учениях.", {"security"}),
    "kk industry is no art": ("kk", "Тараптар өнеркәсіп мәселелерін қарады.", {"industry"}),
    "kk in whose chair": ("kk", "Келіссөз [PER Л.Хольмнің] төрағалығымен өтті. Экспорт талқыланды.", {"trade"}),
    "en a corridor for gas": ("en", "They considered the gas corridor.", {"energy"}),
    "en a crisis at home": ("en", "They spoke of the government crisis in [COU Norway] and of trade.", {"trade"}),
    "en nothing told": ("en", "The conversation lasted an hour.", set()),
}


@pytest.mark.parametrize("name", DEALT_WITH)
def test_topics(name: str) -> None:
    language, marked, expected = DEALT_WITH[name]
    engagement, _ = read_on(language, marked, PLAIN[language])
    assert {t.value for t in engagement.topics} == expected


POSTS = {
    "ru in charge": (
        "ru",
        "[POS Министр культуры [COU Чили]] [PER Пабло Рохас] принял [POS посла [COU Перу]] [PER Хосе Рамоса].",
        {"culture"},
    ),
    "ru parliament": (
        "ru",
        "[POS Спикер парламента [COU Чили]] [PER Пабло Рохас] принял [POS посла [COU Перу]] [PER Хосе Рамоса].",
        {"parliamentary"},
    ),
    "kk in charge": (
        "kk",
        "[POS [COU Чили] мәдениет министрі] [PER Пабло Рохас] [POS [COU Перу] елшісі] [PER Хосе Рамосты] қабылдады.",
        {"culture"},
    ),
    "kk parliament": (
        "kk",
        "[POS [COU Чили] парламентінің спикері] [PER Пабло Рохас] [POS [COU Перу] елшісі] [PER Хосе Рамосты] қабылдады.",
        {"parliamentary"},
    ),
    "en in charge": (
        "en",
        "[POS Minister of Culture of [COU Chile]] [PER Pablo Rojas] received [POS Ambassador of [COU Peru]] [PER Jose Ramos].",
        {"culture"},
    ),
    "en parliament": (
        "en",
        "[POS Speaker of the Parliament of [COU Chile]] [PER Pablo Rojas] received [POS Ambassador of [COU Peru]] [PER Jose Ramos].",
        {"parliamentary"},
    ),
}


@pytest.mark.parametrize("name", POSTS)
def test_posts_tell_topics(name: str) -> None:
    language, marked, expected = POSTS[name]
    (engagement,) = read_marked(marked, language)
    assert {t.value for t in engagement.topics} == expected


def test_a_counterpart_of_several_has_its_own_topics() -> None:
    marked = (
        "[POS Minister] of [COU Chile] [PER Pablo Rojas] met with [POS Ambassador] of [COU Peru] [PER Jose Ramos] "
        "and [POS Ambassador] of [COU Norway] [PER Lars Holm]. With the [COU Peruvian] [POS ambassador] he discussed tourism."
    )
    peru, norway = read_marked(marked, "en")
    assert [[t.value for t in e.topics] for e in (peru, norway)] == [["tourism"], []]
