"""What resolution takes out of the tables of `schema_resolution.py` for a while, a batch at a time, and puts back together."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from elshi.records import Subject
from elshi.store.adding import take_numbers
from elshi.store.asking import ask_about, change_many
from elshi.store.database import insert_many
from elshi.store.schema_resolution import block_table, link_table, telling_table, thing_table

__all__ = ["CoreTray", "hash_blocks"]

ROOM = 50_000  # things, and ten times as many links, that stay on the tray from one transaction to the next
Sayings = tuple[tuple[str, float], ...]  # what says how alike two things are, and how much: the empty text for the things themselves
Pair = tuple[str, str]

_THINGS = """SELECT thing.id, thing.number, thing.body, thing.cluster FROM {given}
CROSS JOIN thing WHERE thing.subject = '%s' AND thing.id = given.value"""
_NUMBERED = """SELECT thing.id, thing.number, thing.body, thing.cluster FROM {given}
CROSS JOIN thing WHERE thing.number = given.value"""
_NAMED = "SELECT thing.number, thing.id FROM {given} CROSS JOIN thing WHERE thing.number = given.value"
_HOLDERS = "SELECT block.block, block.thing FROM {given} CROSS JOIN block WHERE block.block = given.value"
_LINKS = "SELECT link.one, link.other, link.via, link.score FROM {given} CROSS JOIN link WHERE link.one = given.value"
_SAID = """SELECT link.via, one.id, other.id, link.score FROM {given}
CROSS JOIN link CROSS JOIN thing AS one CROSS JOIN thing AS other
WHERE link.via = given.value AND link.via <> '' AND one.number = link.one AND other.number = link.other AND one.id < other.id"""
_TOLD = """SELECT telling.report, thing.id FROM {given}
CROSS JOIN telling CROSS JOIN thing WHERE telling.report = given.value AND thing.number = telling.thing AND thing.subject = '%s'"""
_UNTOLD = "SELECT given.value FROM {given} WHERE NOT EXISTS (SELECT 1 FROM telling WHERE telling.thing = given.value)"
_CHANGED = "ON CONFLICT (one, other, via) DO UPDATE SET score = excluded.score"


def hash_blocks(subject: str, blocks: Iterable[str]) -> set[int]:
    """Signed 64-bit hashes of blocking keys; two keys with one hash only cost a comparison too many."""
    salt, blake2b, from_bytes = subject.encode()[:16], hashlib.blake2b, int.from_bytes
    keys = (block.encode("utf-8", "surrogatepass") for block in blocks)
    return {from_bytes(blake2b(key, digest_size=8, salt=salt).digest(), "big", signed=True) for key in keys}


class CoreTray:
    """A `Tray` of one subject. `connection` gives the connection to use now."""

    def __init__(self, connection: Callable[[], Connection], subject: Subject) -> None:
        self._connection = connection
        self._subject = subject.value
        self._numbers: dict[str, int | None] = {}  # of things that are there; None until they are written
        self._bodies: dict[str, str] = {}
        self._clusters: dict[str, str | None] = {}
        self._keys: dict[int, str] = {}
        self._links: dict[str, dict[str, Sayings]] = {}  # all links of these things
        self._scores: dict[str, dict[str, float]] = {}  # what they come to
        self._count = 0  # of links
        self._begin()

    def _begin(self) -> None:
        """Nothing is to be written, and nothing is known of what only this batch asks for."""
        self._absent: set[str] = set()
        self._holders: dict[int, set[str]] = {}
        self._said: dict[str, dict[Pair, float]] = {}
        self._told: dict[str, set[str]] = {}
        self._changed: set[str] = set()
        self._moved: set[str] = set()
        self._dropped: dict[str, int] = {}
        self._put_blocks: dict[int, set[str]] = defaultdict(set)
        self._cut_blocks: set[tuple[int, int]] = set()
        self._new_links: dict[tuple[str, str, str], float | None] = {}
        self._new_tellings: dict[tuple[str, str], bool] = {}

    def forget(self) -> None:
        """See `Tray.forget`."""
        for known in (self._numbers, self._bodies, self._clusters, self._keys, self._links, self._scores):
            known.clear()
        self._count = 0
        self._begin()

    # What is taken

    def take(self, keys: Iterable[str]) -> None:
        """See `Tray.take`."""
        wanted = set(keys).difference(self._numbers, self._absent)
        for key, *held in self._ask(_THINGS % self._subject, wanted, "text"):
            self._lay(key, *held)
        self._absent.update(wanted.difference(self._numbers))

    def take_bodies(self, keys: Iterable[str]) -> None:
        """See `Tray.take_bodies`."""
        wanted = {key for key in keys if key not in self._bodies and key not in self._absent}
        for key, number, body, cluster in self._ask(_THINGS % self._subject, wanted, "text"):
            if key not in self._numbers:
                self._lay(key, number, body, cluster)
            elif key not in self._dropped:
                self._bodies[key] = body
        self._absent.update(wanted.difference(self._numbers))

    def take_holders(self, blocks: Iterable[str]) -> set[str]:
        """See `Tray.take_holders`."""
        return self._holding(hash_blocks(self._subject, blocks))

    def take_links(self, keys: Iterable[str]) -> None:
        """See `Tray.take_links`."""
        keys = set(keys).difference(self._links)
        self.take(keys)
        known = {number: key for key in keys if (number := self._numbers.get(key)) is not None}
        for key in keys.intersection(self._numbers):
            self._links[key], self._scores[key] = {}, {}
        found = list(self._ask(_LINKS, sorted(known)))
        self._name({row[1] for row in found})
        for one, number, via, score in found:
            if (known[one], self._keys[number], via) not in self._new_links:
                self._add_saying(known[one], self._keys[number], via, score)
        for (one, other, via), said in self._new_links.items():
            if one in keys and said is not None:
                self._add_saying(one, other, via, said)

    def take_told(self, reports: Iterable[str]) -> None:
        """See `Tray.take_told`."""
        wanted = sorted(set(reports).difference(self._told))
        self._told.update((report, set()) for report in wanted)
        for report, key in self._ask(_TOLD % self._subject, wanted, "text"):
            self._told[report].add(key)
        self.take(key for report in wanted for key in self._told[report])

    def take_said(self, sayers: Iterable[str]) -> None:
        """See `Tray.take_said`."""
        wanted = sorted(set(sayers).difference(self._said))
        self._said.update((via, {}) for via in wanted)
        for via, one, other, score in self._ask(_SAID, wanted, "text"):
            if self._new_links.get((one, other, via), score) is not None:
                self._said[via][one, other] = score
        self.take(key for via in wanted for pair in self._said[via] for key in pair)

    # What is known

    def knows(self, key: str) -> bool:
        """See `Tray.knows`."""
        if key not in self._numbers:
            self.take([key])
        return key in self._numbers

    def body(self, key: str) -> str | None:
        """See `Tray.body`."""
        if key not in self._bodies:
            self.take_bodies([key])
        return self._bodies.get(key)

    def cluster_of(self, key: str) -> str | None:
        """See `Tray.cluster_of`."""
        if key not in self._numbers:
            self.take([key])
        return self._clusters.get(key)

    def holders(self, blocks: Iterable[str]) -> set[str]:
        """See `Tray.holders`."""
        return self._holding(hash_blocks(self._subject, blocks))

    def scores(self, key: str) -> Mapping[str, float]:
        """See `Tray.scores`."""
        if key not in self._scores:
            self.take_links([key])
        return self._scores.get(key, {})

    # What changes

    def put(self, key: str, body: str, blocks: Iterable[str]) -> None:
        """See `Tray.put`."""
        self._numbers[key] = self._dropped.pop(key, None)
        self._bodies[key], self._clusters[key], self._links[key], self._scores[key] = body, None, {}, {}
        self._absent.discard(key)
        self._changed.add(key)
        for block in hash_blocks(self._subject, blocks):
            self._put_blocks[block].add(key)

    def drop(self, key: str, blocks: Iterable[str]) -> None:
        """See `Tray.drop`."""
        self.take_links([key])
        if key not in self._numbers:
            return
        self.take(self._links[key])
        for other, said in list(self._links[key].items()):
            for via, _ in said:
                self._say(key, other, via, None)
        number = self._numbers.pop(key)
        for known in (self._bodies, self._clusters, self._links, self._scores):
            known.pop(key, None)
        self._absent.add(key)
        self._changed.discard(key)
        self._moved.discard(key)
        for block in hash_blocks(self._subject, blocks):
            for held in (self._put_blocks, self._holders):
                if block in held:
                    held[block].discard(key)
            if number is not None:
                self._cut_blocks.add((block, number))
        if number is not None:
            self._dropped[key] = number

    def link(self, links: Iterable[tuple[str, str, float]]) -> None:
        """See `Tray.link`."""
        for one, other, score in links:
            if self.knows(one) and self.knows(other):
                self._say(one, other, "", score)

    def relink(self, via: str, links: Iterable[tuple[str, str, float]]) -> set[str]:
        """See `Tray.relink`."""
        if not via:
            raise ValueError("links that nothing says are for `link`")
        self.take_said([via])
        new = {(min(one, other), max(one, other)): score for one, other, score in links if self.knows(one) and self.knows(other)}
        old = self._said[via]
        changed = [pair for pair in {**old, **new} if old.get(pair) != new.get(pair)]
        for one, other in changed:
            self._say(one, other, via, new.get((one, other)))
        self._said[via] = new
        return {key for pair in changed for key in pair}

    def tell(self, told: Mapping[str, Collection[str]]) -> list[str]:
        """See `Tray.tell`."""
        self.take_told(told)
        left = set[str]()
        for report, keys in told.items():
            before, now = self._told[report], {key for key in keys if self.knows(key)}
            self._new_tellings.update(((key, report), True) for key in now - before)
            self._new_tellings.update(((key, report), False) for key in before - now)
            left |= before - now
            self._told[report] = now
        return self._find_untold(left) if left else []

    def assign(self, clusters: Iterable[Sequence[str]]) -> None:
        """See `Tray.assign`."""
        for members in clusters:
            least = min(members)
            for key in members:
                if self.knows(key) and self._clusters[key] != least:
                    self._clusters[key] = least
                    self._moved.add(key)

    # What is put back

    def write(self) -> None:
        """See `Tray.write`."""
        connection = self._connection()
        self._cut(connection)
        self._put_things(connection)
        number = self._numbers
        blocks = sorted((block, number[key]) for block, keys in self._put_blocks.items() for key in keys)
        insert_many(connection, block_table, ("block", "thing"), blocks, "ON CONFLICT DO NOTHING")
        links = [(number[one], number[other], via, s) for (one, other, via), s in self._new_links.items() if s is not None]
        insert_many(connection, link_table, ("one", "other", "via", "score"), sorted(links), _CHANGED)
        tellings = [(number[key], report) for (key, report), now in self._new_tellings.items() if now and key in number]
        insert_many(connection, telling_table, ("thing", "report"), tellings, "ON CONFLICT DO NOTHING")
        self._begin()
        self._bodies.clear()
        if len(self._keys) > ROOM or self._count > 10 * ROOM:
            self.forget()

    def _cut(self, connection: Connection) -> None:
        """Delete what is no more."""
        number = {**self._dropped, **self._numbers}
        change_many(connection, "DELETE FROM block WHERE block = ? AND thing = ?", sorted(self._cut_blocks))
        links = [(number.get(one), number.get(other), via) for (one, other, via), said in self._new_links.items() if said is None]
        change_many(connection, "DELETE FROM link WHERE one = ? AND other = ? AND via = ?", [row for row in links if None not in row])
        untold = [(number.get(key), report) for (key, report), now in self._new_tellings.items() if not now]
        change_many(connection, "DELETE FROM telling WHERE thing = ? AND report = ?", untold)
        gone = sorted((number,) for number in self._dropped.values())
        for (dropped,) in gone:
            self._keys.pop(dropped, None)  # SQLite gives it to another thing
        change_many(connection, "DELETE FROM telling WHERE thing = ?", gone)
        change_many(connection, "DELETE FROM thing WHERE number = ?", gone)

    def _put_things(self, connection: Connection) -> None:
        """Write new things, and what is new of others."""
        new = sorted(key for key in self._changed if self._numbers[key] is None)
        again = sorted(key for key in self._changed if self._numbers[key] is not None)
        numbers = dict(zip(new, take_numbers(connection, thing_table, len(new)), strict=True))
        self._numbers.update(numbers)
        self._keys.update((number, key) for key, number in numbers.items())
        rows = [(self._numbers[key], self._subject, key, self._bodies[key], self._clusters[key]) for key in new]
        insert_many(connection, thing_table, ("number", "subject", "id", "body", "cluster"), rows)
        change_many(connection, "UPDATE thing SET body = ? WHERE number = ?", [(self._bodies[key], self._numbers[key]) for key in again])
        moved = sorted(self._moved.union(again).difference(new))
        change_many(connection, "UPDATE thing SET cluster = ? WHERE number = ?", [(self._clusters[k], self._numbers[k]) for k in moved])

    def _lay(self, key: str, number: int, body: str, cluster: str | None) -> None:
        """Lay a thing on the tray, unless it was there and is no more."""
        if key not in self._absent:
            self._numbers[key], self._bodies[key], self._clusters[key] = number, body, cluster
            self._keys[number] = key

    def _say(self, one: str, other: str, via: str, score: float | None) -> None:
        """A link has this score now, or is no more."""
        if score is None and via in self._said:
            self._said[via].pop((min(one, other), max(one, other)), None)
        for here, there in ((one, other), (other, one)):
            self._new_links[here, there, via] = score
            if here in self._links:
                self._add_saying(here, there, via, score)

    def _add_saying(self, one: str, other: str, via: str, score: float | None) -> None:
        said, scores = self._links[one], self._scores[one]
        kept = tuple([saying for saying in said.get(other, ()) if saying[0] != via])
        if score is not None:
            kept = (*kept, (via, score))
        self._count += 1
        if kept:
            said[other], scores[other] = kept, _sum_up(kept)
        else:
            said.pop(other, None)
            scores.pop(other, None)

    def _holding(self, hashes: set[int]) -> set[str]:
        """The things that have these blocking keys; those that are not on the tray are taken."""
        wanted = sorted(hashes.difference(self._holders))
        self._holders.update((block, set()) for block in wanted)
        found = [row for row in self._ask(_HOLDERS, wanted) if (row[0], row[1]) not in self._cut_blocks]
        unknown = {number for _, number in found if self._keys.get(number) not in self._numbers}
        for key, *held in self._ask(_NUMBERED, sorted(unknown)):
            self._lay(key, *held)
        for block, number in found:
            self._holders[block].add(self._keys[number])
        old = set[str]().union(*map(self._holders.__getitem__, hashes))
        return old.union(*(self._put_blocks[block] for block in hashes if block in self._put_blocks))

    def _name(self, numbers: set[int]) -> None:
        """Find out the ids of things."""
        self._keys.update(self._ask(_NAMED, sorted(numbers.difference(self._keys))))

    def _find_untold(self, keys: Iterable[str]) -> list[str]:
        """Those of these of which no report tells any more. What tells of them is written down first."""
        self.write()
        self.take(keys)
        numbered = {number: key for key in keys if (number := self._numbers.get(key)) is not None}
        return sorted(numbered[number] for (number,) in self._ask(_UNTOLD, sorted(numbered)))

    def _ask(self, statement: str, values: Collection[Any], kind: str = "bigint") -> Iterable[Any]:
        return ask_about(self._connection(), statement, values, kind) if values else ()


def _sum_up(said: Sayings) -> float:
    """The greatest score, but 0 where anything says 0."""
    scores = [score for _, score in said]
    return 0.0 if 0.0 in scores else max(scores)
