"""Where towns lie."""

from communique.lexicon.coordinates import point_of, points
from communique.lexicon.tables import key, parts, rows


def test_every_capital_has_a_point_in_its_state() -> None:
    missing = [
        capital for row in rows("countries") for capital in parts(row["capitals"]) if not point_of(capital, row["code"])
    ]
    assert missing == []


def test_points_are_on_the_globe_and_in_known_states() -> None:
    codes = {row["code"] for row in rows("countries")}
    for name, point in points().items():
        assert -90 <= point.lat <= 90, name
        assert -180 <= point.lon <= 180, name
        assert point.code in codes, name


def test_no_name_stands_twice() -> None:
    names = [key(name) for row in rows("coordinates") for name in parts(row["names"])]
    assert len(names) == len(set(names))


def test_a_state_and_an_unknown_town_have_no_point() -> None:
    assert point_of("Norway") is None
    assert point_of("the border village of Nowhere") is None
    assert point_of("Oslo", "SWE") is None
