"""Every engine gives the serial answer, in order."""

from collections.abc import Callable

import pytest

from communique.engine.local import Engine, Processes, Serial, engine


def squares() -> Callable[[int], int]:
    return lambda number: number * number


@pytest.mark.parametrize("made", [Serial(), Processes(2)], ids=["serial", "processes"])
def test_results_come_in_the_order_of_the_items(made: Engine) -> None:
    assert list(made.map(squares, range(20))) == [n * n for n in range(20)]


def test_one_worker_needs_no_process() -> None:
    assert engine(1) == Serial()
    assert engine(3) == Processes(3)
