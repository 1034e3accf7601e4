from datetime import date

import pytest

from communique.model.edtf import Bounds, alternatives


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
    assert alternatives(value)[0] == Bounds(first, last)


@pytest.mark.parametrize(
    "value", ["", "soon", "P3D", "P2Y6M", "2016-13", "2016-02-30", "../..", "2016-05/2016-04", "[]", "1-02-03"]
)
def test_what_is_no_value_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="EDTF"):
        alternatives(value)


def test_a_set_has_every_reading_the_best_first() -> None:
    first, second = date(2016, 12, 31), date(2017, 1, 2)
    assert alternatives("[2016-12-31,2017-01-02]") == (Bounds(first, first), Bounds(second, second))
