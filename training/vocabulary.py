"""The part of the pretrained vocabulary that three languages and the world's names in two scripts need."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence

__all__ = ["chosen", "serialised"]

_SCRIPTS = re.compile(r"▁?(?:[\u0400-\u052f]+|[a-zA-ZÀ-ɏ]+|[\d.,:;!?%()«»„“”\"'’/\\—–\-+№&@#*]+)")
FRAME = 4


def serialised(pieces: Sequence[tuple[str, float]]) -> str:
    """A Unigram tokenizer over the pieces as JSON text; the first four are begin, padding, end and unknown. Words come to it already
    split and normalised, so it has no rules of its own."""
    parts = dict.fromkeys(("truncation", "padding", "normalizer", "pre_tokenizer", "post_processor", "decoder"))
    model = {"type": "Unigram", "unk_id": 3, "vocab": [[piece, round(score, 4)] for piece, score in pieces], "byte_fallback": False}
    return json.dumps({"version": "1.0", **parts, "added_tokens": [], "model": model}, ensure_ascii=False, separators=(",", ":"))


def chosen(pieces: Sequence[tuple[str, float]], used: Iterable[int], size: int) -> list[int]:
    """Which pieces to keep, in the old order: the frame, those used (most used first), then the likeliest in Cyrillic and Latin."""
    kept = list(range(FRAME)) + [i for i, _ in Counter(used).most_common() if i >= FRAME]
    known = set(kept)
    likely = sorted(
        (i for i in range(FRAME, len(pieces)) if i not in known and _SCRIPTS.fullmatch(pieces[i][0])), key=lambda i: -pieces[i][1]
    )
    return sorted((kept + likely)[:size])
