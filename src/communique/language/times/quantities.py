"""Numerals and amounts of time: "two and a half years", "more than 40 days", "a couple of weeks"."""

from collections.abc import Sequence
from dataclasses import dataclass

from communique.language.times.grammar import Found
from communique.language.times.scan import Piece

AMOUNT = (
    "(?P<rough>ROUGHLY)? (?:(?P<low>NUMERAL) (?:TO|OR|HYPHEN|DASH))? "
    "(?P<count>NUMERAL|AN HUNDREDS (?:AND NUMWORD)?|HALF AN|AN HALF|AN|AN? FEW OF?) "
    "(?P<half>HYPHEN? AND HYPHEN? AN HYPHEN? HALF|FRACTION)? (?:MORE|APPROX|EXTRA)? HYPHEN? (?P<unit>ANYUNIT) "
    "(?P<also>AND AN HALF)?"
)
"""An amount with its unit, as a pattern of `grammar`."""

_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_CLOCKED = frozenset(("H", "TM", "S"))
_ISO = {"TM": "M", "Q": "M", "F": "W", "E": "Y", "C": "Y", "L": "Y"}
_TIMES = {"Q": 3, "F": 2, "E": 10, "C": 100, "L": 1000}
_HALVES = {"Y": ("Y", 6, "M"), "H": ("H", 30, "M"), "D": ("DT", 12, "H"), "TM": ("M", 30, "S")}


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of units: `count` is None where the text gives none ("several"); `length` is ISO 8601 or `PXY`.

    `low` is the length at the lower end of "two to three weeks"; `more` and `less` say that the number is a bound.
    """

    count: float | None
    length: str
    low: str = ""
    more: bool = False
    less: bool = False


def numeral(pieces: Sequence[Piece]) -> float | None:
    """The number that digits or words spell: "1,200", "twenty-four", "two hundred and five"."""
    total = current = 0.0
    seen = False
    for piece in pieces:
        if piece.kind not in ("NUMBER", "DAYNUM", "NUMWORD", "HUNDREDS"):
            continue
        seen, value = True, float(piece.value)
        if piece.kind == "HUNDREDS":
            current = max(current, 1.0) * value
            if value >= 1000:
                total, current = total + current, 0.0
        else:
            current += value
    return total + current if seen else None


def read(found: Found) -> Amount | None:
    """The amount of a match of `AMOUNT`."""
    unit = found.value("unit")
    few = next((p for p in found.pieces("count") if p.kind == "FEW"), None)
    if few is not None and few.word.lower() != "couple":
        return Amount(None, vague(unit))
    count = 2.0 if few is not None else _count(found)
    if count is None or count > 9999:
        return None
    rough = [p.kind for p in found.pieces("rough")]
    low = numeral(found.pieces("low")) if found.has("low") else None
    return Amount(
        count,
        iso(count, unit),
        iso(low, unit) if low is not None else "",
        more=bool({"MORE", "OVER"} & set(rough)) and "NO" not in rough,
        less=bool({"LESS"} & set(rough)) and "NO" not in rough,
    )


def _count(found: Found) -> float | None:
    pieces = found.pieces("count")
    if any(p.kind == "HALF" for p in pieces):
        return 0.5
    count = numeral(pieces)
    if count is None:
        count = 1.0
    half = found.pieces("half")
    if half or found.has("also"):
        count += _fraction(half[0]) if half and half[0].kind == "FRACTION" else 0.5
    return count


def _fraction(piece: Piece) -> float:
    if piece.word in _FRACTIONS:
        return _FRACTIONS[piece.word]
    over, _, under = piece.word.partition("/")
    return int(over) / int(under)


def iso(count: float, unit: str) -> str:
    """`count` units as an ISO 8601 duration; a decade is ten years, a quarter three months."""
    count *= _TIMES.get(unit, 1)
    letter = _ISO.get(unit, unit)
    lead = "PT" if unit in _CLOCKED else "P"
    if count % 1 == 0.5 and unit in _HALVES:
        first, rest, last = _HALVES[unit]
        return f"{lead}{int(count)}{first}{rest}{last}" if count > 1 else f"{'PT' if last == 'H' else lead}{rest}{last}"
    return f"{lead}{int(count) if count % 1 == 0 else round(count, 2)}{letter}"


def vague(unit: str) -> str:
    """TIMEX3's length without a number: `PXY`."""
    return f"{'PT' if unit in _CLOCKED else 'P'}X{'M' if unit == 'TM' else unit}"
