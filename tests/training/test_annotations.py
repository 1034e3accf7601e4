import json
from pathlib import Path

import pytest

from training.annotations import file_of, pack, packed, text_of, unpacked

TEXT = "2031-05-03\nTalks in Muscat\n\nMaretia demanded a truce. Torvik rejected the truce plan."
ANNOTATION = {
    "positions": [
        {"party": "Maretia", "issue": "a truce", "stance": "demands", "evidence": "Maretia demanded a truce."},
        {"party": "Torvik", "by": "", "issue": "the truce plan", "stance": "rejects", "evidence": "the truce plan"},
    ],
    "proposals": [{"name": "truce plan", "status": "rejected", "evidence": "Torvik rejected the truce plan."}],
    "meetings": [{"parties": ["Maretia", "Torvik"], "evidence": ["Talks in Muscat", "Maretia demanded a truce."]}],
    "statements": [],
}


def texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for part in value.values() for text in texts(part)]
    if isinstance(value, list):
        return [text for part in value for text in texts(part)]
    return [value] if isinstance(value, str) else []


def test_a_packed_annotation_holds_no_words_of_the_report_but_names_and_labels() -> None:
    assert set(texts(packed(TEXT, ANNOTATION))) == {"Maretia", "Torvik", "demands", "rejects", "rejected"}


def test_unpacking_gives_the_annotation_back_without_its_empty_fields() -> None:
    wanted = {kind: [{f: v for f, v in e.items() if v} for e in entries] for kind, entries in ANNOTATION.items()}
    assert unpacked(TEXT, packed(TEXT, ANNOTATION)) == wanted


def test_words_that_are_not_in_the_report_are_refused() -> None:
    with pytest.raises(ValueError, match="a treaty"):
        packed(TEXT, {"positions": [{"party": "Torvik", "issue": "a treaty"}]})


def test_words_are_found_whatever_white_space_is_in_them() -> None:
    row = packed(TEXT, {"positions": [{"party": "Torvik", "issue": "the truce\n plan"}]})
    assert unpacked(TEXT, row) == {"positions": [{"party": "Torvik", "issue": "the truce plan"}]}


def test_a_report_put_together_from_its_words_has_its_date_in_the_first_line(tmp_path: Path) -> None:
    folder = tmp_path / "data/names/worldwide/train"
    folder.mkdir(parents=True)
    (folder / "tv_gazette_1.txt.tsv").write_text("Torvik\tB-Location\nagreed\tO\n.\tO\n", encoding="utf-8")
    row = {"file": str(file_of(tmp_path, "ww-tv_gazette_1").relative_to(tmp_path)), "published": "2031-05-03"}
    assert text_of(tmp_path, row) == "2031-05-03\nTorvik agreed.\n"


def test_a_report_of_a_time_corpus_is_its_text_without_tags(tmp_path: Path) -> None:
    folder = tmp_path / "data/times/Some"
    folder.mkdir(parents=True)
    (folder / "wire1.tml").write_text(
        '<TEXT>Torvik agreed <TIMEX3 value="2031-05-02">Friday</TIMEX3>.</TEXT>', encoding="utf-8"
    )
    row = {"file": str(file_of(tmp_path, "tb-wire1").relative_to(tmp_path)), "published": "2031-05-03"}
    assert text_of(tmp_path, row) == "2031-05-03\nTorvik agreed Friday.\n"


def test_a_press_release_is_found_among_many_by_its_id(tmp_path: Path) -> None:
    folder = tmp_path / "data/names/re3d/Some Ministry"
    folder.mkdir(parents=True)
    lines = [
        '{"_id": "0A1", "title": "One", "text": "Torvik agreed."}',
        '{"_id": "0B2", "title": "Two", "text": "No."}',
    ]
    (folder / "documents.json").write_text("\n".join(lines), encoding="utf-8")
    row = {"id": "rd-0B2", "file": str(file_of(tmp_path, "rd-0B2").relative_to(tmp_path)), "published": "2031-05-03"}
    assert text_of(tmp_path, row) == "2031-05-03\nTwo\n\nNo.\n"


def test_reports_of_our_own_are_packed_with_their_text(tmp_path: Path) -> None:
    (tmp_path / "own-x-01.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "own-x-01.json").write_text(json.dumps(ANNOTATION), encoding="utf-8")
    rows = pack([tmp_path], tmp_path)
    assert [text_of(tmp_path, row) for row in rows] == [TEXT]
    assert unpacked(TEXT, rows[0])["proposals"] == ANNOTATION["proposals"]
