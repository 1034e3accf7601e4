"""The pictures of `docs/desk.md`, taken by Chromium from a desk before the example: `make screenshots`."""

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path += [str(ROOT / "tests" / "browser")]
INTO = ROOT / "docs" / "screenshots"


def main() -> None:
    """Take every picture."""
    from serving import TOKEN, serving

    from communique import Record
    from communique.model.report import Report
    from communique.reading.files import read_files
    from communique.testing import MONDAY

    INTO.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        path = Path(folder, "record.db")
        found = read_files([str(ROOT / "examples" / "lantern-islands")])
        with Record.open(path) as record:
            list(record.add([report for report in found if isinstance(report, Report)], recorded=MONDAY))
        with serving(path) as base, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
            wide = browser.new_page(viewport={"width": 1280, "height": 860})
            wide.goto(f"{base}/enter?token={TOKEN}")
            addresses = addresses_of(wide, base)
            for name, address in addresses.items():
                take(wide, base + address, name)
            dark = browser.new_page(viewport={"width": 390, "height": 800}, color_scheme="dark")
            take(dark, base + addresses["report"], "report-on-a-phone")
            browser.close()


def take(page: Page, address: str, name: str) -> None:
    """One picture."""
    page.goto(address)
    page.screenshot(path=INTO / f"{name}.png")


def addresses_of(page: Page, base: str) -> dict[str, str]:
    """What is shown, by the names of the pictures."""

    def rows(name: str) -> list[dict[str, str]]:
        return list(page.request.get(f"{base}/{name}.json?size=500").json()["rows"])

    report = next(r["id"] for r in rows("sources") if "denies" in r["title"])
    meeting = max((r for r in rows("timeline") if r["kind"] == "meetings"), key=lambda r: len(r["sources"]))
    names = {r["name"]: r["id"] for r in rows("names")}
    return {
        "overview": "/",
        "process": f"/process/{rows('processes')[0]['id']}",
        "timeline": "/timeline",
        "meeting": f"/entry/{meeting['id']}",
        "person": f"/name/{names['Jonas Vell']}",
        "party": f"/name/{names['Maretia']}#positions",
        "report": f"/report/{report}",
        "review": f"/review/{report}",
        "disputes": "/disputes",
        "matrix": "/matrix",
        "calendar": "/calendar",
        "sources": "/sources",
        "search": "/search?words=talks",
        "map": "/places",
        "chains": "/chains",
    }


if __name__ == "__main__":
    main()
