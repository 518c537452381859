"""Named formats, programmes, corridors and bodies to be set up, in the nominative."""

from __future__ import annotations

import pytest

from tests.engagements.meetings import read_on

SPOKEN_OF = {
    "ru a programme in quotation marks": ("ru", "Речь шла о программе «Зеленый причал».", ["Зеленый причал"]),
    "ru a format": ("ru", "Стороны обсудили формат «Север плюс».", ["Север плюс"]),
    "ru a corridor": ("ru", "Стороны обсудили развитие Среднего коридора.", ["Средний коридор"]),
    "ru a commission": (
        "ru",
        "Речь шла о работе межправительственной комиссии по рыболовству.",
        ["межправительственная комиссия по рыболовству"],
    ),
    "ru a group to be set up": ("ru", "Решено создать экспертную группу по маякам.", ["экспертная группа по маякам"]),
    "ru a roadmap": ("ru", "Стороны согласовали дорожную карту по рыболовству.", ["дорожная карта по рыболовству"]),
    "ru a centre to be founded": ("ru", "Обсуждалось создание в Осло Центра морского права.", ["Центр морского права"]),
    "ru a referendum": ("ru", "[PER Хольм] рассказал о республиканском референдуме.", ["республиканский референдум"]),
    "ru a friendship group": ("ru", "Речь шла о группе дружбы «Чили – Норвегия».", ["группа дружбы «Чили – Норвегия»"]),
    "ru a book is none": ("ru", "[PER Хольм] подарил музею книгу «Море и лед».", []),
    "kk a programme in quotation marks": ("kk", "Тараптар «Жасыл айлақ» бағдарламасын талқылады.", ["«Жасыл айлақ» бағдарламасы"]),
    "kk a corridor": ("kk", "Тараптар Орта дәлізді дамыту жайын талқылады.", ["Орта дәліз"]),
    "kk a zone": ("kk", "Тараптар «Теңіз» арнайы экономикалық аймағын талқылады.", ["«Теңіз» арнайы экономикалық аймағы"]),
    "kk a council": ("kk", "[PER Л.Хольм] Чили-Норвегия іскерлік кеңесін құруды ұсынды.", ["Чили-Норвегия іскерлік кеңесі"]),
    "kk a referendum": ("kk", "Тараптар республикалық референдумды талқылады.", ["республикалық референдум"]),
    "kk a strategy": ("kk", "Тараптар «Мұз – 2035» стратегиясын талқылады.", ["«Мұз – 2035» стратегиясы"]),
    "kk a railway": ("kk", "Тараптар Осло – Берген теміржолын талқылады.", ["Осло – Берген теміржолы"]),
    "kk a project with what it does": (
        "kk",
        "Тараптар Шу-Талас су қоймасын қалпына келтіру жобасын талқылады.",
        ["Шу-Талас су қоймасын қалпына келтіру жобасы"],
    ),
    "kk a free trade area": ("kk", "Тараптар Оңтүстік еркін сауда аймағын талқылады.", ["Оңтүстік еркін сауда аймағы"]),
    "kk a format in quotation marks": ("kk", "Тараптар «Үш теңіз» пішімін талқылады.", ["«Үш теңіз» пішімі"]),
    "kk a book is none": ("kk", "[PER Л.Хольм] музейге «Теңіз бен мұз» кітабын сыйлады.", []),
    "en a programme in quotation marks": ("en", "They discussed the programme “Green Pier”.", ["Green Pier"]),
    "en a corridor": ("en", "They discussed the development of the Middle Corridor.", ["Middle Corridor"]),
    "en a dialogue": ("en", "They agreed to convene the Chile–Norway Fisheries Dialogue.", ["Chile–Norway Fisheries Dialogue"]),
    "en a bridge": ("en", "They discussed the Bergen access bridge.", ["Bergen access bridge"]),
    "en an alliance": ("en", "They discussed accession to the Polar Shipping Alliance.", ["Polar Shipping Alliance"]),
    "en a joint commission": (
        "en",
        "They reviewed the work of the Joint Commission for Fisheries.",
        ["Joint Commission for Fisheries"],
    ),
    "en a referendum": ("en", "[PER Holm] spoke about the national referendum.", ["national referendum"]),
    "en a small word is none": ("en", "They discussed a new project and a plan of experts.", []),
    "en a book is none": ("en", "[PER Holm] gave the museum the book “Sea and Ice”.", []),
}


@pytest.mark.parametrize("name", SPOKEN_OF)
def test_initiatives(name: str) -> None:
    language, marked, expected = SPOKEN_OF[name]
    engagement, _ = read_on(language, marked)
    assert [i.value for i in engagement.initiatives] == expected
