"""Which model pack is used: an explicit one, the newest of the user's, else the one inside the package."""

from __future__ import annotations

import re
from pathlib import Path

from elshi.errors import ModelError
from elshi.tagging.base import Tagger
from elshi.tagging.bundle import CARD, Pack, read_pack

__all__ = ["find_pack", "load_tagger"]

PACKAGED = Path(__file__).parent / "model"


def find_pack(models: Path, packaged: Path = PACKAGED) -> Pack:
    """The pack to use. `models` is a pack itself, or a folder of packs of which the newest that is whole counts; with none there,
    the packaged one. Raises ModelError that names what is wrong with each."""
    if (models / CARD).is_file():
        return read_pack(models)
    found, faults = _readable(models)
    if found:
        return max(found, key=lambda p: (_order(p.version), p.name))
    if (packaged / CARD).is_file():
        return read_pack(packaged)
    told = "".join(f"; {fault}" for fault in faults)
    raise ModelError(f"no model pack in {models} nor in the package: set ELSHI_MODELS to a folder that has one{told}")


def load_tagger(models: Path) -> Tagger:
    """The tagger with the pack that `find_pack` gives; raises ModelError if there is none or it does not load."""
    bundle = find_pack(models)
    from elshi.tagging.onnx_tagger import OnnxTagger  # the runtime is heavy: only who tags loads it

    return OnnxTagger(bundle)


def _readable(models: Path) -> tuple[list[Pack], list[str]]:
    found: list[Pack] = []
    faults: list[str] = []
    for card in sorted(models.glob(f"*/{CARD}")):
        try:
            found.append(read_pack(card.parent))
        except ModelError as error:
            faults.append(str(error))
    return found, faults


def _order(version: str) -> tuple[int, ...]:
    return tuple(int(n) for n in re.findall(r"\d+", version))
