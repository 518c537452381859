"""Names that the tagger took for others: two states read as one («Грекияның Қазақстандағы»), two people in a row, a parliament or a
capital for a person."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import pairwise

from elshi.language.gazetteers import find_city, find_countries, find_country, find_organisation, find_region, find_state_of_body
from elshi.language.phrases import word_list
from elshi.records import Label, Mention, Span

__all__ = ["part_states"]

PLACED = ("да", "де", "та", "те")  # endings of the Kazakh locative
ATTRIBUTIVE = ("дағы", "дегі", "тағы", "тегі")
MISNAMED = frozenset({Label.INITIATIVE, Label.EVENT})
QUOTED = frozenset('«»“”„"')
OF = ("ның", "нің", "дың", "дің", "тың", "тің")  # of the genitive
GREAT = 150_000  # inhabitants
SHORTEST = 4  # letters that two forms of one name share


def part_states(text: str, mentions: Sequence[Mention], code: str) -> tuple[Mention, ...]:
    """The mentions, ordered as before, each state with one of its own, none of what is no person labelled so."""
    known = [_relabelled(text, m, code) if m.label is Label.PERSON and " " in m.span.of(text) else m for m in mentions]
    known = [_as_place(text, m, known, code) if m.label is Label.PERSON and m.span.of(text).isalpha() else m for m in known]
    known = [_as_capital(text, m, code) if m.label is Label.FACILITY else m for m in known]
    known = [part for m in known for part in (_led_by_name(text, m, known, code) if m.label is Label.PERSON and code == "kk" else [m])]
    known = [part for m in known for part in (_post(text, m, code) if m.label is Label.POSITION else [m])]
    known = [_as_organisation(text, m, code) if m.label in MISNAMED else m for m in known]
    known = _apart(text, known)
    known = _whole(text, known, code)
    if not any(m.label is Label.COUNTRY and " " in m.span.of(text) for m in known):
        return tuple(known)
    parted = [part for mention in known for part in _parts(text, mention, code)]
    return tuple(sorted(parted, key=lambda m: (m.span.start, -m.span.end)))


@cache
def _references() -> frozenset[str]:
    """Kazakh words that alone mean an official named before."""
    return frozenset(word for word in word_list("kk", "posts")["short"] if " " not in word)


def _post(text: str, mention: Mention, code: str) -> Iterator[Mention]:
    """A Kazakh post without a place ahead of it that it does not belong to («Каирде | елші»), and apart from a short reference that only
    stands beside it («елші | Паранадағы университеттің ректоры»)."""
    words = mention.span.of(text)
    first, _, rest = words.partition(" ")
    cut = mention.span.start + len(first) + 1
    if code != "kk" or not rest or "\n" in words:
        yield mention
    elif first.endswith(PLACED) and first[:1].isupper() and find_city(first[: -len(PLACED[0])], code):
        yield Mention(Span(mention.span.start, cut - 1), Label.CITY, mention.score)
        yield Mention(Span(cut, mention.span.end), mention.label, mention.score)
    elif first in _references() and rest[:1].isupper() and rest.split()[0].endswith(ATTRIBUTIVE):
        yield Mention(Span(mention.span.start, cut - 1), mention.label, mention.score)
        yield Mention(Span(cut, mention.span.end), mention.label, mention.score)
    else:
        yield mention


def _led_by_name(text: str, mention: Mention, mentions: Sequence[Mention], code: str) -> Iterator[Mention]:
    """A Kazakh name apart from the state that begins the post behind it («Айдар Есен | Чили сыртқы істер министрі»), or from the city where
    something is («Айдар Есен | Женевада»)."""
    words = mention.span.of(text)
    name, _, last = words.rpartition(" ")
    cut = mention.span.end - len(last)
    placed = bool(name) and _is_of_city(last, code)
    begins = (mention.span.end + 1, cut)
    posted = (
        name and not placed and find_country(last, code) and any(m.label is Label.POSITION and m.span.start in begins for m in mentions)
    )
    if placed or posted:
        yield Mention(Span(mention.span.start, cut - 1), mention.label, mention.score)
        yield Mention(Span(cut, mention.span.end), Label.CITY if placed else Label.COUNTRY, mention.score)
    else:
        yield mention


def _is_of_city(word: str, code: str) -> bool:
    """Whether a word is a great city's name in the locative or genitive, as no nominative is: «(Айдар Есен) Женевада»."""
    ending = next((e for e in (*PLACED, *OF) if word.endswith(e)), None)
    stem = word[: -len(ending)] if ending else ""
    city = find_city(stem, code) if len(stem) >= SHORTEST else None
    return city is not None and (city.capital or city.population >= GREAT) and find_city(word, code) == city


def _apart(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, two people whose names stand side by side read as two, where the first is named elsewhere: «Ермек Сұлтан Ана
    Вердугоға»."""
    people = [m for m in mentions if m.label is Label.PERSON]
    if not any(m.span.of(text).count(" ") > 1 for m in people):
        return list(mentions)
    full: set[str] = set()  # names told before: a shorter form of a name comes behind it
    found: list[Mention] = []
    for mention in mentions:
        words = mention.span.of(text)
        cut = _seam(words, full) if mention in people and words.count(" ") > 1 else 0
        if cut:
            found.append(Mention(Span(mention.span.start, mention.span.start + cut), mention.label, mention.score))
        found.append(Mention(Span(mention.span.start + (cut + 1 if cut else 0), mention.span.end), mention.label, mention.score))
        full |= {words} if mention in people and not cut and " " in words else set()
    return found


def _seam(words: str, known: Collection[str]) -> int:
    """Where the first of two names in a row ends, one of which is known; 0 where there is but one name."""
    for name in known:
        behind = words.find(f" {name}")
        if words.startswith(name + " ") and " " in words[len(name) + 1 :]:
            return len(name)
        if behind > 0 and (" " in words[:behind] or "." in words[:behind]) and " " not in words[behind + 1 + len(name) :]:
            return behind
    return 0


def _as_place(text: str, mention: Mention, mentions: Sequence[Mention], code: str) -> Mention:
    """A word taken for a person that is a city's or region's name and no surname of the text, where a preposition of place or a noun
    stands before it: «связи с Комратом», «восстановление Карабаха»."""
    word = mention.span.of(text)
    city = find_city(word, code)
    area = find_region(word, code)
    if not area and (city is None or city.name.casefold() == word.casefold()):
        return mention
    longer = any(m is not mention and m.label is Label.PERSON and word[:SHORTEST] in m.span.of(text) for m in mentions)
    titled = any(m.label is Label.POSITION and 0 <= mention.span.start - m.span.end <= 2 for m in mentions)
    return mention if longer or titled else Mention(mention.span, Label.REGION if area else Label.CITY, mention.score)


def _as_capital(text: str, mention: Mention, code: str) -> Mention:
    """A capital that was taken for a site: "Port Vila"."""
    city = find_city(mention.span.of(text), code)
    return Mention(mention.span, Label.CITY, mention.score) if city is not None and city.capital else mention


def _as_organisation(text: str, mention: Mention, code: str) -> Mention:
    """An international body that was taken for an initiative by its name: "United Nations Development Programme"."""
    words = mention.span.of(text)
    known = not any(c in QUOTED or c.isdigit() for c in words) and find_organisation(words, code)
    if known and code == "kk" and find_organisation(words.rpartition(" ")[0], code) == known:
        return mention  # «Дүниежүзілік сауда ұйымының | конференциясы»
    return Mention(mention.span, Label.ORG, mention.score) if known else mention


def _whole(text: str, mentions: Sequence[Mention], code: str) -> list[Mention]:
    """The mentions, the word for a kind of state joined to the name behind it: «Республики | Куба»."""
    found: list[Mention] = []
    for mention in mentions:
        before = found[-1] if found else None
        beside = before is not None and before.span.end + 1 == mention.span.start and before.label is mention.label is Label.COUNTRY
        if before is not None and beside and not find_countries(before.span.of(text), code):
            found[-1] = Mention(Span(before.span.start, mention.span.end), mention.label, mention.score)
        else:
            found.append(mention)
    return sorted(found, key=lambda m: (m.span.start, -m.span.end))


def _relabelled(text: str, mention: Mention, code: str) -> Mention:
    """A mention of several words taken for a person: a body that one state alone has is a body, a capital a city. Whose surname only is
    like a body's name stays a person."""
    words = mention.span.of(text)
    if find_state_of_body(words, code) and not find_state_of_body(words.partition(" ")[2], code):
        return Mention(mention.span, Label.ORG, mention.score)
    city = find_city(words, code) if code == "en" else None
    return Mention(mention.span, Label.CITY, mention.score) if city and city.capital and city.name == words else mention


def _parts(text: str, mention: Mention, code: str) -> Iterator[Mention]:
    words = mention.span.of(text)
    named = find_countries(words, code) if mention.label is Label.COUNTRY and " " in words else ()
    edges = [i for i, letter in enumerate(words) if letter == " "] if len(named) == 2 else []
    for edge in reversed(edges):
        left, right = words[:edge].rstrip(), words[edge:].lstrip()
        if find_country(left, code) == named[0] and find_countries(right, code) == named[1:]:
            cuts = [0, len(words) - len(right), len(words)]
            for start, end in pairwise(cuts):
                part = words[start:end].rstrip()
                yield Mention(Span(mention.span.start + start, mention.span.start + start + len(part)), mention.label, mention.score)
            return
    yield mention
