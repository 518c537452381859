from elshi.records import Span
from training.examples import sentences


def cut(text, kept=()):
    return [s.of(text) for s in sentences(text, kept)]


def test_sentences_end_at_marks_before_a_capital_and_at_line_ends():
    assert cut("Он приехал. Она ждала!\nШтат и т. д. не знал") == ["Он приехал.", "Она ждала!", "Штат и т. д. не знал"]


def test_initials_and_short_forms_end_nothing():
    assert cut("А. Б. Орлов и Dr. Smith met. Then left.") == ["А. Б. Орлов и Dr. Smith met.", "Then left."]


def test_no_sentence_ends_inside_a_span():
    text = "Фильм «Да. Нет» снят. Все."
    assert cut(text, [Span(7, 14)]) == ["Фильм «Да. Нет» снят.", "Все."]
