"""Every line of an export is what the published schema says, and its passages re-read."""

import json
from pathlib import Path

from jsonschema import Draft202012Validator

from communique import Record
from communique.export.jsonl import schema
from communique.model.judgement import Correction, Judgement
from communique.model.problem import Problem
from communique.model.span import Span
from communique.testing import MONDAY
from talks import story


def lines(path: Path, *, recorded: bool = False) -> list[dict[str, object]]:
    with Record.open(path) as record:
        for report, claims in story():
            problem = Problem("times", "vague", "soon", report.id, Span(0, 4))
            record.keep(report, claims, version="1", recorded=MONDAY, problems=[problem])
        record.judge(Judgement("0" * 16, "1" * 16, "different", "desk", "two people"), recorded=MONDAY)
        record.correct(Correction(story()[0][1][0].id, "accept", "desk", "checked", MONDAY))
        record.signed("desk", recorded=MONDAY).rename_process(record.processes()[0].id, "Salt Coast talks")
        return [json.loads(line) for line in record.export(recorded=recorded)]


def test_the_schema_is_sound() -> None:
    Draft202012Validator.check_schema(schema())


def test_every_line_is_valid_with_and_without_the_clock_of_recording(tmp_path: Path) -> None:
    validator = Draft202012Validator(schema())
    for recorded in (False, True):
        for line in lines(tmp_path / "r.db", recorded=recorded):
            validator.validate(line)


def test_every_kind_of_line_is_there_and_the_first_names_the_format(tmp_path: Path) -> None:
    found = lines(tmp_path / "r.db")
    kinds = {"communique", "report", "claim", "judgement", "correction", "problem", "entity", "fact", "process"}
    kinds.add("grouping")
    assert {line["type"] for line in found} == kinds
    assert found[0] == {"type": "communique", "format": 1}


def test_passages_of_claims_and_facts_re_read_from_the_exported_text(tmp_path: Path) -> None:
    found = lines(tmp_path / "r.db")
    texts = {line["id"]: line["text"] for line in found if line["type"] == "report"}
    claims = [line for line in found if line["type"] == "claim"]
    facts = [line for line in found if line["type"] == "fact"]

    for claim in claims:
        for passage in (*claim["arguments"], *claim["evidence"]):
            start, end = passage["at"]
            assert texts[claim["report"]][start:end] == passage["quote"]
    for fact in facts:
        for source in fact["sources"]:
            assert texts[source["report"]][source["start"] : source["end"]] == source["quote"]


def test_a_line_that_lacks_its_evidence_is_refused_by_the_schema(tmp_path: Path) -> None:
    (claim, *_) = [line for line in lines(tmp_path / "r.db") if line["type"] == "claim"]
    assert not Draft202012Validator(schema()).is_valid(claim | {"evidence": []})
