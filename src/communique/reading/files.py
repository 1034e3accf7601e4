"""Reports from whatever the user named: one outcome an input, in order."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from communique.errors import CommuniqueError, InputError, Undated
from communique.model.report import Report
from communique.reading.decoding import LIMIT, NUL, decode, no_text
from communique.reading.draft import Draft, Overrides
from communique.reading.html import read_html
from communique.reading.jsonl import draft_of, read_jsonl
from communique.reading.language import language_of
from communique.reading.sources import Source, sources
from communique.reading.text import read_text

_HTML = frozenset({".html", ".htm", ".xhtml"})
_JSONL = frozenset({".jsonl", ".ndjson"})


def read_files(named: Iterable[str], overrides: Overrides | None = None) -> Iterator[Report | InputError]:
    """Every report in the named files, folders and patterns ("-": standard input), or the error in its place."""
    overrides = overrides or Overrides()
    for source in sources(named):
        if isinstance(source, InputError):
            yield source
            continue
        try:
            yield from _reports(source, overrides)
        except InputError as error:
            yield error
        except CommuniqueError as error:
            yield InputError(source.name, str(error), "Leave it out and report this as a fault.")


def _reports(source: Source, overrides: Overrides) -> Iterator[Report | InputError]:
    raw = source.read()
    digest = hashlib.sha256(raw).hexdigest()
    suffix = source.path.suffix.lower() if source.path else ""
    many = suffix in _JSONL or (not suffix and raw.lstrip()[:1] == b"{")
    if len(raw) > LIMIT and not many:
        raise _too_long(source.name, len(raw))
    text, _ = decode(source.name, raw)
    if (suffix == ".json" or text.lstrip()[:1] == "[") and _is_json(text):
        what = "this is JSON of another form than one object a line"
        raise InputError(source.name, what, "Write JSON Lines, a report a line, in a .jsonl file.")
    if many:
        drafts: Iterable[Draft | InputError] = read_jsonl(source.name, text)
    elif suffix in _HTML or text.lstrip()[:15].lower().startswith(("<!doctype html", "<html")):
        drafts = (read_html(source.name, text),)
    else:
        drafts = (read_text(source.name, text),)
    about = draft_of(source.name, json.loads(source.about)) if source.about else Draft(source.name, "")
    for draft in drafts:
        yield draft if isinstance(draft, InputError) else report_of(overrides.apply(draft.filled(about)), digest)


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def report_of(draft: Draft, digest: str) -> Report | InputError:
    """The report of a draft, or why it is none that can be read; `digest` is the SHA-256 of the bytes it was read from,
    "" where there is no file.
    """
    if not draft.body.strip():
        return InputError(draft.name, "the report has no text", "Check that it was saved whole.")
    if NUL in "".join((draft.body, draft.title, draft.outlet, draft.url)):
        return no_text(draft.name)
    if len(draft.body) > LIMIT:
        return _too_long(draft.name, len(draft.body))
    language = language_of(draft.body)
    if language != "en":
        return InputError(
            draft.name, f"the report is not in English (language {language!r})", "Give an English version."
        )
    if not draft.published:
        return Undated(draft.name, draft.dated)
    return Report(
        outlet=draft.outlet,
        published=draft.published,
        title=draft.title,
        text=f"{draft.title}\n\n{draft.body}" if draft.title else draft.body,
        url=draft.url,
        modified=draft.modified,
        language=language,
        raw=digest,
        name=_short(draft.name),
    )


def _too_long(name: str, size: int) -> InputError:
    what = f"{size / 1e6:.1f} MB are too long for one report (at most {LIMIT / 1e6:.0f} MB)"
    return InputError(name, what, "Split it into one report a file, or write JSON Lines with one report a line.")


def _short(name: str) -> str:
    """`reports/today.txt` is "today", line 3 of `week.jsonl` is "week-3"."""
    path, _, line = name.rpartition(":")
    if path and line.isdigit():
        return f"{PurePath(path).stem}-{line}"
    return "standard-input" if name == "standard input" else PurePath(name).stem
