"""Who may act for a state or an organisation where somebody meets somebody."""

from __future__ import annotations

from collections.abc import Sequence

from elshi.engagements.acts import Act
from elshi.engagements.members import STATE_ROLES, Member
from elshi.language.base import Case
from elshi.records import ParticipantKind

__all__ = ["CONVERSATIONS", "OFFICIAL", "are_teams", "is_official", "is_owner"]

OFFICIAL = STATE_ROLES | {"organisation-head"}
CONVERSATIONS = frozenset({"meeting", "talks", "call", "briefing"})


def is_official(member: Member, act: Act) -> bool:
    """Whether a member may act for somebody: an official, one of a state or organisation, in conversations a body that is more than a
    name."""
    body = member.kind is ParticipantKind.ORGANIZATION and (bool(member.roles) or act.word.type not in CONVERSATIONS)
    return body or member.kind is ParticipantKind.OFFICE or bool(member.roles & OFFICIAL) or bool(member.codes)


def are_teams(members: Sequence[Member], act: Act) -> bool:
    """Whether those who meet are mere names of bodies, of no two states: two teams meet too."""
    bodies = all(m.kind is ParticipantKind.ORGANIZATION and not m.roles for m in members)
    return bodies and act.word.type in CONVERSATIONS and len({c.code for m in members for c in m.codes}) < 2


def is_owner(act: Act, member: Member) -> bool:
    """Whether a group only stands in the genitive: "the rights of citizens were discussed at the meeting"."""
    return any(p.span.contains(member.mention) and p.slot.case == Case.GEN and p.slot.preposition is None for p in act.parties)
