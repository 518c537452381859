"""One frozen object with everything that a user can set, made once at the edge and handed in."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

__all__ = ["Settings", "hide_password"]


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are and how much may be read.

    `store` is the path of an SQLite file or the address of a PostgreSQL database (`postgresql://…`); `models` the folder where a
    user's own tagger models lie (each a folder); `largest_document` the bytes above which a document is refused; `language` the
    language of messages (ru, kk, en) or None for the environment's.
    """

    store: Path | str
    models: Path
    largest_document: int = 20_000_000
    language: str | None = None

    @property
    def shown_store(self) -> str:
        """The store as it may be shown."""
        return hide_password(str(self.store))

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """Read `ELSHI_STORE`, `ELSHI_MODELS` and `ELSHI_LANGUAGE`; what is not set lies under the user's data folder."""
        given = os.environ if environment is None else environment
        home = user_data_path("elshi")
        return cls(
            store=given.get("ELSHI_STORE") or home / "elshi.db",
            models=Path(given.get("ELSHI_MODELS") or home / "models"),
            language=given.get("ELSHI_LANGUAGE") or None,
        )


def hide_password(address: str) -> str:
    """The address of a store as it may be shown."""
    head, at, place = address.rpartition("@")
    if "://" not in address or not at:
        return address
    scheme, _, user = head.partition("://")
    return f"{scheme}://{user.partition(':')[0]}@{place}"
