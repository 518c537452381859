"""What a query finds, in whichever language it is put."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from elshi.search.facets import COUNTED
from elshi.search.finding import Finder, Found, Order, Search
from elshi.search.indexing import Indexer
from elshi.search.query_language import FILTERS, QueryFault
from tests.search.made_entries import ENTRIES, make
from tests.search.remembered_index import RememberedIndex

PIECES = (
    "Иран",
    '"',
    "'; DROP TABLE search_row; --",
    "country:",
    "GR",
    "-",
    "OR",
    "(",
    ")",
    "*",
    "a*",
    "said:",
    "$where",
    "{}",
    "%",
    "\\",
    "\ud800",
    "\0",
    "»",
    "²",
)


@pytest.fixture(scope="module", autouse=True)
def _entries(index):
    filled(index)


def filled(made):
    indexer = Indexer(made)
    indexer.replace(ENTRIES[:2])
    indexer.replace(ENTRIES[2:])
    return made


def find(index, query, **asked):
    found = Finder().find(index, Search(query, **asked))
    assert isinstance(found, Found), found
    assert found.total == len(found.hits) or asked.get("limit")
    return [hit.record for hit in found.hits]


@pytest.mark.parametrize(
    ("query", "records"),
    [
        ("", ["en1", "kk1", "ru1", "en2", "ru2"]),
        ("торговля", ["kk1", "ru1"]),
        ("trade", ["kk1", "ru1"]),
        ("сауда", ["kk1", "ru1"]),
        ("Иран торговля", ["kk1", "ru1"]),
        ("iran", ["kk1", "ru1"]),
        ("Ирану", ["kk1", "ru1"]),
        ("казахстан", ["en1", "kk1", "ru1"]),
        ("казакстан", ["en1", "kk1", "ru1"]),
        ("foreign minister", ["en1", "kk1", "ru1"]),
        ("министр иностранных дел", ["en1", "kk1", "ru1"]),
        ("сыртқы істер министрі Греция", ["en1"]),
        ("Женева энергетика", ["en1"]),
        ("женева", ["en1"]),
        ("issetov", ["en1", "kk1", "ru1"]),
        ("Исетовым", ["en1", "kk1", "ru1"]),
        ("семенов", ["ru2"]),
        ("corridor", ["en1", "en2"]),
        ('"middle corridor"', ["en1"]),
        ('said:"Middle Corridor"', ["en1"]),
        ('said:"Средний коридор"', ["ru1"]),
        ("said:memorandum", []),
        ("outcome:memorandum", ["en1"]),
        ("due:2026-05-20", ["en1"]),
        ("due:2026-05", ["en1"]),
        ("срок:2026", ["en1"]),
        ("due:2026-06", []),
        ("memorand*", ["en1"]),
        ("initiative:C6", ["en1"]),
        ("country:GR", ["en1"]),
        ("country:Греция", ["en1"]),
        ("страна:иран -тип:переговоры", []),
        ("country:IR -source:gov.kz", ["ru1"]),
        ('person:"Arman Issetov"', ["en1", "kk1", "ru1"]),
        ("person:Rohani", ["kk1", "ru1"]),
        ("topic:energy OR topic:culture", ["en1", "en2"]),
        ("(geneva OR almaty) visit", ["en2"]),
        ("since:2026-03-02", ["en1", "kk1"]),
        ("since:2026-03 until:2026-03", ["kk1", "ru1"]),
        ("until:2025", ["en2"]),
        ("place:Алматы", ["en2"]),
        ("org:OSCE", ["en2"]),
        ("type:signing", []),
        ("-corridor -Иран", ["ru2"]),
        ("lang:kk", ["kk1"]),
        ("status:held issetov", ["en1", "kk1", "ru1"]),
        ("the", ["en1", "en2"]),
        ("zzzz", []),
    ],
)
def test_a_query_finds(index, query, records):
    assert find(index, query) == records


def test_filters_restrict_like_words_of_the_query(index):
    assert find(index, "corridor", filters=(("country", "US"),)) == find(index, "corridor country:US") == ["en2"]
    assert find(index, "", filters=(("person", "Arman Issetov"), ("since", "2026-03-02"))) == ["en1", "kk1"]


def test_facets_count_what_was_found(index):
    found = Finder().find(index, Search("issetov", facets=("country", "type", "month", "person", "topic", "language"), values=3))
    counted = {name: [(c.value, c.count) for c in counts] for name, counts in found.facets.items()}
    assert counted["country"] == [("KZ", 3), ("IR", 2), ("GR", 1)]
    assert counted["type"] == [("talks", 2), ("meeting", 1)]
    assert counted["month"] == [("2026-04", 1), ("2026-03", 2)]
    assert counted["language"] == [("en", 1), ("kk", 1), ("ru", 1)]
    assert {c.label for c in found.facets["person"]} <= {"Арман Исетов", "Arman Issetov", "Хасан Рохани", "Хасан Рухани", "Eleni Vasiliou"}


def test_pages_follow_each_other_in_either_order(index):
    for order in Order:
        whole, pages, after = find(index, "", order=order), [], None
        while True:
            found = Finder().find(index, Search("", order=order, limit=2, after=after))
            if not found.hits:
                break
            pages += [hit.record for hit in found.hits]
            after = found.hits[-1].place
        assert pages == whole


def test_the_earliest_come_first_on_request_and_undated_ones_last(index):
    assert find(index, "", order=Order.EARLIEST) == ["en2", "ru1", "kk1", "en1", "ru2"]


def test_the_best_comes_first_on_request(index):
    assert find(index, "corridor", order=Order.BEST)[0] == "en1"
    assert find(index, "energy OR corridor", order=Order.BEST)[0] == "en1"


@pytest.mark.parametrize(
    ("query", "message", "place"),
    [
        ("Иран country:Gresce", "country: nothing is called Gresce; did you mean Greece?", (5, 19)),
        ("type:sining", "type: nothing is called sining; did you mean signing?", (0, 11)),
        ("topic:qqqq", "topic: nothing is called qqqq", (0, 10)),
        ("since:2026-13-01", "2026-13-01 is no day; write 2026-03-01, 2026-03 or 2026", (0, 16)),
        (";", "there is no word in ;", (0, 1)),
    ],
)
def test_a_wrong_value_is_told_with_its_place(index, query, message, place):
    fault = Finder().find(index, Search(query))
    assert isinstance(fault, QueryFault)
    assert (fault.message, (fault.start, fault.end)) == (message, place)


def test_a_record_told_anew_is_found_once():
    index, finder = RememberedIndex(), Finder()
    indexer = Indexer(index)
    indexer.replace([make("a", "en", "They discussed wheat.", "2026-01-01", type="talks", topic=[])])
    assert finder.find(index, Search("wheat")).total == 1
    indexer.replace([make("a", "en", "They discussed barley.", "2026-01-02", type="visit", topic=[])])
    assert finder.find(index, Search("wheat")).total == 0
    found = finder.find(index, Search("", facets=("type",)))
    assert (found.total, [(c.value, c.count) for c in found.facets["type"]]) == (1, [("visit", 1)])
    indexer.replace([], gone=["a"])
    assert finder.find(index, Search("barley")).total == 0


def test_an_ordinary_word_is_not_taken_for_a_name():
    index = RememberedIndex()
    told = [make(f"r{number}", "en", "The commission met.", type="talks", topic=[]) for number in range(60)]
    Indexer(index).replace([*told, make("named", "en", "He spoke.", people=[("Ян Комисион", "посол", "RU")], type="talks", topic=[])])
    assert "named" not in find(index, "commission", limit=100)
    assert find(index, "Komision") == ["named"]


@pytest.fixture(scope="module")
def remembered():
    return filled(RememberedIndex())


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    query=st.text(max_size=40) | st.lists(st.sampled_from(PIECES), max_size=6).map(" ".join),
    name=st.sampled_from((*FILTERS, "none")),
    value=st.text(max_size=20),
    order=st.sampled_from(Order),
)
def test_nothing_is_raised_whatever_is_asked(remembered, query, name, value, order):
    for asked in (Search(query, order=order, facets=COUNTED), Search("", ((name, value),), order)):
        found = Finder().find(remembered, asked)
        assert isinstance(found, Found | QueryFault)
        assert isinstance(found, Found) or 0 <= found.start <= found.end <= max(len(asked.query), 0)
