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


def test_explain_gives_each_sentence_its_number_offsets_role_and_what_became_of_it(report: Path) -> None:
    code, out, _ = run("read", report, "--explain")
    assert code == 0
    assert "  2  13–61  body  read: yielded" in out
    assert "     Envoys of Norway and Oman met in Oslo on Monday.\n" in out


def test_explain_names_rule_score_threshold_and_words_of_every_entry(report: Path) -> None:
    _, out, _ = run("read", report, "--explain")
    (statement,) = (line for line in out.splitlines() if line.startswith("     + statement"))
    assert "Kari Lund said: It was a good day" in statement
    assert "statements." in statement
    meeting, again = (line for line in out.splitlines() if line.startswith("     + meeting"))
    assert " ≥ " in meeting
    assert again.endswith("told in sentence 1")
    assert "         place        Oslo 46–50\n" in out
    assert "         for          +" in out


def test_explain_in_a_pipe_has_no_colour_and_no_trailing_space(report: Path) -> None:
    _, out, _ = run("read", report, "--explain", "--full")
    assert "\x1b" not in out
    assert all(line == line.rstrip() for line in out.splitlines())


def test_full_adds_names_times_and_attributions_with_why(report: Path) -> None:
    _, brief, _ = run("read", report, "--explain")
    _, out, _ = run("read", report, "--explain", "--full")
    assert "times.weekday: nearest weekday" in out
    assert "PERSON → person = Kari Lund" in out
    assert "cue     “said” 110–114" in out
    assert "nearest weekday" not in brief


def test_explain_as_json_is_one_object_a_report_with_every_feature(report: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(report.read_text())
    code, out, _ = run("read", report, other, "--explain", "--json")
    first, second = (json.loads(line) for line in out.splitlines())
    assert (code, first["report"], second["report"]) == (0, "talks", "other")
    told = [e for s in first["sentences"] for e in s["entries"] if e["kind"] == "meetings"]
    assert told[0]["weighing"]["threshold"] <= told[0]["weighing"]["score"]
    assert len(told[0]["weighing"]["weights"]) > 8
    assert [s["words"]["start"] for s in first["sentences"]] == [0, 13, 63]


def test_sentence_and_only_narrow_an_explanation_and_ask_for_one(report: Path) -> None:
    _, out, _ = run("read", report, "--sentence", "3")
    assert "It was a good day" in out
    assert "Envoys of Norway" not in out
    _, out, _ = run("read", report, "--only", "times", "--json")
    (found,) = map(json.loads, out.splitlines())
    assert {e["kind"] for s in found["sentences"] for e in s["entries"]} == {"times"}


def test_a_kind_that_is_none_is_refused_with_those_there_are(report: Path) -> None:
    code, out, err = run("read", report, "--only", "weather")
    assert (code, out) == (2, "")
    assert "statements" in err


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
