"""Drawings, the calendar and the matrix are worked out from rows: every row has its place."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique import Record
from communique.web.drawings import WIDTH, Span, lanes, layers
from communique.web.matrices import matrix
from communique.web.months import month

DAYS = st.dates(date(1, 1, 2), date(9999, 12, 30)).map(date.isoformat)
SPANS = st.builds(
    lambda lane, one, other: Span(lane, "held", "talks", "id", min(one, other), max(one, other)),
    st.sampled_from("abc"), DAYS, DAYS,
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(SPANS, max_size=8))
def test_every_span_is_a_bar_inside_the_drawing(spans: list[Span]) -> None:
    drawing = lanes(spans)
    if drawing is None:
        assert not spans
        return
    assert len(drawing.bars) == len(spans)
    assert all(bar.x >= 0 and bar.x + bar.width <= WIDTH for bar in drawing.bars)
    assert all(0 <= bar.y < drawing.height for bar in drawing.bars)
    assert len(drawing.ticks) <= 16
    assert len({y for _, y in drawing.lanes}) == len({s.lane for s in spans})


def test_copies_stand_to_the_right_of_what_they_copy(record: Record) -> None:
    drawing = layers(record.sources())
    assert drawing
    assert any(kind == "copy" for *_, kind in drawing.edges)
    assert all(x1 < x2 for x1, _, x2, _, _ in drawing.edges)


def test_nothing_linked_draws_nothing() -> None:
    assert layers([]) is None
    assert lanes([]) is None


def test_every_position_stands_in_the_matrix(record: Record) -> None:
    rows = record.positions()
    made = matrix(rows)
    inside = {row.id for _, cells in made.rows for cell in cells for row in cell}
    assert inside == {row.id for row in rows}


def test_steps_stand_on_their_days(record: Record) -> None:
    steps = record.next_steps(every=True)
    made = month("2031-05", steps)
    placed = {s.id for week in made.weeks for day in week for s in day.steps} | {s.id for s in made.others}
    assert placed == {s.id for s in steps if s.when}
    assert (made.before, made.after) == ("2031-04", "2031-06")
    assert month("2031-12", []).after == "2032-01"
    with pytest.raises(ValueError, match="month"):
        month("2031-13", [])
