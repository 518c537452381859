"""What is written beside a name: posts, states and bodies before it or in apposition after it."""

from __future__ import annotations

from collections.abc import Sequence

from elshi.engagements.elements import BRIDGE, all_in, roles_of
from elshi.engagements.lexicons import Lexicons
from elshi.engagements.tags import Element
from elshi.language.base import Case, Sentence, Token

__all__ = [
    "LOCATIVES",
    "behind_namesake",
    "describes",
    "glued",
    "is_locative",
    "is_rank",
    "left_of",
    "notes_before",
    "right_of",
    "tells_apart",
]

LOCATIVES = ("да", "де", "та", "те")
PLACE_LABELS = frozenset({"COUNTRY", "CITY", "REGION", "LOCATION", "ORG"})
BESIDE = PLACE_LABELS | {"POSITION", "NORP"}
SEMICOLON = frozenset({";"})  # "Minister of Trade; H.E. Ana Lopez"
COMMA = frozenset({",", "which", "whom"})  # "the rector of which, Ana Lopez,"
OPENING = 2  # tokens: a state and its genitive mark
BRIEF = 6  # tokens of words that tell a namesake apart
AND = frozenset({"и", "and"})
ENVOYS = frozenset({"ambassador", "consul"})
FROM = frozenset({"из", "from"})  # «коллега из Чили Ана Лопес»
AT_HOME = frozenset({"regional", "minister", "deputy-minister", "head-of-government", "head-of-state", "parliament", "academic"})
STATE_LABELS = frozenset({"COUNTRY", "NORP"})


def is_rank(element: Element, sentence: Sentence, lexicons: Lexicons) -> bool:
    """Whether a post is only a rank by birth, a soldier's, or an address: "Prince Ali, Minister of Trade"."""
    return all(t.lower in lexicons.ranks for t in sentence.tokens[element.tokens.start : element.tokens.stop])


def glued(tokens: Sequence[Token], lexicons: Lexicons, joined: bool = False) -> bool:
    """Whether the tokens between two elements only glue them together: honorifics, articles, adjectives of novelty."""
    return all_in(tokens, lexicons.joints if joined else frozenset(), lexicons)


def is_locative(sentence: Sentence, element: Element, lexicons: Lexicons) -> bool:
    """Whether a Kazakh place says where, not whose."""
    last = sentence.tokens[element.tokens.stop - 1]
    return last.lower.endswith(LOCATIVES) and not last.lower.endswith(lexicons.host_endings) and any(r.case == "loc" for r in last.readings)


def _is_there(sentence: Sentence, element: Element, lexicons: Lexicons) -> bool:
    return element.label in PLACE_LABELS and is_locative(sentence, element, lexicons)


def _is_object(sentence: Sentence, element: Element) -> bool:
    """Whether a Kazakh post is an object, and not the bearer's behind it: «Сенат төрағасын | Президент A қабылдады»."""
    last = sentence.tokens[element.tokens.stop - 1].readings[:1]
    return element.label == "POSITION" and any(r.case in (Case.ACC, Case.INS) for r in last)


def left_of(person: Element, elements: Sequence[Element], sentence: Sentence, lexicons: Lexicons) -> list[Element]:
    """The posts, states and bodies written directly before a name; where states come first, a place in the locative is none of them."""
    taken: list[Element] = []
    start = person.tokens.start
    notes = notes_before(sentence.tokens, start)
    for element in reversed([e for e in elements if e.tokens.stop <= start]):
        if any(element.tokens.start in note and element.tokens.stop <= note.stop for note in notes):
            continue
        between = [sentence.tokens[i] for i in range(element.tokens.stop, start) if not any(i in note for note in notes)]
        if not taken and any(token.lower in AND for token in between):
            break  # "A, envoy of Chile and | B"
        has_post = any(e.label == "POSITION" for e in taken)
        linking = lexicons.host_prepositions | lexicons.complement_prepositions if lexicons.name_after_comma else lexicons.host_prepositions
        posted = bool(taken) and taken[0].label in PLACE_LABELS and all_in(between, linking, lexicons)
        posted |= bool(taken) and _is_counterpart_from(element, taken[0], between, sentence, lexicons)
        comma = COMMA | SEMICOLON if len(between) > 1 else COMMA
        apposed = not taken and lexicons.name_after_comma and all_in(between, comma, lexicons)
        posted |= apposed and not _is_opening(element, person, sentence)
        if lexicons.state_first and (_is_object(sentence, element) or _is_there(sentence, element, lexicons)):
            break
        if element.label not in BESIDE or not (posted or glued(between, lexicons, joined=has_post and element.label == "POSITION")):
            break
        if taken and taken[0].label == "POSITION" and not lexicons.state_first and _belongs_before(element, sentence, lexicons):
            break
        if lexicons.name_after_comma and element.label in STATE_LABELS and has_post and any(t.lower == "of" for t in between):
            break
        if element.label == "POSITION" and has_post and not _joinable(element, taken[0], start, sentence, lexicons):
            break
        taken.insert(0, element)
        start = element.tokens.start
    before = {"POSITION", "COUNTRY", "NORP"} | ({"ORG"} if lexicons.name_after_comma else set())
    while taken and not lexicons.state_first and (taken[0].label not in before or _is_elsewhere(taken[0], sentence, lexicons)):
        taken.pop(0)
    return taken if any(e.label == "POSITION" for e in taken) else []


def _is_counterpart_from(element: Element, state: Element, between: Sequence[Token], sentence: Sentence, lexicons: Lexicons) -> bool:
    """Whether a counterpart's state stands behind "from", and the name behind it."""
    led = element.label == "POSITION" and state.label in STATE_LABELS and bool(between) and all_in(between, FROM, lexicons)
    return led and "counterpart" in roles_of(sentence, element.tokens, lexicons)


def _is_opening(post: Element, person: Element, sentence: Sentence) -> bool:
    """Whether a post ends what opens the sentence, and the name behind the comma is its subject: "Meeting with the guest, Lim said"."""
    tokens = sentence.tokens
    behind = tokens[person.tokens.stop : person.tokens.stop + 1]
    finite = bool(behind) and any(r.part == "VERB" and r.features & {"past", "pres", "fut"} for r in behind[0].readings[:1])
    if not finite or not post.tokens.start or tokens[post.tokens.stop].text != ",":
        return False
    return any(r.part == "PREP" or "conv" in r.features for r in tokens[0].readings[:1]) and not any(
        t.text == "," for t in tokens[: post.tokens.start]
    )


def notes_before(tokens: Sequence[Token], before: int) -> list[range]:
    """The stretches in brackets that end ahead of token `before`, which need not stand in one itself."""
    found: list[range] = []
    opened: int | None = None
    for at in range(before):
        if tokens[at].text == "(":
            opened = at
        elif tokens[at].text == ")" and opened is not None:
            found.append(range(opened, at + 1))
            opened = None
    return found


def _is_elsewhere(element: Element, sentence: Sentence, lexicons: Lexicons) -> bool:
    """Whether a state that begins a phrase has a preposition of its own: «прибывший в Португалию посол»."""
    at = element.tokens.start
    placed = at > 0 and sentence.tokens[at - 1].lower in lexicons.host_prepositions
    return element.label == "COUNTRY" and placed and not any(r.part == "ADJ" for r in sentence.tokens[at].readings[:1])


def _belongs_before(element: Element, sentence: Sentence, lexicons: Lexicons) -> bool:
    """Whether a state before a post is a noun in the genitive without a mark: it goes with what stands ahead of it («в столице Норвегии
    посол …»). In Russian any state but an adjective does: «в рамках визита в Объединенное Королевство министр …»."""
    following = sentence.tokens[element.tokens.stop].lower
    if element.label == "COUNTRY" and not lexicons.name_after_comma:
        last = sentence.tokens[element.tokens.stop - 1]
        return last.text.isalpha() and not last.text.isupper() and not any(r.part == "ADJ" for r in last.readings)
    first = sentence.tokens[element.tokens.start].readings[:1]
    oblique = any(r.part in ("NOUN", "NAME") and r.case in (Case.GEN, Case.LOC) for r in first)
    return element.label == "COUNTRY" and oblique and following not in ("'s", "’s", "'", "’")


def _joinable(element: Element, nearer: Element, start: int, sentence: Sentence, lexicons: Lexicons) -> bool:
    """Whether two posts in a row belong to one name: joined by a dash, a comma or "and"; the nearer one does not begin with another state
    or an article of its own."""
    between = sentence.tokens[element.tokens.stop : start]
    if not between and is_rank(nearer, sentence, lexicons):
        return True  # «қорғаныс министрі | генерал-майор A»
    if (nearer.label in STATE_LABELS and not lexicons.state_first) or any(t.lower in lexicons.whose for t in between):
        return False
    opening = [t.lower for t in (*between, *sentence.tokens[nearer.tokens.start : nearer.tokens.start + OPENING])]
    if _is_reference(element, sentence, lexicons) and sentence.tokens[nearer.tokens.start].text.isupper():
        return False  # "the Minister and UNESCO Director Ana Lopez"
    if _are_two(element, nearer, between, sentence, lexicons):
        return False
    if any(word.endswith(("'s", "’s")) or (word == "the" and i <= len(between)) for i, word in enumerate(opening)):
        return False
    return any(t.lower in lexicons.joints for t in between)


def _are_two(element: Element, nearer: Element, between: Sequence[Token], sentence: Sentence, lexicons: Lexicons) -> bool:
    """Whether an envoy told by one word, "and" and a post that no envoy has are two people: «посол и губернатор A»."""
    alone = len(element.tokens) == 1 and any(t.lower in AND for t in between) and not lexicons.state_first
    first, second = (roles_of(sentence, e.tokens, lexicons) for e in (element, nearer))
    return alone and bool(first & ENVOYS) and bool(second & AT_HOME) and not second & ENVOYS


def _is_reference(post: Element, sentence: Sentence, lexicons: Lexicons) -> bool:
    """Whether an English post is a mere reference to somebody named before: "the Minister"."""
    tokens, at = sentence.tokens, post.tokens.start
    whole = any(m.end == post.tokens.stop for m in lexicons.shorts.at(tokens, at))
    return whole and at > 0 and tokens[at - 1].lower in lexicons.articles


def right_of(person: Element, elements: Sequence[Element], sentence: Sentence, lexicons: Lexicons) -> list[Element]:
    """A post in apposition after the name ("Rosa Quispe, Minister of Foreign Affairs of Peru,"), or the one that its bearer has come to."""
    tokens = sentence.tokens
    at = person.tokens.stop
    other = lexicons.namesakes.at(tokens, at) if at < len(tokens) else []
    at = other[-1].end if other else at
    following = [e for e in elements if e.tokens.start >= at]
    if at >= len(tokens) or not following:
        return []
    taken = _opening(following, at, tokens, lexicons, bool(other))
    for element in following[len(taken) :] if taken else ():
        between = tokens[taken[-1].tokens.stop : element.tokens.start]
        if element.label == "PERSON":
            return _before_name(taken, between, lexicons)
        if not _goes_on(element, between, lexicons):
            break
        taken.append(element)
    return taken


def _opening(following: Sequence[Element], at: int, tokens: Sequence[Token], lexicons: Lexicons, other: bool) -> list[Element]:
    """The post that an apposition begins with, and the state or body before it. `other` says that words telling a namesake apart stand
    before it."""
    first = following[0]
    between = tokens[at : first.tokens.start]
    if first.label == "POSITION" and between and _is_succession(between, lexicons):
        return [first]
    if (tokens[at].text not in lexicons.appositions and not (other and tokens[at].text == ",")) or not glued(
        tokens[at + 1 : first.tokens.start], lexicons
    ):
        return []
    if first.label == "POSITION":
        return [first]
    second = following[1] if len(following) > 1 else None
    if first.label in PLACE_LABELS | STATE_LABELS and second is not None and second.label == "POSITION":
        return [first, second] if glued(tokens[first.tokens.stop : second.tokens.start], lexicons) else []
    return []


def _is_succession(between: Sequence[Token], lexicons: Lexicons) -> bool:
    """Whether the words say that somebody has come to a post: "on his appointment as"."""
    return len(between) <= BRIDGE + 1 and len(between) > 1 and all(t.lower in lexicons.successions for t in between)


def _before_name(taken: list[Element], between: Sequence[Token], lexicons: Lexicons) -> list[Element]:
    """What stays with the name before where another name follows: not the post that belongs to the next, as none does behind "and"."""
    if not glued(between, lexicons) or any(token.lower in AND for token in between):
        return taken
    while taken and taken[-1].label != "POSITION":
        taken.pop()
    return taken[:-1]


def _goes_on(element: Element, between: Sequence[Token], lexicons: Lexicons) -> bool:
    if element.label == "POSITION":
        return len(between) == 1 and between[0].is_word and between[0].lower in lexicons.joints
    if element.label not in PLACE_LABELS:
        return False
    return all_in(between, lexicons.host_prepositions, lexicons) and not any(t.lower in lexicons.joints for t in between)


def behind_namesake(left: Sequence[Element], sentence: Sentence, lexicons: Lexicons) -> list[Element]:
    """The posts before a name without ranks behind a post, and without those that only say whose namesake it is: «однофамилец министра, |
    мэр»."""
    posts = [e for e in left if e.label == "POSITION"]
    if len(posts) > 1 and posts[-2].tokens.stop == posts[-1].tokens.start and is_rank(posts[-1], sentence, lexicons):
        left = [e for e in left if e is not posts[-1]]
    if lexicons.state_first or len(left) < 2:
        return list(left)
    tokens = sentence.tokens[max(0, left[0].tokens.start - BRIEF) : left[-1].tokens.start]
    first = left[-1].tokens.start - len(tokens)
    commas = [first + i for m in lexicons.namesakes.all(tokens) for i in range(m.end, len(tokens)) if tokens[i].text == ","]
    return [e for e in left if e.tokens.start > commas[0]] if commas else list(left)


def tells_apart(phrase: range, person: Element, sentence: Sentence, lexicons: Lexicons) -> bool:
    """Whether the words beside a name say that it is another's than the one named so before: "another Ana Lopez"."""
    tokens = sentence.tokens
    if lexicons.state_first:
        return any(m.start == 0 for m in lexicons.namesakes.all(tokens[person.tokens.stop : person.tokens.stop + BRIEF]))
    start = max(0, phrase.start - BRIEF)
    return any(start + m.end == phrase.start for m in lexicons.namesakes.all(tokens[start : phrase.start]))


def describes(element: Element, sentence: Sentence, lexicons: Lexicons) -> bool:
    """Whether a state or body before a post may be whose it is: in Russian only an adjective («в посольстве | глава МИД»)."""
    last = sentence.tokens[element.tokens.stop - 1]
    own = lexicons.state_first or lexicons.name_after_comma or any(r.part == "ADJ" for r in last.readings[:1])
    return own and element.label in ("COUNTRY", "ORG", "NORP")
