"""A noun phrase that can take part in an engagement."""

from __future__ import annotations

from dataclasses import dataclass

from elshi.engagements.allegiances import Code
from elshi.language.base import Slot
from elshi.records import ParticipantKind, Span

__all__ = ["Party"]


@dataclass(frozen=True, slots=True)
class Party:
    """A noun phrase that can take part in an engagement.

    `phrase` are token indexes of its sentence; `posts` the post phrases (token indexes), `name` the person's name. `codes` are the states
    and bodies it acts for, `hosts` the states and `cities` the places it is posted to, `beside` the states of others who hold the same
    post. `common` are the words that it shares with a body named before it ("the ministries of Peru and | Chile"). `roles` are marks of
    its words: kinds of post, `counterpart`, `pronoun`, kinds of group, `alike` for bodies that share words.
    """

    sentence: int
    phrase: range
    span: Span
    kind: ParticipantKind
    slot: Slot
    name: range | None = None
    posts: tuple[range, ...] = ()
    codes: tuple[Code, ...] = ()
    hosts: tuple[Code, ...] = ()
    cities: tuple[Span, ...] = ()
    bodies: tuple[Span, ...] = ()
    beside: tuple[Code, ...] = ()
    common: range = range(0)
    roles: frozenset[str] = frozenset()
    head: str = ""
