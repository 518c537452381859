import struct

import numpy as np
import pytest

from training.weights import read_encoder


def block(scale, weights):
    """32 weights of -8..7 as 18 bytes: the first half in the low nibbles, the second in the high ones."""
    nibbles = [w + 8 for w in weights]
    return struct.pack("<e", scale) + bytes(nibbles[i] | nibbles[i + 16] << 4 for i in range(16))


def encoder_file(path):
    pieces = ["<s>", "<pad>", "</s>", "<unk>", "▁Вена"]
    blob = "".join(pieces).encode()
    ends = np.cumsum([0, *(len(p.encode()) for p in pieces)]).astype("<u4")
    head = b"E5S1" + struct.pack("<I7if", 1, 32, 1, 1, 4, 2, 1, 1, 1e-12) + struct.pack("<i", 32)
    vocabulary = struct.pack("<5iQ", len(pieces), 0, 2, 1, 3, len(blob)) + ends.tobytes()
    vocabulary += np.array([0, 0, 0, 0, -4.5], dtype="<f4").tobytes() + blob + struct.pack("<iI", 1, 9) + bytes(9)
    words = block(0.5, [i % 16 - 8 for i in range(32)]) + block(2.0, [1] * 32)
    plain = np.array([1.5, -2.5], dtype="<f4").tobytes()
    names = [("emb.word", 1, 64, words), ("emb.ln.b", 0, 2, plain)]
    at = len(head) + len(vocabulary) + 4 + sum(2 + len(n) + 21 for n, *_ in names)
    directory, content = struct.pack("<i", len(names)), b""
    for name, kind, count, data in names:
        directory += struct.pack("<H", len(name)) + name.encode() + struct.pack("<BIQQ", kind, count, at + len(content), len(data))
        content += data
    path.write_bytes(head + vocabulary + directory + content)
    return path


def test_pieces_embeddings_and_tensors_are_read(tmp_path):
    encoder = read_encoder(encoder_file(tmp_path / "small.bin"), width=32)
    assert encoder.pieces[4] == ("▁Вена", -4.5)
    rows = encoder.words.floats()
    assert rows.shape == (2, 32)
    assert rows[0].tolist() == [0.5 * (i % 16 - 8) for i in range(32)]
    assert rows[1].tolist() == [2.0] * 32
    assert encoder.tensors["emb.ln.b"].tolist() == [1.5, -2.5]


def test_another_file_is_refused(tmp_path):
    (tmp_path / "x.bin").write_bytes(b"something else")
    with pytest.raises(ValueError, match="no encoder file"):
        read_encoder(tmp_path / "x.bin")
