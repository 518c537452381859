from elshi.records import Span
from training.formats import read_brat, read_factrueval, read_iob, read_lines


def test_brat_gives_whole_spans_and_leaves_broken_ones_out(tmp_path):
    (tmp_path / "a.txt").write_text("Айгуль Сарсен, ректор\nв Вене", encoding="utf-8")
    lines = [
        "T1\tPERSON 0 13\tАйгуль Сарсен",
        "T2\tCITY 24 28\tВене",
        "T3\tPROFESSION 0 6;15 21\tАйгуль ректор",
        "R1\tWORKS Arg1:T1 Arg2:T2",
    ]
    (tmp_path / "a.ann").write_text("\n".join(lines), encoding="utf-8")
    text, spans = read_brat(tmp_path / "a.ann")
    assert [(text[s:e], kind) for s, e, kind in spans] == [("Айгуль Сарсен", "PERSON"), ("Вене", "CITY")]


def iob(*lines):
    return [(text, [(text[s:e], kind) for s, e, kind in spans]) for text, spans in read_iob(lines)]


def test_two_neighbours_of_one_kind_are_two_spans():
    read = iob("Вена B-GPE", "Грац B-GPE", "қаласы I-GPE", ". O", "", "", "Ия O")
    assert read == [("Вена Грац қаласы .", [("Вена", "GPE"), ("Грац қаласы", "GPE")]), ("Ия", [])]


def test_iob_one_begins_a_span_with_inside():
    read = iob("-DOCSTART- O", "", "Anna I-PER", "Berg I-PER", "of O", "Graz I-LOC", "Opera I-ORG")
    assert read[1] == ("Anna Berg of Graz Opera", [("Anna Berg", "PER"), ("Graz", "LOC"), ("Opera", "ORG")])


def test_factrueval_joins_the_names_of_an_object_and_skips_descriptions(tmp_path):
    (tmp_path / "b.txt").write_text("газета «Степь» и Лев Орлов, река", encoding="utf-8")
    spans = [
        "1 org_descr 0 6 1 1 # 1",
        "2 org_name 8 5 2 1 # 2",
        "3 name 17 3 3 1 # 3",
        "4 surname 21 5 4 1 # 4",
        "5 loc_descr 28 4 5 1 # 5",
    ]
    (tmp_path / "b.spans").write_text("\n".join(spans), encoding="utf-8")
    objects = ["9 Org 1 2 # газета Степь", "10 Person 3 4 # Лев Орлов", "11 Location 5 # река"]
    (tmp_path / "b.objects").write_text("\n".join(objects), encoding="utf-8")
    text, found = read_factrueval(tmp_path / "b.objects")
    assert [(text[s:e], kind) for s, e, kind in found] == [("Степь", "Org"), ("Лев Орлов", "Person")]


def test_own_lines_are_read_as_they_are_written():
    line = '{"text": "Нұр Астанада", "lang": "kk", "spans": [[0, 3, "PERSON"], [4, 12, "CITY"]]}'
    assert list(read_lines([line, "\n"])) == [("Нұр Астанада", "kk", [(Span(0, 3), "PERSON"), (Span(4, 12), "CITY")])]
