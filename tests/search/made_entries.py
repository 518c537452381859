"""Entries for tests of search: a few records in three languages."""

from __future__ import annotations

from datetime import date

from elshi.resolution.profiles import Profile
from elshi.search.entries import Entry, Told, post_values
from elshi.search.terms import Field


def make(record, language, text, day=None, *, people=(), said=(), outcomes=(), initiatives=(), due=(), **facets):
    """`people` are (name, post, code)."""
    profiles = [Profile(name, language, post, (code,)) for name, post, code in people]
    texts = [Told(Field.ANY, language, words) for words in (text, *said, *outcomes)]
    texts += [Told(Field.RECORD, language, words) for name, post, _ in people for words in (name, post) if words]
    texts += [Told(Field.SAID, language, words) for words in said] + [Told(Field.OUTCOME, language, words) for words in outcomes]
    texts += [Told(Field.INITIATIVE, language, words) for words in initiatives]
    values = [(facet, value) for facet, told in facets.items() for value in ([told] if isinstance(told, str) else told)]
    values += [("country", code) for _, _, code in people] + [("language", language), ("status", "held")]
    first = day and date.fromisoformat(day)
    return Entry(
        record,
        first,
        first,
        tuple(texts),
        tuple(dict.fromkeys(values)),
        marks=tuple(("due", v) for v in due)
        + tuple(("where", v) for f, v in values if f == "place")
        + tuple(("post", v) for _, p, _ in people for v in post_values(p or "", language)),
        people=tuple((p.id,) for p in profiles),
        names=tuple((p.id, p.name, p.language) for p in profiles),
    )


ENTRIES = [
    make(
        "ru1",
        "ru",
        "Министры обсудили торговлю с Ираном и расширение транзита зерна через порт.",
        "2026-03-01",
        people=[("Арман Исетов", "министр иностранных дел", "KZ"), ("Хасан Рохани", "министр торговли", "IR")],
        said=["Мы рассчитываем на рост поставок по Среднему коридору"],
        topic=["trade", "transport"],
        type="talks",
        place="Tehran",
        source="agency.kz",
    ),
    make(
        "kk1",
        "kk",
        "Қазақстан мен Иран арасындағы сауда келіссөздері өтті. Тараптар Орта дәліз туралы айтты.",
        "2026-03-05",
        people=[("Арман Исетов", "Сыртқы істер министрі", "KZ"), ("Хасан Рухани", "сауда министрі", "IR")],
        topic="trade",
        type="talks",
        place="Astana",
        source="gov.kz",
    ),
    make(
        "en1",
        "en",
        "The foreign ministers met in Geneva to discuss energy supplies and the Middle Corridor.",
        "2026-04-02",
        people=[("Arman Issetov", "Minister of Foreign Affairs", "KZ"), ("Eleni Vasiliou", "foreign minister", "GR")],
        said=["The Middle Corridor is a priority for both sides"],
        outcomes=["The sides signed a memorandum on energy"],
        due=["2026", "2026-05", "2026-05-20"],
        topic="energy",
        type="meeting",
        place="Geneva",
        source="mfa.gr",
        initiatives=["C6"],
    ),
    make(
        "en2",
        "en",
        "The ambassador paid a visit to the corridor of the museum in the middle of May.",
        "2025-05-15",
        people=[("John Carter", "ambassador", "US")],
        topic="culture",
        type="visit",
        place="Almaty",
        source="mfa.us",
        organisation="OSCE",
    ),
    make("ru2", "ru", "Посол вручил верительные грамоты.", None, people=[("Пётр Семёнов", "посол", "RU")], type="credentials", topic=[]),
]
