"""Users are added, changed and closed on the command line, and that is written down."""

import json
import subprocess
import sys
from pathlib import Path

from communique import Record


def run(path: Path, *words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    command = (sys.executable, "-m", "communique", "users", *words, "--record", str(path))
    return subprocess.run(command, input=typed, capture_output=True, text=True, check=False)


def test_somebody_is_added_given_a_role_and_closed(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    Record.open(path).close()
    word = "four random words here\n"
    assert run(path, "add", "Ada Admin", "--role", "admin", "--password-stdin", typed=word).returncode == 0
    assert run(path, "add", "Rea Reader", "--password-stdin", typed=word).returncode == 0
    assert run(path, "role", "Rea Reader", "editor").returncode == 0
    assert len(run(path, "token", "Rea Reader").stdout.strip()) > 40
    assert run(path, "close", "Rea Reader").returncode == 0
    rows = [json.loads(line) for line in run(path, "list", "--json").stdout.splitlines()]
    assert [(row["name"], row["role"], bool(row["closed"])) for row in rows] == [
        ("Ada Admin", "admin", False), ("Rea Reader", "editor", True)
    ]  # fmt: skip
    done = [json.loads(line)["about"] for line in run(path, "audit", "--json").stdout.splitlines()]
    assert done[::-1] == [
        "add Ada Admin admin", "add Rea Reader reader", "role Rea Reader editor", "token Rea Reader", "close Rea Reader"
    ]  # fmt: skip


def test_what_is_wrong_is_said(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    assert "there is no record here" in run(path, "list").stderr
    Record.open(path).close()
    short = run(path, "add", "Ada Admin", "--password-stdin", typed="short\n")
    assert short.returncode != 0
    assert "at least 12 characters" in short.stderr
    assert (
        "no role" in run(path, "add", "A B", "--role", "king", "--password-stdin", typed="long enough words\n").stderr
    )
