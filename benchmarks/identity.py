"""Is the one who speaks the right one, and is everybody there? Accuracy of within-report identity on annotated reports.

    python -m benchmarks.identity ../shared/gold/train ../shared/gold/dev [--misses]

Each folder holds `<id>.txt` (date, title, empty line, body) beside `<id>.json` in the annotation guide's shape. For
every annotated statement the subject of its cue is looked up, and what it refers to is compared with the annotated
speaker, by the form of the subject (pronoun, name, nominal). Then every annotated person and party is looked for among
the referents.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from communique.language.annotator import begin
from communique.language.encoder import Encoder
from communique.language.identity import referents
from communique.model.page import Page
from communique.model.report import Report

PRONOUNS = frozenset("he she they it who which".split())
FIRST = frozenset("i we".split())


def resolved(page: Page) -> Page:
    return Page(page.report, replace(page.reading, referents=referents(page)))


def main() -> None:
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("folders", nargs="+", type=Path)
    given.add_argument("--misses", action="store_true", help="list what was missed")
    options = given.parse_args()
    encoder = Encoder()
    for folder in options.folders:
        texts = sorted(folder.glob("*.txt"))
        reports = [load(path) for path in texts]
        parses = encoder.parse([report.text for report in reports])
        pages = [Page(r, begin(r, p, "benchmark")) for r, p in zip(reports, parses, strict=True)]
        golds = [json.loads(path.with_suffix(".json").read_text(encoding="utf-8")) for path in texts]
        show(
            folder.name,
            [(resolved(p), g) for p, g in zip(pages, golds, strict=True)],
            options.misses,
        )


def load(path: Path) -> Report:
    """One annotated report: date, title, empty line, body."""
    day, title, _, body = [*path.read_text(encoding="utf-8").split("\n", 3), "", "", ""][:4]
    text = f"{title}\n\n{body.rstrip()}" if title else body.strip()
    return Report("", day, title, text, name=path.stem)


def show(name: str, pairs: list[tuple[Page, dict[str, Any]]], misses: bool) -> None:
    """Print both measures for one folder."""
    right: Counter[str] = Counter()
    said: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for page, gold in pairs:
        for form, found, speaker, evidence in speakers(page, gold):
            total[form] += 1
            said[form] += bool(found)
            right[form] += same_name(found, speaker)
            if misses and not same_name(found, speaker):
                print(f"  {page.report.name} {form}: {found or '-'} for {speaker} | {evidence[:150]!r}")
    for form in sorted(total):
        share = f"{right[form]}/{total[form]} = {right[form] / total[form]:.2f}"
        print(f"{name} speaker by {form}: right {share}, resolved {said[form]}")
    for kind, names in (("person", people), ("party", parties)):
        wanted = [(p, n) for p, g in pairs for n in sorted(names(g))]
        lost = [(p.report.name, n) for p, n in wanted if not any(same_name(r.name, n) for r in p.reading.referents)]
        exact = sum(any(r.name == n for r in p.reading.referents) for p, n in wanted)
        print(f"{name} {kind}: found {len(wanted) - len(lost)}/{len(wanted)}, by exactly this name {exact}")
        for report, lost_name in lost if misses else []:
            print(f"  {report}: no {kind} {lost_name}")


def people(gold: dict[str, Any]) -> set[str]:
    """The annotated persons of one report."""
    return {o["person"] for o in gold["offices"]} | {p for m in gold["meetings"] for p in m.get("participants", [])}


def parties(gold: dict[str, Any]) -> set[str]:
    """The annotated parties of one report."""
    return {p["name"] for p in gold["parties"]} | {p for m in gold["meetings"] for p in m.get("parties", [])}


def speakers(page: Page, gold: dict[str, Any]) -> Iterator[tuple[str, str, str, str]]:
    """Form of the cue's subject, what it refers to, the annotated speaker and the evidence, for each statement."""
    for entry in gold["statements"]:
        evidence = entry["evidence"] if isinstance(entry["evidence"], str) else entry["evidence"][0]
        start = page.report.text.find(evidence)
        at = page.report.text.find(entry.get("cue") or "\0", start) if start >= 0 else -1
        if at < 0 or at >= start + len(evidence):
            continue
        subject = subject_of(page, at, at + len(entry["cue"]))
        if subject is None or page.tokens[subject].text.casefold() in FIRST:
            continue
        names = [r.name for m, r in page.mentions_in(page.sentence_of(subject).span) if m.head == subject]
        held = page.referent_at(subject)
        names = names or ([held.name] if held else [])
        found = next((n for n in names if same_name(n, entry["speaker"])), names[-1] if names else "")
        yield form_of(page, subject), found, entry["speaker"], evidence


def subject_of(page: Page, start: int, end: int) -> int | None:
    """The subject of the verb at these characters, or its governor's, or the object of "according to"."""
    inside = [at for at, t in enumerate(page.tokens) if start <= t.start < end]
    for at in inside:
        if page.tokens[at].text.casefold() == "to" and at and page.tokens[at - 1].text.casefold() == "according":
            return page.tokens[at].head if page.tokens[at].deprel == "case" else None
    for verb in inside:
        for governor in (verb, *page.ancestors(verb)):
            found = page.child(governor, "nsubj")
            if found is not None:
                return found
            if page.tokens[governor].deprel not in {"advcl", "conj", "xcomp", "acl"}:
                break
    return None


def form_of(page: Page, subject: int) -> str:
    if page.tokens[subject].text.casefold() in PRONOUNS:
        return "pronoun"
    return "name" if page.tokens[subject].xpos.startswith("NNP") else "nominal"


def words(name: str) -> list[str]:
    return [w for w in re.findall(r"\w+", name.casefold()) if w not in {"the", "a", "an", "of"}]


def same_name(a: str, b: str) -> bool:
    """The same name, or one that is a part of the other and ends alike ("Rubio", "Marco Rubio")."""
    short, long = sorted((words(a), words(b)), key=len)
    return bool(short) and (short == long or (set(short) <= set(long) and short[-1] == long[-1]))


if __name__ == "__main__":
    main()
