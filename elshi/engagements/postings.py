"""Places that nobody names for the act: where its people are posted, whose guests they are, the dateline, the issuer's seat."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from elshi.engagements.article import Article
from elshi.engagements.members import ENVOYS, Member
from elshi.engagements.parties import Code
from elshi.engagements.place_names import Found, PlaceNames
from elshi.engagements.scene_words import SceneWords
from elshi.language.gazetteers import capital, countries, find_city, find_countries, find_country
from elshi.records import ParticipantKind, Place, Span

__all__ = ["Postings"]

STATES = frozenset(countries())
LARGE = 90_000  # people: smaller places share their names with too many other words
HOSTS = frozenset({"head-of-state", "head-of-government", "minister", "deputy-minister", "parliament", "regional"})


class Postings:
    """Infers where those who take part are, from what one document says of them."""

    def __init__(self, article: Article, names: PlaceNames, words: SceneWords) -> None:
        self._article, self._names, self._words = article, names, words

    def of_posts(self, members: Sequence[Member]) -> Place | None:
        """The city or country that a participant is posted to: "consul in Kazan", "mayor of Plovdiv", "the embassy in The Hague"."""
        posted = [m for m in members if m.roles & (ENVOYS | {"regional"}) or self._is_mission(m)]
        for member in posted:
            for span in member.cities:
                city = self._names.city_at(span)
                if city:
                    return Found(city.name, city.country, span, "city of a post").place()
        for member in posted:
            for host in member.hosts:
                if "regional" not in member.roles:
                    return Found(None, host.code, host.span, "country of a post").place()
        return None

    @staticmethod
    def _is_mission(member: Member) -> bool:
        return member.kind is ParticipantKind.ORGANIZATION and bool(member.hosts or member.cities) and bool(member.codes)

    def of_hosts(self, members: Sequence[Member], home: Code | None) -> Place | None:
        """The host's country, where an envoy without a stated post meets another state's officials."""
        envoys = [m for m in members if m.roles & ENVOYS]
        officials = [m for m in members if m.roles & HOSTS and not m.roles & ENVOYS]
        abroad, told = {c.code for m in envoys for c in m.codes}, all(m.codes for m in envoys)
        for official in officials:
            for code in official.codes or ((home,) if home and (told or not self._seat_of_source(home)) else ()):
                if envoys and code.code not in abroad and code.code in STATES:
                    return Found(None, code.code, code.span, "host's country").place()
        return None

    def of_receiver(self, member: Member | None, home: Code | None) -> Place | None:
        """The country of the official who receives the other; without a state told it is that of the document."""
        if member is None or not member.roles & HOSTS or member.roles & ENVOYS:
            return None
        code = next(iter(member.codes), home)
        return Found(None, code.code, code.span, "host's country").place() if code and code.code in STATES else None

    def of_source(self, members: Sequence[Member], home: Code | None) -> Place | None:
        """The country of the mission that issued the document, for its own envoys: "Embassy of Nepal in Lisbon"."""
        envoys = [m for m in members if m.roles & ENVOYS and not m.hosts]
        own = next((m for m in envoys if home and home.code in {c.code for c in m.codes or (home,)}), None)
        seat = self._seat_of_source(home) if own and home else None
        return Found(None, seat[0], own.mention, "country of a mission").place() if own and seat else None

    def at_mission(self, number: int, region: Span, home: Code | None) -> Place | None:
        """Where the mission is that issued the document, if a region says that the act was held in it: "at the Embassy"."""
        sentence = self._article.sentences[number]
        for index in sentence.indexes(region):
            span = sentence.tokens[index].span
            if sentence.tokens[index].lower.startswith(self._words.missions) and self._names.is_place(sentence, span):
                seat = self._seat_of_source(home) if home else None
                return Found(seat[1], seat[0], span, "seat of a mission").place() if seat else None
        return None

    def _seat_of_source(self, home: Code) -> tuple[str, str | None] | None:
        """The country and, if its name tells it, the city of the mission that issued the document."""
        source, code = self._article.document.source or "", self._article.language.code
        words = [w for w in source.replace(",", " ").split() if w[:1].isupper()]
        if not any(w.casefold().startswith(self._words.missions) for w in source.split()):
            return None
        for word, following in pairwise([*words[1:], ""]):
            named = find_country(word, code) or word.casefold().startswith(self._words.missions)
            city = None if named else find_city(f"{word} {following}", code)
            if city is not None and (city.capital or city.population > LARGE):
                return city.country, city.name
        host = next((state for state in find_countries(source, code) if state != home.code), None)
        return (host, None) if host else None

    def of_dateline(self) -> Place | None:
        """The dateline's city."""
        span = self._article.layout.dateline_city
        city = self._names.city_at(span) if span else None
        return Found(city.name, city.country, span, "dateline").place() if city and span else None

    def capital(self, country: str, span: Span) -> Place | None:
        """The capital of a country, where its ministry or palace is."""
        return Found(capital(country), country, span, "seat of a ministry").place()
