"""Where: a city or country stated for the act, the place of a post, a ministry's capital, the host's country, or the dateline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from elshi.engagements.article import Article
from elshi.engagements.lexicons import Lexicons
from elshi.engagements.members import ENVOYS, Member
from elshi.engagements.parties import LOCATIVES, Code, Party
from elshi.language.base import Case, Sentence
from elshi.language.gazetteers import City, capital, countries, find_city, find_country
from elshi.records import Evidence, Label, Place, Sourced, Span

__all__ = ["PlaceReader"]

STATES = frozenset(countries())
HOSTS = frozenset({"head-of-state", "head-of-government", "minister", "deputy-minister", "parliament", "regional"})


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


class PlaceReader:
    """Reads the place of an act of one document."""

    def __init__(self, article: Article, lexicons: Lexicons) -> None:
        self._article, self._lexicons = article, lexicons
        self._code = article.language.code
        self._near = frozenset(
            code for m in article.mentions if m.label is Label.COUNTRY and (code := find_country(m.span.of(article.text), self._code))
        )

    def city_at(self, span: Span) -> City | None:
        """The city that a span names, nearest to the countries of the document."""
        return find_city(span.of(self._article.text), self._code, self._near)

    def stated(self, number: int, region: Span, parties: Sequence[Party], told: int) -> Place | None:
        """The place that a region of a sentence states: "в Берлине", "in Vienna", «Каирде», «Чехияда»."""
        found = self._stated(number, region, parties, told)
        return found.place() if found else None

    def _stated(self, number: int, region: Span, parties: Sequence[Party], told: int) -> _Found | None:
        sentence = self._article.sentences[number]
        states: list[_Found] = []
        for mention in self._article.mentions_in(region, {Label.CITY, Label.COUNTRY, Label.REGION, Label.LOCATION}):
            span = mention.span
            if span.start > told or any(p.span.contains(span) for p in parties) or self._inside_name(span):
                continue
            if not self._is_place(sentence, span):
                continue
            if code := find_country(span.of(self._article.text), self._code):
                states.append(_Found(None, code, span, "stated country"))
            elif city := self.city_at(span):
                return _Found(city.name, city.country, span, "stated city")
        return states[0] if states else self._unmarked(sentence, region, parties, told)

    def _unmarked(self, sentence: Sentence, region: Span, parties: Sequence[Party], told: int) -> _Found | None:
        """A city in the place's slot that the tagger passed over."""
        for index in sentence.indexes(region):
            token = sentence.tokens[index]
            if not token.is_capital or token.span.start > told or any(p.span.overlaps(token.span) for p in parties):
                continue
            if self._article.mentions_in(token.span) or self._inside_name(token.span) or not self._is_place(sentence, token.span):
                continue
            city = self.city_at(token.span)
            if city:
                return _Found(city.name, city.country, token.span, "stated city")
        return None

    def _inside_name(self, span: Span) -> bool:
        """Whether a place is only part of a body's, an event's or an initiative's name."""
        names = {Label.ORG, Label.EVENT, Label.INITIATIVE, Label.LAW, Label.PERSON, Label.POSITION}
        around = Span(max(0, span.start - 200), min(len(self._article.text), span.end + 200))
        return any(m.span.contains(span) and m.span != span for m in self._article.mentions_in(around, names))

    def _is_place(self, sentence: Sentence, span: Span) -> bool:
        slot = self._article.language.slot(sentence, sentence.indexes(span))
        if self._lexicons.state_first:
            last = sentence.tokens[sentence.indexes(span).stop - 1]
            ending = last.lower.endswith((*LOCATIVES, *self._lexicons.host_endings))
            return ending or slot.case == Case.LOC or self._followed(sentence, span)
        if slot.preposition in ("in", "at", "near", "outside"):
            return True
        if self._code == "ru":
            return slot.preposition in ("в", "во", "на", "под") and slot.case in (Case.LOC, None, Case.ACC)
        return False

    def _followed(self, sentence: Sentence, span: Span) -> bool:
        """Kazakh «Вильнюс қаласында»: the case stands on the word for city."""
        after = sentence.tokens[sentence.indexes(span).stop : sentence.indexes(span).stop + 1]
        return bool(after) and after[0].lower.startswith(("қаласында", "қалада", "қаласындағы"))

    def of_posts(self, members: Sequence[Member]) -> Place | None:
        """The city or country that a participant is posted to: "consul in Kazan", "mayor of Plovdiv"."""
        for member in members:
            for span in member.cities:
                city = self.city_at(span)
                if city and member.roles & {"ambassador", "consul", "diplomat", "regional"}:
                    return _Found(city.name, city.country, span, "city of a post").place()
        for member in members:
            for host in member.hosts:
                if member.roles & ENVOYS:
                    return _Found(None, host.code, host.span, "country of a post").place()
        return None

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

    def of_dateline(self) -> Place | None:
        """The dateline's city."""
        span = self._article.layout.dateline_city
        city = self.city_at(span) if span else None
        return _Found(city.name, city.country, span, "dateline").place() if city and span else None

    def capital(self, country: str, span: Span) -> Place | None:
        """The capital of a country, where its ministry or palace is."""
        return _Found(capital(country), country, span, "seat of a ministry").place()
