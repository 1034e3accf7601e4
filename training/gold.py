"""Annotated reports: `<id>.txt` (date, title, empty line, body) beside `<id>.json` in the annotation guide's shape."""

import json
from pathlib import Path
from typing import Any

from communique.language.annotator import DefaultAnnotator
from communique.model.page import Page
from communique.model.report import Report


def annotated(folder: Path) -> list[tuple[Page, dict[str, Any]]]:
    """Every report of a folder, read by the shipped annotator, with its annotation."""
    texts = sorted(folder.glob("*.txt"))
    golds = [json.loads(path.with_suffix(".json").read_text(encoding="utf-8")) for path in texts]
    reports = [report(path, str(gold.get("outlet", ""))) for path, gold in zip(texts, golds, strict=True)]
    readings = DefaultAnnotator().annotate(reports)
    return [(Page(r, reading), gold) for r, reading, gold in zip(reports, readings, golds, strict=True)]


def report(path: Path, outlet: str) -> Report:
    """One report from its text file."""
    published, _, rest = path.read_text(encoding="utf-8").partition("\n")
    title, _, body = rest.partition("\n")
    text = "\n\n".join(part for part in (title.strip(), body.strip("\n").rstrip()) if part)
    return Report(outlet=outlet, published=published.strip(), title=title.strip(), text=text, name=path.stem)
