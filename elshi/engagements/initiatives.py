"""The named formats, programmes, projects, corridors and bodies to be set up that the parties spoke of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from elshi.engagements.article import Article
from elshi.engagements.lexicons import lemmatiser
from elshi.language.base import Sentence, Token
from elshi.language.gazetteers import find_organisation
from elshi.language.phrases import Lexicon, word_list
from elshi.records import Evidence, Label, Sourced, Span

__all__ = ["find_initiatives"]

LONGEST = 8  # words of a name
TITLE = 14  # tokens of a title in quotation marks
REACH = 6  # tokens from a word of founding to the body founded
BETWEEN = 2  # words between a title and its head
DASHES = frozenset("–—-")
QUOTES = frozenset('«»“”"„')


@dataclass(frozen=True)
class _Words:
    """Phrases of `elshi/reference/<code>/initiatives.toml`."""

    heads: Lexicon[str]
    named_heads: Lexicon[str]
    named: Lexicon[str]
    standing: Lexicon[str]
    founding: Lexicon[str]
    founded: Lexicon[str]
    prepositions: frozenset[str]
    outside: frozenset[str]
    shape: str

    @property
    def head_final(self) -> bool:
        """Whether a name ends in its head and keeps it."""
        return self.shape == "endings"


@cache
def _words(code: str) -> _Words:
    table = word_list(code, "initiatives")

    def lexicon(name: str) -> Lexicon[str]:
        return Lexicon(((p, p) for p in table[name]), lemmatiser(code))

    return _Words(
        heads=lexicon("heads"),
        named_heads=lexicon("named_heads"),
        named=lexicon("named"),
        standing=lexicon("standing"),
        founding=lexicon("founding"),
        founded=lexicon("founded"),
        prepositions=frozenset(table["prepositions"]),
        outside=frozenset(table["outside"]),
        shape=table["shape"],
    )


def find_initiatives(article: Article, number: int, region: Span) -> list[Sourced[str]]:
    """The named formats, projects, corridors and referendums of a region, in the nominative."""
    sentence = article.sentences[number]
    words = _words(article.language.code)
    named = [m.span for m in article.mentions_in(region, {Label.INITIATIVE}) if _is_name(article, m.span)]
    named = [s for s in named if not _is_subject(sentence, s, words)]
    found = [sentence.indexes(s) for s in named if not any(d.span.contains(s) for d in article.dates[number])]
    found = [_headed(sentence.tokens, p, words) for p in found]
    found += [p for p in _patterns(article, sentence, words) if not _in_name(article, sentence, p) and not _is_day(article, number, p)]
    kept: list[range] = []
    for phrase in sorted((p for p in found if p), key=lambda p: -len(p)):
        inside = region.start <= sentence.tokens[phrase.start].span.start and sentence.tokens[phrase.stop - 1].span.end <= region.end
        if inside and not any(k.start < phrase.stop and phrase.start < k.stop for k in kept):
            kept.append(phrase)
    return [_initiative(article, sentence, phrase) for phrase in sorted(kept, key=lambda p: p.start)]


def _is_day(article: Article, number: int, phrase: range) -> bool:
    """Whether a phrase only tells when: "Next week"."""
    inside = [article.sentences[number].indexes(d.span) for d in article.dates[number]]
    return any(day.start <= phrase.start and phrase.stop <= day.stop for day in inside)


def _headed(tokens: Sequence[Token], phrase: range, words: _Words) -> range:
    """A Kazakh name with the head behind it that was cut off: «Теңіз порты | жобасы»."""
    if not words.head_final or phrase.stop >= len(tokens) or tokens[phrase.stop].is_capital:
        return phrase
    heads = [m.end for m in words.heads.at(tokens, phrase.stop) if any("poss3" in r.features for r in tokens[m.end - 1].readings)]
    return range(phrase.start, heads[0]) if heads else phrase


def _is_subject(sentence: Sentence, span: Span, words: _Words) -> bool:
    """Whether Kazakh words without quotation marks tell what is done rather than what something is called: «ынтымақтастықты дамыту»."""
    tokens = [sentence.tokens[i] for i in sentence.indexes(span)]
    if not words.head_final or any(t.text in QUOTES or t.text in DASHES for t in tokens):
        return False
    doing = any("inf" in r.features for t in tokens if not t.is_capital for r in t.readings)
    if not any(t.is_capital for t in tokens[1:]) and tokens[0].lower in words.outside:
        return True  # «Сапар | бағдарламасы»
    plain = span.start == sentence.span.start and not any(t.is_capital for t in tokens[1:])
    headed = any(m.end == len(tokens) for m in (*words.heads.all(tokens), *words.standing.all(tokens), *words.named.all(tokens)))
    return not headed and (doing or plain)


def _is_name(article: Article, span: Span) -> bool:
    """Whether a mention has more than one word, or letters and digits in capitals ("TICAD", "C6")."""
    words = span.of(article.text)
    named = any(c.isupper() or c.isdigit() for c in words)
    return (named and len(words.split()) > 1) or sum(c.isupper() or c.isdigit() for c in words) > 1 or "+" in words


def _in_name(article: Article, sentence: Sentence, phrase: range) -> bool:
    """Whether a phrase only is a part of somebody's post or of a known body's name."""
    if not phrase:
        return True
    span = Span(sentence.tokens[phrase.start].span.start, sentence.tokens[phrase.stop - 1].span.end)
    for mention in article.mentions_in(sentence.span, {Label.POSITION, Label.ORG}):
        if mention.span.contains(span) and (mention.label is Label.POSITION or mention.span != span or _is_known(article, span)):
            return True
    return False


def _is_known(article: Article, span: Span) -> bool:
    return find_organisation(span.of(article.text), article.language.code) is not None


def _patterns(article: Article, sentence: Sentence, words: _Words) -> list[range]:
    tokens = sentence.tokens
    found = [range(m.start, m.end) for m in words.named.longest(tokens)]
    for match in words.heads.all(tokens):
        start = _described(tokens, match.start) if words.head_final else match.start
        title = _title_beside(tokens, start, match.end, words.head_final)
        if title is not None:
            found.append(range(title.start - 1, match.end) if words.head_final else title)
    for match in words.named_heads.all(tokens):
        title = _title_after(tokens, match.end)
        if title is not None:
            found.append(range(match.start, title.stop + 1))
    if words.head_final:
        people = _people(article, sentence)
        found += _founded_ahead(tokens, words, people)
        found += (_ending(tokens, m.start, m.end, people, words) for m in words.standing.all(tokens))
    elif words.shape == "capitals":
        found += (_capitals(tokens, m.start, m.end, words) for m in words.standing.all(tokens))
    else:
        found += (_standing(tokens, m.start, m.end, words) for m in words.standing.all(tokens))
    if not words.head_final:
        found += _founded(tokens, words)
    return [p for p in found if p and len(p) <= LONGEST + TITLE]


def _title_beside(tokens: Sequence[Token], start: int, end: int, head_final: bool) -> range | None:
    """The quoted title right after a head word ("формат «C6»"), or before it («…» бағдарламасы)."""
    after = None if head_final else _title_after(tokens, end)
    return after or _title_before(tokens, start)


def _described(tokens: Sequence[Token], start: int) -> int:
    """Kazakh: where the words between a title and its head begin: «Жол» | көлік жобасы."""
    first = start
    while first > 0 and start - first < BETWEEN and _is_bare(tokens[first - 1]):
        first -= 1
    return first if first > 0 and tokens[first - 1].text in '»”"“' else start


def _is_bare(token: Token) -> bool:
    """Whether a Kazakh word has no ending and no capital: it describes the noun behind it."""
    first = token.readings[0] if token.readings else None
    plain = first is not None and first.part in ("NOUN", "ADJ") and first.case in (None, "nom") and "poss3" not in first.features
    return plain and token.is_word and not token.is_capital


def _title_after(tokens: Sequence[Token], end: int) -> range | None:
    if end < len(tokens) and tokens[end].text in '«“"„':
        close = next((i for i in range(end + 2, min(len(tokens), end + TITLE)) if tokens[i].text in '»”"“'), None)
        return range(end + 1, close) if close else None
    return None


def _title_before(tokens: Sequence[Token], start: int) -> range | None:
    if start > 2 and tokens[start - 1].text in '»”"“':
        opening = next((i for i in range(start - 2, max(-1, start - TITLE), -1) if tokens[i].text in '«“"„'), None)
        return range(opening + 1, start - 1) if opening is not None else None
    return None


def _is_attribute(token: Token) -> bool:
    return bool(token.readings) and token.readings[0].part == "ADJ" and token.is_word


def _standing(tokens: Sequence[Token], start: int, end: int, words: _Words) -> range:
    """A body with the adjectives before it and the complement after it: «Межправительственная комиссия по торговле»."""
    while start > 0 and _is_attribute(tokens[start - 1]):
        start -= 1
    stop = _complement(tokens, end, words, tokens[end - 1].lower in words.prepositions)
    return range(start, stop) if stop > end or tokens[end - 1].lower not in words.prepositions else range(0)


def _complement(tokens: Sequence[Token], index: int, words: _Words, open_: bool = False) -> int:
    """Where the words end that go on with a name: nouns in the genitive, phrases with "for" and the like, a title."""
    stop = index
    while index < len(tokens) and index - stop <= LONGEST:
        token = tokens[index]
        title = _title_after(tokens, index)
        if title is not None:
            return title.stop + 1
        reading = token.readings[0] if token.readings else None
        if reading is not None and reading.part in ("NOUN", "ADJ", "NAME") and (open_ or _governed(token)):
            open_ = open_ and reading.part == "ADJ"
            index += 1
            stop = index
        elif token.lower in words.prepositions:
            open_, index = True, index + 1
        else:
            break
    return stop


def _governed(token: Token) -> bool:
    return any(r.case == "gen" for r in token.readings[:3]) or token.is_capital


def _capitals(tokens: Sequence[Token], start: int, end: int, words: _Words) -> range:
    """English: a run of words in capitals, with at most two small ones, that ends in a word of initiatives."""
    first, small, best = start, 0, start if tokens[start].is_capital else None
    while first > 0 and start - first < LONGEST:
        token = tokens[first - 1]
        if token.is_capital and token.lower not in words.outside:
            best, small = first - 1, 0
        elif token.text in DASHES and first > 1 and tokens[first - 2].is_capital:
            pass
        elif (
            small < 1
            and token.is_word
            and token.readings
            and token.readings[0].part in ("NOUN", "ADJ")
            and token.lower not in words.outside
        ):
            small += 1
        else:
            break
        first -= 1
    if best is None or (best == start and end - start == 1):
        return range(0)
    stop = end
    if tokens[end - 1].lower in words.prepositions:
        while stop < len(tokens) and tokens[stop].is_capital:
            stop += 1
    return range(best, stop)


def _ending(tokens: Sequence[Token], start: int, end: int, people: frozenset[int], words: _Words) -> range:
    """Kazakh: the words before the last one belong to a name back to a word in a capital letter or a quotation mark."""
    first, best = start, None
    doing = any("inf" in r.features for t in tokens[start:end] for r in t.readings)
    while first > 0 and start - first < LONGEST:
        token = tokens[first - 1]
        if first - 1 in people or token.text in ",;:" or (not token.is_word and token.text not in '–—-«»"'):
            break
        doing = doing or any("inf" in r.features for r in token.readings)
        if token.text not in '–—-«»"' and _leads_away(token) and not (doing and _is_object(token)):
            break
        if (token.is_capital and token.lower not in words.outside) or token.text == "«":
            best = first - 1
        if token.text == "«":
            break
        first -= 1
    if best is None:
        return range(start, end) if tokens[start].is_capital else range(0)
    return range(best, end)


def _people(article: Article, sentence: Sentence) -> frozenset[int]:
    """The tokens of people's names and posts."""
    mentions = article.mentions_in(sentence.span, {Label.PERSON, Label.POSITION, Label.COUNTRY})
    states = {i for m in mentions if m.label is Label.COUNTRY for i in sentence.indexes(m.span)}
    return frozenset(i for m in mentions if m.label is not Label.COUNTRY for i in sentence.indexes(m.span) if i not in states)


def _leads_away(token: Token) -> bool:
    """Whether a word is no attribute of what follows it: a verb, a converb, a noun in an outer case."""
    first = token.readings[0] if token.readings else None
    if first is None or first.part in ("VERB", "CONV", "PREP", "CONJ"):
        return True
    if first.case == "nom" and first.number == "plur":
        return True
    return first.case in ("dat", "acc", "ins", "abl") or (
        first.case == "loc" and not token.lower.endswith(("дағы", "дегі", "тағы", "тегі"))
    )


def _is_object(token: Token) -> bool:
    """Whether a word may be the object of a verbal noun that a name holds: «су қоймасын салу жобасы»."""
    return any(r.part in ("NOUN", "NAME") and r.case == "acc" for r in token.readings[:1])


def _founded(tokens: Sequence[Token], words: _Words) -> Iterator[range]:
    """Bodies that do not exist yet: «создание в Алматы Центра цифровых решений …»."""
    for match in words.founding.all(tokens):
        for body in words.founded.all(tokens[: match.end + REACH]):
            if body.start < match.end or any(t.text in ",;." for t in tokens[match.end : body.start]):
                continue
            start = body.start
            while start > match.end and (_is_attribute(tokens[start - 1]) and tokens[start - 1].lower not in words.outside):
                start -= 1
            stop = _complement(tokens, body.end, words)
            if stop > body.end or any(t.is_capital for t in tokens[start : body.end]):
                yield range(start, stop)
            break


def _founded_ahead(tokens: Sequence[Token], words: _Words, people: frozenset[int]) -> Iterator[range]:
    """Kazakh: bodies that do not exist yet, with the name or the pair of states that tells them from others: «қазақ-испан іскерлік
    кеңесін | құру»."""
    verbs = {m.start for m in words.founding.all(tokens)}
    for body in words.founded.all(tokens):
        if not verbs & {body.end, body.end + 1} or body.start in people:
            continue
        start = body.start
        while start > 0 and body.start - start < LONGEST and start - 1 not in people and _describes(tokens[start - 1]):
            start -= 1
        while start < body.start and not tokens[start].is_word:
            start += 1
        if any(t.is_capital or "-" in t.text[1:-1] for t in tokens[start : body.start]):
            yield range(start, body.end)


def _describes(token: Token) -> bool:
    """Whether a word may stand ahead of the noun that it describes: an adjective, a bare or a possessed noun, a dash within a pair."""
    if not token.is_word:
        return token.text in DASHES
    return not _leads_away(token) and not any(r.part in ("PRON", "ADV") or "part" in r.features for r in token.readings[:1])


def _closed(sentence: Sentence, phrase: range) -> range:
    """The phrase with the quotation mark that belongs to the one in it: «Жол картасы | »."""
    texts = [sentence.tokens[i].text for i in phrase]
    after = phrase.stop < len(sentence.tokens) and sentence.tokens[phrase.stop].text == "»"
    before = phrase.start > 0 and sentence.tokens[phrase.start - 1].text == "«"
    if after and texts.count("«") > texts.count("»"):
        return range(phrase.start, phrase.stop + 1)
    return range(phrase.start - 1, phrase.stop) if before and texts.count("»") > texts.count("«") else phrase


def _fuller(article: Article, word: Token) -> tuple[Sentence, range] | None:
    """Where the document gives what one word only refers to its name of several: «референдум» is «республикалық референдум»."""
    for sentence in article.sentences:
        for match in _words(article.language.code).named.longest(sentence.tokens):
            if match.end - match.start > 1 and sentence.tokens[match.end - 1].lemmas() & word.lemmas():
                return sentence, range(match.start, match.end)
    return None


def _initiative(article: Article, sentence: Sentence, phrase: range) -> Sourced[str]:
    phrase = _closed(sentence, phrase)
    fuller = _fuller(article, sentence.tokens[phrase.start]) if len(phrase) == 1 else None
    sentence, phrase = fuller or (sentence, phrase)
    tokens = sentence.tokens[phrase.start : phrase.stop]
    words = article.language.nominative(tokens, article.language.slot(sentence, phrase))
    return Sourced(words, Evidence((Span(tokens[0].span.start, tokens[-1].span.end),), "named initiative"))
