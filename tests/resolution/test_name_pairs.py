"""The pairs of names in `benchmarks/names.txt`: enough of them, and told apart well enough."""

from pathlib import Path

from benchmarks.name_pairs import f1_at, read_pairs
from elshi.resolution.names import SAME_NAME, compare_names, name_keys

PAIRS = read_pairs(Path(__file__).parents[2] / "benchmarks" / "names.txt")


def test_there_are_enough_pairs_of_both_kinds():
    same = sum(same for _, _, same in PAIRS)
    assert same > 400
    assert len(PAIRS) - same > 400


def test_names_are_told_apart():
    scores = [compare_names(one, other).score for one, other, _ in PAIRS]
    assert f1_at(PAIRS, scores, SAME_NAME)[2] >= 97


def test_spellings_of_one_name_meet():
    assert all(name_keys(one) & name_keys(other) for one, other, same in PAIRS if same)


def test_a_guess_of_same_for_all_is_no_good():
    assert f1_at(PAIRS, [1.0] * len(PAIRS), 0.5)[2] < 70
