"""Ids that people have elsewhere, found in a file by names or by ids, and written down in the store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from elshi.records import Entity, EntityKind, Subject
from elshi.register.people import Row
from elshi.resolution.names import SAME_NAME, compare_names
from elshi.search.directory import Directory
from elshi.search.memory import IndexMemory
from elshi.search.rosters import PERSON, Listing
from elshi.store import Store

__all__ = ["link_people"]

SEVERAL = 2  # more than one person is as good as any number


def link_people(store: Store, rows: Iterable[Row]) -> tuple[int, list[Row]]:
    """Write down the ids of these rows. Gives how many were new, and the rows that lead to nobody or to more than one person. The index
    must be up to date."""
    directory, added, unclear = Directory(IndexMemory()), 0, list[Row]()
    for row in rows:
        found = set(_find(store, directory, row))
        if len(found) != 1:
            unclear.append(row)
        elif store.add_external_id(found.pop(), f"wikidata:{row.wikidata}"):
            added += 1
    return added, unclear


def _find(store: Store, directory: Directory, row: Row) -> Iterator[str]:
    """The ids of the people whom a row may mean."""
    if row.entity:
        shelf = store.shelf(Subject.ENTITY)
        for key in shelf.beginning(row.entity, SEVERAL):
            if directory.find(store, EntityKind.PERSON, key) is not None:
                yield shelf.cluster_of(key) or key
        return
    for _, known in directory.walk(store, Listing(PERSON, row.name)):
        if _fits(row, known.entity):
            yield known.entity.id


def _fits(row: Row, entity: Entity) -> bool:
    if row.represents and set(row.represents).isdisjoint(entity.codes):
        return False
    return any(compare_names(row.name, name).score >= SAME_NAME for _, name in entity.names)
