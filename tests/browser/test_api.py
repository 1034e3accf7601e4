"""The views for programs, by schemathesis: whatever the description allows gets what the description promises."""

from pathlib import Path

import pytest
import schemathesis
from hypothesis import settings
from schemathesis import checks
from serving import TOKEN
from starlette.testclient import TestClient

from communique.web.app import application
from communique.web.settings import Settings

TIME = "2031-06-02T09:30:00.000Z"


@pytest.fixture(scope="module")
def described(lantern: Path) -> schemathesis.schemas.BaseSchema:
    app = application(Settings(lantern, now=lambda: TIME, token=TOKEN, reviewer="Ada Quill"))
    with TestClient(app, base_url="http://127.0.0.1") as client:
        raw = client.get("/api/v1/openapi.json").json()
    found = schemathesis.openapi.from_dict(raw)
    found.app = app
    return found


schema = schemathesis.pytest.from_fixture("described")


@schema.parametrize()
@settings(max_examples=25, deadline=None)
def test_every_address_keeps_its_word(case: schemathesis.Case) -> None:
    case.call_and_validate(
        base_url="http://127.0.0.1",
        headers={"authorization": f"Bearer {TOKEN}"},
        excluded_checks=[checks.positive_data_acceptance],  # a word may be none that the record knows
    )
