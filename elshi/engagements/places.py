"""Where an act is told to be: a city or state in the place's slot, a site, the seat of a state's power, the end of a journey."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from elshi.engagements.article import Article
from elshi.engagements.lexicons import Lexicons
from elshi.engagements.parties import Party
from elshi.engagements.place_names import PLACES, Found, PlaceNames
from elshi.engagements.scene_words import SceneWords
from elshi.language.base import Case, Sentence, Slot
from elshi.language.gazetteers import City, capital, find_country, find_organisation, seats
from elshi.records import Evidence, Label, Mention, ParticipantKind, Place, Sourced, Span

__all__ = ["PlaceReader"]

SITES = frozenset({Label.FACILITY, Label.ORG})
NEXT = 3  # tokens between such a verb and a site that it leads to
BEFORE, BEHIND = 4, 8  # tokens around the word for headquarters, among which the organisation's name may be
NOTE = 6  # tokens of a note in brackets
REACH = 14  # tokens between a verb of movement and its destination


class PlaceReader:
    """Reads the place of an act of one document."""

    def __init__(self, article: Article, lexicons: Lexicons, words: SceneWords, names: PlaceNames) -> None:
        self._article, self._lexicons, self._words, self.names = article, lexicons, words, names
        self._code = article.language.code

    def stated(self, number: int, region: Span, parties: Sequence[Party]) -> Place | None:
        """The place that a region of a sentence states: "в Берлине", "in the Dutch capital", «Каирде», «университет in Turku»; a city
        before a country."""
        found = list(self._named(number, region, parties))
        seat = None if any(f.city for f in found) else self._headquarters(number, region) or self._seat(number, region, found)
        best = next((f for f in found if f.city), None) or seat or next(iter(found), None)
        return best.place(self._venue(number, region)) if best else None

    def is_unknown(self, number: int, region: Span, parties: Sequence[Party]) -> bool:
        """Whether a region tells a city that no gazetteer has: the act is not where the text was before."""
        sentence = self._article.sentences[number]
        for mention in self._article.mentions_in(region, {Label.CITY}):
            placed = self.names.is_place(sentence, mention.span) and not self._inside_party(sentence, mention.span, parties)
            if placed and self.names.place_at(mention.span) is None and not self._is_state_house(sentence, mention.span):
                return True
        return False

    def _is_state_house(self, sentence: Sentence, span: Span) -> bool:
        """Whether a name is that of a state's ministry, palace or parliament: «в Мажилисе»."""
        inside = sentence.indexes(span)
        tokens = sentence.tokens[inside.start : inside.stop]
        return bool(self._words.ministries.all(tokens) or self._words.seats.all(tokens))

    def destination(self, number: int, region: Span, journey: int | None = None) -> Place | None:
        """Where a movement told in a region of a sentence leads; a place without a country where it leads to several. `journey` is the
        token of a visit's own word, whatever it is."""
        found = list(self._destinations(number, region, journey))
        if not found:
            return None
        if len({f.country for f in found}) > 1 and self._listed(number, found):
            return Place()
        return next((f for f in found if f.city), found[0]).place()

    def _named(self, number: int, region: Span, parties: Sequence[Party]) -> Iterator[Found]:
        sentence = self._article.sentences[number]
        spans = [m.span for m in self._article.mentions_in(region, PLACES)]
        spans += self.names.unmarked(sentence, region, spans)
        for span in sorted(spans, key=lambda s: s.start):
            if self.names.is_date(number, span) or self._inside_party(sentence, span, parties) or self._is_noted(sentence, span):
                continue
            found = self.names.capital_at(sentence, span)
            met = any(p.kind is ParticipantKind.GROUP and p.span.contains(span) and self._tells_where(p, span) for p in parties)
            if found is None and (met or not self.names.is_told_of(span)) and self.names.is_place(sentence, span):
                found = self.names.place_at(span)
            yield from [found] if found else []
        yield from self._sites(sentence, region, parties)

    @staticmethod
    def _is_noted(sentence: Sentence, span: Span) -> bool:
        """Whether a bracket around a place tells where somebody resides: "(residence in Oslo)"."""
        tokens = sentence.indexes(span)
        opened = next((i for i in range(tokens.start - 1, max(-1, tokens.start - NOTE), -1) if sentence.tokens[i].text in "()"), None)
        closed = tokens.stop < len(sentence.tokens) and sentence.tokens[tokens.stop].text == ")"
        return opened is not None and closed and sentence.tokens[opened].text == "(" and opened < tokens.start - 1

    def _inside_party(self, sentence: Sentence, span: Span, parties: Sequence[Party]) -> bool:
        """Whether a place is part of who takes part; one at the head of a body's name in the place's slot is none, nor is the city that a
        group's phrase ends with: "students in Lima"."""
        for party in parties:
            if party.span.contains(span) and (party.span.start < span.start or party.name is not None):
                heads = party.span.start == span.start and not self.names.is_adjective(span)
                return not ((heads or self._tells_where(party, span)) and self.names.is_place(sentence, span))
        return False

    def _tells_where(self, party: Party, span: Span) -> bool:
        """Whether the city that a phrase ends with is where they met: of a group, or of a body that is the place itself."""
        ends = party.span.end == span.end and not self._lexicons.state_first
        placed = party.slot.preposition in self._words.at or (party.kind is ParticipantKind.ORGANIZATION and not party.codes)
        return ends and (party.kind is ParticipantKind.GROUP or (party.name is None and placed))

    def _sites(self, sentence: Sentence, region: Span, parties: Sequence[Party]) -> Iterator[Found]:
        """The city in the name of a site in the place's slot, or in the adjective before it: "at the University of Turku"."""
        for mention in self._article.mentions_in(region, SITES):
            studies = any(p.kind is ParticipantKind.GROUP and p.span.contains(mention.span) for p in parties)
            if studies or not self.names.is_place(sentence, mention.span):
                continue
            if city := self._city_of(sentence, mention):
                yield Found(city.name, city.country, mention.span, "city of a site")
            code = find_country(mention.span.of(self._article.text), self._code) if mention.label is Label.FACILITY else None
            if code:
                yield Found(None, code, mention.span, "country of a site")

    def _city_before(self, sentence: Sentence, at: int) -> City | None:
        """The city of which a word before a site's name is the adjective: «в будапештском Музее этнографии»."""
        before = sentence.tokens[at - 1] if at else None
        if before is None or not before.is_word or before.is_capital or not any(r.part == "ADJ" for r in before.readings[:1]):
            return None
        return self.names.city_of_adjective(before.text.capitalize())

    def _seat(self, number: int, region: Span, named: Sequence[Found]) -> Found | None:
        """The capital of the state whose ministry, palace or parliament the act is held at, where its name says which."""
        sentence = self._article.sentences[number]
        inside = sentence.indexes(region)
        tokens = sentence.tokens[inside.start : inside.stop]
        for match in (*self._words.ministries.all(tokens), *self._words.seats.all(tokens)):
            words = range(inside.start + match.start, inside.start + match.end)
            if not self.names.is_place(sentence, Span(*self.names.edges(sentence, words))):
                continue
            near = sentence.tokens[max(0, words.start - 2) : words.stop + 2]
            for token in near:
                code = find_country(token.text, self._code)
                if code and capital(code):
                    return Found(capital(code), code, Span(*self.names.edges(sentence, words)), "seat of a state")
            if named and capital(named[0].country):
                return Found(capital(named[0].country), named[0].country, named[0].span, "seat of a state")
        return None

    def _headquarters(self, number: int, region: Span) -> Found | None:
        """The city of an organisation at whose headquarters the act is held: "at UN headquarters", «БҰҰ штаб-пәтерінде»."""
        sentence = self._article.sentences[number]
        inside = sentence.indexes(region)
        for match in self._words.headquarters.all(sentence.tokens[inside.start : inside.stop]):
            words = range(inside.start + match.start, inside.start + match.end)
            span = Span(*self.names.edges(sentence, words))
            near = range(max(0, words.start - BEFORE), min(len(sentence.tokens), words.stop + BEHIND))
            whole = Span(sentence.tokens[max(0, words.start - 1)].span.start, span.end)
            placed = self.names.is_place(sentence, span) or (not self._lexicons.state_first and self.names.is_place(sentence, whole))
            if placed and (seat := self._seat_near(sentence, near, words)):
                return Found(seat[1], seat[0], span, "seat of a body")
        return None

    def _seat_near(self, sentence: Sentence, near: range, words: range) -> tuple[str, str] | None:
        """The seat of the organisation that the tokens right before or behind the word for headquarters name."""
        behind = sentence.tokens[words.stop : near.stop]
        ahead = sentence.tokens[near.start : words.start]
        stretches = [behind[:n] for n in range(len(behind), 0, -1)] if not self._lexicons.state_first else []
        stretches += [ahead[n:] for n in range(len(ahead))] if self._code != "ru" else []
        for tokens in stretches:
            code = find_organisation(self._article.words(tokens), self._code)
            if code is not None and code in seats():
                return seats()[code]
        return None

    def is_at_seat(self, number: int, region: Span, parties: Sequence[Party]) -> Span | None:
        """Where a region says that the act is held at a ministry, palace or parliament; none that only belongs to somebody's post."""
        sentence = self._article.sentences[number]
        inside = sentence.indexes(region)
        tokens = sentence.tokens[inside.start : inside.stop]
        for match in (*self._words.ministries.all(tokens), *self._words.seats.all(tokens)):
            span = Span(*self.names.edges(sentence, range(inside.start + match.start, inside.start + match.end)))
            posted = any(p.posts and p.span.contains(span) and p.span.start < span.start for p in parties)
            if not posted and self.names.is_place(sentence, span):
                return span
        return None

    def _venue(self, number: int, region: Span) -> Sourced[str] | None:
        """The site in the place's slot, in the nominative."""
        sentence = self._article.sentences[number]
        for mention in self._article.mentions_in(region, SITES):
            tokens = sentence.indexes(mention.span)
            if self.names.is_place(sentence, mention.span) and self._words.venues.all(sentence.tokens[tokens.start : tokens.stop]):
                slot = self._article.language.slot(sentence, tokens)
                name = self._article.language.nominative(sentence.tokens[tokens.start : tokens.stop], slot)
                return Sourced(name, Evidence((mention.span,), "venue"))
        return None

    def _destinations(self, number: int, region: Span, journey: int | None) -> Iterator[Found]:
        sentence = self._article.sentences[number]
        inside = sentence.indexes(region)
        tokens = sentence.tokens[inside.start : inside.stop]
        moves = [inside.start + m.start for m in (*self._words.arrive.all(tokens), *self._words.stop.all(tokens))]
        moves = [m for m in moves if not self._is_to_come(sentence, m)] + ([journey] if journey is not None and journey in inside else [])
        if not moves:
            return
        known = [m.span for m in self._article.mentions_in(region, PLACES)]
        spans = [*known, *self.names.unmarked(sentence, region, known)]
        for span in sorted(spans, key=lambda s: s.start):
            if self.names.inside_name(span) or self.names.is_date(number, span) or not self._is_reached(sentence, span, moves):
                continue
            if len(sentence.indexes(span)) == 1 and self.names.is_adjective(span) and not self.names.capital_named(sentence, span):
                continue
            found = self.names.capital_named(sentence, span) or self.names.place_at(span)
            if found:
                yield found
        for mention in self._article.mentions_in(region, SITES):
            site = sentence.indexes(mention.span)
            if self._lexicons.state_first:
                near = any(0 <= move - site.stop < NEXT for move in moves) and not self.names.is_locative(sentence, site)
            else:
                near = any(0 < site.start - move <= NEXT for move in moves)
            if near and (city := self._city_of(sentence, mention)):
                yield Found(city.name, city.country, mention.span, "city of a site")

    def _city_of(self, sentence: Sentence, mention: Mention) -> City | None:
        """The city in the name of a site, or in the adjective before it."""
        tokens = sentence.indexes(mention.span)
        words = [t.lower for t in sentence.tokens[tokens.start : tokens.stop]]
        if words[-1] in self._words.namesakes:
            return None  # "Hyderabad House" in Delhi
        taught = any(w.startswith(self._words.schools) for w in words)
        adjective = tokens.start if mention.label is Label.ORG else None
        cities = (self.names.city_of_site(sentence.tokens[i], i == adjective) for i in tokens)
        near = (c for c in cities if c and (taught or self.names.is_near(c)))
        return next(near, None) or self._city_before(sentence, tokens.start)

    def _is_to_come(self, sentence: Sentence, move: int) -> bool:
        """Whether a movement is only what comes after the act: "before leaving for Brussels"."""
        around = sentence.tokens[move : move + 3] if self._lexicons.state_first else sentence.tokens[max(0, move - 2) : move]
        invited = [m for m in self._words.invites.all(sentence.tokens[:move]) if m.end <= move] if not self._lexicons.state_first else []
        near = bool(invited) and move - invited[-1].end <= NEXT and sentence.tokens[move - 1].lower == "to"
        return near or any(t.lower in self._words.before_leaving for t in around)

    def _is_reached(self, sentence: Sentence, span: Span, moves: Sequence[int]) -> bool:
        tokens = sentence.indexes(span)
        slot = self._article.language.slot(sentence, self._labelled(sentence, tokens))
        if self._lexicons.state_first:
            if not any(0 <= move - tokens.stop <= REACH for move in moves):
                return False
            after = sentence.tokens[tokens.stop : tokens.stop + 1]
            named = bool(after) and after[0].lower.startswith(("қаласына", "еліне", "республикасына", "астанасына", *self._words.regions))
            return slot.case in (Case.DAT, Case.ACC) or named or self.names.is_locative(sentence, tokens)
        if any(0 < m - tokens.start <= NEXT and self._is_object(sentence, tokens, slot, m) for m in moves):
            return True  # «Берлин посетят депутаты»
        if not any(0 < tokens.start - move <= REACH for move in moves):
            return False
        if slot.preposition is None:
            return slot.case in (Case.ACC, None, Case.NOM)
        return slot.preposition in self._words.to | self._words.at

    def _is_object(self, sentence: Sentence, tokens: range, slot: Slot, move: int) -> bool:
        """Whether a place ahead of its verb is the object: also right behind another noun in its own case («с визитом Берлин посетят»),
        and before a verb whose subject is somebody behind it («Узбекистан посетит министр»)."""
        if slot.preposition is None and slot.case == Case.ACC:
            return True
        if not any(r.case == Case.ACC for r in sentence.tokens[tokens.start].readings):
            return False
        before = sentence.tokens[tokens.start - 1 : tokens.start]
        behind = any(r.part == "NOUN" and r.case == Case.INS for t in before for r in t.readings[:1])
        return behind or (slot.preposition is None and slot.case == Case.NOM and self._has_subject(sentence, move + 1))

    def _has_subject(self, sentence: Sentence, start: int) -> bool:
        """Whether right behind a verb somebody, or a delegation, is its subject."""
        behind = [r for t in sentence.tokens[start : start + NEXT] for r in t.readings[:1]]
        nouns = [r for r in behind if r.case == Case.NOM and r.part == "NOUN"]
        return any("anim" in r.features or r.lemma in self._lexicons.delegations for r in nouns)

    def _labelled(self, sentence: Sentence, tokens: range) -> range:
        """A place's name, or the word for a city, port or province that it belongs to: "visit the port of Duqm"."""
        of = tokens.start > 1 and sentence.tokens[tokens.start - 1].lower == "of"
        label = tokens.start - 2
        return range(label, label + 1) if of and sentence.tokens[label].lower in self._words.labels else tokens

    def _listed(self, number: int, found: Sequence[Found]) -> bool:
        """Whether two destinations are joined by "and" or a comma."""
        between = self._article.text[found[0].span.end : found[-1].span.start]
        return any(t in f" {between} " for t in (" и ", " and ", " және ", " мен ", " пен ", " бен ", ", "))
