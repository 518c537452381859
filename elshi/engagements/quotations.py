"""Words quoted or reported by who said them: direct speech, "according to", words followed by their speaker."""

from __future__ import annotations

from collections.abc import Iterator

from elshi.engagements.clauses import trimmed
from elshi.engagements.lexicons import Lexicons
from elshi.engagements.parties import Party
from elshi.engagements.quotation_marks import Quotation
from elshi.engagements.speech import Said, Scene
from elshi.language.base import Case
from elshi.language.phrases import Match
from elshi.records import Span

__all__ = ["find_accorded", "find_quotations", "find_tailed"]

SHORTEST_QUOTE = 3  # words; a shorter quotation is a name unless a verb of saying stands right beside it
NEAR = 6  # tokens between a quotation and its verb
DASHES = frozenset({"–", "—", "-", "--"})


def find_quotations(scene: Scene) -> tuple[list[Said], set[int]]:
    """Words in quotation marks that a verb of saying or a colon introduces, and the tokens of those verbs."""
    found: list[Said] = []
    taken: set[int] = set()
    for quotation in scene.quotations:
        inside = scene.sentence.indexes(quotation.part)
        words = _quoted_words(scene, quotation, inside)
        verb = _introduced(scene, inside) if inside and words else None
        if verb is None or words is None or not _stands_alone(scene, inside, verb):
            continue
        if not _has_object(scene, inside, verb):
            taken.update(range(verb[0], verb[1]))
        if scene.is_many(inside.stop, verb[0]) or _is_told_elsewhere(scene, quotation):
            continue
        found.append(Said(scene.number, _quoted_speaker(scene, inside, verb), words, "direct speech"))
    return found, taken


def _is_told_elsewhere(scene: Scene, quotation: Quotation) -> bool:
    """Whether a quotation of several sentences is told where another of them is read: behind a colon where it opens, else where it
    closes."""
    opens, closes = quotation.whole.start == quotation.part.start, quotation.whole.end == quotation.part.end
    return not (opens and closes) and (opens != scene.article.text[: quotation.whole.start - 1].rstrip().endswith(":"))


def _quoted_words(scene: Scene, quotation: Quotation, inside: range) -> Span | None:
    words = trimmed(scene.tokens[inside.start : inside.stop])
    if words is None or quotation.part == quotation.whole:
        return words
    text = quotation.whole.of(scene.article.text)
    start = quotation.whole.start + len(text) - len(text.lstrip())
    return Span(start, start + len(text.strip().rstrip(".,;:–—- ")))


def _introduced(scene: Scene, inside: range) -> tuple[int, int] | None:
    """The verb of saying beside a quotation, or the colon before it."""
    matches = [m for m in scene.speech.direct.all(scene.tokens) if not scene.quoted(range(m.start, m.end))]
    after = [m for m in matches if inside.stop <= m.start <= inside.stop + NEAR and not _clause_between(scene, inside.stop + 1, m.start)]
    if after:
        return after[0].start, after[0].end
    before = [m for m in matches if m.end <= inside.start and inside.start - m.end <= NEAR]
    if before:
        return before[-1].start, before[-1].end
    colon = inside.start - 2
    return (colon, colon + 1) if colon > 0 and scene.tokens[colon].text == ":" else None


def _has_object(scene: Scene, inside: range, verb: tuple[int, int]) -> bool:
    """Whether a verb before a colon and a quotation has a content of its own («призвал студентов не опаздывать: «…»»)."""
    colon = inside.start - 2
    return verb[1] < colon and scene.tokens[colon].text == ":" and scene.words(scene.tokens[verb[1] : colon]) >= SHORTEST_QUOTE


def _clause_between(scene: Scene, start: int, stop: int) -> bool:
    return any(t.text in ".;" for t in scene.tokens[start:stop])


def _stands_alone(scene: Scene, inside: range, verb: tuple[int, int]) -> bool:
    """Whether a quotation is a clause: set off by a comma, a dash, a colon or a sentence's edge, not a name within a phrase."""
    tokens = scene.tokens
    words = scene.words(tokens[inside.start : inside.stop])
    before = tokens[inside.start - 2].text if inside.start >= 2 else ":"
    after = tokens[inside.stop + 1].text if inside.stop + 1 < len(tokens) else "."
    last = tokens[inside.stop - 1].text
    opens = inside.start <= 2 or before in ":;.!?" or (before == "," and tokens[inside.start].is_capital)
    follows = after in DASHES or after == "," or last in ",.!?"
    spoken = verb[0] >= inside.stop and verb[0] - inside.stop <= NEAR
    if scene.speech.that or before == ":":
        return (
            words >= (2 if before == ":" or follows else SHORTEST_QUOTE) and opens and (follows or before == ":" or spoken or after == ".")
        )
    return words >= SHORTEST_QUOTE and spoken and (follows or tokens[verb[0]].lower.startswith("де"))


def _quoted_speaker(scene: Scene, inside: range, verb: tuple[int, int]) -> Party | None:
    """Who says a quotation: the party beside its verb after it, else the one before the quotation."""
    near = [p for p in scene.parties if p.phrase.start >= inside.stop and p.phrase.start - verb[1] <= 4 and p.slot.preposition is None]
    before = [p for p in scene.parties if p.phrase.stop < inside.start and p.slot.preposition is None]
    if verb[0] < inside.start:
        return (scene.subject_before(inside.start) or before[-1]) if before else None
    follows = [p for p in near if p.phrase.start >= verb[1]]
    between = [p for p in near if p.phrase.stop <= verb[0]]
    chosen = between[-1] if between else follows[0] if follows else None
    return chosen or scene.subject_before(inside.start)


def find_accorded(scene: Scene, lexicons: Lexicons) -> Iterator[Said]:
    """«По словам посла, …», "according to him", «Елшінің айтуынша, …», «Как отметил посол, …»."""
    tokens = scene.tokens
    for match in [*scene.speech.according_pronoun.longest(tokens), *scene.speech.according.longest(tokens)]:
        if scene.quoted(range(match.start, match.end)):
            continue
        speaker, stop = _accorded(scene, match, lexicons)
        opening = match.start <= 1 if not lexicons.state_first else speaker is None or speaker.phrase.start <= 1 or match.start <= 3
        opening |= stop < len(tokens) and tokens[stop].text == "," and lexicons.state_first
        words = trimmed(tokens[_after_comma(scene, stop) :] if opening else tokens[: match.start] if _ends(scene, stop) else tokens)
        if words and (speaker is not None or match.entry == "according_pronoun"):
            yield Said(scene.number, speaker, words, "according to")
        return
    yield from _as_told(scene)


def _accorded(scene: Scene, match: Match[str], lexicons: Lexicons) -> tuple[Party | None, int]:
    """Who is meant and where the words that say so end."""
    if match.entry == "according_pronoun":
        return next((p for p in scene.parties if match.start <= p.phrase.start < match.end), None), match.end
    if lexicons.state_first:
        return next((p for p in scene.parties if p.phrase.stop == match.start), None), match.end
    speaker = next((p for p in scene.parties if 0 <= p.phrase.start - match.end <= 1), None)
    return speaker, speaker.phrase.stop if speaker else match.end


def _after_comma(scene: Scene, index: int) -> int:
    """After the comma that closes an aside, if one does."""
    for at in range(index, min(index + 4, len(scene.tokens))):
        if scene.tokens[at].text == ",":
            return at + 1
    return index


def _ends(scene: Scene, stop: int) -> bool:
    return scene.words(scene.tokens[stop:]) == 0


def _as_told(scene: Scene) -> Iterator[Said]:
    """«Как отметил посол, …», "As the minister noted, …"."""
    tokens = scene.tokens
    if not scene.speech.as_told.at(tokens, 0):
        return
    comma = next((i for i in range(2, min(14, len(tokens))) if tokens[i].text == "," and tokens[i + 1 : i + 2]), None)
    verbs = [m for m in scene.matches() if comma and m.end <= comma]
    if comma is None or not verbs or scene.is_many(0, comma):
        return
    speaker = next((p for p in scene.parties if p.phrase.stop <= comma and p.slot.preposition is None), None)
    words = trimmed(tokens[comma + 1 :])
    if words:
        yield Said(scene.number, speaker, words, "according to", speaker is None and scene.guest_near(0, comma))


def find_tailed(scene: Scene) -> Iterator[Said]:
    """Words without quotation marks, then who said them: «…, отметил посол», "…, the minister said"."""
    tokens = scene.tokens
    for match in scene.speech.direct.all(tokens):
        speaker, start = _tailing(scene, match)
        guest = speaker is None and _ends_with_guest(scene, match)
        start = match.start if guest else start
        if not (speaker or guest) or start < 4 or tokens[start - 1].text not in {",", *DASHES}:
            continue
        first = next((i + 1 for i in range(start - 2, -1, -1) if tokens[i].text == ";"), 0)
        words = trimmed(tokens[first : start - 1])
        if words and scene.words(tokens[first:start]) >= SHORTEST_QUOTE and not scene.quoted(range(match.start, match.end)):
            yield Said(scene.number, speaker, words, "direct speech", guest)
            return


def _ends_with_guest(scene: Scene, match: Match[str]) -> bool:
    rest = scene.words(scene.tokens[match.end :])
    return 1 <= rest <= 3 and scene.guest_near(match.end, len(scene.tokens))


def _tailing(scene: Scene, match: Match[str]) -> tuple[Party | None, int]:
    """Who is named with a verb at the end of the sentence, and where verb and name begin."""
    after = next((p for p in scene.parties if 0 <= p.phrase.start - match.end <= 1 and _may_speak(p)), None)
    if after is not None and scene.words(scene.tokens[after.phrase.stop :]) <= 3 and not _comma_in(scene, after.phrase.stop):
        return after, match.start
    before = next((p for p in scene.parties if 0 <= match.start - p.phrase.stop <= 0 and p.slot.preposition is None), None)
    if before is not None and scene.words(scene.tokens[match.end :]) == 0 and not scene.subjects_clause(before):
        article = before.phrase.start - 1
        start = article if article >= 0 and scene.tokens[article].lower in scene.speech.articles else before.phrase.start
        return before, start
    return None, 0


def _may_speak(party: Party) -> bool:
    """Whether a party may be the subject behind a verb: a name in any form that it shares, an office in the nominative alone."""
    return party.slot.preposition is None and (party.name is not None or party.slot.case in (Case.NOM, None))


def _comma_in(scene: Scene, start: int) -> bool:
    return any(t.text == "," for t in scene.tokens[start:])
