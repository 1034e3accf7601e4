"""An address that there is not is answered like any other: with the way back, for programs with problem details."""

from pathlib import Path

import pytest
from desk_record import BASE, Page, settings_of
from starlette.testclient import TestClient

from communique.web.app import application


@pytest.mark.parametrize("address", ["/foo", "/timeline/", "/entry/", "/foo%00"])
def test_an_unknown_address_is_a_page_with_the_way_back(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    page = Page(answer.text)
    assert "There is no page at this address." in page.text
    assert {"/", "/timeline"} <= set(page.links)


def test_the_address_of_a_form_says_that_it_takes_forms(client: TestClient) -> None:
    answer = client.get("/review/some/entry")
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")
    page = Page(answer.text)
    assert "takes what a form sends" in page.text
    assert "/timeline" in page.links


@pytest.mark.parametrize(("method", "asked", "status"), [("GET", "nonsense", 404), ("POST", "timeline", 405)])
def test_programs_are_told_in_problem_details(client: TestClient, method: str, asked: str, status: int) -> None:
    answer = client.request(method, f"/api/v1/{asked}")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == status


def test_an_unknown_address_needs_no_record(tmp_path: Path) -> None:
    with TestClient(application(settings_of(tmp_path / "none.db")), base_url=BASE) as gone:
        assert "There is no page at this address." in gone.get("/foo").text
