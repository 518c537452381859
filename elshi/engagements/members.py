"""From parties to participants: who is meant, in what capacity, for whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from elshi.engagements.article import Article
from elshi.engagements.lexicons import Lexicons
from elshi.engagements.parties import Code, Party
from elshi.engagements.people import Cast, Person
from elshi.language.base import Case, Token
from elshi.records import Evidence, Participant, ParticipantKind, Sourced, Span

__all__ = ["ENVOYS", "STATE_ROLES", "Member", "Members", "are_of_one", "is_implied", "is_own", "participant"]

ENVOYS = frozenset({"ambassador", "consul", "diplomat"})
STATE_ROLES = ENVOYS | {"head-of-state", "head-of-government", "minister", "deputy-minister", "parliament", "regional"}


@dataclass(frozen=True, slots=True)
class Member:
    """A participant in the making. `number` is the person's in the cast, None for a body, a group or an office."""

    kind: ParticipantKind
    name: str
    named: Span
    mention: Span
    number: int | None = None
    capacity: str | None = None
    posts: tuple[Span, ...] = ()
    codes: tuple[Code, ...] = ()
    hosts: tuple[Code, ...] = ()
    cities: tuple[Span, ...] = ()
    bodies: tuple[Span, ...] = ()
    roles: frozenset[str] = frozenset()
    rule: str = "named"

    @property
    def identity(self) -> tuple[str, str]:
        """Equal for two members of one document that are the same."""
        return ("person", str(self.number)) if self.number is not None else (self.kind.value, self.name.casefold())


class Members:
    """Makes members of the parties of one document, in reading order."""

    def __init__(self, article: Article, cast: Cast, lexicons: Lexicons, home: Code | None) -> None:
        self._article, self._cast, self._lexicons, self._home = article, cast, lexicons, home
        self.known: dict[Span, Member | None] = {}

    @property
    def home(self) -> str | None:
        """The code of the state that the document speaks for."""
        return self._home.code if self._home else None

    def of(self, parties: Sequence[Party]) -> list[Member]:
        """The members that the parties of one act are, each once; who cannot be told is left out."""
        found: dict[tuple[str, str], Member] = {}
        named = [(p.phrase.start, self._cast.number_of(p)) for p in parties if p.name is not None]
        for party in parties:
            goes_on = "pronoun" in party.roles and party.slot.case == Case.NOM and party.slot.preposition is None
            others = [n for at, n in named if not goes_on or at > party.phrase.start]  # "A leaves for Oslo, where she …"
            member = self.known[party.span] if party.span in self.known else self._member(party, others)
            self.known[party.span] = member
            if member is not None and member.identity not in found:
                found[member.identity] = member
        return self._counterparts(list(found.values()))

    def _member(self, party: Party, others: Sequence[int]) -> Member | None:
        person = self._cast.resolve(party, others, self.home)
        if person is not None:
            self._cast.note(person)
            return self._person(person, party)
        if party.kind is ParticipantKind.OFFICE:
            return self._office(party) if self._cast.is_office(party) else None
        if party.kind is ParticipantKind.PERSON:
            return None
        return self._body(party)

    def _person(self, person: Person, party: Party) -> Member:
        return Member(
            kind=ParticipantKind.PERSON,
            name=person.name,
            named=person.named,
            mention=self._cast.name_span(party),
            number=person.number,
            capacity=person.capacity,
            posts=person.posts,
            codes=person.codes,
            hosts=person.hosts,
            cities=person.cities,
            bodies=person.bodies,
            roles=person.roles | party.roles,
            rule="named" if party.name is not None else "reference",
        )

    def _office(self, party: Party) -> Member:
        return replace(self._body(party), kind=ParticipantKind.OFFICE, rule="office")

    def _body(self, party: Party) -> Member:
        tokens = self._article.sentences[party.sentence].tokens[party.phrase.start : party.phrase.stop]
        shared = self._article.sentences[party.sentence].tokens[party.common.start : party.common.stop]
        whole = [*tokens, *shared] if self._lexicons.state_first else [*shared, *tokens]
        name = self._article.language.nominative(whole, party.slot)
        first = tokens[0]
        if party.phrase.start == 0 and self._is_common(party, first):
            name = name[:1].lower() + name[1:]
        return Member(
            kind=party.kind,
            name=name,
            named=party.span,
            mention=party.span,
            codes=party.codes,
            hosts=party.hosts,
            cities=party.cities,
            roles=party.roles | {"attached"} if party.bodies and party.kind is ParticipantKind.GROUP else party.roles,
            rule=party.kind.value,
        )

    @staticmethod
    def _is_common(party: Party, first: Token) -> bool:
        """Whether a phrase that opens a sentence begins with a common word, whose capital is the sentence's."""
        common = "body" in party.roles or party.kind is ParticipantKind.GROUP
        return common and not first.text[1:2].isupper() and not any(c.span.contains(first.span) for c in party.codes)

    def _counterparts(self, members: list[Member]) -> list[Member]:
        """A counterpart has the post of the one whose counterpart he or she is."""
        for place, member in enumerate(members):
            if "counterpart" not in member.roles or member.number is None:
                continue
            model = self._model(member, members)
            if model is not None:
                known = self._cast.people[member.number]
                roles = (known.roles | model.roles) - {"counterpart"}
                posts = (*known.posts, *model.posts)
                self._cast.describe(known, capacity=model.capacity, posts=posts, roles=roles, lemmas=known.lemmas | model.lemmas)
                members[place] = replace(member, capacity=model.capacity, posts=posts, roles=member.roles | model.roles)
        return members

    def _model(self, member: Member, members: list[Member]) -> Person | None:
        """Whose counterpart it is: the first person of the act who is none, else the person named last before."""
        earlier = [m for m in members if m.mention.start < member.mention.start and "counterpart" not in m.roles]
        others = [m.number for m in earlier if m.number is not None]
        alike = [m for m in members if m.number is not None and "counterpart" in m.roles]
        own = alike.index(member) if member in alike and len(alike) == len(others) else 0  # "A and B met their counterparts, C and D"
        numbers = [*others[own : own + 1], *self._cast.before(member.mention.start)]
        people = [self._cast.people[n] for n in numbers if n is not None and n != member.number]
        return next((p for p in people if p.capacity and "counterpart" not in p.roles), None)


def is_implied(member: Member, members: Sequence[Member]) -> bool:
    """Whether a member is a body of which, or of whose states, somebody is named."""
    served = {c.code for m in members if m.kind is ParticipantKind.PERSON for c in m.codes}
    own = {c.code for c in member.codes}
    return member.kind is ParticipantKind.ORGANIZATION and bool(own) and own <= served


def are_of_one(members: Sequence[Member]) -> bool:
    """Whether several people are told to serve one and the same state."""
    served = {frozenset(c.code for c in m.codes) for m in members}
    return len(served) == 1 and frozenset() not in served and all(m.number is not None for m in members)


def is_own(crowd: Member, own: set[str]) -> bool:
    """Whether a group are citizens or the diaspora of those who meet them; `own` are the codes of these."""
    codes = {c.code for c in crowd.codes}
    return bool(codes & own) or ("community" in crowd.roles and not codes)


def participant(member: Member) -> Participant:
    """The record of a member."""
    capacity = Sourced(member.capacity, Evidence(member.posts or (member.mention,), "post")) if member.capacity else None
    represents = tuple(Sourced(c.code, Evidence((c.span,), "affiliation")) for c in {c.code: c for c in reversed(member.codes)}.values())
    return Participant(
        kind=member.kind,
        name=Sourced(member.name, Evidence((member.named,), member.rule)),
        mention=member.mention,
        capacity=capacity,
        represents=tuple(reversed(represents)),
    )
