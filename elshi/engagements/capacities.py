"""Posts as the text states them: nominative, without the state."""

from __future__ import annotations

from collections.abc import Sequence

from elshi.engagements.article import Article
from elshi.engagements.elements import head_of
from elshi.engagements.lexicons import Lexicons
from elshi.engagements.parties import Party
from elshi.language.base import Token
from elshi.language.gazetteers import find_country
from elshi.records import Label, ParticipantKind, Span

__all__ = ["read_capacity"]


def _without(tokens: Sequence[Token], dropped: Sequence[Span], lexicons: Lexicons) -> list[Token]:
    """The tokens of a post without its states; a preposition or "of" left dangling goes too."""
    kept: list[Token] = []
    for token in tokens:
        if any(s.overlaps(token.span) for s in dropped):
            while kept and (kept[-1].lower in lexicons.host_prepositions or kept[-1].lower in ("of", "the")):
                kept.pop()
            continue
        kept.append(token)
    opened = next((i for i, t in enumerate(kept) if t.text == "("), None)
    if opened is not None and not any(t.text == ")" for t in kept[opened:]):
        kept = kept[:opened]
    while kept and (not kept[-1].is_word or kept[-1].lower in ("of", "the", "'s", "’s") or kept[-1].lower in lexicons.joints):
        if kept[-1].text in ')»"”':
            break
        kept.pop()
    while kept and (not kept[0].is_word or kept[0].lower in ("of", "the", "'s", "’s") or kept[0].lower in lexicons.joints):
        if kept[0].text in '(«"“':
            break
        kept.pop(0)
    return kept


def _lowered(article: Article, words: str, tokens: Sequence[Token]) -> str:
    """The words in lower case but for acronyms and what belongs to a name. `words` are the tokens in another case: one word for each."""
    names = {Label.ORG, Label.COUNTRY, Label.CITY, Label.REGION, Label.LOCATION, Label.PERSON, Label.FACILITY}
    named = [m.span for m in article.mentions_in(Span(tokens[0].span.start, tokens[-1].span.end), names)]
    written = words.split(" ")
    if len(written) != len({t.span.start for t in tokens if not _glued_on(tokens, t)}):
        return words[:1].lower() + words[1:] if not tokens[0].text.isupper() else words
    starts = [t for t in tokens if not _glued_on(tokens, t)]
    kept = [
        word if _is_acronym(word) or any(n.contains(t.span) for n in named) else word.lower()
        for word, t in zip(written, starts, strict=True)
    ]
    return " ".join(kept)


def _is_acronym(word: str) -> bool:
    letters = [c for c in word if c.isalpha()]
    return len(letters) > 1 and all(c.isupper() for c in letters)


def _glued_on(tokens: Sequence[Token], token: Token) -> bool:
    """Whether a token is written without a space after the one before it."""
    return any(t.span.end == token.span.start for t in tokens)


def read_capacity(article: Article, party: Party, lexicons: Lexicons) -> str | None:
    """The post or posts of a party joined by "; ", in the nominative, without the state; None if it has none."""
    sentence = article.sentences[party.sentence]
    named = [c.span for c in (*party.codes, *party.hosts, *party.beside) if not _is_body(article, c.span)]
    states = [s for s in named if not _is_seat(article, s, party)] + [c for c in party.cities if not _is_seat(article, c, party)]
    written = []
    for post in party.posts:
        tokens = _without(sentence.tokens[post.start : post.stop], states, lexicons)
        if tokens:
            words = article.language.nominative(tokens, party.slot)
            if party.kind is ParticipantKind.PERSON:
                words = _singular(words, tokens, lexicons)
            written.append(_lowered(article, words, tokens))
    return "; ".join(dict.fromkeys(w for w in written if w)) or None


def _singular(words: str, tokens: Sequence[Token], lexicons: Lexicons) -> str:
    """The words with a plural head in the singular: one of several senators is a senator."""
    written = words.split(" ")
    head = head_of(tokens, lexicons)
    readings = tokens[head].readings[:1]
    if len(written) != len(tokens) or not readings or readings[0].number != "plur" or readings[0].part not in ("NOUN", "NAME"):
        return words
    lemma = tokens[head].readings[0].lemma
    written[head] = lemma.capitalize() if written[head][:1].isupper() else lemma
    return " ".join(written)


def _is_seat(article: Article, span: Span, party: Party) -> bool:
    """Whether a city belongs to the name of a body: "University of Bergen"."""
    inside = any(b.contains(span) and b != span for b in party.bodies)
    return inside and find_country(span.of(article.text), article.language.code) is None


def _is_body(article: Article, span: Span) -> bool:
    return any(m.span == span for m in article.mentions_in(span, {Label.ORG}))
