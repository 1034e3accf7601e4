"""A brief in Markdown."""

from communique.model.brief import Brief, Line, Note, Piece

MARKS = {"strong": "**", "emphasis": "*", "": ""}


def markdown(brief: Brief) -> str:
    """One text that ends with a line break; sources are numbered `[1]`."""
    lines = [f"# {brief.title}", "", brief.about, ""]
    for section in brief.sections:
        lines += [f"## {section.title}", "", *map(_line, section.lines), ""]
    if brief.notes:
        lines += ["## Sources", "", *map(_note, brief.notes)]
    return "\n".join(lines).rstrip() + "\n"


def _line(line: Line) -> str:
    return "- " + "".join(map(_piece, line.pieces)).rstrip()


def _piece(piece: Piece) -> str:
    mark = MARKS[piece.style]
    return f"{mark}{piece.text}{mark}" + "".join(f"[{n}]" for n in piece.notes)


def _note(note: Note) -> str:
    url = f", {note.url}" if note.url else ""
    return f"[{note.number}] {note.about}{url}{f' (after {note.after})' if note.after else ''}  "
