import argparse
from itertools import pairwise
from pathlib import Path

from training.__main__ import SEEDS, SILENT, commands


def planned() -> list[list[object]]:
    folders = {name: Path(name) for name in ("data", "gold", "mpnet", "out")}
    return list(commands(argparse.Namespace(device="cpu", workers=1, **folders)))


def made_by(module: str, option: str) -> list[object]:
    return [
        word for command in planned() if command[0] == module for before, word in pairwise(command) if before == option
    ]


def test_the_shipped_network_learns_from_every_teacher_that_was_trained() -> None:
    *teachers, whole, shipped = made_by("training.train", "--out")
    assert [str(taught).partition("=")[2] for taught in made_by("training.train", "--teacher")] == list(
        map(str, teachers)
    )
    assert made_by("training.narrow", "--model") == [whole]
    assert made_by("training.export", "--model") == [shipped]


def test_the_shipped_network_starts_from_the_one_made_smaller() -> None:
    assert made_by("training.train", "--start") == made_by("training.narrow", "--to")


def test_a_teacher_reads_no_text_that_says_nothing_of_its_subject() -> None:
    for command in planned():
        if "--mpnet" in command:
            subject = str(command[command.index("--out") + 1]).removeprefix("out/").partition("-")[0]
            without = [word for before, word in pairwise(command) if before == "--without"]
            assert without == list(SILENT[subject])


def test_each_subject_has_a_teacher_for_every_seed() -> None:
    taught = [str(word).partition("=")[0] for word in made_by("training.train", "--teacher")]
    assert taught == [subject for subject in SILENT for _ in SEEDS[subject]]
