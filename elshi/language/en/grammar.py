"""The grammatical place of a noun phrase in an English sentence.

From the phrase the words to its left are read one by one until something governs it: a preposition, a verb, or the clause's beginning.
Words of the same noun phrase, apposition ("Peru's Minister of Trade, Ana Lopez"), enumeration and brackets are passed.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from elshi.language.base import Case, Sentence, Slot, Token
from elshi.language.en.morphology import closed_class
from elshi.language.phrases import word_list

__all__ = ["find_slot"]

_POSSESSIVE = ("'s", "’s", "ʼs")
_QUOTES = frozenset('"“”«»„')
_DASHES = frozenset("–—-")
_NOMINATIVE = Slot(Case.NOM)
_OBJECT = Slot(Case.ACC)


@lru_cache(maxsize=1)
def _listed() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in word_list("en", "grammar").items()}


def _has(token: Token, part: str) -> bool:
    return any(r.part == part for r in token.readings)


def _is_noun(token: Token) -> bool:
    return _has(token, "NOUN") or _has(token, "NAME")


def _opens_clause(token: Token) -> bool:
    return token.lower in _listed()["openers"] and not all(r.part == "NAME" for r in token.readings)


def _is_certain_verb(token: Token) -> bool:
    """A verb and nothing else; a participle that stands as an adjective is none."""
    return bool(token.readings) and all(r.part == "VERB" for r in token.readings)


def _is_finite(token: Token) -> bool:
    """A verb form that can be the main verb: not an -ing form, infinitive or reduced passive."""
    if not _is_certain_verb(token):
        return False
    marks = frozenset[str]().union(*(r.features for r in token.readings))
    return bool(marks & {"past", "fut", "pres"}) and not marks <= {"part", "pass", "inf", "conv"}


def _is_main_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is finite, also one that may be a noun, by the noun that it governs: "takes part"."""
    light = tokens[at].lower in _listed()["light"] and at + 1 < len(tokens) and tokens[at + 1].lower in _listed()["lightened"]
    return light or _is_finite(tokens[at])


def _is_governing_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word is the verb of what follows; a word that may be a noun too ("visit", "thanking") is where its place says so."""
    token = tokens[at]
    if not _has(token, "VERB"):
        return False
    if _is_certain_verb(token):
        return True
    if _has(token, "ADJ") or token.lower in _POSSESSIVE:
        return False
    before = tokens[at - 1] if at else None
    after = next((t for t in tokens[at + 1 : at + 4] if not _has(t, "ADV")), None)
    opens_phrase = after is not None and (after.lower in closed_class("DET") or after.is_capital)
    if any("conv" in r.features for r in token.readings):
        return opens_phrase and (before is None or not (_has(before, "ADJ") or before.lower in _POSSESSIVE))
    plural = before is not None and (before.is_capital or any(r.number == "plur" for r in before.readings))
    third = any(r.part == "VERB" and r.number == "sing" for r in token.readings)
    return opens_phrase and before is not None and (plural or (third and _is_noun(before))) and not any(_is_finite(t) for t in tokens)


def _is_subject_ahead(tokens: Sequence[Token], end: int, tight: bool) -> bool:
    """Whether the phrase that ends at `end` is followed by its own finite verb. `tight`: a verb behind "and" is another clause's."""
    relative, at = False, end
    while at < len(tokens):
        token = tokens[at]
        if token.text == ";" or (tight and token.lower in ("and", "or") and at + 1 < len(tokens) and _has(tokens[at + 1], "VERB")):
            return False
        if _opens_clause(token):
            relative = True
        elif _is_main_verb(tokens, at) or (
            _has(token, "VERB") and _is_governing_verb(tokens, at) and any("pres" in r.features for r in token.readings)
        ):
            if not relative:
                return True
            relative = False
            at = _skip_verbs(tokens, at)
            continue
        at += 1
    return False


def _skip_verbs(tokens: Sequence[Token], at: int) -> int:
    """Past a group of auxiliaries, adverbs and the verb."""
    while at < len(tokens) and (_has(tokens[at], "VERB") or _has(tokens[at], "ADV")):
        at += 1
    return at


def _follows_directly(tokens: Sequence[Token], end: int) -> bool:
    """Whether a finite verb follows the phrase with nothing but adverbs, "of …" and a dated expression between."""
    at = end
    while at < len(tokens):
        token = tokens[at]
        if _is_main_verb(tokens, at):
            return True
        part_of_phrase = _has(token, "ADV") or token.lower in ("of", "for", "the", "on") or token.is_capital or _has(token, "NUM")
        if not part_of_phrase or token.lower in ("and", "or"):
            return False
        at += 1
    return False


def _clause_start(tokens: Sequence[Token], at: int) -> int:
    """Where the clause begins that the token `at` is in, as far as marks tell."""
    while at > 0 and tokens[at - 1].text not in (";", ":") and tokens[at - 1].text not in _QUOTES:
        at -= 1
    while at < len(tokens) - 1 and not tokens[at].is_word and not tokens[at].text[:1].isdigit():
        at += 1
    numbered = at + 2 < len(tokens) and tokens[at].text.isdigit() and tokens[at + 1].text in (".", ")")  # "2. In response, …"
    return at + 2 if numbered else at + _is_bare_number(tokens, at)


def _is_bare_number(tokens: Sequence[Token], at: int) -> bool:
    """Whether the number of a paragraph stands at the head of a sentence with no mark behind it: "3 On the same day, …"."""
    after = tokens[at + 1] if at == 0 and len(tokens) > 1 and tokens[at].text.isdigit() else None
    return after is not None and after.text.istitle() and (_has(after, "PREP") or _has(after, "ADV"))


def _ends_date(tokens: Sequence[Token], at: int) -> bool:
    """Whether a dated expression may end with the word: a day, a month, a part of the day; May is a month only beside a number."""
    if tokens[at].lower in _listed()["calendar"]:
        return True
    if tokens[at].lower.endswith(("st", "nd", "rd", "th")) and tokens[at].text[:1].isdigit():
        return at > 1 and [t.lower for t in tokens[at - 2 : at]] == ["on", "the"]  # "on the 17th"
    beside = [tokens[i] for i in (at - 1, at + 1) if 0 <= i < len(tokens)]
    return tokens[at].text in ("May", "MAY") and any(t.text[:1].isdigit() for t in beside)


def _is_fronted(tokens: Sequence[Token], comma: int) -> bool:
    """Whether what the comma closes is an adjunct before the subject: "In Rome,", "After the talks with Lima," and the like."""
    start = _clause_start(tokens, comma)
    first = tokens[start]
    subordinate = _opens_clause(first) or first.lower in ("as", "after", "before", "until", "since")
    timely = not _has(first, "NAME") and any(_ends_date(tokens, i) for i in range(start, min(start + 3, comma)))
    adjunct = (
        timely or _has(first, "PREP") or _has(first, "ADV") or subordinate or any({"conv", "part"} & r.features for r in first.readings)
    )
    return adjunct and (subordinate or not _has_main_verb(tokens, start, comma))


def _has_main_verb(tokens: Sequence[Token], start: int, stop: int) -> bool:
    """Whether a finite verb stands in the stretch, those of relative clauses between commas aside."""
    relative = False
    for at in range(start, stop):
        if tokens[at].text == ",":
            relative = tokens[at + 1].lower in ("which", "who", "where")
        elif _is_finite(tokens[at]) and not relative:
            return True
    return False


def _governs(tokens: Sequence[Token], at: int, crossed: bool) -> bool:
    """Whether the preposition governs the phrase itself and not only a part of the post or body before it."""
    return not (crossed and _is_inside_post(tokens, at))


def _is_inside_post(tokens: Sequence[Token], at: int) -> bool:
    """Whether the preposition belongs to a post's or body's name: "head of cooperation of the mission", but not "visit to Oslo of"."""
    if tokens[at].lower not in _listed()["inside"]:
        return False
    index = at - 1
    while index >= 0 and tokens[index].is_word and not _is_certain_verb(tokens[index]):
        token = tokens[index]
        if token.lower in closed_class("PREP"):
            return _is_inside_post(tokens, index)
        if _is_head(token) or (token.is_capital and index > 0 and tokens[index - 1].lower not in closed_class("PREP") and _is_noun(token)):
            return True
        index -= 1
    return False


def _is_head(token: Token) -> bool:
    return bool(token.lemmas() & _listed()["heads"]) or token.lower.endswith(("man", "woman", "person", "men", "women"))


def _begins_phrase(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun phrase begins at the word while another ends right before it: "in Rome | the minister", "on Tuesday | Ana Lopez",
    "at the ministry | Ambassador Karim"."""
    if at == 0 or not tokens[at - 1].is_word or tokens[at - 1].lower in _POSSESSIVE:
        return False
    token, before = tokens[at], tokens[at - 1]
    if _ends_date(tokens, at - 1) and token.is_word:
        return True
    if not _is_noun(before) or _has(before, "PREP"):
        return False
    if token.lower in ("the", "a", "an", "his", "her", "its", "their"):
        return True
    if token.is_capital and not before.is_capital and at + 1 < len(tokens) and tokens[at + 1].lower in _POSSESSIVE:
        return True  # "received in audience | Peru's minister"
    posts = _listed()["heads"]
    return (
        token.is_capital and bool(token.lemmas() & posts) and not before.is_capital and not before.lemmas() & (posts - _listed()["bodies"])
    )


def _skip_time(tokens: Sequence[Token], at: int) -> int:
    """The first index of the dated expression that ends right before `at`, its prepositions included: "from 22 to 24 March"."""
    index = at
    while index > 0 and (
        _ends_date(tokens, index - 1)
        or tokens[index - 1].lower in _listed()["time"]
        or tokens[index - 1].text[:1].isdigit()
        or tokens[index - 1].text in _DASHES
    ):
        index -= 1
    return index


def _skip_place(tokens: Sequence[Token], at: int) -> int | None:
    """The index of the preposition of the adjunct of place that ends right before `at`; None if there is no such adjunct."""
    for index in range(at - 1, max(at - 9, -1), -1):
        token = tokens[index]
        if token.lower in _listed()["adjuncts"]:
            return index
        if not token.is_word or _is_certain_verb(token) or (token.lower in closed_class("PREP") and token.lower != "of"):
            return None
    return None


def _skip_adjuncts(tokens: Sequence[Token], at: int) -> int:
    """Where the adjuncts of place and time begin that end right before `at`; `at` if there are none."""
    start = _skip_time(tokens, at) if _is_time(tokens, at - 1) else at
    place = _skip_place(tokens, start) if start > 0 else None
    if place is None:
        return start
    first: int | None = place
    while first is not None and first > 0 and not _is_behind_verb(tokens, first):
        first = _skip_place(tokens, first)  # "in his office | in Riyadh"
    verb_before = first is not None and first > 0
    if start != at:
        return first if first and verb_before else start
    return _skip_time(tokens, place) if place > 0 and _is_time(tokens, place - 1) else place  # "On 6 May in Oslo the minister"


def _is_behind_verb(tokens: Sequence[Token], at: int) -> bool:
    return _is_certain_verb(tokens[at - 1]) or _has(tokens[at - 1], "ADV")


def _is_time(tokens: Sequence[Token], at: int) -> bool:
    return _ends_date(tokens, at) or tokens[at].text[:1].isdigit()


def _skip_bracket(tokens: Sequence[Token], at: int) -> int:
    while at > 0 and tokens[at].text != "(":
        at -= 1
    return at


def _at_verb(tokens: Sequence[Token], at: int) -> Slot:
    """After a verb comes its object; after "be", and after a quotation's verb of speech, its subject."""
    lemmas = tokens[at].lemmas()
    inverted = at > 0 and (tokens[at - 1].text in _QUOTES or tokens[at - 1].text == ",") and lemmas & _listed()["speech"]
    return _NOMINATIVE if inverted or "be" in lemmas else _OBJECT


def _at_mark(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a comma, dash, conjunction or quotation mark begins the phrase's own clause."""
    start = _clause_start(tokens, at)
    told = any(_is_finite(t) for t in tokens[start:at])
    if tokens[at].text in (",", *_DASHES) and _is_fronted(tokens, at):
        return _is_subject_ahead(tokens, end, tight=False)
    if tokens[at].text in _QUOTES:
        return _is_subject_ahead(tokens, end, tight=True)
    return told and _follows_directly(tokens, end)


def _is_about(tokens: Sequence[Token], at: int) -> bool:
    """ "over a hundred guests", "about 40 experts": part of the number."""
    about = tokens[at].lower in ("over", "about", "around", "under", "near") and at + 1 < len(tokens)
    return about and (_has(tokens[at + 1], "NUM") or tokens[at + 1].lower == "a")


def _is_amount(tokens: Sequence[Token], at: int) -> bool:
    """ "a number of experts", "dozens of guests": "of" only tells how many."""
    return at > 0 and tokens[at].lower == "of" and tokens[at - 1].lower in _listed()["amounts"]


def _is_enumerated(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at - 1].text == "," or tokens[at - 1].lower in ("and", "or")


def _read_left(tokens: Sequence[Token], phrase: range) -> Slot:
    at, crossed = phrase.start - 1, False
    if _begins_phrase(tokens, phrase.start):
        at = _skip_adjuncts(tokens, phrase.start) - 1
    while at >= 0:
        token = tokens[at]
        if token.text == ":" or (token.text == ";" and _is_subject_ahead(tokens, phrase.stop, tight=False)):
            return _NOMINATIVE
        if token.text == ")":
            at = _skip_bracket(tokens, at)
        elif token.text == "," or token.text in _DASHES or token.text in _QUOTES or token.lower in ("and", "or", "&"):
            if _at_mark(tokens, at, phrase.stop):
                return _NOMINATIVE
            crossed = True
        elif token.lower == "as" and at >= 2 and tokens[at - 1].lower == "well":
            at -= 2
            crossed = True
        elif _opens_clause(token) and not (token.lower in closed_class("PREP") and not _is_subject_ahead(tokens, phrase.stop, tight=False)):
            return _NOMINATIVE
        elif _is_governing_verb(tokens, at):
            return _at_verb(tokens, at)
        elif token.lower in closed_class("PREP"):
            if _has(token, "CONJ") and _follows_directly(tokens, phrase.stop):
                return _NOMINATIVE
            if (
                crossed
                and at == _clause_start(tokens, at)
                and _follows_directly(tokens, phrase.stop)
                and not _is_enumerated(tokens, phrase.start)
            ):
                return _NOMINATIVE
            if _is_amount(tokens, at):
                at -= 1
            elif at + 1 < phrase.start and tokens[at + 1].lower in _listed()["adverbial"]:
                pass  # "received in audience, | the ambassador"
            elif _governs(tokens, at, crossed) and not _is_about(tokens, at):
                return Slot(Case.ACC, token.lower)
        elif _is_noun(token):
            crossed = True
        if at > 0 and token.text not in _QUOTES and _begins_phrase(tokens, at):
            at = _skip_adjuncts(tokens, at)
        at -= 1
    return _NOMINATIVE


def find_slot(sentence: Sentence, phrase: range) -> Slot:
    """The slot of the noun phrase that tokens `phrase` make: GEN before a possessive ending, ACC with the preposition that governs it
    (also through enumeration and apposition), ACC after its verb, else NOM."""
    tokens = sentence.tokens
    if not phrase:
        return Slot(None)
    if len(phrase) == 1 and tokens[phrase.start].lower in _listed()["subjects"]:
        return _NOMINATIVE
    following = tokens[phrase.stop] if phrase.stop < len(tokens) else None
    ends_open = tokens[phrase.stop - 1].lower.endswith("s")
    if tokens[phrase.stop - 1].lower in _POSSESSIVE or (following is not None and following.lower in _POSSESSIVE):
        return Slot(Case.GEN)
    if following is not None and following.text in ("'", "’") and ends_open and following.span.start == tokens[phrase.stop - 1].span.end:
        return Slot(Case.GEN)
    return _read_left(tokens, phrase)
