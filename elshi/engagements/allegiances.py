"""Whom a noun phrase acts for: the states and bodies that it names, apart from those where it is only posted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from elshi.engagements.article import Article
from elshi.engagements.lexicons import Lexicons
from elshi.language.base import Case, Sentence
from elshi.language.gazetteers import countries, find_city, find_country, find_organisation, find_region, find_state_of_body
from elshi.records import Label, Mention, Span

__all__ = ["Allegiance", "Code", "city_names", "of_duty", "read_allegiance"]

STATES = frozenset(countries())
SERVANTS = frozenset({"ambassador", "consul", "diplomat", "head-of-state", "head-of-government", "minister", "deputy-minister", "regional"})
NAMED = frozenset({Label.ORG, Label.COUNTRY, Label.CITY, Label.REGION, Label.LOCATION, Label.NORP, Label.FACILITY})
LONG = 5  # letters: a firm's name goes on behind the part that it has of its state's
WITH = frozenset({"with", "с", "со"})
LARGE = 90_000  # people: smaller places share their names with too many other words


@dataclass(frozen=True, slots=True)
class Code:
    """A country's or organisation's code and the span that names it."""

    code: str
    span: Span


@dataclass(frozen=True, slots=True)
class Allegiance:
    """States and bodies that a phrase acts for (`codes`), states it is posted to (`hosts`), cities and bodies that it names; whether one of
    the bodies belongs to several states (`international`)."""

    codes: tuple[Code, ...] = ()
    hosts: tuple[Code, ...] = ()
    cities: tuple[Span, ...] = ()
    bodies: tuple[Span, ...] = ()
    international: bool = False


class _Reader:
    def __init__(self, article: Article, sentence: Sentence, lexicons: Lexicons, span: Span, name: range | None) -> None:
        self.article, self.sentence, self.lexicons, self.span = article, sentence, lexicons, span
        self.language = article.language.code
        self.name = name
        self.codes: list[Code] = []
        self.hosts: list[Code] = []
        self.cities: list[Span] = []
        self.bodies: list[Span] = []
        self.international = False

    def read(self) -> Allegiance:
        mentions = [m for m in self.article.mentions_in(self.span, NAMED) if not self._in_name(m.span) and not self._is_noted(m.span)]
        mentions = [m for m in mentions if m.label is Label.ORG or not self._is_quoted(m.span)]
        for mention in mentions:
            self._add(mention)
        for state in self._unmarked_states([m.span for m in mentions if m.label is not Label.ORG]):
            if not self._is_noted(state.span) and not self._is_quoted(state.span):
                self._state(state)
        if not self.codes and not self.bodies:
            self._unmarked_body()
        if not self.codes:
            self._seats()
        if not self.codes and not self.international:
            self._parts(mentions)
        codes = tuple(sorted(dict.fromkeys(self._without_alike(self.codes)), key=lambda c: c.span.start))
        return Allegiance(codes, tuple(self.hosts), tuple(self.cities), tuple(self.bodies), self.international)

    def _in_name(self, span: Span) -> bool:
        tokens = self.sentence.indexes(span)
        return self.name is not None and tokens.start < self.name.stop and self.name.start < tokens.stop

    def _is_noted(self, span: Span) -> bool:
        """Whether words stand in a bracket that the phrase goes on behind: "ambassador (residence in Rome) Ana Lopez"."""
        inside = self.sentence.indexes(self.span)
        marks = [(i, self.sentence.tokens[i].text) for i in inside if self.sentence.tokens[i].text in "()"]
        at = self.sentence.indexes(span).start
        opened = any(mark == "(" for i, mark in marks if i < at)
        return opened and any(mark == ")" and i + 1 < inside.stop for i, mark in marks if i > at)

    def _is_quoted(self, span: Span) -> bool:
        """Whether a state stands in the name of something: head of the group «Peru – Chile»."""
        ahead = self.article.text[self.span.start : span.start]
        return ahead.count("«") > ahead.count("»") or ahead.count("“") > ahead.count("”")

    def _add(self, mention: Mention) -> None:
        words = mention.span.of(self.article.text)
        state = find_country(words, self.language) if mention.label is not Label.ORG else None
        if not state and (mention.label is Label.CITY or self._is_city(mention, words)):
            self.cities.append(mention.span)
        elif mention.label is Label.ORG:
            self._body(mention.span, words)
        elif mention.label is not Label.FACILITY and state:
            self._state(Code(state, mention.span))

    def _is_city(self, mention: Mention, words: str) -> bool:
        """Whether a region's name of one word is that of a city: «мэр Флоренции»."""
        city = find_city(words, self.language) if mention.label is Label.REGION and " " not in words else None
        return city is not None and city.population >= LARGE and not find_region(words, self.language)

    def _state(self, state: Code) -> None:
        tokens = self.sentence.indexes(state.span)
        if not self._is_concern(tokens) and not self._is_partner(tokens):
            (self.hosts if self._is_host(tokens) or self._tells_where(tokens) else self.codes).append(state)

    def _body(self, span: Span, words: str) -> None:
        self.bodies.append(span)
        code = find_organisation(words, self.language) or find_state_of_body(words, self.language) or self._longer(span)
        self.international |= self._is_international(span)
        inside = any(o.span.contains(span) and o.span != span for o in self.codes)
        if code and not inside and not self._is_posting(self.sentence.indexes(span)):
            self.codes.append(Code(code, self._own_state(code, span)))

    def _longer(self, span: Span) -> str | None:
        """The organisation whose name goes on behind what the tagger took for it, up to the end of the post."""
        inside = self.sentence.indexes(self.span)
        stop = self.name.start if self.name is not None and self.name.start > self.sentence.indexes(span).start else inside.stop
        end = self.sentence.tokens[stop - 1].span.end
        return find_organisation(self.article.text[span.start : end], self.language) if end > span.end else None

    def _without_alike(self, codes: Sequence[Code]) -> list[Code]:
        """The codes without the state of a body that is only named like its own, where another state is told: «Ресей | Мәжілісі»."""
        named = {find_country(c.span.of(self.article.text), self.language) for c in codes}
        bodies = {find_state_of_body(b.of(self.article.text), self.language) for b in self.bodies}
        other = any(c.code in STATES and c.code in named and c.code not in bodies for c in codes)
        return [c for c in codes if not (other and c.code in bodies and c.code not in named)]

    def _own_state(self, code: str, span: Span) -> Span:
        """The words of a body's name that tell its state and no more: those it ends with («МИД Чили»), in Kazakh begins with."""
        tokens = self.sentence.indexes(span)
        at = tokens.start if self.lexicons.state_first else tokens.stop - 1
        word = self.sentence.tokens[at]
        noun = bool(word.readings) and word.readings[0].part in ("NOUN", "NAME")
        return word.span if len(tokens) > 1 and noun and code in STATES and find_country(word.text, self.language) == code else span

    def _unmarked_body(self) -> None:
        """A body that the tagger passed over in a post."""
        words = self.sentence.indexes(self.span)
        tokens = [self.sentence.tokens[i] for i in words if self.name is None or i not in self.name]
        for at, token in enumerate(tokens):
            if token.is_capital and (code := find_organisation(self.article.words(tokens[at:]), self.language)):
                span = Span(token.span.start, tokens[-1].span.end)
                if span.end > span.start and not self._is_posting(self.sentence.indexes(span)):
                    self.codes.append(Code(code, span))
                return

    def _parts(self, mentions: Sequence[Mention]) -> None:
        """The state of a body that it alone has, of a firm that bears its name, of a region or of a city: "the governor of Gujarat"."""
        for mention in mentions:
            words = mention.span.of(self.article.text)
            code = self._of_part(mention, words)
            tokens = self.sentence.indexes(mention.span)
            if code and not self._is_host(tokens) and not self._tells_where(tokens):
                self.codes.append(Code(code, mention.span))
                return
        words = self.article.text[self.span.start : self.span.end]
        if self.name is None and (code := find_state_of_body(words, self.language)):
            self.codes.append(Code(code, self.span))

    def _of_part(self, mention: Mention, words: str) -> str | None:
        if mention.label is Label.ORG:
            return self._of_firm(words)
        if mention.label in (Label.REGION, Label.LOCATION, Label.CITY) and (region := find_region(words, self.language)):
            return region
        if mention.label is Label.REGION:
            found = (find_city(name, self.language) for name in city_names(words.partition(" ")[0], self.lexicons))
            return next((c.country for c in found if c), None)
        city = find_city(words, self.language) if mention.label is Label.CITY else None
        return city.country if city and (city.capital or city.population >= LARGE) else None

    def _of_firm(self, words: str) -> str | None:
        """The state whose name a firm's begins with: "KazTransOil", «Узбекнефтегаз»."""
        for word in words.casefold().replace("«", "").replace('"', "").split():
            for code, beginnings in self.lexicons.firms.items():
                if len(word) > LONG and word.startswith(beginnings) and not find_city(word.capitalize(), self.language):
                    return code
        return None

    def _is_international(self, span: Span) -> bool:
        return any(self.sentence.tokens[i].lower.startswith(self.lexicons.international) for i in self.sentence.indexes(span))

    def _seats(self) -> None:
        """The state of a body whose name tells its city: a university, an institute."""
        if self.international:
            return
        for body in self.bodies:
            for index in self.sentence.indexes(body):
                token = self.sentence.tokens[index]
                if token.is_capital and not self._is_common(index) and (country := self._seat(index, body)):
                    self.codes.append(Code(country, token.span))
                    return

    def _is_common(self, index: int) -> bool:
        """Whether a word is only a common noun that a name begins with: «Совет», «Центр»."""
        token = self.sentence.tokens[index]
        placed = any(c.overlaps(token.span) for c in self.cities)
        return not placed and any(r.part == "NOUN" and r.lemma != token.lower for r in token.readings[:1]) and self.language == "ru"

    def _seat(self, index: int, body: Span) -> str | None:
        token = self.sentence.tokens[index]
        placed = any(c.overlaps(token.span) for c in self.cities)
        before = self.sentence.tokens[index - 1].lower if index else ""
        first = token.span.start == body.start
        region = find_region(token.text, self.language) if first and self.language == "en" else None
        if region or (not placed and self.language == "en" and before not in ("of", "in", "at")):
            return region
        if not placed and self.language != "en" and not first:
            return None
        for written in city_names(token.text, self.lexicons):
            city = find_city(written, self.language)
            if city and (placed or city.population >= LARGE):
                return city.country
        return None

    def _unmarked_states(self, known: list[Span]) -> Iterator[Code]:
        """States that the tagger passed over: the longest runs of words that the gazetteer knows."""
        tokens = self.sentence.tokens
        inside = self.sentence.indexes(self.span)
        at = inside.start
        while at < inside.stop:
            taken = self._in_name(tokens[at].span) or any(k.overlaps(tokens[at].span) for k in known) or not tokens[at].is_word
            free = next((i for i in range(at, inside.stop) if any(k.overlaps(tokens[i].span) for k in known)), inside.stop)
            found = None if taken else self._state_at(at, free)
            if found:
                yield found[0]
            at = found[1] if found else at + 1

    def _state_at(self, at: int, stop: int) -> tuple[Code, int] | None:
        tokens = self.sentence.tokens
        if self.lexicons.posts.at(tokens, at):
            return None
        for end in range(min(stop, at + 4), at, -1):
            if end > at + 1 and (not all(t.is_capital for t in tokens[at:end]) or (tokens[at].text.isupper() and len(tokens[at].text) > 1)):
                continue  # an abbreviation begins no state's name: «МИД Чили»
            words = self.article.words(tokens[at:end])
            code = find_country(words, self.language)
            if code and end > at + 1 and find_country(self.article.words(tokens[at + 1 : end]), self.language) == code:
                code = None if tokens[at].lower not in self.lexicons.state_words else code  # the name begins further on
            if code:
                while end > at + 1 and find_country(self.article.words(tokens[at : end - 1]), self.language) == code:
                    end -= 1  # noqa: PLW2901
                return Code(code, Span(tokens[at].span.start, tokens[end - 1].span.end)), end
        return None

    def _before(self, tokens: range) -> str:
        """The word of the phrase before a name, articles and the formal words of a state's name left out."""
        at, first = tokens.start - 1, self.sentence.indexes(self.span).start
        while at >= first and self.sentence.tokens[at].lower in self.lexicons.state_words:
            at -= 1
        return self.sentence.tokens[at].lower if at >= first else ""

    def _is_concern(self, tokens: range) -> bool:
        """Whether a state is only what the holder of a post deals with: "special envoy for Sudan", «спецпосланник по Сирии»."""
        after = self.sentence.tokens[tokens.stop].lower if tokens.stop < len(self.sentence.tokens) else ""
        return self._before(tokens) in self.lexicons.concern_prepositions or after in self.lexicons.concern_followers

    def _is_partner(self, tokens: range) -> bool:
        """Whether a state is only the one with which a group of one's own is friends: "chair of the friendship group with Chile"."""
        inside = self.sentence.indexes(self.span)
        if self.lexicons.state_first:
            return tokens.stop < inside.stop and any(r.case == Case.INS for r in self.sentence.tokens[tokens.stop - 1].readings[:1])
        return tokens.start - 1 > inside.start and self._before(tokens) in WITH

    def _is_host(self, tokens: range) -> bool:
        last = self.sentence.tokens[tokens.stop - 1].lower
        return self._before(tokens) in self.lexicons.host_prepositions or last.endswith(self.lexicons.host_endings)

    def _tells_where(self, tokens: range) -> bool:
        """Whether a Kazakh place is in the locative: where something is, not whose."""
        return self.lexicons.state_first and any(r.case == Case.LOC for r in self.sentence.tokens[tokens.stop - 1].readings[:1])

    def _is_posting(self, tokens: range) -> bool:
        """Whether somebody is sent to this body rather than by it."""
        after = self.sentence.tokens[tokens.stop : tokens.stop + 1]
        followed = bool(after) and bool(self.lexicons.body_followers) and after[0].lower.startswith(self.lexicons.body_followers)
        return followed or self._before(tokens) in self.lexicons.body_prepositions


def city_names(word: str, lexicons: Lexicons) -> Iterator[str]:
    """A word, and the names of the cities of which it may be the adjective."""
    yield word
    for ending in lexicons.city_adjectives:
        if ending in word[3:]:
            stem = word[: word.rindex(ending)]
            yield from (stem + tail for tail in lexicons.city_endings)


def read_allegiance(article: Article, sentence: Sentence, lexicons: Lexicons, span: Span, name: range | None) -> Allegiance:
    """What the phrase at `span` says of whom it acts for; `name` are the tokens of the person's own name in it."""
    return _Reader(article, sentence, lexicons, span, name).read()


def of_duty(codes: tuple[Code, ...], roles: frozenset[str]) -> tuple[Code, ...]:
    """Those of the codes that holders of such posts serve: a state's servant serves the first state named, not the bodies beside it."""
    states = [c for c in codes if c.code in STATES]
    return tuple(states[:1]) if states and roles & SERVANTS and "organisation-head" not in roles else codes
