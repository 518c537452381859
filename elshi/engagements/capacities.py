"""Posts as the text states them: nominative, without the state."""

from __future__ import annotations

import re
from collections.abc import Sequence

from elshi.engagements.article import Article
from elshi.engagements.elements import head_of
from elshi.engagements.lexicons import Lexicons
from elshi.engagements.parties import Party
from elshi.language.base import Token
from elshi.language.gazetteers import find_country
from elshi.records import Label, ParticipantKind, Span

__all__ = ["read_capacity"]

POSSESSIVE = frozenset({"'s", "’s", "ʼs"})
DESCRIBED = frozenset({"of", "the"})
OPENING, CLOSING = "«“„", "»”"
DASHES = frozenset("–—-")
SEVERAL = re.compile(r"(?:лар|лер|дар|дер|тар|тер)([ыі]?)$")  # the Kazakh plural at the end of a word, with the possessive or without
VOWELS = frozenset("аәеёиоөуүұыіэюя")
PLURAL = {"ые": "ый", "ие": "ий"}  # endings of participles, whose lemma is the verb
POSTED = frozenset({"ambassador", "consul", "diplomat"})


def _without(tokens: Sequence[Token], dropped: Sequence[Span], lexicons: Lexicons) -> list[Token]:
    """The tokens of a post without its states and notes in brackets; a preposition or "of" left dangling goes too, unless what the state
    described still follows: "secretary of the (Thai) ministry"."""
    kept: list[Token] = []
    loose: list[Token] = []
    after = False
    for token in tokens:
        if any(s.overlaps(token.span) for s in dropped):
            while kept and (kept[-1].lower in lexicons.host_prepositions or kept[-1].lower in lexicons.state_words):
                loose.insert(0, kept.pop())
            after = True
            continue
        if after and (token.lower in POSSESSIVE or (lexicons.state_first and token.lower in lexicons.state_words)):
            continue
        if after and loose and loose[0].lower == "of" and _goes_on(token, lexicons):
            kept += [t for t in loose if t.lower in DESCRIBED]
        loose, after = [], False
        kept.append(token)
    return _trimmed(kept, lexicons)


def _goes_on(token: Token, lexicons: Lexicons) -> bool:
    """Whether a word behind a state is what the state describes."""
    linking = lexicons.host_prepositions | lexicons.tail_prepositions | lexicons.joints
    return token.is_word and token.lower not in linking


def _trimmed(kept: list[Token], lexicons: Lexicons) -> list[Token]:
    """The tokens without what is left dangling at their ends and without brackets that are not closed or that end in their midst."""
    kept = _unbracketed(kept)
    edges = {"of", "the", *POSSESSIVE, *lexicons.joints, *(() if lexicons.state_first else lexicons.complement_prepositions)}
    while kept and (not kept[-1].is_word or kept[-1].lower in edges):
        if kept[-1].text in ')»"”':
            break
        kept.pop()
    while kept and (not kept[0].is_word or kept[0].lower in edges or (lexicons.state_first and kept[0].lower in lexicons.state_words)):
        if kept[0].text in '(«"“':
            break
        kept.pop(0)
    while len(kept) > 1 and kept[-1].lower in lexicons.ranks and lexicons.posts.all(kept[:-1]):
        kept.pop()  # «министр обороны | генерал-майор»
    return kept


def _unbracketed(kept: list[Token]) -> list[Token]:
    opened = next((i for i, t in enumerate(kept) if t.text == "("), None)
    if opened is None:
        return kept
    closed = next((i for i in range(opened, len(kept)) if kept[i].text == ")"), None)
    if closed is None:
        return kept[:opened]
    return kept[:opened] + kept[closed + 1 :] if any(t.is_word for t in kept[closed + 1 :]) else kept


def _parted(tokens: list[Token], lexicons: Lexicons) -> list[list[Token]]:
    """The posts that stand in one stretch with a comma or a dash between them."""
    for at, token in enumerate(tokens):
        apart = token.text == "," or (token.text in DASHES and not _glued_on(tokens, token) and not _glued_on(tokens, tokens[at - 1]))
        if apart and all(lexicons.posts.all(side) for side in (tokens[:at], tokens[at + 1 :])):
            return [tokens[:at], *_parted(tokens[at + 1 :], lexicons)]
    return [tokens]


def _unowned(article: Article, words: str, tokens: Sequence[Token], lexicons: Lexicons) -> str:
    """A Kazakh post without the possessive that only answered to the state left out: «(Чили) елшісі» is «елші»."""
    written = words.split(" ")
    if len(written) != sum(not _glued_on(tokens, t) for t in tokens):
        return words
    apart = [t for t in tokens if not _glued_on(tokens, t)]
    beside = next((at for at, t in enumerate(apart) if t.lower.startswith(lexicons.body_followers)), -1)  # «БҰҰ жанындағы | өкілі»
    for at, token in enumerate(apart[beside + 1 :], beside + 1):
        reading = token.readings[0] if token.readings else None
        if reading is None or reading.part not in ("ADJ", "NUM", "CONJ", "PART"):
            if reading is not None and "poss3" in reading.features:
                written[at] = article.language.unowned(written[at])
            break
    return " ".join(written)


def _lowered(article: Article, words: str, tokens: Sequence[Token]) -> str:
    """The words in lower case but for acronyms and what belongs to a name. `words` are the tokens in another case: one word for each."""
    names = {Label.ORG, Label.COUNTRY, Label.CITY, Label.REGION, Label.LOCATION, Label.PERSON, Label.FACILITY}
    named = [m.span for m in article.mentions_in(Span(tokens[0].span.start, tokens[-1].span.end), names)]
    written = words.split(" ")
    if len(written) != len({t.span.start for t in tokens if not _glued_on(tokens, t)}):
        return words[:1].lower() + words[1:] if not tokens[0].text.isupper() else words
    starts = [t for t in tokens if not _glued_on(tokens, t)]
    quoted = [t for t in starts if t.text in OPENING or _is_in_quotes(tokens, t)]
    kept = [
        word if _is_acronym(word) or t in quoted or any(n.contains(t.span) for n in named) else word.lower()
        for word, t in zip(written, starts, strict=True)
    ]
    return " ".join(kept)


def _is_in_quotes(tokens: Sequence[Token], token: Token) -> bool:
    """Whether a word is part of a name in quotation marks: «президент компании «Тобол»»."""
    before = [t.text for t in tokens if t.span.start < token.span.start and t.text in OPENING + CLOSING]
    return bool(before) and before[-1] in OPENING


def _is_acronym(word: str) -> bool:
    letters = [c for c in word if c.isalpha()]
    return len(letters) > 1 and all(c.isupper() for c in letters)


def _glued_on(tokens: Sequence[Token], token: Token) -> bool:
    """Whether a token is written without a space after the one before it."""
    return any(t.span.end == token.span.start for t in tokens)


def read_capacity(article: Article, party: Party, lexicons: Lexicons) -> str | None:
    """The post or posts of a party joined by "; ", in the nominative, without the state; None if it has none."""
    sentence = article.sentences[party.sentence]
    states_named = (
        c.span for c in (*party.codes, *party.hosts, *party.beside) if find_country(c.span.of(article.text), article.language.code)
    )
    named = [s for s in states_named if not _is_part_of_post(article, s)]
    states = [s for s in named if not _is_seat(article, s, party)] + _posting_cities(article, party)
    states += [b for b in party.bodies if _is_mission(article, b, party, lexicons)]
    written = []
    for post in party.posts:
        kept = _without(sentence.tokens[post.start : post.stop], states, lexicons)
        posts = _parted(kept, lexicons) if kept else []
        several = len(posts) > 1 or len(party.posts) > 1
        for tokens in posts:
            if several and _is_no_post(tokens, lexicons):
                continue
            words = article.language.nominative(tokens, party.slot)
            if party.kind is ParticipantKind.PERSON:
                words = _singular(words, tokens, lexicons)
            if lexicons.state_first and any(s.start < tokens[0].span.start for s in states):
                words = _unowned(article, words, tokens, lexicons)
            written.append(_lowered(article, words, tokens))
    return "; ".join(dict.fromkeys(w for w in written if w)) or None


def _is_no_post(tokens: Sequence[Token], lexicons: Lexicons) -> bool:
    """Whether what stands beside a post only tells the bearer from others: «однофамилец министра», "another guest"."""
    alone = len(tokens) == 1 and bool(lexicons.anonymous.all(tokens))
    return alone or bool(lexicons.namesakes.at(tokens, 0))


def _posting_cities(article: Article, party: Party) -> list[Span]:
    """The cities where an envoy is posted; that of a mayor or a rector belongs to the post."""
    return [c for c in party.cities if not _is_seat(article, c, party)] if party.roles & POSTED else []


def _is_mission(article: Article, span: Span, party: Party, lexicons: Lexicons) -> bool:
    """Whether a body is the mission that a Kazakh envoy's post belongs to, which tells no more than the state: «елшіліктің консулы»."""
    tokens = article.sentences[party.sentence].tokens
    own = [tokens[i] for i in article.sentences[party.sentence].indexes(span)]
    return lexicons.state_first and bool(own) and bool(party.roles & POSTED) and bool(own[-1].lemmas() & lexicons.missions)


def _singular(words: str, tokens: Sequence[Token], lexicons: Lexicons) -> str:
    """The words with a plural head in the singular: one of several senators is a senator."""
    written = words.split(" ")
    head = head_of(tokens, lexicons)
    readings = tokens[head].readings[:1]
    if lexicons.state_first:
        return _one_of(words) if readings and readings[0].number == "plur" and head == len(tokens) - 1 else words
    ahead = [r for t in tokens[:head] for r in t.readings[:1]]
    if any(r.part == "PREP" or (r.part in ("ADJ", "NOUN") and r.number == "sing") for r in ahead):
        return words  # «исполняющий обязанности», «поверенный в делах»: another word is the head
    if len(written) != len(tokens) or not readings or readings[0].number != "plur" or readings[0].part not in ("NOUN", "NAME"):
        return words
    lemma = tokens[head].readings[0].lemma
    written[head] = lemma.capitalize() if written[head][:1].isupper() else lemma
    for index, token in enumerate(tokens[:head]):
        if any(r.part == "ADJ" and r.number == "plur" and not r.features & {"fixd", "part"} for r in token.readings[:1]):
            written[index] = token.readings[0].lemma  # adjectives agree; a lemma is masculine, as a post's word is
        elif any(r.number == "plur" and "part" in r.features for r in token.readings[:1]) and written[index][-2:] in PLURAL:
            written[index] = written[index][:-2] + PLURAL[written[index][-2:]]
    return " ".join(written)


def _one_of(words: str) -> str:
    """A Kazakh post of several, with or without the possessive, as that of one: «министрлері» is «министрі», «төрағалары» «төрағасы»."""
    found = SEVERAL.search(words)
    if found is None:
        return words
    stem, owned = words[: found.start()], found[1]
    return stem + (f"с{owned}" if owned and stem[-1:].lower() in VOWELS else owned)


def _is_seat(article: Article, span: Span, party: Party) -> bool:
    """Whether a city belongs to the name of a body: "University of Bergen"."""
    inside = any(b.contains(span) and b != span for b in party.bodies)
    return inside and find_country(span.of(article.text), article.language.code) is None


def _is_part_of_post(article: Article, span: Span) -> bool:
    """Whether a name that tells a state is a body's or a region's, which belongs to the post: «аким Восточно-Казахстанской области»; so
    does one half of a pair: "president of the France–Chad group"."""
    if article.text[span.end : span.end + 1] in ("–", "-") and article.text[span.end + 1 : span.end + 2].isupper():
        return True
    return any(m.span == span for m in article.mentions_in(span, {Label.ORG, Label.REGION}))
