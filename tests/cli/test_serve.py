"""The command that opens the record in a browser."""

import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

from communique import Record
from communique.testing import MONDAY
from talks import story

SERVE = (sys.executable, "-m", "communique", "serve", "--port", "18642")


def test_it_prints_where_the_record_is_and_serves_it(tmp_path: Path) -> None:
    with Record.open(tmp_path / "r.db") as record:
        for report, claims in story():
            record.keep(report, claims, version="1", recorded=MONDAY)
    with subprocess.Popen([*SERVE, "--record", str(tmp_path / "r.db")], stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            address = server.stdout.readline().strip()
            assert address.startswith("http://127.0.0.1:18642/enter?token=")
            assert "Ilva Sorn" in opened("http://127.0.0.1:18642/statements")
        finally:
            server.terminate()


def opened(address: str) -> str:
    """The page, once the server listens."""
    from time import monotonic, sleep
    from urllib.error import URLError

    until = monotonic() + 30
    while True:
        try:
            return str(urlopen(address).read().decode())
        except URLError:
            assert monotonic() < until
            sleep(0.1)


def test_a_record_that_is_not_there_is_named(tmp_path: Path) -> None:
    ran = subprocess.run([*SERVE, "--record", str(tmp_path / "none.db")], capture_output=True, text=True, check=False)
    assert ran.returncode == 3
    assert "none.db" in ran.stderr
