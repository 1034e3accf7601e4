"""Where commands write: files whole or not at all, into what is no file, and outputs that end early."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from communique import Record
from communique.testing import MONDAY
from talks import story

PROGRAM = [sys.executable, "-c", "from communique.cli.app import main; main()"]
FULL = Path("/dev/full")


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("outputs") / "record.db"
    with Record.open(found) as record:
        for report, claims in story():
            record.keep(report, claims, version="1", recorded=MONDAY)
        record.resolve()
    return found


def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*PROGRAM, *map(str, words)], capture_output=True, text=True, check=False)


def test_an_export_through_a_link_writes_what_the_link_leads_to(path: Path, tmp_path: Path) -> None:
    target, link = tmp_path / "there" / "all.jsonl", tmp_path / "link.jsonl"
    target.parent.mkdir()
    target.write_text("old")
    link.symlink_to(target)
    assert run("export", "--out", link, "--record", path).returncode == 0
    assert link.is_symlink()
    assert target.read_text() == run("export", "--record", path).stdout
    assert list(target.parent.iterdir()) == [target]


def test_an_export_into_a_pipe_is_written_into_it(path: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()), daemon=True)
    reader.start()
    found = run("export", "--out", pipe, "--record", path)
    assert pipe.is_fifo()
    reader.join(timeout=10)
    assert found.returncode == 0, found.stderr
    assert read == [run("export", "--record", path).stdout]


def test_an_export_into_a_folder_is_refused(path: Path, tmp_path: Path) -> None:
    found = run("export", "--out", tmp_path, "--record", path)
    assert found.returncode == 1
    assert "cannot be written" in found.stderr


@pytest.mark.skipif(not FULL.exists(), reason="this system has no full device")
@pytest.mark.parametrize("view", ["timeline", "export"])
def test_a_full_disk_is_said_in_one_line(path: Path, view: str) -> None:
    with FULL.open("w") as full:
        ran = [*PROGRAM, view, "--record", str(path)]
        found = subprocess.run(ran, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert found.returncode == 1
    assert found.stderr == "communique: cannot write: no space left. Make room, or write elsewhere.\n"


@pytest.mark.parametrize("view", ["timeline", "export"])
def test_a_reader_that_stops_early_ends_a_command_quietly_and_well(path: Path, view: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with open(writing, "w") as gone:
        ran = [*PROGRAM, view, "--record", str(path)]
        found = subprocess.run(ran, stdout=gone, stderr=subprocess.PIPE, text=True, check=False)
    assert (found.returncode, found.stderr) == (0, "")
