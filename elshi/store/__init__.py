"""Where documents and reports are kept. `open_store` opens a file; everything else works with the protocols."""

from elshi.store.base import Provenance, Query, Reader, Report, Store, Writer
from elshi.store.sqlite import open_store

__all__ = ["Provenance", "Query", "Reader", "Report", "Store", "Writer", "open_store"]
