"""Failures in the user's language."""

from __future__ import annotations

from elshi import failures
from elshi.cli.messages import translate

__all__ = ["translate_failure"]


def translate_failure(message: str) -> str:
    """The message in the user's language, or as it is where no catalogue knows it."""
    return failures.translate_failure(message, translate)
