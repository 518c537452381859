"""Clusters depend on what is known, never on the order in which it came."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from elshi.records.judgement import Judgement, Subject, Verdict
from elshi.resolution.clusters import Link, cluster, cluster_id, components
from elshi.resolution.judgements import last_standing, standing, take_back, verdict_of

START = datetime(2026, 5, 4, 9, tzinfo=UTC)
IDS = [f"r{n}" for n in range(7)]
some_links = st.lists(
    st.builds(Link.between, st.sampled_from(IDS), st.sampled_from(IDS), st.sampled_from([0.0, 0.1, 0.4, 0.6, 0.8, 0.9, 1.0])).filter(
        lambda k: k.one != k.other
    ),
    max_size=14,
    unique_by=lambda k: (k.one, k.other),
)
some_judgements = st.lists(
    st.builds(
        lambda pair, verdict, minute: say(*pair, verdict=verdict, minute=minute),
        st.lists(st.sampled_from(IDS), min_size=2, max_size=2, unique=True),
        st.sampled_from(Verdict),
        st.integers(0, 9),
    ),
    max_size=6,
)


def say(one: str, other: str, verdict: Verdict = Verdict.SAME, minute: int = 0, who: str = "dana") -> Judgement:
    return Judgement(Subject.ENGAGEMENT, one, other, verdict, who, START + timedelta(minutes=minute))


def test_links_join_and_weak_ones_do_not():
    found = cluster("abcd", [Link("a", "b", 0.9), Link("c", "d", 0.3)], 0.5)
    assert found == [("a", "b"), ("c",), ("d",)]
    assert cluster_id(found[0]) == "a"


def test_the_machine_never_joins_over_what_it_finds_unlike():
    links = [Link("a", "b", 0.9), Link("b", "c", 0.7), Link("a", "c", 0.1)]
    assert cluster("abc", links, 0.5) == [("a", "b"), ("c",)]


def test_what_is_certain_joins_over_what_is_merely_unlike():
    links = [Link("a", "b", 1.0), Link("b", "c", 0.9), Link("a", "c", 0.1)]
    assert cluster("abc", links, 0.5) == [("a", "b"), ("c",)]
    assert cluster("abc", [*links[:1], Link("b", "c", 1.0), links[2]], 0.5) == [("a", "b", "c")]
    assert cluster("abc", [*links[:1], Link("b", "c", 1.0), Link("a", "c", 0.0)], 0.5) == [("a", "b"), ("c",)]


def test_a_persons_word_counts_more_than_the_machines():
    links = [Link("a", "b", 0.99), Link("b", "c", 0.1)]
    judged = standing([say("a", "b", Verdict.DIFFERENT), say("b", "c")])
    assert cluster("abc", links, 0.5, judged) == [("a",), ("b", "c")]


def test_the_latest_word_on_a_pair_counts():
    said = [say("a", "b", Verdict.SAME, 1), say("b", "a", Verdict.DIFFERENT, 2)]
    assert verdict_of(standing(said), "b", "a") is Verdict.DIFFERENT
    assert verdict_of(standing(said, Subject.ENTITY), "b", "a") is None


def test_an_undo_can_itself_be_undone():
    first = say("a", "b")
    undo = take_back(first, "dana", START + timedelta(hours=1))
    redo = take_back(undo, "dana", START + timedelta(hours=2))
    assert not standing([first, undo])
    assert last_standing([first, undo]) is None
    assert standing([first, undo, redo]) == standing([first])


def test_components_follow_neighbours_as_far_as_they_lead():
    ways = {"a": "b", "b": "ac", "c": "b", "d": ""}
    assert components("ad", lambda node: ways[node]) == [frozenset("abc"), frozenset("d")]


@given(some_links, some_judgements, st.data())
def test_any_order_gives_the_same_clusters(links, judgements, data):
    expected = cluster(IDS, links, 0.5, standing(judgements))
    nodes, mixed, said = (data.draw(st.permutations(things)) for things in (IDS, links, judgements))
    assert cluster(nodes, mixed, 0.5, standing(said)) == expected
    assert sorted(i for group in expected for i in group) == IDS


@given(some_links, some_judgements)
def test_each_component_can_be_clustered_alone(links, judgements):
    judged = standing(judgements)
    joining = [(k.one, k.other) for k in links if k.score >= 0.5] + [p for p, j in judged.items() if j.verdict is Verdict.SAME]
    parts = components(IDS, lambda node: [a if b == node else b for a, b in joining if node in (a, b)])
    alone = [group for part in parts for group in cluster(part, [k for k in links if {k.one, k.other} <= part], 0.5, judged)]
    assert sorted(alone) == cluster(IDS, links, 0.5, judged)


@given(some_links, some_judgements, st.data())
def test_undoing_gives_back_exactly_what_was(links, judgements, data):
    before = standing(judgements)
    later = data.draw(
        st.lists(st.builds(say, st.just("r0"), st.sampled_from(IDS[1:]), st.sampled_from(Verdict), st.integers(20, 40)), max_size=5)
    )
    undone = [take_back(j, "dana", START + timedelta(hours=3)) for j in set(later)]
    after = standing([*undone, *judgements, *later])
    assert after == before
    assert cluster(IDS, links, 0.5, after) == cluster(IDS, links, 0.5, before)


@given(some_links, some_judgements)
def test_people_who_are_said_to_differ_are_never_together(links, judgements):
    judged = standing(judgements)
    groups = cluster(IDS, links, 0.5, judged)
    for pair, judgement in judged.items():
        if judgement.verdict is Verdict.DIFFERENT:
            assert not any(set(pair) <= set(group) for group in groups)
