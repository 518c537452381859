"""Russian sentences that look like engagements and are none: each stands beside one that is, or alone."""

from __future__ import annotations

import pytest

from tests.engagements.marked import tell_all

MINISTER = "[POS Министр иностранных дел [COU Эстонии]] [PER Карл Тамм]"
HELD = f"{MINISTER} встретился с [POS послом [COU Перу]] [PER Росой Киспе]."
TOLD = [("meeting", "held", ("Карл Тамм", "Роса Киспе"))]

CASES = {
    "football": (
        "ru",
        "В воскресенье команда «Прибой» встретилась с командой «Заря» и проиграла. Тренер [PER Иван Зорин] принял поздравления.",
        [],
    ),
    "a club and its fans": ("ru", "[POS Исполнительный директор клуба] [PER Иван Зорин] встретился с болельщиками.", []),
    "ice hockey": ("ru", "Национальная сборная по хоккею встретилась с командой [COU Латвии] и выиграла.", []),
    "an appointment": (
        "ru",
        "Указом [POS президента [COU Эстонии]] [POS послом] в [COU Перу] назначен [PER Яан Метс]. Ранее он возглавлял департамент Азии.",
        [],
    ),
    "prices": ("ru", "Экспорт анчоуса из [COU Перу] вырос на треть. После переговоров 2019 года часть пошлин была снята.", []),
    "a year long past": ("ru", f"{HELD} В 2019 году [CIT Лиму] посетил [POS премьер-министр [COU Эстонии]] [PER Яан Метс].", TOLD),
    "what experts recall": (
        "ru",
        "Эксперты напоминают: еще в 2019 году [POS посол [COU Эстонии]] [PER Яан Метс] подписал протокол о пошлинах.",
        [],
    ),
    "a reminder": (
        "ru",
        f"{HELD}\nНапомним, в январе [PER Тамм] уже встречался с [POS президентом [COU Перу]] [PER Хосе Рамосом].",
        TOLD,
    ),
    "a sum of meetings": ("ru", f"{MINISTER} провел ряд встреч в [CIT Лиме].", []),
    "more than ten meetings": ("ru", f"За неделю {MINISTER.replace('Министр', 'министр')} провел более десяти встреч.", []),
    "who had arrived for a forum": (
        "ru",
        f"{MINISTER}, прибывший в [CIT Лиму] для участия в форуме, встретился с [POS мэром города] [PER Хосе Рамосом].",
        [("meeting", "held", ("Карл Тамм", "Хосе Рамос"))],
    ),
    "an invitation to a congress": ("ru", f"{HELD} [POS Посол] пригласила [COU эстонские] компании принять участие в конгрессе.", TOLD),
    "an invitation to visit": ("ru", f"{HELD} [POS Посол] передала [POS министру] приглашение посетить [COU Перу].", TOLD),
    "a request to open": ("ru", f"{HELD} Соотечественники просили открыть консульство в [CIT Куско].", TOLD),
    "a wish for an opening": ("ru", f"{HELD} [POS Посол] высказалась за открытие в [CIT Таллине] перуанского торгового дома.", TOLD),
    "what somebody says will be": (
        "ru",
        f"{HELD} [PER Тамм] сообщил, что в мае [POS премьер-министр] [PER Яан Метс] посетит [COU Чили].",
        TOLD,
    ),
    "their talk goes on": ("ru", f"{HELD} В ходе беседы стороны обсудили ловлю анчоуса. Они договорились встретиться осенью.", TOLD),
    "a document adopted": ("ru", f"{HELD} Парламент принял закон о рыболовстве.", TOLD),
    "a text passed later": ("ru", f"{HELD} [POS Министр] отметил, что решение будет принято правительством.", TOLD),
    "words in quotation marks": ("ru", f"{HELD} «Мы посетили бы [COU Перу] снова», – сказал [PER Тамм].", TOLD),
    "a spokesman as the source": (
        "ru",
        f"{HELD} Об этом сообщил на брифинге [POS официальный представитель МИД] [PER Олев Кийк].",
        TOLD,
    ),
    "the question of a journalist": ("ru", "Из вопросов: будет ли встреча с [POS министром [COU Перу]]? Такой встречи в графике нет.", []),
    "named in honour": (
        "ru",
        f"{MINISTER} открыл школу имени [PER Хосе Рамоса], построенную по проекту [POS архитектора] [PER Яана Метса].",
        [("ceremony", "held", ("Карл Тамм",))],
    ),
    "at somebody's invitation": (
        "ru",
        f"По приглашению [POS президента [COU Перу]] [PER Хосе Рамоса] [CIT Лиму] посетил {MINISTER.replace('Министр', 'министр')}.",
        [("visit", "held", ("Карл Тамм",))],
    ),
    "after, which is no ambassador": (
        "ru",
        f"После обеда {MINISTER.replace('Министр', 'министр')} принял [POS посла [COU Перу]] [PER Росу Киспе].",
        TOLD,
    ),
}


@pytest.mark.parametrize("construct", CASES)
def test_reports_no_more_than_there_is(construct: str) -> None:
    language, marked, expected = CASES[construct]
    assert tell_all(marked, language) == expected
