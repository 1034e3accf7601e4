"""Meetings on a map without borders, and the same in a list."""

from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from communique.model.place import PlaceRow
from communique.web.maps import mapped

PLACES = st.builds(
    lambda lat, lon, meetings: PlaceRow("id", "A town", "", lat, lon, meetings, 0, "", ""),
    st.floats(-89, 89), st.floats(-180, 180), st.integers(1, 10_000),
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(PLACES, max_size=12))
def test_every_place_stands_inside_the_map(rows: list[PlaceRow]) -> None:
    drawing = mapped(rows)
    if drawing is None:
        assert not rows
        return
    assert [spot.number for spot in drawing.spots] == list(range(1, len(rows) + 1))
    assert all(0 <= s.x <= drawing.width and 0 <= s.y <= drawing.height for s in drawing.spots)
    assert all(0 <= x <= drawing.width for x, _ in drawing.verticals)
    assert all(0 <= y <= drawing.height for y, _ in drawing.horizontals)


def test_places_on_both_sides_of_the_date_line_lie_side_by_side() -> None:
    def at(lon: float) -> PlaceRow:
        return PlaceRow("id", "A town", "", -15.0, lon, 1, 1, "", "")

    drawing = mapped([at(178.4), at(-171.8)])
    assert drawing
    assert drawing.spots[0].x < drawing.spots[1].x
    assert len(drawing.verticals) < 12


def test_a_place_without_a_point_is_in_the_list_only() -> None:
    nowhere = PlaceRow("id", "the border", "", None, None, 1, 1, "", "")
    assert mapped([nowhere]) is None


def test_the_page_has_points_and_a_list_with_the_same_numbers(client: TestClient) -> None:
    rows = client.get("/places.json").json()["rows"]
    assert {"Oslo", "Muscat"} <= {row["name"] for row in rows}
    oslo = next(row for row in rows if row["name"] == "Oslo")
    assert (oslo["country"], oslo["lat"], oslo["lon"]) == ("NOR", 59.91, 10.75)
    html = client.get("/places").text
    assert html.count("<circle") == sum(row["lat"] is not None for row in rows)
    assert "59.91° N 10.75° E" in html


def test_days_leave_the_meetings_of_these_days(client: TestClient) -> None:
    early = {row["name"] for row in client.get("/places.json?until=2031-05-10").json()["rows"]}
    late = {row["name"] for row in client.get("/places.json?since=2031-05-20").json()["rows"]}
    assert early == {"Oslo"}
    assert late == {"Muscat"}


def test_a_postponed_meeting_counts_but_not_as_held(client: TestClient) -> None:
    (muscat,) = client.get("/places.json?known_by=2031-05-15&since=2031-05-11").json()["rows"]
    assert (muscat["meetings"], muscat["held"]) == (1, 0)
