"""What resolution remembers of one subject, in the tables of `resolution.sql`."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from elshi.records import Subject

__all__ = ["SqliteShelf"]

LINK = "INSERT OR REPLACE INTO link VALUES (?, ?, ?, ?)"
LINKS = """
SELECT thing.id, CASE WHEN min(score) = 0 THEN 0.0 ELSE max(score) END
FROM link JOIN thing ON thing.number = link.other WHERE one = ? GROUP BY link.other
"""
MANY = 500  # parameters in one statement


class SqliteShelf:
    """A `Shelf` of one subject. Writes belong into a transaction of the store."""

    def __init__(self, connection: sqlite3.Connection, subject: Subject) -> None:
        self._connection = connection
        self._subject = subject.value

    def body(self, key: str) -> str | None:
        """See `Shelf.body`."""
        found = self._one("SELECT body FROM thing WHERE subject = ? AND id = ?", key)
        return None if found is None else str(found)

    def put(self, key: str, body: str, blocks: Iterable[str]) -> None:
        """See `Shelf.put`."""
        insert = "INSERT INTO thing (subject, id, body) VALUES (?, ?, ?)"
        number = self._connection.execute(insert, (self._subject, key, body)).lastrowid
        rows = [(block, number) for block in self._hashes(blocks)]
        self._connection.executemany("INSERT OR IGNORE INTO block VALUES (?, ?)", rows)

    def drop(self, key: str, blocks: Iterable[str]) -> None:
        """See `Shelf.drop`."""
        number = self._number(key)
        if number is None:
            return
        self._connection.executemany("DELETE FROM block WHERE block = ? AND thing = ?", [(b, number) for b in self._hashes(blocks)])
        others = self._connection.execute("SELECT DISTINCT other FROM link WHERE one = ?", (number,)).fetchall()
        self._connection.executemany("DELETE FROM link WHERE one = ? AND other = ?", [(other, number) for (other,) in others])
        self._connection.execute("DELETE FROM link WHERE one = ?", (number,))
        self._connection.execute("DELETE FROM telling WHERE thing = ?", (number,))
        self._connection.execute("DELETE FROM thing WHERE number = ?", (number,))

    def holders(self, blocks: Iterable[str]) -> set[str]:
        """See `Shelf.holders`."""
        select = "SELECT thing.id FROM block JOIN thing ON thing.number = block.thing WHERE block.block IN"
        return {key for (key,) in self._among(select, sorted(self._hashes(blocks)))}

    def link(self, links: Iterable[tuple[str, str, float]]) -> None:
        """See `Shelf.link`."""
        self._connection.executemany(LINK, self._numbered("", links))

    def relink(self, via: str, links: Iterable[tuple[str, str, float]]) -> set[str]:
        """See `Shelf.relink`."""
        if not via:
            raise ValueError("links that nothing says are for `link`")
        new, old = set(self._numbered(via, links)), set(self._connection.execute("SELECT * FROM link WHERE via = ?", (via,)).fetchall())
        self._connection.executemany("DELETE FROM link WHERE one = ? AND other = ? AND via = ?", [row[:3] for row in old - new])
        self._connection.executemany(LINK, sorted(new - old))
        return {self._key(row[0]) for row in old ^ new}

    def tell(self, report: str, keys: Iterable[str]) -> list[str]:
        """See `Shelf.tell`."""
        told = "SELECT number, id FROM telling JOIN thing ON number = thing WHERE report = ? AND subject = ?"
        before = dict(self._connection.execute(told, (report, self._subject)).fetchall())
        now = {number for key in keys if (number := self._number(key)) is not None}
        self._connection.executemany("INSERT OR IGNORE INTO telling VALUES (?, ?)", [(number, report) for number in sorted(now)])
        dropped = [(number, report) for number in sorted(before.keys() - now)]
        self._connection.executemany("DELETE FROM telling WHERE thing = ? AND report = ?", dropped)
        return [before[number] for number, _ in dropped if not self._is_told(number)]

    def tellings(self, key: str) -> tuple[str, ...]:
        """See `Shelf.tellings`."""
        select = "SELECT report FROM telling WHERE thing = ? ORDER BY report"
        return tuple(report for (report,) in self._connection.execute(select, (self._number(key),)))

    def links(self, key: str) -> list[tuple[str, str, float]]:
        """See `Shelf.links`."""
        found = self._connection.execute(LINKS, (self._number(key),)).fetchall()
        return [(key, other, score) for other, score in found]

    def assign(self, clusters: Iterable[Sequence[str]]) -> None:
        """See `Shelf.assign`."""
        rows = [(min(members), self._subject, key) for members in clusters for key in members]
        self._connection.executemany("UPDATE thing SET cluster = ?1 WHERE subject = ?2 AND id = ?3 AND cluster IS NOT ?1", rows)

    def cluster_of(self, key: str) -> str | None:
        """See `Shelf.cluster_of`."""
        found = self._one("SELECT cluster FROM thing WHERE subject = ? AND id = ?", key)
        return None if found is None else str(found)

    def members(self, cluster: str) -> tuple[str, ...]:
        """See `Shelf.members`."""
        # Sorted here: asked to sort, SQLite walks through all things by id in place of the index of clusters.
        select = "SELECT id FROM thing WHERE subject = ? AND cluster = ?"
        return tuple(sorted(key for (key,) in self._connection.execute(select, (self._subject, cluster))))

    def beginning(self, prefix: str, limit: int = 2) -> list[str]:
        """See `Shelf.beginning`."""
        select = "SELECT id FROM thing WHERE subject = ? AND id >= ? AND id < ? ORDER BY id LIMIT ?"
        return [key for (key,) in self._connection.execute(select, (self._subject, prefix, prefix + "\U0010ffff", limit))]

    def clusters(self) -> Iterator[tuple[str, ...]]:
        """See `Shelf.clusters`."""
        select = "SELECT DISTINCT cluster FROM thing WHERE subject = ? AND cluster IS NOT NULL ORDER BY cluster"
        for (cluster,) in self._connection.execute(select, (self._subject,)).fetchall():
            yield self.members(cluster)

    def _one(self, select: str, key: str) -> object:
        found = self._connection.execute(select, (self._subject, key)).fetchone()
        return found[0] if found else None

    def _number(self, key: str) -> int | None:
        found = self._one("SELECT number FROM thing WHERE subject = ? AND id = ?", key)
        return found if isinstance(found, int) else None

    def _key(self, number: int) -> str:
        return str(self._connection.execute("SELECT id FROM thing WHERE number = ?", (number,)).fetchone()[0])

    def _is_told(self, number: int) -> bool:
        return self._connection.execute("SELECT 1 FROM telling WHERE thing = ? LIMIT 1", (number,)).fetchone() is not None

    def _numbered(self, via: str, links: Iterable[tuple[str, str, float]]) -> list[tuple[int, int, str, float]]:
        """Each link once each way; links of things that are not there are left out."""
        found = ((self._number(one), self._number(other), score) for one, other, score in links)
        both = [(one, other, score) for one, other, score in found if one is not None and other is not None]
        return [row for one, other, score in both for row in ((one, other, via, score), (other, one, via, score))]

    def _hashes(self, blocks: Iterable[str]) -> set[int]:
        """Signed 64-bit hashes; two keys with one hash only cost a comparison too many."""
        salt = self._subject.encode()[:16]
        digests = (hashlib.blake2b(block.encode("utf-8", "surrogatepass"), digest_size=8, salt=salt).digest() for block in set(blocks))
        return {int.from_bytes(digest, "big", signed=True) for digest in digests}

    def _among(self, select: str, values: Sequence[int]) -> Iterator[tuple[str]]:
        for start in range(0, len(values), MANY):
            part = values[start : start + MANY]
            marks = ", ".join("?" * len(part))
            yield from self._connection.execute(f"{select} ({marks})", part)
