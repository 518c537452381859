"""What is marked of what the record needs, by the tagger and by the rules that make its posts whole: the share of the spans of annotated
documents, by language and kind.

A person's name, as the annotation mentions it first, must be marked as PERSON to the letter; where it is mentioned by something else
than a name ("the minister"), there is nothing to mark. A post, in whatever form its words have in the text, must stand within one POSITION;
where the text does not tell it in one place ("the university's rector" of a university named before), there is no such span.
a body that is named overlap a marked body; and a city that the text names (in a form from which the gazetteer reads it) stand within a
span of a place, a body or a post.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from elshi.engagements.joined_states import part_states
from elshi.engagements.lexicons import lexicons
from elshi.engagements.whole_posts import complete_posts
from elshi.errors import DocumentError
from elshi.language.gazetteers import find_city
from elshi.pipeline import LocalRunner, read_paths
from elshi.pipeline.steps import Dossier
from elshi.records import Label, Mention
from elshi.settings import Settings

__all__ = ["KINDS", "measure_recall", "recall_of"]

KINDS = ("person", "post", "body", "city")
BODIES = frozenset({Label.ORG, Label.FACILITY, Label.POSITION, Label.INITIATIVE, Label.EVENT})
BETWEEN = 3  # words of a state that may stand between those of a post
SAME, SHORT = 4, 2  # first letters that forms of a word share; words too short to tell anything
PLACES = frozenset({Label.CITY, Label.REGION, Label.LOCATION, Label.COUNTRY, Label.ORG, Label.POSITION, Label.FACILITY})


def measure_recall(
    gold: Sequence[Mapping[str, Any]], paths: Iterable[str], runner: LocalRunner, settings: Settings
) -> dict[str, dict[str, float]]:
    """The share found, per cent, by language and kind; `all` for all languages."""
    items = runner.run(read_paths(list(paths), settings), "mentions")
    read = {item.document.id: item for item in items if not isinstance(item, DocumentError)}
    counts: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    for document in gold:
        for kind, found in recall_of(document, read.get(document["id"])):
            for group in (document["lang"], "all"):
                counts[group][kind][0] += found
                counts[group][kind][1] += 1
    return {group: {kind: 100 * right / of for kind, (right, of) in kinds.items()} for group, kinds in counts.items()}


def recall_of(document: Mapping[str, Any], read: Dossier | None) -> Iterator[tuple[str, bool]]:
    """Each thing that the document's annotation names once, by its kind, with whether it was found."""
    mentions = _complete(read) if read else ()
    text = read.document.text if read else str(document["text"])
    marked: dict[Label, set[str]] = defaultdict(set)
    for mention in mentions:
        marked[mention.label].add(mention.span.of(text))
    named = _named_cities(text, document["lang"])
    for kind, words in dict.fromkeys(_list_wanted(document)):
        if (kind == "city" and words not in named) or (kind == "post" and not _is_told_whole(words, text)):
            continue
        yield kind, _is_found(kind, words, marked, mentions, text, document["lang"])


def _complete(read: Dossier) -> tuple[Mention, ...]:
    """The mentions as engagements are read from them, with the city of the dateline, which is no sentence's."""
    parted = part_states(read.document.text, read.mentions, read.language)
    dateline = read.layout.dateline_city
    marked = (Mention(dateline, Label.CITY, 1.0),) if dateline else ()
    return (*marked, *complete_posts(read.sentences, parted, lexicons(read.language)))


def _is_told_whole(post: str, text: str) -> bool:
    """Whether the words of a post stand together somewhere, with few others (a state, a preposition) between them."""
    wanted = _beginnings(post)
    words = [word[:SAME].casefold() if len(word) > SHORT else "" for word in re.split(r"[^\w’'-]+", text)]
    return any(wanted <= set(words[at : at + len(wanted) + BETWEEN]) for at in range(len(words)))


def _list_wanted(document: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for engagement in document["engagements"]:
        for participant in engagement["participants"]:
            words = participant["mention"]
            if participant["kind"] == "person" and _is_name(words, participant["name"]):
                yield "person", words
            if participant["kind"] == "organization" and any(letter.isupper() for letter in words[1:]):
                yield "body", words
            if participant.get("capacity"):
                yield from (("post", post.strip()) for post in participant["capacity"].split(";"))
        if engagement["place"].get("city"):
            yield "city", engagement["place"]["city"]


def _is_found(kind: str, words: str, marked: Mapping[Label, set[str]], mentions: Sequence[Mention], text: str, code: str) -> bool:
    if kind == "person":
        return any(told in words and told.split()[-1] == words.rsplit(maxsplit=1)[-1] for told in marked.get(Label.PERSON, ()))
    if kind == "city":
        return any(words in _cities(m.span.of(text), code) for m in mentions if m.label in PLACES)
    if kind == "post":
        return any(_beginnings(words) <= _beginnings(told) for told in marked.get(Label.POSITION, ()))
    return any(told in words or words in told for label in BODIES for told in marked.get(label, ()))


def _beginnings(words: str) -> set[str]:
    """What stays of words whatever their form."""
    return {word[:SAME].casefold() for word in re.split(r"[^\w’'-]+", words) if len(word) > SHORT}


def _is_name(mention: str, name: str) -> bool:
    """Whether a mention is a form of the name, or of a part of it."""
    beginnings = _beginnings(name)
    return any(word[:1].isupper() and word[:SAME].casefold() in beginnings for word in re.split(r"[^\w’'-]+", mention))


@cache
def _named_cities(text: str, code: str) -> frozenset[str]:
    """The cities that the text names anywhere."""
    names = re.findall(r"[^\W\d_a-zа-яёәғқңөұүһі][\w’'-]*(?:[ -][^\W\d_a-zа-яёәғқңөұүһі][\w’'-]*)*", text)
    return frozenset(city for name in set(names) for city in _cities(name, code))


def _cities(words: str, code: str) -> set[str]:
    parts = words.split()
    tried = (" ".join(parts[i:j]) for i in range(len(parts)) for j in range(i + 1, min(i + 4, len(parts) + 1)))
    return {city.name for part in tried if (city := find_city(part, code)) is not None}
