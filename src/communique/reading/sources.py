"""From what the user named (files, folders, patterns, standard input) to bytes, one input at a time."""

import glob
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from communique.errors import InputError

INDEX = "index.jsonl"
"""A file of this name in a folder tells of the others: `{"file": …, "outlet": …, "url": …, "published": …}` a line."""

SUFFIXES = frozenset({".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson"})
"""What is read from a folder; a file named by itself is read whatever its name ends in."""

ENDINGS = ", ".join(sorted(SUFFIXES))


@dataclass(frozen=True, slots=True)
class Source:
    """One input: `name` as the user would recognise it, `path` unless it is standard input.

    `about` is what the folder's index says of it, as one JSON object, or "".
    """

    name: str
    path: Path | None
    about: str = ""

    def read(self) -> bytes:
        """All its bytes; raises `InputError` when the system refuses."""
        try:
            return self.path.read_bytes() if self.path else sys.stdin.buffer.read()
        except OSError as error:
            raise InputError(
                self.name, f"cannot be read ({error.strerror})", "Check its permissions and try again."
            ) from error


def sources(named: Iterable[str]) -> Iterator[Source | InputError]:
    """Every input the user named, in their order, folders in name order; what is not there as an error in its place."""
    for name in named:
        path = Path(name)
        if name == "-":
            yield Source("standard input", None)
        elif path.is_dir():
            yield from _folder(path, {})
        elif path.exists():
            yield Source(name, path)
        else:
            yield from _pattern(name)


def _folder(folder: Path, index: dict[Path, str]) -> Iterator[Source | InputError]:
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        yield InputError(str(folder), f"the folder cannot be read ({error.strerror})", "Check its permissions.")
        return
    index = index | _index(folder)
    found = is_of_a_page = _is_of_a_page(folder)
    for entry in entries:
        if entry.is_dir() and not entry.name.startswith("."):
            found = True
            yield from _folder(entry, index)
        elif entry.name.startswith(".") or (entry.name == INDEX and index):
            continue
        elif entry.suffix.lower() in SUFFIXES:
            found = True
            yield Source(str(entry), entry, index.get(entry, ""))
        elif entry.is_file() and not is_of_a_page:
            found = True
            yield InputError(str(entry), "not a kind of file that is read", f"Reports end in {ENDINGS}.")
    if not found:
        yield InputError(str(folder), "the folder holds no report", f"Reports end in {ENDINGS}.")


def _is_of_a_page(folder: Path) -> bool:
    """True for the folder of pictures and styles that a browser puts beside a page that it saves."""
    page, mark, _ = folder.name.rpartition("_")
    return bool(mark) and any(folder.with_name(page + ending).exists() for ending in (".html", ".htm"))


def _index(folder: Path) -> dict[Path, str]:
    """What the folder's index says of each file, by path; lines that are no such entry are passed over."""
    try:
        lines = (folder / INDEX).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    found = {}
    for line in lines:
        try:
            row = json.loads(line)
        except ValueError:
            continue
        if isinstance(row, dict) and isinstance(row.get("file"), str) and not row.get("text"):
            found[folder / row["file"]] = line
    return found


def _pattern(pattern: str) -> Iterator[Source | InputError]:
    matches = sorted(glob.glob(pattern, recursive=True))
    if not matches:
        yield InputError(pattern, "there is no such file, folder or pattern match", "Check the spelling.")
    for match in matches:
        path = Path(match)
        if path.is_dir():
            yield from _folder(path, {})
        else:
            yield Source(match, path)
