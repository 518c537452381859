"""Where cities lie, from GeoNames."""

from __future__ import annotations

import gzip
from functools import cache
from importlib.resources import files

__all__ = ["find_point"]


def find_point(name: str, country: str | None = None) -> tuple[float, float] | None:
    """Latitude and longitude, in degrees, of the city of this English name, in this country (ISO 3166-1 alpha-2) if one is given; of
    several the one with most people. None where it is not known."""
    rows = _rows().get(name, ())
    row = next((row for row, code in rows if country in (None, code)), None)
    return _points()[row] if row is not None else None


def _read(name: str) -> list[str]:
    return gzip.decompress((files("elshi") / "reference" / "world" / name).read_bytes()).decode().splitlines()


@cache
def _rows() -> dict[str, list[tuple[int, str]]]:
    """The rows of each name, most people first, with their countries."""
    found: dict[str, list[tuple[int, str]]] = {}
    for row, line in enumerate(_read("cities.tsv.gz")):
        name, country, _ = line.split("\t", 2)
        found.setdefault(name, []).append((row, country))
    return found


@cache
def _points() -> list[tuple[float, float] | None]:
    told = (line.split("\t") for line in _read("city_points.tsv.gz"))
    return [(float(point[0]), float(point[1])) if len(point) == 2 else None for point in told]
