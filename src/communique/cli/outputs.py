"""Where a command writes: files that are whole or not there, and an output that is full or that nobody reads."""

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from typer import Context
from typer.core import TyperGroup

from communique.errors import InputError, OutputError

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})
"""What the system says where nothing more can be written."""


def whole(out: Path, write: Callable[[BinaryIO], object], option: str) -> None:
    """Write a file whole or not at all, through a link to what it leads to; a pipe or a device is written into."""
    try:
        if out.exists() and not out.is_file():
            with out.open("wb") as file:
                write(file)
        else:
            _replace(Path(os.path.realpath(out)), write)
    except OSError as error:
        raise InputError(str(out), f"cannot be written ({error.strerror})", f"Choose another {option} file.") from error


def _replace(out: Path, write: Callable[[BinaryIO], object]) -> None:
    partial = out.with_name(out.name + ".part")
    try:
        with partial.open("wb") as file:
            write(file)
        partial.replace(out)
    except OSError:
        partial.unlink(missing_ok=True)
        raise


class Commands(TyperGroup):
    """Commands whose output may end early: nobody reads on, or there is no space left."""

    def invoke(self, ctx: Context) -> Any:  # type: ignore[override]
        """Run the command that was named."""
        with _written():
            return super().invoke(ctx)


@contextmanager
def _written() -> Iterator[None]:
    """All output written; who stops reading it early has had enough, which is no fault."""
    try:
        try:
            yield
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        _drop()
        raise SystemExit(0) from None
    except OSError as error:
        if error.errno not in FULL:
            raise
        _drop()
        raise OutputError(error) from None


def _drop() -> None:
    """Let what was not written yet go nowhere, so that nothing fails on it at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
