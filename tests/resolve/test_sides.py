"""Sides of a meeting, as two reports can be compared by them."""

import pytest

from communique.resolve.sides import ANY, Side, described_group, opposing, shared, side


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("SLV", Side("SLV")),
        ("Salvadoran rebels", Side("SLV", ANY)),
        ("Farabundo Marti National Liberation Front", Side("SLV", "f1")),
        ("United Nations", Side("", "f1")),
        ("Maretia", Side("", "f1")),
    ],
)
def test_a_side_is_a_state_a_group_of_it_or_a_body(name: str, expected: Side) -> None:
    assert side(name, "f1") == expected


def test_a_described_group_counts_for_a_named_one_of_its_state_and_for_no_other() -> None:
    government, rebels, front = Side("SLV"), Side("SLV", ANY), Side("SLV", "f1")
    assert shared({government, rebels}, {government, front}) == 2
    assert shared({Side("COL", "f2")}, {Side("COL", "f3")}) == 0
    assert shared({rebels}, {Side("COL", "f2")}) == 0


def test_a_group_without_a_state_is_described_but_nobody_in_particular() -> None:
    assert described_group("the rebels") == ("", True)
    assert described_group("Free Syrian Army") == ("", False)


def test_the_opposition_beside_one_state_is_of_that_state() -> None:
    assert list(opposing({Side("SYR"), Side("", "un")}, ["opposition"])) == [Side("SYR", ANY)]
    assert list(opposing({Side("SYR"), Side("TUR")}, ["opposition"])) == []
    assert list(opposing({Side("SYR")}, ["Free Syrian Army"])) == []
