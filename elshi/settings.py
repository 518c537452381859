"""One frozen object with everything that a user can set, made once at the edge and handed in."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

__all__ = ["Settings"]


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are and how much may be read.

    `store` is the path of the SQLite file; `models` the folder where a user's own tagger models lie (each a folder);
    `largest_document` the bytes above which a document is refused; `language` the language of messages (ru, kk, en) or None
    for the environment's.
    """

    store: Path
    models: Path
    largest_document: int = 20_000_000
    language: str | None = None

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """Read `ELSHI_STORE`, `ELSHI_MODELS` and `ELSHI_LANGUAGE`; what is not set lies under the user's data folder."""
        given = os.environ if environment is None else environment
        home = user_data_path("elshi")
        return cls(
            store=Path(given.get("ELSHI_STORE") or home / "elshi.db"),
            models=Path(given.get("ELSHI_MODELS") or home / "models"),
            language=given.get("ELSHI_LANGUAGE") or None,
        )
