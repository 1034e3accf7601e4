"""What a language model proposes, asked over a real connection to a server of our own."""

import json
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from types import SimpleNamespace
from typing import Any

import pytest
from typer.testing import CliRunner

from communique.cli.app import app
from communique.language.annotator import DefaultAnnotator
from communique.model.claim import Claim
from communique.model.page import Page
from communique.model.problem import Outcome
from communique.model.reading import Reading
from communique.model.report import Report
from communique.model.shapes import SHAPES
from communique.pipeline import read
from communique.propose import Endpoint, ModelProposer
from communique.propose.proposer import PREFIX
from communique.testing import a_report

REPORT = a_report(
    "Ukrainian envoy Olena Hrab met Torvik's delegation in Geneva on Monday.",
    "“We will sign the accord,” Hrab said. Torvik has not rejected the accord.",
)
SAYING = {
    "kind": "statements",
    "evidence": "“We will sign the accord,” Hrab said.",
    "fields": {
        "speaker": {"value": "Olena Hrab", "quote": "Olena Hrab"},
        "content": "We will sign the accord",
        "mode": "direct",
        "cue": "said",
    },
}
MEETING = {
    "kind": "meetings",
    "evidence": "Ukrainian envoy Olena Hrab met Torvik's delegation in Geneva on Monday.",
    "fields": {
        "format": "meeting",
        "status": "held",
        "parties": [{"value": "UKR", "quote": "Ukrainian"}, "Torvik"],
        "place": "Geneva",
        "when": {"value": "2031-04-28", "quote": "Monday"},
    },
}


class Server(ThreadingHTTPServer):
    """Answers every request as `answer` says, and remembers what was asked."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answer: Callable[[Handler], None] = lambda handler: handler.say([])
        self.asked: list[SimpleNamespace] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"

    def entries(self, *entries: object) -> None:
        self.answer = lambda handler: handler.say(list(entries))


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append(SimpleNamespace(path=self.path, body=body, headers=dict(self.headers)))
        self.server.answer(self)

    def say(self, entries: list[object]) -> None:
        self.chat(json.dumps({"entries": entries}))

    def chat(self, content: object) -> None:
        self.send({"choices": [{"message": {"role": "assistant", "content": content}}]})

    def send(self, body: object, code: int = 200, **headers: str) -> None:
        written = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(code)
        for name, value in {"Content-Length": str(len(written)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(written)

    def log_message(self, *_: object) -> None:
        """Silent."""


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    thread = Thread(target=made.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield made
    made.shutdown()
    made.server_close()
    thread.join()


@pytest.fixture(scope="module")
def reading(annotator: DefaultAnnotator) -> Reading:
    return annotator.annotate([REPORT])[0]


def proposed(server: Server, reading: Reading, *entries: object, **options: Any) -> Outcome[Claim]:
    if entries:
        server.entries(*entries)
    return ModelProposer(Endpoint(server.url, "small", **options)).propose(REPORT, reading)


def test_entries_whose_words_stand_in_the_report_become_claims_marked_as_proposed(
    server: Server, reading: Reading
) -> None:
    outcome = proposed(server, reading, SAYING, MEETING)
    saying, meeting = outcome.values

    assert outcome.problems == ()
    assert saying.made_by == meeting.made_by == "proposed.small"
    assert (saying.get("speaker"), saying.get("content")) == ("Olena Hrab", "We will sign the accord")
    assert (meeting.all("parties"), meeting.get("when")) == (("UKR", "Torvik"), "2031-04-28")
    for claim in outcome.values:
        for evidence in (*claim.evidence, *(a.evidence for a in claim.arguments)):
            evidence.verify(REPORT.text)


@pytest.mark.parametrize(
    "entry",
    [
        {**SAYING, "evidence": "“We will never sign the accord,” Hrab said."},
        {**SAYING, "evidence": "“We will sign the accord,” Hrab sa"},
        {**SAYING, "evidence": ""},
        {**SAYING, "evidence": None},
        {**SAYING, "kind": "rumours"},
        {**SAYING, "fields": {"content": "We will sign the accord"}},
        {**SAYING, "fields": {"speaker": "Hrab", "content": "We signed the accord"}},
        {**SAYING, "fields": {"speaker": {"value": "Hrab", "quote": "the president"}, "content": "We will sign"}},
        {**SAYING, "fields": {"speaker": {"value": "the president", "quote": "Hrab"}, "content": "We will sign"}},
        {**SAYING, "fields": "Hrab said so"},
        {**MEETING, "fields": {"format": "banquet", "status": "held"}},
        "Hrab said so",
        None,
        7,
    ],
)
def test_an_entry_that_the_report_does_not_bear_out_is_left_out(
    server: Server, reading: Reading, entry: object
) -> None:
    assert proposed(server, reading, entry, MEETING).values[0].kind == "meetings"
    assert len(proposed(server, reading, entry, MEETING).values) == 1


@pytest.mark.parametrize(
    ("role", "value"),
    [
        ("when", {"value": "2031-05-02", "quote": "Monday"}),
        ("when", {"value": "2031-04-28", "quote": "Geneva"}),
        ("when", "Monday"),
        ("place", "Vienna"),
        ("parties", [{"value": "RUS", "quote": "Ukrainian"}]),
        ("topic", {"value": ["accord"], "quote": "accord"}),
        ("weather", "Monday"),
    ],
)
def test_a_value_that_the_report_does_not_bear_out_is_left_out(
    server: Server, reading: Reading, role: str, value: object
) -> None:
    (claim,) = proposed(server, reading, {**MEETING, "fields": {**MEETING["fields"], role: value}}).values  # type: ignore[dict-item]

    assert claim.all(role) == ()
    assert claim.get("status") == "held"


def test_the_same_entry_twice_is_one_claim(server: Server, reading: Reading) -> None:
    assert len(proposed(server, reading, SAYING, SAYING).values) == 1


def test_the_report_and_the_model_are_named_in_the_request(server: Server, reading: Reading) -> None:
    proposed(server, reading, SAYING, key="secret")
    (asked,) = server.asked

    assert asked.path == "/v1/chat/completions"
    assert asked.body["model"] == "small"
    assert asked.body["temperature"] == 0
    assert REPORT.text in asked.body["messages"][1]["content"]
    assert all(kind in asked.body["messages"][0]["content"] for kind in SHAPES)
    assert asked.headers["Authorization"] == "Bearer secret"
    assert "secret" not in repr(Endpoint(server.url, "small", "secret"))


def test_an_answer_in_a_fence_is_read(server: Server, reading: Reading) -> None:
    server.answer = lambda handler: handler.chat("```json\n" + json.dumps([SAYING]) + "\n```")

    assert len(proposed(server, reading).values) == 1


def answers() -> dict[str, tuple[str, Callable[[Handler], None]]]:
    """Ways to fail: the code of the problem, and how the server answers."""
    return {
        "prose": ("answer", lambda h: h.chat("I found two statements.")),
        "no entries": ("answer", lambda h: h.chat('{"claims": []}')),
        "no text": ("endpoint", lambda h: h.chat(None)),
        "no choices": ("endpoint", lambda h: h.send({"choices": []})),
        "no JSON": ("endpoint", lambda h: h.send(b"<html>")),
        "a list": ("endpoint", lambda h: h.send([])),
        "an error": ("endpoint", lambda h: h.send({"error": "no such model"}, 404)),
        "a redirect": ("endpoint", lambda h: h.send(b"", 302, Location="http://127.0.0.1:9/v1/chat/completions")),
        "cut off": ("endpoint", lambda h: h.send(b"", 200, **{"Content-Length": "100"})),
        "too long": ("endpoint", lambda h: h.send(b" " * 4_000_100)),
    }


@pytest.mark.parametrize("way", answers())
def test_a_failure_is_a_problem_that_says_what_to_do(server: Server, reading: Reading, way: str) -> None:
    code, server.answer = answers()[way]
    outcome = proposed(server, reading)

    assert outcome.values == ()
    (problem,) = outcome.problems
    assert (problem.stage, problem.code, problem.report) == ("propose", code, REPORT.id)
    assert problem.message.endswith(("leave the option out.", "or another model."))


def test_an_endpoint_that_does_not_answer_in_time_is_a_problem(server: Server, reading: Reading) -> None:
    from time import sleep

    server.answer = lambda handler: sleep(0.5)
    (problem,) = proposed(server, reading, timeout=0.05).problems

    assert "0.05 seconds" in problem.message


@pytest.mark.parametrize("url", ["http://127.0.0.1:9/v1", "file:///etc/passwd", "localhost", ""])
def test_an_endpoint_that_is_none_is_a_problem(reading: Reading, url: str) -> None:
    (problem,) = ModelProposer(Endpoint(url, "small", timeout=2)).propose(REPORT, reading).problems

    assert problem.code == "endpoint"


def test_what_the_rules_found_stands_and_proposals_come_behind(server: Server, annotator: DefaultAnnotator) -> None:
    server.entries(MEETING, {**SAYING, "evidence": "Torvik has not rejected the accord.", "kind": "positions",
                             "fields": {"party": "Torvik", "issue": "the accord", "stance": "undecided"}})  # fmt: skip
    (without,) = read([REPORT], annotator)
    (result,) = read([REPORT], annotator, ModelProposer(Endpoint(server.url, "small")))

    assert result.claims[: len(without.claims)] == without.claims
    assert {c.made_by for c in result.claims[len(without.claims) :]} == {"proposed.small"}


def test_nothing_is_asked_unless_an_endpoint_is_named(server: Server, tmp_path: Path) -> None:
    path = tmp_path / "talks.txt"
    path.write_text(f"2031-05-02\nEnvoys meet\n\n{REPORT.text}\n", encoding="utf-8")
    assert CliRunner().invoke(app, ["read", str(path)]).exit_code == 0
    assert server.asked == []

    server.entries(SAYING)
    done = CliRunner().invoke(app, ["read", str(path), "--json", "--propose-from", server.url, "--model", "small"])
    assert done.exit_code == 0, done.output
    assert len(server.asked) == 1
    made_by = {entry["made_by"] for entry in json.loads(done.stdout)["statements"]}
    assert any(name.startswith(PREFIX) for name in made_by)


def test_an_endpoint_without_a_model_is_not_understood(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["read", str(tmp_path), "--propose-from", "http://127.0.0.1:9/v1"])

    assert done.exit_code == 2
    assert "--model" in done.stderr


def test_an_endpoint_that_is_down_loses_nothing_and_is_listed_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "talks.txt"
    path.write_text(f"2031-05-02\nEnvoys meet\n\n{REPORT.text}\n", encoding="utf-8")
    done = CliRunner().invoke(app, ["read", str(path), "--propose-from", "http://127.0.0.1:9/v1", "--model", "small"])

    assert done.exit_code == 1
    assert "We will sign the accord" in done.stdout
    assert "http://127.0.0.1:9/v1" in done.stderr


def test_proposals_are_marked_where_entries_are_shown(server: Server, reading: Reading) -> None:
    from communique.cli.reading_view import entries

    (claim,) = proposed(server, reading, SAYING).values

    assert "  Olena Hrab said: We will sign the accord  [proposed by small]" in list(entries(REPORT, [claim]))


def test_a_page_without_a_day_has_no_proposed_dates(server: Server, annotator: DefaultAnnotator) -> None:
    undated = Report("", "", "", REPORT.text)
    server.entries(MEETING)
    page = Page(undated, annotator.annotate([undated])[0])
    (claim,) = ModelProposer(Endpoint(server.url, "small")).propose(undated, page.reading).values

    assert claim.get("when") == ""
