"""Every message has its translation, catalogues are compiled, and failures from the rooms below are recognised."""

from __future__ import annotations

import ast
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from elshi import failures
from elshi.cli import failures as cli_failures
from elshi.cli import messages
from elshi.cli.record_commands import first_sentence
from elshi.errors import DocumentError
from elshi.language.phrases import word_list
from elshi.records import Basis, EngagementType, OutcomeKind, ParticipantKind, Status, Verdict
from elshi.records.claim import list_claims
from elshi.resolution import events, profiles
from elshi.resolution import names as people_names
from elshi.web import problems
from tests.doubles import TEXT, make_engagement

PACKAGE = Path(messages.__file__).parents[1]
CATALOGUES = ("ru", "kk")
CODES = {member.value for kind in (EngagementType, Status, Basis, ParticipantKind, OutcomeKind) for member in kind}
TOPICS = set(word_list("en", "topics")["topics"])


def read_catalogue(code):
    with (PACKAGE / "translations" / code / "LC_MESSAGES" / "elshi.po").open("rb") as stream:
        return read_po(stream, locale=code)


def as_list(forms):
    """One form, or the forms for each number, as a list."""
    return [forms] if isinstance(forms, str) else list(forms)


def messages_in_code():
    for path in sorted((PACKAGE / "cli").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"_", "count"}:
                words = tuple(a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str))
                yield from {words[:1]} if node.func.id == "_" else {words}


EXPLANATIONS = {first_sentence(c.__doc__) for c in (*events.COMPARISONS.values(), *profiles.COMPARISONS, *people_names.COMPARISONS)}
PROBLEMS = {*problems.TITLES.values(), *problems.MESSAGES}
VERDICTS = {verdict.value for verdict in Verdict}
WANTED = {words[0] for words in messages_in_code() if words} | set(failures.FAILURES) | CODES | TOPICS | EXPLANATIONS | VERDICTS | PROBLEMS


@pytest.mark.parametrize("code", CATALOGUES)
def test_everything_is_translated_and_nothing_is_left_over(code):
    catalogue = {m.id if isinstance(m.id, str) else m.id[0]: m for m in read_catalogue(code) if m.id}
    fields = {c.field for c in list_claims(make_engagement(), TEXT)}
    assert (WANTED | fields) - set(catalogue) == set()
    assert [m.id for m in catalogue.values() if not all(as_list(m.string))] == []
    assert not any(m.fuzzy for m in catalogue.values())


@pytest.mark.parametrize("code", CATALOGUES)
def test_translations_fill_in_the_same_values(code):
    for message in read_catalogue(code):
        ids, strings = as_list(message.id), as_list(message.string)
        if message.id:
            assert {frozenset(names(s)) for s in strings} == {frozenset(names(i)) for i in ids}


def names(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("code", CATALOGUES)
def test_the_compiled_catalogue_is_up_to_date(code):
    with (PACKAGE / "translations" / code / "LC_MESSAGES" / "elshi.mo").open("rb") as stream:
        compiled = {as_list(m.id)[0]: as_list(m.string) for m in read_mo(stream) if m.id}
    assert compiled == {as_list(m.id)[0]: as_list(m.string) for m in read_catalogue(code) if m.id}, "run make translations"


@pytest.mark.parametrize(
    ("environment", "code"),
    [
        ({}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "kk_KZ.UTF-8", "LC_ALL": "ru"}, "ru"),
        ({"LANG": "ru", "ELSHI_LANGUAGE": "kk"}, "kk"),
        ({"LANG": "ru", "ELSHI_LANGUAGE": ""}, "ru"),
        ({"LANG": "de_DE"}, "en"),
        ({"LANG": "KK-kz"}, "kk"),
    ],
)
def test_the_language_is_the_environments(environment, code):
    assert messages.choose_language(environment) == code


@pytest.mark.parametrize(("number", "form"), [(1, "1 контакт"), (3, "3 контакта"), (5, "5 контактов"), (21, "21 контакт")])
def test_russian_plurals(monkeypatch, number, form):
    monkeypatch.setenv("ELSHI_LANGUAGE", "ru")
    assert messages.count("{number} engagement", "{number} engagements", number) == form


def test_failures_are_recognised_with_their_values(monkeypatch):
    monkeypatch.setenv("ELSHI_LANGUAGE", "ru")
    assert cli_failures.translate_failure("too large: more than 20000000 bytes") == "слишком велик: больше 20000000 байт"
    assert cli_failures.translate_failure("internal error: KeyError: {odd}\nlines") == "внутренняя ошибка: KeyError: {odd}\nlines"
    assert cli_failures.translate_failure("something new") == "something new"
    assert str(DocumentError("a", "b")) == "a: b"


def test_a_reason_with_colons_stays_one_reason():
    told = "the store postgresql://desk@nowhere/elshi: failed to resolve host 'nowhere': [Errno -2] Name or service not known"
    found = failures.translate_failure(told, lambda message: "<{path}> <{fault}>" if message == "the store {path}: {fault}" else message)
    assert found == "<postgresql://desk@nowhere/elshi> <failed to resolve host 'nowhere': [Errno -2] Name or service not known>"
