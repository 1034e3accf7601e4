"""References that stand at no one place: "now", "recently", "the future". TIMEX3 has values for them, EDTF has none."""

from communique.language.times.context import Context
from communique.language.times.grammar import Found, Rule
from communique.language.times.sense import Sense


def vague(found: Found, context: Context) -> Sense | None:
    """A word for the present, the past or the future."""
    if found.has("word"):
        return _reference(found.value("word"))
    return _reference("FUTURE_REF" if found.has("future") else "PAST_REF")


def now(found: Found, context: Context) -> Sense | None:
    """Read "now", but not "now that"."""
    return _reference("PRESENT_REF")


def _reference(value: str) -> Sense:
    return Sense("DATE", "at no one place on the calendar", vague=value, anchor=False)


RULES = (
    Rule("vague", "MORE? (?P<word>VAGUE)", vague),
    Rule("vague", "NOW", now),
    Rule("vague", "THE (?P<future>FUTURE)", vague),
    Rule("vague", "(?<=IN)THE (?P<past>PAST)", vague),
)
