"""Finding names, posts, bodies, places and dates as written: the tagger's interface, the ONNX tagger and its model packs."""

from elshi.tagging.base import Tagger
from elshi.tagging.loading import load_tagger

__all__ = ["Tagger", "load_tagger"]
