"""What the words of a sentence name: cities and states, the capital of a state, and whether they stand in the slot of a place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from elshi.engagements.allegiances import city_names
from elshi.engagements.article import Article
from elshi.engagements.attachments import LOCATIVES
from elshi.engagements.lexicons import Lexicons
from elshi.engagements.scene_words import SceneWords
from elshi.language.base import Case, Sentence, Token
from elshi.language.gazetteers import City, capital, find_city, find_country, find_region, is_state_adjective
from elshi.records import Evidence, Label, Mention, Place, Sourced, Span

__all__ = ["PLACES", "Found", "PlaceNames"]

PLACES = frozenset({Label.CITY, Label.COUNTRY, Label.REGION, Label.LOCATION})
NAMES = frozenset({Label.ORG, Label.EVENT, Label.INITIATIVE, Label.LAW, Label.PERSON, Label.POSITION})
AREAS = frozenset({Label.REGION, Label.LOCATION})
LONGEST_NAME = 200
LONGEST_SITE = 12  # letters of the word for a house behind a name
SHORTEST = 3
ADJUNCT = 4  # tokens between a preposition and the place that it governs
LARGE = 100_000
HUGE = 500_000
CITY_STATES = frozenset({"SG", "MC", "VA"})
LARGER = 5  # times the people of another city of the same name
MOST_IN_HEADING = 3
BULLETS = frozenset("•▪●■◦–—-*·")
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})


@dataclass(frozen=True, slots=True)
class Found:
    """A place that words name: the state's code, the city's English name if it is one, the words and the rule."""

    city: str | None
    country: str
    span: Span
    rule: str

    def place(self, venue: Sourced[str] | None = None) -> Place:
        """The record of it."""
        evidence = Evidence((self.span,), self.rule)
        return Place(
            country=Sourced(self.country, evidence),
            city=Sourced(self.city, evidence) if self.city else None,
            venue=venue,
        )


class PlaceNames:
    """Reads the names of places in one document."""

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

    def is_known(self, city: City | None) -> bool:
        """Whether a city can be meant by a word that the tagger took for none: one of the document's countries, a capital, a large one."""
        return city is not None and (city.country in self._near or city.capital or city.population > LARGE)

    def is_near(self, city: City) -> bool:
        """Whether a city is a capital or in one of the countries of the document."""
        return city.capital or city.country in self._near

    def city_of_site(self, token: Token, first: bool) -> City | None:
        """The city that a word of a site's name tells: "University of Turku", «Казанский университет»."""
        if not token.is_capital or token.lower.startswith(self._words.kinds):
            return None
        city = None if first and self._code == "ru" and any(r.part == "ADJ" for r in token.readings[:1]) else self.city_at(token.span)
        if city is not None and self.is_known(city):
            return city
        return self.city_of_adjective(token.text) if first else None

    def city_of_adjective(self, word: str) -> City | None:
        """The city of which a word is the adjective, a capital or a large one of the document's countries."""
        found = (find_city(name, self._code, self._near) for name in list(city_names(word, self._lexicons))[1:])
        large = (c for c in found if c and (c.capital or c.population > HUGE or (c.country in self._near and c.population > LARGE)))
        return next(large, None)

    def is_adjective(self, span: Span) -> bool:
        """Whether a state is told by an adjective: it is whose something is, not where."""
        return is_state_adjective(span.of(self._article.text), self._code)

    def is_told_of(self, span: Span) -> bool:
        """Whether a place is only part of a name, or an adjective of what is there."""
        return self.inside_name(span) or self.is_adjective(span)

    def named_at(self, sentence: Sentence, index: int) -> Place | None:
        """The place that the word at token `index` of a sentence names."""
        found = self.place_at(sentence.tokens[index].span)
        return found.place() if found else None

    def heading(self, sentence: Sentence) -> Place | None:
        """The city of a sentence that is nothing but its name, or begins with it and a colon: "GENEVA." or «Женева:» before an item of a
        digest, behind a bullet or not."""
        tokens = sentence.tokens[1:] if sentence.tokens and sentence.tokens[0].text in BULLETS else sentence.tokens
        colon = next((i for i, t in enumerate(tokens[: MOST_IN_HEADING + 1]) if t.text == ":"), None)
        tokens = tokens if colon is None else tokens[:colon]
        words = [t for t in tokens if t.is_word]
        if not 1 <= len(words) <= MOST_IN_HEADING or len(tokens) > len(words) + 1 or not all(t.is_capital for t in words):
            return None
        span = Span(words[0].span.start, words[-1].span.end)
        city = self.city_at(span)
        return Found(city.name, city.country, span, "heading").place() if city and (self.is_known(city) or len(words) > 1) else None

    def place_at(self, span: Span) -> Found | None:
        """The state, region or city that a span names; a region gives its country only."""
        words = span.of(self._article.text)
        if (words.split()[-1].islower() and len(words.split()[-1]) <= SHORTEST) or self._is_namesake(span):
            return None
        if code := find_country(words, self._code):
            called = capital(code) if code in CITY_STATES and not self.is_adjective(span) else self._city_called_after(words, code)
            return Found(called, code, span, "stated city" if called else "stated country")
        if country := self._country_of_region(span):
            return Found(None, country, span, "stated region")
        city = self.city_at(span)
        if city is not None and city.name != words and self._code == "en" and (region := find_region(words, self._code)):
            return Found(None, region, span, "stated region")  # Goa, which is no Genoa
        tagged = any(m.span == span for m in self._article.mentions_in(span, {Label.CITY}))
        if city is None or not (tagged or self.is_known(city)):
            return None
        return Found(city.name, city.country, span, "stated city")

    def _city_called_after(self, words: str, code: str) -> str | None:
        """The city whose name of several words has the name of its state in it: "Panama City", "Port Sudan"."""
        found = find_city(words, self._code, frozenset({code})) if " " in words and self._code == "en" else None
        named = any(find_country(word, self._code) for word in words.split())
        return found.name if found and found.country == code and named else None

    def _is_namesake(self, span: Span) -> bool:
        """Whether a city's name is only that of a house: "at Hyderabad House"."""
        words = f"{span.of(self._article.text)}{self._article.text[span.end : span.end + LONGEST_SITE]}".split()
        named = len(span.of(self._article.text).split())
        return bool(self._words.namesakes) and any(
            w.lower().strip(".,;") in self._words.namesakes and w[0].isupper() for w in words[1 : named + 1]
        )

    def _country_of_region(self, span: Span) -> str | None:
        """The country of the region that a span names: "Bavaria", "Turkistan Region", «Ульяновскую область»; None if it names none."""
        words = span.of(self._article.text)
        labelled = any(m.span.contains(span) for m in self._article.mentions_in(self._around(span), AREAS))
        called = self._is_called_region(span)
        listed = find_region(words, self._code) if labelled or called else None
        if listed or not called:
            return listed
        cities = (find_city(name, self._code, self._near) for name in city_names(words.partition(" ")[0], self._lexicons))
        return next((c.country for c in cities if c), None)

    def _is_called_region(self, span: Span) -> bool:
        """Whether a word for region stands in the name or right behind it, or a name of a region goes on with it."""
        after = self._article.text[span.end : span.end + 12].strip().casefold()
        inside = any(w.startswith(self._words.regions) for w in span.of(self._article.text).casefold().split()[1:])
        wider = any(m.span.contains(span) and m.span != span for m in self._article.mentions_in(self._around(span), {Label.REGION}))
        return inside or wider or after.startswith(self._words.regions) or self._is_listed_region(span)

    def _is_listed_region(self, span: Span) -> bool:
        """Kazakh «Парана мен Санта-Катарина штаттары»: the word for region stands behind the last of two."""
        after = self._article.text[span.end : span.end + LONGEST_SITE].split()
        listed = self._lexicons.state_first and len(after) > 2 and after[0] in self._lexicons.joints
        return listed and after[1][:1].isupper() and after[2].casefold().startswith(self._words.regions)

    def unmarked(self, sentence: Sentence, region: Span, known: Sequence[Span]) -> Iterator[Span]:
        """Cities and countries that the tagger passed over or took for something else."""
        for index in sentence.indexes(region):
            token = sentence.tokens[index]
            if not token.is_capital or token.lower in self._words.there or any(k.overlaps(token.span) for k in known):
                continue
            if self._inside_site(token.span):
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
                find_country(token.span.of(self._article.text), self._code) or self.is_known(self.city_at(span))
            ):
                yield span if not others else token.span

    def _inside_site(self, span: Span) -> bool:
        """Whether a word is part of the name of a building or monument: what city it tells is read from the name as a whole."""
        return any(m.span.contains(span) and m.span != span for m in self._article.mentions_in(self._around(span), {Label.FACILITY}))

    def _heads(self, sentence: Sentence, index: int, names: Sequence[Mention]) -> bool:
        """Whether a place only stands before what the tagger took it into: it is all of a body, or Kazakh and in the locative."""
        span = sentence.tokens[index].span
        if all(m.label is Label.ORG and m.span == span for m in names):
            return True
        local = self._lexicons.state_first and self.is_locative(sentence, range(index, index + 1))
        return local and all(m.span.start == span.start and m.label is not Label.PERSON for m in names)

    def _is_spelt(self, sentence: Sentence, index: int) -> bool:
        """Whether a token can be a place's name at all: four letters, or a name that is no common word."""
        token = sentence.tokens[index]
        return len(token.text) > 3 or not any(r.part in ("PRON", "ADV", "VERB", "CONJ", "PREP") for r in token.readings)

    def _around(self, span: Span) -> Span:
        return Span(max(0, span.start - LONGEST_NAME), min(len(self._article.text), span.end + LONGEST_NAME))

    def is_date(self, number: int, span: Span) -> bool:
        """Whether a stretch is (part of) a date: "in March"."""
        return any(d.span.overlaps(span) for d in self._article.dates[number])

    def inside_name(self, span: Span) -> bool:
        """Whether a place is only part of a body's, an event's or an initiative's name."""
        return any(m.span.contains(span) and m.span.start < span.start for m in self._article.mentions_in(self._around(span), NAMES))

    def is_place(self, sentence: Sentence, span: Span) -> bool:
        tokens = sentence.indexes(span)
        if self._lexicons.state_first:
            return self.is_locative(sentence, tokens)
        if self._is_labelled(sentence, tokens.start):
            return True
        slot = self._article.language.slot(sentence, tokens)
        if slot.preposition not in self._words.at or self._is_concern(sentence, tokens.start):
            return False
        return self._code != "ru" or slot.case in (Case.LOC, None, Case.ACC)

    def _is_concern(self, sentence: Sentence, start: int) -> bool:
        """Whether a place is only where what is talked of is: "the situation in Sudan"."""
        at = next((i for i in range(start - 1, max(0, start - ADJUNCT), -1) if sentence.tokens[i].lower in self._words.at), 0)
        return at > 0 and bool(sentence.tokens[at - 1].lemmas() & self._words.concerns)

    def _is_labelled(self, sentence: Sentence, at: int) -> bool:
        """Whether a word for city or province, itself in the place's slot, stands before the name: «в городе Алматы», "in the city of"."""
        words, index = sentence.tokens, at - 1
        while index >= 0 and (words[index].text == "." or words[index].lower in ("of", "the")):
            index -= 1
        if index < 1 or words[index].lower not in self._words.labels:
            return False
        before = words[index - 1].lower if words[index - 1].lower != "the" else words[max(index - 2, 0)].lower
        return before in self._words.at

    def is_locative(self, sentence: Sentence, tokens: range) -> bool:
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
        sites = self._words.venues.at(sentence.tokens, tokens.stop)
        state = find_country(self._article.words(sentence.tokens[tokens.start : tokens.stop]), self._code)
        if state is None and any(sentence.tokens[m.end - 1].lower.endswith(LOCATIVES) for m in sites):
            return True  # «Тирана мэриясында»
        return word.startswith(("қаласында", "қалада", "шаһарында")) or (word.startswith(self._words.regions) and word.endswith(LOCATIVES))

    def _has_site(self, sentence: Sentence, at: int) -> bool:
        """Kazakh «Сианьдағы тарих музейінде»: an attribute of place says where if a site in the locative follows."""
        following = sentence.tokens[at : at + 7]
        return any(
            following[m.end - 1].lower.endswith(LOCATIVES) and not any(t.text == "," for t in following[: m.end])
            for m in self._words.venues.all(following)
        )

    def capital_at(self, sentence: Sentence, span: Span) -> Found | None:
        """The capital of a country: "в столице Швейцарии", "in the Dutch capital", «Ресей астанасында»."""
        code = find_country(span.of(self._article.text), self._code)
        if code is None or not capital(code):
            return None
        words = self._capital_beside(sentence, sentence.indexes(span))
        if words is None:
            return None
        whole = Span(min(span.start, sentence.tokens[words.start].span.start), max(span.end, sentence.tokens[words.stop - 1].span.end))
        placed = self.is_place(sentence, whole) or self.is_place(sentence, Span(*self.edges(sentence, words)))
        return Found(capital(code), code, whole, "capital") if placed else None

    def _capital_beside(self, sentence: Sentence, tokens: range) -> range | None:
        """The word for capital that belongs to a country's name: right behind it, or before it with "of" or a genitive between."""
        for match in self._words.capital.all(sentence.tokens[tokens.start - 3 if tokens.start > 2 else 0 : tokens.stop + 2]):
            first = match.start + max(0, tokens.start - 3)
            words = range(first, first + match.end - match.start)
            between = sentence.tokens[min(words.stop, tokens.stop) : max(words.start, tokens.start)]
            behind = words.start >= tokens.stop and all(t.lower in POSSESSIVE for t in between)
            ahead = words.stop <= tokens.start and all(t.lower in self._lexicons.state_words for t in between)
            if behind or (ahead and self._is_owner(sentence, tokens.start, between)):
                return words
        return None

    def _is_owner(self, sentence: Sentence, at: int, between: Sequence[Token]) -> bool:
        """Whether a country behind the word for capital is the one whose capital it is, not an adjective of what follows."""
        if self._code == "en":
            return any(t.lower == "of" for t in between)
        return any(r.part != "ADJ" for r in sentence.tokens[at].readings[:1])

    def bare_capital(self, number: int, region: Span) -> Span | None:
        """The word for capital in the place's slot of a region where no country stands with it: «в столице»."""
        sentence = self._article.sentences[number]
        inside = sentence.indexes(region)
        for match in self._words.capital.all(sentence.tokens[inside.start : inside.stop]):
            span = Span(*self.edges(sentence, range(inside.start + match.start, inside.start + match.end)))
            if self.is_place(sentence, span):
                return span
        return None

    @staticmethod
    def edges(sentence: Sentence, tokens: range) -> tuple[int, int]:
        return sentence.tokens[tokens.start].span.start, sentence.tokens[tokens.stop - 1].span.end

    def capital_named(self, sentence: Sentence, span: Span) -> Found | None:
        """The capital of the country that a span names, where the word for it stands beside, in whatever slot."""
        code = find_country(span.of(self._article.text), self._code)
        beside = code and capital(code) and self._capital_beside(sentence, sentence.indexes(span))
        return Found(capital(code), code, span, "capital") if code and beside else None
