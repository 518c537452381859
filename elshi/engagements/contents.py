"""What an engagement was about: topics, initiatives, statements and outcomes, from its own sentences and those that follow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from elshi.engagements.article import Article
from elshi.engagements.drafts import Draft
from elshi.engagements.initiatives import find_initiatives
from elshi.engagements.lexicons import Lexicons
from elshi.engagements.members import Member, Members
from elshi.engagements.outcomes import find_outcomes, is_next, is_retold
from elshi.engagements.parties import Party
from elshi.engagements.retellings import GATHERINGS
from elshi.engagements.speakers import Speakers
from elshi.engagements.speech import speech_words
from elshi.engagements.statements import Said, Sayings
from elshi.engagements.topic_choice import choose_topics
from elshi.engagements.topic_clues import Told, describe_told
from elshi.engagements.topics import TopicReader, unique
from elshi.records import Evidence, Outcome, OutcomeKind, ParticipantKind, Sourced, Span, Statement, Status

__all__ = ["Contents", "read_contents"]

# What a named person asks for or offers is an outcome, not a statement too.
BETWEEN = frozenset({"meeting", "talks", "call", "visit"})  # contacts in which who somebody is tells what ties are at stake
KINDS = GATHERINGS | {"talks", "call"}  # contacts that a word of their own tells
OPENING = 3  # tokens at a sentence's head that may go back to a contact
NOT_SAID = frozenset({OutcomeKind.INVITED, OutcomeKind.SIGNED, OutcomeKind.PROPOSED})


@dataclass(slots=True)
class Contents:
    """What has been found for one draft so far."""

    told: list[Told] = field(default_factory=list)
    clues: list[frozenset[str]] = field(default_factory=list)
    topics: list[Sourced[str]] = field(default_factory=list)
    initiatives: list[Sourced[str]] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)

    def fields(self) -> dict[str, Any]:
        """The engagement's fields."""
        return {
            "topics": unique(self.topics),
            "initiatives": unique(self.initiatives),
            "statements": tuple(self.statements),
            "outcomes": tuple(self.outcomes),
        }


class _ContentReader:
    def __init__(
        self,
        article: Article,
        drafts: Sequence[Draft],
        parties: Sequence[Sequence[Party]],
        members: Members,
        sayings: Sayings,
        lexicons: Lexicons,
    ) -> None:
        self.sayings = sayings
        self.article, self.drafts, self.parties, self.members, self.lexicons = article, drafts, parties, members, lexicons
        self.contents = [Contents() for _ in drafts]
        self.taking_part = [s for d in drafts for m in d.members for s in (m.mention, *m.posts)]
        self.topics = TopicReader(article)
        self.speakers = Speakers(article, drafts, parties, members)

    def read(self) -> list[Contents]:
        for number in range(len(self.article.sentences)):
            here = [i for i, d in enumerate(self.drafts) if number in d.scope]
            if here:
                self._read(number, self._about(number, here))
            elif told := [i for i, d in enumerate(self.drafts) if d.scope[-1] == number - 1]:
                self._read(number, told)
        self._choose_topics()
        self._posts()
        return self.contents

    def _about(self, number: int, here: list[int]) -> list[int]:
        """The drafts that a sentence speaks of: one that goes on about a counterpart of several belongs to the engagement with that one."""
        if any(self.drafts[i].act.sentence == number for i in here):
            return here
        returned = self._returned(number, here[-1])
        if returned is not None:
            return [returned]
        named = self._named(number, here)
        latest = self.drafts[here[-1]]
        start = max(0, here[-1] - 6)
        near = [i for i in range(start, here[-1] + 1) if self._side_by_side(self.drafts[i], latest)]
        shared = frozenset.intersection(*(self.drafts[i].identities for i in near)) if len(near) > 1 else frozenset()
        chosen = [i for i in near if (named - shared) & self.drafts[i].identities]
        return chosen if len(chosen) == 1 else here

    def _returned(self, number: int, latest: int) -> int | None:
        """The engagement told before the latest to which a sentence goes back by its kind: "During the talks …", «Форумның соңында …»."""
        head = self.article.sentences[number].tokens[:OPENING]
        kinds = {m.entry.type for m in self.lexicons.acts.all(head) if m.entry.noun and m.entry.type in KINDS}
        draft = self.drafts[latest]
        if len(kinds) != 1 or draft.type in kinds:
            return None
        near = [i for i in range(latest) if self.drafts[i].type in kinds and self.drafts[i].status == draft.status]
        close = [i for i in near if self.drafts[i].type in GATHERINGS or self._side_by_side(self.drafts[i], draft)]
        return close[-1] if close else None

    def _side_by_side(self, draft: Draft, latest: Draft) -> bool:
        sentences = self.article.sentences
        return draft.group == latest.group or sentences[draft.act.sentence].paragraph == sentences[latest.act.sentence].paragraph

    def _named(self, number: int, here: Sequence[int]) -> frozenset[tuple[str, str]]:
        members = (self.speakers.known(p, here) for p in self.parties[number] if "pronoun" not in p.roles)
        return frozenset(m.identity for m in members if m is not None and m.kind is not ParticipantKind.GROUP)

    def _read(self, number: int, here: list[int]) -> None:
        outcomes = self._outcomes(number, here)
        self._statements(number, here, outcomes)
        if self._is_history(number):
            return
        for index in here:
            region = self._region(number, index)
            self.contents[index].told += self.topics.find(number, region, self.taking_part)
            self.contents[index].initiatives += find_initiatives(self.article, number, region)

    def _is_history(self, number: int) -> bool:
        """Whether a sentence tells of a year gone by."""
        day = self.article.anchor.day
        return day is not None and any(d.value and d.value[:4] < str(day.year) for d in self.article.dates[number])

    def _choose_topics(self) -> None:
        """The topics whose words are sure enough by where they stand."""
        acts = Counter(n for n, _ in {(d.act.sentence, d.group) for d in self.drafts})
        crowded = frozenset(n for n, count in acts.items() if count > 1)
        for draft, contents in zip(self.drafts, self.contents, strict=True):
            contents.told = [self._placed(t, contents) for t in contents.told]
            contents.clues = describe_told(self.article, draft, contents.told, self.lexicons, crowded)
            contents.topics = choose_topics(contents.told, contents.clues)

    def _posts(self) -> None:
        """What the posts of those who take part tell: parliaments and regions for their ties; others for what they are in charge of, where
        the text tells no subject."""
        for draft, contents in zip(self.drafts, self.contents, strict=True):
            for member in draft.members:
                told = [t for p in self._described(member) for t in self.topics.find_subjects(self._sentence(p), p)]
                between = draft.type in BETWEEN
                contents.topics += [t for t in told if not contents.topics or (between and t.value == "parliamentary")]
                if between and "regional" in member.roles and member.posts:
                    contents.topics.append(Sourced("regional-cooperation", Evidence(member.posts, "post")))

    @staticmethod
    def _placed(told: Told, contents: Contents) -> Told:
        """The words with whether somebody said them and whether they are an outcome's."""
        spoken = any(s.quote.contains(told.span) for s in contents.statements)
        return replace(told, spoken=spoken, result=any(o.quote.contains(told.span) for o in contents.outcomes))

    @staticmethod
    def _described(member: Member) -> tuple[Span, ...]:
        return member.posts if member.number is not None else (member.mention,)

    def _sentence(self, span: Span) -> int:
        return next(n for n, s in enumerate(self.article.sentences) if s.span.contains(span))

    def _region(self, number: int, index: int) -> Span:
        """The part of a sentence that speaks of a draft: all of it unless other acts are told in it."""
        draft = self.drafts[index]
        told = {self.drafts[i].group for i in range(len(self.drafts)) if self.drafts[i].act.sentence == number}
        return draft.region if number == draft.act.sentence and len(told) > 1 else self.article.sentences[number].span

    def _outcomes(self, number: int, here: list[int]) -> list[Outcome]:
        found = [o for o in find_outcomes(self.article, number, self.parties[number], self.lexicons) if not self._is_act(o, number, here)]
        for outcome in found:
            known = self.contents[self._owner(outcome, number, here)].outcomes
            if not is_retold(outcome, self.article, number, known):
                known.append(outcome)
        return found

    def _owner(self, outcome: Outcome, number: int, here: list[int]) -> int:
        """The draft whose part of the sentence an outcome lies in, else the last that the sentence speaks of."""
        row = self._row(outcome, number, here)
        if row is not None:
            return row
        own = [i for i in here if self.drafts[i].act.sentence == number and self._region(number, i).overlaps(outcome.quote)]
        return own[-1] if own else here[-1]

    def _row(self, outcome: Outcome, number: int, here: list[int]) -> int | None:
        """The latest engagement of the same kind as the next one that the sentence tells of; None if it tells of none."""
        if not is_next(outcome, self.article, number):
            return None
        types = {m.entry.type for m in self.lexicons.acts.all(self.article.sentences[number].tokens)}
        alike = [i for i in range(here[-1] + 1) if self.drafts[i].type in types and self.drafts[i].status is Status.HELD]
        return alike[-1] if alike else None

    def _is_act(self, outcome: Outcome, number: int, here: list[int]) -> bool:
        """Whether an outcome is only the act itself told: a planned meeting is no planned step of its own."""
        for draft in (self.drafts[i] for i in here if self.drafts[i].act.sentence == number):
            planned = outcome.kind is OutcomeKind.PLANNED and draft.status is not Status.HELD
            if planned and draft.region.overlaps(outcome.quote):
                return True
        return False

    def _statements(self, number: int, here: list[int], outcomes: Sequence[Outcome]) -> None:
        for said in self.sayings.of(number):
            if any(o.kind in NOT_SAID and o.quote.start <= said.quote.start and o.quote.overlaps(said.quote) for o in outcomes):
                continue
            if self._is_message(said, number, here) or self._is_reception(said, number, here):
                continue
            found = self.speakers.find(said, here)
            if found is not None:
                speaker, index = found
                self.contents[index].statements.append(Statement(self._name(speaker, index), said.quote, said.rule))

    def _is_reception(self, said: Said, number: int, here: list[int]) -> bool:
        """Whether what is taken for speech is but the act itself: "welcomed his counterpart"."""
        acts = [self.drafts[i].act for i in here]
        tokens = self.article.sentences[number].tokens
        return any(a.sentence == number and a.word.frame.guests and tokens[a.trigger.start].span.start == said.quote.start for a in acts)

    def _is_message(self, said: Said, number: int, here: list[int]) -> bool:
        """Whether what is taken for speech is but the message, told with whom it is to: "congratulated President A on his election"."""
        drafts = [self.drafts[i] for i in here if self.drafts[i].act.sentence == number and self.drafts[i].type == "message"]
        if said.rule != "speech act" or not any(said.quote.contains(m.mention) for d in drafts for m in d.members):
            return False
        sentence = self.article.sentences[number]
        inside = sentence.indexes(said.quote)
        told = speech_words(self.article.language.code).verbs.longest(sentence.tokens[inside.start : inside.stop])
        return len(told) < 2  # "congratulated A and voiced the hope that …"

    def _name(self, speaker: Member, index: int) -> str:
        """The speaker's name as the participant has it."""
        return next((m.name for m in self.drafts[index].members if m.identity == speaker.identity), speaker.name)


def read_contents(
    article: Article,
    drafts: Sequence[Draft],
    parties: Sequence[Sequence[Party]],
    members: Members,
    sayings: Sayings,
    lexicons: Lexicons,
) -> list[Contents]:
    """What each draft's sentences say of its topics, initiatives, statements and outcomes, in the order of the drafts."""
    return _ContentReader(article, drafts, parties, members, sayings, lexicons).read()
