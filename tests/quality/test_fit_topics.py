"""Fitting the weights of topic clues."""

from __future__ import annotations

import numpy as np

from elshi.engagements.topic_clues import CLUES
from quality.fit_topics import Pile, _inputs, fit, score

GOOD, BAD = "discussed", "described"
PILES = [
    *(Pile(n, frozenset({"trade"}), (("trade", frozenset({GOOD})), ("energy", frozenset({BAD})))) for n in range(20)),
    Pile(20, frozenset({"energy"}), ()),
]


def test_a_clue_of_what_is_right_weighs_more() -> None:
    weights = fit(*_inputs(PILES, ["energy", "trade"]))
    assert weights[1 + CLUES.index(GOOD)] > 0 > weights[1 + CLUES.index(BAD)]
    assert np.isfinite(weights).all()


def test_words_told_often_count_less_each() -> None:
    _, _, weights = _inputs([Pile(0, frozenset(), (("trade", frozenset()), ("trade", frozenset()), ("energy", frozenset())))], ["trade"])
    assert weights[0] == weights[1] < weights[2] == 1


def test_the_score_takes_the_surest_words_of_a_topic_and_counts_what_is_missed() -> None:
    pile = Pile(0, frozenset({"trade", "sport"}), (("trade", frozenset()), ("trade", frozenset()), ("energy", frozenset())))
    assert score([pile], [0.1, 0.9, 0.2], 0.5) == 100 * 2 / 3
    assert score([pile], [0.1, 0.9, 0.9], 0.5) == 50
