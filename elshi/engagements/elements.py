"""The pieces that parties are made of: names, posts, bodies and places of a sentence, as tagged and as the word lists complete them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from elshi.engagements.article import Article
from elshi.engagements.lexicons import Lexicons
from elshi.engagements.tags import Element, corrected
from elshi.language.base import Case, Sentence, Token
from elshi.language.gazetteers import find_country

__all__ = ["all_in", "find_elements", "head_of", "is_title", "overlap", "roles_of"]

BRIDGE = 5
GLUE = 8
TAIL = 8
DASHES = frozenset("–—-")
AT_HOME = frozenset({"head-of-state", "head-of-government", "minister", "deputy-minister", "parliament"})
INITIAL = re.compile(r"[^\W\d_]\.")


def overlap(a: range, b: range) -> bool:
    """Whether two stretches share a token."""
    return a.start < b.stop and b.start < a.stop


def is_title(token: Token, lexicons: Lexicons) -> bool:
    """Whether a word only goes with a name: an honorific, an article, a rank; or the mark that ends its abbreviation."""
    if token.text in lexicons.honorifics:
        return True
    return token.lower in lexicons.glue or token.lower + "." in lexicons.glue or token.text == "."


def all_in(tokens: Sequence[Token], words: frozenset[str], lexicons: Lexicons) -> bool:
    """Whether the few tokens are all titles or among the words."""
    return len(tokens) <= GLUE and all(t.lower in words or is_title(t, lexicons) for t in tokens)


def head_of(tokens: Sequence[Token], lexicons: Lexicons) -> int:
    """The index of the noun that a phrase is about: English before its first preposition, Russian the first, Kazakh the last."""
    if lexicons.state_first:
        return len(tokens) - 1
    if lexicons.name_after_comma:
        stops = (
            i for i, t in enumerate(tokens) if i and (not t.is_word or t.lower == "of" or any(r.part == "PREP" for r in t.readings[:1]))
        )
        return next(stops, len(tokens)) - 1
    return next((i for i, t in enumerate(tokens) if t.readings and t.readings[0].part == "NOUN"), 0)


HEAD = "head-of-state"
STATES = frozenset({"confederation", "federation", "country", "emirates"})


def roles_of(sentence: Sentence, tokens: range, lexicons: Lexicons) -> frozenset[str]:
    """The kinds of post that the words tell."""
    roles = frozenset(m.entry for m in lexicons.posts.all(sentence.tokens[tokens.start : tokens.stop]))
    return (roles - {HEAD}) | {"organisation-head"} if HEAD in roles and _is_of_body(sentence, tokens, lexicons) else roles


def _is_of_body(sentence: Sentence, tokens: range, lexicons: Lexicons) -> bool:
    """Whether an English president is that of a body: "President of the Chamber of Commerce"."""
    words = sentence.tokens[tokens.start : tokens.stop + 1]
    at = next((i for i, t in enumerate(words[:-1]) if t.lower == "president" and words[i + 1].lower == "of"), None)
    if at is None or lexicons.code != "en":
        return False
    rest = sentence.tokens[tokens.start + at + 2 : tokens.start + at + 6]
    rest = rest[1:] if rest and rest[0].lower in lexicons.articles else rest
    states = any(find_country(" ".join(t.text for t in rest[:n]), "en") for n in range(1, len(rest) + 1))
    return bool(rest) and not states and not (rest[0].lemmas() | {rest[0].lower}) & (lexicons.state_words | STATES)


def find_elements(article: Article, sentence: Sentence, lexicons: Lexicons) -> list[Element]:
    """The elements of a sentence in order, none overlapping; posts go before bodies and places inside them."""
    tagged = [Element(m.label.value, tokens) for m in article.mentions_in(sentence.span) if (tokens := sentence.indexes(m.span))]
    tagged = _addressed(corrected(article, sentence, tagged, lexicons), sentence, lexicons)
    persons = [_untitled(e, sentence, lexicons) for e in _maximal(_persons(tagged, sentence, lexicons))]
    posts = [a for p in _maximal(_posts(tagged, persons, sentence, lexicons)) for a in _apart(p, sentence, lexicons)]
    posts = _merged(posts, sentence, lexicons)
    posts += _listed(
        sentence,
        lexicons,
        persons + posts + [e for e in tagged if e.label in ("ORG", "EVENT", "INITIATIVE", "LAW") or _is_named_house(e, sentence)],
    )
    cities = [e.tokens for e in tagged if e.label == "CITY"]
    posts = _maximal(
        _trimmed(_at_home(_bridged(p, persons, sentence, lexicons), cities, sentence, lexicons), sentence, lexicons) for p in posts
    )
    tagged = [_opened(e, sentence) for e in tagged if not all(is_title(sentence.tokens[i], lexicons) for i in e.tokens)]
    free = [
        e for e in tagged if e.label not in ("PERSON", "POSITION", "DATE") and not any(overlap(e.tokens, t.tokens) for t in persons + posts)
    ]
    found = sorted(persons + posts + _maximal(free), key=lambda e: e.tokens.start)
    dates = [e.tokens for e in tagged if e.label == "DATE"]
    return _tailed(found, dates, sentence, lexicons) if lexicons.tail_prepositions else found


def _addressed(tagged: Sequence[Element], sentence: Sentence, lexicons: Lexicons) -> list[Element]:
    """The elements, a post cut where it runs on over an address into the name: "Foreign Minister Dr | A. K. Rahman"."""
    names = {e.tokens.start: e for e in tagged if e.label == "PERSON"}
    found: dict[Element, Element] = {}
    for post in tagged:
        name = names.get(post.tokens.stop) if post.label == "POSITION" else None
        inside = post.tokens[1:-1]
        titles = (i for i in inside if sentence.tokens[i].lower in lexicons.titles and not lexicons.posts.at(sentence.tokens, i))
        at = next(titles, None) if name else None
        if name is not None and at is not None and all(t.is_capital or not t.is_word for t in sentence.tokens[at : post.tokens.stop]):
            found[post] = replace(post, tokens=range(post.tokens.start, at))
            found[name] = replace(name, tokens=range(at + 1, name.tokens.stop))
    return [found.get(e, e) for e in tagged]


def _is_named_house(element: Element, sentence: Sentence) -> bool:
    """Whether it is a house with a name of its own, in which no post is told: "the State Guest House"."""
    return element.label == "FACILITY" and len(element.tokens) > 1 and all(sentence.tokens[i].is_capital for i in element.tokens)


def _maximal(elements: Iterable[Element]) -> list[Element]:
    kept: list[Element] = []
    for element in sorted(elements, key=lambda e: (e.tokens.start, -e.tokens.stop)):
        if not kept or element.tokens.start >= kept[-1].tokens.stop:
            kept.append(element)
    return kept


def _persons(tagged: Sequence[Element], sentence: Sentence, lexicons: Lexicons) -> Iterator[Element]:
    for element in tagged:
        if element.label == "PERSON" and not all(is_title(sentence.tokens[i], lexicons) for i in element.tokens):
            yield from _two(element, sentence)


def _two(person: Element, sentence: Sentence) -> list[Element]:
    """The two of whom each is named by initials and a surname, taken for one: «М. Атаев | Н. Галлахермен»."""
    initials = [i for i in person.tokens if INITIAL.fullmatch(sentence.tokens[i].text)]
    if not initials or initials[0] != person.tokens.start:
        return [person]
    cut = next((b for a, b in pairwise(initials) if b - a > 1 and b + 1 < person.tokens.stop), None)
    return (
        [person]
        if cut is None
        else [replace(person, tokens=range(person.tokens.start, cut)), replace(person, tokens=range(cut, person.tokens.stop))]
    )


def _merged(posts: Sequence[Element], sentence: Sentence, lexicons: Lexicons) -> list[Element]:
    """The posts, the beginning of one that the tagger cut off («Чрезвычайный и») joined to the rest of it."""
    merged: list[Element] = []
    for post in posts:
        before = merged[-1] if merged else None
        beside = before is not None and before.tokens.stop == post.tokens.start and not _is_closed(before, sentence, lexicons)
        if before is not None and beside and (not roles_of(sentence, before.tokens, lexicons) or _is_owner(before, sentence, lexicons)):
            merged[-1] = replace(before, tokens=range(before.tokens.start, post.tokens.stop))
        else:
            merged.append(post)
    return merged


def _is_closed(post: Element, sentence: Sentence, lexicons: Lexicons) -> bool:
    """Whether a Kazakh post has the ending of a case: it goes on no more («студенттеріне | Қазақстанның сыртқы …»)."""
    readings = sentence.tokens[post.tokens.stop - 1].readings[:1]
    return lexicons.state_first and any(r.case in (Case.DAT, Case.INS, Case.ACC, Case.ABL) for r in readings)


def _is_owner(post: Element, sentence: Sentence, lexicons: Lexicons) -> bool:
    """Whether a Kazakh post in the genitive only tells whose the next one is: «президентінің арнайы өкілі»."""
    readings = sentence.tokens[post.tokens.stop - 1].readings[:1]
    return lexicons.state_first and bool(readings) and readings[0].case == Case.GEN


def _apart(post: Element, sentence: Sentence, lexicons: Lexicons) -> list[Element]:
    """A Kazakh post and the reference to somebody that was taken for its beginning: «дипломат | мәдениет министрі»; a Russian one without
    such a word: «(в честь) гостя | посол»."""
    tokens = sentence.tokens
    if not lexicons.state_first:
        return (
            [replace(post, tokens=range(post.tokens.start + 1, post.tokens.stop))]
            if _is_another_before(post, sentence, lexicons)
            else [post]
        )
    for match in lexicons.shorts.at(tokens, post.tokens.start):
        rest = range(match.end, post.tokens.stop)
        if len(rest) < 2 or not roles_of(sentence, rest, lexicons) or not tokens[rest.start].is_word:
            continue
        plain = [any(r.case == Case.NOM and "poss3" not in r.features for r in tokens[match.end - 1].readings[:1])]
        plain.append(not any("poss3" in r.features for r in tokens[rest.start].readings))
        if all(plain):
            return [replace(post, tokens=range(post.tokens.start, match.end)), replace(post, tokens=rest)]
    return [post]


def _is_another_before(post: Element, sentence: Sentence, lexicons: Lexicons) -> bool:
    """Whether a word for somebody else stands, in another case, before a post: «гостя | посол», «президента | министр торговли»."""
    tokens, start = sentence.tokens, post.tokens.start
    if len(post.tokens) < 2 or not (lexicons.anonymous.at(tokens, start) or roles_of(sentence, range(start, start + 1), lexicons)):
        return False
    cases = [{r.case for r in tokens[i].readings if r.part == "NOUN"} for i in (start, start + 1)]
    apart = all(cases) and Case.NOM not in cases[0] and Case.NOM in cases[1] and not cases[0] & cases[1]
    return apart and bool(lexicons.posts.at(tokens, start + 1))


def _untitled(person: Element, sentence: Sentence, lexicons: Lexicons) -> Element:
    """The name without the titles before it."""
    first = person.tokens.start
    while first + 1 < person.tokens.stop and sentence.tokens[first].lower in lexicons.titles:
        first += 2 if first + 2 < person.tokens.stop and sentence.tokens[first + 1].text == "." else 1
    return replace(person, tokens=range(first, person.tokens.stop))


def _posts(tagged: Sequence[Element], persons: Sequence[Element], sentence: Sentence, lexicons: Lexicons) -> Iterator[Element]:
    """Tagged posts, without titles and without bodies that were taken for posts."""
    for element in tagged:
        if element.label != "POSITION" or any(overlap(element.tokens, p.tokens) for p in persons):
            continue
        if all(is_title(sentence.tokens[i], lexicons) for i in element.tokens):
            continue
        if roles_of(sentence, element.tokens, lexicons) or not _is_body(element, tagged, sentence, lexicons):
            yield _own(element, tagged, sentence, lexicons)


def _own(post: Element, tagged: Sequence[Element], sentence: Sentence, lexicons: Lexicons) -> Element:
    """A post without the end of another phrase before it: "(a visit to) Malaysia of Qatar's minister", "(at the) ministry Ambassador"."""
    at, words = post.tokens.start, sentence.tokens
    if not words[at].is_capital and words[at + 1 : at + 2] and words[at + 1].is_capital and at + 1 < post.tokens.stop:
        opening = [m for m in lexicons.groups.at(words, at) if m.entry == "body"]
        return replace(post, tokens=range(at + 1, post.tokens.stop)) if opening else post
    if len(post.tokens) > 2 and words[at + 1].text in DASHES and any(r.part == "ADJ" for r in words[at].readings[:1]):
        return replace(post, tokens=range(at + 2, post.tokens.stop))  # «(делегацию …,) хорватскую – министр»
    closing = [i for i in post.tokens if words[i].text == ")"]
    if closing and not any(words[i].text == "(" for i in post.tokens) and closing[-1] + 1 < post.tokens.stop:
        return replace(post, tokens=range(closing[-1] + 1, post.tokens.stop))
    first = next((e for e in tagged if e.label == "COUNTRY" and e.tokens.start == post.tokens.start), None)
    strange = first is not None and lexicons.name_after_comma and first.tokens.stop < post.tokens.stop - 1
    if first is None or not strange or sentence.tokens[first.tokens.stop].lower != "of":
        return post
    return replace(post, tokens=range(first.tokens.stop + 1, post.tokens.stop))


def _is_body(element: Element, tagged: Sequence[Element], sentence: Sentence, lexicons: Lexicons) -> bool:
    inside = [e for e in tagged if e.label in ("ORG", "COUNTRY") and e.tokens.stop == element.tokens.stop]
    inside = [e for e in inside if e.label != "ORG" or not _is_held_in(element, e, sentence, lexicons)]
    head_first = not lexicons.state_first and not lexicons.name_after_comma
    if any(e.tokens.start <= element.tokens.start or (e.label == "ORG" and not head_first) for e in inside):
        return True
    words = sentence.tokens[element.tokens.start : element.tokens.stop]
    head = head_of(words, lexicons)
    return any(m.entry == "body" and m.start <= head < m.end for m in lexicons.groups.all(words))


def _is_held_in(post: Element, body: Element, sentence: Sentence, lexicons: Lexicons) -> bool:
    """Whether a preposition before a body tells that a post is held in it: "economist at the | World Bank"."""
    before = [t.lower for t in sentence.tokens[post.tokens.start + 1 : body.tokens.start][-2:]]
    return lexicons.name_after_comma and any(word in lexicons.holding for word in before)


def _opened(element: Element, sentence: Sentence) -> Element:
    """A body's name without the verb or preposition that was taken for its beginning."""
    first = element.tokens.start
    while first + 1 < element.tokens.stop and not sentence.tokens[first].is_capital:
        if not any(r.part in ("VERB", "PREP") for r in sentence.tokens[first].readings[:1]):
            break
        first += 1
    return replace(element, tokens=range(first, element.tokens.stop)) if element.label == "ORG" else element


def _listed(sentence: Sentence, lexicons: Lexicons, taken: Sequence[Element]) -> list[Element]:
    """Post words that the tagger passed over, with what they are for; also where it saw only their end ("economist")."""
    found = []
    for match in lexicons.posts.longest(sentence.tokens):
        tokens = range(match.start, match.end)
        if len(tokens) == 1 and any(r.part in ("PREP", "VERB") for r in sentence.tokens[match.start].readings[:1]):
            continue  # «после» is a form of «посол», "headed" one of "head"
        crossed = [e for e in taken if overlap(tokens, e.tokens)]
        if all(e.label == "POSITION" and e.tokens.start > tokens.start and e.tokens.stop >= tokens.stop for e in crossed):
            stop = max([tokens.stop, *(e.tokens.stop for e in crossed)])
            if crossed:
                found.append(Element("POSITION", range(match.start, stop)))
                continue
            found.append(Element("POSITION", range(match.start, _charge(match.end, sentence, lexicons, taken))))
    return found


def _charge(end: int, sentence: Sentence, lexicons: Lexicons, taken: Sequence[Element]) -> int:
    """Where "for culture and sport" after a post ends if a comma or a name follows it; else `end`."""
    tokens = sentence.tokens
    if end >= len(tokens) or tokens[end].lower not in lexicons.tail_prepositions:
        return end
    at = end + 1
    while at < len(tokens) and at - end <= BRIDGE and tokens[at].is_word and not any(at in e.tokens for e in taken):
        if any(r.part == "VERB" for r in tokens[at].readings[:1]):
            return end
        at += 1
    closed = at < len(tokens) and (tokens[at].text == "," or any(e.label == "PERSON" and e.tokens.start == at for e in taken))
    return at if closed and at > end + 1 else end


def _bridged(post: Element, persons: Sequence[Element], sentence: Sentence, lexicons: Lexicons) -> Element:
    """A post that breaks off behind a preposition goes on to the name it belongs to."""
    last = sentence.tokens[post.tokens.stop - 1].lower
    if last not in lexicons.host_prepositions | lexicons.tail_prepositions:
        return post
    for person in persons:
        between = sentence.tokens[post.tokens.stop : person.tokens.start]
        if 0 < len(between) <= BRIDGE and all(t.is_word and not t.is_capital for t in between):
            return replace(post, tokens=range(post.tokens.start, person.tokens.start))
    return post


def _at_home(post: Element, cities: Sequence[range], sentence: Sentence, lexicons: Lexicons) -> Element:
    """A post that is held at home without the city behind it, where its holder was: "the president of Peru | in Riga"."""
    for city in cities:
        led = city.start - 1 > post.tokens.start and sentence.tokens[city.start - 1].lower in lexicons.host_prepositions
        held = range(post.tokens.start, city.start - 1)
        if led and city.stop == post.tokens.stop and roles_of(sentence, held, lexicons) and roles_of(sentence, held, lexicons) <= AT_HOME:
            return replace(post, tokens=held)
    return post


def _trimmed(post: Element, sentence: Sentence, lexicons: Lexicons) -> Element:
    """A post without a preposition left at its end."""
    stop = post.tokens.stop
    dangling = lexicons.tail_prepositions | lexicons.complement_prepositions | lexicons.host_prepositions | lexicons.joints
    while stop - 1 > post.tokens.start and (sentence.tokens[stop - 1].lower in dangling or _is_place(sentence.tokens[stop - 1], lexicons)):
        stop -= 1
    return replace(post, tokens=range(_widened(post.tokens.start, sentence, lexicons), stop))


def _is_place(token: Token, lexicons: Lexicons) -> bool:
    """Whether a word at the end of a Kazakh post is the place where it happened: «дипломат Лимада»."""
    return lexicons.state_first and token.is_capital and any(r.case == Case.LOC for r in token.readings[:1])


def _widened(start: int, sentence: Sentence, lexicons: Lexicons) -> int:
    """Where a post begins with the words before it that say it is held for a time, or no more, or just now: "acting", "former"."""
    for first in range(max(0, start - 2), start):
        lists = (lexicons.acting, lexicons.former, lexicons.appointed)
        if any(m.end == start for words in lists for m in words.at(sentence.tokens, first)):
            return first
    return start


def _tailed(found: Sequence[Element], dates: Sequence[range], sentence: Sentence, lexicons: Lexicons) -> list[Element]:
    """Posts and bodies with the rest of their names ("Committee" + "on International Trade"); what lies in it is no element of its own."""
    kept: list[Element] = []
    for element in found:
        if kept and overlap(kept[-1].tokens, element.tokens):
            if element.label != "PERSON":
                continue
            kept[-1] = replace(kept[-1], tokens=range(kept[-1].tokens.start, element.tokens.start))
        if element.label in ("POSITION", "ORG"):
            stop = _tail(element.tokens.stop, dates, sentence, lexicons)
            stop = max(stop, _charged(element, found, sentence, lexicons))
            people = [e.tokens.start for e in found if e.label == "PERSON" and element.tokens.stop <= e.tokens.start < stop]
            element = replace(element, tokens=range(element.tokens.start, element.tokens.stop if people else stop))  # noqa: PLW2901
        kept.append(element)
    return kept


def _charged(post: Element, found: Sequence[Element], sentence: Sentence, lexicons: Lexicons) -> int:
    """Where a post goes on with what its holder deals with, up to the comma before the name: "envoy | for the Alps, Ana Lopez"."""
    tokens, end = sentence.tokens, post.tokens.stop
    if post.label != "POSITION" or end >= len(tokens) or tokens[end].lower != "for":
        return end
    names = [e.tokens.start for e in found if e.label == "PERSON" and end < e.tokens.start <= end + TAIL]
    at = names[0] - 1 if names else end
    inside = tokens[end + 1 : at]
    plain = all(t.is_capital or t.lower in ("and", "of", "the") for t in inside) and any(t.is_capital for t in inside)
    return at if plain and tokens[at].text == "," else end


def _tail(end: int, dates: Sequence[range], sentence: Sentence, lexicons: Lexicons) -> int:
    tokens = sentence.tokens
    if end + 1 >= len(tokens) or tokens[end].lower not in lexicons.tail_prepositions or not tokens[end - 1].is_capital:
        return end
    at = stop = end + 1
    while at < len(tokens) and at - end <= TAIL and (tokens[at].is_capital or tokens[at].lower in ("and", "of", "the")):
        if any(at in d for d in dates):
            return end
        at += 1
        stop = at if tokens[at - 1].is_capital else stop
    return stop if stop > end + 1 else end
