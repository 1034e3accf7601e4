"""What `doctor` looks at: this installation, and one record."""

import os
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from communique.errors import CommuniqueError

OLDEST_SQLITE = (3, 40, 0)
LEAST_DISK = 200 * 1024 * 1024
"""Bytes of free disk below which a record is in danger."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at."""

    name: str
    ok: bool
    found: str


def checks(path: Path) -> list[Check]:
    """Everything, the installation first."""
    return [*_installation(), *_record(path)]


def _installation() -> Iterator[Check]:
    from importlib.metadata import version
    from importlib.resources import files

    yield Check("communique", True, f"{version('communique')}, Python {sys.version.split()[0]}")
    weights = files("communique").joinpath("weights", "annotator.onnx")
    yield Check("model", weights.is_file(), "present" if weights.is_file() else "missing: install the package again")
    yield Check("SQLite", sqlite3.sqlite_version_info >= OLDEST_SQLITE, f"{sqlite3.sqlite_version} (needs 3.40)")
    with sqlite3.connect(":memory:") as memory:
        options = {row[0] for row in memory.execute("PRAGMA compile_options")}
    yield Check("full-text search", "ENABLE_FTS5" in options, "FTS5" if "ENABLE_FTS5" in options else "missing")


def _record(path: Path) -> Iterator[Check]:
    from communique.api import Record

    if not path.exists():
        yield Check("record", True, f"{path}: none yet; `communique add FILE…` makes it")
        return
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    yield Check("permissions", writable, f"{path} can be {'written' if writable else 'read only'}")
    free = shutil.disk_usage(path.parent).free
    yield Check("free disk", free > LEAST_DISK, f"{free / 1e9:.1f} GB")
    try:
        with Record.open(path, create=False) as record:
            wrong = record.doctor()
            reports, problems = record.counts()
    except CommuniqueError as error:
        yield Check("record", False, str(error))
        return
    yield from (Check("record", False, what) for what in wrong)
    if not wrong:
        yield Check("record", True, f"{reports} reports, every passage re-reads")
    yield Check("problems of reading", True, f"{problems} kept with their reports")
