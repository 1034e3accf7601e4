"""Engines: where the work of reading many reports is done. The order of results is that of the items."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Any, Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")

Make = Callable[[], Callable[[T], R]]
"""Makes the work, once in each process: this is where a model is loaded. Must be importable by name."""


class Engine(Protocol):
    """The seam: `map` applies the work to every item, in order, with a bounded number of items in flight."""

    def map(self, make: Make[T, R], items: Iterable[T]) -> Iterator[R]:
        """One result an item, in the order of `items`."""
        ...


@dataclass(frozen=True, slots=True)
class Serial:
    """One process: the one that asks."""

    def map(self, make: Make[T, R], items: Iterable[T]) -> Iterator[R]:
        """One result an item, in the order of `items`."""
        work = make()
        for item in items:
            yield work(item)


@dataclass(frozen=True, slots=True)
class Processes:
    """Several processes of one machine."""

    workers: int

    def map(self, make: Make[T, R], items: Iterable[T]) -> Iterator[R]:
        """One result an item, in the order of `items`; at most four items a worker are in flight."""
        pending: deque[Future[R]] = deque()
        with ProcessPoolExecutor(self.workers, get_context("spawn"), initializer=_start, initargs=(make,)) as pool:
            for item in items:
                pending.append(pool.submit(_work, item))
                if len(pending) >= 4 * self.workers:
                    yield pending.popleft().result()
            while pending:
                yield pending.popleft().result()


_made: list[Callable[[Any], Any]] = []
"""The work of this worker process, put here by `_start`: the one piece of state a worker has."""


def _start(make: Callable[[], Callable[[Any], Any]]) -> None:
    _made[:] = [make()]


def _work(item: Any) -> Any:
    return _made[0](item)


def engine(workers: int) -> Engine:
    """Serial for one worker, processes for more."""
    return Serial() if workers <= 1 else Processes(workers)
