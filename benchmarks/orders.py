"""Whether a record depends on the order in which reports are added, or on how many processes read them.

    python -m benchmarks.orders REPORTS… [--orders 5] [--workers 1 2 7]

Adds the reports in each of some random orders with each of some numbers of workers, to a new record every time, and
compares the exports: there must be one hash. Exit code 1 when there are more.
"""

import argparse
import json
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from communique import Record
from communique.model.report import Report
from communique.reading.files import read_files

RECORDED = "2040-01-01T08:00:00Z"


@dataclass(frozen=True, slots=True)
class Run:
    """One record: the seed of the order, the workers, what was kept, the hash of its export,
    and wall seconds of adding and working out.
    """

    order: int
    workers: int
    reports: int
    lines: int
    hash: str
    seconds: float


def runs(reports: Sequence[Report], orders: int, workers: Sequence[int]) -> Iterator[Run]:
    """A record for each order and number of workers."""
    for order in range(1, orders + 1):
        shuffled = random.Random(order).sample(reports, len(reports))
        for count in workers:
            yield run(shuffled, order, count)


def run(reports: Sequence[Report], order: int, workers: int) -> Run:
    """Add reports to a new record, and export it."""
    start = time.perf_counter()
    with TemporaryDirectory() as folder, Record.open(Path(folder, "record.db")) as record:
        added = list(record.add(reports, recorded=RECORDED, workers=workers))
        lines = list(record.export())
    exported = sha256("\n".join(lines).encode()).hexdigest()
    return Run(order, workers, sum(a.is_new for a in added), len(lines), exported, time.perf_counter() - start)


def main() -> int:
    """Print every run, and the number of hashes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--orders", type=int, default=5)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2, 7])
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    reports = [r for r in read_files(args.paths) if isinstance(r, Report)]
    found = []
    for one in runs(reports, args.orders, args.workers):
        found.append(one)
        if not args.json:
            told = f"{one.reports} reports, {one.lines} lines, {one.hash[:16]}, {one.seconds:.0f} s"
            print(f"order {one.order}, {one.workers} workers: {told}", flush=True)
    hashes = {one.hash for one in found}
    if args.json:
        print(json.dumps({"hashes": sorted(hashes), "runs": [asdict(one) for one in found]}))
    else:
        print(f"{len(found)} records, {len(hashes)} hash{'es' if len(hashes) > 1 else ''} of their exports")
    return int(len(hashes) != 1)


if __name__ == "__main__":
    sys.exit(main())
