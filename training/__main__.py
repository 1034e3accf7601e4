"""From data to shipped weights: `python -m training --data DIR --gold DIR --mpnet DIR --out DIR`.

Networks made of MPNet are trained to teach, those of each subject on nothing but texts annotated for it; one made of
MiniLM is trained on everything, made smaller, and learns from the teachers and from the data. The result is exported
into the package and measured. By the speeds of its parts that takes a quarter of an hour on a graphics processor
(`--device cuda`), and days on two cores. Numbers of steps are fixed, so that a run can be repeated exactly on the same
machine.
"""

import argparse
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

SILENT = {
    "syntax": ("worldwide", "crossner", "polnear", "reports"),
    "names": ("polnear", "reports"),
    "quotations": ("ewt", "gum", "worldwide", "crossner"),
}
"""The data sets that say nothing of a subject: its teachers do without them."""
SEEDS = {"syntax": (11, 22), "names": (11,), "quotations": (11,)}
"""Of the teachers of each subject."""
ATTENTION, INNER = 6, 512
"""Attention heads and inner units that each layer keeps, of 12 and 1,536."""
TEACHING, BEGINNING, LEARNING = 1200, 2400, 3400
"""Steps of each teacher, of the network before it is made smaller, and of the one that learns."""
BATCH = 10_000
ROUNDED = 0.35


def commands(given: argparse.Namespace) -> Iterator[list[object]]:
    """The modules to run, with their options, one after the other."""
    data = ["--data", given.data]
    common = ["--batch", BATCH, "--processes", 1, "--workers", given.workers, "--device", given.device]
    train = ["training.train", *data, "--gold", given.gold, *common]
    teachers = [(subject, seed, given.out / f"{subject}-{seed}") for subject in SILENT for seed in SEEDS[subject]]
    for subject, seed, folder in teachers:
        without = [word for name in SILENT[subject] for word in ("--without", name)]
        start = ["--mpnet", given.mpnet, *without, "--rate", 0.4]
        yield [*train, *start, "--steps", TEACHING, "--seed", seed, "--out", folder]
    whole, smaller, made = given.out / "whole", given.out / "smaller", given.out / "annotator"
    yield [*train, "--layers", 6, "--inner", 1536, "--rate", 1.3, "--steps", BEGINNING, "--seed", 11, "--out", whole]
    shape = ["--attention", ATTENTION, "--inner", INNER, "--device", given.device]
    yield ["training.narrow", "--model", whole, *data, *shape, "--to", smaller]
    taught = [word for subject, _, folder in teachers for word in ("--teacher", f"{subject}={folder}")]
    yield [*train, "--start", smaller, *taught, "--rounded", ROUNDED, "--steps", LEARNING, "--seed", 5, "--out", made]
    yield ["training.export", "--model", made]
    yield ["training.evaluate", *data, "--to", "src/communique/weights/scores.json"]


def main() -> None:
    parser = argparse.ArgumentParser(prog="training", description=__doc__.split("\n\n", maxsplit=1)[0])  # type: ignore[union-attr]
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--mpnet", type=Path, required=True, help="where `training.pretrained` has put MPNet")
    parser.add_argument("--out", type=Path, required=True, help="where the networks on the way are kept")
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--workers", type=int, default=1, help="processes that prepare batches")
    given = parser.parse_args()
    for command in commands(given):
        print("python -m", *command, flush=True)
        subprocess.run([sys.executable, "-m", *map(str, command)], check=True)


if __name__ == "__main__":
    main()
