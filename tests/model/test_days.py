"""The days that a value spans, as the record stores and compares them."""

import pytest

from communique.model.days import days, shifted


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2025-11-30", "2025-11-30", "2025-11-30"),
        ("2025-11-30T14:00", "2025-11-30", "2025-11-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-12-01/2025-12-07", "2025-12-01", "2025-12-07"),
        ("../2025-11-30", "", "2025-11-30"),
        ("2025-11-28/..", "2025-11-28", ""),
        ("[2025-11-29,2025-11-30]", "2025-11-29", "2025-11-30"),
        ("[2025-11-29/..,2025-11-20]", "2025-11-20", ""),
        ("", "", ""),
        ("P10M", "", ""),
        ("soon", "", ""),
        ("2025-02-30", "", ""),
    ],
)
def test_a_value_spans_its_days_and_what_is_none_spans_none(value: str, first: str, last: str) -> None:
    assert days(value) == (first, last)


def test_days_shift_over_the_ends_of_months_and_years() -> None:
    assert shifted("2028-02-28", 2) == "2028-03-01"
    assert shifted("2031-01-01", -1) == "2030-12-31"


def test_the_calendar_has_a_first_and_a_last_day() -> None:
    assert shifted("0002-01-01", -1000) == "0001-01-01"
    assert shifted("9999-12-31", 1) == "9999-12-31"
