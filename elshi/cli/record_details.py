"""One record in full: its sources, and for every field what is shown, why, and who says otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from elshi.cli.messages import translate as _
from elshi.cli.output import plain
from elshi.cli.words import name_in, status_words, value_words
from elshi.records import Document, Field, Ground, Part, Reason, Record, Verdict
from elshi.register.judging import Comparison

__all__ = ["show_comparison", "show_corrections", "show_record"]

WORDED = frozenset({"type", "status", "topics"})  # comparisons that see codes


def show_record(console: Console, record: Record, documents: Sequence[Document]) -> None:
    """Print the record; `documents` are those of its reports, in their order."""
    console.print(Text(f"{record.id}  {status_words(record.type.value, record.status.value)}", style="bold"))
    numbers = {report: number for number, report in enumerate(record.reports, 1)}
    for report, document in zip(record.reports, documents, strict=True):
        _print_source(console, numbers[report], report, document, _copies(record, report, numbers))
    fields = [("date", record.date), ("type", record.type), ("status", record.status)]
    for name, field in [*fields, ("country", record.country), ("city", record.city), ("venue", record.venue)]:
        _print_field(console, name, field, numbers)
    for part in record.participants:
        _print_part(console, part, numbers)
    for name, values in (("topic", record.topics), ("initiative", record.initiatives)):
        for told in values:
            _print(console, 2, f"{_(name)}: ", _one_line(value_words(name, told.value)), _marks(told.reports, numbers))
    for quote in record.quotes:
        about = quote.about if quote.field == "statement" else _(quote.about)
        _print(console, 2, f"{_(quote.field)}: ", _one_line(quote.words), f" ({about}) [{numbers[quote.report]}]")
    show_corrections(console, record)


def show_corrections(console: Console, record: Record) -> None:
    """Print what people corrected: the value, who said so and when, and what the reports say with their numbers."""
    numbers = {report: number for number, report in enumerate(record.reports, 1)}
    for corrected in record.corrections:
        correction = corrected.correction
        about = f" ({correction.about})" if correction.about else ""
        name = correction.field.value
        said = _("{who} corrected this on {day}").format(who=correction.who, day=f"{correction.when:%Y-%m-%d}")
        why = f" ({_one_line(correction.why)})" if correction.why else ""
        _print(console, 2, f"{_(name)}{about}: ", _one_line(value_words(name, correction.value)), f"  {said}{why}")
        for told in corrected.told:
            _print(console, 4, "≠ ", _one_line(value_words(name, told.value)), _marks(told.reports, numbers))


def show_comparison(console: Console, comparison: Comparison, explain: Callable[[str], str]) -> None:
    """Print how the two compare: the score, a person's judgement, and each comparison that made a difference with its weight, what it
    looks at (`explain` tells) and what it saw."""
    console.print(Text(_("one thing") if comparison.together else _("two things"), style="bold"))
    if comparison.judgement:
        console.print(Text(_judged(comparison.judgement.verdict, comparison), style="bold"))
    for line in _seen_elsewhere(comparison):
        console.print(Text(line, style="bold"))
    score = _("likeness {score}").format(score=f"{comparison.likeness.score:.3f}")
    console.print(Text(f"{score}: {comparison.one} – {comparison.other}"))
    for reason in comparison.likeness.reasons:
        if not reason.weight:
            continue
        _print(console, 2, f"{reason.weight:+.2f}  ", "", _(explain(reason.comparison)))
        _print(console, 9, "", _one_line(_saw(reason)), "")


def _seen_elsewhere(comparison: Comparison) -> Iterator[str]:
    """What makes one of the two, or keeps them apart, beside their likeness."""
    if comparison.met is not None:
        yield _("one engagement is told with either") if comparison.met else _("both take part in one engagement")
    if comparison.through:
        yield _("one by way of {ids}").format(ids=", ".join(comparison.through))


def _saw(reason: Reason) -> str:
    """What a comparison saw, its codes in words."""
    if reason.comparison not in WORDED:
        return reason.saw
    return " / ".join(", ".join(_(code) for code in codes.split(", ")) for codes in reason.saw.split(" / "))


def _judged(verdict: Verdict, comparison: Comparison) -> str:
    judgement = comparison.judgement
    if judgement is None:
        return ""
    said = _("{who} said on {day}: {verdict}").format(who=judgement.who, day=f"{judgement.when:%Y-%m-%d}", verdict=_(verdict.value))
    return _one_line(f"{said} ({judgement.why})" if judgement.why else said)


def _print_source(console: Console, number: int, report: str, document: Document, copies: str) -> None:
    origin = [document.title, document.source, document.published and document.published.isoformat(), document.url or document.name]
    line = f"[{number}] {report[:8]}  " + " · ".join(part for part in origin if part)
    console.print(Padding(Text(_one_line(line + copies), style="dim"), (0, 0, 0, 2)))


def _copies(record: Record, report: str, numbers: dict[str, int]) -> str:
    voice = next(v for v in record.voices if report in v)
    return "  = " + _marks([r for r in voice if r != report], numbers).strip() if len(voice) > 1 else ""


def _print_field(console: Console, name: str, field: Field | None, numbers: dict[str, int]) -> None:
    """The value shown with its sources; where others say otherwise, these too, and the reason for the choice."""
    if field is None:
        return
    shown = [told for told in field.told if told.value == field.value]
    marks = _marks([report for told in shown for report in told.reports], numbers)
    reason = "" if field.why is Ground.ONLY else f"  {_ground(field.why)}"
    _print(console, 2, f"{_(name)}: ", _one_line(value_words(name, field.value)), marks + reason)
    for told in field.told:
        if told.value != field.value:
            _print(console, 4, "≠ " if field.contradicted else "", _one_line(value_words(name, told.value)), _marks(told.reports, numbers))


def _print_part(console: Console, part: Part, numbers: dict[str, int]) -> None:
    codes = ", ".join(told.value for told in part.represents)
    reports = [report for report, _place in part.mentions]
    _print(console, 2, f"{_('participant')}: ", name_in(part.name), (f" ({codes})" if codes else "") + _marks(reports, numbers))
    for told in [*part.name.told, *(part.capacity.told if part.capacity else ())]:
        _print(console, 4, "", "", _one_line(told.value) + _marks(told.reports, numbers))


def _ground(ground: Ground) -> str:
    words = {
        Ground.ONLY: "",
        Ground.CORRECTED: _("corrected"),
        Ground.MOST: _("most sources say so"),
        Ground.NAMED: _("named there, elsewhere only a dateline or a day of publication"),
        Ground.EXACT: _("the most exact"),
        Ground.LATEST: _("the latest news"),
        Ground.FULLEST: _("the fullest form"),
        Ground.FIRST: _("published first"),
    }
    return words[ground]


def _marks(reports: Iterable[str], numbers: dict[str, int]) -> str:
    return " " + "".join(f"[{number}]" for number in sorted({numbers[report] for report in reports}))


def _print(console: Console, indent: int, label: str, value: str, rest: str) -> None:
    line = Text(label, style="cyan").append(plain(value), style="bold not dim").append(plain(rest), style="default")
    console.print(Padding(line, (0, 0, 0, indent)))


def _one_line(text: str) -> str:
    return plain(text.replace("\n", " "))
