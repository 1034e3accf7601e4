"""Speed of the record: adding, working out and asking, on reports made up by variation. No model is needed.

    python -m benchmarks.record 1000

Prints reports per second for adding, seconds for working out, milliseconds for each view, and the size of the file.
"""

import random
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from communique import Record
from communique.model.claim import Claim
from communique.model.report import Report
from communique.testing import MONDAY, a_claim, a_report

SIDES = ["Veldania", "Maretia", "Ovar", "Lund", "Brenn", "Castoria", "Hesk", "Ilmen", "Norrland", "Sarn"]
GIVEN = ["Ilva", "Darro", "Jonas", "Livia", "Marek", "Rosa", "Pavel", "Helena", "Erik", "Ingrid"]
SURNAMES = ["Sorn", "Kest", "Vell", "Moran", "Sundt", "Quint", "Horn", "Brandt", "Lunde", "Solheim"]
PLACES = ["Oslo", "Muscat", "Geneva", "Doha", "Vienna", "Astana"]
WORDS = [f"w{i}" for i in range(5000)]
STEPS = ["scheduled", "held", "held", "postponed", "cancelled"]


def reports(count: int) -> Iterator[tuple[Report, list[Claim]]]:
    """`count` reports of about 25 entries each, the same on every machine."""
    rng = random.Random(0)
    for number in range(count):
        day = f"20{31 + number // 3600}-{1 + number // 300 % 12:02}-{1 + number // 10 % 28:02}"
        said = [" ".join(rng.choices(WORDS, k=25)) for _ in range(12)]
        report = a_report(*said, outlet=f"Outlet {rng.randrange(40)}", published=day)
        yield report, list(_claims(report, said, rng, day))


def _claims(report: Report, said: list[str], rng: random.Random, day: str) -> Iterator[Claim]:
    people = [f"{rng.choice(GIVEN)} {rng.choice(SURNAMES)}" for _ in range(4)]
    sides = rng.sample(SIDES, 2)
    for number, words in enumerate(said):
        who, side = people[number % 4], sides[number % 2]
        yield a_claim(report, "statements", said=words, speaker=who, content=words[10:], mode="indirect", cue="said")
        if number % 2:
            yield a_claim(report, "positions", said=words, party=side, by=who, issue=words[:30], stance="demands")
        if number % 4 == 0:
            meeting = {"format": "talks", "parties": sides, "place": rng.choice(PLACES), "status": rng.choice(STEPS)}
            yield a_claim(report, "meetings", said=words, when=day, participants=people[:2], **meeting)
            yield a_claim(report, "offices", said=words, person=who, role="envoy", country=side, status="current")
        if number % 6 == 0:
            yield a_claim(
                report, "next_steps", said=words, who=sides, what=words[:40], kind="action", modality="planned"
            )


def timed(what: str, run: Callable[[], object], *, per: int = 0) -> None:
    """Print how long something took, or how many it did a second."""
    start = time.perf_counter()
    run()
    took = time.perf_counter() - start
    print(f"{what:<28}{per / took:>10.1f} a second" if per else f"{what:<28}{took * 1000:>10.0f} ms")


def main(count: int) -> None:
    """Measure a record of `count` reports."""
    made = list(reports(count))
    with TemporaryDirectory() as folder, Record.open(path := Path(folder, "record.db")) as record:
        timed("add, reports", lambda: _add(record, made), per=count)
        timed("work out", record.resolve)
        timed("timeline", record.timeline)
        timed("who on a day", lambda: record.who(on="2031-03-01"))
        timed("said, two words", lambda: record.said("w17 w18"))
        timed("said, all", record.said)
        timed("positions", record.positions)
        timed("next steps", record.next_steps)
        timed("sources", record.sources)
        timed("disputes", record.disputes)
        timed("export", lambda: sum(map(len, record.export())))
        print(f"{'file':<28}{path.stat().st_size / 1e6:>10.1f} MB")


def _add(record: Record, made: list[tuple[Report, list[Claim]]]) -> None:
    for report, claims in made:
        record.keep(report, claims, version="1", recorded=MONDAY)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
