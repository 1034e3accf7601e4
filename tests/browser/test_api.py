"""The views for programs, by schemathesis: whatever the description allows gets what the description promises."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import checks
from serving import TOKEN
from starlette.testclient import TestClient

from communique.web.app import application
from communique.web.openapi import described
from communique.web.settings import Settings

PATHS = [(path, method) for path, methods in described()["paths"].items() for method in methods]
UNKNOWN = ("positive_data_acceptance", "ignored_auth")
"""Not asked for: a word that the description allows may name nobody in the record; and every call here has the token,
that calls without it are refused is tested in `tests/web/test_programs.py`.
"""


@pytest.fixture(scope="module")
def app(lantern: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    path = tmp_path_factory.mktemp("asked") / "record.db"
    shutil.copy(lantern, path)
    settings_ = Settings(path, now=lambda: "2031-06-02T09:30:00.000Z", token=TOKEN, reviewer="Ada Quill")
    return application(settings_)


@pytest.mark.parametrize(("path", "method"), PATHS)
def test_every_address_keeps_its_word(app: Any, path: str, method: str) -> None:
    with TestClient(app, base_url="http://127.0.0.1") as client:
        schema = schemathesis.openapi.from_dict(client.get("/api/v1/openapi.json").json())
    schema.app = app
    left_out = [check for check in checks.CHECKS.get_all() if check.__name__ in UNKNOWN]

    @settings(max_examples=20, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(case=schema[path][method].as_strategy())
    def keeps_its_word(case: schemathesis.Case) -> None:
        headers = {"authorization": f"Bearer {TOKEN}"}
        case.call_and_validate(base_url="http://127.0.0.1", headers=headers, excluded_checks=left_out)

    keeps_its_word()
