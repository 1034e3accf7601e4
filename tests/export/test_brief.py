"""The brief in its forms: every line is numbered to its sources, and what reports say stays text."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from communique import Record
from communique.errors import QueryError
from communique.model.claim import Claim
from communique.model.report import Report
from communique.testing import MONDAY, a_claim, a_report
from talks import story

HOSTILE = 'Kest said <script>alert("x")</script> & <b onclick="y()">would</b> \x07 not answer before 9 May.'


def told() -> Iterator[tuple[Report, list[Claim]]]:
    yield from story()
    report = a_report(HOSTILE, outlet='<img src=x onerror="z()">', published="2031-05-23", title="</title><script>")
    fields = {"speaker": "Darro Kest", "mode": "direct", "content": HOSTILE, "cue": "said"}
    yield report, [a_claim(report, "statements", said=HOSTILE, **fields)]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    made = Record.open(tmp_path_factory.mktemp("brief") / "r.db")
    for report, claims in told():
        made.keep(report, claims, version="1", recorded=MONDAY)
    return made


class Seen(HTMLParser):
    """What a browser would see: tags with attributes, ids, links within the page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def all(self, attribute: str) -> list[str]:
        return [str(a[attribute]) for _, a in self.tags if attribute in a]


def test_what_is_new_is_told_apart_from_what_changed(record: Record) -> None:
    sections = {part.partition("\n")[0]: part for part in record.brief(since="2031-05-13").split("\n## ")}
    assert "scheduled for 2031-05-14" in sections["What changed"]
    assert "Muscat" in sections["What changed"]
    assert "What is new" not in sections
    new = record.brief(since="2031-05-09").split("## What is new")[1].split("\n## ")[0]
    assert "Muscat" in new
    assert "Oslo" not in new
    assert "What changed" not in record.brief()


def test_a_brief_about_somebody_tells_only_what_names_them(record: Record) -> None:
    whole, about = record.brief(), record.brief(party="Darro Kest")
    assert about.startswith("# Brief on Darro Kest: ")
    lines = [line for line in about.splitlines() if line.startswith("- ")]
    assert lines
    assert all("Kest" in line for line in lines)
    assert len(lines) < len([line for line in whole.splitlines() if line.startswith("- ")])
    with pytest.raises(QueryError, match="Nobody"):
        record.brief(party="Nobody")


@pytest.mark.parametrize("since", ["", "2031-05-13"])
def test_every_line_of_every_form_is_numbered_to_a_source(record: Record, since: str) -> None:
    lines = [line for line in record.brief(since=since).splitlines() if line.startswith("- ")]
    assert lines
    assert all(re.search(r"\[\d+\]", line) for line in lines)
    document = Document(BytesIO(record.briefed("docx", since=since)))
    bullets = [p.text for p in document.paragraphs if p.style and p.style.name == "List Bullet"]
    assert len(bullets) == len(lines)
    assert all(re.search(r"\[\d+\]", bullet) for bullet in bullets)
    page = record.briefed("html", since=since).decode()
    items = re.findall(r"<li>.*</li>", page)
    assert len(items) == len(lines)
    assert all('href="#note-' in item for item in items)


def test_a_brief_about_somebody_counts_the_reports_that_tell_of_them(tmp_path: Path) -> None:
    with Record.open(tmp_path / "r.db") as made:
        for day, speaker in (("2031-05-06", "Darro Kest"), ("2031-05-07", "Ilva Sorn"), ("2031-05-08", "Darro Kest")):
            report = a_report(f"{speaker} spoke on {day}.", published=day)
            said = {"speaker": speaker, "mode": "indirect", "content": f"spoke on {day}", "cue": "spoke"}
            made.keep(report, [a_claim(report, "statements", **said)], version="1", recorded=MONDAY)
        assert "\n2 of 3 reports.\n" in made.brief(party="Darro Kest")
        assert "\n1 of 2 reports.\n" in made.brief(party="Darro Kest", since="2031-05-07")
        assert "\n3 reports.\n" in made.brief()
        assert "\n1 of 2 reports.\n" in made.at(known_by="2031-05-07").brief(party="Darro Kest")


def test_every_link_of_a_dossier_leads_somewhere_in_it(record: Record) -> None:
    seen = Seen(record.briefed("dossier").decode())
    within = {link[1:] for link in seen.all("href") if link.startswith("#")}
    ids = seen.all("id")
    assert within <= set(ids)
    assert len(ids) == len(set(ids))
    assert {id for id in within if id.startswith("entry-")}


def test_a_dossier_holds_the_words_of_every_source_of_every_entry(record: Record) -> None:
    page = record.briefed("dossier").decode()
    assert page.count("<mark>") > 30
    for outlet in ("The Courier", "Harbour Daily", "Radio Skerry", "Northern Wire"):
        assert f"{outlet}, 2031-05" in page
    assert "A second round will be held in Muscat on 14 May" in page.replace("<mark>", "").replace("</mark>", "")


@pytest.mark.parametrize("form", ["html", "dossier"])
def test_a_page_needs_nothing_from_elsewhere_and_no_report_can_put_markup_into_it(record: Record, form: str) -> None:
    page = record.briefed(form).decode()
    seen = Seen(page)
    assert not {tag for tag, _ in seen.tags} & {"script", "img", "iframe", "object", "link", "b", "form"}
    assert not [name for _, attributes in seen.tags for name in attributes if name.startswith("on") or name == "src"]
    assert "url(" not in page
    assert "@import" not in page
    assert "&lt;script&gt;" in page


def test_a_document_holds_what_xml_cannot_as_a_mark(record: Record) -> None:
    document = Document(BytesIO(record.briefed("docx")))
    assert any("�" in p.text and "<script>" in p.text for p in document.paragraphs)


@pytest.mark.parametrize("form", ["md", "html", "docx", "dossier"])
def test_the_same_record_gives_the_same_bytes(record: Record, form: str) -> None:
    assert record.briefed(form) == record.briefed(form)


def test_another_form_is_refused_with_those_there_are(record: Record) -> None:
    with pytest.raises(QueryError, match="md, html, docx or dossier"):
        record.briefed("odt")


def test_an_empty_record_gives_an_empty_brief_in_every_form(tmp_path: Path) -> None:
    with Record.open(tmp_path / "r.db") as empty:
        assert "no reports" in empty.brief()
        assert b"no reports" in empty.briefed("dossier")
        assert empty.briefed("docx").startswith(b"PK")


@pytest.fixture
def corrected(tmp_path: Path) -> Iterator[Record]:
    """A meeting whose place a person corrected, and whose second report was retracted."""
    with Record.open(tmp_path / "r.db") as made:
        for report, claims in told():
            made.keep(report, claims, version="1", recorded=MONDAY)
        meeting = next(row for row in made.timeline() if row.place == "Oslo")
        signed = made.signed("Ada Quill", recorded="2031-06-02T09:30:00Z")
        for source in meeting.sources:
            signed.edit(source.claim, "place", ["Bergen"])
            signed.edit(source.claim, "parties", ["Veldania", "NOR"])
        yield made


@pytest.mark.parametrize("asked", [{}, {"party": "Veldania"}])
def test_what_a_person_changed_is_marked_with_who_did_and_what_was_read(
    corrected: Record, asked: dict[str, str]
) -> None:
    line = next(line for line in corrected.brief(**asked).splitlines() if "Bergen" in line)
    assert "[place corrected by Ada Quill, 2031-06-02, in no words of the report; read: Oslo]" in line
    assert "read: Maretia, Veldania]" in line or "read: Veldania, Maretia]" in line


def test_a_dossier_marks_the_field_that_a_person_changed(corrected: Record) -> None:
    assert "place corrected by Ada Quill, 2031-06-02" in corrected.briefed("dossier").decode()


def test_a_brief_says_that_words_were_withdrawn(corrected: Record) -> None:
    (plan,) = corrected.proposals()
    signed = corrected.signed("Ada Quill", recorded="2031-06-02T10:00:00Z")
    signed.retract(plan.sources[0].report, reason="made up")
    line = next(line for line in corrected.brief().splitlines() if line.startswith("- **list of prisoners**"))
    assert "[withdrawn since 2031-06-02]" in line


def test_states_and_labels_are_words_for_readers(tmp_path: Path) -> None:
    report = a_report("Oslo is open to a truce.", "Norway and Oman met in Oslo.", published="2031-05-06")
    stand = a_claim(report, "positions", party="NOR", issue="a truce", stance="open_to")
    met = a_claim(report, "meetings", parties=["NOR", "OMN"], place="OMN", when="2031-05-06", status="under_way")
    plan = a_claim(report, "proposals", name="a truce", authors=["OMN"], status="under_discussion")
    with Record.open(tmp_path / "r.db") as made:
        made.keep(report, [stand, met, plan], version="1", recorded=MONDAY)
        text = made.brief()
    for words in ("**Norway** open to: “a truce”", "under way: meeting, Norway – Oman", "(Oman): under discussion"):
        assert words in text
    assert not re.search(r"NOR|OMN|_", text)
