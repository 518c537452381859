"""People and things of an index: counted, ranked, found by names, with their posts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from elshi.records import EntityKind, Participant, ParticipantKind, Place, Sourced, Verdict
from elshi.register.judging import judge
from elshi.search.directory import FACET_OF, Directory
from elshi.search.keeping import keep_index
from elshi.search.memory import IndexMemory
from elshi.search.rosters import PERSON, Listing, Ranking
from elshi.store import Provenance, open_store
from tests.doubles import at, make_document, make_engagement, make_person, proof

MET = (
    ("en", "2026-01-10", "Tehran", "IR", (("Arman Issetov", "Foreign Minister", "KZ"), ("Hassan Karimi", "Trade Minister", "IR"))),
    ("ru", "2026-02-11", "Geneva", "CH", (("Арман Исетов", "Министр иностранных дел", "KZ"), ("Элени Василиу", "Посол", "GR"))),
    ("en", "2026-03-12", "Geneva", "CH", (("Eleni Vasiliou", "Ambassador", "GR"), ("John Carter", "Ambassador", "US"))),
    ("kk", None, "Astana", "KZ", (("Арман Исетов", "Сыртқы істер министрі", "KZ"), ("Джон Картер", "Елші", "US"))),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with open_store(tmp_path_factory.mktemp("directory") / "elshi.db") as opened:
        for number, (language, day, city, country, people) in enumerate(MET):
            add(opened, number, language, day, city, country, people)
        keep_index(opened)
        yield opened


def add(store, number, language, day, city, country, people):
    words = " ".join(f"{capacity} {name}." for name, capacity, _ in people)
    text = f"{city}: {words} OSCE Committee {number}"
    plain = replace(make_engagement(f"{number}.txt", day=day), participants=(), topics=(), statements=(), outcomes=())
    met = proof("met")
    body = Participant(ParticipantKind.ORGANIZATION, Sourced("OSCE Committee", met), at("met"), None, (Sourced("OSCE", met),))
    told = [
        replace(
            make_person("Lars Vik", "Minister", code), name=Sourced(name, met), mention=at(name, text), capacity=Sourced(post.lower(), met)
        )
        for name, post, code in people
    ]
    place = Place(country=Sourced(country, proof("Oslo")), city=Sourced(city, proof("Oslo")))
    initiatives = (Sourced("C5+1", proof("met")),) if number < 2 else ()
    engagement = replace(plain, participants=(*told, body), place=place, initiatives=initiatives)
    store.add(make_document(f"{number}.txt", text), language, [engagement], Provenance("1", "2", "3"))


def page(store, kind, after=None, limit=100, **asked):
    listing = Listing(FACET_OF[kind], **asked)
    return [known for _, known in Directory(IndexMemory()).page(store, listing, after, limit)]


def names(store, kind, **asked):
    return [known.entity.name for known in page(store, kind, **asked)]


def test_those_told_of_most_come_first_or_those_told_of_last(store):
    people = page(store, EntityKind.PERSON)
    assert (people[0].records, len(people)) == (3, 4)
    assert {language for language, _ in people[0].entity.names} == {"en", "ru", "kk"}
    assert [known.records for known in people] == [3, 2, 2, 1]
    assert page(store, EntityKind.PERSON, ranking=Ranking.LATEST)[0].last == "2026-03-12"


@pytest.mark.parametrize(
    ("name", "found"),
    [("Issetov", 3), ("исет", 3), ("Arman Isetov", 3), ("rman Iss", 3), ("carter", 2), ("картер", 2), ("Nobody", 0), ("\n", 0), ("%", 0)],
)
def test_people_are_found_by_names_in_any_script_and_by_parts(store, name, found):
    assert sum(known.records for known in page(store, EntityKind.PERSON, name=name)) == found


def test_people_by_whom_they_act_for_and_their_posts(store):
    assert [known.entity.codes for known in page(store, EntityKind.PERSON, code="GR")] == [("GR",)]
    assert page(store, EntityKind.PERSON, code="FR") == []
    (minister,) = page(store, EntityKind.PERSON, post="minister/foreign@KZ")
    (held,) = minister.occupancies
    assert (held.first, held.last, held.records) == ("2026-01-10", "2026-02-11", 3)
    assert page(store, EntityKind.PERSON, name="Vasiliou", day=date(2025, 1, 1)) == []
    assert len(page(store, EntityKind.PERSON, name="Vasiliou", day=date(2026, 3, 1))) == 1


def test_two_posts_told_together_are_found_each_by_its_own(tmp_path):
    told = (
        ("en", "2026-01-10", "Deputy Prime Minister; Foreign Minister", "Arman Issetov"),
        ("ru", "2026-02-11", "Министр иностранных дел", "Арман Исетов"),
        ("kk", "2026-03-12", "Премьер-министрдің орынбасары; Сыртқы істер министрі", "Арман Исетов"),
    )
    with open_store(tmp_path / "elshi.db") as opened:
        for number, (language, day, post, name) in enumerate(told):
            add(opened, number, language, day, "Geneva", "CH", ((name, post, "KZ"),))
        keep_index(opened)
        ids = [known.entity.id for known in page(opened, EntityKind.POST)]
        (minister,) = page(opened, EntityKind.PERSON, post="minister/foreign@KZ")
        (deputy,) = page(opened, EntityKind.PERSON, post="deputy-head-of-government@KZ")
    assert ids == ["minister/foreign@KZ", "deputy-head-of-government@KZ"]
    assert minister == deputy
    assert {(held.post, held.records) for held in minister.occupancies} == {(ids[0], 3), (ids[1], 2)}
    assert {language for language, _ in minister.occupancies[0].titles} == {"en", "ru", "kk"}


def test_things_with_names_and_codes(store):
    (post, *_) = page(store, EntityKind.POST, code="KZ")
    assert (post.entity.id, post.records, len(post.entity.names)) == ("minister/foreign@KZ", 3, 3)
    assert names(store, EntityKind.POST, name="иностранных") == [post.entity.name]
    assert names(store, EntityKind.PLACE)[0] == "Geneva"
    assert names(store, EntityKind.PLACE, name="Женева") == names(store, EntityKind.PLACE, code="CH") == ["Geneva"]
    assert names(store, EntityKind.COUNTRY, name="Иран") == ["Iran"]
    assert names(store, EntityKind.COUNTRY, name="gre") == ["Greece"]
    assert "OSCE" in names(store, EntityKind.ORGANISATION, name="ОБСЕ")
    assert sum(known.records for known in page(store, EntityKind.ORGANISATION, name="committee")) == 4
    assert [known.records for known in page(store, EntityKind.INITIATIVE)] == [2]


@pytest.mark.parametrize("kind", FACET_OF)
@pytest.mark.parametrize("ranking", Ranking)
def test_pages_follow_each_other(store, kind, ranking):
    directory, listing, after, found = Directory(IndexMemory()), Listing(FACET_OF[kind], ranking=ranking), None, []
    while part := directory.page(store, listing, after, 1):
        found += [known for _, known in part]
        after = part[-1][0]
    assert found == page(store, kind, ranking=ranking)
    assert len({known.entity.id for known in found}) == len(found) > 0


def test_an_id_leads_to_the_same_as_the_list(store):
    directory = Directory(IndexMemory())
    for kind in FACET_OF:
        for known in page(store, kind):
            assert directory.find(store, kind, known.entity.id) == known
        assert directory.find(store, kind, "nothing") is None


def test_what_is_judged_read_anew_or_gone_is_listed_as_it_is(tmp_path):
    with open_store(tmp_path / "elshi.db") as store:
        for number, (language, day, city, country, people) in enumerate(MET):
            add(store, number, language, day, city, country, people)
        keep_index(store)
        directory, listing = Directory(IndexMemory()), Listing(PERSON)
        before = [known for _, known in directory.page(store, listing, None, 10)]
        judge(store, before[1].entity.id, before[3].entity.id, Verdict.SAME, "tester")
        keep_index(store)
        judged = [known for _, known in directory.page(store, listing, None, 10)]
        assert [known.records for known in judged] == [3, 3, 2]
        document = next(iter(store.documents()))
        store.add(document, "en", [], Provenance("2", "2", "3"))
        keep_index(store)
        after = [known for _, known in directory.page(store, Listing(FACET_OF[EntityKind.PLACE]), None, 10)]
        assert {known.entity.name for known in after} == {"Geneva", "Astana"}
