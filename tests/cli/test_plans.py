"""Plans and editions on the command line."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from communique import Record
from communique.testing import MONDAY, a_claim, a_report

FLOATED = "Ostrand has drafted a 28-point plan for the Salt Coast."
CUT = "Negotiators cut the plan from 28 points to 19, a mediator said."
NOTE = "An earlier version of this article misstated the number of points."


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("cli") / "record.db"
    first = a_report(FLOATED, published="2031-05-02", url="https://courier.example/plan")
    later = a_report(FLOATED, CUT, NOTE, published="2031-05-03", url="https://courier.example/plan")
    drafted = a_claim(first, "proposals", said=FLOATED, name="28-point plan", authors=["Ostrand"], status="submitted")
    with Record.open(found) as record:
        record.keep(first, [drafted], version="1", recorded=MONDAY)
        cut = a_claim(later, "proposals", said=CUT, name="plan", status="revised")
        record.keep(later, [cut], version="1", recorded=MONDAY)
        record.resolve()
    return found


def run(path: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "communique", *words, "--record", str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_plans_are_listed_with_their_versions(path: Path) -> None:
    shown = " ".join(run(path, "proposals", "--versions").stdout.split())
    assert "28 points" in shown
    assert "19 points" in shown


def test_one_plan_is_shown_in_full_with_its_words(path: Path) -> None:
    (row,) = (json.loads(line) for line in run(path, "proposals", "--versions", "--json").stdout.splitlines())
    shown = run(path, "proposals", row["id"][:6]).stdout
    for words in ("28 points became 19", FLOATED, CUT, "Versions", "Life"):
        assert words in shown
    assert json.loads(run(path, "proposals", row["id"], "--json").stdout)["plan"] == row


def test_a_plan_that_there_is_not_is_said_in_one_line(path: Path) -> None:
    found = run(path, "proposals", "ffffff")
    assert found.returncode == 2
    assert "no proposal has this id" in found.stderr
    assert "Traceback" not in found.stderr


def test_a_note_of_correction_is_told_with_the_version(path: Path) -> None:
    report = json.loads(run(path, "sources", "--json").stdout.splitlines()[0])["id"]
    assert f"its outlet says: {NOTE}" in run(path, "versions", report).stdout


def test_a_report_is_reinstated_and_that_is_listed_and_undone(path: Path) -> None:
    report = json.loads(run(path, "sources", "--json").stdout.splitlines()[0])["id"]
    assert run(path, "reinstate", report[:8], "--by", "Ada").returncode == 0
    assert "reinstate" in run(path, "corrections").stdout
    assert run(path, "undo", report, "--by", "Ada").returncode == 0
