"""`communique read`: what one report says, without keeping it."""

import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from communique.cli.inputs import Files, Outlet, Published, Url, list_failed, overrides, reports_of
from communique.errors import InputError
from communique.model.claim import KINDS
from communique.model.plain import plain
from communique.model.report import Report

BATCH = 16
"""Reports annotated together: enough to fill the model's batches, few enough to show progress."""

if TYPE_CHECKING:
    from communique.pipeline import Proposer, Read


def read(
    files: Files,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Write the entries as JSON, one object a line.")] = False,
    out: Annotated[Path | None, typer.Option(help="Write one <stem>.json a report into this folder.")] = None,
    explain: Annotated[bool, typer.Option(help="Show, sentence by sentence, what produced what and why.")] = False,
    full: Annotated[
        bool, typer.Option("--full", help="Explain the reading behind as well: names, times, quotations.")
    ] = False,
    sentence: Annotated[list[int] | None, typer.Option(help="Explain only this sentence; may be given again.")] = None,
    only: Annotated[str, typer.Option(help=f"Explain only one kind: {', '.join(KINDS)}.")] = "",
    published: Published = "",
    outlet: Outlet = "",
    url: Url = "",
    propose_from: Annotated[
        str,
        typer.Option(
            help="Also ask a language model behind this address (OpenAI-compatible; the report is sent to it)."
        ),
    ] = "",
    model: Annotated[str, typer.Option(help="The name of that model.")] = "",
) -> None:
    """Read reports and show what each one says; nothing is kept."""
    from communique.reading.files import read_files

    given, proposer = overrides(published, outlet, url), _proposer(propose_from, model)
    explaining = _explaining(explain, full, sentence or (), only)
    failed: list[InputError] = []
    names: set[str] = set()
    for result in results(reports_of(read_files(files, given), failed), total=len(files), proposer=proposer):
        failed += [InputError(result.report.name, p.stage, p.message) for p in result.problems]
        if out is not None:
            _write(out, result, names)
        if explaining is not None:
            _explain(result, explaining, as_json=as_json)
        elif as_json:
            print(json.dumps(_guide(result), ensure_ascii=False))
        elif out is None:
            _show(result)
    list_failed(failed)


def _proposer(url: str, model: str) -> "Proposer | None":
    """What asks the model that the user named; its key, if it needs one, is in $COMMUNIQUE_MODEL_KEY."""
    if bool(url) != bool(model):
        raise typer.BadParameter("--propose-from URL and --model NAME go together", param_hint="--model")
    if not url:
        return None
    from communique.propose import Endpoint, ModelProposer

    return ModelProposer(Endpoint(url, model, os.environ.get("COMMUNIQUE_MODEL_KEY", "")))


def results(reports: Iterable[Report], *, total: int, proposer: "Proposer | None" = None) -> "Iterator[Read]":
    """Each report with what was read in it, in order; a progress line on a terminal, silence in a pipe."""
    from rich.console import Console

    from communique.language.annotator import DefaultAnnotator
    from communique.pipeline import read as read_all

    annotator = DefaultAnnotator()
    console = Console(stderr=True)
    source, done = iter(reports), 0
    while batch := list(islice(source, BATCH)):
        if console.is_terminal and (total > 1 or done):
            console.print(f"read {done} reports …", end="\r")
        yield from read_all(batch, annotator, proposer)
        done += len(batch)


def _guide(result: "Read") -> dict[str, Any]:
    from communique.export.guide import guide

    return guide(result.report, result.claims)


def _write(out: Path, result: "Read", names: set[str]) -> None:
    """Write one file a report; two reports of one name get a number."""
    name, number = result.report.name, 1
    while name in names:
        number += 1
        name = f"{result.report.name}-{number}"
    names.add(name)
    path = out / f"{name}.json"
    try:
        out.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(_guide(result), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise InputError(str(path), f"cannot be written ({error.strerror})", "Choose another --out folder.") from error


def _show(result: "Read") -> None:
    from communique.cli.reading_view import entries

    sys.stdout.write("\n".join(entries(result.report, result.claims)) + "\n")


@dataclass(frozen=True, slots=True)
class Explaining:
    """What to explain of each report: which sentences (all without any), which kind, and how much."""

    full: bool
    sentences: tuple[int, ...]
    kind: str


def _explaining(explain: bool, full: bool, sentences: Sequence[int], kind: str) -> Explaining | None:
    """What the options ask to be explained; any of those that narrow an explanation asks for one."""
    kind = kind.replace("-", "_").replace(" ", "_")
    if kind and kind not in KINDS:
        raise typer.BadParameter(f"{kind!r} is no kind; choose one of {', '.join(KINDS)}", param_hint="--only")
    wanted = explain or full or sentences or kind
    return Explaining(full, tuple(sentences), kind) if wanted else None


def _explain(result: "Read", what: Explaining, *, as_json: bool) -> None:
    from communique.cli import explanation
    from communique.explain.account import account
    from communique.explain.narrowed import narrowed

    found = narrowed(account(result), numbers=what.sentences, kind=what.kind, reading=what.full)
    if as_json:
        print(json.dumps(plain(found), ensure_ascii=False))
    else:
        explanation.show(found, full=what.full)
