"""A small record behind the desk."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from desk_record import BASE, TOKEN, kept, settings_of
from starlette.testclient import TestClient

from communique import Record
from communique.model.claim import Claim
from communique.model.report import Report
from communique.web.app import application
from talks import story

Kept = tuple[Report, list[Claim]]


@pytest.fixture
def client_of(tmp_path: Path) -> Iterator[Callable[..., TestClient]]:
    """`client_of(kept, token=…)` is a browser before a record of these reports."""
    opened: list[TestClient] = []

    def make(reports: Iterable[Kept], *, token: str = TOKEN) -> TestClient:
        path = tmp_path / f"record-{len(opened)}.db"
        kept(path, reports)
        opened.append(TestClient(application(settings_of(path, token=token)), base_url=BASE, follow_redirects=False))
        return opened[-1]

    yield make
    for client in opened:
        client.close()


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("desk") / "record.db"
    kept(found, story())
    return found


@pytest.fixture(scope="module")
def client(path: Path) -> Iterator[TestClient]:
    """A browser that may only read, before the record of `talks.story`."""
    with TestClient(application(settings_of(path, token="")), base_url=BASE, follow_redirects=False) as found:
        yield found


@pytest.fixture
def desk(client_of: Callable[..., TestClient]) -> TestClient:
    """A browser that has the token, before a record of its own."""
    client = client_of(story())
    assert client.get("/enter", params={"token": TOKEN}).status_code == 303
    return client


@pytest.fixture(scope="module")
def record(path: Path) -> Iterator[Record]:
    with Record.open(path) as found:
        yield found
