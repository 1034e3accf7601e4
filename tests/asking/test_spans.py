"""Days in words, seen from a day."""

import pytest

from communique.asking.spans import span

TODAY = "2031-05-14"  # a Wednesday


@pytest.mark.parametrize(
    ("written", "days"),
    [
        ("2031-05-03", ("2031-05-03", "2031-05-03")),
        ("2031-05", ("2031-05-01", "2031-05-31")),
        ("2031", ("2031-01-01", "2031-12-31")),
        ("3 May 2031", ("2031-05-03", "2031-05-03")),
        ("May 3, 2031", ("2031-05-03", "2031-05-03")),
        ("February 2032", ("2032-02-01", "2032-02-29")),
        ("May", ("2031-05-01", "2031-05-31")),
        ("november", ("2030-11-01", "2030-11-30")),
        ("next week", ("2031-05-19", "2031-05-25")),
        ("this week", ("2031-05-12", "2031-05-18")),
        ("last month", ("2031-04-01", "2031-04-30")),
        ("next year", ("2032-01-01", "2032-12-31")),
        ("tomorrow", ("2031-05-15", "2031-05-15")),
        ("last 10 days", ("2031-05-04", "2031-05-14")),
        ("2031-05-01..2031-06", ("2031-05-01", "2031-06-30")),
        ("..2031-05-01", ("", "2031-05-01")),
        ("March..", ("2031-03-01", "")),
    ],
)
def test_words_mean_days(written: str, days: tuple[str, str]) -> None:
    assert span(written, TODAY) == days


@pytest.mark.parametrize("written", ["", "Geneva", "..", "2031-02-30", "03/04/2031", "the border", "soon"])
def test_other_words_mean_none(written: str) -> None:
    assert span(written, TODAY) is None


def test_without_a_day_to_look_from_only_whole_dates_mean_days() -> None:
    assert span("next week", "") is None
    assert span("May", "") is None
    assert span("May 2031", "") == ("2031-05-01", "2031-05-31")
