"""What is trained on."""

from __future__ import annotations

import json

from elshi.records import Label
from training.prepare import plain_texts
from training.targets import HEADS, head_width, targets


def test_of_a_plain_text_only_its_words_are_known(tmp_path):
    document = {"text": "The envoy met Asel Nurlan in Tallinn.", "lang": "en", "engagements": [{"type": "meeting"}]}
    (tmp_path / "one.json").write_text(json.dumps(document), encoding="utf-8")
    (example,) = plain_texts([tmp_path])
    assert (example.text, example.language, example.spans) == (document["text"], "en", ())
    assert example.unknown == frozenset(Label)
    rows = targets(example, [(4, 9), (14, 18)]).rows
    assert all(len(rows[head]) == 2 and all(w > 0 for row in rows[head] for w in row) for head in HEADS)
    assert {len(row) for row in rows["outer"]} == {head_width("outer")}


def test_plain_texts_come_in_the_order_of_their_names(tmp_path):
    for name in ("b", "a"):
        (tmp_path / f"{name}.json").write_text(json.dumps({"text": name, "lang": "en"}), encoding="utf-8")
    assert [e.text for e in plain_texts([tmp_path])] == ["a", "b"]
