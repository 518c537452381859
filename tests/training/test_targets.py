from elshi.records import Label, Span
from training.examples import Annotated, Example
from training.targets import HEADS, OPEN, head_width, targets

POST, PERSON, COUNTRY, ORG = Label.POSITION, Label.PERSON, Label.COUNTRY, Label.ORG
TEXT = "министр МИД Чехии Ян Новак"
WORDS = [(0, 7), (8, 11), (12, 17), (18, 20), (21, 26)]


def example(*spans, unknown=(), nested=True):
    annotated = tuple(Annotated(Span(s, e), frozenset(labels)) for s, e, labels in spans)
    return Example(TEXT, "ru", annotated, frozenset(unknown), nested)


def allowed(found, head):
    """Per word the tags with weight 1, as "B-PERSON"."""
    names = ["O", *(f"{t}-{label}" for label in HEADS[head] for t in "BI")]
    return [{n for n, w in zip(names, row, strict=True) if w == 1} for row in found.rows[head]]


NESTED = [(0, 17, {POST}), (8, 17, {ORG}), (12, 17, {COUNTRY}), (18, 26, {PERSON})]


def test_each_head_has_its_own_view_of_nested_spans():
    found = targets(example(*NESTED), WORDS)
    assert allowed(found, "outer") == [{"B-POSITION"}, {"I-POSITION"}, {"I-POSITION"}, {"B-PERSON"}, {"I-PERSON"}]
    assert allowed(found, "inner") == [{"O"}, {"O"}, {"B-COUNTRY"}, {"B-PERSON"}, {"I-PERSON"}]
    assert allowed(found, "body") == [{"O"}, {"B-ORG"}, {"I-ORG"}, {"O"}, {"O"}]


def test_an_unclear_label_is_a_set():
    found = targets(example((18, 26, {Label.CITY, Label.REGION}), nested=False), WORDS)
    assert allowed(found, "outer")[3:] == [{"B-CITY", "B-REGION"}, {"I-CITY", "I-REGION"}]


def test_what_a_source_does_not_annotate_stays_possible():
    found = targets(example((12, 17, {COUNTRY}), unknown=[POST], nested=False), WORDS)
    names = ["O", *(f"{t}-{label}" for label in HEADS["outer"] for t in "BI")]
    outside = dict(zip(names, found.rows["outer"][0], strict=True))
    inside = dict(zip(names, found.rows["outer"][2], strict=True))
    assert (outside["O"], outside["B-POSITION"], outside["B-PERSON"]) == (1.0, OPEN, 0.0)
    assert (inside["B-COUNTRY"], inside["I-POSITION"], inside["O"]) == (1.0, OPEN, 0.0)


def test_inside_a_flat_post_nothing_is_known():
    found = targets(example((0, 17, {POST}), nested=False), WORDS)
    assert all(len(tags) == head_width("inner") for tags in allowed(found, "inner")[:3])
    assert allowed(found, "outer")[:3] == [{"B-POSITION"}, {"I-POSITION"}, {"I-POSITION"}]
    assert all(len(tags) == head_width("body") for tags in allowed(found, "body")[:3])


def test_a_span_that_says_nothing_is_not_trained():
    found = targets(example((18, 20, set()), nested=False), WORDS)
    assert all(len(allowed(found, head)[3]) == head_width(head) for head in HEADS)


def test_a_body_or_people_may_be_no_body():
    found = targets(example((8, 11, {ORG, Label.NORP}), nested=False), WORDS)
    assert allowed(found, "body")[1] == {"O", "B-ORG"}


def test_a_span_of_half_a_word_takes_the_word():
    found = targets(example((13, 15, {COUNTRY})), WORDS)
    assert allowed(found, "outer")[2] == {"B-COUNTRY"}
