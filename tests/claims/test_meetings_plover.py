"""Meetings in PLOVER's terms."""

import pytest

from communique.claims.meetings.plover import event, mode


@pytest.mark.parametrize(
    ("status", "expected"),
    [("held", "CONSULT"), ("scheduled", "AGREE"), ("proposed", "REQUEST"), ("refused", "REJECT"), ("postponed", "")],
)
def test_the_status_gives_the_event(status: str, expected: str) -> None:
    assert event(status) == expected


def test_a_call_is_a_consultation_by_phone() -> None:
    assert mode("held", "call", ["PER", "ECU"], "") == "phone"


def test_talks_of_three_are_multilateral() -> None:
    assert mode("held", "talks", ["PER", "ECU", "BRA"], "Brazil") == "multilateral"


def test_talks_in_a_third_state_are_at_a_third_party() -> None:
    assert mode("held", "talks", ["PER", "ECU"], "Brazil") == "third-party"


def test_talks_at_the_capital_of_a_side_are_a_visit() -> None:
    assert mode("held", "talks", ["PER", "ECU"], "Quito") == "visit"


def test_a_refused_meeting_has_the_mode_meet() -> None:
    assert mode("refused", "talks", ["PER", "ECU"], "") == "meet"
