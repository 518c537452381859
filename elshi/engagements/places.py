"""Where: a city or country stated for the act, the place of a post, a ministry's capital, the host's country, or the dateline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from elshi.engagements.article import Article
from elshi.engagements.lexicons import Lexicons
from elshi.engagements.members import ENVOYS, Member
from elshi.engagements.parties import LOCATIVES, Code, Party
from elshi.engagements.scene_words import SceneWords
from elshi.language.base import Case, Sentence
from elshi.language.gazetteers import City, capital, countries, find_city, find_country
from elshi.records import Evidence, Label, Mention, ParticipantKind, Place, Sourced, Span

__all__ = ["PlaceReader"]

STATES = frozenset(countries())
HOSTS = frozenset({"head-of-state", "head-of-government", "minister", "deputy-minister", "parliament", "regional"})
PLACES = frozenset({Label.CITY, Label.COUNTRY, Label.REGION, Label.LOCATION})
NAMES = frozenset({Label.ORG, Label.EVENT, Label.INITIATIVE, Label.LAW, Label.PERSON, Label.POSITION})
SITES = frozenset({Label.FACILITY, Label.ORG})
REACH = 14  # tokens between a verb of movement and its destination
LONGEST_NAME = 200
LARGE = 100_000
LARGER = 10  # times the people of another city of the same name


@dataclass(frozen=True, slots=True)
class _Found:
    city: str | None
    country: str
    span: Span
    rule: str

    def place(self, venue: Sourced[str] | None = None) -> Place:
        evidence = Evidence((self.span,), self.rule)
        return Place(
            country=Sourced(self.country, evidence),
            city=Sourced(self.city, evidence) if self.city else None,
            venue=venue,
        )


MOST_IN_HEADING = 3


class PlaceReader:
    """Reads the place of an act of one document."""

    def __init__(self, article: Article, lexicons: Lexicons, words: SceneWords) -> None:
        self._article, self._lexicons, self._words = article, lexicons, words
        self._code = article.language.code
        self._near = frozenset(
            code for m in article.mentions if m.label is Label.COUNTRY and (code := find_country(m.span.of(article.text), self._code))
        )

    def city_at(self, span: Span) -> City | None:
        """The city that a span names: one of the countries of the document, unless a far larger one elsewhere has the name."""
        words = span.of(self._article.text)
        near = find_city(words, self._code, self._near)
        anywhere = find_city(words, self._code)
        if near is None or anywhere is None or near == anywhere:
            return near
        return anywhere if anywhere.population > LARGER * near.population and not near.capital else near

    def _is_known(self, city: City | None) -> bool:
        """Whether a city can be meant by a word that the tagger took for none: one of the document's countries, a capital, a large one."""
        return city is not None and (city.country in self._near or city.capital or city.population > LARGE)

    def stated(self, number: int, region: Span, parties: Sequence[Party]) -> Place | None:
        """The place that a region of a sentence states: "в Берлине", "in the Dutch capital", «Каирде», «университет in Turku»; a city
        before a country."""
        found = list(self._named(number, region, parties))
        best = next((f for f in found if f.city), None) or self._seat(number, region, found) or next(iter(found), None)
        return best.place(self._venue(number, region)) if best else None

    def heading(self, sentence: Sentence) -> Place | None:
        """The city of a sentence that is nothing but its name: "GENEVA." or «Женева.» before an item of a digest."""
        words = [t for t in sentence.tokens if t.is_word]
        if not 1 <= len(words) <= MOST_IN_HEADING or len(sentence.tokens) > len(words) + 1 or not all(t.is_capital for t in words):
            return None
        span = Span(words[0].span.start, words[-1].span.end)
        city = self.city_at(span)
        return _Found(city.name, city.country, span, "heading").place() if city else None

    def destination(self, number: int, region: Span) -> Place | None:
        """Where a movement told in a region of a sentence leads; a place without a country where it leads to several."""
        found = list(self._destinations(number, region))
        if not found:
            return None
        if len({f.country for f in found}) > 1 and self._listed(number, found):
            return Place()
        return next((f for f in found if f.city), found[0]).place()

    def named_at(self, sentence: Sentence, index: int) -> Place | None:
        """The place that the word at token `index` of a sentence names."""
        found = self._place_at(sentence.tokens[index].span)
        return found.place() if found else None

    def _named(self, number: int, region: Span, parties: Sequence[Party]) -> Iterator[_Found]:
        sentence = self._article.sentences[number]
        spans = [m.span for m in self._article.mentions_in(region, PLACES)]
        spans += self._unmarked(sentence, region, spans)
        for span in sorted(spans, key=lambda s: s.start):
            if self._is_date(number, span) or self._inside_party(sentence, span, parties):
                continue
            found = self._capital(sentence, span)
            if found is None and not self._inside_name(span) and self._is_place(sentence, span):
                found = self._place_at(span)
            yield from [found] if found else []
        yield from self._sites(sentence, region)

    def _place_at(self, span: Span) -> _Found | None:
        words = span.of(self._article.text)
        if words.split()[-1].islower() and len(words.split()[-1]) <= 3:
            return None
        if code := find_country(span.of(self._article.text), self._code):
            return _Found(None, code, span, "stated country")
        city = self.city_at(span)
        tagged = any(m.span == span for m in self._article.mentions_in(span, {Label.CITY}))
        if city is None or not (tagged or self._is_known(city)):
            return None
        return _Found(None if self._is_region(span) else city.name, city.country, span, "stated city")

    def _is_region(self, span: Span) -> bool:
        """Whether a city's name here is its region's: "Turkistan Region", «Түркістан облысына»."""
        after = self._article.text[span.end : span.end + 12].strip().casefold()
        tagged = any(m.span.contains(span) and m.span != span for m in self._article.mentions_in(self._around(span), {Label.REGION}))
        return tagged or after.startswith(self._words.regions)

    def _unmarked(self, sentence: Sentence, region: Span, known: Sequence[Span]) -> Iterator[Span]:
        """Cities and countries that the tagger passed over or took for something else."""
        for index in sentence.indexes(region):
            token = sentence.tokens[index]
            if not token.is_capital or token.lower in self._words.there or any(k.overlaps(token.span) for k in known):
                continue
            others = [m for m in self._article.mentions_in(self._around(token.span), NAMES) if m.span.overlaps(token.span)]
            if others and not self._heads(sentence, index, others):
                continue
            end = index + 1
            while (
                end < len(sentence.tokens)
                and end < index + 3
                and sentence.tokens[end].is_capital
                and not others
                and not self._lexicons.state_first
            ):
                end += 1
            span = Span(token.span.start, sentence.tokens[end - 1].span.end)
            if self._is_spelt(sentence, index) and (
                find_country(token.span.of(self._article.text), self._code) or self._is_known(self.city_at(span))
            ):
                yield span if not others else token.span

    def _heads(self, sentence: Sentence, index: int, names: Sequence[Mention]) -> bool:
        """Whether a place only stands before what the tagger took it into: it is all of a body, or Kazakh and in the locative."""
        span = sentence.tokens[index].span
        if all(m.label is Label.ORG and m.span == span for m in names):
            return True
        local = self._lexicons.state_first and self._is_locative(sentence, range(index, index + 1))
        return local and all(m.span.start == span.start and m.label is not Label.PERSON for m in names)

    def _is_spelt(self, sentence: Sentence, index: int) -> bool:
        """Whether a token can be a place's name at all: four letters, or a name that is no common word."""
        token = sentence.tokens[index]
        return len(token.text) > 3 or not any(r.part in ("PRON", "ADV", "VERB", "CONJ", "PREP") for r in token.readings)

    def _around(self, span: Span) -> Span:
        return Span(max(0, span.start - LONGEST_NAME), min(len(self._article.text), span.end + LONGEST_NAME))

    def _is_date(self, number: int, span: Span) -> bool:
        """Whether a stretch is (part of) a date: "in March"."""
        return any(d.span.overlaps(span) for d in self._article.dates[number])

    def _inside_party(self, sentence: Sentence, span: Span, parties: Sequence[Party]) -> bool:
        """Whether a place is part of who takes part; one at the head of a body's name in the place's slot is none."""
        for party in parties:
            if party.span.contains(span) and (party.span.start < span.start or party.name is not None):
                return not (party.span.start == span.start and self._is_place(sentence, span))
        return False

    def _inside_name(self, span: Span) -> bool:
        """Whether a place is only part of a body's, an event's or an initiative's name."""
        return any(m.span.contains(span) and m.span.start < span.start for m in self._article.mentions_in(self._around(span), NAMES))

    def _is_place(self, sentence: Sentence, span: Span) -> bool:
        tokens = sentence.indexes(span)
        if self._lexicons.state_first:
            return self._is_locative(sentence, tokens)
        if self._is_labelled(sentence, tokens.start):
            return True
        slot = self._article.language.slot(sentence, tokens)
        if slot.preposition not in self._words.at:
            return False
        return self._code != "ru" or slot.case in (Case.LOC, None, Case.ACC)

    def _is_labelled(self, sentence: Sentence, at: int) -> bool:
        """Whether a word for city or province, itself in the place's slot, stands before the name: «в городе Алматы», "in the city of"."""
        words, index = sentence.tokens, at - 1
        while index >= 0 and (words[index].text == "." or words[index].lower in ("of", "the")):
            index -= 1
        if index < 1 or words[index].lower not in self._words.labels:
            return False
        before = words[index - 1].lower if words[index - 1].lower != "the" else words[max(index - 2, 0)].lower
        return before in self._words.at

    def _is_locative(self, sentence: Sentence, tokens: range) -> bool:
        last = sentence.tokens[tokens.stop - 1]
        if last.lower.endswith(self._lexicons.host_endings):
            return self._has_site(sentence, tokens.stop)
        slot = self._article.language.slot(sentence, tokens)
        return last.lower.endswith(LOCATIVES) or slot.case == Case.LOC or self._followed(sentence, tokens)

    def _followed(self, sentence: Sentence, tokens: range) -> bool:
        """Kazakh «Вильнюс қаласында»: the case stands on the word for city."""
        after = sentence.tokens[tokens.stop : tokens.stop + 1]
        if not after:
            return False
        word = after[0].lower
        return word.startswith(("қаласында", "қалада", "шаһарында")) or (word.startswith(self._words.regions) and word.endswith(LOCATIVES))

    def _has_site(self, sentence: Sentence, at: int) -> bool:
        """Kazakh «Сианьдағы тарих музейінде»: an attribute of place says where if a site in the locative follows."""
        following = sentence.tokens[at : at + 7]
        return any(
            following[m.end - 1].lower.endswith(LOCATIVES) and not any(t.text == "," for t in following[: m.end])
            for m in self._words.venues.all(following)
        )

    def _capital(self, sentence: Sentence, span: Span) -> _Found | None:
        """The capital of a country: "в столице Швейцарии", "in the Dutch capital", «Ресей астанасында»."""
        code = find_country(span.of(self._article.text), self._code)
        if code is None or not capital(code):
            return None
        tokens = sentence.indexes(span)
        first, last = max(0, tokens.start - 2), min(len(sentence.tokens), tokens.stop + 1)
        for match in self._words.capital.all(sentence.tokens[first:last]):
            words = range(first + match.start, first + match.end)
            whole = Span(min(span.start, sentence.tokens[words.start].span.start), max(span.end, sentence.tokens[words.stop - 1].span.end))
            if self._is_place(sentence, whole) or self._is_place(sentence, Span(*self._edges(sentence, words))):
                return _Found(capital(code), code, whole, "capital")
        return None

    @staticmethod
    def _edges(sentence: Sentence, tokens: range) -> tuple[int, int]:
        return sentence.tokens[tokens.start].span.start, sentence.tokens[tokens.stop - 1].span.end

    def _sites(self, sentence: Sentence, region: Span) -> Iterator[_Found]:
        """The city in the name of a site in the place's slot: "at the University of Turku"."""
        for mention in self._article.mentions_in(region, SITES):
            if not self._is_place(sentence, mention.span):
                continue
            for index in sentence.indexes(mention.span):
                token = sentence.tokens[index]
                city = self.city_at(token.span) if token.is_capital else None
                if city and self._is_known(city):
                    yield _Found(city.name, city.country, mention.span, "city of a site")
                    break
            code = find_country(mention.span.of(self._article.text), self._code) if mention.label is Label.FACILITY else None
            if code:
                yield _Found(None, code, mention.span, "country of a site")

    def _seat(self, number: int, region: Span, named: Sequence[_Found]) -> _Found | None:
        """The capital of the state whose ministry, palace or parliament the act is held at, where its name says which."""
        sentence = self._article.sentences[number]
        inside = sentence.indexes(region)
        tokens = sentence.tokens[inside.start : inside.stop]
        for match in (*self._words.ministries.all(tokens), *self._words.seats.all(tokens)):
            words = range(inside.start + match.start, inside.start + match.end)
            if not self._is_place(sentence, Span(*self._edges(sentence, words))):
                continue
            near = sentence.tokens[max(0, words.start - 2) : words.stop + 2]
            for token in near:
                code = find_country(token.text, self._code)
                if code and capital(code):
                    return _Found(capital(code), code, Span(*self._edges(sentence, words)), "seat of a state")
            if named and capital(named[0].country):
                return _Found(capital(named[0].country), named[0].country, named[0].span, "seat of a state")
        return None

    def is_at_seat(self, number: int, region: Span) -> Span | None:
        """Where a region says that the act is held at a ministry, palace or parliament."""
        sentence = self._article.sentences[number]
        inside = sentence.indexes(region)
        tokens = sentence.tokens[inside.start : inside.stop]
        for match in (*self._words.ministries.all(tokens), *self._words.seats.all(tokens)):
            span = Span(*self._edges(sentence, range(inside.start + match.start, inside.start + match.end)))
            if self._is_place(sentence, span):
                return span
        return None

    def _venue(self, number: int, region: Span) -> Sourced[str] | None:
        """The site in the place's slot, in the nominative."""
        sentence = self._article.sentences[number]
        for mention in self._article.mentions_in(region, SITES):
            tokens = sentence.indexes(mention.span)
            if self._is_place(sentence, mention.span) and self._words.venues.all(sentence.tokens[tokens.start : tokens.stop]):
                slot = self._article.language.slot(sentence, tokens)
                name = self._article.language.nominative(sentence.tokens[tokens.start : tokens.stop], slot)
                return Sourced(name, Evidence((mention.span,), "venue"))
        return None

    def _destinations(self, number: int, region: Span) -> Iterator[_Found]:
        sentence = self._article.sentences[number]
        inside = sentence.indexes(region)
        tokens = sentence.tokens[inside.start : inside.stop]
        moves = [inside.start + m.start for m in (*self._words.arrive.all(tokens), *self._words.stop.all(tokens))]
        moves = [m for m in moves if not self._is_to_come(sentence, m)]
        if not moves:
            return
        known = [m.span for m in self._article.mentions_in(region, PLACES)]
        spans = [*known, *self._unmarked(sentence, region, known)]
        for span in sorted(spans, key=lambda s: s.start):
            if self._inside_name(span) or self._is_date(number, span) or not self._is_reached(sentence, span, moves):
                continue
            found = self._capital_named(sentence, span) or self._place_at(span)
            if found:
                yield found

    def _capital_named(self, sentence: Sentence, span: Span) -> _Found | None:
        tokens = sentence.indexes(span)
        code = find_country(span.of(self._article.text), self._code)
        near = sentence.tokens[max(0, tokens.start - 2) : tokens.stop + 1]
        return _Found(capital(code), code, span, "capital") if code and capital(code) and self._words.capital.all(near) else None

    def _is_to_come(self, sentence: Sentence, move: int) -> bool:
        """Whether a movement is only what comes after the act: "before leaving for Brussels"."""
        around = sentence.tokens[move : move + 3] if self._lexicons.state_first else sentence.tokens[max(0, move - 2) : move]
        return any(t.lower in self._words.before_leaving for t in around)

    def _is_reached(self, sentence: Sentence, span: Span, moves: Sequence[int]) -> bool:
        tokens = sentence.indexes(span)
        slot = self._article.language.slot(sentence, tokens)
        if self._lexicons.state_first:
            if not any(0 <= move - tokens.stop <= REACH for move in moves):
                return False
            after = sentence.tokens[tokens.stop : tokens.stop + 1]
            named = bool(after) and after[0].lower.startswith(("қаласына", "еліне", "республикасына", "астанасына", *self._words.regions))
            return slot.case in (Case.DAT, Case.ACC) or named or self._is_locative(sentence, tokens)
        if not any(0 < tokens.start - move <= REACH for move in moves):
            return False
        if slot.preposition is None:
            return slot.case in (Case.ACC, None, Case.NOM)
        return slot.preposition in self._words.to | self._words.at

    def _listed(self, number: int, found: Sequence[_Found]) -> bool:
        """Whether two destinations are joined by "and" or a comma."""
        between = self._article.text[found[0].span.end : found[-1].span.start]
        return any(t in f" {between} " for t in (" и ", " and ", " және ", " мен ", " пен ", " бен ", ", "))

    def of_posts(self, members: Sequence[Member]) -> Place | None:
        """The city or country that a participant is posted to: "consul in Kazan", "mayor of Plovdiv", "the embassy in The Hague"."""
        posted = [m for m in members if m.roles & (ENVOYS | {"regional"}) or self._is_mission(m)]
        for member in posted:
            for span in member.cities:
                city = self.city_at(span)
                if city:
                    return _Found(city.name, city.country, span, "city of a post").place()
        for member in posted:
            for host in member.hosts:
                if "regional" not in member.roles:
                    return _Found(None, host.code, host.span, "country of a post").place()
        return None

    @staticmethod
    def _is_mission(member: Member) -> bool:
        return member.kind is ParticipantKind.ORGANIZATION and bool(member.hosts or member.cities) and bool(member.codes)

    def of_hosts(self, members: Sequence[Member], home: Code | None) -> Place | None:
        """The host's country, where an envoy without a stated post meets another state's officials."""
        envoys = [m for m in members if m.roles & ENVOYS]
        officials = [m for m in members if m.roles & HOSTS and not m.roles & ENVOYS]
        abroad = {c.code for m in envoys for c in m.codes}
        for official in officials:
            for code in official.codes or ((home,) if home else ()):
                if envoys and code.code not in abroad and code.code in STATES:
                    return _Found(None, code.code, code.span, "host's country").place()
        return None

    def of_receiver(self, member: Member | None, home: Code | None) -> Place | None:
        """The country of the official who receives the other; without a state told it is that of the document."""
        if member is None or not member.roles & HOSTS or member.roles & ENVOYS:
            return None
        code = next(iter(member.codes), home)
        return _Found(None, code.code, code.span, "host's country").place() if code and code.code in STATES else None

    def of_dateline(self) -> Place | None:
        """The dateline's city."""
        span = self._article.layout.dateline_city
        city = self.city_at(span) if span else None
        return _Found(city.name, city.country, span, "dateline").place() if city and span else None

    def capital(self, country: str, span: Span) -> Place | None:
        """The capital of a country, where its ministry or palace is."""
        return _Found(capital(country), country, span, "seat of a ministry").place()
