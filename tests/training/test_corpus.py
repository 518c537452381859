from random import Random

import pytest

pytest.importorskip("tokenizers")

from elshi.records import Label, Span
from elshi.tagging.pieces import PieceReader
from training.corpus import LONGEST, read_corpus, sequences
from training.examples import Annotated, Example
from training.vocabulary import chosen, serialised

PIECES = [
    ("<s>", 0.0),
    ("<pad>", 0.0),
    ("</s>", 0.0),
    ("<unk>", 0.0),
    ("▁", -2.0),
    ("а", -3.0),
    ("▁Вена", -4.0),
    ("б", -5.0),
    ("漢", -1.0),
    ("▁go", -6.0),
]


@pytest.fixture(scope="module")
def reader():
    return PieceReader(serialised(PIECES))


def test_words_are_read_with_the_space_before_them(reader):
    assert reader.read("Вена", True) == (6,)
    assert reader.read("аб", False) == (5, 7)
    assert reader.read("\u00ad", True) == (reader.unknown,)


def test_used_pieces_come_first_then_the_likeliest_of_two_scripts():
    assert chosen(PIECES, [9, 9, 3, 8], 8) == [0, 1, 2, 3, 4 + 1, 6, 8, 9]


def test_each_word_has_a_row_and_long_sentences_are_cut(reader):
    text = " ".join(["Вена"] * (LONGEST + 5))
    example = Example(text, "ru", (Annotated(Span(0, 4), frozenset({Label.CITY})),))
    corpus = read_corpus([example], reader)
    (document,) = corpus.documents
    assert [len(s.words) for s in document] == [LONGEST, 5]
    assert [s.number for s in document] == [0, 1]
    assert all(len(s.words) == len(s.rows[h]) for s in document for h in s.rows)
    assert corpus.tables["outer"][document[0].rows["outer"][0]] != corpus.tables["outer"][document[0].rows["outer"][1]]


def test_an_epoch_has_every_sentence_once_and_is_the_same_for_the_same_seed(reader):
    examples = [Example(" ".join(["аб"] * n) + ". Вена.", "ru", ()) for n in range(1, 9)] + [Example("а", "ru", ())] * 3
    corpus = read_corpus(examples, reader)
    once = [[s.number for s in q] for q in sequences(corpus, Random(3))]
    assert sorted(n for q in once for n in q) == list(range(19))
    assert once == [[s.number for s in q] for q in sequences(corpus, Random(3))]
    assert once != [[s.number for s in q] for q in sequences(corpus, Random(4))]
    assert all(sum(s.size for s in q) <= LONGEST for q in sequences(corpus, Random(5)))
