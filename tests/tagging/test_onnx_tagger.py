"""With the packaged model: what it finds in own-worded sentences, and that offsets hold whatever the characters are."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from elshi.errors import ModelError
from elshi.records import Label, Span
from elshi.tagging.loading import PACKAGED, load_tagger

NOISE = st.sampled_from("\u0301\u00ad\u200d\ufeff\ud83d\u0000\u0007ﬁ½\u0306\u202e\u3000𝔄ё")


@pytest.fixture(scope="module")
def tagger():
    try:
        return load_tagger(PACKAGED)
    except ModelError as error:
        pytest.skip(str(error))


def tag(tagger, text):
    (mentions,) = tagger.tag([(text, [Span(0, len(text))])])
    return mentions


def found(tagger, text, label):
    return {m.span.of(text) for m in tag(tagger, text) if m.label is label}


RU = "Посол Казахстана в Австрии Асель Нургалиева встретилась в Вене с генеральным секретарем ОБСЕ Марком Тевано."
KK = "Қазақстанның Австриядағы елшісі Әсел Нұрғалиева Вена қаласында ЕҚЫҰ Бас хатшысы Марк Теваномен кездесті."
EN = "Ambassador of Kazakhstan to Austria Assel Nurgaliyeva met with OSCE Secretary General Marco Tevano in Vienna on 4 May."


@pytest.mark.parametrize(
    ("text", "label", "wanted"),
    [
        (RU, Label.PERSON, {"Асель Нургалиева", "Марком Тевано"}),
        (RU, Label.COUNTRY, {"Казахстана", "Австрии"}),
        (RU, Label.CITY, {"Вене"}),
        (KK, Label.COUNTRY, {"Қазақстанның", "Австриядағы"}),
        (KK, Label.PERSON, {"Әсел Нұрғалиева", "Марк Теваномен"}),
        (KK, Label.POSITION, {"Қазақстанның Австриядағы елшісі", "ЕҚЫҰ Бас хатшысы"}),
        (EN, Label.PERSON, {"Assel Nurgaliyeva", "Marco Tevano"}),
        (EN, Label.POSITION, {"Ambassador of Kazakhstan to Austria", "OSCE Secretary General"}),
        (EN, Label.CITY, {"Vienna"}),
        (EN, Label.ORG, {"OSCE"}),
    ],
)
def test_it_reads_three_languages(tagger, text, label, wanted):
    assert found(tagger, text, label) == wanted


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, len(RU)), NOISE), max_size=6))
def test_offsets_are_the_texts_own(tagger, noise):
    text = RU
    for at, character in noise:
        text = text[:at] + character + text[at:]
    mentions = tag(tagger, text)
    for mention in mentions:
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        assert not mention.span.of(text)[0].isspace()
        assert not mention.span.of(text)[-1].isspace()
        assert 0 < mention.score <= 1


def test_a_soft_hyphen_or_a_stress_mark_changes_nothing_but_offsets(tagger):
    noisy = RU.replace("Нургалиева", "Нур\u00adгалие\u0301ва")
    assert [m.label for m in tag(tagger, noisy)] == [m.label for m in tag(tagger, RU)]
    assert "Асель Нур\u00adгалие\u0301ва" in found(tagger, noisy, Label.PERSON)


def test_neighbours_do_not_matter_and_the_order_is_kept(tagger):
    texts = [(t, [Span(0, len(t))]) for t in (RU, KK, EN)]
    assert list(tagger.tag(texts)) == [next(iter(tagger.tag([t]))) for t in texts]
    assert list(tagger.tag([])) == []
    assert list(tagger.tag([("", []), ("  ", [Span(0, 2)])])) == [(), ()]


def test_sentences_beyond_one_sequence_keep_their_offsets(tagger):
    text = "\n".join([RU] * 12)
    sentences = [Span(i * (len(RU) + 1), i * (len(RU) + 1) + len(RU)) for i in range(12)]
    (mentions,) = tagger.tag([(text, sentences)])
    people = [m for m in mentions if m.span.of(text) == "Асель Нургалиева"]
    assert len(people) == 12


def test_a_sentence_without_end_is_read_in_parts(tagger):
    text = ", ".join(["Вена и Астана"] * 200)
    cities = found(tagger, text, Label.CITY)
    assert cities == {"Вена", "Астана"}


def test_texts_are_taken_one_at_a_time(tagger):
    def endless():
        while True:
            yield EN, [Span(0, len(EN))]

    assert next(tagger.tag(endless()))


def test_the_version_names_the_pack(tagger):
    assert tagger.version.startswith("elshi-tagger ")
    assert Path(PACKAGED / "pack.json").is_file()
