"""What resolution remembers of one subject, in the tables of `schema_resolution.py`, on either database."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Executable, bindparam, case, func, select

from elshi.records import Subject
from elshi.store.core_tray import hash_blocks
from elshi.store.schema_resolution import block_table, link_table, telling_table, thing_table
from elshi.store.tables import GREATEST

__all__ = ["CoreShelf"]

MANY = 500  # values in one list
_SUBJECT: Any = bindparam("of_subject")
_WANTED: Any = bindparam("wanted")
_thing, _block, _link, _telling = thing_table.c, block_table.c, link_table.c, telling_table.c
_IS_THING = (_thing.subject == _SUBJECT, _thing.id == _WANTED)
_BODY = select(_thing.body).where(*_IS_THING)
_CLUSTER = select(_thing.cluster).where(*_IS_THING)
_AMONG: Any = bindparam("among", expanding=True)
_CLUSTERS_OF = select(_thing.id, _thing.cluster).where(_thing.subject == _SUBJECT, _thing.id.in_(_AMONG))
_HOLDERS = select(_thing.id).join(block_table, _block.thing == _thing.number).where(_block.block.in_(_AMONG))
_one = thing_table.alias("one")
_other = thing_table.alias("other")
_LINKS = (
    select(_other.c.id, case((func.min(_link.score) == 0, 0.0), else_=func.max(_link.score)))
    .select_from(_one.join(link_table, _link.one == _one.c.number).join(_other, _other.c.number == _link.other))
    .where(_one.c.subject == _SUBJECT, _one.c.id == _WANTED)
    .group_by(_link.other, _other.c.id)
)
_TELLINGS = select(_telling.report).join(thing_table, _telling.thing == _thing.number).where(*_IS_THING).order_by(_telling.report)
_MEMBERS = select(_thing.id).where(_thing.subject == _SUBJECT, _thing.cluster == _WANTED)
_CLUSTERS = select(_thing.cluster).distinct().where(_thing.subject == _SUBJECT, _thing.cluster.is_not(None)).order_by(_thing.cluster)
_BEGINNING = (
    select(_thing.id)
    .where(_thing.subject == _SUBJECT, _thing.id >= _WANTED, _thing.id < bindparam("end"))
    .order_by(_thing.id)
    .limit(bindparam("limit"))
)


class CoreShelf:
    """A `Shelf` of one subject. `connection` gives the connection to use now."""

    def __init__(self, connection: Callable[[], Connection], subject: Subject) -> None:
        self._connection = connection
        self._subject = subject.value

    def body(self, key: str) -> str | None:
        """See `Shelf.body`."""
        found: str | None = self._one(_BODY, key)
        return found

    def holders(self, blocks: Iterable[str]) -> set[str]:
        """See `Shelf.holders`."""
        hashes = sorted(hash_blocks(self._subject, blocks))
        return {key for (key,) in self._among(_HOLDERS, hashes)}

    def tellings(self, key: str) -> tuple[str, ...]:
        """See `Shelf.tellings`."""
        return tuple(report for (report,) in self._all(_TELLINGS, self._about(key)))

    def links(self, key: str) -> list[tuple[str, str, float]]:
        """See `Shelf.links`."""
        return [(key, other, score) for other, score in self._all(_LINKS, self._about(key))]

    def cluster_of(self, key: str) -> str | None:
        """See `Shelf.cluster_of`."""
        found: str | None = self._one(_CLUSTER, key)
        return found

    def clusters_of(self, keys: Sequence[str]) -> dict[str, str]:
        """See `Shelf.clusters_of`."""
        # Those without a cluster are left out here: asked to, SQLite walks through all clusters in place of the index of ids.
        return {key: cluster for key, cluster in self._among(_CLUSTERS_OF, keys) if cluster is not None}

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
