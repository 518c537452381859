"""The running where and when of a document: what its sentences say of place and day holds for the acts told next."""

from __future__ import annotations

from collections.abc import Sequence

from elshi.engagements.article import Article
from elshi.engagements.drafts import Draft
from elshi.engagements.durations import DurationReader
from elshi.engagements.lexicons import Lexicons
from elshi.engagements.moments import MomentReader, fallback_date
from elshi.engagements.outcomes import outcome_words
from elshi.engagements.parties import Party
from elshi.engagements.places import PlaceReader
from elshi.engagements.retellings import GATHERINGS
from elshi.engagements.scene_words import SceneWords
from elshi.engagements.statements import Sayings
from elshi.engagements.tellings import valued_start
from elshi.engagements.whereabouts import HEAD, Whereabouts, refine
from elshi.language.base import Sentence
from elshi.records import Basis, EventDate, Evidence, ParticipantKind, Place, Span, Status

__all__ = ["Scenes"]

LASTING = frozenset({"visit", "conference", "talks"})
SHORT, BESIDE = 12, 2  # tokens of a sentence that tells no more than when; tokens behind an act's word that tell where it is
TO_COME = frozenset({"agreed", "proposed", "invited"})  # outcomes that tell of no journey made
UNTOLD = EventDate(None, Basis.NONE, Evidence((), "no date"))


class Scenes:
    """Reads the drafts of one document in their order; each leaves its place and day to those that follow from it."""

    def __init__(
        self,
        article: Article,
        parties: Sequence[Sequence[Party]],
        places: PlaceReader,
        whereabouts: Whereabouts,
        sayings: Sayings,
        lexicons: Lexicons,
        words: SceneWords,
    ) -> None:
        self._article, self._parties, self._places, self._words = article, parties, places, words
        self._lexicons, self._whereabouts, self._sayings = lexicons, whereabouts, sayings
        self._moments = MomentReader(article, words, lexicons.state_first)
        self._durations = DurationReader(article, words, lexicons.state_first)
        self._outcomes = outcome_words(article.language.code)
        self._at = 0
        self._gap = Span(0, 0)
        self._before: EventDate | None = None
        self._paragraph = -1
        self._previous: Draft | None = None
        self._told: EventDate | None = None
        self._dated: EventDate | None = None  # what the act before is told to be of
        self._acted = False  # whether the day of the scene is that of an act
        self._trip: EventDate | None = None
        self._scene: dict[bool, tuple[EventDate | None, Place | None]] = {}
        self._legs: dict[str, EventDate] = {}
        self._period: EventDate | None = None

    def read(self, draft: Draft, following: Draft | None) -> tuple[EventDate, Place]:
        """The date and the place of the next draft."""
        self._advance(draft)
        if (stage := self._stage(draft)) is not None:
            return stage
        clause = self._clause(draft)
        follow_up = self._follow_up(draft, following)
        place = self._whereabouts.of(draft, clause, follow_up, self._known(draft)[1])
        date = self._date_of(draft, clause, follow_up, place)
        self._remember(draft, date, place)
        return date, place

    def _stage(self, draft: Draft) -> tuple[EventDate, Place] | None:
        """The days and the place of a draft that is one stage of a journey; what follows finds all of them."""
        if draft.leg is None:
            return None
        self._note_legs(draft.act.sentence, self._article.sentences[draft.act.sentence].span)
        found = self._places.names.place_at(draft.leg.place)
        self._previous = draft
        return (self._moments.dated(draft.leg.days), found.place() if found is not None else Place())

    # The scene: what is told before the draft.

    def _advance(self, draft: Draft) -> None:
        """Take in what stands between the draft before and this one."""
        ahead = None
        if self._leaves(draft):
            self._scene.clear()
            self._at = max(self._at, self._end_of_paragraph())
        for number, sentence in enumerate(self._article.sentences[: draft.act.sentence + 1]):
            start, end = max(self._at, sentence.span.start), min(draft.region.start, sentence.span.end)
            if end <= start:
                continue
            if sentence.paragraph != self._paragraph:
                self._enter(sentence.paragraph)
            ahead = self._told if number == draft.act.sentence else None
            self._take_in(number, Span(start, end))
        self._before = ahead or self._told
        if self._article.sentences[draft.act.sentence].paragraph != self._paragraph:
            self._enter(self._article.sentences[draft.act.sentence].paragraph)
        start = self._article.sentences[draft.act.sentence].span.start
        self._gap = Span(min(max(self._at, start), draft.region.start), draft.region.start)
        self._at = max(self._at, draft.region.start)

    def _end_of_paragraph(self) -> int:
        """Where the paragraph of the draft before ends."""
        sentences, before = self._article.sentences, self._previous
        own = sentences[before.act.sentence].paragraph if before is not None else -1
        return max((s.span.end for s in sentences if s.paragraph == own), default=0)

    def _enter(self, paragraph: int) -> None:
        """A paragraph may stand under the name of its city."""
        self._paragraph = paragraph
        first = self._first(paragraph)
        heading = self._places.names.heading(first) if first else None
        if heading is not None:
            self._scene = dict.fromkeys((True, False), (None, heading))

    def _first(self, paragraph: int) -> Sentence | None:
        return next((s for s in self._article.sentences if s.paragraph == paragraph), None)

    def _leaves(self, draft: Draft) -> bool:
        """Whether a draft in a new paragraph leaves the scene: it does not go on, neither about the same people nor by its first words."""
        paragraph = self._article.sentences[draft.act.sentence].paragraph
        first = self._first(paragraph)
        if paragraph == self._paragraph or first is None or self._previous is None:
            return False
        goes_on = any(m.start == 0 for m in self._words.goes_on.all(first.tokens[:4]))
        return not goes_on and not self._previous.identities & draft.identities and not self._is_of_journey(draft)

    def _is_of_journey(self, draft: Draft) -> bool:
        """Whether a group is of the state of those whose journey was told before: "A delegation led by A came … The deputies …"."""
        before = self._previous
        if before is None or before.type != "visit" or not any("leader" in m.roles for m in before.members):
            return False
        states = {c.code for m in before.members for c in m.codes}
        return any(m.kind is not ParticipantKind.PERSON and states & {c.code for c in m.codes} for m in draft.members)

    def _take_in(self, number: int, stretch: Span) -> None:
        """What a sentence without an act of its own says of where and when; one that tells what somebody said says nothing of it."""
        sentence = self._article.sentences[number]
        self._note_legs(number, stretch)
        if self._is_told(number, stretch):
            return
        moved = None if self._words.invites.all(sentence.tokens) else self._places.destination(number, stretch)
        head = self._head(sentence, stretch)
        place = moved or self._places.stated(number, head, self._parties[number]) or self._beside_act(number, stretch)
        telling = moved is not None or bool(self._lexicons.acts.all(sentence.tokens))
        date = self._moments.stated(number, stretch if telling else head, self._told, self._trip)
        date = date or self._moments.followed(number, self._told)
        stays = self._durations.stays(number)
        if date is not None and moved is None and not stays and self._is_wide(date):
            self._period = self._period or (date if self._sums_up(number) else None)
            date = None
        come = not self._lexicons.planned.all(sentence.tokens) and (date is None or self._is_past(date))
        self._set(come, date, place)
        self._acted = self._acted and date is None
        if date is not None and come:
            self._told = date
            if (moved is not None or stays) and self._is_wide(date):
                self._start(date)

    def _sums_up(self, number: int) -> bool:
        """Whether a sentence ahead of all engagements tells that much took place in a time: "this week the embassies held a number of
        events"."""
        opening = self._previous is None and not self._article.layout.dateline_date
        return opening and bool(self._lexicons.light.all(self._article.sentences[number].tokens))

    def _beside_act(self, number: int, stretch: Span) -> Place | None:
        """Where a sentence that only announces acts says that they are: "held a series of meetings in Porto"."""
        sentence = self._article.sentences[number]
        for match in self._lexicons.acts.all(sentence.tokens):
            last = min(match.end + BESIDE, len(sentence.tokens)) - 1
            near = Span(sentence.tokens[match.start].span.start, sentence.tokens[last].span.end)
            if match.entry.noun and stretch.contains(near) and (place := self._places.stated(number, near, self._parties[number])):
                return place
        return None

    def _is_told(self, number: int, stretch: Span) -> bool:
        """Whether a sentence quotes, or says what somebody said or what was agreed: it does not set the scene."""
        quoted = any(q.overlaps(stretch) for q in self._article.quotes[number])
        agreed = any(m.entry in TO_COME for m in self._outcomes.all(self._article.sentences[number].tokens))
        said = (s for s in self._sayings.of(number) if s.speaker is None or s.speaker.kind is not ParticipantKind.ORGANIZATION)
        return quoted or agreed or any(said)  # an agency only brings the news

    def _start(self, trip: EventDate) -> None:
        self._trip = trip
        self._moments.journeys.add(trip.value or "")

    def _set(self, come: bool, date: EventDate | None, place: Place | None) -> None:
        known_date, known_place = self._scene.get(come, (None, None))
        if place is not None and place.country is not None:
            known_place = refine(place, known_place)
        self._scene[come] = (date or known_date, known_place)

    def _known(self, draft: Draft) -> tuple[EventDate | None, Place | None]:
        """The scene of the draft: what is held follows on what was held, what is planned on what is planned or else held."""
        held = self._scene.get(True, (None, None))
        if draft.status is Status.HELD:
            return held
        planned = self._scene.get(False, (None, None))
        if draft.status is Status.CANCELLED:
            return (planned[0], held[1])
        return (planned[0], planned[1] or held[1])

    def _is_past(self, date: EventDate) -> bool:
        """Whether a date is not after the document."""
        day = self._article.anchor.day
        return day is None or date.value is None or date.value.split("/")[0] <= day.isoformat()

    def _head(self, sentence: Sentence, stretch: Span) -> Span:
        inside = sentence.indexes(stretch)
        last = min(inside.stop, inside.start + HEAD)
        return Span(stretch.start, min(stretch.end, sentence.tokens[last - 1].span.end)) if last > inside.start else stretch

    def _note_legs(self, number: int, stretch: Span) -> None:
        """Days in brackets after a state: "to Ghana (4-5 May) and Tanzania (6-8 May)"."""
        sentence = self._article.sentences[number]
        for expression in self._article.dates[number]:
            first = sentence.indexes(expression.span).start
            if not stretch.contains(expression.span) or not expression.value or first < 2 or sentence.tokens[first - 1].text != "(":
                continue
            place = self._places.names.named_at(sentence, first - 2)
            if place is not None and place.country is not None:
                leg = self._moments.dated(expression)
                self._legs[place.country.value] = leg
                self._moments.journeys.add(leg.value or "")

    def _clause(self, draft: Draft) -> Span:
        """The draft's region up to where its own clause ends; what follows is told by others or of others."""
        sentence = self._article.sentences[draft.act.sentence]
        if draft.act.back and self._lexicons.state_first:
            return Span(draft.region.start, self._trigger(draft).end)
        stop, valued = sentence.indexes(draft.region).stop, valued_start(sentence, self._lexicons)
        for index in range(draft.act.trigger.stop, stop):
            token = sentence.tokens[index]
            relative = token.lower == "that" and index + 1 < stop and self._is_verb(sentence, index + 1)  # "the trip that was due on"
            if (token.lower in self._lexicons.complement and not relative) or token.text == ";" or index == valued:
                return Span(draft.region.start, token.span.start)
            if self._lexicons.state_first and (not draft.act.word.noun or self._is_verb(sentence, index)):
                return Span(draft.region.start, token.span.end)
        return draft.region

    def _is_verb(self, sentence: Sentence, index: int) -> bool:
        return any(r.part in ("VERB", "CONV") for r in sentence.tokens[index].readings[:1])

    def _follow_up(self, draft: Draft, following: Draft | None) -> list[int]:
        """The sentences that go on about the act, up to the next act: those that name an act again, and the one right after."""
        after = draft.act.sentence + 1
        sentences = self._article.sentences
        limit = following.act.sentence if following else len(sentences)
        last = sentences[draft.act.sentence].paragraph
        return [
            n
            for n in range(after, min(limit, after + 4))
            if sentences[n].paragraph - last <= 1
            and (self._lexicons.acts.all(sentences[n].tokens) or (sentences[n].paragraph == last and n == after))
        ]

    def _date_of(self, draft: Draft, clause: Span, follow_up: Sequence[int], place: Place) -> EventDate:
        number, trigger = draft.act.sentence, self._trigger(draft)
        known = self._before or fallback_date(self._article)
        status = self._certain_status(draft)
        stated = self._moments.stated(number, clause, known, self._trip, status, trigger)
        for lead in self._leads(number, draft.region):
            stated = stated or self._again(self._moments.stated(number, lead, known, self._trip, status, trigger))
        told = self._whole(draft, clause, follow_up, stated) or stated
        if told is not None:
            return told
        for next_number in follow_up:
            found = self._moments.followed(next_number, known) or self._formerly(draft, next_number, known)
            if found is not None:
                return found
        later = self._told_later(draft, known)
        if later is not None:
            return later
        carried = self._trip if self._in_course(draft) else self._carried_date(draft, place)
        if carried is not None and not self._is_wide(carried) and self._is_perfect(draft):
            return fallback_date(self._article)
        return carried or ((self._period or fallback_date(self._article)) if draft.status is Status.HELD else UNTOLD)

    def _again(self, found: EventDate | None) -> EventDate | None:
        """A day counted from another, which the act before in the sentence has: it is not counted once more."""
        same = found is not None and self._dated is not None and found.evidence.spans == self._dated.evidence.spans
        return self._dated if same else found

    def _told_later(self, draft: Draft, known: EventDate) -> EventDate | None:
        """The day that a short paragraph further on gives a gathering by its kind: "The session took place on 18 November"."""
        sentences = self._article.sentences
        for number in range(draft.act.sentence + 1, len(sentences) if draft.type in GATHERINGS | {"talks"} else 0):
            tokens = sentences[number].tokens
            opens = sentences[number].paragraph != sentences[number - 1].paragraph and len(tokens) <= SHORT
            if opens and not any(p.name for p in self._parties[number]):
                named = {m.entry.type for m in self._lexicons.acts.all(tokens) if m.entry.noun and m.start < BESIDE}
                found = self._moments.followed(number, known) if draft.type in named else None
                if found is not None:
                    return found
        return None

    def _in_course(self, draft: Draft) -> bool:
        """Whether an act is told to be at some time of the journey, of which the days are known: "during the visit he also met …"."""
        head = self._article.sentences[draft.act.sentence].tokens[:HEAD]
        return self._trip is not None and draft.status is Status.HELD and any(m.start <= 1 for m in self._words.course.all(head))

    def _formerly(self, draft: Draft, number: int, known: EventDate | None) -> EventDate | None:
        """The day for which what fell through had been meant, told in the sentence after: "It was to begin on 6 October"."""
        if draft.status is not Status.CANCELLED or not self._lexicons.formerly.all(self._article.sentences[number].tokens):
            return None
        return self._moments.stated(number, self._article.sentences[number].span, known, self._trip, Status.CANCELLED)

    def _whole(self, draft: Draft, clause: Span, follow_up: Sequence[int], stated: EventDate | None) -> EventDate | None:
        """All the days of a journey or gathering, where more is told than one of them."""
        number = draft.act.sentence
        if draft.type == "visit":
            found = self._moments.whole(number, clause) or self._durations.of_journey(number, draft.region, follow_up, stated)
            if found is not None:
                return found
        lasts = draft.type in LASTING and stated is not None
        return self._durations.of_days(number, clause, follow_up, stated, draft.status) if lasts and stated is not None else None

    def _is_perfect(self, draft: Draft) -> bool:
        """Whether an act is told as one that has happened at some time, not as the next of a row: "has also written to"."""
        at = draft.act.trigger.start
        return any(t.lower in self._words.perfect for t in self._article.sentences[draft.act.sentence].tokens[max(0, at - 3) : at])

    def _leads(self, number: int, region: Span) -> tuple[Span, Span, Span]:
        """What stands before the region in its sentence: right before it, since the act before, and all of it."""
        sentence = self._article.sentences[number]
        last = sentence.indexes(Span(sentence.span.start, region.start)).stop
        tail = sentence.tokens[max(0, last - HEAD)].span.start if last else region.start
        return (Span(min(tail, region.start), region.start), self._gap, Span(sentence.span.start, region.start))

    def _certain_status(self, draft: Draft) -> Status | None:
        """The draft's status; None where its sentence speaks of plans or of what fell through."""
        tokens = self._article.sentences[draft.act.sentence].tokens
        open_ended = draft.status is Status.HELD and (self._lexicons.planned.all(tokens) or self._lexicons.cancelled.all(tokens))
        return None if open_ended else draft.status

    def _carried_date(self, draft: Draft, place: Place) -> EventDate | None:
        """The scene's date; in a place newly come to, the days that the journey spends there."""
        date, known = self._known(draft)
        leg = self._legs.get(place.country.value) if place.country else None
        within = leg is not None and date is not None and self._lies_within(date, leg) and self._is_same_paragraph(draft)
        if leg is not None and not within and (date is None or self._is_wide(date) or self._is_elsewhere(place, known)):
            return leg
        if date is not None and self._trip is not None and self._moves_on(draft, date, place, known):
            return self._trip
        if date is not None or self._trip is None or self._previous is None:
            return date
        return self._trip if draft.status is Status.HELD or not self._is_past(self._trip) else None

    def _moves_on(self, draft: Draft, date: EventDate, place: Place, known: Place | None) -> bool:
        """Whether a draft in another state than the one told before, or in another city and paragraph, may be of another day of the
        journey; no day that stands at the head of a list of acts."""
        if not self._acted or draft.type == "visit" or self._trip is None or not self._lies_within(date, self._trip):
            return False
        if known is None or known.country is None or place.country is None:
            return False
        opens = self._previous is not None and not self._is_same_paragraph(draft)
        return known.country.value != place.country.value or (opens and self._is_elsewhere(place, known))

    def _is_wide(self, date: EventDate) -> bool:
        return "/" in (date.value or "")

    def _is_same_paragraph(self, draft: Draft) -> bool:
        sentences, before = self._article.sentences, self._previous
        return before is not None and sentences[before.act.sentence].paragraph == sentences[draft.act.sentence].paragraph

    @staticmethod
    def _lies_within(date: EventDate, days: EventDate) -> bool:
        """Whether a day is one of these days."""
        (first, _, last), day = (days.value or "").partition("/"), date.value or "/"
        return "/" not in day and first <= day <= (last or first)

    @staticmethod
    def _is_elsewhere(place: Place, known: Place | None) -> bool:
        if known is None or known.country is None or place.country is None:
            return True
        moved = place.city is not None and known.city is not None and place.city.value != known.city.value
        return moved or place.country.value != known.country.value

    def _trigger(self, draft: Draft) -> Span:
        tokens = self._article.sentences[draft.act.sentence].tokens
        return Span(tokens[draft.act.trigger.start].span.start, tokens[draft.act.trigger.stop - 1].span.end)

    def _remember(self, draft: Draft, date: EventDate, place: Place) -> None:
        self._note_legs(draft.act.sentence, draft.region)
        come = draft.status is Status.HELD
        known = date if date.basis is Basis.EXPLICIT else None
        told = place.country is not None and place.country.evidence.rule not in ("host's country", "dateline")
        self._set(come, known, place if told else None)
        self._dated = known
        self._acted = self._acted or known is not None
        self._told = known or self._told or date
        if known is not None and draft.type == "visit" and self._is_wide(known):
            self._start(known)
        self._previous = draft
        self._at = max(self._at, draft.region.end)
