from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from elshi.records import Label
from elshi.tagging.decoding import Scheme

SCHEME = Scheme([Label.PERSON, Label.CITY])
OUT, BP, IP, BC, IC = range(5)


def logits(*tags, sure=5.0):
    scores = np.zeros((len(tags), SCHEME.width), dtype=np.float32)
    scores[np.arange(len(tags)), list(tags)] = sure
    return scores


def spans(scores):
    return [(f.first, f.last, f.label) for f in SCHEME.decode(scores)]


def test_a_legal_path_is_read_as_it_is():
    assert spans(logits(OUT, BP, IP, BC, BC, IC)) == [(1, 3, Label.PERSON), (3, 4, Label.CITY), (4, 6, Label.CITY)]


def test_an_inside_tag_without_a_beginning_is_repaired():
    scores = logits(OUT, IP, IP)
    scores[1, BP] = 4.0
    assert spans(scores) == [(1, 3, Label.PERSON)]


def test_two_people_side_by_side_are_one():
    scores = logits(BP, BP, IP)
    scores[1, IP] = 4.0
    assert spans(scores) == [(0, 3, Label.PERSON)]


def test_an_inside_tag_of_another_label_does_not_continue():
    scores = logits(BP, IC)
    scores[1, IP] = 4.0
    assert spans(scores) == [(0, 2, Label.PERSON)]


def test_the_score_is_the_mean_probability():
    found = SCHEME.decode(logits(BP, IP, sure=2.0))
    assert found[0].score == pytest.approx(np.exp(2) / (np.exp(2) + 4), rel=1e-5)


def test_nothing_gives_nothing_and_another_width_is_refused():
    assert SCHEME.decode(np.zeros((0, 5), dtype=np.float32)) == []
    with pytest.raises(ValueError, match="words"):
        SCHEME.decode(np.zeros((2, 7), dtype=np.float32))


def test_several_sentences_at_once_are_read_each_by_itself():
    parts = [logits(BP, IP), logits(OUT), logits(IP, IC), logits(OUT, BC)]
    together = SCHEME.decode_each(np.concatenate(parts), [len(p) for p in parts])
    assert together == [SCHEME.decode(p) for p in parts]
    assert [len(found) for found in together] == [1, 0, 1, 1]


def exhaustive(scores):
    def legal(path):
        beside = any(b == BP and a in (BP, IP) for a, b in pairwise(path))
        return not beside and all(t not in (IP, IC) or (i and path[i - 1] in (t, t - 1)) for i, t in enumerate(path))

    paths = [p for p in np.ndindex(*[5] * len(scores)) if legal(p)]
    return max(sum(scores[i, t] for i, t in enumerate(p)) for p in paths)


@given(st.lists(st.lists(st.integers(-9, 9), min_size=5, max_size=5), min_size=1, max_size=4))
def test_no_legal_path_is_better(rows):
    scores = np.array(rows, dtype=np.float32)
    path = [OUT] * len(scores)
    for found in SCHEME.decode(scores):
        begin = 1 + 2 * [Label.PERSON, Label.CITY].index(found.label)
        path[found.first : found.last] = [begin, *[begin + 1] * (found.last - found.first - 1)]
    assert sum(scores[i, t] for i, t in enumerate(path)) == pytest.approx(exhaustive(scores))
