"""Hand-written passages with their annotation: the trickiest constructs of the genre, for testing, never for training."""

from __future__ import annotations

from training.grammar import Annotated, parse_markup, read_lines

__all__ = ["read_passages"]


def read_passages(language: str) -> tuple[Annotated, ...]:
    """The passages of `texts/own-test-<language>.txt` ("ru", "kk" or "en"): one a line, ``\\n`` for a line break inside."""
    return tuple(parse_markup(line.replace("\\n", "\n")) for line in read_lines(f"own-test-{language}.txt"))
