"""Whom a subject means that stands for several told of before: "they", "the delegation"."""

from __future__ import annotations

from collections.abc import Sequence

from elshi.engagements.acts import Act
from elshi.engagements.article import Article
from elshi.engagements.lexicons import Lexicons
from elshi.engagements.members import Member
from elshi.engagements.parties import Party
from elshi.engagements.retellings import Draft
from elshi.language.base import Case, Token
from elshi.records import ParticipantKind, Span

__all__ = ["are_meant_before", "is_anonymous", "lemmas_in", "means_all", "with_groups_before", "with_travellers"]

MANY = frozenset({ParticipantKind.GROUP, ParticipantKind.ORGANIZATION})
NEXT = 2  # sentences in which a word may mean a group told of


def are_meant_before(article: Article, act: Act, members: Sequence[Member], drafts: Sequence[Draft], lexicons: Lexicons) -> list[Member]:
    """The members of an act with those whom its subject means beside them: the group or the several who were the subject before, or the
    delegation on a journey; none where it means nobody."""
    if not members or not drafts or drafts[-1].act.sentence == act.sentence:
        return []
    meant: list[Member] = []
    if any(_is_they(article, p, lexicons) for p in act.parties if _is_subject(p) or (act.word.frame.guests and p.slot.case == Case.ACC)):
        meant = _on_journey(article, drafts[-1], lexicons) or _subjects(drafts[-1])
        meant = meant if len(meant) > 1 or any(m.kind in MANY for m in meant) else []
    elif _is_delegation(article, act, lexicons):
        meant = _delegates(article, drafts, lexicons) or _travellers(drafts)
    elif guests := [p for p in act.parties if is_anonymous(article, p, lexicons)]:
        meant = [] if any(m.kind is not ParticipantKind.PERSON and not _are_these(m, guests) for m in members) else _travellers(drafts)
        members = [m for m in members if not _are_these(m, guests)] if meant else members
    return [*meant, *members] if meant and not {m.identity for m in meant} & {m.identity for m in members} else []


def with_travellers(article: Article, act: Act, members: Sequence[Member], drafts: Sequence[Draft], lexicons: Lexicons) -> list[Member]:
    """The members of an act, the guests of a state ("the Kyrgyz guests") with those of it whose journey was told in their place."""
    journey = max((d for d in drafts if d.type == "visit"), key=lambda d: len(d.members), default=None)
    people = [m for m in journey.members if m.number is not None] if journey is not None else []
    guests = [p for p in act.parties if _are_guests(article, p, lexicons)] if len(people) > 1 else []
    found: list[Member] = []
    for member in members:
        own = {c.code for p in guests for c in p.codes if p.span.contains(member.mention)}
        named = any(m.codes for m in people) and all({c.code for c in m.codes} <= own for m in people)
        found += [m for m in people if m not in found] if own and named else [member]
    return found


def _are_guests(article: Article, party: Party, lexicons: Lexicons) -> bool:
    """Whether a group is called by its state and a word that says nothing of who they are."""
    tokens = article.sentences[party.sentence].tokens[party.phrase.start : party.phrase.stop]
    words = [t for t in tokens if t.is_word and t.lower not in lexicons.articles]
    named = party.kind is ParticipantKind.GROUP and bool(party.codes) and len(words) == 2
    return named and bool(lexicons.anonymous.all(words[1:]))


def with_groups_before(article: Article, act: Act, members: Sequence[Member], drafts: Sequence[Draft], lexicons: Lexicons) -> list[Member]:
    """The members of an act, a group called by one word that the group of the engagement told right before is called by, or the posts of
    several of its people, as these: "received the envoys of A and B. The president told the envoys …"."""
    before = drafts[-1] if drafts and act.sentence - drafts[-1].scope[-1] <= NEXT and drafts[-1].act.sentence < act.sentence else None
    bare = {p.span: _words_of(article, p, lexicons) for p in act.parties if p.kind is ParticipantKind.GROUP and not p.codes}
    found: list[Member] = []
    for member in members:
        words = next((w for s, w in bare.items() if s.contains(member.mention)), ())
        meant = _called(article, words[0], before) if before is not None and len(words) == 1 else []
        found += [m for m in meant or [member] if m.identity not in {f.identity for f in found}]
    return found


def _called(article: Article, word: Token, before: Draft) -> list[Member]:
    """The group of an engagement, else its several people, whom a word in the plural can mean."""
    lemmas = {r.lemma for r in word.readings if r.number == "plur"}
    groups = [m for m in before.members if m.kind is ParticipantKind.GROUP and m.codes]
    fitting = [m for m in groups if lemmas & lemmas_in(article, m.mention)]
    if len(fitting) == 1:
        return fitting
    posted = [m for m in before.members if m.number is not None and any(lemmas & lemmas_in(article, s) for s in m.posts)]
    return posted if len(posted) > 1 and not groups else []


def lemmas_in(article: Article, span: Span) -> frozenset[str]:
    """The lemmas of all words of a span."""
    sentence = next((s for s in article.sentences if s.span.contains(span)), None)
    return frozenset().union(*(sentence.tokens[i].lemmas() for i in sentence.indexes(span))) if sentence is not None else frozenset()


def _words_of(article: Article, party: Party, lexicons: Lexicons) -> list[Token]:
    tokens = article.sentences[party.sentence].tokens[party.phrase.start : party.phrase.stop]
    return [t for t in tokens if t.is_word and t.lower not in lexicons.articles]


def _are_these(member: Member, parties: Sequence[Party]) -> bool:
    return any(p.span.contains(member.mention) for p in parties)


def _travellers(drafts: Sequence[Draft]) -> list[Member]:
    """The several people whose journey was told last, none of them as its leader."""
    journey = next((d for d in reversed(drafts) if d.type == "visit"), None)
    people = [m for m in journey.members if m.kind is ParticipantKind.PERSON] if journey is not None else []
    return people if len(people) > 1 and not any("leader" in m.roles for m in people) else []


def _is_subject(party: Party) -> bool:
    return party.slot.case == Case.NOM and party.slot.preposition is None


def _is_they(article: Article, party: Party, lexicons: Lexicons) -> bool:
    """Whether a party is a plural pronoun, or another word for all those told of before."""
    tokens = article.sentences[party.sentence].tokens[party.phrase.start : party.phrase.stop]
    matches = lexicons.together.all(tokens)
    whole = bool(matches) and matches[0].end - matches[0].start == len(tokens)
    return party.name is None and not party.codes and (whole or "both" in party.roles)


def _subjects(draft: Draft) -> list[Member]:
    """The members of a draft that were the subject of its sentence, or the several whom its subject received; else the group that it
    begins with."""
    told = [p for p in draft.parties if _is_subject(p)]
    found = [m for m in draft.members if any(p.span.contains(m.mention) for p in told)]
    others = [m for m in draft.members if m not in found]
    if draft.act.word.frame.guests and len(found) == 1 < len(others):
        return others
    return found or [m for m in draft.members[:1] if m.kind in MANY]


def _is_delegation(article: Article, act: Act, lexicons: Lexicons) -> bool:
    """Whether a bare word for those on a journey is the subject of an act, or the guest of one: "the delegation met with A", «делегацию
    принял A»."""
    tokens = article.sentences[act.sentence].tokens
    led = any(_is_subject(p) for p in act.parties)
    for index in act.region:
        if not tokens[index].lemmas() & lexicons.delegations or not _stands_alone(tokens, index, lexicons):
            continue
        if any(index in range(p.phrase.start, p.phrase.stop) for p in act.parties):
            continue
        english, cases = lexicons.name_after_comma, {r.case for r in tokens[index].readings}
        subject = index < act.trigger.start and (english or Case.NOM in cases)
        guest = act.word.frame.guests and (led if english else bool(cases & {Case.NOM, Case.ACC}))
        if (subject and not led) or guest:
            return True
    return False


def _stands_alone(tokens: Sequence[Token], index: int, lexicons: Lexicons) -> bool:
    """Whether a noun has neither an attribute nor a complement: of English ones one with the article alone."""
    before, after = tokens[index - 1] if index else None, tokens[index + 1] if index + 1 < len(tokens) else None
    if lexicons.name_after_comma:
        return before is not None and before.lower == "the" and (after is None or after.lower not in ("of", "led", "headed"))
    own = before.readings[:1] if before is not None else ()
    if any(
        r.part in ("ADJ", "PART") or (lexicons.state_first and r.part in ("NOUN", "NAME") and r.case in (Case.NOM, Case.GEN)) for r in own
    ):
        return False
    behind = after.readings[:1] if after is not None else ()
    return lexicons.state_first or not any(r.part in ("NOUN", "NAME", "ADJ", "PREP") for r in behind)


def _delegates(article: Article, drafts: Sequence[Draft], lexicons: Lexicons) -> list[Member]:
    """Who leads the delegation told of last, else the delegation; with all those who are said to be on its journey."""
    for draft in reversed(drafts):
        if on_journey := _on_journey(article, draft, lexicons):
            return on_journey
        for member in draft.members:
            words = member.mention.of(article.text).casefold()
            if "leader" in member.roles or (member.kind in MANY and any(w in words for w in lexicons.delegations)):
                journeys = (_on_journey(article, d, lexicons) for d in drafts)
                return next((people for people in journeys if member.identity in {m.identity for m in people}), [member])
    return []


def _on_journey(article: Article, draft: Draft, lexicons: Lexicons) -> list[Member]:
    """The people of a delegation whose journey a draft tells."""
    tokens = article.sentences[draft.act.sentence].tokens
    told = draft.type == "visit" and any(tokens[i].lemmas() & lexicons.delegations for i in draft.act.region)
    return [m for m in draft.members if m.kind is ParticipantKind.PERSON] if told else []


def is_anonymous(article: Article, party: Party, lexicons: Lexicons) -> bool:
    """Whether a group has only a word that says nothing of who they are: "the guests"."""
    if party.kind is not ParticipantKind.GROUP or party.codes or party.name is not None:
        return False
    tokens = [t for t in article.sentences[party.sentence].tokens[party.phrase.start : party.phrase.stop] if t.is_word]
    return len(tokens) == 1 and bool(lexicons.anonymous.all(tokens))


def means_all(article: Article, party: Party, lexicons: Lexicons) -> bool:
    """Whether a party is only a word for all those told of before."""
    row = article.sentences[party.sentence].tokens
    counted = party.phrase.start > 0 and row[party.phrase.start - 1].lower in ("two", "three", "four", "both")
    tokens = row[party.phrase.start - counted : party.phrase.stop]
    matches = lexicons.together.all(tokens)
    return party.name is None and not party.codes and bool(matches) and matches[0].end - matches[0].start == len(tokens)
