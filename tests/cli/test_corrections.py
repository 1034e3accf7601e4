"""The commands with which a person corrects the record: signed, dated, with ids to undo them by."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from communique import Record
from communique.testing import MONDAY, a_claim, a_report
from talks import story


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Record.open(tmp_path / "record.db") as record:
        for report, claims in story():
            record.keep(report, claims, version="1", recorded=MONDAY)
        record.resolve()
    return tmp_path / "record.db"


def run(path: Path, *words: str) -> subprocess.CompletedProcess[str]:
    program = [sys.executable, "-c", "from communique.cli.app import main; main()"]
    environment = {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "COMMUNIQUE_RECORD": str(path)}
    return subprocess.run([*program, *words], capture_output=True, text=True, env=environment, check=False)


def rows(path: Path, *words: str) -> list[dict[str, object]]:
    found = run(path, *words, "--json")
    assert found.returncode == 0, found.stderr
    return [json.loads(line) for line in found.stdout.splitlines()]


def test_an_edit_is_made_shown_listed_and_undone(path: Path) -> None:
    (row,) = rows(path, "said", "--by", "Darro Kest")
    (made,) = rows(path, "edit", str(row["id"])[:8], "speaker", "Jan Brandt", "--by", "Ada", "--reason", "heard it")
    assert (made["by"], made["reason"]) == ("Ada", "heard it")
    assert "speaker corrected by Ada" in " ".join(run(path, "said", "--by", "Jan Brandt").stdout.split())
    assert "read: Darro Kest" in run(path, "show", str(row["id"])).stdout
    assert [c["action"] for c in rows(path, "corrections", "--by", "Ada")] == ["edit"]
    rows(path, "undo", str(made["id"])[:8], "--by", "Ben")
    assert len(rows(path, "said", "--by", "Darro Kest")) == 1
    listed = run(path, "corrections")
    assert (listed.returncode, listed.stderr) == (0, "")
    assert "(undone)" in listed.stdout


def test_entries_are_accepted_rejected_and_added_and_names_merged(path: Path) -> None:
    (row,) = rows(path, "said", "--by", "Darro Kest")
    rows(path, "accept", str(row["id"]), "--by", "Ada")
    rows(path, "reject", str(row["id"]), "--by", "Ben")
    report = rows(path, "sources")[0]["id"]
    fields = ("what=opened talks", "modality=planned", "who=NOR")
    rows(path, "add-entry", str(report), "next_steps", *fields, "--words", "opened talks in Oslo", "--by", "Ada")
    assert "added by Ada" in " ".join(run(path, "next", "--as-of", "2031-05-06").stdout.split())
    rows(path, "merge", "Ilva Sorn", "Darro Kest", "--by", "Ada")
    assert [c["action"] for c in rows(path, "corrections")] == ["accept", "reject", "add", "same"]


def test_a_reason_that_nobody_gave_is_empty(path: Path) -> None:
    (row,) = rows(path, "said", "--by", "Darro Kest")
    made = [d for decide in ("accept", "reject") for d in rows(path, decide, str(row["id"]), "--by", "Ada")]
    (merged,) = rows(path, "merge", "Ilva Sorn", "Darro Kest", "--by", "Ada")
    made += rows(path, "undo", str(merged["id"]), "--by", "Ada")
    assert [d["reason"] for d in made] == [""] * 3


def test_a_rejected_fact_comes_back_by_its_own_id(path: Path) -> None:
    (row,) = rows(path, "said", "--by", "Darro Kest")
    rows(path, "reject", str(row["id"]), "--by", "Ada")
    refused = run(path, "undo", str(row["id"]), "--by", "Ben")
    assert refused.returncode == 2
    assert str(rows(path, "corrections")[0]["id"]) in refused.stderr
    assert run(path, "undo", str(row["id"])[:8], "--by", "Ada").returncode == 0
    assert rows(path, "said", "--by", "Darro Kest") == [row]


def test_a_name_of_several_is_answered_with_who_each_of_them_is(tmp_path: Path) -> None:
    with Record.open(tmp_path / "r.db") as record:
        for person, country in (("Blerta Hoxhani", "Veldania"), ("Arben Hoxhani", "Maretia")):
            report = a_report(f"{person} is minister of {country}.")
            office = a_claim(report, "offices", person=person, role="minister", country=country, status="current")
            record.keep(report, [office], version="1", recorded=MONDAY)
        record.resolve()
        ids = {entity.name: entity.id for entity in record.at().entities()}
    found = run(tmp_path / "r.db", "merge", "Hoxhani", "Arben Hoxhani")
    assert found.returncode == 2
    for person, country in (("Blerta Hoxhani", "Veldania"), ("Arben Hoxhani", "Maretia")):
        assert f"{person}, person of {country} ({ids[person]})" in found.stderr


def test_what_is_not_there_is_said_in_one_line(path: Path) -> None:
    for words in (("accept", "ffff"), ("undo", "ffff"), ("split", "Ilva Sorn", "Sorn"), ("edit", "ffff", "when")):
        found = run(path, *words)
        assert found.returncode == 2
        assert "Traceback" not in found.stderr


def test_a_retraction_is_signed_shown_in_every_view_and_undone(path: Path) -> None:
    report = next(str(row["id"]) for row in rows(path, "sources") if row["outlet"] == "Radio Skerry")
    (made,) = rows(path, "retract", report[:8], "--by", "Ada", "--reason", "taken back by the station")
    assert (made["action"], made["by"]) == ("retract", "Ada")
    assert "withdrawn since" in " ".join(run(path, "timeline").stdout.split())
    assert run(path, "undo", str(made["id"])[:8], "--by", "Ben").returncode == 0
    assert "withdrawn since" not in " ".join(run(path, "timeline").stdout.split())
