"""Posts as whole phrases: what the tagger marked of them, with the words before it that belong to the post ("acting"), the rest of a post
that the word lists know («первый заместитель министра | иностранных дел»), the body that it is held in ("economist at | the Bank of …",
«Банктің | аға экономисі»), and the posts that it passed over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from elshi.engagements.lexicons import Lexicons
from elshi.language.base import Case, Sentence, Token
from elshi.language.phrases import Match
from elshi.records import Label, Mention, Span

__all__ = ["complete_posts"]

BODIES = frozenset({Label.ORG, Label.FACILITY})
NAMES = frozenset({Label.PERSON, Label.ORG, Label.EVENT, Label.LAW, Label.INITIATIVE, Label.FACILITY})
ACRONYM = 3  # tokens of an acronym in brackets
AHEAD = 3  # tokens before a post that may belong to it
DASHES = frozenset("–—")
LISTED = 0.5  # how sure a post is that only the word lists know


def complete_posts(sentences: Sequence[Sentence], mentions: Sequence[Mention], words: Lexicons) -> tuple[Mention, ...]:
    """The mentions, posts among them whole, ordered by start, then longest first."""
    kept = list(mentions)
    found: list[Mention] = []
    at = 0
    for sentence in sentences:
        here = []
        while at < len(kept) and kept[at].span.start < sentence.span.end:
            here.append(kept[at])
            at += 1
        found += _completed(sentence, here, words)
    return (*found, *kept[at:])


def _completed(sentence: Sentence, mentions: Sequence[Mention], words: Lexicons) -> list[Mention]:
    posts = [(sentence.indexes(m.span), m.score) for m in mentions if m.label is Label.POSITION]
    others = [m for m in mentions if m.label is not Label.POSITION]
    taken = [*(p for p, _ in posts), *(sentence.indexes(m.span) for m in others if m.label in NAMES)]
    known = words.posts.longest(sentence.tokens)
    posts += [(p, LISTED) for p in _passed_over(sentence, known, taken, words)]
    people = [sentence.indexes(m.span) for m in others if m.label is Label.PERSON]
    bodies = [sentence.indexes(m.span) for m in others if m.label in BODIES]
    whole = [(_whole(p, sentence, known, bodies, people, words), score) for p, score in posts if p]
    joined = _joined([(p, s) for p, s in whole if p], sentence)
    spans = [Mention(_span(sentence, p), Label.POSITION, s) for p, s in joined]
    return sorted([*_unharmed(others, spans), *spans], key=lambda m: (m.span.start, -m.span.end))


def _passed_over(sentence: Sentence, known: Sequence[Match[str]], taken: Sequence[range], words: Lexicons) -> Iterator[range]:
    """The posts of the word lists that stand in nothing marked; «после» is a form of «посол», "headed" one of "head"."""
    tokens = sentence.tokens
    for match in known:
        if match.end < len(tokens) and tokens[match.end].lower in words.tail_prepositions:
            continue  # what it is for is read with the rest of the sentence
        plain = any(r.part in ("PREP", "VERB") for r in tokens[match.start].readings[:1])
        if (match.end - match.start > 1 or not plain) and not any(t.start < match.end and match.start < t.stop for t in taken):
            yield range(match.start, match.end)


def _unharmed(others: Iterable[Mention], posts: Sequence[Mention]) -> Iterator[Mention]:
    """The other mentions but those that a post now crosses."""
    for mention in others:
        crossed = (p.span for p in posts if p.span.overlaps(mention.span))
        if all(s.contains(mention.span) or mention.span.contains(s) for s in crossed):
            yield mention


def _span(sentence: Sentence, tokens: range) -> Span:
    return Span(sentence.tokens[tokens.start].span.start, sentence.tokens[tokens.stop - 1].span.end)


def _joined(posts: Sequence[tuple[range, float]], sentence: Sentence) -> list[tuple[range, float]]:
    """The posts, those that now overlap made one, and those that the tagger cut at the dash between them."""
    joined: list[tuple[range, float]] = []
    for post, score in sorted(posts, key=lambda p: (p[0].start, -p[0].stop)):
        dashed = bool(joined) and joined[-1][0].stop == post.start and sentence.tokens[post.start - 1].text in DASHES
        if joined and (dashed or post.start < joined[-1][0].stop):
            before, sure = joined[-1]
            joined[-1] = (range(before.start, max(before.stop, post.stop)), max(sure, score))
        else:
            joined.append((post, score))
    return joined


def _whole(
    post: range, sentence: Sentence, known: Sequence[Match[str]], bodies: Sequence[range], people: Sequence[range], words: Lexicons
) -> range:
    """A post with all that belongs to it, as far as it meets nobody's name."""
    rest = [m.end for m in known if m.start in post and m.end > post.stop]
    wider = range(post.start, rest[0]) if rest else post
    wider = _in_body(wider, sentence, bodies, words)
    wider = range(_begun(wider.start, sentence, words), wider.stop)
    met = any(p.start < wider.stop and wider.start < p.stop and not (p.start < post.stop and post.start < p.stop) for p in people)
    return post if met else wider


def _begun(start: int, sentence: Sentence, words: Lexicons) -> int:
    """Where a post begins with the words that say since when or for how long it is held, or of what rank it is."""
    if not start or not sentence.tokens[start - 1].is_word:
        return start
    for first in range(max(0, start - AHEAD), start):
        if any(m.end == start for m in words.before_posts.at(sentence.tokens, first)):
            return first
    return start


def _in_body(post: range, sentence: Sentence, bodies: Sequence[range], words: Lexicons) -> range:
    """A post with the body that it is held in: ahead of it in Kazakh, behind it in the others."""
    if words.state_first:
        start = _unbracketed(post.start, sentence)
        owner = next((b for b in bodies if b.stop == start and _owns(sentence, b.stop - 1, post)), None)
        return range(owner.start, post.stop) if owner else post
    stop = post.stop
    if not words.name_after_comma and any(
        r.part == "NOUN" and r.number == "plur" for t in sentence.tokens[post.start : stop] for r in t.readings[:1]
    ):
        return post  # a group: the body is whose it is
    while (body := _held_in(stop, sentence, bodies, words)) is not None:
        stop = body.stop
    return range(post.start, stop)


def _unbracketed(start: int, sentence: Sentence) -> int:
    """Where the words end before an acronym in brackets ahead of a post or at its beginning: «банкінің (ЕҚДБ) аға экономисі»."""
    tokens = sentence.tokens
    opened = next((i for i in range(start - 1, max(-1, start - 1 - ACRONYM), -1) if tokens[i].text == "("), None)
    closed = opened is not None and any(t.text == ")" for t in tokens[opened : opened + ACRONYM])
    return opened if opened is not None and closed else start


def _owns(sentence: Sentence, last: int, post: range) -> bool:
    """Whether a Kazakh noun tells whose the next is: a genitive, an acronym («ЕҚДБ | аға экономисі»), or any before one that is owned
    («комиссия | Алқасының төрағасы»)."""
    token = sentence.tokens[last]
    owned = any("poss3" in r.features for r in sentence.tokens[post.start].readings[:1])
    free = any(r.case == Case.NOM and "poss3" not in r.features for r in token.readings[:1])
    return token.text.isupper() or any(r.case == Case.GEN for r in token.readings[:1]) or (owned and free)


def _held_in(stop: int, sentence: Sentence, bodies: Sequence[range], words: Lexicons) -> range | None:
    """The body that begins at a token, or behind the preposition and article there."""
    tokens = sentence.tokens
    at = stop
    cut = next((b for b in bodies if b.start < stop < b.stop), None)
    if cut is not None:
        return cut
    if tokens[stop - 1].lower in words.holding or (at < len(tokens) and tokens[at].lower in words.holding):
        at += tokens[stop - 1].lower not in words.holding
        at += at < len(tokens) and tokens[at].lower in words.articles
    elif words.name_after_comma:
        return None
    body = next((b for b in bodies if b.start == at or (b.start < at < b.stop and b.start >= stop)), None)
    return body if body and (words.name_after_comma or at > stop or _is_genitive(tokens[body.start])) else None


def _is_genitive(token: Token) -> bool:
    return any(r.case == Case.GEN for r in token.readings) or token.text.isupper()
