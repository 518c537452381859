from types import SimpleNamespace

from elshi.records import Span
from elshi.tagging.packing import pack, segments

READER = SimpleNamespace(read=lambda word, spaced: tuple(range(1 + len(word) // 4)))


def sentences(text):
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return spans


def cut(text, room):
    return [[text[w.start : w.end] for w in s.words] for s in segments(text, sentences(text), READER, room)]


def test_each_sentence_is_one_segment_while_it_fits():
    assert cut("Вена ждет.\nAstana waits.", 20) == [["Вена", "ждет", "."], ["Astana", "waits", "."]]


def test_a_long_sentence_is_cut_behind_a_mark():
    parts = cut("a b c d e f, g h i", 8)
    assert parts == [["a", "b", "c", "d", "e", "f", ","], ["g", "h", "i"]]


def test_a_long_sentence_without_marks_is_cut_between_words_and_nothing_is_lost():
    parts = cut(" ".join(["слово"] * 100), 10)
    assert sum(len(p) for p in parts) == 100
    assert all(len(p) <= 5 for p in parts)


def test_a_word_that_is_too_long_alone_is_shortened_for_the_model_but_not_in_the_text():
    text = "я" * 4000
    (segment,) = segments(text, [Span(0, len(text))], READER, 10)
    assert segment.size == 10
    assert (segment.words[0].start, segment.words[0].end) == (0, 4000)


def test_segments_are_packed_whole_up_to_the_limit():
    text = "\n".join(["a b c d"] * 7)
    packed = list(pack(segments(text, sentences(text), READER, 8), 10))
    assert [len(p) for p in packed] == [2, 2, 2, 1]
    assert all(2 + sum(s.size for s in p) <= 10 for p in packed)


def test_packing_is_lazy():
    def endless():
        while True:
            yield next(segments("a b", [Span(0, 3)], READER, 8))

    assert len(next(pack(endless(), 10))) == 4
