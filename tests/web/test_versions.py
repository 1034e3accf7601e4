"""Versions of a report stand side by side, with what was added, what is gone, and entries that lost their words."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from desk_record import Page
from starlette.testclient import TestClient

from communique.testing import a_claim, a_report

URL = "https://courier.example/talks"
FIRST = a_report("Sorn will lead the team.", "Talks open in Oslo.", url=URL, title="Talks")
LATER = replace(
    a_report("Kest will lead the team.", "Talks open in Oslo.", url=URL, title="Talks, corrected"),
    modified="2031-05-03",
)
SAID = a_claim(FIRST, "offices", said="Sorn will lead the team.", person="Sorn", role="head", status="current")


@pytest.fixture
def client(client_of: Callable[..., TestClient]) -> TestClient:
    return client_of([(FIRST, [SAID]), (LATER, [])])


def test_two_versions_stand_side_by_side(client: TestClient) -> None:
    html = client.get(f"/versions/{LATER.id}").text
    assert "<del>Sorn will lead the team.</del>" in html
    assert "<ins>Kest will lead the team.</ins>" in html
    assert html.count("<p>Talks open in Oslo.</p>") == 2
    assert client.get(f"/versions/{FIRST.id}").text.count("<ins>") == html.count("<ins>")


def test_an_entry_whose_words_are_gone_says_since_when(client: TestClient) -> None:
    assert "words gone since 2031-05-03" in client.get(f"/versions/{LATER.id}").text
    (row,) = client.get(f"/versions/{LATER.id}.json").json()["entries"]
    assert row["dropped_by"] == LATER.id


def test_the_report_leads_to_its_versions_and_back(client: TestClient) -> None:
    assert f"/versions/{FIRST.id}" in Page(client.get(f"/report/{FIRST.id}").text).links
    assert f"/report/{FIRST.id}" in Page(client.get(f"/versions/{FIRST.id}").text).links


def test_a_report_of_one_version_says_so(client_of: Callable[..., TestClient]) -> None:
    assert "one version" in client_of([(FIRST, [SAID])]).get(f"/versions/{FIRST.id}").text
    assert client_of([(FIRST, [SAID])]).get("/versions/none").status_code == 404
