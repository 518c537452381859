"""What resolution remembers of one subject, in the tables of `schema_resolution.py`, on either database."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Executable, bindparam, case, delete, func, literal_column, select, update

from elshi.records import Subject
from elshi.store.database import insert_new, insert_numbered, insert_or_change
from elshi.store.schema_resolution import block_table, link_table, telling_table, thing_table
from elshi.store.tables import GREATEST

__all__ = ["CoreShelf"]

MANY = 500  # values in one list
_SUBJECT: Any = bindparam("of_subject")
_WANTED: Any = bindparam("wanted")
_NUMBER: Any = bindparam("number")
_thing, _block, _link, _telling = thing_table.c, block_table.c, link_table.c, telling_table.c
_IS_THING = (_thing.subject == _SUBJECT, _thing.id == _WANTED)
_BODY = select(_thing.body).where(*_IS_THING)
_CLUSTER = select(_thing.cluster).where(*_IS_THING)
_THING_NUMBER = select(_thing.number).where(*_IS_THING)
_AMONG: Any = bindparam("among", expanding=True)
_HOLDERS = select(_thing.id).join(block_table, _block.thing == _thing.number).where(_block.block.in_(_AMONG))
_NUMBERS = select(_thing.id, _thing.number).where(_thing.subject == _SUBJECT, _thing.id.in_(_AMONG))
_KEYS = select(_thing.id).where(_thing.number.in_(_AMONG))
_OTHERS = select(_link.other).distinct().where(_link.one == _NUMBER)
_one = thing_table.alias("one")
_other = thing_table.alias("other")
_LINKS = (
    select(_other.c.id, case((func.min(_link.score) == 0, 0.0), else_=func.max(_link.score)))
    .select_from(_one.join(link_table, _link.one == _one.c.number).join(_other, _other.c.number == _link.other))
    .where(_one.c.subject == _SUBJECT, _one.c.id == _WANTED)
    .group_by(_link.other, _other.c.id)
)
# Said besides that it is not empty, since the index holds only those, and SQLite does not conclude it.
_SAID_VIA = select(_link.one, _link.other, _link.via, _link.score).where(_link.via == _WANTED, _link.via != literal_column("''"))
_UNLINK = delete(link_table).where(_link.one == bindparam("from_one"), _link.other == bindparam("to_other"))
_UNSAY = _UNLINK.where(_link.via == bindparam("said_via"))
_TOLD_BY = (
    select(_thing.number, _thing.id)
    .join(telling_table, _telling.thing == _thing.number)
    .where(_telling.report == _WANTED, _thing.subject == _SUBJECT)
)
_UNTELL = delete(telling_table).where(_telling.thing == _NUMBER, _telling.report == _WANTED)
_TELLINGS = select(_telling.report).join(thing_table, _telling.thing == _thing.number).where(*_IS_THING).order_by(_telling.report)
_IS_TOLD = select(_telling.report).where(_telling.thing == _NUMBER).limit(1)
_UNBLOCK = delete(block_table).where(_block.block == bindparam("hash"), _block.thing == _NUMBER)
_FORGETTING = (
    delete(link_table).where(_link.one == _NUMBER),
    delete(telling_table).where(_telling.thing == _NUMBER),
    delete(thing_table).where(_thing.number == _NUMBER),
)
_ASSIGN = update(thing_table).where(*_IS_THING, _thing.cluster.is_distinct_from(bindparam("least"))).values(cluster=bindparam("least"))
_MEMBERS = select(_thing.id).where(_thing.subject == _SUBJECT, _thing.cluster == _WANTED)
_CLUSTERS = select(_thing.cluster).distinct().where(_thing.subject == _SUBJECT, _thing.cluster.is_not(None)).order_by(_thing.cluster)
_BEGINNING = (
    select(_thing.id)
    .where(_thing.subject == _SUBJECT, _thing.id >= _WANTED, _thing.id < bindparam("end"))
    .order_by(_thing.id)
    .limit(bindparam("limit"))
)


class CoreShelf:
    """A `Shelf` of one subject. `connection` gives the connection to use now; writes belong into a transaction of the store."""

    def __init__(self, connection: Callable[[], Connection], subject: Subject) -> None:
        self._connection = connection
        self._subject = subject.value

    def body(self, key: str) -> str | None:
        """See `Shelf.body`."""
        found: str | None = self._one(_BODY, key)
        return found

    def put(self, key: str, body: str, blocks: Iterable[str]) -> None:
        """See `Shelf.put`."""
        row = {"subject": self._subject, "id": key, "body": body}
        number = insert_numbered(self._connection(), thing_table, row)
        insert_new(self._connection(), block_table, [{"block": block, "thing": number} for block in sorted(self._hashes(blocks))])

    def drop(self, key: str, blocks: Iterable[str]) -> None:
        """See `Shelf.drop`."""
        number: int | None = self._one(_THING_NUMBER, key)
        if number is None:
            return
        self._change(_UNBLOCK, [{"hash": block, "number": number} for block in self._hashes(blocks)])
        others = self._all(_OTHERS, {"number": number})
        self._change(_UNLINK, [{"from_one": other, "to_other": number} for (other,) in others])
        for statement in _FORGETTING:
            self._connection().execute(statement, {"number": number})

    def holders(self, blocks: Iterable[str]) -> set[str]:
        """See `Shelf.holders`."""
        hashes = sorted(self._hashes(blocks))
        return {key for (key,) in self._among(_HOLDERS, hashes)}

    def link(self, links: Iterable[tuple[str, str, float]]) -> None:
        """See `Shelf.link`."""
        self._put_links(self._numbered("", links))

    def relink(self, via: str, links: Iterable[tuple[str, str, float]]) -> set[str]:
        """See `Shelf.relink`."""
        if not via:
            raise ValueError("links that nothing says are for `link`")
        new = set(self._numbered(via, links))
        old = {(one, other, said, score) for one, other, said, score in self._all(_SAID_VIA, {"wanted": via})}
        self._change(_UNSAY, [{"from_one": one, "to_other": other, "said_via": said} for one, other, said, _ in old - new])
        self._put_links(sorted(new - old))
        return {key for (key,) in self._among(_KEYS, sorted({row[0] for row in old ^ new}))}

    def tell(self, report: str, keys: Iterable[str]) -> list[str]:
        """See `Shelf.tell`."""
        before = dict(self._all(_TOLD_BY, {"wanted": report, "of_subject": self._subject}))
        now = set(self._numbers(keys).values())
        insert_new(self._connection(), telling_table, [{"thing": number, "report": report} for number in sorted(now - before.keys())])
        dropped = sorted(before.keys() - now)
        self._change(_UNTELL, [{"number": number, "wanted": report} for number in dropped])
        return [before[number] for number in dropped if not self._all(_IS_TOLD, {"number": number})]

    def tellings(self, key: str) -> tuple[str, ...]:
        """See `Shelf.tellings`."""
        return tuple(report for (report,) in self._all(_TELLINGS, self._about(key)))

    def links(self, key: str) -> list[tuple[str, str, float]]:
        """See `Shelf.links`."""
        return [(key, other, score) for other, score in self._all(_LINKS, self._about(key))]

    def assign(self, clusters: Iterable[Sequence[str]]) -> None:
        """See `Shelf.assign`."""
        rows = [{"least": min(members), "of_subject": self._subject, "wanted": key} for members in clusters for key in members]
        self._change(_ASSIGN, rows)

    def cluster_of(self, key: str) -> str | None:
        """See `Shelf.cluster_of`."""
        found: str | None = self._one(_CLUSTER, key)
        return found

    def members(self, cluster: str) -> tuple[str, ...]:
        """See `Shelf.members`."""
        # Sorted here: asked to sort, SQLite walks through all things by id in place of the index of clusters.
        return tuple(sorted(key for (key,) in self._all(_MEMBERS, {"of_subject": self._subject, "wanted": cluster})))

    def beginning(self, prefix: str, limit: int = 2) -> list[str]:
        """See `Shelf.beginning`."""
        given = {"of_subject": self._subject, "wanted": prefix, "end": prefix + GREATEST, "limit": limit}
        return [key for (key,) in self._all(_BEGINNING, given)]

    def clusters(self) -> Iterator[tuple[str, ...]]:
        """See `Shelf.clusters`."""
        for (cluster,) in self._all(_CLUSTERS, {"of_subject": self._subject}):
            yield self.members(cluster)

    def _all(self, statement: Executable, given: Mapping[str, Any]) -> Sequence[Any]:
        return self._connection().execute(statement, given).all()

    def _one(self, statement: Executable, key: str) -> Any:
        return self._connection().execute(statement, self._about(key)).scalar()

    def _about(self, key: str) -> dict[str, str]:
        return {"of_subject": self._subject, "wanted": key}

    def _among(self, statement: Executable, values: Sequence[Any]) -> Iterator[Any]:
        """The rows of a statement for these values, so many at a time."""
        for start in range(0, len(values), MANY):
            yield from self._all(statement, {"of_subject": self._subject, "among": values[start : start + MANY]})

    def _numbers(self, keys: Iterable[str]) -> dict[str, int]:
        """The numbers of the things that are there."""
        return dict(self._among(_NUMBERS, sorted(set(keys))))

    def _change(self, statement: Executable, rows: list[dict[str, Any]]) -> None:
        if rows:
            self._connection().execute(statement, rows)

    def _put_links(self, rows: Iterable[tuple[int, int, str, float]]) -> None:
        """Keep links; one that is there under the same key gets the new score."""
        given = [{"one": one, "other": other, "via": via, "score": score} for one, other, via, score in rows]
        insert_or_change(self._connection(), link_table, given)

    def _numbered(self, via: str, links: Iterable[tuple[str, str, float]]) -> list[tuple[int, int, str, float]]:
        """Each link once each way; links of things that are not there are left out."""
        links = list(links)
        numbers = self._numbers(key for one, other, _ in links for key in (one, other))
        both = [(numbers[one], numbers[other], score) for one, other, score in links if one in numbers and other in numbers]
        return [row for one, other, score in both for row in ((one, other, via, score), (other, one, via, score))]

    def _hashes(self, blocks: Iterable[str]) -> set[int]:
        """Signed 64-bit hashes; two keys with one hash only cost a comparison too many."""
        salt = self._subject.encode()[:16]
        digests = (hashlib.blake2b(block.encode("utf-8", "surrogatepass"), digest_size=8, salt=salt).digest() for block in set(blocks))
        return {int.from_bytes(digest, "big", signed=True) for digest in digests}
