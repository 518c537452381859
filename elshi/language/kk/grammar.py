"""The slot of a Kazakh noun phrase: the case of its last word, or the case it shares with a later conjunct, and its postposition."""

from __future__ import annotations

from functools import cache

from elshi.language.base import Case, Reading, Sentence, Slot, Token
from elshi.language.kk.names import guess_name_case, is_given, is_honorific, is_particle
from elshi.language.kk.tokens import suffix_case
from elshi.language.phrases import word_list

__all__ = ["find_slot"]

_AND = frozenset({"мен", "бен", "пен", "және", "әрі", "немесе"})
_OPENING, _CLOSING = '«“"(', '»”")'
_NAMELIKE = frozenset({"NAME", "VERB", "CONV", "PART"})
_CONJUNCTS = 8  # conjuncts that are followed at most
_DESCRIBING = 4  # words from one to the noun that it describes, itself with it
_OVERT = frozenset({Case.DAT, Case.ACC, Case.INS, Case.LOC, Case.ABL})
_SHARED = frozenset({Case.DAT, Case.ACC, Case.INS, Case.GEN, Case.ABL})


@cache
def _governed() -> dict[str, frozenset[Case]]:
    """The cases that a verb takes, by its stem."""
    found: dict[str, set[Case]] = {}
    for case, verbs in word_list("kk", "stems")["government"].items():
        for verb in verbs.split():
            found.setdefault(verb, set()).add(Case(case))
    return {verb: frozenset(cases) for verb, cases in found.items()}


@cache
def _whole() -> tuple[str, ...]:
    """Endings of surnames that look like a case's: «Каримзода»."""
    return tuple(word_list("kk", "names")["whole"])


@cache
def _postpositions() -> dict[str, frozenset[Case]]:
    found: dict[str, set[Case]] = {}
    for case, words in word_list("kk", "stems")["postpositions"].items():
        for word in words.split():
            found.setdefault(word, set()).add(Case(case))
    return {word: frozenset(cases) for word, cases in found.items()}


def _wanted(tokens: tuple[Token, ...], after: int) -> frozenset[Case] | None:
    """The cases that the first verb after token `after` takes; None if no list knows it."""
    words = [t for t in tokens[after + 1 :] if t.is_word]
    for number, token in enumerate(words):
        if token.lower in _postpositions() and number + 1 < len(words):
            continue
        verbal = [r for r in token.readings[:1] if r.part in ("VERB", "CONV") and "inf" not in r.features]
        if verbal:
            return _governed().get(verbal[0].lemma)
    return None


def _is_unlisted(token: Token) -> bool:
    """Whether a capitalised word is of no list of nouns: a name, or a name that looks like a verb (Табылдық)."""
    return token.is_capital and all(r.part in _NAMELIKE for r in token.readings)


def _is_of_person(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a given name or a particle stands before the word."""
    before = tokens[max(0, at - 3) : at]
    return any(t.is_capital and is_given(t.lower) for t in before) or (at > 0 and is_particle(tokens[at - 1].text))


def _noun_reading(token: Token) -> Reading | None:
    """The likeliest reading that can be the head of a phrase."""
    return next((r for r in token.readings if r.case is not None), None)


def _case_of(tokens: tuple[Token, ...], at: int) -> Case | None:
    token = tokens[at]
    reading = _noun_reading(token)
    if not _is_unlisted(token):
        return reading.case if reading else None
    if token.lower.endswith(_whole()):
        return Case.NOM
    case = guess_name_case(token.text, _wanted(tokens, at))
    placed = case is Case.NOM and reading is not None and reading.case is Case.LOC and not _is_of_person(tokens, at)
    return Case.LOC if placed else case


def _skip_closing(tokens: tuple[Token, ...], at: int) -> int:
    while at < len(tokens) and tokens[at].text in _CLOSING:
        at += 1
    return at


def _apart_case(tokens: tuple[Token, ...], at: int) -> Case | None:
    """The case of an ending after a hyphen at token `at`: «Самұрық»-пен."""
    if at + 1 < len(tokens) and tokens[at].text in ("-", "–") and tokens[at].span.end == tokens[at + 1].span.start:
        return suffix_case(tokens[at + 1].lower)
    return None


def _postposition(tokens: tuple[Token, ...], at: int, case: Case | None) -> str | None:
    if at < len(tokens) and case in _postpositions().get(tokens[at].lower, ()):
        return tokens[at].lower
    return None


def _is_attribute(token: Token) -> bool:
    """Whether the word can only stand before a head: genitive, adjective, number, participle, Астанадағы."""
    reading = token.readings[0] if token.readings else None
    if reading is None:
        return False
    return (reading.part in ("ADJ", "NUM", "PART") and reading.case in (Case.NOM, Case.LOC)) or reading.case is Case.GEN


def _is_verb(token: Token) -> bool:
    return bool(token.readings) and token.readings[0].part in ("VERB", "CONV") and token.readings[0].case is None


def _belongs_to_next(token: Token, following: Token) -> bool:
    """Whether a bare word is no head yet: a title before a name, a part of a name, an owner before what it owns."""
    if token.is_capital and following.is_capital:
        return (_is_unlisted(token) and _is_unlisted(following)) or not _is_unlisted(token)
    if following.is_capital:
        return True
    reading = _noun_reading(following)
    return reading is not None and "poss3" in reading.features


def _head_after(tokens: tuple[Token, ...], start: int, named: bool) -> int | None:
    """The index of the head of the noun phrase that begins at token `start`; None if a verb comes first. Beside a name (`named`)
    a name in the genitive is a head too: «Асан мен Үсеннің ісі»."""
    head = None
    for at in range(start, len(tokens)):
        token = tokens[at]
        if token.text in _OPENING + _CLOSING:
            continue
        if not token.is_word and not token.text[:1].isdigit():
            return head
        if _is_verb(token) or token.lower in _AND or token.lower in _postpositions():
            return head
        head = at
        if named and _is_unlisted(token) and _case_of(tokens, at) is Case.GEN:
            return head
        if _is_attribute(token) or (len(token.text) == 2 and token.text[1] == "."):
            continue
        following = _described(tokens, at + 1)
        if _case_of(tokens, at) in _OVERT or following is None or not _belongs_to_next(token, following):
            return head
    return head


def _described(tokens: tuple[Token, ...], at: int) -> Token | None:
    """The word at token `at`, or the noun that what stands there describes: «Еуропа | инвестициялық банкі», «Азия | даму банкі»."""
    for token in tokens[at : at + _DESCRIBING]:
        reading = token.readings[0] if token.readings else None
        bare = reading is not None and ("inf" in reading.features or reading.part == "ADJ") and reading.case in (None, Case.NOM)
        if token.is_capital or reading is None or not bare or "poss3" in reading.features:
            return token
    return tokens[at] if at < len(tokens) else None


def _last_conjunct(tokens: tuple[Token, ...], after: int) -> int | None:
    """The head of the last conjunct of a list whose first conjunct ends before token `after`; None if there is no list."""
    at, joined = _skip_closing(tokens, after), False
    head, named = None, after > 0 and _is_unlisted(tokens[after - 1])
    for _ in range(_CONJUNCTS):
        if at >= len(tokens) or not (tokens[at].text == "," or tokens[at].lower in _AND):
            break
        joined = tokens[at].lower in _AND
        head = _head_after(tokens, at + 1, named)
        if head is None:
            return None
        if joined:
            return head
        at = _skip_closing(tokens, head + 1)
    return head if joined else None


def _own_slot(tokens: tuple[Token, ...], last: int) -> Slot:
    after = _skip_closing(tokens, last + 1)
    case = _apart_case(tokens, after)
    if case is None and after < len(tokens) and is_honorific(tokens[after]):
        case, after = _case_of(tokens, after), after + 1
    case = case or _case_of(tokens, last)
    return Slot(case, _postposition(tokens, after, case))


def find_slot(sentence: Sentence, phrase: range) -> Slot:
    """The slot of the phrase: a bare phrase joined to a later one («A мен B-ға») takes the case and postposition of the last."""
    tokens = sentence.tokens
    last = next((i for i in reversed(phrase) if tokens[i].text[-1:].isalnum()), None)
    if last is None:
        return Slot(None)
    if last > phrase.start and tokens[last - 1].text in ("-", "–") and (case := _apart_case(tokens, last - 1)):
        return Slot(case, _postposition(tokens, last + 1, case))
    own = _own_slot(tokens, last)
    if own.case is not Case.NOM or own.preposition is not None:
        return own
    final = _last_conjunct(tokens, last + 1)
    if final is None:
        return own
    shared = _own_slot(tokens, final)
    return shared if shared.case in _SHARED or shared.preposition else own
