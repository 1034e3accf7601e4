"""From data to shipped weights: `python -m training --data ../shared/data --gold ../shared/gold/train --out DIR`.

Three networks of six layers are trained alike but for their seeds; the first is made smaller, and learns from all three
and from the data. The result is exported into the package and measured. On a graphics processor (`--device cuda`) that
takes about eight minutes; on a processor of two cores most of a day. Numbers of steps are fixed, so that a run can be
repeated exactly on the same machine.
"""

import argparse
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

SEEDS = (11, 22, 33)
ATTENTION, INNER = 6, 512
"""Attention heads and inner units that each layer keeps, of 12 and 1,536."""
TEACHING, LEARNING = 2400, 2567
"""Steps of each teacher and of the network that learns from them."""
BATCH = 10_000
ROUNDED = 0.35


def commands(given: argparse.Namespace) -> Iterator[list[object]]:
    """The modules to run, with their options, one after the other."""
    data = ["--data", given.data]
    common = ["--batch", BATCH, "--processes", 1, "--workers", given.workers, "--device", given.device]
    train = ["training.train", *data, "--gold", given.gold, *common]
    teachers = [given.out / f"teacher-{seed}" for seed in SEEDS]
    for seed, teacher in zip(SEEDS, teachers, strict=True):
        size = ["--layers", 6, "--inner", 1536]
        yield [*train, *size, "--steps", TEACHING, "--rate", 1.3, "--seed", seed, "--out", teacher]
    smaller, made = given.out / "smaller", given.out / "annotator"
    shape = ["--attention", ATTENTION, "--inner", INNER, "--device", given.device]
    yield ["training.narrow", "--model", teachers[0], *data, *shape, "--to", smaller]
    taught = [word for teacher in teachers for word in ("--teacher", teacher)]
    yield [*train, "--start", smaller, *taught, "--rounded", ROUNDED, "--steps", LEARNING, "--seed", 5, "--out", made]
    yield ["training.export", "--model", made]
    yield ["training.evaluate", *data, "--to", "src/communique/weights/scores.json"]


def main() -> None:
    parser = argparse.ArgumentParser(prog="training", description=__doc__.split("\n\n", maxsplit=1)[0])  # type: ignore[union-attr]
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="where the networks on the way are kept")
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--workers", type=int, default=1, help="processes that prepare batches")
    given = parser.parse_args()
    for command in commands(given):
        print("python -m", *command, flush=True)
        subprocess.run([sys.executable, "-m", *map(str, command)], check=True)


if __name__ == "__main__":
    main()
