"""Words are looked for in names, entries and the full text of reports, and every hit is marked."""

import pytest
from desk_record import Page
from starlette.testclient import TestClient

from communique import Record


def test_entries_and_reports_are_found_and_every_hit_is_marked(client: TestClient) -> None:
    html = client.get("/search?words=coast").text
    assert html.count("<mark>Coast</mark>") >= 2
    for kind in ("statements", "positions", "reports"):
        assert f'class="kind {kind}"' in html
    (reports,) = client.get("/search.json?words=banners&kind=reports&size=1").json()["rows"]
    assert "banners" in reports["words"]


def test_a_word_is_found_and_marked_in_any_of_its_forms(client: TestClient) -> None:
    html = client.get("/search?words=reject").text
    assert "<mark>rejected</mark>" in html


def test_a_facet_narrows_what_was_found(client: TestClient) -> None:
    html = client.get("/search?words=coast&kind=positions").text
    assert 'class="kind positions"' in html
    assert 'class="kind statements"' not in html
    links = [link for link in Page(html).links if link.startswith("/search?") and "outlet=" in link]
    assert links
    for link in links:
        assert client.get(link).status_code == 200


def test_a_report_that_was_found_shows_every_hit_in_its_text(client: TestClient) -> None:
    (link,) = {x for x in Page(client.get("/search?words=banners&kind=reports").text).links if x.startswith("/report/")}
    html = client.get(link).text
    assert "<mark>banners</mark>" in html
    assert "1 hit for" in html
    assert "<mark>" not in client.get(link.partition("?")[0]).text


def test_a_phrase_is_marked_as_one(client: TestClient) -> None:
    assert "<mark>Salt Coast</mark>" in client.get('/search?words="salt coast"').text


def test_a_name_leads_to_its_page(client: TestClient, record: Record) -> None:
    (person,) = record.at().names(name="Sorn")
    assert f"/name/{person.id}" in Page(client.get("/search?words=Sorn").text).links


def test_words_in_vain_and_no_words_at_all_are_said_to_be_so(client: TestClient) -> None:
    assert "Nothing in the record has these words" in client.get("/search?words=zeppelin").text
    assert "no word to look for" in client.get("/search?words=%3F%3F").text
    assert "too many to look for" in client.get("/search?words=" + "a+" * 1000).text


@pytest.mark.parametrize("form", ["json", "csv", "md"])
def test_a_search_has_twins_by_pages(client: TestClient, form: str) -> None:
    answer = client.get(f"/search.{form}?words=coast&size=1")
    assert answer.status_code == 200
    assert answer.headers["link"] == f'</search.{form}?words=coast&page=2&size=1>; rel="next"'
    assert f'href="/search.{form}?words=coast"' in client.get("/search?words=coast").text


def test_the_same_for_programs_with_its_facets(client: TestClient) -> None:
    body = client.get("/api/v1/search?words=coast&size=1").json()
    assert body["count"] == sum(facet["count"] for facet in body["kinds"])
    assert client.get(body["next"]).json()["rows"] != body["rows"]
    assert client.get("/api/v1/search?words=coast&colour=red").status_code == 400
