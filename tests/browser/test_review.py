"""The review queue in a browser: what Enter does, what is said of a refusal, which entry keys are about."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from serving import TOKEN, serving

from communique import Record
from communique.web.book import people
from communique.web.book.file import beside, opened

WORD = "four random words here"
LATER = "2031-06-03T09:00:00.000Z"


@pytest.fixture
def path(lantern: Path, tmp_path: Path) -> Path:
    found = tmp_path / "record.db"
    shutil.copy(lantern, found)
    return found


@pytest.fixture
def base(path: Path) -> Iterator[str]:
    with serving(path) as address:
        yield address


@pytest.fixture
def opened_by(browser: Browser) -> Iterator[Callable[..., Page]]:
    """`opened_by(address)` is a page at the desk; with a name, of who has signed in. It fails on faults of scripts."""
    faults: list[str] = []
    contexts = []

    def open_one(base: str, name: str = "", *, has_scripts: bool = True) -> Page:
        contexts.append(browser.new_context(java_script_enabled=has_scripts))
        contexts[-1].set_default_timeout(10_000)
        page = contexts[-1].new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(f"{base}/login" if name else f"{base}/enter?token={TOKEN}")
        if name:
            page.get_by_label("Name").fill(name)
            page.get_by_label("Password").fill(WORD)
            page.get_by_role("button", name="Sign in").click()
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert not faults, faults


def reviewed(page: Page, base: str, title: str = "Patrol base") -> Locator:
    """The entries of a report on its page for reviewing."""
    page.goto(f"{base}/review")
    page.get_by_role("link", name=title).click()
    page.wait_for_load_state("load")
    return page.locator(".entries .entry")


def of_kind(page: Page, kind: str) -> Locator:
    """The first entry of a kind, whatever becomes of its page."""
    return page.locator(f"#{page.locator('.entry', has=page.locator(f'.kind.{kind}')).first.get_attribute('id')}")


@pytest.mark.parametrize("has_scripts", [True, False])
def test_enter_in_a_field_edits_the_entry(base: str, opened_by: Callable[..., Page], has_scripts: bool) -> None:
    page = opened_by(base, has_scripts=has_scripts)
    reviewed(page, base, "Former defence minister")
    entry = of_kind(page, "statements")
    entry.locator(".editing summary").click()
    entry.get_by_label("speaker", exact=True).fill("Livia Moran")
    page.keyboard.press("Enter")
    expect(entry).to_contain_text("edit speaker: Livia Moran by Ada Quill")
    expect(entry.locator(".status").first).to_have_text("edited")


def test_enter_in_the_reason_decides_nothing(base: str, opened_by: Callable[..., Page]) -> None:
    page = opened_by(base)
    entry = reviewed(page, base).first
    entry.locator("summary", has_text="Reason").click()
    entry.get_by_label("Reason", exact=True).fill("no such thing")
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    expect(entry.locator(".status").first).to_have_text("proposed")
    entry.get_by_role("button", name="Reject").click()
    expect(entry).to_contain_text("reject by Ada Quill, 2031-06-02: no such thing")


def test_why_an_edit_is_refused_is_said_at_its_entry_where_what_was_typed_stays(
    base: str, opened_by: Callable[..., Page]
) -> None:
    page = opened_by(base)
    reviewed(page, base)
    entry = of_kind(page, "statements")
    entry.locator(".editing summary").click()
    entry.get_by_label("speaker", exact=True).fill("Livia Moran")
    entry.get_by_label("Words that say so").fill("Words of nobody")
    for _ in range(2):
        page.keyboard.press("Enter")
        expect(entry.get_by_role("alert")).to_have_count(1)
        expect(entry.get_by_role("alert")).to_contain_text("these words do not stand in the report")
    expect(entry.get_by_label("speaker", exact=True)).to_have_value("Livia Moran")
    entry.get_by_label("Words that say so").fill("")
    page.keyboard.press("Enter")
    expect(entry).to_contain_text("edit speaker: Livia Moran")
    expect(entry.get_by_role("alert")).to_have_count(0)


def test_the_fields_of_a_meeting_hold_its_values(base: str, opened_by: Callable[..., Page]) -> None:
    page = opened_by(base)
    reviewed(page, base)
    entry = of_kind(page, "meetings")
    entry.locator(".editing summary").click()
    parties = entry.get_by_label("parties, one a line")
    before = parties.input_value().splitlines()
    assert len(before) > 1
    parties.fill("\n".join([*before, "NOR"]))
    entry.get_by_label("status").select_option("cancelled")
    entry.get_by_role("button", name="Edit").click()
    expect(entry).to_contain_text(f"edit parties: {'; '.join([*before, 'NOR'])} by Ada Quill")
    expect(entry).to_contain_text("edit status: cancelled by Ada Quill")
    entry.locator(".editing summary").click()
    assert parties.input_value().splitlines() == [*before, "NOR"]


def test_undo_takes_back_the_latest_decision(base: str, opened_by: Callable[..., Page]) -> None:
    page = opened_by(base)
    entry = reviewed(page, base).first
    standing = entry.locator(".history li:not(.undone)")
    page.keyboard.press("j")
    for key, count in (("a", 1), ("r", 2)):
        page.keyboard.press(key)
        expect(standing).to_have_count(count)
    page.keyboard.press("u")
    expect(standing).to_have_count(1)
    expect(standing).to_contain_text("accept by Ada Quill")
    expect(entry.locator(".status").first).to_have_text("accepted")


def test_an_added_entry_that_is_taken_back_leaves_the_page(
    path: Path, base: str, opened_by: Callable[..., Page]
) -> None:
    page = opened_by(base)
    count = reviewed(page, base).count()
    report = page.url.rpartition("/")[2]
    with Record.open(path) as record:
        words = "A second day of talks is under way in Oslo"
        fields = {"what": "A second day of talks", "modality": "planned"}
        added = record.signed("Ada Quill", recorded=LATER).add(report, "next_steps", fields, words=words)
    page.reload()
    entry = page.locator(f"#entry-{added.claim}")
    expect(entry).to_contain_text("added by Ada Quill")
    entry.get_by_role("button", name="Undo").click()
    expect(page.locator(".entries .entry")).to_have_count(count)
    page.keyboard.press("j")
    expect(page.locator(".entries .entry").first).to_be_focused()


@pytest.mark.parametrize("looks", ["w", "click", "elsewhere"])
def test_keys_stay_with_the_entry_whose_words_are_looked_at(
    base: str, opened_by: Callable[..., Page], looks: str
) -> None:
    page = opened_by(base)
    entries = reviewed(page, base)
    page.keyboard.press("j")
    page.keyboard.press("j")
    if looks == "w":
        page.keyboard.press("w")
        page.keyboard.press("w")
        expect(entries.nth(1)).to_be_focused()
    elif looks == "click":
        entries.nth(1).get_by_role("link", name="words of entry").click()
    else:
        page.locator("h1").click()
    assert ("#words-" in page.url) == (looks != "elsewhere")
    page.keyboard.press("a")
    expect(entries.nth(1)).to_contain_text("accept by Ada Quill")
    expect(entries.nth(1)).to_be_focused()
    if looks == "w":
        page.keyboard.press("w")
    page.keyboard.press("j")
    expect(entries.nth(2)).to_be_focused()


def test_the_letter_that_opens_the_fields_is_typed_into_none(base: str, opened_by: Callable[..., Page]) -> None:
    page = opened_by(base)
    entries = reviewed(page, base)
    for number in range(min(6, entries.count())):
        page.keyboard.press("j")
        field = entries.nth(number).locator(".editing").locator("input, select, textarea").first
        before = field.evaluate("field => field.value")
        page.keyboard.press("e")
        expect(field).to_be_focused()
        assert field.evaluate("field => field.value") == before
        page.keyboard.press("Escape")


def test_what_is_left_to_be_decided_is_counted_anew_after_each_decision(
    base: str, opened_by: Callable[..., Page]
) -> None:
    page = opened_by(base)
    entries = reviewed(page, base)
    count = entries.count()
    option = page.locator("#undecided option").first
    rule, left = option.get_attribute("value"), int(option.inner_text().rpartition("(")[2].rstrip(")"))
    expect(page.locator("#decided")).to_have_text(f"0 of {count} entries decided.")
    for done in range(1, left + 1):
        entry = page.locator(".entry.proposed", has_text=f"rule {rule}").first
        entry.get_by_role("button", name="Accept").click()
        expect(page.locator("#decided")).to_have_text(f"{done} of {count} entries decided.")
        named = page.locator(f'#undecided option[value="{rule}"]')
        if done < left:
            expect(named).to_have_text(f"{rule} ({left - done})")
        else:
            expect(named).to_have_count(0)


def test_marked_words_stay_when_another_kind_is_chosen(base: str, opened_by: Callable[..., Page]) -> None:
    page = opened_by(base)
    page.goto(f"{base}/sources")
    page.get_by_role("link", name="Patrol base").click()
    page.get_by_role("button", name="Add an entry").click()
    page.get_by_text("A second day of talks").click(click_count=3)
    words = page.get_by_label("Words of the report")
    expect(words).to_have_value(re.compile("A second day of talks"))
    marked = words.input_value()
    page.get_by_label("What was not found").select_option("next_steps")
    page.get_by_role("button", name="Show its fields").click()
    expect(page.locator("#new")).to_have_text("An entry of next steps")
    expect(words).to_have_value(marked)
    page.get_by_label("modality").select_option("planned")
    page.get_by_label("what", exact=False).last.fill("A second day of talks")
    page.keyboard.press("Enter")
    expect(page.locator(".entry:target")).to_contain_text("A second day of talks")


def test_a_reviewer_has_what_a_reviewer_may_do(path: Path, opened_by: Callable[..., Page]) -> None:
    with opened(beside(path)) as book:
        for name, role in (("Rod Reviewer", "reviewer"), ("Edda Editor", "editor")):
            people.add(book, name, role, WORD, now="2031-06-01T00:00:00Z")
    with serving(path, has_users=True) as base:
        editor, reviewer = opened_by(base, "Edda Editor"), opened_by(base, "Rod Reviewer")
        edited = reviewed(editor, base).first
        looked_at = reviewed(reviewer, base).first
        editor.keyboard.press("j")
        editor.keyboard.press("r")
        expect(edited).to_contain_text("reject by Edda Editor")

        for key in "jea":
            reviewer.keyboard.press(key)
        expect(looked_at.get_by_role("alert")).to_contain_text("Edda Editor rejected this entry")
        reviewer.reload()
        expect(looked_at).to_contain_text("reject by Edda Editor")
        expect(looked_at.get_by_role("button", name="Undo")).to_have_count(0)
        for key in "jua":
            reviewer.keyboard.press(key)
        expect(looked_at.locator(".status").first).to_have_text("accepted")
        expect(looked_at.get_by_role("button", name="Undo")).to_have_count(1)

        with Record.open(path) as record:
            entry = str(looked_at.get_attribute("id")).removeprefix("entry-")
            record.signed("Edda Editor", recorded=LATER).undo(entry)
        looked_at.get_by_role("button", name="Undo").click()
        expect(looked_at.get_by_role("alert")).to_contain_text("taken back already")


def test_a_refusal_without_a_page_is_said_too(path: Path, opened_by: Callable[..., Page]) -> None:
    with opened(beside(path)) as book:
        people.add(book, "Rod Reviewer", "reviewer", WORD, now="2031-06-01T00:00:00Z")
    with serving(path, has_users=True) as base:
        page = opened_by(base, "Rod Reviewer")
        entry = reviewed(page, base).first
        with opened(beside(path)) as book:
            people.give_role(book, "Rod Reviewer", "reader")
        entry.get_by_role("button", name="Accept").click()
        expect(entry.get_by_role("alert")).to_have_text("Changes need somebody who may.")
