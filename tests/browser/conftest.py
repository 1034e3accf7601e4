"""A real browser before the desk; the record is that of `examples/lantern-islands`, read with the shipped model."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from serving import serving

from communique import Record
from communique.model.report import Report
from communique.reading.files import read_files
from communique.testing import MONDAY

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "tests" / "web"))


@pytest.fixture(scope="session")
def lantern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of the example, to be copied by those who change it."""
    path = tmp_path_factory.mktemp("lantern") / "record.db"
    found = list(read_files([ROOT / "examples" / "lantern-islands"]))
    with Record.open(path) as record:
        list(record.add([report for report in found if isinstance(report, Report)], recorded=MONDAY))
        record.resolve()
    return path


@pytest.fixture(scope="module")
def server(lantern: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = tmp_path_factory.mktemp("served") / "record.db"
    shutil.copy(lantern, path)
    with serving(path) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    assert found, "these tests drive Debian's Chromium: apt-get install chromium"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found)
        yield started
        started.close()
