"""Failures in the user's language. The rooms know nothing of catalogues: their messages are recognised here by pattern."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

__all__ = ["FAILURES", "translate_failure"]

FAILURES = (
    "no such file",
    "empty",
    "empty: `text` has no letters",
    "empty: a list without documents",
    "no article text found",
    "not a text in an encoding that Elshi knows",
    "XML, neither text nor a page",
    "the JSON object has no `text`",
    "the page's markup is nested too deeply",
    "broken JSON: nested too deeply",
    "broken JSON: {fault}",
    "too large: more than {size} bytes",
    "too large: a line of more than {size} bytes",
    "{kind}, not text",
    "a folder without documents ({kinds})",
    "cannot be opened: {fault}",
    "another language ({code}); Elshi reads Russian, Kazakh and English",
    "no language that Elshi knows; it reads Russian, Kazakh and English",
    "internal error: {fault}",
    "no store at {path}",
    "no engagement {identifier}",
    "more than one engagement begins with {identifier}",
    "the id is empty",
    "say who judges: --who NAME",
    "no record {identifier}",
    "nothing was known of {identifier} on {day}",
    "more than one record begins with {identifier}",
    "an engagement and somebody who takes part in one cannot be compared",
    "both ids are of the same thing",
    "no judgement to take back",
    "no correction to take back",
    "there is something in {folder} already",
    "no correction {identifier}",
    "{field} cannot be {value}",
    "say which participant has the {field}",
    "say what the {field} is",
    "no participant has a {field}",
    "the record has no participant {number}",
    "the correction {id} is not what its id says",
    "no token {id}",
    "no account {name}",
    "there is an account {name} already",
    "a name has 1 to 100 characters that can be printed",
    "a password has 10 to 200 characters",
    "the password is too easy to guess",
    "the two passwords are not the same",
    "the old password is wrong",
    "no password was given",
    "more than one token begins with {id}",
    "cannot serve at {address}: the port is in use",
    "cannot serve at {address}: {fault}",
    "taken {tries} times, and never finished",
    "cannot open the store {path}: {fault}",
    "the store {path}: {fault}",
    "{path} is a database of another program",
    "{path} was made by an earlier Elshi; bring it up to date with: elshi store upgrade",
    "{path} is neither a file nor postgresql://…",
    "cannot understand the address of the store: {fault}",
    "PostgreSQL needs the extra: pip install 'elshi[postgresql]'",
    "there is something in {path} already; a store is copied only where nothing is",
    "{path} is there already",
    "cannot write {path}: {fault}",
    "the document {key} is not what its key says",
    "the reading {number} of the document {document} is not what its digest says",
    "the report {report} of the document {document}: {fault}",
    "cannot be read",
    "lists would show something else",
    "a value has words that the document does not have",
    "the judgement {id} is not what its id says",
    "the file is damaged: {fault}",
    "a row of {table} belongs to nothing in {other}",
    "{path} was made by a newer Elshi (schema {version}, this one knows {known})",
    "no gold documents in {path}",
    "cannot read {path}: {fault}",
    "{path} has no columns wikidata and entity or name",
    "{path}, line {number}: no Wikidata id",
    "{path}, line {number}: neither an entity nor a name",
    "{place} is not the place of a record found",
    "the query is longer than {number} characters",
    "the query has more than {number} terms",
    "nothing stands behind {words}",
    "a quotation mark closes nothing",
    "the quotation is not closed",
    "the quotation is empty",
    "an asterisk stands behind two letters of a word or more",
    "there is no filter {name}; did you mean {near}?",
    "there is no filter {name}; there are {names}",
    "what is excluded cannot be an alternative",
    "something must stand on both sides of OR",
    "a parenthesis has no partner",
    "inside parentheses there is OR between all terms",
    "there is no word in {words}",
    "a day cannot be an alternative",
    "a day cannot be excluded or be an alternative",
    "{words} is no day; write 2026-03-01, 2026-03 or 2026",
    "{facet}: nothing is called {words}; did you mean {near}?",
    "{facet}: nothing is called {words}",
    "no model pack in {path} nor in the package: set ELSHI_MODELS to a folder that has one{faults}",
)


def translate_failure(message: str, translate: Callable[[str], str]) -> str:
    """The message in the language that `translate` speaks, or as it is where it is none of `FAILURES`."""
    for pattern, failure in _patterns():
        if found := pattern.fullmatch(message):
            return translate(failure).format(**found.groupdict())
    return message


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((_compile(failure), failure) for failure in FAILURES)


def _compile(failure: str) -> re.Pattern[str]:
    """Words as they stand, and a group for each `{name}`, as short as can be: reasons have colons of their own, names seldom do."""
    parts = re.split(r"\{(\w+)\}", failure)
    written = (f"(?P<{part}>.*?)" if number % 2 else re.escape(part) for number, part in enumerate(parts))
    return re.compile("".join(written), re.DOTALL)
