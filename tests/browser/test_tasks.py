"""Fourteen tasks of somebody at the desk, each by mouse, by keyboard alone, and in a browser without JavaScript."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hands import MODES, Hands
from playwright.sync_api import Browser, expect
from serving import TOKEN, serving

REFUSED = "status of 422"
"""What the browser notes when a form comes back with what is wrong in it, as it should."""


@pytest.fixture(scope="module", params=MODES)
def hands(
    request: pytest.FixtureRequest, lantern: Path, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Hands]:
    path = tmp_path_factory.mktemp("task") / "record.db"
    shutil.copy(lantern, path)
    with serving(path) as base:
        context = browser.new_context(
            java_script_enabled=request.param != "no script", viewport={"width": 1280, "height": 900}, locale="en-US"
        )
        context.set_default_timeout(10_000)
        page = context.new_page()
        faults: list[str] = []
        page.on("console", lambda m: faults.append(m.text) if m.type == "error" and REFUSED not in m.text else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(f"{base}/enter?token={TOKEN}")
        yield Hands(page, base, request.param)
        context.close()
        assert not faults, faults


def test_who_headed_the_delegation_on_a_day(hands: Hands) -> None:
    hands.open("/")
    hands.follow("Who sits where")
    hands.fill("Name, office or body", "delegation")
    hands.fill("Held on", "2031-05-06")
    hands.button("Show")
    hands.see("Jonas Vell")
    hands.not_see("Anders Krol", within="tbody td:first-child")


def test_the_words_behind_a_statement(hands: Hands) -> None:
    hands.open("/statements?by=Jonas+Vell")
    hands.follow("We will not discuss", within="main")
    hands.see("Field by field")
    hands.follow("Torvik Courier", within="dl")
    expect(hands.page.locator(".entry:target")).to_contain_text("statements")
    hands.follow("words of entry", within=".entry:target")
    assert "#words-" in hands.page.url


def test_a_wrong_speaker_is_corrected(hands: Hands) -> None:
    hands.open("/review")
    hands.follow("Former defence minister", within="main")
    entry = hands.page.locator(".entry", has=hands.page.locator(".kind.statements")).first.get_attribute("id")
    within = f"#{entry}"
    hands.unfold(f"{within} .editing")
    hands.fill("speaker", "Livia Moran", within=within)
    hands.button("Edit entry", within=within)
    hands.see("edited", within=within)
    hands.see("edit speaker: Livia Moran by Ada Quill, 2031-06-02", within=within)


def test_an_entry_is_rejected_and_that_undone(hands: Hands) -> None:
    hands.open("/review")
    hands.follow("Vell denies secret meeting", within="main")
    entry = hands.page.locator(".entry", has=hands.page.locator(".kind.statements")).first.get_attribute("id")
    within = f"#{entry}"
    hands.button("Reject entry", within=within)
    hands.see("rejected", within=within)
    hands.button("Undo", within=within)
    hands.see("proposed", within=within)
    hands.see("undone", within=within)


def test_an_entry_that_was_not_found_is_added(hands: Hands) -> None:
    hands.open("/sources")
    hands.follow("Patrol base", within="main")
    hands.choose("What was not found", "next_steps" if hands.mode != "keyboard" else "next steps")
    hands.button("Add an entry")
    hands.see("An entry of next steps")
    if hands.mode == "mouse":
        hands.page.get_by_text("A second day of talks").click(click_count=3)
        expect(hands.page.get_by_label("Words of the report")).to_have_value(re.compile("A second day of talks is"))
    hands.fill("Words of the report", "A second day of talks is under way in Paris")
    hands.fill("what", "A second day of talks", within="label:has([name='field.what'])")
    hands.choose("modality", "planned")
    hands.button("Add it")
    hands.see("do not stand in the report", within="[role=alert]")
    hands.fill("Words of the report", "A second day of talks is under way in Oslo")
    hands.button("Add it")
    expect(hands.page.locator(".entry:target")).to_contain_text("A second day of talks")
    hands.follow("Review its entries")
    hands.see("added by Ada Quill, 2031-06-02", within=".entries")


def test_two_spellings_are_one(hands: Hands) -> None:
    hands.open("/names?kind=person")
    hands.follow("Marek Sundt", within="main")
    hands.fill("The same as", "Arden", within="section[aria-labelledby=who]")
    hands.button("Look up")
    hands.button("are one")
    hands.see("Tomas Arden")
    hands.see("Ada Quill, 2031-06-02", within="section[aria-labelledby=who]")
    hands.button("Undo", within="section[aria-labelledby=who]")
    told = hands.page.locator("section[aria-labelledby=who] li").filter(has_text="Ada Quill, 2031-06-02")
    expect(told).to_have_count(1)
    expect(told).to_contain_text("undone by Ada Quill")
    expect(told.get_by_role("button")).to_have_count(0)
    hands.open("/names?kind=person")
    hands.see("Tomas Arden")
    hands.see("Marek Sundt")


def test_a_process_of_talks_is_renamed_and_part_of_it_split_off(hands: Hands) -> None:
    hands.open("/")
    hands.follow("Veldania talks, 2031", within="main")
    hands.fill("Name", "Lantern Islands talks", within="section[aria-labelledby=regroup]")
    hands.button("Rename")
    hands.see("Lantern Islands talks", within="h1")
    hands.see("Ada Quill, 2031-06-02", within="section[aria-labelledby=regroup]")
    meetings = hands.page.locator("section[aria-labelledby=regroup] select[name=last]")
    split_off = meetings.locator("option").last.inner_text()
    hands.button("These are another process")
    expect(meetings).not_to_contain_text(split_off)
    hands.open("/processes")
    hands.see("Lantern Islands talks")
    hands.see("Veldania talks, 2031")


def test_what_is_new_since_a_day(hands: Hands) -> None:
    hands.open("/")
    hands.fill("Published since", "2031-05-09")
    hands.button("Write a brief")
    hands.see("Brief: 2031-05-09 to 2031-05-11")
    hands.see("4 reports.")


def test_a_brief_is_taken_away(hands: Hands) -> None:
    hands.open("/brief?since=2031-05-09")
    with hands.page.expect_download() as download:
        hands.follow("Save as Markdown")
    assert Path(download.value.path()).read_text(encoding="utf-8").startswith("#")


def test_words_are_looked_for(hands: Hands) -> None:
    hands.open("/")
    hands.fill("Search", "sovereignty", within=".find")
    hands.button("Find")
    expect(hands.page.locator("mark").first).to_have_text("sovereignty")
    hands.follow("statements (", within="section[aria-labelledby=by-kind]")
    hands.see("sovereignty", within="section[aria-labelledby=found]")


def test_the_record_as_of_a_day(hands: Hands) -> None:
    hands.open("/timeline")
    hands.see("2031-05-11")
    hands.unfold(".moment")
    hands.fill("Published by", "2031-05-05", within=".moment")
    hands.button("Set")
    hands.not_see("2031-05-11", within="table")
    hands.follow("Back to now")
    hands.see("2031-05-11")


def test_both_sides_of_a_dispute(hands: Hands) -> None:
    hands.open("/")
    hands.follow("Disputes", within="nav")
    expect(hands.page.locator(".dispute").first.locator(".sides > li").nth(1)).to_be_visible()
    hands.press(hands.page.locator(".dispute .sides cite a").first)
    expect(hands.page.locator(".entry:target")).to_be_visible()


def test_what_is_due_in_a_month(hands: Hands) -> None:
    hands.open("/next")
    hands.follow("As a calendar")
    hands.see("Next steps in 2031-05", within="h1")
    hands.follow("2031-06")
    hands.see("Next steps in 2031-06", within="h1")


def test_who_stands_where_and_the_table_taken_away(hands: Hands) -> None:
    hands.open("/positions")
    hands.follow("As a matrix")
    hands.press(hands.page.locator("td a.status").first)
    hands.see("positions")
    hands.open("/matrix")
    address = hands.page.locator(".twins").get_by_role("link", name="CSV").get_attribute("href")
    assert hands.page.request.get(hands.base + str(address)).text().startswith("id,party,by,issue,stance")


def test_the_queue_is_worked_through_with_its_keys(hands: Hands) -> None:
    if hands.mode != "keyboard":
        pytest.skip("keys are for the keyboard")
    hands.open("/review")
    hands.follow("Patrol base", within="main")
    hands.see("Keys:")
    hands.page.wait_for_load_state("load")
    keys, entries = hands.page.keyboard, hands.page.locator(".entries .entry")
    keys.press("j")
    expect(entries.nth(0)).to_be_focused()
    keys.press("j")
    keys.press("a")
    expect(entries.nth(1)).to_contain_text("accepted")
    expect(entries.nth(1)).to_be_focused()
    keys.press("u")
    expect(entries.nth(1)).to_contain_text("undone")
    keys.press("j")
    keys.press("r")
    expect(entries.nth(2)).to_contain_text("rejected")
    keys.press("k")
    expect(entries.nth(1)).to_be_focused()
    keys.press("e")
    expect(entries.nth(1).locator(".editing").locator("input, select, textarea").first).to_be_focused()
    keys.press("Escape")
    expect(entries.nth(1)).to_be_focused()
    keys.press("w")
    assert "#words-" in hands.page.url
