"""What the tagger saw in a sentence, with what general knowledge of names and posts sets right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from elshi.engagements.article import Article
from elshi.engagements.lexicons import Lexicons
from elshi.language.base import Sentence, Token
from elshi.language.gazetteers import find_city, find_country, find_region

__all__ = ["Element", "corrected"]

LETTERED = 2  # characters of an initial with its stop
STEM = 4  # letters that two forms of a surname share at least
ENDING = 2  # letters by which the shorter of two forms may end otherwise
POSSESSIVE = frozenset({"'s", "’s"})
PLACES = ("COUNTRY", "CITY", "REGION", "NORP", "LOCATION")


@dataclass(frozen=True, slots=True)
class Element:
    """Token indexes of a sentence under a tagger's label."""

    label: str
    tokens: range


TOWARDS = frozenset({"for", "to", "in", "from", "в", "во", "из"})


def corrected(article: Article, sentence: Sentence, tagged: Sequence[Element], lexicons: Lexicons) -> list[Element]:
    """The elements of a sentence with wrong labels and wrong edges set right, each by a rule of its own."""
    tagged = [_plain(e, sentence, lexicons) for e in tagged if not _is_honorific(e, tagged, sentence, lexicons)]
    tagged = _deputised(tagged, sentence, lexicons)
    found = [_as_state(article, e, sentence, lexicons) for e in tagged if not _is_no_post(e, tagged, sentence, lexicons)]
    found = [_as_post(e, sentence, lexicons) for e in found] if lexicons.state_first else found
    found = [_as_body(_closed(e, sentence), found, sentence, lexicons) for e in found]
    found = _named_again(article, _surnamed([_lettered(e, sentence) for e in found], sentence), sentence)
    found = _initialled(article, found, sentence)
    return _regained(_unplaced(article, _completed(found, sentence), sentence), sentence, lexicons)


def _is_honorific(element: Element, tagged: Sequence[Element], sentence: Sentence, lexicons: Lexicons) -> bool:
    """Whether what was taken for a name is an honorific ("HE"), or the last word of a post ("the Deputy | Amir")."""
    tokens = sentence.tokens[element.tokens.start : element.tokens.stop]
    if all(t.text in lexicons.honorifics for t in tokens):
        return True
    posted = any(e.label == "POSITION" and e.tokens.stop == element.tokens.stop and e.tokens.start < element.tokens.start for e in tagged)
    return element.label == "PERSON" and len(tokens) == 1 and posted and bool(lexicons.posts.at(tokens, 0))


def _deputised(tagged: Sequence[Element], sentence: Sentence, lexicons: Lexicons) -> list[Element]:
    """The elements, a word for a post that was taken for a name behind the word for a deputy joined to it: "the Deputy | Amir"."""
    found = list(tagged)
    for person in [e for e in tagged if e.label == "PERSON" and len(e.tokens) == 1]:
        post = next((e for e in found if e.label == "POSITION" and e.tokens.stop == person.tokens.start), None)
        named = lexicons.posts.at(sentence.tokens[person.tokens.start : person.tokens.stop], 0)
        if post is not None and named and not lexicons.posts.all(sentence.tokens[post.tokens.start : post.tokens.stop]):
            found[found.index(post)] = replace(post, tokens=range(post.tokens.start, person.tokens.stop))
            found.remove(person)
    return found


def _plain(element: Element, sentence: Sentence, lexicons: Lexicons) -> Element:
    """The element without the honorific that it was read to begin with ("HE | Minister of Trade"), a name without the adverb that its
    sentence begins with ("Tomorrow | Quispe")."""
    first = element.tokens.start
    while first + 1 < element.tokens.stop and sentence.tokens[first].text in lexicons.honorifics:
        first += 1
    if element.label == "PERSON" and first == 0 and len(element.tokens) > 1 and _is_adverb(sentence.tokens[0]):
        first = 1
    last = element.tokens.stop
    while last - 1 > first and _dangles(sentence, last - 1, element, lexicons):
        last -= 1
    return element if (first, last) == (element.tokens.start, element.tokens.stop) else replace(element, tokens=range(first, last))


def _is_adverb(token: Token) -> bool:
    return bool(token.readings) and all(r.part == "ADV" for r in token.readings if r.part != "NAME") and token.readings[0].part != "NAME"


def _dangles(sentence: Sentence, index: int, element: Element, lexicons: Lexicons) -> bool:
    """Whether an element's last token is no part of it: a bracket behind a name, the title of a name behind a post."""
    token = sentence.tokens[index]
    if element.label == "PERSON":
        return token.text == "("
    title = token.is_capital and token.lower in lexicons.titles and not lexicons.posts.at([token], 0)
    return element.label == "POSITION" and lexicons.name_after_comma and title


def _is_no_post(element: Element, tagged: Sequence[Element], sentence: Sentence, lexicons: Lexicons) -> bool:
    """Whether what was taken for a post is an attribute alone («Сыртқы | саяси ведомствоның басшысы»), or nothing but states, tagged
    themselves: «Чили Республикасының Перудағы (елшісі)»."""
    tokens = sentence.tokens[element.tokens.start : element.tokens.stop + 1]
    if element.label == "POSITION" and lexicons.state_first and len(element.tokens) == 1 < len(tokens) and not lexicons.posts.at(tokens, 0):
        return any(r.part == "ADJ" for r in tokens[0].readings[:1]) and tokens[1].is_word and not tokens[1].is_capital
    states = {i for e in tagged if e.label == "COUNTRY" for i in e.tokens}
    told = [i for i in element.tokens if i not in states and sentence.tokens[i].lower not in lexicons.state_words]
    return element.label == "POSITION" and not told and bool(states & set(element.tokens))


def _as_state(article: Article, element: Element, sentence: Sentence, lexicons: Lexicons) -> Element:
    """A state or a city that was taken for a post, a capital to which somebody goes that was taken for a name: "left for | Oslo"."""
    tokens = sentence.tokens[element.tokens.start : element.tokens.stop]
    led_to = sentence.tokens[element.tokens.start - 1].lower in TOWARDS if element.tokens.start else False
    if element.label == "PERSON" and len(tokens) == 1 and led_to and not lexicons.state_first:
        city = find_city(tokens[0].text, article.language.code)
        return replace(element, label="CITY") if city is not None and city.capital else element
    if element.label != "POSITION" or not all(t.is_capital for t in tokens) or lexicons.posts.all(tokens):
        return element
    words, code = [t for t in tokens if t.lower not in lexicons.state_words], article.language.code
    state = find_country(article.words(words), code) if words else None
    longer = len(words) > 1 and find_country(article.words(words[:-1]), code) == state
    if state is None and len(tokens) == 1 and find_city(tokens[0].text, code):
        return replace(element, label="CITY")
    return replace(element, label="COUNTRY") if state and not longer else element


def _as_post(element: Element, sentence: Sentence, lexicons: Lexicons) -> Element:
    """A Kazakh post that was taken for a body: «Сенат Төрағасын»."""
    tokens = sentence.tokens[element.tokens.start : element.tokens.stop]
    body = element.label == "ORG" and len(tokens) > 1 and tokens[-1].is_word
    return replace(element, label="POSITION") if body and lexicons.posts.at(tokens, len(tokens) - 1) else element


def _closed(element: Element, sentence: Sentence) -> Element:
    """A body's name without a preposition at its end, which belongs to what follows: «Академия наук | в»."""
    last = element.tokens.stop - 1
    dangling = element.label == "ORG" and len(element.tokens) > 1 and any(r.part == "PREP" for r in sentence.tokens[last].readings[:1])
    return replace(element, tokens=range(element.tokens.start, last)) if dangling and sentence.tokens[last].text.islower() else element


def _as_body(element: Element, tagged: Sequence[Element], sentence: Sentence, lexicons: Lexicons) -> Element:
    """A company or agency that was taken for a person: a name right behind a common noun for a body ("the logistics group Bolivard")."""
    at = element.tokens.start
    if element.label != "PERSON" or not lexicons.name_after_comma or not at:
        return element
    common = sentence.tokens[at - 1].lower in lexicons.named_bodies
    listed = any(e.label == "PERSON" and 0 <= e.tokens.start - element.tokens.stop <= 1 and e != element for e in tagged)
    return replace(element, label="ORG") if common and (len(element.tokens) == 1 or listed) else element


def _lettered(element: Element, sentence: Sentence) -> Element:
    """A name with the one letter before it that is its first part, written with a capital within the sentence: «министр | У Кэцинь»."""
    at = element.tokens.start - 1
    if element.label != "PERSON" or at < 1 or len(element.tokens) > 2:
        return element
    token, before = sentence.tokens[at], sentence.tokens[at - 1]
    letter = len(token.text) == 1 and token.text.isalpha() and token.text.isupper() and before.is_word
    return replace(element, tokens=range(at, element.tokens.stop)) if letter and not before.text.isupper() else element


def _surnamed(tagged: Sequence[Element], sentence: Sentence) -> list[Element]:
    """The elements, a given name joined to the surname behind it that was taken for a place ("Grace London")."""
    found = list(tagged)
    for person in [e for e in tagged if e.label == "PERSON" and len(e.tokens) == 1]:
        at = person.tokens.stop
        place = next((e for e in found if e.label in PLACES and e.tokens == range(at, at + 1)), None)
        if any(e.label == "POSITION" and e.tokens.start == at for e in found):
            continue  # «Есен | Чили сыртқы істер министрі»
        if place is not None and sentence.tokens[at].is_capital and sentence.tokens[at - 1].text[-1:].isalpha():
            found[found.index(person)] = replace(person, tokens=range(person.tokens.start, at + 1))
            found.remove(place)
    return found


def _named_again(article: Article, tagged: Sequence[Element], sentence: Sentence) -> list[Element]:
    """The elements, and the surnames of the document's people that the tagger passed over."""
    code = article.language.code
    strange = [
        e for e in tagged if e.label in PLACES and len(e.tokens) == 1 and _is_surname(article, sentence.tokens[e.tokens.start], code)
    ]
    found = [e for e in tagged if e not in strange]
    taken = {i for e in found for i in e.tokens}
    for index, token in enumerate(sentence.tokens):
        if index in taken or token.text not in article.surnames:
            continue
        beside = [i for i in (index - 1, index + 1) if 0 < i < len(sentence.tokens) and i not in taken]
        if not any(sentence.tokens[i].is_capital for i in beside):
            found.append(Element("PERSON", range(index, index + 1)))
    return found


def _initialled(article: Article, tagged: Sequence[Element], sentence: Sentence) -> list[Element]:
    """The elements, an initial and the surname of somebody of the document back from what was taken for a body: «М. Сейіт кеңесті | …»."""
    found = list(tagged)
    for index, (initial, surname) in enumerate(pairwise(sentence.tokens)):
        if len(initial.text) != LETTERED or initial.text[1] != "." or not surname.is_capital:
            continue
        name = range(index, index + 2)
        crossed = [e for e in found if e.tokens.start < name.stop and name.start < e.tokens.stop]
        if not any(e.label == "PERSON" for e in crossed) and _is_one_of(article, initial.text[0], surname.text):
            found = [e for e in found if e not in crossed]
            found.append(Element("PERSON", name))
    return found


def _is_one_of(article: Article, letter: str, surname: str) -> bool:
    """Whether somebody of the document has a name with this first letter and this surname, in whatever case."""
    return any(first == letter and last[: (n := _shared(last, surname))] == surname[:n] for first, last in article.initialled)


def _shared(surname: str, other: str) -> int:
    """How many letters two forms of one surname have in common at least."""
    return max(STEM, min(len(surname), len(other)) - ENDING)


def _is_surname(article: Article, token: Token, code: str) -> bool:
    """Whether what was taken for a place is the surname of somebody of the document and no place that is known."""
    return token.text in article.surnames and not find_country(token.text, code) and find_city(token.text, code) is None


def _completed(tagged: Sequence[Element], sentence: Sentence) -> list[Element]:
    """The elements, a name that begins with a particle with the given name taken for the end of a post: «Рима | ан-Насири»."""
    found = list(tagged)
    for person in [e for e in tagged if e.label == "PERSON" and not sentence.tokens[e.tokens.start].is_capital]:
        at = person.tokens.start - 1
        post = next((e for e in found if e.label == "POSITION" and e.tokens.stop == at + 1 and len(e.tokens) > 1), None)
        if post is None or not sentence.tokens[at].is_capital:
            continue
        found = [e for e in found if not (e.label in PLACES and at in e.tokens)]
        found[found.index(person)] = replace(person, tokens=range(at, person.tokens.stop))
        found[found.index(post)] = replace(post, tokens=range(post.tokens.start, at))
    return found


def _unplaced(article: Article, tagged: Sequence[Element], sentence: Sentence) -> list[Element]:
    """The elements without a given name at the end of a post that was taken for a place («полпред правительства | Кубан Сарыбаев»)."""
    ends = {e.tokens.stop - 1 for e in tagged if e.label == "POSITION"} & {e.tokens.start - 1 for e in tagged if e.label == "PERSON"}
    marked = {e.tokens.start for e in tagged if e.label in PLACES and len(e.tokens) == 1}
    strange = {i for i in ends & marked if _is_given(sentence.tokens[i]) and not _is_place(sentence.tokens[i].text, article.language.code)}
    return [e for e in tagged if not (e.label in (*PLACES, "ORG") and e.tokens.stop - 1 in strange)]


def _is_place(word: str, code: str) -> bool:
    return bool(find_country(word, code) or find_city(word, code) or find_region(word, code))


def _regained(tagged: Sequence[Element], sentence: Sentence, lexicons: Lexicons) -> list[Element]:
    """The elements, a given name that the tagger took for the end of a post back with the rest of its name."""
    starts = {e.tokens.start: e for e in tagged if e.label == "PERSON"}
    places = [e.tokens for e in tagged if e.label in ("COUNTRY", "CITY", "REGION", "NORP") or (e.label == "ORG" and len(e.tokens) > 1)]
    found = list(tagged)
    for post in tagged:
        person = starts.get(post.tokens.stop) if post.label == "POSITION" else None
        last = post.tokens.stop - 1
        if (
            person is None
            or not (_is_given(sentence.tokens[last]) or _is_owned(post, places, sentence, lexicons))
            or any(last in p for p in places)
            or lexicons.posts.at(sentence.tokens, last)
        ):
            continue
        found[found.index(person)] = replace(person, tokens=range(last, person.tokens.stop))
        found.remove(post)
        if len(post.tokens) > 1:
            found.append(replace(post, tokens=range(post.tokens.start, last)))
    return found


def _is_owned(post: Element, places: Sequence[range], sentence: Sentence, lexicons: Lexicons) -> bool:
    """Whether what was taken for a post is a state's genitive and a given name: "Nepal's Bishnu"."""
    tokens = sentence.tokens[post.tokens.start : post.tokens.stop]
    stated = any(p.start == post.tokens.start and p.stop == post.tokens.stop - 2 for p in places)
    named = tokens[-1].is_capital and "-" not in tokens[-1].text
    return stated and tokens[-2].lower in POSSESSIVE and named and not lexicons.posts.all(tokens)


def _is_given(token: Token) -> bool:
    return token.is_capital and not token.text.isupper() and any("given" in r.features for r in token.readings)
