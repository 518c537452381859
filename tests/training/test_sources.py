import pytest

pytest.importorskip("babel")

from elshi.records import Label
from training.countries import is_country, refine
from training.sources import ANYWHERE, generated, is_named, kaznerd, nerel, re3d, wikigold


def read(examples):
    return [(a.span.of(e.text), set(a.labels)) for e in examples for a in e.spans]


def test_a_kazakh_place_is_narrowed_where_its_name_tells(tmp_path):
    file = tmp_path / "kk.txt"
    words = [
        "Австрияға B-GPE",
        "Абай B-GPE",
        "облысы I-GPE",
        "Орал B-GPE",
        "қаласында I-GPE",
        "Мергенев B-GPE",
        "бес B-CARDINAL",
        "жоба B-PROJECT",
    ]
    file.write_text("\n".join(words), encoding="utf-8")
    assert read(kaznerd(file)) == [
        ("Австрияға", {Label.COUNTRY}),
        ("Абай облысы", {Label.REGION}),
        ("Орал қаласында", {Label.CITY}),
        ("Мергенев", {Label.COUNTRY, Label.CITY, Label.REGION}),
        ("жоба", {Label.INITIATIVE}),
    ]


def test_what_wikigold_does_not_annotate_is_unknown(tmp_path):
    file = tmp_path / "en.txt"
    file.write_text("Anna I-PER\nof O\nGraz I-LOC\nOdes I-MISC\nNorway I-LOC\n", encoding="utf-8")
    (example,) = wikigold(file)
    assert read([example]) == [("Anna", {Label.PERSON}), ("Graz", set(ANYWHERE)), ("Odes", set()), ("Norway", {Label.COUNTRY})]
    assert Label.POSITION in example.unknown
    assert Label.PERSON not in example.unknown
    assert not example.nested


def test_pronouns_of_re3d_say_nothing_and_articles_go(tmp_path):
    file = tmp_path / "en.txt"
    words = [
        "he B-Person",
        "met O",
        "Lena B-Person",
        "Holt I-Person",
        "of O",
        "the B-Organisation",
        "Norway I-Organisation",
        "ten B-Quantity",
    ]
    file.write_text("\n".join(w.replace(" ", "\t") for w in words), encoding="utf-8")
    assert read(re3d(file)) == [("he", set()), ("Lena Holt", {Label.PERSON}), ("Norway", {Label.COUNTRY})]


def test_titles_do_not_belong_to_people_when_testing(tmp_path):
    file = tmp_path / "en.txt"
    file.write_text("Prime\tB-Person\nMinister\tI-Person\nHolt\tI-Person\n", encoding="utf-8")
    assert read(re3d(file)) == [("Prime Minister Holt", set())]
    assert read(re3d(file, test=True)) == [("Holt", {Label.PERSON})]


def test_events_without_a_name_are_left_out(tmp_path):
    (tmp_path / "a.txt").write_text("Встреча в Вене, саммит ШОС", encoding="utf-8")
    lines = ["T1\tEVENT 0 7\tВстреча", "T2\tCITY 10 14\tВене", "T3\tEVENT 16 26\tсаммит ШОС", "T4\tAGE 0 1\tВ", "T5\tDISTRICT 10 14\tВене"]
    (tmp_path / "a.ann").write_text("\n".join(lines), encoding="utf-8")
    assert read(nerel(tmp_path)) == [("Вене", {Label.CITY}), ("саммит ШОС", {Label.EVENT}), ("Вене", {Label.REGION})]


@pytest.mark.parametrize(
    ("text", "start", "named"),
    [("Встреча", 0, False), ("идет встреча", 5, False), ("на Олимпиаде", 3, True), ("форум «Достык»", 0, True), ("саммит G20", 0, True)],
)
def test_named_events(text, start, named):
    assert is_named(text, start, len(text)) is named


@pytest.mark.parametrize(
    ("name", "code", "answer"),
    [("the Netherlands", "en", True), ("Vienna", "en", False), ("Чехия", "ru", True), ("Австрияда", "kk", True), ("Алматы", "kk", False)],
)
def test_countries(name, code, answer):
    assert is_country(name, code) is answer


def test_labels_without_a_country_are_not_narrowed():
    assert refine("Norway", "en", frozenset({Label.ORG})) == {Label.ORG}


def test_own_texts_are_nested_and_know_every_label():
    (example,) = generated(['{"text": "Eva", "lang": "en", "spans": [[0, 3, "PERSON"]]}'])
    assert example.nested
    assert example.unknown == frozenset()
