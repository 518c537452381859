"""From documents to engagements: the table of steps, the local runner, and the evaluation against gold."""

from elshi.pipeline.evaluation import evaluate, f1_figures, read_gold
from elshi.pipeline.local import LocalRunner, Resources
from elshi.pipeline.opening import open_runner, provenance_of, read_paths
from elshi.pipeline.steps import STEPS, Dossier, Step

__all__ = [
    "STEPS",
    "Dossier",
    "LocalRunner",
    "Resources",
    "Step",
    "evaluate",
    "f1_figures",
    "open_runner",
    "provenance_of",
    "read_gold",
    "read_paths",
]
