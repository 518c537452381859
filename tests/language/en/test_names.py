"""English names and noun phrases as records give them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from elshi.language.base import Case, Sentence, Slot
from elshi.language.en import ENGLISH

Read = Callable[[str], Sentence]
SLOT = Slot(Case.NOM)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Rosa Quispe", "Rosa Quispe"),
        ("Mr. Omar Nasri", "Omar Nasri"),
        ("Mr Omar Nasri", "Omar Nasri"),
        ("H.E. Ms. Rosa Elvira Quispe", "Rosa Elvira Quispe"),
        ("H.R.H. Princess Anna Lund", "Anna Lund"),
        ("Rosa Quispe's", "Rosa Quispe"),
        ("Omar Nasri’s", "Omar Nasri"),
        ("Lt. Gen. (Retd) Roy Adeyemi", "Roy Adeyemi"),
        ("Prof. Dr. Karin Vogt", "Karin Vogt"),
        ("Sayyid Hilal bin Rashid al Lawati", "Hilal bin Rashid al Lawati"),
        ("Prince Faris bin Turki", "Faris bin Turki"),
        ("Sheikh Hamdan", "Sheikh Hamdan"),
        ("Tan Wei Ming", "Tan Wei Ming"),
        ("Nguyen Thi Hoa", "Nguyen Thi Hoa"),
        ("HAYASHI Natsumi", "Natsumi Hayashi"),
        ("ZHANG Min", "Zhang Min"),
        ("KARIN O'BRIEN-VOGT", "Karin O'Brien-Vogt"),
        ("Karin Łaska PhD", "Karin Łaska"),
        ("J. R. Novak Jr.", "J. R. Novak Jr."),
        ("J.R. Novak", "J.R. Novak"),
        ("Karin  Vogt", "Karin Vogt"),
        ("Karin\u00a0Vogt ,", "Karin Vogt"),
        ("Sh. Karimova", "Sh. Karimova"),
    ],
)
def test_a_person_is_named_without_titles(read: Read, written: str, name: str) -> None:
    assert ENGLISH.person_name(read(written).tokens, SLOT) == name


@pytest.mark.parametrize(
    ("written", "phrase"),
    [
        ("the Deputy Minister of Trade", "Deputy Minister of Trade"),
        ("his counterpart", "counterpart"),
        ("the United Nations'", "United Nations"),
        ("the Ministry's", "Ministry"),
        ("an adviser", "adviser"),
        ("ambassadors", "ambassadors"),
        ("the “Green Roads” fund", "“Green Roads” fund"),
        ("the Bank's  deputy head", "Bank's deputy head"),
        ("Chargé d'Affaires a.i.", "Chargé d'Affaires a.i."),
        ("Minister-Counsellor", "Minister-Counsellor"),
        ("the", "the"),
    ],
)
def test_a_phrase_loses_its_determiner_alone(read: Read, written: str, phrase: str) -> None:
    assert ENGLISH.nominative(read(written).tokens, SLOT) == phrase


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Rosa Quispe", {"rosa", "quispe"}),
        ("Mr. Quispe's", {"quispe"}),
        ("Faris bin Turki Al-Lawati", {"faris", "turki", "al-lawati", "lawati"}),
        ("Karin von Łaska-Vogt", {"karin", "laska-vogt", "laska", "vogt"}),
        ("J. R. Novak", {"j.", "r.", "novak"}),
        ("J.R. Novak", {"j.", "r.", "novak"}),
        ("Müge Çelik", {"muge", "celik"}),
        ("Sheikh Hamdan", {"hamdan"}),
        ("O'Brien", {"obrien"}),
        ("O’Brien’s", {"obrien"}),
    ],
)
def test_a_key_holds_the_words_that_tell_who(name: str, key: set[str]) -> None:
    assert ENGLISH.name_key(name) == key


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Rosa Elvira Quispe Landa", "Quispe Landa"),
        ("Turki Al Lawati", "al-Lawati"),
        ("MARTA LIND", "Ms. Lind's"),
        ("Żaneta Łoś", "Zaneta Los"),
        ("Jürgen Groß", "Gross"),
    ],
)
def test_two_mentions_of_one_person_share_a_stem(first: str, second: str) -> None:
    assert ENGLISH.name_key(first) & ENGLISH.name_key(second)


def test_particles_alone_join_nobody() -> None:
    assert not ENGLISH.name_key("Ali bin Saud") & ENGLISH.name_key("Omar bin Faris")
    assert ENGLISH.name_key("Al") == {"al"}
