from hypothesis import given
from hypothesis import strategies as st

from elshi.records import Label, Mention, Span
from elshi.tagging.nesting import nest

MENTIONS = st.lists(
    st.builds(
        lambda start, size, label, score: Mention(Span(start, start + size), label, score),
        st.integers(0, 12),
        st.integers(1, 8),
        st.sampled_from(list(Label)),
        st.sampled_from([0.2, 0.5, 0.9]),
    ),
    max_size=12,
)


def at(start, end, label, score=0.9):
    return Mention(Span(start, end), label, score)


def test_a_country_and_a_body_inside_a_post_stay():
    found = [at(0, 30, Label.POSITION), at(9, 30, Label.ORG), at(22, 30, Label.COUNTRY)]
    assert nest(reversed(found)) == tuple(found)


def test_a_post_inside_a_post_goes():
    assert nest([at(0, 7, Label.POSITION, 0.99), at(0, 30, Label.POSITION)]) == (at(0, 30, Label.POSITION),)


def test_a_body_inside_a_body_stays_unless_it_is_a_variant():
    whole, part, variant = at(0, 30, Label.ORG), at(10, 30, Label.ORG), at(4, 30, Label.ORG)
    assert nest([whole, part]) == (whole, part)
    assert nest([whole, variant]) == (whole,)


def test_a_variant_goes_though_a_longer_whole_is_there():
    whole, body, variant = at(0, 40, Label.ORG), at(6, 30, Label.ORG), at(8, 30, Label.ORG)
    assert nest([whole, body, variant]) == (whole, body)


def test_of_two_that_cross_the_surer_stays():
    assert nest([at(0, 10, Label.PERSON, 0.4), at(5, 15, Label.ORG, 0.8)]) == (at(5, 15, Label.ORG, 0.8),)


def test_of_two_labels_on_the_same_characters_the_surer_stays():
    assert nest([at(0, 6, Label.COUNTRY, 0.4), at(0, 6, Label.CITY, 0.8)]) == (at(0, 6, Label.CITY, 0.8),)


@given(MENTIONS)
def test_nothing_crosses_and_the_order_is_by_start_then_length(mentions):
    found = nest(mentions)
    assert list(found) == sorted(found, key=lambda m: (m.span.start, -m.span.end))
    for one in found:
        for other in found:
            crossing = one.span.overlaps(other.span) and not one.span.contains(other.span) and not other.span.contains(one.span)
            assert not crossing
            assert one is other or one.span != other.span


@given(MENTIONS, st.randoms())
def test_the_order_of_the_heads_does_not_matter(mentions, random):
    shuffled = list(mentions)
    random.shuffle(shuffled)
    assert nest(shuffled) == nest(mentions)
