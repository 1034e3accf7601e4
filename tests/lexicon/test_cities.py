"""Places of talks and the states they lie in."""

import pytest

from communique.lexicon.cities import cities, is_town, state_of_place
from communique.lexicon.countries import countries


@pytest.mark.parametrize(
    ("place", "state"),
    [
        ("Geneva", "CHE"),
        ("Gyeongju,", "KOR"),
        ("MEXICO CITY", "MEX"),
        ("Qatar", "QAT"),
        ("the Hague", "NLD"),
        ("Doha", "QAT"),
        ("Port Said", "EGY"),
        ("Cape Town", "ZAF"),
    ],
)
def test_a_place_lies_in_its_state(place: str, state: str) -> None:
    assert state_of_place(place) == state


@pytest.mark.parametrize("place", ["Skerry Harbour", "the White House", "Swiss", ""])
def test_what_is_no_known_place_lies_nowhere(place: str) -> None:
    assert state_of_place(place) == ""


def test_a_town_is_told_from_a_state() -> None:
    assert is_town("Geneva")
    assert is_town("Paris")
    assert not is_town("Switzerland")


def test_every_town_has_a_state_of_the_list() -> None:
    assert set(cities().values()) <= set(countries())
    assert len(cities()) > 2000
