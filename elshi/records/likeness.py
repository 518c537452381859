"""How alike two things are, and why."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Likeness", "Reason"]


@dataclass(frozen=True, slots=True)
class Reason:
    """What one comparison made of two things: the comparison's name, what it adds to (or takes from) the score, and what it saw."""

    comparison: str
    weight: float
    saw: str = ""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How sure the machine is that two things are the same, 0..1, with the reasons that the score was made of."""

    score: float
    reasons: tuple[Reason, ...] = ()
