"""Posts as the text states them: nominative, without the state."""

from __future__ import annotations

from collections.abc import Sequence

from elshi.engagements.article import Article
from elshi.engagements.lexicons import Lexicons
from elshi.engagements.parties import Party
from elshi.language.base import Token
from elshi.records import Label, Span

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
    while kept and (not kept[-1].is_word or kept[-1].lower in ("of", "the", "and", "'s", "’s")):
        if kept[-1].text in ")»\"”":
            break
        kept.pop()
    while kept and (not kept[0].is_word or kept[0].lower in ("of", "the", "'s", "’s", "and")):
        if kept[0].text in "(«\"“":
            break
        kept.pop(0)
    return kept


def _lowered(words: str, first: Token, proper: bool) -> str:
    return words if proper or first.text.isupper() and len(first.text) > 1 else words[:1].lower() + words[1:]


def read_capacity(article: Article, party: Party, lexicons: Lexicons) -> str | None:
    """The post or posts of a party joined by "; ", in the nominative, without the state; None if it has none."""
    sentence = article.sentences[party.sentence]
    states = [c.span for c in (*party.codes, *party.hosts) if not _is_body(article, c.span)] + list(party.cities)
    written = []
    for post in party.posts:
        tokens = _without(sentence.tokens[post.start : post.stop], states, lexicons)
        if tokens:
            words = article.language.nominative(tokens, party.slot)
            proper = any(o.start == tokens[0].span.start for o in party.bodies)
            written.append(_lowered(words, tokens[0], proper))
    return "; ".join(dict.fromkeys(w for w in written if w)) or None


def _is_body(article: Article, span: Span) -> bool:
    return any(m.span == span for m in article.mentions_in(span, {Label.ORG}))
