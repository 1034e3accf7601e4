"""The commands as people and programs meet them: legible tables, JSON everywhere, silence in pipes, exit codes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from communique import Record
from communique.testing import MONDAY, a_claim, a_report
from talks import story

VIEWS = "timeline meetings processes chains who said positions proposals next sources disputes".split()


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("cli") / "record.db"
    with Record.open(found) as record:
        for report, claims in story():
            record.keep(report, claims, version="1", recorded=MONDAY)
        record.timeline()
    return found


def run(*words: str, columns: int = 0, **variables: str) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own, its output in a pipe."""
    environment = {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", **variables}
    if columns:
        environment["COLUMNS"] = str(columns)
    program = [sys.executable, "-c", "from communique.cli.app import main; main()"]
    return subprocess.run([*program, *words], capture_output=True, text=True, env=environment, check=False)


@pytest.mark.parametrize("columns", [80, 120])
def test_tables_fit_their_width_and_carry_outlet_date_and_words(path: Path, columns: int) -> None:
    found = run("timeline", "--record", str(path), columns=columns)
    assert (found.returncode, found.stderr) == (0, "")
    assert all(len(line) <= columns for line in found.stdout.splitlines())
    assert "The Courier, 2031-05-06" in " ".join(found.stdout.split())
    assert "“The delegations" in " ".join(found.stdout.split())


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_is_silent_in_a_pipe_but_for_its_answer(path: Path, view: str) -> None:
    found = run(view, "--record", str(path))
    assert (found.returncode, found.stderr) == (0, "")
    assert "\x1b" not in found.stdout
    assert found.stdout.count("\n") > 2


@pytest.mark.parametrize("command", [*VIEWS, "brief", "export", "doctor"])
def test_every_command_gives_json_lines(path: Path, command: str) -> None:
    found = run(command, "--json", "--record", str(path))
    assert found.returncode == 0, found.stderr
    assert all(isinstance(json.loads(line), dict) for line in found.stdout.splitlines())


@pytest.mark.parametrize(("command", "asked"), [("find", "meeting place:Oslo"), ("ask", "Who met whom in Oslo?")])
def test_questions_in_words_are_answered_in_tables_and_json(path: Path, command: str, asked: str) -> None:
    table = run(command, asked, "--record", str(path))
    assert "talks Veldania – Maretia (Oslo)" in " ".join(table.stdout.split()) or "(Oslo)" in table.stdout
    rows = [json.loads(line) for line in run(command, asked, "--json", "--record", str(path)).stdout.splitlines()]
    assert rows[-1]["sources"][0]["outlet"] == "The Courier"


def test_a_query_that_cannot_be_read_is_exit_code_2_with_place_and_remedy(path: Path) -> None:
    found = run("find", "meeting plase:Oslo", "--record", str(path))
    assert (found.returncode, found.stdout) == (2, "")
    assert "Did you mean place:" in found.stderr


@pytest.mark.parametrize(("ending", "start"), [(".md", b"# Brief"), (".html", b"<!doctype html>"), (".docx", b"PK")])
def test_a_brief_is_written_in_the_form_of_its_ending(path: Path, tmp_path: Path, ending: str, start: bytes) -> None:
    out = tmp_path / f"brief{ending}"
    found = run("brief", "--since", "2031-05-10", "--to", str(out), "--record", str(path))
    assert (found.returncode, found.stdout, found.stderr) == (0, "", "")
    assert out.read_bytes().startswith(start)


@pytest.mark.parametrize("words", [("--to", "brief.odt"), ("--dossier", "--to", "brief.docx")])
def test_a_brief_of_another_ending_is_refused(path: Path, words: tuple[str, ...]) -> None:
    found = run("brief", *words, "--record", str(path))
    assert found.returncode == 2
    assert "--to" in found.stderr


def test_an_offset_leaves_out_the_first_rows_of_the_timeline(path: Path) -> None:
    whole = run("timeline", "--json", "--record", str(path)).stdout.splitlines()
    rest = run("timeline", "--json", "--offset", "1", "--record", str(path)).stdout.splitlines()
    assert len(whole) > 1
    assert rest == whole[1:]


def test_the_matrix_is_a_table_for_people_and_json_for_programs(path: Path) -> None:
    table = run("positions", "--matrix", "--issue", "salt coast", "--record", str(path))
    assert (table.returncode, table.stderr) == (0, "")
    assert "Veldania: rejects 2031-05-06" in table.stdout
    found = run("positions", "--matrix", "--issue", "salt coast", "--json", "--record", str(path))
    assert [c["state"] for c in json.loads(found.stdout)["cells"]] == ["spoke"]


def test_show_gives_the_words_in_context(path: Path) -> None:
    (first, *_) = run("timeline", "--json", "--record", str(path)).stdout.splitlines()
    found = run("show", json.loads(first)["id"][:8], "--record", str(path))
    assert ">>Oslo<<" in found.stdout
    assert "The Courier, 2031-05-06" in found.stdout


def test_the_record_can_be_named_by_a_variable(path: Path) -> None:
    assert run("timeline", COMMUNIQUE_RECORD=str(path)).stdout == run("timeline", "--record", str(path)).stdout


def test_a_missing_record_is_an_error_with_what_to_do(tmp_path: Path) -> None:
    found = run("timeline", "--record", str(tmp_path / "none.db"))
    assert found.returncode == 3
    assert found.stderr.count("\n") == 1
    assert "communique add" in found.stderr


@pytest.mark.parametrize(
    ("words", "code"),
    [(("timeline", "--since", "soon"), 2), (("show", "ffffffff"), 2), (("timeline", "--party", "Ruritania"), 2)],
)
def test_a_question_that_cannot_be_answered_names_its_part(path: Path, words: tuple[str, ...], code: int) -> None:
    found = run(*words, "--record", str(path))
    assert found.returncode == code
    assert words[-1] in found.stderr


def test_an_answer_of_nothing_says_so_and_is_no_error(path: Path) -> None:
    found = run("timeline", "--since", "2040-01-01", "--record", str(path))
    assert (found.returncode, found.stdout) == (0, "")
    assert "Nothing" in found.stderr


def test_an_export_into_a_file_is_whole_or_absent(path: Path, tmp_path: Path) -> None:
    assert run("export", "--out", str(tmp_path / "all.jsonl"), "--record", str(path)).returncode == 0
    assert (tmp_path / "all.jsonl").read_text() == run("export", "--record", str(path)).stdout
    found = run("export", "--out", str(tmp_path / "no" / "folder.jsonl"), "--record", str(path))
    assert found.returncode == 1
    assert "cannot be written" in found.stderr


def test_the_doctor_calls_a_damaged_record_bad(tmp_path: Path) -> None:
    (tmp_path / "r.db").write_bytes(b"SQLite format 3\x00" + b"\xff" * 4096)
    found = run("doctor", "--record", str(tmp_path / "r.db"))
    assert found.returncode == 3
    assert "BAD" in found.stdout


def test_a_reader_that_stops_early_is_no_error(path: Path) -> None:
    program = f"{sys.executable} -c 'from communique.cli.app import main; main()' export --record {path} | head -1"
    found = subprocess.run(["bash", "-c", f"set -o pipefail; {program}"], capture_output=True, text=True, check=False)
    assert found.stderr == ""
    assert json.loads(found.stdout)["type"] == "communique"


def test_an_outlet_that_is_not_known_is_called_unnamed_everywhere(tmp_path: Path) -> None:
    said = "Oman proposed a border plan."
    report = a_report(said, outlet="", published="2031-05-02")
    with Record.open(tmp_path / "r.db") as record:
        claim = a_claim(report, "proposals", said=said, name="border plan", authors=["OMN"], status="proposed")
        record.keep(report, [claim], version="1", recorded=MONDAY)
        (row,) = record.proposals()
    for words in (("show", row.id), ("proposals", row.id), ("proposals", "--versions"), ("sources",)):
        assert "unnamed outlet" in " ".join(run(*words, "--record", str(tmp_path / "r.db")).stdout.split())
    assert "  unnamed outlet, 2031-05-02, 0" in run("show", row.id, "--record", str(tmp_path / "r.db")).stdout
    told = run("proposals", row.id, "--record", str(tmp_path / "r.db")).stdout
    assert "2031-05-02, unnamed outlet\n" in told


def test_a_search_is_a_table_for_people(path: Path) -> None:
    ran = run("search", "coast", "--record", str(path))
    assert ran.returncode == 0, ran.stderr
    assert "Coast" in ran.stdout
