"""What came of an engagement: its kind, from which word to which, and when."""

from __future__ import annotations

import pytest

from tests.engagements.meetings import read_on

# What follows the meeting (published on 12 March 2026), and its outcomes: kind, words, date.
TOLD: dict[str, tuple[str, str, list[tuple[str, str, str | None]]]] = {
    "ru signed": ("ru", "Стороны подписали протокол о рыбном промысле.", [("signed", "подписали протокол о рыбном промысле", None)]),
    "ru signed, passive": ("ru", "По итогам встречи подписан протокол.", [("signed", "подписан протокол", None)]),
    "ru initialled": ("ru", "Парафировано соглашение о маяках.", [("signed", "Парафировано соглашение о маяках", None)]),
    "ru agreed": (
        "ru",
        "Стороны договорились обменяться списками судов до 1 июня.",
        [("agreed", "договорились обменяться списками судов до 1 июня", "2026-06-01")],
    ),
    "ru agreed, impersonal": ("ru", "Решено создать общий архив.", [("agreed", "Решено создать общий архив", None)]),
    "ru understanding reached": (
        "ru",
        "Достигнута договоренность о проверке маяков.",
        [("agreed", "Достигнута договоренность о проверке маяков", None)],
    ),
    "ru readiness of both": (
        "ru",
        "Стороны выразили готовность открыть музей.",
        [("agreed", "выразили готовность открыть музей", None)],
    ),
    "ru readiness of one is said": ("ru", "[PER Хольм] выразил готовность открыть музей.", []),
    "ru proposed": ("ru", "[PER Хольм] предложил построить причал.", [("proposed", "предложил построить причал", None)]),
    "ru asked": ("ru", "[PER Хольм] попросил прислать лоцманов.", [("proposed", "попросил прислать лоцманов", None)]),
    "ru invited": (
        "ru",
        "[PER Хольм] пригласил министра в Осло 5 мая.",
        [("invited", "пригласил министра в Осло 5 мая", "2026-05-05")],
    ),
    "ru planned": ("ru", "Следующая встреча состоится 5 мая.", [("planned", "Следующая встреча состоится 5 мая", "2026-05-05")]),
    "ru said and planned": (
        "ru",
        "[PER Хольм] сообщил, что новый маяк откроется 5 мая.",
        [("planned", "новый маяк откроется 5 мая", "2026-05-05")],
    ),
    "ru a body to be set up": (
        "ru",
        "Обсуждалось создание в Осло Центра морского права.",
        [("planned", "создание в Осло Центра морского права", None)],
    ),
    "ru a forthcoming day": (
        "ru",
        "[PER Хольм] рассказал о предстоящем 5 мая параде.",
        [("planned", "предстоящем 5 мая параде", "2026-05-05")],
    ),
    "ru two outcomes": (
        "ru",
        "[PER Рохас] пригласил гостя в порт, а [PER Хольм] предложил построить причал.",
        [("invited", "пригласил гостя в порт", None), ("proposed", "предложил построить причал", None)],
    ),
    "ru an infinitive is none": ("ru", "Обсуждалась возможность подписать протокол.", []),
    "ru a condition is none": ("ru", "Работы начнутся, если стороны договорятся.", []),
    "ru a denial is none": ("ru", "Стороны не договорились о цене.", []),
    "kk signed": ("kk", "Тараптар балық аулау туралы хаттамаға қол қойды.", [("signed", "балық аулау туралы хаттамаға қол қойды", None)]),
    "kk agreed": (
        "kk",
        "Тараптар кемелер тізімімен алмасуға келісті.",
        [("agreed", "кемелер тізімімен алмасуға келісті", None)],
    ),
    "kk agreed with a day": (
        "kk",
        "Тараптар келесі отырысты 5 мамырда өткізуге уағдаласты.",
        [("agreed", "келесі отырысты 5 мамырда өткізуге уағдаласты", "2026-05-05")],
    ),
    "kk understanding reached": (
        "kk",
        "Тараптар мұражай ашу туралы уағдаластыққа қол жеткізді.",
        [("agreed", "мұражай ашу туралы уағдаластыққа қол жеткізді", None)],
    ),
    "kk ready": ("kk", "Тараптар мұражай ашуға дайын екенін мәлімдеді.", [("agreed", "мұражай ашуға дайын екенін мәлімдеді", None)]),
    "kk intention": ("kk", "Тараптар мұражай ашуға ниет білдірді.", [("agreed", "мұражай ашуға ниет білдірді", None)]),
    "kk proposed": ("kk", "[PER Л.Хольм] екінші айлақ салуды ұсынды.", [("proposed", "екінші айлақ салуды ұсынды", None)]),
    "kk asked": ("kk", "[PER Л.Хольм] лоцмандар жіберуді сұрады.", [("proposed", "лоцмандар жіберуді сұрады", None)]),
    "kk invited": ("kk", "[PER Л.Хольм] министрді Ослоға шақырды.", [("invited", "министрді Ослоға шақырды", None)]),
    "kk planned": ("kk", "Келесі кездесу 5 мамырда өтеді.", [("planned", "Келесі кездесу 5 мамырда өтеді", "2026-05-05")]),
    "kk said and planned": (
        "kk",
        "[PER Л.Хольм] жаңа шамшырақ 5 мамырда ашылатынын айтты.",
        [("planned", "жаңа шамшырақ 5 мамырда ашылатынын", "2026-05-05")],
    ),
    "kk after another clause": (
        "kk",
        "Тараптар балық аулау жайын талқылап, кемелер тізімімен алмасуға келісті.",
        [("agreed", "кемелер тізімімен алмасуға келісті", None)],
    ),
    "kk received is not agreed": ("kk", "[PER Л.Хольм] шақыру қағазын қабылдады.", []),
    "kk exported now is none": ("kk", "Тараптар балық аулау жайын талқылады.", []),
    "ru still to be adopted": (
        "ru",
        "[PER Хольм] сообщил, что до 1 июня будет принята программа ремонта.",
        [("planned", "до 1 июня будет принята программа ремонта", "2026-06-01")],
    ),
    "kk a memorandum made": ("kk", "Екі порт арасында меморандум жасалды.", [("signed", "Екі порт арасында меморандум жасалды", None)]),
    "en still to be signed": (
        "en",
        "A protocol on lighthouses is to be signed on 1 June.",
        [("planned", "A protocol on lighthouses is to be signed on 1 June", "2026-06-01")],
    ),
    "en inked": ("en", "The two inked a protocol on fisheries.", [("signed", "inked a protocol on fisheries", None)]),
    "en what only goes on": ("en", "The show will remain open until 1 June.", []),
    "en signed": ("en", "The two signed a protocol on fisheries.", [("signed", "signed a protocol on fisheries", None)]),
    "en signed, passive": (
        "en",
        "A protocol on lighthouses was signed after the talks.",
        [("signed", "A protocol on lighthouses was signed after the talks", None)],
    ),
    "en agreed": (
        "en",
        "They agreed to exchange lists of vessels by 1 June.",
        [("agreed", "agreed to exchange lists of vessels by 1 June", "2026-06-01")],
    ),
    "en agreed, impersonal": (
        "en",
        "It was agreed to set up a joint archive.",
        [("agreed", "It was agreed to set up a joint archive", None)],
    ),
    "en understanding reached": (
        "en",
        "The sides reached an understanding on pilots.",
        [("agreed", "reached an understanding on pilots", None)],
    ),
    "en committed": ("en", "The sides committed to repairing the pier.", [("agreed", "committed to repairing the pier", None)]),
    "en proposed": ("en", "[PER Holm] proposed building a second pier.", [("proposed", "proposed building a second pier", None)]),
    "en suggested": (
        "en",
        "[PER Holm] suggested that pilots be trained together.",
        [("proposed", "suggested that pilots be trained together", None)],
    ),
    "en invited": (
        "en",
        "[PER Holm] invited the minister to Oslo on 5 May.",
        [("invited", "invited the minister to Oslo on 5 May", "2026-05-05")],
    ),
    "en planned": (
        "en",
        "The next round will take place on 5 May.",
        [("planned", "The next round will take place on 5 May", "2026-05-05")],
    ),
    "en said and planned": (
        "en",
        "[PER Holm] said that the lighthouse would open on 5 May.",
        [("planned", "the lighthouse would open on 5 May", "2026-05-05")],
    ),
    "en said without that and planned": (
        "en",
        "[PER Holm] said the lighthouse would open on 5 May.",
        [("planned", "the lighthouse would open on 5 May", "2026-05-05")],
    ),
    "en an infinitive is none": ("en", "They discussed ways to sign a protocol.", []),
    "en a condition is none": ("en", "Work starts if the sides agree on a price.", []),
    "en a denial is none": ("en", "The sides have not agreed on a price.", []),
    "en the past is none": ("en", "The pier was built in 1996.", []),
}


@pytest.mark.parametrize("name", TOLD)
def test_outcomes(name: str) -> None:
    language, marked, expected = TOLD[name]
    engagement, text = read_on(language, marked)
    assert [(o.kind.value, o.quote.of(text), o.date.value if o.date else None) for o in engagement.outcomes] == expected
