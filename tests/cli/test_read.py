"""`communique read` shows, writes and explains what reports say, and lists what it could not read."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from communique.cli.app import app

BODY = 'Envoys of Norway and Oman met in Oslo on Monday.\n\n"It was a good day," Norwegian envoy Kari Lund said.'


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "talks.txt"
    path.write_text(f"2031-05-06\nEnvoys meet\n\n{BODY}\n")
    return path


def run(*words: str | Path) -> "tuple[int, str, str]":
    done = CliRunner().invoke(app, [str(word) for word in words])
    return done.exit_code, done.stdout, done.stderr


def test_json_goes_to_standard_output_one_report_a_line(report: Path) -> None:
    code, out, _ = run("read", report, "--json")
    (line,) = out.splitlines()
    assert code == 0
    assert json.loads(line)["statements"][0]["speaker"] == "Kari Lund"


def test_out_writes_one_file_a_report_and_keeps_both_of_two_with_one_name(report: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "talks.txt").write_text(report.read_text())
    code, _, _ = run("read", report, other, "--out", tmp_path / "out")
    assert code == 0
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["talks-2.json", "talks.json"]


def test_explain_names_for_each_sentence_what_found_what_or_why_nothing_was(report: Path) -> None:
    code, out, _ = run("read", report, "--explain")
    assert code == 0
    assert "Envoys of Norway and Oman met in Oslo on Monday." in out
    assert "by statements." in out or "by encoder" in out or "score" in out


def test_what_cannot_be_read_is_listed_and_the_rest_is_read(report: Path, tmp_path: Path) -> None:
    (tmp_path / "undated.txt").write_text(f"Envoys meet\n\n{BODY}\n")
    code, out, err = run("read", tmp_path / "undated.txt", report, "--json")
    assert code == 1
    assert len(out.splitlines()) == 1
    assert "undated.txt" in err
    assert "--published" in err


def test_a_date_that_is_none_is_refused_before_anything_is_read(report: Path) -> None:
    code, out, err = run("read", report, "--published", "soon")
    assert code == 2
    assert out == ""
    assert "YYYY-MM-DD" in err


def test_an_unwritable_folder_is_named(report: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    done = CliRunner().invoke(app, ["read", str(report), "--out", str(tmp_path / "file" / "out")])
    assert done.exit_code == 1
    assert "cannot be written" in str(done.exception)
