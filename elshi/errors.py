"""What can go wrong, as one tree.

ElshiError
├── DocumentError          set this document aside, say so, go on with the next
│   ├── UnreadableDocument     not text, not an encoding we know, too large, broken markup or JSON
│   └── UnsupportedLanguage    readable, but neither Russian nor Kazakh nor English
└── RunError               stops the run
    ├── UsageError             the command or a setting was wrong
    ├── ModelError             no model, or one of another version or with missing parts
    └── StoreError             the store cannot be opened, read or written
        └── UnknownRecord      no such document or engagement in the store
"""

from __future__ import annotations

__all__ = [
    "DocumentError",
    "ElshiError",
    "ModelError",
    "RunError",
    "StoreError",
    "UnknownRecord",
    "UnreadableDocument",
    "UnsupportedLanguage",
    "UsageError",
]


class ElshiError(Exception):
    """Anything that Elshi itself reports as wrong."""


class DocumentError(ElshiError):
    """One document cannot be used; names the document and the reason."""

    def __init__(self, document: str, reason: str) -> None:
        super().__init__(f"{document}: {reason}")
        self.document = document
        self.reason = reason

    def __reduce__(self) -> tuple[type[DocumentError], tuple[str, str]]:
        return type(self), (self.document, self.reason)


class UnreadableDocument(DocumentError):
    """The bytes do not give a text."""


class UnsupportedLanguage(DocumentError):
    """The text is in a language that Elshi does not read."""


class RunError(ElshiError):
    """The run cannot go on."""


class UsageError(RunError):
    """The command line or a setting was wrong."""


class ModelError(RunError):
    """The tagger's model is missing or does not fit this version."""


class StoreError(RunError):
    """The store cannot be opened, read or written."""


class UnknownRecord(StoreError):
    """The store holds nothing under this id."""
