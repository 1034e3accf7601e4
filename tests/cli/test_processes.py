"""Processes of talks on the command line: listed, shown in full, regrouped."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from communique import Record
from communique.cli.app import COMMANDS, app
from communique.testing import MONDAY
from talks import story


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "record.db"
    with Record.open(found) as record:
        for report, claims in story():
            record.keep(report, claims, version="1", recorded=MONDAY)
    return found


def run(path: Path, *words: str) -> str:
    done = CliRunner().invoke(app, [*words, "--record", str(path)], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def rows(path: Path, *words: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in run(path, *words, "--json").splitlines()]


def test_a_process_is_listed_and_shown_with_the_words_of_its_meetings(path: Path) -> None:
    (row,) = rows(path, "processes")
    assert "Maretia–Veldania talks, 2031" in " ".join(run(path, "processes").split())
    page = run(path, "process", str(row["id"])[:8])
    for words in (
        "2031-05-05  held",
        "in Oslo, through",
        "2031-05-22",
        "Ilva Sorn",
        "list of prisoners",
        "The Courier",
    ):
        assert words in page


def test_show_knows_processes_by_their_ids(path: Path) -> None:
    (row,) = rows(path, "processes")
    id = str(row["id"])
    assert run(path, "show", id[:8]) == run(path, "process", id)
    assert rows(path, "show", id) == rows(path, "process", id, "--limit", "0")
    done = CliRunner().invoke(app, ["show", "ffffffff", "--record", str(path)])
    assert "no entry has this id" in str(done.exception)


def test_one_process_is_one_object_for_programs(path: Path) -> None:
    (row,) = rows(path, "processes")
    (page,) = rows(path, "process", str(row["id"]))
    assert page["process"] == row
    assert len(page["meetings"]) == row["meetings"]


def test_a_process_is_renamed_split_joined_and_that_undone(path: Path) -> None:
    (row,) = rows(path, "processes")
    id = str(row["id"])
    run(path, "rename-process", id, "Salt Coast talks", "--by", "Ada")
    (page,) = rows(path, "process", id)
    assert page["process"]["name"] == "Salt Coast talks"
    last = page["meetings"][-1]["id"]
    (made,) = rows(path, "split-process", id, last, "--by", "Ada", "--reason", "another matter")
    assert len(rows(path, "processes")) == 2
    run(path, "join-processes", id, *(str(p["id"]) for p in rows(path, "processes") if p["id"] != id), "--by", "Ben")
    assert len(rows(path, "processes")) == 1
    assert made["id"][:8] in run(path, "process", id)
    run(path, "undo", str(made["id"]), "--by", "Ben")
    told = [(c["action"], c["value"], c["by"], c["is_undone"]) for c in rows(path, "corrections")]
    assert told == [
        ("rename", "Salt Coast talks", "Ada", False),
        ("split", "", "Ada", True),
        ("join", "", "Ben", False),
        ("undo", "", "Ben", False),
    ]
    assert "rename: Salt" in run(path, "corrections")


def test_every_decision_has_a_command() -> None:
    assert {"rename-process", "split-process", "join-processes"} <= set(COMMANDS)
