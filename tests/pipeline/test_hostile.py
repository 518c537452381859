"""Any bytes give a result or a clear failure, in reasonable time, and the other documents are read."""

from __future__ import annotations

import json
import random
import time

import pytest

from elshi.errors import DocumentError
from elshi.pipeline import read_paths
from tests.doubles import WordTagger

GOOD = "Astana. 5 March 2026. The Ambassador of Norway, Kari Moen, met the Minister of Trade of Kazakhstan, Aidar Bekov, in Astana."


def write_hostile(folder):
    """Documents that go wrong in different ways, and a good one last."""
    noise = random.Random(7)
    contents = {
        "a-empty.txt": b"",
        "b-huge.txt": b"word " * 10_000_000,
        "c-noise.txt": noise.randbytes(20_000),
        "d-report.txt": b"%PDF-1.7\n" + noise.randbytes(5_000),
        "e-deep.html": b"<html><body>" + b"<div>" * 100_000 + b"<p>met the ambassador</p>",
        "f-surrogate.json": json.dumps({"text": f"\ud800 {GOOD} \udfff"}).encode(),
        "g-broken.json": b'{"text": "The',
        "h-lists.json": b"[" * 100_000,
        "i-zeros.txt": bytes(10_000),
        "j-one-word.txt": "встреча".encode() * 5_000,
        "k-commas.txt": ("the minister, " * 500).encode(),
        "l-quotes.txt": ("«" * 5_000 + GOOD).encode(),
        "z-good.txt": GOOD.encode(),
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return sorted(contents)


def test_the_good_document_survives_the_others(real_runner, settings, tmp_path):
    names = write_hostile(tmp_path)
    begun = time.process_time()
    items = list(real_runner.run(read_paths([str(tmp_path)], settings)))
    assert time.process_time() - begun < 120
    assert len(items) == len(names)
    for name, item in zip(names, items, strict=True):
        if isinstance(item, DocumentError):
            assert name in item.document
            assert item.reason
            assert "internal error" not in item.reason, item
    assert [e.type.value for e in items[-1].engagements] == ["meeting"]
    surrogate = items[names.index("f-surrogate.json")]
    assert surrogate.document.text.count("\ud800") == 1


@pytest.mark.parametrize("separator", ["\n", " "])
def test_two_hundred_pages_in_linear_time(settings, tmp_path, examples, real_runner, separator):
    from dataclasses import replace

    from elshi.pipeline.local import LocalRunner

    untagged = LocalRunner(replace(real_runner._resources, tagger=WordTagger()))
    text = separator.join((examples / "ru-digest.txt").read_text(encoding="utf-8").split("\n")[4:])

    def cost(copies):
        path = tmp_path / f"{copies}.txt"
        path.write_text(separator.join([text] * copies), encoding="utf-8")
        begun = time.process_time()
        (item,) = untagged.run(read_paths([str(path)], settings))
        assert not isinstance(item, DocumentError), item
        return time.process_time() - begun

    cost(2)
    small, large = cost(20), cost(160)
    assert large < 8 * 4 * small + 1, f"{small:.2f} s for 20, {large:.2f} s for 160"


@pytest.mark.parametrize("seed", range(5))
def test_spoiled_texts_give_results_without_internal_errors(real_runner, settings, tmp_path, examples, seed):
    noise = random.Random(seed)
    for path in sorted(examples.glob("*.txt")):
        text = list(path.read_text(encoding="utf-8"))
        for _ in range(40):
            at = noise.randrange(len(text))
            text[at] = noise.choice(["", " ", "\n", "«", '"', ",", ".", "\u00ad", "\u0301", "Ж", "7", "(", "–", text[at] * 3])
        (tmp_path / path.name).write_text("".join(text), encoding="utf-8")
    items = list(real_runner.run(read_paths([str(tmp_path)], settings)))
    assert [i for i in items if isinstance(i, DocumentError) and "internal error" in i.reason] == []
    for item in items:
        if not isinstance(item, DocumentError):
            size = len(item.document.text)
            assert all(s.end <= size for e in item.engagements for s in e.evidence)
