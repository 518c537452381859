"""With whom each contact of one act was, where it tells of several: "met on Monday with A and a day later with B"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from elshi.engagements.acts import Act
from elshi.engagements.article import Article
from elshi.engagements.lexicons import Lexicons
from elshi.engagements.members import Member
from elshi.engagements.parties import Party
from elshi.engagements.retellings import PAIRED
from elshi.language.base import Sentence
from elshi.records import Span

__all__ = ["part_counterparts"]

CALLED = frozenset({"on", "upon"})  # "called on A and on B"
POWERS = ("head-of-state", "head-of-government", "parliament", "minister")
AND = frozenset({"and", "и"})
WITH = frozenset({"with", "с", "со"})


def part_counterparts(article: Article, act: Act, members: list[Member], lexicons: Lexicons) -> list[tuple[Act, list[Member]]]:
    """The contacts of one act with those who take part: one for each day ("met on Monday with A and a day later with B") and for each
    counterpart of several states."""
    cut = _cut_at_day(article, act, members) if act.word.type in PAIRED and not lexicons.state_first else None
    if cut is not None:
        apart, subjects = replace(act, region=range(cut, act.region.stop)), members[:-2]
        return [(replace(act, region=range(act.region.start, cut)), members[:-1]), (apart, [*subjects, members[-1]])]
    return [(act, part) for part in _split(article, act, members, lexicons)]


def _cut_at_day(article: Article, act: Act, members: Sequence[Member]) -> int | None:
    """The token that parts the contacts of two days."""
    if len(members) < 3:
        return None
    sentence = article.sentences[act.sentence]
    first, second = members[-2].mention.end, members[-1].mention.start
    days = [d.span for d in article.dates[act.sentence] if first <= d.span.start and (d.value or d.reference)]
    cut = _cut_between(sentence, days, second)
    trigger = sentence.tokens[act.trigger.start].span.start
    behind = [m for m in members if m.mention.start > trigger]
    ahead = trigger < first and len(behind) == 2 and members[-3].mention.start < first
    return cut if ahead and cut is not None and cut in act.region else None


def _cut_between(sentence: Sentence, days: Sequence[Span], second: int) -> int | None:
    """The day of the second contact ahead of whom it was with ("on Monday with A and a day later with B"), or the "and" behind the day of
    the first where the second has its own behind ("A on Monday and B a day later"). `days` are told behind the first, `second` is the
    offset of the second name."""
    if not days or days[0].start >= second:
        return None
    stop = sentence.index_at(days[0].end - 1) + 1
    if sentence.tokens[stop].lower not in AND:
        return sentence.index_at(days[0].start)
    return stop if any(d.start > second for d in days) else None


def _split(article: Article, act: Act, members: list[Member], lexicons: Lexicons) -> list[list[Member]]:
    """One list of members for each counterpart, where a paired act names several of different states or bodies."""
    hosted = act.word.type == "reception" and act.plural
    if (act.word.type not in PAIRED and not hosted) or act.word.type == "credentials" or len(members) < 3:
        return [members]
    if lexicons.together_sat.all(article.sentences[act.sentence].tokens[act.region.start : act.trigger.stop]):
        return [members]
    spans = {p.span: p for p in act.parties}
    subjects = [m for m in members if _is_subject(m, spans)]
    if not subjects and not any(s.contains(members[0].mention) for s in spans):
        subjects = [m for m in members if not any(s.contains(m.mention) for s in spans)]
    own = {c.code for m in subjects for c in m.codes}
    company = [m for m in members if m not in subjects and m.codes and {c.code for c in m.codes} <= own]
    others = [m for m in members if m not in subjects and m not in company]
    if act.word.frame.guests and not act.plural and others and others[0].posts and len({m.posts for m in others}) == 1:
        return [members]  # "received the newly appointed ambassadors of A and B"
    sides = [frozenset(c.code for c in m.codes) or _bodies(article, m) for m in others]
    distinct = len(set(sides)) == len(sides) and all(sides)
    apart = len(others) > 1 and all(_is_led(article, act, m) for m in others)
    if len(subjects) == 1 and len(others) > 1 and (distinct or apart or act.plural or _are_of_several_powers(others)):
        return [[subjects[0], *company, other] for other in others]
    return [members]


def _are_of_several_powers(members: Sequence[Member]) -> bool:
    """Whether no two hold the same kind of office, and all hold one: a president, a prime minister and a speaker are met apart."""
    powers = [next((p for p in POWERS if p in m.roles), None) for m in members]
    return None not in powers and len(set(powers)) == len(powers) and not any("deputy-minister" in m.roles for m in members)


def _is_led(article: Article, act: Act, member: Member) -> bool:
    """Whether "with" stands right before somebody: "met with A and with B" are two meetings."""
    party = next((p for p in act.parties if p.span.contains(member.mention)), None)
    tokens = article.sentences[act.sentence].tokens
    at = party.phrase.start - 1 if party is not None else -1
    at -= at > 0 and tokens[at].lower == "the"
    return at >= 0 and tokens[at].lower in WITH | CALLED


def _bodies(article: Article, member: Member) -> frozenset[str]:
    """The bodies that the posts of somebody name, where no code tells for whom he or she acts."""
    return frozenset(b.of(article.text).casefold() for b in member.bodies)


def _is_subject(member: Member, spans: Mapping[Span, Party]) -> bool:
    party = next((p for s, p in spans.items() if s.contains(member.mention)), None)
    slot = party.slot if party is not None else None
    return slot is not None and slot.preposition in (None, "у") and str(slot.case) in ("nom", "gen")
