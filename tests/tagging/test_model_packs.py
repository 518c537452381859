import json

import pytest

from elshi.errors import ModelError
from elshi.tagging.bundle import checksum, read_pack
from elshi.tagging.loading import find_pack, load_tagger


def make(folder, version="1.0", **changes):
    folder.mkdir(parents=True)
    (folder / "model.onnx").write_bytes(b"network " + version.encode())
    (folder / "tokenizer.json").write_text("{}", encoding="utf-8")
    files = {name: checksum(folder / name) for name in ("model.onnx", "tokenizer.json")}
    heads = [{"output": "outer", "labels": ["PERSON", "CITY"]}]
    card = {"format": 1, "name": "small", "version": version, "longest": 128, "heads": heads, "files": files}
    (folder / "pack.json").write_text(json.dumps(card | changes), encoding="utf-8")
    return folder


def test_the_newest_of_the_users_packs_counts(tmp_path):
    for version in ("1.9", "1.10", "0.99"):
        make(tmp_path / "models" / f"v{version}", version)
    assert find_pack(tmp_path / "models", tmp_path / "none").version == "1.10"


def test_a_pack_itself_may_be_named(tmp_path):
    assert find_pack(make(tmp_path / "pack", "3.0")).version == "3.0"


def test_the_packaged_one_is_used_where_the_user_has_none(tmp_path):
    packaged = make(tmp_path / "packaged", "2.0")
    assert find_pack(tmp_path / "nowhere", packaged).version == "2.0"


def test_a_broken_pack_is_passed_over(tmp_path):
    make(tmp_path / "models" / "good", "1.0")
    broken = make(tmp_path / "models" / "broken", "9.0")
    (broken / "model.onnx").write_bytes(b"something else")
    assert find_pack(tmp_path / "models").version == "1.0"


def test_no_pack_at_all_says_what_to_do_and_what_is_wrong(tmp_path):
    make(tmp_path / "models" / "old", format=0)
    with pytest.raises(ModelError, match=r"ELSHI_MODELS.*format 0"):
        find_pack(tmp_path / "models", tmp_path / "none")


def test_an_altered_file_is_refused(tmp_path):
    folder = make(tmp_path / "pack")
    (folder / "tokenizer.json").write_text("{ }", encoding="utf-8")
    with pytest.raises(ModelError, match=r"tokenizer\.json"):
        read_pack(folder)


@pytest.mark.parametrize(
    "changes", [{"heads": [{"output": "outer", "labels": ["PLANET"]}]}, {"files": {}}, {"longest": "many"}, {"heads": 3}]
)
def test_a_card_that_makes_no_sense_is_refused(tmp_path, changes):
    with pytest.raises(ModelError, match=r"pack\.json"):
        read_pack(make(tmp_path / "pack", **changes))


def test_a_missing_part_is_named(tmp_path):
    folder = make(tmp_path / "pack")
    (folder / "model.onnx").unlink()
    with pytest.raises(ModelError, match=r"model\.onnx"):
        read_pack(folder)


def test_a_network_that_does_not_load_is_a_model_error(tmp_path):
    with pytest.raises(ModelError, match="cannot be loaded"):
        load_tagger(make(tmp_path / "pack"))
