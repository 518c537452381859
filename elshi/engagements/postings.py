"""Places that nobody names for the act: where its people are posted, whose guests they are, the dateline, the issuer's seat."""

from __future__ import annotations

from collections.abc import Sequence

from elshi.engagements.article import Article
from elshi.engagements.members import ENVOYS, Member
from elshi.engagements.parties import Code
from elshi.engagements.place_names import Found, PlaceNames
from elshi.language.gazetteers import capital, countries
from elshi.records import ParticipantKind, Place, Span

__all__ = ["Postings"]

STATES = frozenset(countries())
HOSTS = frozenset({"head-of-state", "head-of-government", "minister", "deputy-minister", "parliament", "regional"})


class Postings:
    """Infers where those who take part are, from what one document says of them."""

    def __init__(self, article: Article, names: PlaceNames) -> None:
        self._article, self._names = article, names

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
        abroad = {c.code for m in envoys for c in m.codes}
        for official in officials:
            for code in official.codes or ((home,) if home else ()):
                if envoys and code.code not in abroad and code.code in STATES:
                    return Found(None, code.code, code.span, "host's country").place()
        return None

    def of_receiver(self, member: Member | None, home: Code | None) -> Place | None:
        """The country of the official who receives the other; without a state told it is that of the document."""
        if member is None or not member.roles & HOSTS or member.roles & ENVOYS:
            return None
        code = next(iter(member.codes), home)
        return Found(None, code.code, code.span, "host's country").place() if code and code.code in STATES else None

    def of_dateline(self) -> Place | None:
        """The dateline's city."""
        span = self._article.layout.dateline_city
        city = self._names.city_at(span) if span else None
        return Found(city.name, city.country, span, "dateline").place() if city and span else None

    def capital(self, country: str, span: Span) -> Place | None:
        """The capital of a country, where its ministry or palace is."""
        return Found(capital(country), country, span, "seat of a ministry").place()
