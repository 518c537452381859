"""From a tagged document to its engagements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import zip_longest

from elshi.engagements.affiliation import affiliate, find_home
from elshi.engagements.article import Article
from elshi.engagements.confidence import describe, rate
from elshi.engagements.contents import Contents, read_contents
from elshi.engagements.drafts import Draft, draft_engagements
from elshi.engagements.joined_states import part_states
from elshi.engagements.journeys import with_whole_journeys
from elshi.engagements.lexicons import Lexicons, lexicons
from elshi.engagements.members import Member, Members, is_implied, participant
from elshi.engagements.occasions import with_celebrated
from elshi.engagements.parties import Code, Party, find_parties
from elshi.engagements.people import Cast
from elshi.engagements.place_names import PlaceNames
from elshi.engagements.places import PlaceReader
from elshi.engagements.postings import Postings
from elshi.engagements.scene_words import scene_words
from elshi.engagements.scenes import Scenes
from elshi.engagements.shared_posts import share_out
from elshi.engagements.sides import take_sides
from elshi.engagements.statements import Sayings
from elshi.engagements.whereabouts import Whereabouts
from elshi.engagements.whole_posts import complete_posts
from elshi.language.base import Anchor, Language, Sentence
from elshi.records import (
    Basis,
    Document,
    Engagement,
    EngagementType,
    EventDate,
    Evidence,
    Layout,
    Mention,
    Place,
    Sourced,
    Span,
    outermost,
)

__all__ = ["read_engagements", "read_topic_clues"]

LONGEST_AGO = 60  # days; what is older is history


def read_engagements(
    document: Document, layout: Layout, language: Language, sentences: Sequence[Sentence], mentions: Sequence[Mention], anchor: Anchor
) -> tuple[Engagement, ...]:
    """The engagements that a document reports, in reading order. `mentions` are ordered by start, then longest first."""
    return _assembler(document, layout, language, sentences, mentions, anchor).read()


def read_topic_clues(
    document: Document, layout: Layout, language: Language, sentences: Sequence[Sentence], mentions: Sequence[Mention], anchor: Anchor
) -> list[tuple[Engagement, list[tuple[str, frozenset[str]]]]]:
    """The engagements, each with the topics that words of the text may tell and the clues of those words; for fitting their weights."""
    assembler = _assembler(document, layout, language, sentences, mentions, anchor)
    found = assembler.read()
    told = [[(one.topic, clues) for one, clues in zip(c.told, c.clues, strict=True)] for c in assembler.contents]
    return list(zip(found, told, strict=True))


def _assembler(
    document: Document, layout: Layout, language: Language, sentences: Sequence[Sentence], mentions: Sequence[Mention], anchor: Anchor
) -> _Assembler:
    words = lexicons(language.code)
    parted = part_states(document.text, mentions, language.code)
    whole = complete_posts(sentences, parted, words)
    return _Assembler(Article(document, layout, language, tuple(sentences), whole, anchor), words)


class _Assembler:
    def __init__(self, article: Article, words: Lexicons) -> None:
        self.article, self.words = article, words
        self.parties: list[list[Party]] = [
            take_sides(article, s, share_out(article, s, find_parties(article, n, words), words), words)
            for n, s in enumerate(article.sentences)
        ]
        self.scene_words = scene_words(article.language.code)
        names = PlaceNames(article, words, self.scene_words)
        self.places, self.postings = PlaceReader(article, words, self.scene_words, names), Postings(article, names, self.scene_words)
        self.cast = Cast(article, self.parties, words)
        self.home = find_home(article, self.postings.of_dateline(), words)
        self.members = Members(article, self.cast, words, self.home)
        self.sayings = Sayings(article, self.parties, words)
        self.served: dict[tuple[str, str], tuple[Code, ...]] = {}
        self.guests: dict[str, set[tuple[str, str]]] = {}  # by state, whose journey to it was told
        self.contents: list[Contents] = []

    def read(self) -> tuple[Engagement, ...]:
        drafts = draft_engagements(self.article, self.parties, self.members, self.sayings, self.words)
        found: list[Engagement] = []
        kept: list[Draft] = []
        whereabouts = Whereabouts(self.article, self.parties, self.places, self.postings, self.scene_words, self.home)
        scenes = Scenes(self.article, self.parties, self.places, whereabouts, self.sayings, self.words, self.scene_words)
        for draft, following in zip_longest(drafts, drafts[1:]):
            date, place = scenes.read(draft, following)
            if self._is_past(date):
                continue
            kept.append(draft)
            found.append(self._engagement(draft, date, place))
        found = with_whole_journeys(self.article, kept, found, self.scene_words)
        self.contents = read_contents(self.article, kept, self.parties, self.members, self.sayings, self.words)
        return tuple(replace(e, **c.fields(), confidence=rate(describe(e))) for e, c in zip(found, self.contents, strict=True))

    def _is_past(self, date: EventDate) -> bool:
        """Whether a stated date lies so long before the document that it is told as background."""
        day = self.article.anchor.day
        if day is None or date.basis is not Basis.EXPLICIT or date.value is None:
            return False
        latest = (day - timedelta(days=LONGEST_AGO)).isoformat()
        return date.value[:10].split("/")[-1] < latest[: len(date.value[:10])]

    @staticmethod
    def _site(place: Place) -> Code | None:
        return Code(place.country.value, place.country.evidence.spans[0]) if place.country else None

    def _engagement(self, draft: Draft, date: EventDate, place: Place) -> Engagement:
        act = draft.act
        tokens = self.article.sentences[act.sentence].tokens
        trigger = Span(tokens[act.trigger.start].span.start, tokens[act.trigger.stop - 1].span.end)
        return Engagement(
            document=self.article.document.id,
            type=Sourced(EngagementType(draft.type), Evidence((trigger,), act.word.phrase)),
            status=Sourced(draft.status, Evidence((act.told_by,), "status")),
            evidence=outermost(draft.evidence),
            date=date,
            place=place,
            participants=tuple(participant(m) for m in self._affiliated(draft, place)),
        )

    def _affiliated(self, draft: Draft, place: Place) -> list[Member]:
        """The members with their states; whoever got one in an engagement told before keeps it."""
        known = [replace(m, codes=self.served.get(m.identity, ())) if not m.codes else m for m in draft.members]
        known = with_celebrated(self.article, draft, known, self.words)
        site = self._site(place)
        hosted = site is not None and any(m.identity in self.guests.get(site.code, ()) for m in known)
        served = affiliate(known, self.home, site, visit=draft.type == "visit", hosted=hosted)
        if draft.type == "visit" and site is not None:
            self.guests.setdefault(site.code, set()).update(m.identity for m in served)
        self.served |= {m.identity: m.codes for m in served if m.number is not None and m.codes}
        told = {m.identity for m in draft.members if m.codes}
        return [m for m in served if m.identity not in told or not is_implied(m, served)]
