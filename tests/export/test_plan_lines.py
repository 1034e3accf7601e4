"""Plans of several versions in the export."""

import json
from pathlib import Path

import jsonschema

from communique import Record
from communique.export.jsonl import schema
from communique.testing import MONDAY, a_claim, a_report

FLOATED = "Ostrand has drafted a 28-point plan."
CUT = "Ostrand cut its plan from 28 points to 19."


def test_a_plan_of_two_versions_has_a_line_with_the_words_of_each(tmp_path: Path) -> None:
    first, later = a_report(FLOATED), a_report(CUT, published="2031-05-04", outlet="Wire")
    with Record.open(tmp_path / "plans.db") as record:
        for report, said, name in ((first, FLOATED, "28-point plan"), (later, CUT, "plan")):
            made = a_claim(report, "proposals", said=said, name=name, authors=["Ostrand"], status="submitted")
            record.keep(report, [made], version="1", recorded=MONDAY)
        (line,) = [each for each in map(json.loads, record.export()) if each["type"] == "plan"]

    assert [(v["points"], v["words"]) for v in line["versions"]] == [
        (28, {"report": first.id, "quote": FLOATED}),
        (19, {"report": later.id, "quote": CUT}),
    ]
    jsonschema.validate(line, schema())
