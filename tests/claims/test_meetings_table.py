"""Which mention of a meeting speaks for it, in sentences of our own about peace processes of the past."""

from collections.abc import Callable
from dataclasses import replace

from communique.claims.meetings.encounters import encounters
from communique.claims.meetings.ranking import Scene, shipped
from communique.claims.meetings.settings import agreed
from communique.claims.meetings.table import Table, lead, likeliest, told
from communique.model.page import Page

Annotate = Callable[..., Page]


def test_a_mention_that_hardly_tells_of_the_meeting_does_not_speak_for_it(annotate: Annotate) -> None:
    page = annotate(
        "Officials of Peru met officials of Ecuador. "
        "Peru offered to negotiate with Ecuador on the border in Brasilia on Friday.",
        published="1995-11-10",
    )
    met, offered = encounters(Scene(page), shipped())
    assert told(offered) > told(met)
    meeting = [replace(met, telling=0.8), replace(offered, telling=0.1)]
    assert lead(meeting) == meeting[0]
    assert likeliest(meeting) == meeting[0]


def test_a_weekday_takes_the_week_that_the_status_needs(annotate: Annotate) -> None:
    page = annotate(
        "Talks on a revised border between Peru and Ecuador on Tuesday.",
        published="1995-11-10",
    )
    scene, models = Scene(page), shipped()
    meeting = list(encounters(scene, models))
    (tuesday,) = page.reading.times
    when = ("1995-11-07", tuesday.span)
    assert tuesday.candidates == ("1995-11-07", "1995-11-14")
    assert agreed(Table(scene, [meeting]), meeting, "held", when, models.when) == ("held", when)
    assert agreed(Table(scene, [meeting]), meeting, "scheduled", when, models.when) == (
        "scheduled",
        ("1995-11-14", tuesday.span),
    )
