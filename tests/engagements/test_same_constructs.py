"""Constructs that Kazakh and English share with Russian: read the same way, by the same means."""

from __future__ import annotations

import pytest

from tests.engagements.marked import tell_all

ENGLISH = "[POS Foreign Minister] [PER Karl Tamm] of [COU Estonia]"
KAZAKH = "[POS [COU Эстония] Сыртқы істер министрі] [PER Карл Тамм]"

CASES = {
    "en: received": (
        "en",
        f"{ENGLISH} received the [POS Ambassador of [COU Peru]], [PER Rosa Quispe].",
        [("meeting", "held", ("Karl Tamm", "Rosa Quispe"))],
    ),
    "en: was received": (
        "en",
        "[POS [COU Peruvian] Ambassador] [PER Rosa Quispe] was received by [POS Prime Minister] [PER Jaan Mets] of [COU Estonia].",
        [("meeting", "held", ("Rosa Quispe", "Jaan Mets"))],
    ),
    "en: talks, then the sides sign": (
        "en",
        f"{ENGLISH} held talks with [POS Foreign Minister] [PER Ana Verdugo] of [COU Chile]. The two sides signed a memorandum.",
        [("talks", "held", ("Karl Tamm", "Ana Verdugo"))],
    ),
    "en: a year long past": (
        "en",
        f"{ENGLISH} met [POS Ambassador] [PER Rosa Quispe] of [COU Peru]. In 2019 [POS Prime Minister] [PER Jaan Mets] visited [CIT Lima].",
        [("meeting", "held", ("Karl Tamm", "Rosa Quispe"))],
    ),
    "en: a visit that leads to a meeting": (
        "en",
        f"{ENGLISH} visited the [ORG Academy of Sciences], where the [POS President of the Academy], [PER Leo Thorne], received him.",
        [("meeting", "held", ("Karl Tamm", "Leo Thorne"))],
    ),
    "en: planned": ("en", f"On 20 March {ENGLISH} will visit [COU Peru].", [("visit", "planned", ("Karl Tamm",))]),
    "en: phoned": (
        "en",
        f"{ENGLISH} spoke by telephone with [POS Foreign Minister] [PER Ana Verdugo] of [COU Chile].",
        [("call", "held", ("Karl Tamm", "Ana Verdugo"))],
    ),
    "en: a group of one's own students": (
        "en",
        f"{ENGLISH} met [COU Estonian] students in [CIT Lima].",
        [("community", "held", ("Karl Tamm", "Estonian students in Lima"))],
    ),
    "en: told by somebody": (
        "en",
        f"{ENGLISH} met [POS Ambassador] [PER Rosa Quispe] of [COU Peru]. [PER Tamm] said that"
        " [PER Jaan Mets] would visit [CIT Lima] in May.",
        [("meeting", "held", ("Karl Tamm", "Rosa Quispe"))],
    ),
    "en: a football match": ("en", "The [CIT Tallinn] side met [ORG Sporting Lima] on Sunday and lost.", []),
    "kk: received": (
        "kk",
        f"{KAZAKH} [POS [COU Перу] елшісі] [PER Роса Киспені] қабылдады.",
        [("meeting", "held", ("Карл Тамм", "Роса Киспе"))],
    ),
    "kk: met": (
        "kk",
        f"{KAZAKH} [POS [COU Перу] Президенті] [PER Хосе Рамоспен] кездесті.",
        [("meeting", "held", ("Карл Тамм", "Хосе Рамос"))],
    ),
    "kk: talks, then the sides sign": (
        "kk",
        f"{KAZAKH} [POS [COU Чили] Сыртқы істер министрі] [PER Анна Вердугомен] келіссөз жүргізді. Тараптар меморандумға қол қойды.",
        [("talks", "held", ("Карл Тамм", "Анна Вердуго"))],
    ),
    "kk: phoned": (
        "kk",
        f"{KAZAKH} [POS [COU Чили] Сыртқы істер министрі] [PER Анна Вердугомен] телефон арқылы сөйлесті.",
        [("call", "held", ("Карл Тамм", "Анна Вердуго"))],
    ),
    "kk: planned": ("kk", f"20 наурызда {KAZAKH} [COU Перуге] ресми сапармен барады.", [("visit", "planned", ("Карл Тамм",))]),
    "kk: a year long past": (
        "kk",
        f"{KAZAKH} [POS [COU Перу] елшісі] [PER Роса Киспені] қабылдады. 2019 жылы [POS [COU Эстония] Премьер-министрі] [PER Яан Метс]"
        " [CIT Лимаға] барған еді.",
        [("meeting", "held", ("Карл Тамм", "Роса Киспе"))],
    ),
    "kk: a football match": ("kk", "Жексенбіде «Толқын» командасы «Дауыл» командасымен кездесіп, жеңіліп қалды.", []),
}


@pytest.mark.parametrize("construct", CASES)
def test_reads_a_construct_alike_in_other_languages(construct: str) -> None:
    language, marked, expected = CASES[construct]
    assert tell_all(marked, language) == expected
