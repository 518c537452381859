"""For whom those act of whom the text does not say it: the state that the document speaks for, or the one where they meet."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

from elshi.engagements.allegiances import STATES, Code
from elshi.engagements.article import Article
from elshi.engagements.lexicons import Lexicons
from elshi.engagements.members import ENVOYS, STATE_ROLES, Member
from elshi.language.base import Case, Reading, Sentence
from elshi.language.gazetteers import find_city, find_countries, find_country, find_organisation, find_state_of_body
from elshi.records import Label, ParticipantKind, Place, Span

__all__ = ["affiliate", "find_home"]

TITLE = 2
JOINED = len(" and ")
RULING = ("minister", "president", "king", "sultan", "amir", "emir", "secretary of state", "foreign secretary")
OPENING = 60  # characters of a text among which its first official is named
WITH = frozenset({"with", "с", "со", "from", "из"})
DATELINE = 3
SHORT = 4  # letters: the beginning of too many other words
OFFICIAL = STATE_ROLES | {"organisation-head"}
LOCALS = frozenset({"local", "regional", "parliament", "attached"})
LOCAL = frozenset({"academic", "business", "other"})
NAMED = frozenset({Label.COUNTRY, Label.NORP})
CREDIT = re.compile(r"^[ \t]*(?:source|press release|источник|дереккөзі?)[ \t]*:[ \t]*(\S[^\n]{2,80}?)[ \t.]*$", re.I | re.M)


@cache
def _sources() -> tuple[tuple[re.Pattern[str], str], ...]:
    table = tomllib.loads((files("elshi") / "reference" / "world" / "sources.toml").read_text(encoding="utf-8"))
    written = {code: "|".join(map(_beginning, names)) for code, names in table.items()}
    return tuple((re.compile(rf"\b(?:{names})"), code) for code, names in written.items())


def _beginning(name: str) -> str:
    """The pattern of a name that words begin with; a very short one is a word of its own."""
    return re.escape(name) + (r"\b" if name.isalpha() and len(name) <= SHORT else "")


def find_home(article: Article, dateline: Place | None, lexicons: Lexicons) -> Code | None:
    """The state or body that the document speaks for: its source's, its language's where that is the language of one state, else the state
    named most, its dateline's and its title's before others. Places that somebody goes to do not count."""
    counted = _named_states(article, lexicons)
    source = _of_source(article, article.document.source)
    if source and not (_is_agency(article, source) and _is_elsewhere(source, dateline, counted)):
        return _evident(article, source, counted)
    credited = _credited(article)
    if credited:
        return credited
    weights = Counter({code: len(spans) for code, spans in counted.items()})
    wire = _of_agency(article.layout.dateline.of(article.text)) if article.layout.dateline else None
    weights.update(dict.fromkeys([wire] if wire else [], TITLE))
    if lexicons.home:
        there = _of_first_post(article, dateline, counted, lexicons) if lexicons.home not in counted else None
        return _evident(article, there or lexicons.home, counted)
    weights.update(dict.fromkeys(_titled_states(article, lexicons)[:1], TITLE))
    weights = _without_guests(article, weights, bool(dateline and dateline.country), lexicons)
    if dateline and dateline.country:
        weights[dateline.country.value] += DATELINE
    best = weights.most_common(1)
    return _evident(article, best[0][0], counted) if best else None


def _of_first_post(article: Article, dateline: Place | None, counted: dict[str, list[Span]], lexicons: Lexicons) -> str | None:
    """The state of the dateline, where the first official whom the text names is told to be that state's: the news is its own."""
    at = dateline.country.value if dateline is not None and dateline.country is not None else None
    first = next((m.span for m in article.mentions if m.label is Label.POSITION), None)
    if first is None or at not in counted:
        return None
    told = _states_of_post(article, first, lexicons)
    return at if told[:1] == [at] or any(0 <= first.start - s.end <= 1 for s in counted[at]) else None


def _without_guests(article: Article, weights: Counter[str], dated: bool, lexicons: Lexicons) -> Counter[str]:
    """The weights of the states without those whose officials the text tells by their states, where the first official it names has none:
    "Foreign Minister A met the Foreign Minister of Malta"."""
    posts = [m.span for m in article.mentions if m.label is Label.POSITION]
    states = [_states_of_post(article, post, lexicons) for post in posts]
    if not states or states[0] or posts[0].start > OPENING:
        return weights
    if dated and not any(word in posts[0].of(article.text).casefold() for word in RULING):
        return weights  # who writes from a seat of several states is not told by its country
    guests = {code for told in states for code in told}
    return Counter({code: n for code, n in weights.items() if code not in guests}) or weights


def _states_of_post(article: Article, post: Span, lexicons: Lexicons) -> list[str]:
    """The states that a post names, but for the one to which an envoy is sent."""
    known = [m.span for m in article.mentions_in(post, NAMED)]
    words = {s: article.text[post.start : s.start].lower().split() for s in known}
    own = (s for s in known if not lexicons.host_prepositions.intersection(words[s][-1:]))
    return [code for s in own if (code := find_country(s.of(article.text), article.language.code))]


def _is_agency(article: Article, state: str) -> bool:
    """Whether the source is only a news agency of the state, not one of its offices."""
    source = article.document.source or ""
    return _of_agency(source) == state and state not in find_countries(source, article.language.code)


def _is_elsewhere(source: str, dateline: Place | None, counted: dict[str, list[Span]]) -> bool:
    """Whether a text with the dateline of another state that it names never names the one of its source."""
    at = dateline.country.value if dateline and dateline.country else None
    return at is not None and at != source and at in counted and source not in counted


def _titled_states(article: Article, lexicons: Lexicons) -> list[str]:
    """The states that the title names, destinations left out."""
    words = (article.document.title or "").split()
    pairs = zip(["", *words], words, strict=False)
    return [
        code
        for before, word in pairs
        if before.lower() not in lexicons.host_prepositions | WITH and (code := find_country(word, article.language.code))
    ]


def _credited(article: Article) -> Code | None:
    """The state or body of the source that a line of the text names: "Source: Ministry of Foreign Affairs of Malta"."""
    for line in CREDIT.finditer(article.text) if article.document.source is None else ():
        code = _of_source(article, line[1])
        if code:
            return Code(code, Span(*line.span(1)))
    return None


def _of_agency(words: str) -> str | None:
    lowered = words.lower()
    return next((state for pattern, state in _sources() if pattern.search(lowered)), None)


def _of_source(article: Article, source: str | None) -> str | None:
    """The state or body that the source's own name tells."""
    code = article.language.code
    if not source:
        return None
    states = find_countries(source, code)
    agency = _of_agency(source)
    city = find_city(source, code)
    seat = city.country if city and (city.capital or source.rstrip().endswith(city.name)) else None
    return (states[0] if states else None) or find_organisation(source, code) or agency or seat or _of_body_of_state(source, code)


def _of_body_of_state(source: str, code: str) -> str | None:
    """The state that alone has the body with which a source's name begins: "Riigikogu Press Service"."""
    words = source.split()
    return next((state for n in range(len(words), 0, -1) if (state := find_state_of_body(" ".join(words[:n]), code))), None)


def _named_states(article: Article, lexicons: Lexicons) -> dict[str, list[Span]]:
    """Where the text names each state, destinations left out."""
    found: dict[str, list[Span]] = {}
    for number, sentence in enumerate(article.sentences):
        for mention in article.mentions_in(sentence.span, NAMED):
            code = find_country(mention.span.of(article.text), article.language.code)
            if code and not _is_destination(article, number, mention.span, lexicons):
                found.setdefault(code, []).append(mention.span)
    return found


def _is_destination(article: Article, number: int, span: Span, lexicons: Lexicons) -> bool:
    sentence = article.sentences[number]
    slot = article.language.slot(sentence, sentence.indexes(span))
    if lexicons.state_first:
        return slot.case in (Case.LOC, Case.DAT) or span.of(article.text).lower().endswith(lexicons.host_endings)
    visited = slot.preposition is None and slot.case == Case.ACC and not any(r.part == "ADJ" for r in _first(sentence, span))
    return slot.preposition in lexicons.host_prepositions or visited


def _first(sentence: Sentence, span: Span) -> tuple[Reading, ...]:
    return sentence.tokens[sentence.index_at(span.start)].readings[:1]


def _evident(article: Article, code: str, counted: dict[str, list[Span]]) -> Code:
    """The code with the first words that name it; the text's first character where none does."""
    spans = counted.get(code)
    return Code(code, spans[0] if spans else Span(0, min(1, len(article.text))))


def affiliate(members: Sequence[Member], home: Code | None, place: Code | None, visit: bool = False, hosted: bool = False) -> list[Member]:
    """Members whose state is not named get one in the order of the text: an envoy the document's own; an official the document's own until
    somebody serves it, abroad then the host's, on a visit the visitors', with guests of the place (`hosted`) the host's; who serves no
    state the host's; one's own people that of those whom they meet."""
    known = {c.code for m in members for c in m.codes if m.kind is not ParticipantKind.GROUP} or {c.code for m in members for c in m.codes}
    found: dict[int, Member] = {}
    visitors = next((m.codes[0] for m in members if m.codes and m.roles & STATE_ROLES), None) if visit else None
    before: Member | None = None
    abroad = hosted and home is not None and home.code not in known  # nobody of the document's own state is there
    for place_in_text, member in sorted(enumerate(members), key=lambda pair: pair[1].mention.start):
        code = None
        if not member.codes:
            travels = (member.roles & STATE_ROLES and "regional" not in member.roles) or (member.posts and not member.roles)
            code = _of_own_post(member)
            code = code or _shared(before, found, members, member, home)
            code = code or (visitors if visitors and travels else _of_mission(member, members))
            code = code or _state(member, known, place if abroad and not member.roles & ENVOYS else home, place)
        found[place_in_text] = replace(member, codes=(code,)) if code else member
        known |= {code.code} if code else set()
        before = member
    return list(_with_crowds([found[i] for i in range(len(members))], home))


def _shared(
    before: Member | None, found: Mapping[int, Member], members: Sequence[Member], member: Member, home: Code | None
) -> Code | None:
    """The document's own state, where the official named right before has it and "and" joins the two: "Foreign Minister A and | Defence
    Minister B"."""
    if before is None or before.codes or home is None or not member.posts or not member.roles & STATE_ROLES:
        return None
    told = next((found[i] for i, m in enumerate(members) if m is before and i in found), None)
    near = member.posts[0].start - before.mention.end == JOINED
    return home if near and told is not None and [c.code for c in told.codes] == [home.code] else None


@cache
def _own_posts() -> dict[str, str]:
    """The state of each post that one state alone has."""
    table = tomllib.loads((files("elshi") / "reference" / "world" / "own_posts.toml").read_text(encoding="utf-8"))
    return {post: state for state, posts in table.items() for post in posts}


def _of_own_post(member: Member) -> Code | None:
    """The state that alone has somebody's post: "External Affairs Minister"."""
    state = next((s for post in (member.capacity or "").casefold().split("; ") if (s := _own_posts().get(post))), None)
    return Code(state, (*member.posts, member.mention)[0]) if state else None


def _of_mission(member: Member, members: Sequence[Member]) -> Code | None:
    """The state of the one body that takes part with an envoy of whom no state is told: the envoy's embassy."""
    bodies = [
        m for m in members if m.kind is ParticipantKind.ORGANIZATION and m.codes and (m.hosts or m.cities or m.roles & {"mission", "body"})
    ]
    alone = member.roles & ENVOYS and len(bodies) == 1 and len(bodies[0].codes) == 1 and bodies[0].codes[0].code in STATES
    return bodies[0].codes[0] if alone else None


def _state(member: Member, known: set[str], home: Code | None, place: Code | None) -> Code | None:
    if member.kind is ParticipantKind.GROUP:
        return place if member.roles & LOCALS and place and known - {place.code} else None
    heads_body = "organisation-head" in member.roles and home is not None and home.code not in STATES
    if "international" in member.roles and not member.roles & STATE_ROLES and not heads_body:
        return None
    if member.kind is ParticipantKind.ORGANIZATION:
        return _of_body(member, known, home, place)
    if member.roles & ENVOYS:
        return None if home is None or any(h.code == home.code for h in member.hosts) else home
    if "regional" in member.roles and place is not None:
        return place
    if member.roles & OFFICIAL:
        serves_state = bool(member.roles & STATE_ROLES) and not heads_body
        return _of_official(known, None if serves_state and home and home.code not in STATES else home, place)
    return place if member.roles & LOCAL or (member.posts and not member.roles) else None


def _of_body(member: Member, known: set[str], home: Code | None, place: Code | None) -> Code | None:
    if "mission" in member.roles:
        return home
    return place if place and known - {place.code} else None


def _of_official(known: set[str], home: Code | None, place: Code | None) -> Code | None:
    if home is None:
        return place if place and place.code not in known else None
    if home.code not in known:
        return home
    if place is None:
        return home if len(known) > 1 else None
    return place


def _with_crowds(members: Sequence[Member], home: Code | None) -> Iterator[Member]:
    """One's own people serve, so to say, the state of those who meet them."""
    states = [c for m in members if m.kind is ParticipantKind.PERSON for c in m.codes if c.code in STATES]
    own = next((c for c in states if home and c.code == home.code), states[0] if states else home)
    for member in members:
        crowd = member.kind is ParticipantKind.GROUP and "community" in member.roles and not member.codes
        yield replace(member, codes=(own,)) if crowd and own else member
