"""When Python looks for objects that refer to each other in circles: between reports, not while one is read."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def kept() -> Iterator[None]:
    """Leaves such objects alone until the end of the block; also a decorator.

    A report becomes some ten thousand small objects that are all still needed, so that looking through them again and
    again frees nothing, and takes up to a fifth of the time where many readings are kept (benchmarks/HISTORY.md).
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
