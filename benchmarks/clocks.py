"""Questions with three clocks, answered by the record and by brute force: what differs.

    python -m benchmarks.clocks 2000

The record holds three processes made from the example corpus by variation, recorded on several days in a random order,
some of it read twice, with corrections and judgements in between. Questions are random: any view, about any party, with
any of `as_of`, `known_by` and `recorded_by`.
"""

import random
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.oracle import Oracle, Question, questions
from benchmarks.variation import process
from communique import Record
from communique.errors import QueryError
from communique.model.judgement import Correction, Judgement

SEED = 5


def filled(path: Path, rng: random.Random, processes: int = 3) -> Record:
    """The record that is asked, and its moments."""
    record = Record.open(path)
    kept = [made for number in range(processes) for made in process(number)]
    rng.shuffle(kept)
    for number, (report, claims) in enumerate(kept):
        moment = _moment(number // 4)
        record.keep(report, [c for c in claims if rng.random() < 0.95], version="1", recorded=moment)
        if number % 5 == 4:
            again, found = kept[rng.randrange(number)]
            record.keep(again, found, version="2", recorded=moment)
        if number % 3 == 2:
            claim = rng.choice([c for _, found in kept[:number] for c in found])
            record.correct(Correction(claim.id, "reject", "desk", "misread", moment))
        if number % 10 == 9:
            _judge(record, rng, moment)
        if number % 7 == 6:
            _regroup(record, rng, moment)
    return record


def _judge(record: Record, rng: random.Random, moment: str) -> None:
    people = [e for e in record.at().entities() if e.kind == "person"]
    left, right = (rng.choice(e.members) for e in rng.sample(people, 2))
    verdict = rng.choice(("same", "different"))
    record.judge(Judgement(left, right, verdict, "desk", "asked them", recorded=moment), recorded=moment)


def _regroup(record: Record, rng: random.Random, moment: str) -> None:
    """Rename, split or join processes of talks, where there are any."""
    signed, ids = record.signed("desk", recorded=moment), [row.id for row in record.processes()]
    if len(ids) > 1 and rng.random() < 0.5:
        signed.join_processes(*rng.sample(ids, 2))
    elif ids:
        page = record.process(rng.choice(ids))
        if len(page.meetings) > 1:
            signed.split_process(page.process.id, rng.choice(page.meetings).id)
        signed.rename_process(page.process.id, f"Talks of {moment}")


def _moment(number: int) -> str:
    return f"2040-01-{1 + number:02}T08:00:00Z"


def asked(rng: random.Random, oracle: Oracle) -> tuple[Question, dict[str, str]]:
    """A random question, with the day and the moment that it is asked of."""
    published = sorted({r.published[:10] for r in oracle.view("").reports()})
    recorded = sorted({h.recorded for h in oracle.view("").headers()})
    clocks = {
        "known_by": rng.choice(published) if rng.random() < 0.6 else "",
        "recorded_by": rng.choice(recorded) if rng.random() < 0.6 else "",
    }
    return questions(rng, oracle), clocks


@dataclass(slots=True)
class Tally:
    """What came of the questions: those answered otherwise than by brute force, and how many rows they had."""

    different: list[tuple[Question, dict[str, str]]] = field(default_factory=list)
    rows: int = 0
    empty: int = 0


def compared(record: Record, oracle: Oracle, rng: random.Random, count: int) -> Tally:
    """Ask the record, and the oracle, so many random questions."""
    tally = Tally()
    for _ in range(count):
        (view, words), clocks = question = asked(rng, oracle)
        try:
            answer = getattr(record.at(**clocks), view)(**words)
        except QueryError:  # nobody of that name was known then
            answer = []
        tally.rows, tally.empty = tally.rows + len(answer), tally.empty + (not answer)
        if answer != oracle.answer(view, words, **clocks):
            tally.different.append(question)
    return tally


def main(count: int) -> int:
    """Ask so many questions; 1 when any answer differs."""
    rng = random.Random(SEED)
    start = time.process_time()
    with TemporaryDirectory() as folder, filled(Path(folder, "record.db"), rng) as record:
        tally = compared(record, Oracle(Path(folder, "record.db")), rng, count)
    for question, clocks in tally.different[:5]:
        print(*question, clocks)
    print(f"{count} questions, {tally.rows} rows, {tally.empty} without an answer: {len(tally.different)} differences")
    print(f"{time.process_time() - start:.0f} s of CPU")
    return bool(tally.different)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000))
