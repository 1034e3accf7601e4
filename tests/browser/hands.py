"""A person before a page: with a mouse, with the keyboard alone, or in a browser without JavaScript."""

from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

MODES = ("mouse", "keyboard", "no script")
MOST_TABS = 400
SETTLE = 150
"""Milliseconds a person waits after Enter: until the page that was asked for is on its way."""

IS_FOCUSED = "element => element === document.activeElement"


@dataclass(frozen=True)
class Hands:
    """What a person can do."""

    page: Page
    base: str
    mode: str

    def open(self, path: str) -> None:
        self.page.goto(self.base + path)

    def follow(self, name: str, *, within: str = "body", nth: int = 0, exact: bool = False) -> None:
        """Go where a link leads."""
        self.press(self.page.locator(within).get_by_role("link", name=name, exact=exact).nth(nth))

    def button(self, name: str, *, within: str = "body", nth: int = 0) -> None:
        """Press a button."""
        self.press(self.page.locator(within).get_by_role("button", name=name).nth(nth))

    def press(self, target: Locator) -> None:
        """Click, or come to it with the Tab key and press Enter."""
        if self.mode == "keyboard":
            self._come_to(target)
            self.page.keyboard.press("Enter")
            self.page.wait_for_timeout(SETTLE)
            self.page.wait_for_load_state()
        else:
            target.click()

    def fill(self, label: str, value: str, *, within: str = "main") -> None:
        """Write into a field; days are given as YYYY-MM-DD."""
        target = self.page.locator(within).get_by_label(label).first
        if self.mode == "keyboard":
            self._come_to(target)
            if target.get_attribute("type") == "date":
                year, month, day = value.split("-")
                self.page.keyboard.type(month + day + year)
            else:
                self.page.keyboard.press("Control+A")
                self.page.keyboard.type(value)
        else:
            target.fill(value)

    def choose(self, label: str, value: str, *, within: str = "main") -> None:
        """Choose from a list."""
        target = self.page.locator(within).get_by_label(label).first
        if self.mode == "keyboard":
            self._come_to(target)
            if target.input_value() != value:
                self.page.keyboard.type(value)
        else:
            target.select_option(value)

    def unfold(self, within: str) -> None:
        """Open what is folded away."""
        self.press(self.page.locator(within).locator("summary").first)

    def see(self, text: str, *, within: str = "main") -> None:
        expect(self.page.locator(within).first).to_contain_text(text)

    def not_see(self, text: str, *, within: str = "main") -> None:
        expect(self.page.locator(within).first).not_to_contain_text(text)

    def _come_to(self, target: Locator) -> None:
        expect(target).to_be_attached()
        for _ in range(MOST_TABS):
            if target.evaluate(IS_FOCUSED):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError("the Tab key does not come to it")
