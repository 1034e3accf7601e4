"""Clock times: "2 p.m.", "14:00 GMT", "noon". They are placed by the date that stands beside them."""

from dataclasses import replace

from communique.language.times.context import Context
from communique.language.times.grammar import Found, Rule
from communique.language.times.sense import Sense, Stretch, day

_ZONE = "(?:OPEN? (?P<zone>LOCAL TIME|ZONE) TIME? CLOSE?)?"


def clock(found: Found, context: Context) -> Sense | None:
    """A time of day by itself; its stretch is the day of publication until a date beside it says otherwise."""
    before = found.piece(-1)
    if found.has("noon") and before is not None and before.word.lower() == "high":
        return None
    hours, minutes = _reading(found)
    if hours is None or hours > 24 or minutes > 59:
        return None
    half = found.value("half")
    if half and not 1 <= hours <= 12:
        return None
    hours = hours % 12 + (12 if half == "pm" else 0) if half else hours
    zone = (
        f", {found.scan.text[found.pieces('zone')[0].start : found.pieces('zone')[-1].end]}"
        if found.has("zone")
        else ""
    )
    at = replace(day(context.published), clock=f"{hours:02}:{minutes:02}")
    return Sense("TIME", f"by the clock{zone}", (at,), vague="clock", anchor=False)


def _reading(found: Found) -> tuple[int | None, int]:
    if found.has("noon"):
        return int(found.value("noon")[:2]), 0
    word = found.pieces("hour")[0]
    if word.kind == "CLOCK":
        hours, _, minutes = word.word.replace(".", ":").partition(":")
        return (int(hours), int(minutes[:2])) if minutes else (int(hours[:2]), int(hours[2:]))
    return (int(word.value), 0) if word.value.isdigit() else (None, 0)


def joined(date: Sense, time: Sense) -> Sense | None:
    """A date and the time of day beside it."""
    if not date.stretches or date.stretches[0].grain != "day" or date.stretches[0].clock:
        return None
    at = time.stretches[0].clock
    days: tuple[Stretch, ...] = tuple(replace(d, clock=at, part="") for d in date.stretches if d.grain == "day")
    return replace(date, type="TIME", stretches=days, why=f"{date.why}; {time.why}")


RULES = (
    Rule("clock", f"(?:APPROX)? (?P<hour>CLOCK) (?P<half>AMPM)? {_ZONE}", clock),
    Rule("clock", f"(?:APPROX)? (?P<hour>DAYNUM|NUMWORD) (?P<half>AMPM) {_ZONE}", clock),
    Rule("clock", f"(?:APPROX)? (?P<hour>DAYNUM|NUMWORD) OCLOCK (?:IN THE DAYPART)? {_ZONE}", clock),
    Rule("clock", f"(?P<noon>NOON) {_ZONE}", clock),
)
