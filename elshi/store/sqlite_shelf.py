"""What resolution remembers of one subject, in the tables of `resolution.sql`."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from elshi.records import Subject

__all__ = ["SqliteShelf"]

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
        self._connection.execute("DELETE FROM thing WHERE number = ?", (number,))

    def holders(self, blocks: Iterable[str]) -> set[str]:
        """See `Shelf.holders`."""
        select = "SELECT thing.id FROM block JOIN thing ON thing.number = block.thing WHERE block.block IN"
        return {key for (key,) in self._among(select, sorted(self._hashes(blocks)))}

    def link(self, links: Iterable[tuple[str, str, float]], via: str = "") -> None:
        """See `Shelf.link`."""
        numbered = [(self._number(one), self._number(other), score) for one, other, score in links]
        rows = [row for a, b, score in numbered if a is not None and b is not None for row in ((a, b, via, score), (b, a, via, score))]
        self._connection.executemany("INSERT OR REPLACE INTO link VALUES (?, ?, ?, ?)", rows)

    def unlink(self, via: str) -> None:
        """See `Shelf.unlink`."""
        self._connection.execute("DELETE FROM link WHERE via = ? AND via <> ''", (via,))

    def links(self, key: str) -> list[tuple[str, str, float]]:
        """See `Shelf.links`."""
        select = "SELECT thing.id, max(score) FROM link JOIN thing ON thing.number = link.other WHERE one = ? GROUP BY link.other"
        found = self._connection.execute(select, (self._number(key),)).fetchall()
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
        select = "SELECT id FROM thing WHERE subject = ? AND cluster = ? ORDER BY id"
        return tuple(key for (key,) in self._connection.execute(select, (self._subject, cluster)))

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
