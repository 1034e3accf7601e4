"""Annotated reports: `<id>.txt` (date, title, empty line, body) beside `<id>.json` in the annotation guide's shape."""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from communique.language.annotator import DefaultAnnotator
from communique.language.encoder import Encoder
from communique.model.page import Page
from communique.model.report import Report
from communique.reading.text import read_text


def names_in(folder: Path) -> frozenset[str]:
    """The ids of the reports of a folder."""
    return frozenset(path.stem for path in folder.glob("*.txt"))


def annotated(*folders: Path, readers: Sequence[Path] = ()) -> list[tuple[Page, dict[str, Any]]]:
    """Every report of the folders, read by the shipped annotator, with its annotation; of two of one id the first.

    `readers` are folders of further checkpoints, as `training.export` writes them: each reads every report once more.
    """
    texts = list({path.stem: path for folder in reversed(folders) for path in sorted(folder.glob("*.txt"))}.values())
    golds = [json.loads(path.with_suffix(".json").read_text(encoding="utf-8")) for path in texts]
    reports = [report(path, str(gold.get("outlet", ""))) for path, gold in zip(texts, golds, strict=True)]
    annotators = [DefaultAnnotator(), *(DefaultAnnotator(Encoder(weights=folder)) for folder in readers)]
    return [
        (Page(report, reading), gold)
        for annotator in annotators
        for report, reading, gold in zip(reports, annotator.annotate(reports), golds, strict=True)
    ]


def report(path: Path, outlet: str) -> Report:
    """One report from its text file."""
    draft = read_text(path.name, path.read_text(encoding="utf-8"))
    text = "\n\n".join(part for part in (draft.title, draft.body) if part)
    return Report(outlet=outlet, published=draft.published, title=draft.title, text=text, name=path.stem)


def story(name: str) -> str:
    """The story that a report of the name `<story>-<yyyymmdd>-<number>` belongs to."""
    return re.sub(r"-\d{8}-\d+$", "", name)


def is_own(name: str) -> bool:
    """True for a report that we wrote ourselves, by its id."""
    return name.startswith("own-")
