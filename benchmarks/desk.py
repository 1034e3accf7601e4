"""How long the desk's pages take, and how large they are, on a record that `benchmarks.scale` made.

    python -m benchmarks.desk /tmp/large.db

Prints milliseconds of CPU (they depend less on what else runs than the clock does) and by the clock, kilobytes and
status of each page, first and twentieth pages of lists, some of them at other moments, asked for once before; then the
median, the 95th percentile and the slowest of all pages.
"""

import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from starlette.testclient import TestClient

from communique.web.app import application
from communique.web.listings import LISTINGS
from communique.web.settings import Settings

BAR = 200
"""Milliseconds that a page may take."""

CLOCKED = ("timeline", "seats", "statements", "next", "disputes", "search?words=talks&")
WHOLE = ("/", "/matrix", "/calendar", "/brief", "/search?words=talks", "/search?words=border+plan")


def addresses(client: TestClient) -> Iterator[str]:
    """Pages about the record, and one about the largest thing of each sort on its first pages."""
    yield from WHOLE
    yield from (f"/{one.name}{page}" for one in LISTINGS for page in ("", "?page=20"))
    clocks = {"known_by": _middle(client), "recorded_by": "2051-01-02", "as_of": _middle(client)}
    events = client.get("/timeline.json").json()["rows"]
    meeting = max((row for row in events if row["kind"] == "meetings"), key=lambda row: len(row["sources"]))
    report = client.get("/sources.json").json()["rows"][-1]["id"]
    place = client.get("/places.json").json()["rows"][0]["id"]
    processes = client.get("/processes.json").json()["rows"]
    yield f"/process/{max(processes, key=lambda row: row['meetings'])['id']}"
    yield from (f"/entry/{meeting['id']}", f"/report/{report}", f"/review/{report}", f"/name/{place}")
    yield client.get(f"/named/{quote(meeting['parties'][0], safe='')}").headers["location"]
    yield from (
        f"/{name}{'' if '?' in name else '?'}{clock}={day}" for name in CLOCKED for clock, day in clocks.items()
    )


def _middle(client: TestClient) -> str:
    """The day of a report in the middle of the first pages."""
    return str(client.get("/sources.json?page=20").json()["rows"][0]["published"][:10])


def main(path: Path) -> None:
    """Ask every page."""
    settings = Settings(path, now=lambda: "2051-01-01T00:00:00Z")
    client = TestClient(application(settings), base_url="http://127.0.0.1", follow_redirects=False)
    cpus, clocks = [], []
    for address in addresses(client):
        client.get(address)
        wall, cpu = time.perf_counter(), time.process_time()
        answer = client.get(address)
        clocks.append((time.perf_counter() - wall) * 1000)
        cpus.append((time.process_time() - cpu) * 1000)
        size = len(answer.content) / 1000
        print(f"{address:<48.48}{cpus[-1]:>7.0f}{clocks[-1]:>7.0f} ms{size:>8.0f} kB  {answer.status_code}", flush=True)
    for what, found in (("CPU", sorted(cpus)), ("by the clock", sorted(clocks))):
        at = (found[len(found) * part // 100] for part in (50, 95))
        under = f"{sum(one < BAR for one in found)} of {len(found)} under {BAR}"
        print(f"{what}: median {next(at):.0f}, 95th percentile {next(at):.0f}, slowest {found[-1]:.0f}; {under}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
