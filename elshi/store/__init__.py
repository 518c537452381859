"""Where documents and reports are kept. `open_store` opens a file; everything else works with the protocols."""

from elshi.store.base import Fresh, Provenance, Query, Reader, Reading, Report, Shelf, Store, Tray, Writer, document_key
from elshi.store.index import Index, IndexState, NamedValue
from elshi.store.opening import open_store

__all__ = [
    "Fresh",
    "Index",
    "IndexState",
    "NamedValue",
    "Provenance",
    "Query",
    "Reader",
    "Reading",
    "Report",
    "Shelf",
    "Store",
    "Tray",
    "Writer",
    "document_key",
    "open_store",
]
