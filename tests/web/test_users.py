"""On a server with users people sign in, do what their role allows, and what was done stays written down."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from desk_record import BASE, Page, kept
from starlette.testclient import TestClient

from communique.web.app import application
from communique.web.book import audit, people, sessions
from communique.web.book.file import beside, opened
from communique.web.limits import BURST
from communique.web.settings import Settings
from talks import story

WORD = "four random words here"
PEOPLE = {"Rea Reader": "reader", "Rod Reviewer": "reviewer", "Edda Editor": "editor", "Ada Admin": "admin"}


class Clock:
    def __init__(self) -> None:
        self.minutes, self.ticks = 0, 0.0

    def now(self) -> str:
        return f"2031-06-{2 + self.minutes // 1440:02}T{self.minutes // 60 % 24:02}:{self.minutes % 60:02}:00.000Z"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("users") / "record.db"
    kept(path, story())
    with opened(beside(path)) as book:
        for name, role in PEOPLE.items():
            people.add(book, name, role, WORD, now="2031-06-01T00:00:00Z")
    return path


@pytest.fixture
def settings(made: Path, tmp_path: Path, clock: Clock) -> Settings:
    path = tmp_path / "record.db"
    path.write_bytes(made.read_bytes())
    beside(path).write_bytes(beside(made).read_bytes())
    return Settings(path, now=clock.now, has_users=True, ticks=lambda: clock.ticks)


@pytest.fixture
def browser(settings: Settings) -> Callable[..., TestClient]:
    """`browser(name)` is one in which somebody has signed in; without a name nobody has."""
    app = application(settings)

    def open_one(name: str = "") -> TestClient:
        client = TestClient(app, base_url=BASE, follow_redirects=False, headers={"accept": "text/html"})
        if name:
            answer = client.post("/login", data={"name": name, "password": WORD, "next": "/timeline"})
            assert (answer.status_code, answer.headers["location"]) == (303, "/timeline")
        return client

    return open_one


def csrf(client: TestClient) -> str:
    page = Page(client.get("/timeline").text)
    return next(attrs["value"] for tag, attrs in page.elements if attrs.get("name") == "csrf")


def entry_of(client: TestClient) -> tuple[str, str]:
    report = client.get("/sources.json").json()["rows"][0]["id"]
    return report, client.get(f"/report/{report}.json").json()["entries"][0]["id"]


def test_nobody_reads_without_signing_in(browser: Callable[..., TestClient]) -> None:
    client = browser()
    assert client.get("/timeline?party=Maretia").headers["location"] == "/login?next=%2Ftimeline%3Fparty%3DMaretia"
    assert client.get("/timeline.json", headers={"accept": "application/json"}).status_code == 401
    assert client.get("/api/v1/timeline").status_code == 401
    assert client.get("/enter?token=").status_code == 404


def test_where_it_is_public_everybody_reads_and_nobody_changes(settings: Settings) -> None:
    client = TestClient(application(replace(settings, is_public=True)), base_url=BASE, follow_redirects=False)
    assert client.get("/timeline").status_code == 200
    assert client.get("/api/v1/timeline").status_code == 200
    report, entry = entry_of(client)
    assert client.post(f"/review/{report}/{entry}", data={"action": "accept"}).status_code == 403
    assert client.get("/audit").status_code == 401


def test_the_session_is_in_a_cookie_that_scripts_and_other_sites_do_not_get(browser: Callable[..., TestClient]) -> None:
    answer = browser().post("/login", data={"name": "Rea Reader", "password": WORD})
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    secure = TestClient(browser().app, base_url=BASE.replace("http:", "https:"))
    answer = secure.post("/login", data={"name": "Rea Reader", "password": WORD}, follow_redirects=False)
    assert "secure" in answer.headers["set-cookie"].lower()


@pytest.mark.parametrize(
    ("name", "allowed"), [("Rea Reader", 0), ("Rod Reviewer", 1), ("Edda Editor", 2), ("Ada Admin", 3)]
)
def test_everybody_does_what_the_role_allows(browser: Callable[..., TestClient], name: str, allowed: int) -> None:
    client = browser(name)
    report, entry = entry_of(client)
    form = {"csrf": csrf(client)}
    role = client.get("/report/x").status_code
    assert role == 404
    accept = client.post(f"/review/{report}/{entry}", data={"action": "accept", **form})
    edit = client.post(f"/review/{report}/{entry}", data={"action": "edit", "field.place": "Bern", **form})
    users = client.get("/users")
    assert [accept.status_code == 303, edit.status_code == 303, users.status_code == 200] == [
        allowed >= 1, allowed >= 2, allowed >= 3
    ]  # fmt: skip
    page = client.get(f"/review/{report}").text
    assert ("Accept entry" in page, "Edit entry" in page) == (allowed >= 1, allowed >= 2)


def test_an_entry_is_added_by_editors_with_the_word_of_their_session(browser: Callable[..., TestClient]) -> None:
    for name, allowed in (("Rod Reviewer", False), ("Edda Editor", True)):
        client = browser(name)
        report, _ = entry_of(client)
        told = {"kind": "parties", "words": "Veldania", "field.name": "Veldania", "csrf": csrf(client)}
        assert ("<button>Add an entry" in client.get(f"/report/{report}").text) == allowed
        assert ("<button>Add it" in client.get(f"/add/{report}").text) == allowed
        assert client.post(f"/add/{report}", data={**told, "csrf": "another"}).status_code == 403
        assert client.post(f"/add/{report}", data=told).status_code == (303 if allowed else 403)


def test_a_change_is_signed_by_who_made_it(browser: Callable[..., TestClient]) -> None:
    client = browser("Rod Reviewer")
    report, entry = entry_of(client)
    client.post(f"/review/{report}/{entry}", data={"action": "accept", "csrf": csrf(client)})
    (decision,) = client.get(f"/report/{report}.json").json()["entries"][0]["decisions"]
    assert decision["by"] == "Rod Reviewer"


def test_a_reviewer_takes_back_own_decisions_only(browser: Callable[..., TestClient]) -> None:
    editor, reviewer = browser("Edda Editor"), browser("Rod Reviewer")
    report, entry = entry_of(editor)
    editor.post(f"/review/{report}/{entry}", data={"action": "accept", "csrf": csrf(editor)})
    (decision,) = editor.get(f"/report/{report}.json").json()["entries"][0]["decisions"]
    undo = {"action": "undo", "revokes": decision["id"]}
    assert reviewer.post(f"/review/{report}/{entry}", data={**undo, "csrf": csrf(reviewer)}).status_code == 403
    assert editor.post(f"/review/{report}/{entry}", data={**undo, "csrf": csrf(editor)}).status_code == 303


def test_a_reviewer_is_offered_to_take_back_own_decisions_only(browser: Callable[..., TestClient]) -> None:
    editor, reviewer = browser("Edda Editor"), browser("Rod Reviewer")
    report, entry = entry_of(editor)
    editor.post(f"/review/{report}/{entry}", data={"action": "accept", "csrf": csrf(editor)})
    undo = 'value="undo"'
    assert undo not in reviewer.get(f"/review/{report}").text
    assert undo in editor.get(f"/review/{report}").text
    assert "<kbd>e</kbd>" not in reviewer.get(f"/review/{report}").text
    assert "<kbd>e</kbd>" in editor.get(f"/review/{report}").text
    reviewer.post(f"/review/{report}/{entry}", data={"action": "reject", "csrf": csrf(reviewer)})
    assert reviewer.get(f"/review/{report}").text.count(undo) == 1


def form_of(client: TestClient, report: str, entry: str) -> dict[str, str]:
    """What the form of an entry says of itself when its page is loaded."""
    part = client.get(f"/review/{report}").text.partition(f'id="entry-{entry}"')[2].partition('class="decide"')[2]
    page = Page("<form" + part.partition("</form>")[0] + "</form>")
    return {attrs["name"]: attrs["value"] for _, attrs in page.elements if attrs.get("type") == "hidden"}


def test_a_page_on_which_others_decided_since_overrides_nothing_until_it_is_loaded_again(
    browser: Callable[..., TestClient], clock: Clock
) -> None:
    editor, reviewer = browser("Edda Editor"), browser("Rod Reviewer")
    report, entry = entry_of(editor)
    address = f"/review/{report}/{entry}"

    def state() -> str:
        return str(editor.get(f"/report/{report}.json").json()["entries"][0]["state"])

    stale = form_of(reviewer, report, entry)
    editor.post(address, data={"action": "reject", **form_of(editor, report, entry)})
    for told in ({"action": "accept"}, {"action": "reject"}):
        answer = reviewer.post(address, data={**stale, **told})
        assert answer.status_code == 409
        assert "Edda Editor rejected this entry" in answer.text
    assert state() == "rejected"
    clock.minutes += 1
    assert reviewer.post(address, data={"action": "accept", **form_of(reviewer, report, entry)}).status_code == 303
    assert state() == "accepted"

    stale = form_of(reviewer, report, entry)
    (_, accepted) = editor.get(f"/report/{report}.json").json()["entries"][0]["decisions"]
    editor.post(address, data={"action": "undo", "revokes": accepted["id"], "csrf": csrf(editor)})
    answer = reviewer.post(address, data={"action": "accept", **stale})
    assert (answer.status_code, state()) == (409, "rejected")
    assert "Edda Editor took back that Rod Reviewer accepted it" in answer.text

    stale = form_of(editor, report, entry)
    for action in ("accept", "reject"):
        clock.minutes += 1
        assert editor.post(address, data={"action": action, **stale}).status_code == 303, "one's own is no surprise"


def test_a_form_without_the_word_of_its_session_changes_nothing(browser: Callable[..., TestClient]) -> None:
    client, other = browser("Edda Editor"), browser("Edda Editor")
    report, entry = entry_of(client)
    for form in ({}, {"csrf": ""}, {"csrf": csrf(other)}):
        answer = client.post(f"/review/{report}/{entry}", data={"action": "accept", **form})
        assert answer.status_code == 403
    body = {"report": report, "claim": entry, "action": "accept", "reason": "x"}
    assert client.post("/api/v1/corrections", json=body).status_code == 401


def test_a_wrong_password_is_refused_and_too_many_are_not_heard(
    browser: Callable[..., TestClient], clock: Clock
) -> None:
    client = browser()

    def enter(name: str, password: str) -> int:
        return client.post("/login", data={"name": name, "password": password}).status_code

    assert [enter("Rea Reader", "wrong password") for _ in range(5)] == [403] * 5
    assert enter("Rea Reader", WORD) == 429
    assert enter("Rod Reviewer", WORD) == 303
    clock.minutes += 16
    assert enter("Rea Reader", WORD) == 303
    assert enter("Nobody", WORD) == 403


def test_one_address_asks_no_more_than_it_may(browser: Callable[..., TestClient], clock: Clock) -> None:
    client = browser()
    codes = [client.get("/static/desk.js").status_code for _ in range(BURST + 1)]
    assert codes == [200] * BURST + [429]
    clock.ticks += 1
    assert client.get("/static/desk.js").status_code == 200


def test_a_session_ends_when_it_is_left_or_idle_or_its_password_changes(
    browser: Callable[..., TestClient], settings: Settings, clock: Clock
) -> None:
    left, idle, changed = browser("Rea Reader"), browser("Rod Reviewer"), browser("Edda Editor")
    assert left.post("/logout", data={"csrf": csrf(left)}).status_code == 303
    assert left.get("/timeline").status_code == 303
    with opened(settings.book) as book:
        people.give_password(book, "Edda Editor", "another four words")
    assert changed.get("/timeline").status_code == 303
    clock.minutes += 7 * 60
    assert idle.get("/timeline").status_code == 200
    clock.minutes += 7 * 60
    assert idle.get("/timeline").status_code == 200
    clock.minutes += 9 * 60
    assert idle.get("/timeline").status_code == 303


def test_nothing_shows_a_token_or_password_in_the_file(
    browser: Callable[..., TestClient], settings: Settings, made: Path
) -> None:
    client = browser("Ada Admin")
    shown = client.cookies["communique_session"]
    held = settings.book.read_bytes()
    assert shown.encode() not in held
    assert WORD.encode() not in held
    assert beside(made).stat().st_mode & 0o077 == 0


def test_an_admin_adds_people_and_closes_them_but_never_the_last_admin(browser: Callable[..., TestClient]) -> None:
    admin = browser("Ada Admin")
    form = {"csrf": csrf(admin)}
    new = {"action": "add", "name": "Nia New", "role": "reviewer", "password": WORD, **form}
    assert admin.post("/users", data=new).status_code == 303
    nia = browser("Nia New")
    assert admin.post("/users", data={"action": "close", "name": "Nia New", **form}).status_code == 303
    assert nia.get("/timeline").status_code == 303
    for told in (
        {"action": "close", "name": "Ada Admin"},
        {"action": "role", "name": "Ada Admin", "role": "reader"},
        {"action": "role", "name": "Rea Reader", "role": "king"},
        {"action": "add", "name": "Nia New", "role": "reader", "password": WORD},
        {"action": "add", "name": "Short", "role": "reader", "password": "short"},
        {"action": "add", "name": "two\nlines", "role": "reader", "password": WORD},
    ):
        assert admin.post("/users", data={**told, **form}).status_code == 404, told


def test_what_was_done_is_written_down_and_can_not_be_changed(
    browser: Callable[..., TestClient], settings: Settings
) -> None:
    admin = browser("Ada Admin")
    report, entry = entry_of(admin)
    admin.post(f"/review/{report}/{entry}", data={"action": "accept", "csrf": csrf(admin)})
    rows = admin.get("/audit.json").json()["rows"]
    assert [row["action"] for row in rows] == [f"changed /review/{report}/{entry}", "signed in"]
    assert {row["person"] for row in rows} == {"Ada Admin"}
    assert "Every line is as it was written" in admin.get("/audit").text
    with sqlite3.connect(settings.book) as book:
        for sql in ("UPDATE audit SET person = 'x'", "DELETE FROM audit"):
            with pytest.raises(sqlite3.IntegrityError, match="never"):
                book.execute(sql)
        book.execute("DROP TRIGGER audit_stays")
        book.execute("UPDATE audit SET person = 'Rea Reader' WHERE number = 1")
    book.close()
    with opened(settings.book) as changed:
        assert audit.broken(changed) == 1
    assert "Lines were changed outside the desk" in admin.get("/audit").text


def test_a_program_acts_for_somebody_with_a_token(settings: Settings) -> None:
    with opened(settings.book) as book:
        tokens = {name: sessions.allow(book, name, now=settings.now()) for name in PEOPLE}
    client = TestClient(application(settings), base_url=BASE)

    def bearer(name: str) -> dict[str, str]:
        return {"authorization": f"Bearer {tokens[name]}"}

    report = client.get("/api/v1/sources", headers=bearer("Rea Reader")).json()["rows"][0]["id"]
    entries = client.get(f"/api/v1/reports/{report}", headers=bearer("Rea Reader")).json()["entries"]
    body = {"report": report, "claim": entries[0]["id"], "action": "accept", "reason": "checked"}
    codes = [client.post("/api/v1/corrections", json=body, headers=bearer(name)).status_code for name in PEOPLE]
    assert codes == [403, 201, 201, 201]
    edit = {**body, "action": "edit", "field": entries[0]["marks"][-1]["role"], "value": "Bern"}
    assert client.post("/api/v1/corrections", json=edit, headers=bearer("Rod Reviewer")).status_code == 403
    assert client.get("/api/v1/sources", headers={"authorization": "Bearer other"}).status_code == 401


def test_signing_in_leads_to_this_server_only(browser: Callable[..., TestClient]) -> None:
    for leads_to in ("https://evil.example/", "//evil.example", "/\\evil.example", "/\nevil", ""):
        data = {"name": "Rea Reader", "password": WORD, "next": leads_to}
        assert browser().post("/login", data=data).headers["location"] == "/"


def test_no_page_is_kept_where_people_sign_in(browser: Callable[..., TestClient]) -> None:
    client = browser("Rea Reader")
    for address in ("/", "/timeline", "/login", "/nowhere"):
        assert client.get(address).headers["cache-control"] == "no-store", address


def test_a_wrong_password_leaves_the_name_as_it_was_typed(browser: Callable[..., TestClient]) -> None:
    answer = browser().post("/login", data={"name": "Rea Reader", "password": "wrong", "next": "/timeline"})
    assert answer.status_code == 403
    fields = [attrs for tag, attrs in Page(answer.text).elements if tag == "input"]
    assert {"name": "Rea Reader"}.items() <= {f["name"]: f.get("value", "") for f in fields}.items()
    assert "wrong" not in {f.get("value") for f in fields}
