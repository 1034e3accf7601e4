"""A brief as one HTML file, and a dossier: the same with every passage behind every line.

Nothing is loaded from anywhere and no script is needed; what reports say is escaped, and what comes out is cleaned once
more by nh3, so that no report can put markup into it.
"""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from communique.lexicon.countries import called
from communique.model.brief import Brief, Line, Note, Piece
from communique.model.labels import outlet_called, plainly
from communique.model.marks import changed_by, lost
from communique.model.rows import DisputeRow, EntryRow, FieldRow, Passage, Stage, Words

TAGS = {"strong": "strong", "emphasis": "em"}
ALLOWED = {
    "h1",
    "h2",
    "h3",
    "h4",
    "p",
    "ul",
    "ol",
    "li",
    "strong",
    "em",
    "a",
    "sup",
    "section",
    "div",
    "dl",
    "dt",
    "dd",
}
ALLOWED |= {"blockquote", "mark", "cite", "span"}

STYLE = """
body { font: 1rem/1.5 Georgia, serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a;
  background: #fff; overflow-wrap: break-word }
h1, h2, h3 { line-height: 1.2; font-family: system-ui, sans-serif } h2 { border-bottom: 1px solid #999 }
li { margin: .4rem 0 } a { color: #0b4a8f } sup a { text-decoration: none } mark { background: #fff2b3; color: inherit }
blockquote { margin: .3rem 0 .6rem 1rem; padding-left: .7rem; border-left: 3px solid #bbb } cite { font-size: .85rem }
dt { font-weight: bold; margin-top: .6rem } .about { color: #444 }
@media print { body { max-width: none; margin: 0; font-size: 10pt } a { color: inherit; text-decoration: none }
  section.entry, li, blockquote { break-inside: avoid } h2, h3, dt { break-after: avoid }
  .sources a[href^="http"]::after { content: " " attr(href) } }
"""


def html(brief: Brief, entries: Sequence[EntryRow] = ()) -> str:
    """A whole page; with `entries` (a dossier) every line leads to its entry with all passages in context."""
    import nh3

    known = {entry.id for entry in entries}
    body = "\n".join((*_brief(brief, known), *_evidence(entries), *_sources(brief.notes)))
    clean = nh3.clean(
        body, tags=ALLOWED, attributes={"*": {"id", "class"}, "a": {"href"}}, url_schemes={"http", "https"}
    )
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{escape(brief.title)}</title>\n'
        f"<style>{STYLE}</style>\n</head>\n<body>\n{clean}\n</body>\n</html>\n"
    )


def _brief(brief: Brief, known: set[str]) -> Iterator[str]:
    yield f'<h1>{escape(brief.title)}</h1>\n<p class="about">{escape(brief.about)}</p>'
    for section in brief.sections:
        yield f"<h2>{escape(section.title)}</h2>\n<ul>"
        yield from (_line(line, known) for line in section.lines)
        yield "</ul>"


def _line(line: Line, known: set[str]) -> str:
    told = "".join(map(_piece, line.pieces))
    return f"<li>{told}{_link(f'#entry-{line.entry}', 'evidence') if line.entry in known else ''}</li>"


def _piece(piece: Piece) -> str:
    tag = TAGS.get(piece.style)
    text = f"<{tag}>{escape(piece.text)}</{tag}>" if tag else escape(piece.text)
    return text + "".join(f"<sup>{_link(f'#note-{n}', f'[{n}]')}</sup>" for n in piece.notes)


def _link(to: str, text: str) -> str:
    return f'<a href="{escape(to)}">{escape(text)}</a> '


def _sources(notes: Iterable[Note]) -> Iterator[str]:
    yield '<h2>Sources</h2>\n<ul class="sources">'
    for note in notes:
        about = _link(note.url, note.about) if note.url.startswith(("http://", "https://")) else escape(note.about)
        after = f" (after {escape(note.after)})" if note.after else ""
        yield f'<li id="note-{note.number}">[{note.number}] {about}{after}</li>'
    yield "</ul>"


def _evidence(entries: Sequence[EntryRow]) -> Iterator[str]:
    if entries:
        yield "<h2>Evidence</h2>"
    for entry in entries:
        about = " · ".join(part for part in (plainly(entry.kind), plainly(entry.status), entry.when, entry.id) if part)
        yield f'<section class="entry" id="entry-{escape(entry.id)}">\n<h3>{escape(entry.title or entry.kind)}</h3>'
        yield f'<p class="about">{escape(about)}</p>\n<dl>'
        yield from (part for field in entry.fields for part in _field(field))
        yield from _life(entry.life)
        yield from (part for dispute in entry.disputes for part in _dispute(dispute))
        yield "</dl>\n</section>"


def _field(row: FieldRow) -> Iterator[str]:
    value = f": {escape(called(row.value))}" if row.value else ""
    yield f"<dt>{escape(plainly(row.role))}{value}</dt>"
    yield from (f"<dd>{escape(changed_by(change, called))}</dd>" for change in row.changes)
    yield from (f"<dd>{_passage(passage)}</dd>" for passage in row.passages)


def _passage(p: Passage) -> str:
    told = f"{escape(p.before)}<mark>{escape(p.words)}</mark>{escape(p.after)}"
    where = ", ".join((outlet_called(p.outlet), p.published[:10], f"{p.start}–{p.end}", *lost(p)))
    return f"<blockquote>{told}<br><cite>{escape(where)}</cite></blockquote>".replace("<br>", " ")


def _life(life: Sequence[Stage]) -> Iterator[str]:
    if len(life) > 1:
        yield "<dt>life</dt>"
        for stage in life:
            told = f"{stage.published[:10]} {plainly(stage.status)} {stage.when}".strip()
            yield f"<dd>{escape(told)} {_quoted([stage.words])}</dd>"


def _dispute(row: DisputeRow) -> Iterator[str]:
    yield f"<dt>disputed: {escape(row.type)} ({escape(row.state)})</dt>"
    yield from (f"<dd>{escape(called(side.value))} {_quoted(side.sources)}</dd>" for side in row.sides)


def _quoted(sources: Sequence[Words]) -> str:
    return "".join(
        f"<blockquote>{escape(w.quote)} <cite>{escape(outlet_called(w.outlet))}, {escape(w.published[:10])}</cite>"
        "</blockquote>"
        for w in sources
    )
