import argparse
from itertools import pairwise
from pathlib import Path

from training.__main__ import commands


def made_by(module: str, option: str) -> list[object]:
    given = argparse.Namespace(data=Path("data"), gold=Path("gold"), out=Path("out"), device="cpu", workers=1)
    return [
        word
        for command in commands(given)
        if command[0] == module
        for before, word in pairwise(command)
        if before == option
    ]


def test_the_shipped_network_learns_from_every_teacher_that_was_trained() -> None:
    *teachers, shipped = made_by("training.train", "--out")
    assert made_by("training.train", "--teacher") == teachers
    assert made_by("training.export", "--model") == [shipped]


def test_the_shipped_network_starts_from_the_one_made_smaller() -> None:
    assert made_by("training.train", "--start") == made_by("training.narrow", "--to")
