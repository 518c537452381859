"""Sketches of texts: small, and enough to see how much two texts share. A reprint shows in them without comparing words."""

from __future__ import annotations

import re
import zlib
from functools import lru_cache

__all__ = ["overlap", "sketch"]

SIZE = 48  # hashes kept: the share of two texts comes out to about ±0.07
SHINGLE = 3  # words in a shingle
WORD = re.compile(r"\w+")


@lru_cache(maxsize=256)
def sketch(text: str) -> tuple[int, ...]:
    """The least hashes of the text's shingles (runs of three words), in order; fewer where it is short."""
    words = WORD.findall(text.casefold())
    runs = {" ".join(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1))}
    return tuple(sorted({zlib.crc32(run.encode("utf-8", "surrogatepass")) for run in runs})[:SIZE])


def overlap(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """How much of the shorter text the longer one has, 0..1, estimated; 0 where either sketch is empty.

    Hashes above the greatest that both sketches can see say nothing and are left out.
    """
    if not one or not other:
        return 0.0
    seen = min(one[-1] if len(one) >= SIZE else 1 << 32, other[-1] if len(other) >= SIZE else 1 << 32)
    ours, theirs = ({h for h in hashes if h <= seen} for hashes in (one, other))
    return len(ours & theirs) / min(len(ours), len(theirs)) if ours and theirs else 0.0
