"""Other libraries' comparison of two names of people, for `name_pairs.py`. Importing what is not installed raises ImportError."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

__all__ = ["nomenklatura_likeness", "rigour_likeness"]

Compare = Callable[[str, str], float]


def rigour_likeness() -> Compare:
    """rigour's names: analysed, aligned and compared part by part; the share of the weight of the parts that match."""
    from rigour.names import NameTypeTag, align_person_name_order, analyze_names, compare_parts

    def compare(one: str, other: str) -> float:
        ours, theirs = (next(iter(analyze_names(NameTypeTag.PER, [name], infer_initials=True))) for name in (one, other))
        found = compare_parts(*align_person_name_order(list(ours.parts), list(theirs.parts)))
        parts = sum(len(a.qps) + len(a.rps) for a in found)
        return float(sum(a.score * (len(a.qps) + len(a.rps)) for a in found) / parts) if parts else 0.0

    return compare


def nomenklatura_likeness() -> Compare:
    """nomenklatura's `logic-v2` on two people of whom nothing but the name is known."""
    from followthemoney import model
    from nomenklatura.matching import ScoringConfig, get_algorithm

    algorithm = get_algorithm("logic-v2")
    if algorithm is None:
        raise ImportError("nomenklatura has no logic-v2")
    config = ScoringConfig.defaults()

    def person(name: str) -> Any:
        return model.get_proxy({"id": name, "schema": "Person", "properties": {"name": [name]}})

    def compare(one: str, other: str) -> float:
        return float(algorithm.compare(person(one), person(other), config).score)

    return compare
