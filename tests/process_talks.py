"""Meetings for tests of processes: who met whom on which day of a year."""

from datetime import date

from communique.views.processes import Process, Talk, processes

START = date(2031, 1, 1).toordinal()


def met(day: int, sides: str, *, through: str = "", dated: bool = True) -> Talk:
    """A meeting on a day, counted from the first of January 2031: `met(9, "A B", through="M")`."""
    when = date.fromordinal(START + day).isoformat() if dated else ""
    own = frozenset(sides.split())
    id = f"{day:04} {sides} {through}"
    return Talk(hash(id), id, START + day, when, "held", own, frozenset(through.split()))


def shown(found: list[Process]) -> dict[str, list[int]]:
    """The days of the meetings of each process by its sides; what stands alone is left out."""
    ordered = sorted((p for p in found if p.is_one), key=lambda p: p.order, reverse=True)
    return {" ".join(p.sides): [t.day - START for t in p.talks] for p in ordered}


def of(*talks: Talk) -> dict[str, list[int]]:
    """The processes of meetings."""
    return shown(processes(talks))
