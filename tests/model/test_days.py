"""The days that a value spans, as the record stores and compares them."""

import pytest

from communique.model.days import days


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
