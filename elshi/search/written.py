"""Records written down with the index, so that an answer need not make them of their reports again."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from elshi.records import Appearance, Record, Subject
from elshi.records.serialise import clean, dump_line, encode
from elshi.resolution.bodies import other_entity_id
from elshi.resolution.profiles import profile_of
from elshi.store import Store

__all__ = ["Actor", "Written", "actor_of", "pack_record", "read_written"]

LEVEL = 1  # of compression: more saves a tenth, and takes half as long again


@dataclass(frozen=True, slots=True)
class Actor:
    """Who a participant is: a person's profile, since whose it is may change with every judgement, or the id of the body, post or group."""

    id: str
    is_profile: bool


@dataclass(frozen=True, slots=True)
class Written:
    """A record as JSON, and who its participants are, in their order: an id, None of a person who is not known yet."""

    record: str
    people: tuple[str | None, ...]


def actor_of(appearance: Appearance) -> Actor:
    """Who appears."""
    other = other_entity_id(appearance)
    return Actor(profile_of(appearance).id, is_profile=True) if other is None else Actor(other, is_profile=False)


def pack_record(record: Record, actors: Mapping[tuple[str, int], Actor]) -> bytes:
    """The record with who takes part, given who appears at each place of each report."""
    first = [actors[part.mentions[0]] for part in record.participants]
    lines = dump_line(clean(encode(record))), json.dumps([[clean(actor.id), actor.is_profile] for actor in first])
    return zlib.compress("\n".join(lines).encode(), LEVEL)


def read_written(store: Store, records: Sequence[str]) -> dict[str, Written]:
    """Those of the records that are written down as they are now: indexed, and not changed since. Belongs into a moment of the store."""
    told = {record: _unpack(packed) for record, packed in store.index().written(records).items()}
    profiles = {actor.id for _, actors in told.values() for actor in actors if actor.is_profile}
    people = store.shelf(Subject.ENTITY).clusters_of(sorted(profiles))
    return {
        record: Written(line, tuple(people.get(actor.id) if actor.is_profile else actor.id for actor in actors))
        for record, (line, actors) in told.items()
    }


def _unpack(packed: bytes) -> tuple[str, list[Actor]]:
    line, _, actors = zlib.decompress(packed).decode().partition("\n")
    return line, [Actor(known, is_profile) for known, is_profile in json.loads(actors)]
