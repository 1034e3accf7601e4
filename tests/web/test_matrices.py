"""The position matrix has room for some parties, and says which others it leaves out."""

from collections.abc import Callable

from desk_record import Page
from starlette.testclient import TestClient

from communique.testing import a_claim, a_report
from communique.web.matrices import MOST_PARTIES

PARTIES = "Ardenia Borduria Cordovia Danubia Elbonia Freedonia Graustark Hyrkania Illyria Jotunland NOR".split()


def stands(client_of: Callable[..., TestClient], parties: list[str]) -> TestClient:
    """Each party stands for a truce, and the first of them for a corridor too."""
    report = a_report(*(f"{party} wants a truce and a corridor." for party in parties), published="2031-05-06")
    claims = [
        a_claim(report, "positions", party=party, issue=issue, stance="demands")
        for party, issue in [(party, "a truce") for party in parties] + [(parties[0], "a corridor")]
    ]
    return client_of([(report, claims)])


def test_a_matrix_names_the_parties_it_has_no_room_for_with_their_positions(
    client_of: Callable[..., TestClient],
) -> None:
    client = stands(client_of, PARTIES)
    page = Page(client.get("/matrix?issue=t").text)
    text = " ".join(page.text.split())
    assert (
        f"8 positions, of the {MOST_PARTIES} parties with most of them. 3 of 3 other parties have no room here" in text
    )
    assert "Norway (1)" in text
    assert "/matrix?issue=t&party=NOR" in page.links


def test_a_party_that_is_left_out_can_be_chosen(client_of: Callable[..., TestClient]) -> None:
    client = stands(client_of, PARTIES)
    (link,) = [link for link in Page(client.get("/matrix").text).links if "party=Jotunland" in link]
    html = client.get(link).text
    assert "Jotunland" in html.partition("<tbody>")[0].rpartition("<thead>")[2]
    assert "no room here" not in html


def test_a_matrix_that_holds_all_counts_all(client_of: Callable[..., TestClient]) -> None:
    text = Page(stands(client_of, PARTIES[:MOST_PARTIES]).get("/matrix").text).text
    assert "9 positions." in text
    assert "no room here" not in text
