"""What the interface for programs tells: records, reports, documents, people and things."""

from __future__ import annotations

from dataclasses import replace

import pytest

from elshi.search.keeping import keep_index
from elshi.store import Provenance, open_store
from elshi.store.tokens import Role
from tests.doubles import TEXT, make_document, make_engagement

LISTS = (
    "records", "search", "reports", "documents", "people", "posts", "occupancies", "organisations", "countries", "places", "initiatives",
    "statements", "outcomes", "judgements", "corrections",
)  # fmt: skip


@pytest.mark.parametrize("path", LISTS)
def test_every_list_is_a_page(library, path):
    answer = library.get(path)
    assert answer.status_code == 200
    assert {"items", "next"} <= set(answer.json())


@pytest.mark.parametrize("path", ["records", "reports", "documents", "people", "posts", "countries", "statements"])
def test_pages_together_are_the_whole_list_once(library, path):
    whole, found, cursor = library.get(path).json()["items"], [], ""
    while cursor is not None:
        page = library.get(f"{path}?limit=1" + (f"&cursor={cursor}" if cursor else "")).json()
        found += page["items"]
        cursor = page["next"]
    assert found == whole
    assert len(whole) > 1


def test_a_cursor_is_good_for_its_own_question_only(library):
    cursor = library.get("documents?limit=1").json()["next"]
    assert library.get(f"documents?limit=2&cursor={cursor}").status_code == 200
    for path in (
        f"reports?cursor={cursor}",
        f"records?cursor={cursor}",
        "documents?cursor=AAAA",
        "documents?cursor=W10",
        f"documents?cursor={cursor}x",
    ):
        assert library.get(path).status_code == 422, path


def test_a_record_tells_who_took_part_and_its_reports_lead_to_it(library):
    told = library.get("records?since=2026-05-01").json()
    assert told["total"] == 1
    record = told["items"][0]["record"]
    answer = library.get(f"records/{record['reports'][0]}")
    assert answer.headers["content-location"] == f"/api/v1/records/{record['id']}"
    assert answer.json() == told["items"][0]
    people = [library.get(f"people/{identifier}").json()["name"] for identifier in answer.json()["people"]]
    assert people == [part["name"]["value"] for part in record["participants"]]
    (report,) = library.get(f"records/{record['id']}/reports").json()
    assert library.get(f"reports/{report['id']}").json() == report
    (document,) = library.get(f"records/{record['id']}/documents").json()
    assert document["key"] == report["document"]


def test_spans_of_a_document_are_its_words(library):
    key = library.get("documents").json()["items"][0]["key"]
    document = library.get(f"documents/{key}").json()
    said = {claim["field"]: [document["text"][start:end] for start, end in claim["spans"]] for claim in document["claims"]}
    assert document["text"].startswith(TEXT)
    assert said["city"] == ["Oslo"]
    assert said["statement"] == ["said that trade was growing"]


def test_quotes_have_their_place(library):
    said = library.get("statements?speaker=Серикова").json()["items"]
    assert {quote["words"] for quote in said} == {"said that trade was growing"}
    assert library.get("statements?speaker=Zhang").json()["items"] == []
    assert library.get("outcomes?outcome=signed").json()["items"] == []
    assert library.get("outcomes?outcome=agreed").json()["items"][0]["kind"] == "agreed"


def test_people_are_found_in_any_script_and_with_their_posts(library):
    (person,) = library.get("people?name=Айгуль Серикова&represents=KZ").json()["items"]
    assert [held["post"] for held in person["occupancies"]] == ["ambassador@KZ"]
    assert person["occupancies"][0]["titles"] == [{"language": "en", "name": "ambassador"}]
    assert library.get("posts/ambassador@KZ").json()["records"] == 3
    (held,) = library.get(f"occupancies?person={person['id']}&day=2026-04-01").json()["items"]
    assert (held["first"], held["last"]) == ("2026-03-04", "2026-05-01")
    assert library.get(f"occupancies?person={person['id']}&day=2025-04-01").json()["items"] == []


def test_countries_and_places(library):
    assert library.get("countries/kz").json()["names"][0] == {"language": "en", "name": "Kazakhstan"}
    assert library.get("places/place:Oslo@NO").json()["codes"] == ["NO"]
    assert library.get("countries?name=Норвегия").json()["items"][0]["id"] == "country:NO"
    assert library.get("countries/ZZ").status_code == 404


def test_search_counts_facets(library):
    told = library.get("search?q=Осло торговля&facet=country&facet=month").json()
    assert told["total"] == 3
    assert {value["value"]: value["count"] for value in told["facets"]["country"]} == {"KZ": 3, "NO": 3}
    assert library.get("facets?type=meeting").json()["facets"]["month"][0] == {"value": "2026-05", "label": "", "count": 1}


@pytest.mark.parametrize(("language", "words"), [("ru", "кавычки не закрыты"), ("kk;q=0.9, de", None), ("en", None)])
def test_a_query_that_cannot_be_read_is_told_with_its_place(library, language, words):
    answer = library.get('search?q=Осло "незакрытая', headers={"Accept-Language": language})
    assert answer.status_code == 422
    assert (answer.json()["start"], answer.json()["end"]) == (5, 16)
    assert answer.headers["content-language"] == language[:2]
    assert words in (None, answer.json()["detail"])


def test_half_a_character_is_no_reason_to_fail(service):
    with open_store(service.path) as store:
        odd = make_document("odd.txt", TEXT + " \ud83d", title="\udc00")
        store.add(odd, "en", [make_engagement("odd.txt", day="2025-01-01")], Provenance("1", "2", "3"))
        keep_index(store)
    answers = [service.get(f"documents/{document['key']}") for document in service.get("documents").json()["items"]]
    assert [answer.status_code for answer in answers] == [200] * 4
    assert answers[3].json()["text"] == TEXT + " \ufffd"
    assert service.get("search?q=Oslo").json()["total"] == 4


def test_a_new_reading_of_a_document_is_shown(service):
    def topics():
        return [topic["value"] for topic in service.get("records?until=2026-03-31").json()["items"][0]["record"]["topics"]]

    assert topics() == ["trade"]
    identifier = service.get("records?until=2026-03-31").json()["items"][0]["record"]["reports"][0]
    assert service.get(f"records/{identifier}/reports").json()[0]["provenance"]["elshi"] == "1"
    with open_store(service.path) as store:
        document = next(d for d in store.documents() if d.id == "note0.txt")
        read = make_engagement(document.id, day="2026-03-04")
        store.add(document, "en", [replace(read, topics=())], Provenance("2", "steps", "tagger"))
        keep_index(store)
    assert topics() == []
    assert service.get(f"records/{identifier}/reports").json()[0]["provenance"]["elshi"] == "2"


def test_occupancies_of_one_person_part_over_pages(service):
    with open_store(service.path) as store:
        for number, post in enumerate(("Minister", "Deputy Minister", "Speaker of the Parliament")):
            name = f"more{number}.txt"
            read = make_engagement(name, day=f"2026-0{number + 6}-01")
            first, second = read.participants
            told = replace(first, capacity=replace(first.capacity, value=post.lower()))
            store.add(
                make_document(name, TEXT + "!" * number), "en", [replace(read, participants=(told, second))], Provenance("1", "2", "3")
            )
        keep_index(store)
    first, *others = [person["id"] for person in service.get("people?name=Serikova").json()["items"]]
    for other in others:
        service.ask("POST", "judgements", Role.EDITOR, json={"one": first, "other": other, "verdict": "same"})
    whole, found, cursor = service.get("occupancies").json()["items"], [], ""
    assert len({(held["holder"], held["post"]) for held in whole}) == len(whole) == 5
    while cursor is not None:
        page = service.get("occupancies?limit=1" + (f"&cursor={cursor}" if cursor else "")).json()
        found += page["items"]
        cursor = page["next"]
    assert found == whole
    holders = [held["holder"] for held in whole]
    person = max(holders, key=holders.count)
    assert holders.count(person) >= 2
    mine = service.get(f"occupancies?person={person}&limit=1").json()
    rest = service.get(f"occupancies?person={person}&cursor={mine['next']}&limit=1").json()
    assert mine["items"] + rest["items"] == [held for held in whole if held["holder"] == person][:2]


def test_a_change_that_is_not_indexed_yet_is_shown(service):
    from elshi.records import CorrectedField
    from elshi.register.correcting import correct

    record = service.records()[0]
    assert service.get(f"records/{record}").json()["record"]["city"]["value"] == "Oslo"
    with open_store(service.path) as store:
        correct(store, record, CorrectedField.CITY, "Bergen", "dana")
    assert service.get(f"records/{record}").json()["record"]["city"]["value"] == "Bergen"


def test_a_record_as_it_was_known(library):
    record = library.get("records").json()["items"][0]["record"]
    today = library.get(f"records/{record['id']}").json()
    assert library.get(f"records/{record['id']}?known=9000-01-01").json() == today
    assert library.get(f"records/{record['id']}?known=1999-01-01").status_code == 404
    assert library.get(f"records/{record['id']}?known=soon").status_code == 422
    assert library.get("records/abcdef?known=2026-01-01").status_code == 404
