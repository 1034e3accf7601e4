from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model.edtf import (
    Bounds,
    bounds,
    candidates,
    compare,
    compatible,
    is_duration,
    is_valid,
    one_of,
    widened,
)


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2016-03-04", date(2016, 3, 4), date(2016, 3, 4)),
        ("2016-03-04T14:00", date(2016, 3, 4), date(2016, 3, 4)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2016", date(2016, 1, 1), date(2016, 12, 31)),
        ("197X", date(1970, 1, 1), date(1979, 12, 31)),
        ("18XX", date(1800, 1, 1), date(1899, 12, 31)),
        ("2016-23", date(2016, 9, 1), date(2016, 11, 30)),
        ("2016-24", date(2016, 12, 1), date(2017, 2, 28)),
        ("2016-34", date(2016, 4, 1), date(2016, 6, 30)),
        ("2016-05-XX", date(2016, 5, 1), date(2016, 5, 31)),
        ("2016-XX", date(2016, 1, 1), date(2016, 12, 31)),
        ("2016-03-15~", date(2016, 3, 15), date(2016, 3, 15)),
        ("2000/2006", date(2000, 1, 1), date(2006, 12, 31)),
        ("../2013", None, date(2013, 12, 31)),
        ("2013-05-01/..", date(2013, 5, 1), None),
        ("2013-05/", date(2013, 5, 1), None),
        ("[2025-03-10,2025-03-17]", date(2025, 3, 10), date(2025, 3, 10)),
    ],
)
def test_a_value_covers_the_days_it_names(value: str, first: date | None, last: date | None) -> None:
    assert bounds(value) == Bounds(first, last)


@pytest.mark.parametrize(
    "value", ["", "soon", "P3D", "2016-13", "2016-02-30", "../..", "2016-05/2016-04", "[]", "1-02-03"]
)
def test_what_is_no_value_is_refused(value: str) -> None:
    assert not is_valid(value)
    with pytest.raises(ValueError, match="EDTF"):
        bounds(value)


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("2016-03-04", "2016-03-04", "equal"),
        ("2016-03-04", "2016-03", "within"),
        ("2016", "2016-03", "contains"),
        ("2016-03-01/2016-03-10", "2016-03-05/2016-03-20", "overlaps"),
        ("2016-03-04", "2016-03-05", "before"),
        ("2016-04", "2016-03", "after"),
        ("../2013", "2014", "before"),
        ("2014/..", "2013-12-31", "after"),
        ("[2025-03-10,2025-03-17]", "2025-03-17", "equal"),
        ("[2025-03-10,2025-03-17]", "2025-03-18", "before"),
    ],
)
def test_two_values_stand_in_one_relation(one: str, other: str, relation: str) -> None:
    assert compare(one, other) == relation


def test_a_set_of_readings_is_compatible_when_one_of_them_is() -> None:
    assert compatible("[2025-03-10,2025-03-17]", "2025-03-17")
    assert not compatible("2025-03-10", "2025-03-17")


def test_a_single_reading_needs_no_set() -> None:
    assert one_of(("2016", "2016")) == "2016"
    assert one_of(("2016", "2017")) == "[2016,2017]"
    assert candidates("[2016,2017]") == ("2016", "2017")


def test_an_approximate_month_reaches_a_week_further() -> None:
    assert widened("2016-02~") == Bounds(date(2016, 1, 25), date(2016, 3, 7))
    assert widened("2016-02-05", 2) == Bounds(date(2016, 2, 3), date(2016, 2, 7))


def test_a_length_of_time_is_no_place_on_the_calendar() -> None:
    assert is_duration("P2Y6M")
    assert is_duration("PT48H")
    assert not is_duration("P")
    assert not is_valid("P2Y")


days = st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31))


@given(days, days)
def test_relations_mirror_each_other(one: date, other: date) -> None:
    mirrored = {"before": "after", "after": "before", "equal": "equal"}
    assert compare(other.isoformat(), one.isoformat()) == mirrored[compare(one.isoformat(), other.isoformat())]


@given(days)
def test_a_day_lies_within_its_month_and_year(day: date) -> None:
    assert bounds(day.isoformat()[:7]).covers(bounds(day.isoformat()))
    assert bounds(day.isoformat()[:4]).covers(bounds(day.isoformat()[:7]))
