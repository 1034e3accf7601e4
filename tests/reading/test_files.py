"""Files in the shapes that occur become reports; what is none is refused by name and stops nothing else."""

import json
import os
from pathlib import Path
from textwrap import fill

import pytest

from communique.errors import InputError, Undated
from communique.model.report import Report
from communique.reading.decoding import LIMIT
from communique.reading.draft import Overrides
from communique.reading.files import read_files

BODY = "The envoys of Norland and Sudmark met in the harbour town on Monday.\n\nThey are to meet again next week."


def one(path: Path, overrides: Overrides | None = None) -> Report | InputError:
    (found,) = read_files([str(path)], overrides)
    return found


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_date_line_a_title_an_empty_line_and_the_body(tmp_path: Path) -> None:
    report = one(written(tmp_path, "talks.txt", f"2031-05-02\nEnvoys meet\n\n{BODY}\n"))
    assert isinstance(report, Report)
    assert (report.published, report.title, report.name) == ("2031-05-02", "Envoys meet", "talks")
    assert report.text == f"Envoys meet\n\n{BODY}"


def test_a_title_right_above_paragraphs_of_one_line_each(tmp_path: Path) -> None:
    body = "Envoys of Torvik and Maretia met in Oslo on Friday for talks.\nThey will meet again."
    report = one(written(tmp_path, "talks.txt", f"2031-05-02\n\nEnvoys meet\n{body}"))
    assert isinstance(report, Report)
    assert (report.title, report.text) == ("Envoys meet", f"Envoys meet\n\n{body}")


def test_a_title_of_two_lines_where_lines_are_broken_to_fit(tmp_path: Path) -> None:
    title = "Envoys of Torvik and Maretia meet in Oslo for a second day of talks about the fishing grounds"
    body = "Envoys of Torvik and Maretia met in Oslo on Friday for talks about what divides the two countries. " * 6
    text = f"2031-05-02\n\n{fill(title, 60)}\n\n{fill(body, 60)}"
    report = one(written(tmp_path, "talks.txt", text))
    assert isinstance(report, Report)
    assert report.title == title
    assert report.text == f"{title}\n\n{fill(body, 60)}"


def test_a_first_line_that_holds_date_and_title(tmp_path: Path) -> None:
    report = one(written(tmp_path, "talks.txt", f"date 2031-05-02 Envoys meet\n\n{BODY}"))
    assert isinstance(report, Report)
    assert (report.published, report.title) == ("2031-05-02", "Envoys meet")


def test_a_header_block_names_outlet_and_address(tmp_path: Path) -> None:
    header = "Published: May 2, 2031\nSource: The Courier\nURL: https://courier.example/1\nAuthor: A. Writer\n"
    report = one(written(tmp_path, "talks.txt", f"{header}\nEnvoys meet\n\n{BODY}"))
    assert isinstance(report, Report)
    assert (report.published, report.outlet, report.url) == ("2031-05-02", "The Courier", "https://courier.example/1")
    assert report.title == "Envoys meet"
    assert report.text.endswith(BODY)


def test_a_report_without_a_title_keeps_its_first_paragraph(tmp_path: Path) -> None:
    report = one(written(tmp_path, "wire.txt", f"2031-05-02\n\n\n{BODY}"))
    assert isinstance(report, Report)
    assert (report.title, report.text) == ("", BODY)


def test_a_paragraph_in_the_place_of_the_title_is_body(tmp_path: Path) -> None:
    opening = (
        "LUNDHAVN - The Maretian foreign minister received the envoy of Torvik on Monday to speak of fishing rights, "
    )
    opening += "the ministry said in a statement."
    report = one(written(tmp_path, "talks.txt", f"2031-05-02\n{opening}\n\n{BODY}"))

    assert isinstance(report, Report)
    assert (report.title, report.text) == ("", f"{opening}\n\n{BODY}")


def test_a_saved_page_gives_its_main_text_date_outlet_and_title(tmp_path: Path) -> None:
    filler = "The delegations spoke for several hours about the reopening of the crossing at the northern bridge. "
    page = (
        '<!doctype html><html><head><title>Envoys meet</title><meta property="og:site_name" content="The Courier">'
        '<meta property="article:published_time" content="2031-05-02T10:00:00Z"></head><body><nav>Home</nav><article>'
        f"<h1>Envoys meet</h1><p>{filler * 2}</p><p>{filler * 3}</p></article></body></html>"
    )
    report = one(written(tmp_path, "page.html", page))
    assert isinstance(report, Report)
    assert (report.published, report.outlet, report.title) == ("2031-05-02", "The Courier", "Envoys meet")
    assert "northern bridge" in report.text
    assert "Home" not in report.text


def test_json_lines_hold_one_report_a_line_and_a_bad_line_stops_no_other(tmp_path: Path) -> None:
    row = {"published": "2031-05-02", "title": "Envoys meet", "text": BODY, "outlet": "The Courier"}
    path = written(tmp_path, "week.jsonl", f"{json.dumps(row)}\n{{broken\n{json.dumps(row)}\n")
    first, second, third = read_files([str(path)])
    assert isinstance(first, Report)
    assert isinstance(third, Report)
    assert isinstance(second, InputError)
    assert "week.jsonl:2" in str(second)
    assert (first.name, third.name) == ("week-1", "week-3")


def test_a_folder_is_read_in_name_order_with_its_index(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt"):
        written(tmp_path, name, f"2031-05-02\nEnvoys meet\n\n{BODY}")
    written(tmp_path, "index.jsonl", json.dumps({"file": "a.txt", "outlet": "The Courier"}))
    found = list(read_files([str(tmp_path)]))
    assert [(r.name, r.outlet) for r in found if isinstance(r, Report)] == [("a", "The Courier"), ("b", "")]


def test_patterns_name_many_files(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.md"):
        written(tmp_path, name, f"2031-05-02\nEnvoys meet\n\n{BODY}")
    assert [r.name for r in read_files([str(tmp_path / "*.txt")]) if isinstance(r, Report)] == ["a", "b"]


def test_what_the_user_says_wins_over_the_file(tmp_path: Path) -> None:
    path = written(tmp_path, "talks.txt", f"2031-05-02\nEnvoys meet\n\n{BODY}")
    report = one(path, Overrides("2031-05-03", "The Mail", "https://mail.example"))
    assert isinstance(report, Report)
    assert (report.published, report.outlet, report.url) == ("2031-05-03", "The Mail", "https://mail.example")


def test_a_report_without_a_date_is_refused_by_name_with_what_to_do(tmp_path: Path) -> None:
    error = one(written(tmp_path, "undated.txt", f"Envoys meet\n\n{BODY}"))
    assert isinstance(error, Undated)
    assert "undated.txt" in str(error)
    assert "--published" in str(error)


@pytest.mark.parametrize("head", ["Published: {}\n\nEnvoys meet", "Date: {}\nTitle: Envoys meet"])
@pytest.mark.parametrize("date", ["2031-02-31", "03/04/2031", "next Tuesday"])
def test_a_date_that_is_none_is_named_with_the_form_wanted(tmp_path: Path, head: str, date: str) -> None:
    error = one(written(tmp_path, "a.txt", f"{head.format(date)}\n\n{BODY}"))
    assert isinstance(error, Undated)
    assert repr(date) in str(error)
    assert "YYYY-MM-DD" in str(error)


@pytest.mark.parametrize("date", ["2031-02-31", "03/04/2031"])
def test_a_first_line_that_is_meant_for_a_date_is_named(tmp_path: Path, date: str) -> None:
    error = one(written(tmp_path, "a.txt", f"{date}\nEnvoys meet\n\n{BODY}"))
    assert isinstance(error, Undated)
    assert repr(date) in str(error)


def test_a_date_that_is_none_is_named_in_json_lines_and_in_a_dated_title(tmp_path: Path) -> None:
    row = {"published": "2031-02-31", "text": BODY}
    for name, content in (("a.jsonl", json.dumps(row)), ("b.txt", f"date 2031-02-31 Envoys meet\n\n{BODY}")):
        error = one(written(tmp_path, name, content))
        assert isinstance(error, Undated)
        assert "'2031-02-31'" in str(error)


@pytest.mark.parametrize("content", [[{"published": "2031-05-02", "text": BODY}], {"text": BODY}])
def test_a_json_file_is_refused_with_a_hint_to_json_lines(tmp_path: Path, content: object) -> None:
    error = one(written(tmp_path, "week.json", json.dumps(content, indent=1)))
    assert isinstance(error, InputError)
    assert "JSON Lines" in str(error)


def test_what_a_folder_holds_of_other_kinds_is_named_but_for_what_is_hidden(tmp_path: Path) -> None:
    for name in (".notes", "b.pdf", "page_files/style.css"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        written(tmp_path, name, "x")
    written(tmp_path, "a.txt", f"2031-05-02\nEnvoys meet\n\n{BODY}")
    written(tmp_path, "page.html", f"<html><title>2 May</title><p>{BODY}</p></html>")
    report, error, _page = read_files([str(tmp_path)])
    assert isinstance(report, Report)
    assert isinstance(error, InputError)
    assert str(error).startswith(f"{tmp_path / 'b.pdf'}: not a kind of file that is read")


@pytest.mark.parametrize("date", ["Wed, 05 Mar 2031 10:15:00 +0100", "5 March 2031"])
def test_a_saved_mail_has_its_subject_for_a_title_and_its_day_for_a_date(tmp_path: Path, date: str) -> None:
    head = f'From: "Press Office" <press@ministry.example>\nTo: desk@radio.example\nDate: {date}\nSubject: Envoys meet'
    report = one(written(tmp_path, "mail.txt", f"{head}\n\n{BODY}"))
    assert isinstance(report, Report)
    assert (report.published, report.title, report.outlet) == ("2031-03-05", "Envoys meet", "")
    assert report.text == f"Envoys meet\n\n{BODY}"


def test_an_ambiguous_numeric_date_is_no_date(tmp_path: Path) -> None:
    assert isinstance(one(written(tmp_path, "a.txt", f"Published: 03/04/2031\n\nEnvoys meet\n\n{BODY}")), Undated)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b"\n \n", "empty"),
        ("picture.txt", bytes(range(256)) * 20, "binary"),
        ("dateonly.txt", b"2031-05-02\n", "no text"),
        ("long.txt", b"2031-05-02\nA\n\n" + b"The envoys met. " * (LIMIT // 10), "too long"),
        ("page.html", b"<html><body></body></html>", "no main text"),
    ],
)
def test_what_is_no_report_is_refused_by_name(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    error = one(written(tmp_path, name, content))
    assert isinstance(error, InputError)
    assert name in str(error)
    assert says in str(error)


def test_a_report_in_another_language_is_refused_by_name(tmp_path: Path) -> None:
    text = "Die Unterhändler beider Seiten trafen sich am Montag in der Hafenstadt und sprachen über die Grenze. " * 4
    error = one(written(tmp_path, "bericht.txt", f"2031-05-02\nTreffen\n\n{text}"))
    assert isinstance(error, InputError)
    assert "not in English" in str(error)


def test_broken_utf_8_and_windows_1252_and_crlf_are_read(tmp_path: Path) -> None:
    body = BODY.replace("\n", "\r\n")
    broken = f"2031-05-02\r\nEnvoys meet\r\n\r\n{body} “Good”".encode() + b" \xff end"
    report = one(written(tmp_path, "broken.txt", broken))
    assert isinstance(report, Report)
    assert "\r" not in report.text
    assert "“Good”" in report.text
    old = one(written(tmp_path, "old.txt", f"2031-05-02\nEnvoys meet\n\n{BODY} “Good”".encode("cp1252")))
    assert isinstance(old, Report)
    assert "“Good”" in old.text


def test_a_missing_file_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    path = written(tmp_path, "talks.txt", f"2031-05-02\nEnvoys meet\n\n{BODY}")
    missing, report = read_files([str(tmp_path / "gone.txt"), str(path)])
    assert isinstance(missing, InputError)
    assert isinstance(report, Report)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read every folder")
def test_an_unreadable_folder_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o000)
    error = one(folder)
    assert isinstance(error, InputError)
    assert "closed" in str(error)


@pytest.mark.parametrize(
    "lines",
    [
        "Envoys meet\n2 May 2031",
        "Envoys meet\n\nPublished: 2 May 2031",
        "Envoys meet\nBy A. Writer\nLast updated on May 2, 2031 at 3:45 PM",
    ],
)
def test_a_copied_page_has_its_date_below_the_title(tmp_path: Path, lines: str) -> None:
    report = one(written(tmp_path, "talks.txt", f"{lines}\n\n{BODY}"))
    assert isinstance(report, Report)
    assert report.published == "2031-05-02"
    assert report.text.startswith("Envoys meet")
    assert "2031" not in report.text
    assert report.text.endswith(BODY)


def test_a_date_far_down_in_the_text_is_not_that_of_publication(tmp_path: Path) -> None:
    story = "\n\n".join(f"The envoys met for the {n}th time." for n in range(4, 13))
    assert isinstance(one(written(tmp_path, "talks.txt", f"Envoys meet\n\n{story}\n\n2 May 2031\n\n{BODY}")), Undated)
