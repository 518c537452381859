"""Where an act is: what its own clause says, what the sentences after it say, else what follows from who takes part in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from elshi.engagements.article import Article
from elshi.engagements.drafts import Draft
from elshi.engagements.members import Member
from elshi.engagements.parties import Code, Party
from elshi.engagements.places import PlaceReader
from elshi.engagements.postings import Postings
from elshi.engagements.scene_words import SceneWords
from elshi.language.base import Case
from elshi.language.gazetteers import countries
from elshi.records import Place, Span, Status

__all__ = ["HEAD", "Whereabouts", "refine"]

HEADS = frozenset({"head-of-state", "head-of-government"})
REMOTE = frozenset({"call", "message"})
POSTED = frozenset({"ambassador", "consul"})
RECEIVERS = frozenset({"by", "on", "upon"})  # "was received by A", "called on A"
FAR = 8  # tokens between an act's word and a state that it may be about
HEAD = 6  # tokens at a sentence's head whose place or day sets the scene


def refine(place: Place, known: Place | None) -> Place:
    """A state named again does not take away the city known in it."""
    same = known and known.country and place.country and known.country.value == place.country.value
    return known if known and same and not place.city else place


class Whereabouts:
    """Finds the places of the drafts of one document."""

    def __init__(
        self,
        article: Article,
        parties: Sequence[Sequence[Party]],
        places: PlaceReader,
        postings: Postings,
        words: SceneWords,
        home: Code | None,
    ) -> None:
        self._article, self._parties, self._places, self._postings = article, parties, places, postings
        self._words, self._home = words, home
        self._travelled: dict[str, set[tuple[str, str]]] = {}  # by state, whose journey to it was told
        self._hosted: tuple[Draft, Place] | None = None  # the conversation last told, and the country of whoever received there

    def of(self, draft: Draft, clause: Span, follow_up: Sequence[int], carried: Place | None) -> Place:
        """The place of a draft whose own clause and following sentences are given; `carried` is what the text said of where before."""
        place = self._place_of(draft, clause, follow_up, carried)
        if draft.type == "visit" and place.country is not None:
            self._travelled.setdefault(place.country.value, set()).update(draft.identities)
        return place

    def _place_of(self, draft: Draft, clause: Span, follow_up: Sequence[int], carried: Place | None) -> Place:
        if draft.type in REMOTE:
            return Place()
        if self._is_here(draft, clause) and (here := self._postings.of_dateline()):
            return here
        moved = self._places.destination(draft.act.sentence, clause, draft.act.trigger.start) if draft.type == "visit" else None
        if moved is not None:
            return moved
        stated = self._stated_place(draft, clause, follow_up)
        if self._is_remote(draft, clause):
            return stated or Place()
        if stated is None and self._places.is_unknown(draft.act.sentence, clause, self._parties[draft.act.sentence]):
            carried = Place(country=carried.country) if carried is not None else None
        if stated is not None and draft.type != "visit":
            stated = refine(stated, carried)
            dateline = self._postings.of_dateline()
            stated = replace(stated, city=dateline.city) if dateline and refine(stated, dateline) == dateline else stated
        if stated is not None and (stated.city or not self._is_far(draft, stated)):
            return stated
        place = self._inferred_place(draft, clause, follow_up, carried) or stated or self._of_same_day(draft) or Place()
        hosted = place.country is not None and place.country.evidence.rule == "host's country"
        self._hosted = (draft, place) if hosted else None
        return place

    def _of_same_day(self, draft: Draft) -> Place | None:
        """Where somebody was told to receive a guest just before: "The same day the President also spoke with B"."""
        if self._hosted is None or draft.status is not self._hosted[0].status:
            return None
        told = any(d.reference == "same-day" for d in self._article.dates[draft.act.sentence])
        return self._hosted[1] if told and draft.identities & self._hosted[0].identities else None

    def _is_here(self, draft: Draft, clause: Span) -> bool:
        """Whether an act is told to be where the text is written: "was held here today by the office in Oslo"."""
        sentence = self._article.sentences[draft.act.sentence]
        quotes = self._article.quotes[draft.act.sentence]
        tokens = (sentence.tokens[i] for i in sentence.indexes(clause))
        return any(t.lower in self._words.here and not any(q.contains(t.span) for q in quotes) for t in tokens)

    def _is_remote(self, draft: Draft, clause: Span) -> bool:
        """Whether an act is told to be held over a distance: "by video link"."""
        sentence = self._article.sentences[draft.act.sentence]
        inside = sentence.indexes(clause)
        return bool(self._words.remote.all(sentence.tokens[inside.start : inside.stop]))

    def _is_far(self, draft: Draft, place: Place) -> bool:
        """Whether a state stands so far behind the act's word that it may be what the act was about."""
        sentence = self._article.sentences[draft.act.sentence]
        return place.country is not None and sentence.index_at(place.country.evidence.spans[0].start) - draft.act.trigger.stop > FAR

    def _inferred_place(self, draft: Draft, clause: Span, follow_up: Sequence[int], carried: Place | None) -> Place | None:
        if carried is not None and carried.country is not None and self._opens_where(draft):
            return carried
        posts, dateline = self._postings.of_posts(draft.members), self._postings.of_dateline()
        held = draft.status is Status.HELD
        told = ((draft.act.sentence, clause), *((n, self._article.sentences[n].span) for n in follow_up if self._tells_of(n, held)))
        mission = next((p for n, s in told if (p := self._postings.at_mission(n, s, self._home))), None)
        if mission is not None:
            return refine(mission, dateline)
        near = posts or (None if self._is_host_there(draft, carried) else self._host_of(draft, dateline))
        sure = draft.type == "credentials" or carried is None or carried.city is None  # else a guess at the host gives way to a city told
        firm = posts or (near if sure else None)
        if carried is not None and carried.country and (carried.country.evidence.rule == "heading" or not self._contradicts(firm, carried)):
            known = refine(posts, carried) if posts is not None and not carried.city else carried
            return refine(known, dateline) if draft.type != "visit" and not known.city else known
        near = near or self._postings.of_source(draft.members, self._home)
        seat = self._seat(told)
        if seat is not None and (country := self._country_of_seat(near, draft, dateline)):
            return self._postings.capital(country, seat)
        if near is not None and dateline is not None and not near.city:
            differs = self._contradicts(near, dateline)
            if not differs or (posts is None and self._is_abroad(dateline)):
                return dateline
        return near or (dateline if draft.type != "visit" else None)

    def _opens_where(self, draft: Draft) -> bool:
        """Whether an act is told to be where the clause before leads: "to visit Nauru, where the President will receive her"."""
        opening = self._article.sentences[draft.act.sentence].tokens[draft.act.region.start : draft.act.region.start + 2]
        return any(t.lower in self._words.where for t in opening)

    def _is_abroad(self, dateline: Place) -> bool:
        """Whether the document is written from another country than the one that it speaks for: what it tells is told from there."""
        return self._home is not None and dateline.country is not None and dateline.country.value != self._home.code

    def _seat(self, told: Sequence[tuple[int, Span]]) -> Span | None:
        """Where the text says that the act was at a ministry, a palace or in the capital, of which country it does not say."""
        found = (self._places.is_at_seat(n, s, self._parties[n]) or self._places.names.bare_capital(n, s) for n, s in told)
        return next((s for s in found if s is not None), None)

    def _host_of(self, draft: Draft, dateline: Place | None) -> Place | None:
        """The country of the host; that the document's own official receives does not tell against a dateline abroad."""
        hosts = self._postings.of_hosts(draft.members, self._home)
        if not self._receives(draft):
            return hosts
        host = self._postings.of_receiver(self._receiver(draft), self._home)
        at_home = host is not None and host.country is not None and self._home is not None and host.country.value == self._home.code
        abroad = at_home and any(m.roles & POSTED and self._is_own(m) for m in draft.members)
        return None if at_home and (abroad or dateline is not None) else host or hosts

    def _is_host_there(self, draft: Draft, carried: Place | None) -> bool:
        """Whether travellers meet somebody of whom no state is told in the state of their journey, where the text still is."""
        there = self._travelled.get(carried.country.value, set()) if carried is not None and carried.country is not None else set()
        others = [m for m in draft.members if m.identity not in there]
        return 0 < len(others) < len(draft.members) and not any(m.codes for m in others)

    def _is_own(self, member: Member) -> bool:
        """Whether an envoy is of the state that the document speaks for."""
        return self._home is not None and (not member.codes or self._home.code in {c.code for c in member.codes})

    def _receiver(self, draft: Draft) -> Member | None:
        """Who receives: "by" somebody, in somebody's audience, else the subject."""

        def rank(party: Party) -> int:
            case, preposition = party.slot.case, party.slot.preposition
            if preposition is not None:
                return 0 if preposition in RECEIVERS else 3
            return order.get(case or Case.DAT, 3)

        guests = draft.act.word.frame.guests  # the object is who comes, whatever form it shares with the genitive
        order = {Case.INS: 0, Case.NOM: 1} if guests else {Case.INS: 0, Case.GEN: 1, Case.NOM: 2}

        guest_leads = draft.act.word.frame.guests  # "received a delegation headed by A"
        able = (p for p in draft.parties if rank(p) < 3 and not (guest_leads and p.slot.preposition and "leader" in p.roles))
        ranked = sorted(able, key=rank)
        found = (m for p in ranked for m in draft.members if p.span.contains(m.mention))
        return next(found, None)

    def _country_of_seat(self, near: Place | None, draft: Draft, dateline: Place | None) -> str | None:
        """Whose ministry or palace one without a state's name is: the host's, that of the one head of state among them, the dateline's,
        else that of the state the document speaks for."""
        if near is not None and near.country is not None:
            return near.country.value
        heads = {c.code for m in draft.members if m.roles & HEADS for c in m.codes}
        if len(heads) == 1:
            return heads.pop()
        if dateline is not None and dateline.country is not None:
            return dateline.country.value
        return self._home.code if self._home is not None and self._home.code in countries() else None

    def _receives(self, draft: Draft) -> bool:
        """Whether the act's word says that one receives the other."""
        tokens = self._article.sentences[draft.act.sentence].tokens
        return bool(self._words.receive.all(tokens[draft.act.trigger.start : draft.act.trigger.stop]))

    def _stated_place(self, draft: Draft, clause: Span, follow_up: Sequence[int]) -> Place | None:
        number, parties = draft.act.sentence, self._parties[draft.act.sentence]
        found = self._places.stated(number, clause, parties)
        if found is None or not found.city:
            moved = self._places.destination(number, clause)
            found = moved if moved is not None and (found is None or moved.city) else found
        lead = Span(self._article.sentences[number].span.start, draft.region.start)
        if found is None and lead.end > lead.start:
            found = self._places.stated(number, lead, parties)
        if found is None or not found.city:
            after = self._told_after(follow_up, draft.status is Status.HELD)
            found = after if after is not None and (found is None or (after.city and not self._contradicts(found, after))) else found
        return found

    def _told_after(self, follow_up: Sequence[int], held: bool) -> Place | None:
        """The place that a sentence about the act gives it: "The ceremony took place in Porto"."""
        number = next((n for n in follow_up if self._tells_of(n, held)), None)
        return None if number is None else self._places.stated(number, self._article.sentences[number].span, self._parties[number])

    def _tells_of(self, number: int, held: bool) -> bool:
        """Whether a sentence only tells that the act took place, if it is held; of a plan also that it will."""
        tokens = self._article.sentences[number].tokens
        coming = any("fut" in r.features for t in tokens for r in t.readings[:1])
        return len(tokens) < 2 * HEAD and not (held and coming) and bool(self._words.happened.all(tokens))

    @staticmethod
    def _contradicts(near: Place | None, carried: Place) -> bool:
        return bool(near and near.country and carried.country and near.country.value != carried.country.value)
