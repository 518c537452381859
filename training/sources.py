"""The public data sets, each with what its types mean in our labels and what it leaves unannotated."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from elshi.records import Label, Span
from training.countries import PLACES, refine
from training.examples import Annotated, Example
from training.formats import Raw, read_brat, read_factrueval, read_iob, read_lines

__all__ = ["factrueval", "generated", "kaznerd", "nerel", "re3d", "wikigold"]

ANYWHERE = PLACES | {Label.LOCATION, Label.FACILITY}
NEREL = {
    "PERSON": "PERSON",
    "PROFESSION": "POSITION",
    "ORGANIZATION": "ORG",
    "COUNTRY": "COUNTRY",
    "CITY": "CITY",
    "STATE_OR_PROVINCE": "REGION",
    "DISTRICT": "REGION",
    "LOCATION": "LOCATION",
    "FACILITY": "FACILITY",
    "DATE": "DATE",
    "NATIONALITY": "NORP",
    "RELIGION": "NORP",
    "EVENT": "EVENT",
    "LAW": "LAW",
}
KAZNERD = {
    "PERSON": "PERSON",
    "POSITION": "POSITION",
    "ORGANISATION": "ORG",
    "LOCATION": "LOCATION",
    "FACILITY": "FACILITY",
    "PROJECT": "INITIATIVE",
    "EVENT": "EVENT",
    "LAW": "LAW",
    "DATE": "DATE",
    "NORP": "NORP",
}
_NAMED = re.compile(r"[«\"„“]|\b[A-ZА-ЯЁ][A-ZА-ЯЁ]+\b|\d")
_TITLED = re.compile(
    r"\b(?:minister|president|secretary|general|ambassador|king|queen|prince|sheikh|dr|mr|mrs|ms|sir|lord|captain|capt|col|colonel|lt|gen|maj|sgt|"
    r"spc|adm|spokes\w+|commander|his|her|excellency|he)\b",
    re.IGNORECASE,
)


def nerel(folder: Path) -> Iterator[Example]:
    """NEREL (Russian, nested). Events without a name («встреча») are left out; initiatives are not annotated."""
    for file in sorted(folder.glob("*.ann")):
        text, raw = read_brat(file)
        spans = [(Span(s, e), NEREL[t]) for s, e, t in raw if t in NEREL and (t != "EVENT" or is_named(text, s, e))]
        exact = tuple(Annotated(span, frozenset({Label(label)})) for span, label in spans)
        yield Example(text, "ru", exact, frozenset({Label.INITIATIVE}), True, f"nerel/{file.stem}")


def is_named(text: str, start: int, end: int) -> bool:
    """Whether an event bears a name: a capital that no sentence's beginning explains, a number, an acronym or quotation marks."""
    begins = not text[:start].rstrip() or text[:start].rstrip()[-1] in ".!?…\n" or "\n" in text[max(0, start - 2) : start]
    return bool(_NAMED.search(text, start, end)) or (text[start].isupper() and not begins)


def kaznerd(file: Path) -> Iterator[Example]:
    """KazNERD (Kazakh, flat). Its GPE is a country, a city or a region."""

    def labels(kind: str, written: str) -> frozenset[Label] | None:
        if kind == "GPE":
            return refine(written, "kk", PLACES)
        return frozenset({Label(KAZNERD[kind])}) if kind in KAZNERD else None

    with file.open(encoding="utf-8") as lines:
        yield from _flat(read_iob(lines), "kk", labels, frozenset(), "kaznerd")


def wikigold(file: Path) -> Iterator[Example]:
    """Wikigold (English, flat): people, bodies and places only; its MISC says nothing to us."""
    unknown = frozenset(Label) - ANYWHERE - {Label.PERSON, Label.ORG} | {Label.FACILITY}

    def labels(kind: str, written: str) -> frozenset[Label] | None:
        if kind == "LOC":
            return refine(written, "en", ANYWHERE)
        return frozenset({"PER": {Label.PERSON}, "ORG": {Label.ORG}}.get(kind, set()))

    with file.open(encoding="utf-8") as lines:
        yield from _flat(read_iob(lines), "en", labels, unknown, "wikigold")


def re3d(file: Path, test: bool = False) -> Iterator[Example]:
    """re3d (English, flat). Pronouns and common nouns say nothing to us, nor do people together with their titles. For testing, people
    count without their titles, and every capitalised body counts."""
    unknown = frozenset({Label.POSITION, Label.EVENT, Label.INITIATIVE, Label.LAW, Label.FACILITY, Label.NORP, Label.COUNTRY})

    def labels(kind: str, written: str) -> frozenset[Label] | None:
        named = written[:1].isupper()
        if kind == "Temporal":
            return frozenset({Label.DATE} if any(c.isdigit() for c in written) else set())
        if kind == "Person":
            return frozenset({Label.PERSON} if written.istitle() and not _TITLED.search(written) and (test or " " in written) else set())
        if kind == "Location":
            return refine(written, "en", ANYWHERE) if named else frozenset()
        if kind == "Organisation":
            if refine(written, "en", PLACES) == {Label.COUNTRY}:
                return frozenset({Label.COUNTRY})
            return frozenset({Label.ORG} if named and test else {Label.ORG, Label.NORP} if named and " " not in written else set())
        return None if kind in {"Quantity", "Money", "Weapon", "MilitaryPlatform"} else frozenset()

    with file.open(encoding="utf-8") as lines:
        yield from _flat((_without_article(r, test) for r in read_iob(lines)), "en", labels, unknown, "re3d")


def factrueval(folder: Path) -> Iterator[Example]:
    """factRuEval-2016 (Russian), for testing only: names of people, bodies and places."""
    kinds = {"Person": {Label.PERSON}, "Org": {Label.ORG}, "Location": ANYWHERE, "LocOrg": ANYWHERE}
    for file in sorted(folder.glob("*.objects")):
        text, raw = read_factrueval(file)
        spans = tuple(Annotated(Span(s, e), frozenset(kinds[t])) for s, e, t in raw if t in kinds)
        yield Example(text, "ru", spans, frozenset(), True, f"factrueval/{file.stem}")


def generated(lines: Iterable[str]) -> Iterator[Example]:
    """Own-worded texts, fully annotated and nested, one JSON object a line."""
    for text, language, spans in read_lines(lines):
        exact = tuple(Annotated(span, frozenset({Label(label)})) for span, label in spans)
        yield Example(text, language, exact, frozenset(), True, "generated")


def _flat(
    sentences: Iterable[Raw], language: str, labels: Callable[[str, str], frozenset[Label] | None], unknown: frozenset[Label], source: str
) -> Iterator[Example]:
    for text, raw in sentences:
        read = [(Span(s, e), labels(kind, text[s:e])) for s, e, kind in raw]
        yield Example(text, language, tuple(Annotated(s, k) for s, k in read if k is not None), unknown, False, source)


def _without_article(raw: Raw, test: bool) -> Raw:
    text, spans = raw
    return text, [(s + _lead(text[s:e], t, test), e, t) for s, e, t in spans if text[s:e].lower() != "the"]


def _lead(written: str, kind: str, test: bool) -> int:
    """The characters in front of the name itself: an article, and of people when testing the titles."""
    titles = list(_TITLED.finditer(written)) if test and kind == "Person" else []
    if titles:
        rest = written[titles[-1].end() :]
        return len(written) - len(rest.lstrip(" ."))
    return 4 if written[:4].lower() == "the " else 0
