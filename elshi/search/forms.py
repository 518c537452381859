"""The forms under which words are kept and looked for: lemmas, folded, so that case, inflection, ё and Kazakh letters make no
difference. A word of a text has few forms, those of its language; a word of a query has those of every language it may be of."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from elshi.language.base import Reading
from elshi.language.phrases import word_list
from elshi.language.rooms import SUPPORTED

__all__ = ["fold_word", "query_forms", "split_text", "text_forms"]

READINGS = 3  # lemmas of a word of a text
SHORTEST = 3  # letters of a stem, and fewer are none
LETTERS = str.maketrans(
    {
        "ё": "е", "ә": "а", "ғ": "г", "қ": "к", "ң": "н", "ө": "о", "ұ": "у", "ү": "у", "һ": "х", "і": "и", "ї": "и", "є": "е", "ґ": "г",
        "ў": "у", "ҷ": "ч", "ҳ": "х", "ӣ": "и", "ӯ": "у", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss",
        "æ": "ae", "œ": "oe", "ə": "a", "ʼ": "", "’": "", "'": "", "ʻ": "", "‘": "", "`": "", "\u00ad": "", "\u200b": "", "\ufeff": "",
    }
)  # fmt: skip
_WORD = re.compile(r"[^\W_]+(?:[’'ʼʻ‘`\u00ad\u200b][^\W_]+)*")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_KAZAKH = frozenset("әғқңөұүһі")


def split_text(text: str) -> list[str]:
    """The words and numbers of a text in order; hyphens part words, apostrophes do not, "U.S." is one word."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    if "." in text:
        text = _DOTTED.sub(lambda m: m[0].replace(".", ""), text)
    return _WORD.findall(text)


@lru_cache(maxsize=200_000)
def fold_word(word: str) -> str:
    """The word with plain letters: lower case, ё as е, Kazakh letters as their Russian neighbours, Latin letters without marks."""
    lower = word.replace("İ", "i").lower()
    if lower.isascii():
        return lower.replace("'", "").replace("`", "")
    plain = lower.translate(LETTERS)
    if all("а" <= c <= "я" and c != "й" for c in plain):
        return plain
    return "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))


@cache
def _endings() -> re.Pattern[str]:
    listed: str = word_list("ru", "search")["endings"]
    return re.compile(f"(?:{'|'.join(listed.split())})$")


def _stem(word: str) -> str:
    """A Russian word that no dictionary has, without its ending. To ask the dictionary what it is like takes a hundred times as long."""
    stem = _endings().sub("", word)
    return stem if len(stem) > SHORTEST else word


def _readings(word: str, code: str) -> tuple[Reading, ...]:
    if code == "ru":
        from elshi.language.ru.tokens import is_known, readings

        lower = word.lower()
        return readings(lower, word[:1].isupper()) if is_known(lower) else (Reading(_stem(lower), "OTHER"),)
    if code == "kk":
        from elshi.language.kk.tokens import read_word

        return read_word(word)
    from elshi.language.en.morphology import readings as read_english

    return read_english(word.lower().replace("’", "'"))


def _lemmas(word: str, code: str) -> Iterator[str]:
    for reading in _readings(word, code):
        lemma = fold_word(reading.lemma)
        if lemma.isalnum():
            yield lemma


@lru_cache(maxsize=200_000)
def text_forms(word: str, code: str) -> tuple[str, ...]:
    """The folded lemmas of a word of a text in language `code`, likeliest first; the word itself where nothing reads it, and also where
    it is a name (names are written oddly) or not in the letters of the language."""
    folded = fold_word(word)
    if not folded:
        return ()
    native = bool(_CYRILLIC.search(word)) is (code != "en")
    if word.isdigit() or not native:
        return (folded,)
    found = tuple(dict.fromkeys(_lemmas(word, code)))[:READINGS]
    return tuple(dict.fromkeys((*found, folded))) if word[:1].isupper() or not found else found


def _languages(word: str) -> tuple[str, ...]:
    """The languages that a word of a query may be of, by its letters."""
    if not _CYRILLIC.search(word):
        return ("en",)
    return ("kk",) if _KAZAKH & set(word.lower()) else ("ru", "kk")


@lru_cache(maxsize=20_000)
def query_forms(word: str, codes: tuple[str, ...] = SUPPORTED) -> tuple[str, ...]:
    """All forms under which a word of a query may stand in the index: itself, and its lemmas in each language that it may be of,
    written small and with a capital."""
    written = (word, word.lower(), word[:1].upper() + word[1:].lower())
    languages = [code for code in _languages(word) if code in codes]
    lemmas = (form for code in languages for each in dict.fromkeys(written) for form in text_forms(each, code))
    return tuple(form for form in dict.fromkeys((fold_word(word), *lemmas)) if form)
