"""One engagement in full: every value with the sentence that says it, or with the rule and the spans that gave it."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from elshi.cli.messages import translate as _
from elshi.cli.output import plain
from elshi.cli.words import type_words, value_words
from elshi.language.base import Language
from elshi.language.rooms import language_room
from elshi.pipeline.steps import Dossier
from elshi.records import Document, Engagement, Span
from elshi.records.claim import Claim, list_claims

__all__ = ["explain_engagement", "print_mentions", "show_engagement"]

KINDED = frozenset({"participant", "outcome", "date"})


def show_engagement(console: Console, document: Document, language: str, engagement: Engagement) -> None:
    """Print every value with the sentences that its evidence lies in."""
    _print_heading(console, document, engagement)
    sentences = _sentences(document.text, language_room(language))
    for claim in list_claims(engagement, document.text):
        _print_value(console, claim)
        if not claim.evidence.spans:
            _print_indented(console, Text(_("from the document's own details"), style="dim"))
        for sentence in sentences:
            if any(sentence.overlaps(span) for span in claim.evidence.spans):
                _print_indented(console, _marked(document.text, sentence, claim.evidence.spans))


def explain_engagement(console: Console, document: Document, engagement: Engagement) -> None:
    """Print every value with its rule, its confidence and its spans."""
    _print_heading(console, document, engagement)
    for claim in list_claims(engagement, document.text):
        _print_value(console, claim)
        _print_indented(console, Text(f"{_('rule')}: {claim.evidence.rule}, {claim.confidence:.2f}", style="dim"))
        for span in claim.evidence.spans:
            _print_indented(console, Text(f"{span.start}–{span.end} «{_one_line(span.of(document.text))}»", style="dim"))


def print_mentions(console: Console, dossier: Dossier) -> None:
    """Print each mention with its place, label and score; nested ones are indented."""
    document = dossier.document
    console.print(Text(plain(document.title or document.name), style="bold"))
    open_spans: list[Span] = []
    for mention in dossier.mentions:
        open_spans = [s for s in open_spans if s.contains(mention.span)]
        words = _one_line(mention.span.of(document.text))
        line = Text(f"  {mention.span.start:>6}–{mention.span.end:<6} {mention.label:<10} {mention.score:.2f}  ", style="dim")
        console.print(line.append("  " * len(open_spans) + words, style="not dim"))
        open_spans.append(mention.span)


def _print_heading(console: Console, document: Document, engagement: Engagement) -> None:
    origin = [document.title, document.name, document.source, document.published and document.published.isoformat(), document.url]
    console.print(Text(plain(f"{engagement.id}  {type_words(engagement)}"), style="bold"))
    console.print(Text(_one_line(" · ".join(part for part in origin if part)), style="dim"))


def _print_value(console: Console, claim: Claim) -> None:
    line = Text(f"{_(claim.field)}: ", style="cyan")
    line.append(_one_line(value_words(claim.field, claim.value)), style="bold not dim")
    if claim.about is not None:
        about = _(claim.about) if claim.field in KINDED else claim.about
        line.append(f" ({_one_line(about)})", style="default")
    console.print(Padding(line, (0, 0, 0, 2)))


def _print_indented(console: Console, text: Text) -> None:
    console.print(Padding(text, (0, 0, 0, 4)))


def _sentences(text: str, room: Language) -> list[Span]:
    return [sentence for line in _lines(text) for sentence in room.sentences(text, line)]


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield Span(start, start + len(line.rstrip()))
        start += len(line)


def _marked(text: str, sentence: Span, evidence: tuple[Span, ...]) -> Text:
    """The sentence in quotation marks, what says the value in square brackets."""
    quote = Text("«", style="dim")
    at = sentence.start
    for span in sorted(s for s in evidence if s.overlaps(sentence)):
        start, end = max(at, span.start), min(sentence.end, span.end)
        if start < end:
            quote.append(_one_line(text[at:start]))
            quote.append(f"[{_one_line(text[start:end])}]", style="bold not dim")
            at = end
    quote.append(_one_line(text[at : sentence.end]) + "»")
    return quote


def _one_line(text: str) -> str:
    return plain(text.replace("\n", " "))
