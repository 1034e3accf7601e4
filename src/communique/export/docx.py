"""A brief as a Word document (Office Open XML)."""

import re
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from communique.model.brief import Brief, Note

UNPRINTED = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold."""

WRITTEN = datetime(2000, 1, 1)
"""The moment that the file gives for its making: the same brief gives the same document on any day."""


def docx(brief: Brief) -> bytes:
    """The bytes of the file; sources are numbered `[1]` in superscript."""
    from docx import Document

    document = Document()
    core = document.core_properties
    core.title, core.author, core.comments = _plain(brief.title), "", ""
    core.created = core.modified = WRITTEN
    document.add_heading(_plain(brief.title), 0)
    document.add_paragraph(_plain(brief.about))
    for section in brief.sections:
        document.add_heading(section.title, 1)
        for line in section.lines:
            paragraph = document.add_paragraph(style="List Bullet")
            for piece in line.pieces:
                run = paragraph.add_run(_plain(piece.text))
                run.bold, run.italic = piece.style == "strong", piece.style == "emphasis"
                if piece.notes:
                    paragraph.add_run("".join(f"[{n}]" for n in piece.notes)).font.superscript = True
    if brief.notes:
        document.add_heading("Sources", 1)
    for note in brief.notes:
        document.add_paragraph(_plain(_note(note)))
    file = BytesIO()
    document.save(file)
    return _undated(file)


def _undated(file: BytesIO) -> bytes:
    """The same package, its parts without the moment of writing."""
    out = BytesIO()
    with ZipFile(file) as made, ZipFile(out, "w", ZIP_DEFLATED) as package:
        for name in made.namelist():
            package.writestr(ZipInfo(name, WRITTEN.timetuple()[:6]), made.read(name), ZIP_DEFLATED)
    return out.getvalue()


def _plain(text: str) -> str:
    return UNPRINTED.sub("\ufffd", text)


def _note(note: Note) -> str:
    url = f", {note.url}" if note.url else ""
    return f"[{note.number}] {note.about}{url}{f' (after {note.after})' if note.after else ''}"
