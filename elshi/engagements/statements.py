"""What participants said: direct speech, told speech, "according to", and speech acts with their content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from elshi.engagements.article import Article
from elshi.engagements.clauses import is_converb, is_past, last_clause, trimmed
from elshi.engagements.lexicons import Lexicons
from elshi.engagements.parties import Party
from elshi.engagements.quotations import find_accorded, find_quotations, find_tailed
from elshi.engagements.speech import Said, Scene
from elshi.language.base import Token
from elshi.language.phrases import Match

__all__ = ["Said", "Sayings"]

ADDRESSEE = 8  # tokens between a verb and "that": to whom it was told


class Sayings:
    """What each sentence of a document says that its subjects said; each is read once, when it is first asked for."""

    def __init__(self, article: Article, parties: Sequence[Sequence[Party]], lexicons: Lexicons) -> None:
        self._article, self._parties, self._lexicons = article, parties, lexicons
        self._found: dict[int, tuple[Said, ...]] = {}

    def of(self, number: int) -> tuple[Said, ...]:
        """What is said in sentence `number`, in order."""
        if number not in self._found:
            self._found[number] = tuple(_find(Scene(self._article, number, self._parties[number]), self._lexicons))
        return self._found[number]


def _find(scene: Scene, lexicons: Lexicons) -> list[Said]:
    found, taken = find_quotations(scene)
    if not found:
        found = list(find_accorded(scene, lexicons)) or list(find_tailed(scene))
        if found:
            return found
    reader = _head_final if lexicons.state_first else _head_initial
    quoted = [*(d.quote for d in found), *(q.part for q in scene.quotations if q.part != q.whole)]
    told = [s for s in reader(scene, taken) if not any(q.overlaps(s.quote) for q in quoted)]
    return sorted([*found, *told], key=lambda s: s.quote.start)


def _head_initial(scene: Scene, taken: set[int]) -> Iterator[Said]:
    """Russian and English: the content follows the verb of saying."""
    matches = [m for m in scene.matches() if m.start not in taken]
    done = 0
    speaker: Party | None = None
    for match in matches:
        if match.start < done:
            continue
        subject, named = _subject(scene, match, done)
        guest = subject is None and not _plural(scene, match) and scene.guest_near(max(done, match.start - 4), match.start)
        state = scene.side_near(done, match.start) if subject is None else None
        named |= guest or state is not None
        if subject is None and not named and not (speaker and scene.coordinated(match.start) is not None):
            continue
        speaker = subject if named else speaker
        told = _told(scene, match)
        stop = _stop(scene, match, told, matches)
        words = trimmed(scene.tokens[match.start if told is None else told : stop])
        if words and scene.words(scene.tokens[match.end : stop]) >= 1 and scene.words(scene.tokens[match.start : stop]) >= 3:
            yield Said(scene.number, speaker, words, "speech act" if told is None else "told speech", guest, state)
            yield from _second_clause(scene, stop, speaker, matches) if told is not None else ()
            done = stop


def _subject(scene: Scene, match: Match[str], done: int) -> tuple[Party | None, bool]:
    """The subject of a verb and whether the sentence tells it; (None, True) where the one who spoke before is meant."""
    tokens = scene.tokens
    if _is_participle(tokens[match.start]):
        behind = tokens[match.start - 1].text == "," if match.start else False
        return (next((p for p in reversed(scene.parties) if p.phrase.stop == match.start - 1), None), True) if behind else (None, False)
    for back in (1, 2):
        at = match.start - back
        if at > 0 and scene.speech.relative.at(tokens, at):
            return next((p for p in reversed(scene.parties) if p.phrase.stop <= at), None), True
    if scene.is_many(_clause_start(scene, match.start, done), match.start) or _plural(scene, match):
        return None, False
    after = scene.subject_after(match.end)
    before = scene.subject_before(match.start, done)
    if before is not None and scene.is_joined(before):
        return None, False
    if before is None and after is None:
        return None, scene.speech.set_off and not _has_noun_subject(scene, match.start)
    return before or after, True


def _is_participle(token: Token) -> bool:
    first = token.readings[0] if token.readings else None
    return first is not None and "part" in first.features and first.case is not None


def _clause_start(scene: Scene, index: int, done: int) -> int:
    return next((i + 1 for i in range(index - 1, done, -1) if scene.tokens[i].text in ";:"), done)


def _plural(scene: Scene, match: Match[str]) -> bool:
    return any(r.number == "plur" for r in scene.tokens[match.start].readings[:1] if r.part == "VERB")


def _has_noun_subject(scene: Scene, index: int) -> bool:
    """Whether a noun in the nominative that is no party stands before the verb: then nobody known speaks."""
    return any(t.readings and t.readings[0].part in ("NOUN", "NAME") and t.readings[0].case == "nom" for t in scene.tokens[:index])


def _told(scene: Scene, match: Match[str]) -> int | None:
    """Where a told clause begins, if the verb governs one; None if it governs an object."""
    tokens = scene.tokens
    if match.entry == "expressing":
        return None
    if tokens[match.end - 1].lower in scene.speech.that:
        return match.end
    for index in range(match.end, min(match.end + ADDRESSEE, len(tokens))):
        token = tokens[index]
        if token.text in ",;" and index + 1 < len(tokens) and tokens[index + 1].lower not in scene.speech.that | scene.speech.correlatives:
            break
        if token.lower in scene.speech.that and (
            not scene.speech.set_off or tokens[index - 1].text == "," or tokens[index - 1].lower in scene.speech.correlatives
        ):
            return index + 1
        if token.text == ":" and not any(
            q.start <= tokens[index + 1].span.end for q in scene.quotes if index + 1 < len(tokens) and q.start >= token.span.end
        ):
            return index + 1
    if scene.speech.bare.at(tokens, match.start) and match.end < len(tokens) and tokens[match.end].lower not in scene.speech.no_clause:
        return match.end
    return None


def _stop(scene: Scene, match: Match[str], told: int | None, matches: Sequence[Match[str]]) -> int:
    """Where the content ends: at a semicolon, before another speaker's clause, before a further act of the same speaker."""
    tokens = scene.tokens
    starts = {m.start for m in matches} | set(scene.acts)
    for index in range(max(match.end, told or 0) + 1, len(tokens)):
        if tokens[index].text == ";" or (tokens[index].text == ":" and index + 1 < len(tokens) and tokens[index + 1].text in '«“"„'):
            return index
        if scene.quoted(range(index, index + 1)):
            continue
        if index in starts and (stop := _another_speaker(scene, match.end, index)) is not None:
            return stop
        joined = scene.coordinated(index)
        if joined is None or joined <= match.end:
            continue
        if told is None and scene.speech.set_off and any(m.start == index and _told(scene, m) is not None for m in matches):
            return joined  # «рассказал о торговле и напомнил, что …»
        if told is not None and (index in starts or tokens[index].lower in scene.speech.that):
            return joined
        if told is None and is_past(tokens[index]) and (index in scene.acts or not any(m.start <= index < m.end for m in matches)):
            return joined
    return len(tokens)


def _another_speaker(scene: Scene, start: int, index: int) -> int | None:
    """Where the clause of another subject begins, if the verb at `index` has one of its own after token `start`."""
    subject = next((p.phrase for p in reversed(scene.subjects) if start < p.phrase.start and p.phrase.stop <= index), None)
    subject = scene.guest_before(index, start) if subject is None or index - subject.stop > 5 else subject
    if subject is None:
        return None
    for at in range(subject.start - 1, max(start, subject.start - 5), -1):
        if scene.tokens[at].text in ",;":
            return at
        if scene.tokens[at].lower in scene.speech.contrast | scene.speech.joins:
            return at - 1 if scene.tokens[at - 1].text == "," else at
    return None


def _second_clause(scene: Scene, stop: int, speaker: Party | None, matches: Sequence[Match[str]]) -> Iterator[Said]:
    """«…, и что …»: a second told clause of the same verb."""
    tokens = scene.tokens
    for index in range(stop, min(stop + 4, len(tokens))):
        if any(m.start == index for m in matches):
            return
        if tokens[index].lower in scene.speech.that:
            words = trimmed(tokens[index + 1 :])
            if words:
                yield Said(scene.number, speaker, words, "told speech")
            return


def _head_final(scene: Scene, taken: set[int]) -> Iterator[Said]:
    """Kazakh: the content stands between the speaker and the verb."""
    tokens = scene.tokens
    done = 0
    speaker: Party | None = None
    matches = [m for m in scene.matches() if m.start not in taken]
    for place, match in enumerate(matches):
        following = matches[place + 1].start if place + 1 < len(matches) else len(tokens)
        if _goes_on(scene, match, following):
            continue
        subject = _first_subject(scene, done, match.start)
        start = subject.phrase.stop if subject else done
        if scene.is_many(done, match.start) and (subject is None or any(done <= s < subject.phrase.start for s in scene.several)):
            done, speaker = match.end, None
            continue
        speaker = subject or speaker
        begin = _content_start(scene, start, match, matches)
        words = trimmed(tokens[begin : match.end])
        state = scene.side_near(done, match.start) if subject is None else None
        if state is not None:
            begin = _after_side(scene, begin, match.start)
            words = trimmed(tokens[begin : match.end])
        if words and match.start - begin >= 2 and (subject is not None or done or scene.subjects == []):
            yield Said(scene.number, None if state else speaker, words, "speech act", state=state)
        done = match.end


def _first_subject(scene: Scene, start: int, stop: int) -> Party | None:
    """The first subject between two tokens; somebody named or in office before a body."""
    inside = [p for p in scene.subjects if p.phrase.start >= start and p.phrase.stop <= stop]
    named = next((p for p in inside if p.name is not None or (p.codes and p.posts)), None)
    return named or (inside[0] if inside else None)


def _after_side(scene: Scene, start: int, stop: int) -> int:
    return next((m.end for m in scene.speech.sides.all(scene.tokens) if start < m.start < stop), start)


def _goes_on(scene: Scene, match: Match[str], following: int) -> bool:
    """Whether a converb of speech ("айтып") only leads to another verb of speech in the same sentence."""
    return is_converb(scene.tokens[match.end - 1]) and following < len(scene.tokens)


def _content_start(scene: Scene, start: int, match: Match[str], matches: Sequence[Match[str]]) -> int:
    """After the speaker, asides and clauses of what the speaker did before speaking."""
    tokens = scene.tokens
    spoken = {m.end - 1 for m in matches}
    begin = last_clause(tokens, start, match.start)
    if begin > start and begin - 2 in spoken:
        begin = start
    moved = True
    while moved:
        moved = False
        while begin < match.start and tokens[begin].text in ",–—-":
            begin += 1
        for aside in scene.speech.asides.at(tokens, begin) if begin < match.start else ():
            begin, moved = aside.end, True
            break
    return begin
