"""Composes annotated news sentences: `python -m training.generate --seed 1 --count 4000 --language ru > file.jsonl`."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from random import Random

from training.grammar import Annotated, expand, load_grammar, parse_markup
from training.words import Words

__all__ = ["generate_texts", "main"]

_BEGIN = re.compile(r"~((?:\[[A-Z]+ )*[«“\"]?)(.)")
_TIDY = (
    (re.compile(r",+(?=[.,;:])"), ""),
    (re.compile(r"\.(\]+)\."), r".\1"),
    (re.compile(r"((?:\[(?!PERSON)[A-Z]+ )+)the "), r"the \1"),
    (re.compile(r"\bthe ((?:\[[A-Z]+ )*)the "), r"the \1"),
    (re.compile(r"\bthe ((?:\[[A-Z]+ )*\[COUNTRY [^\[\]]*'s\])"), r"\1"),
    (re.compile(r"\b(a|the) \[LAW (agreement|memorandum|double)"), r"the [LAW \2"),
    (re.compile(r"'s(\]+)"), r"\1's"),
    (re.compile(r"\b([Вв]) (?=(?:\[[A-Z]+ )*(?:Фр|Фл|Вь|Вл|Вн|вн|вт|Вс|вс))"), r"\1о "),
    (re.compile(r"\b([Сс]) (?=(?:\[[A-Z]+ )*(?:[СсЗзШшЖж][бвгдзклмнпрстфхцчшщ]|вс|Вс))"), r"\1о "),
    (re.compile(r"\b([Оо]) (?=(?:\[[A-Z]+ )*[АаИиЭэУу])"), r"\1б "),
)
_STOP = re.compile(r"(?<=[а-яёәіңғүұқөһa-z]{3})\. (?=[A-ZА-ЯЁҚҒҰӨ])")


def generate_texts(seed: int, count: int, language: str) -> Iterator[Annotated]:
    """`count` texts of one language ("ru", "kk" or "en"), the same for the same seed; no text comes twice."""
    random = Random(f"{seed}-{language}")
    seen: set[str] = set()
    while len(seen) < count:
        text = parse_markup(compose_markup(random, language))
        if text.text not in seen:
            seen.add(text.text)
            yield text


def compose_markup(random: Random, language: str) -> str:
    """One text of one to three sentences about the same sides, as inline markup."""
    words = Words(language, random)
    grammar = load_grammar(f"grammar-{language}.txt")
    return add_noise(capitalise(tidy(expand("{text}", grammar, words, random))), random)


def tidy(marked: str) -> str:
    """An apposition that closes a sentence leaves a comma too many; Russian prepositions change before some clusters."""
    for pattern, replacement in _TIDY:
        marked = pattern.sub(replacement, marked)
    return marked


def capitalise(marked: str) -> str:
    """The letter after each ``~`` as a capital: a rule may begin with a name or with a common word."""
    return _BEGIN.sub(lambda match: match.group(1) + match.group(2).upper(), marked)


def add_noise(marked: str, random: Random) -> str:
    """Some of the texts with other quotation marks, dashes, a missing space or a line break: news arrives like that."""
    chance = random.random()
    if chance < 0.12:
        return marked.replace("«", '"').replace("»", '"').replace("“", '"').replace("”", '"')
    if chance < 0.18:
        return marked.replace("«", "“").replace("»", "”").replace("'", "’")
    if chance < 0.24:
        return marked.replace(" – ", random.choice((" — ", " - ", " -- ")))
    if chance < 0.28:
        return _STOP.sub(".", marked, count=1)
    if chance < 0.34:
        return _STOP.sub(".\n", marked, count=1)
    return marked.upper() if chance > 0.985 and len(marked) < 200 else marked


def main() -> None:
    """Write the texts to standard output as JSON lines: text, lang, spans."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=4000)
    parser.add_argument("--language", choices=("ru", "kk", "en"), required=True)
    arguments = parser.parse_args()
    for made in generate_texts(arguments.seed, arguments.count, arguments.language):
        row = {"text": made.text, "lang": arguments.language, "spans": [list(span) for span in made.spans]}
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
