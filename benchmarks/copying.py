"""Copies of reports made in known ways, always the same ones: cut from the end, and with some of the words changed."""

import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace

from communique.model.report import Report

_WORD = re.compile(r"[^\W\d_]+")
OTHERS = (
    "about after again also another around because before being between both called came during early even every few "
    "first found further given going great group however important large last later least less likely "
    "local major many might months more most much nearly never new next number often old once only other own past "
    "people perhaps place possible quite rather recent several since small some soon still such taken than their then "
    "these those though three through today together toward under until very week well were when where which while "
    "will within without work would year yet"
).split()


def cut(report: Report, share: float) -> Report:
    """The first `share` of the words of its body, under another outlet."""
    body = _body(report)
    words = list(re.finditer(r"\S+", body))
    end = words[max(0, round(len(words) * share) - 1)].end() if words else 0
    return _another(report, body[:end], f"cut to {share:.0%}")


def edited(report: Report, share: float) -> Report:
    """About `share` of its words replaced by others, at irregular places, under another outlet."""
    count = 0

    def swap(found: re.Match[str]) -> str:
        nonlocal count
        count += 1
        at = zlib.crc32(f"{report.id}/{count}".encode())
        return OTHERS[at % len(OTHERS)] if at % 1000 < share * 1000 else found[0]

    return _another(report, _WORD.sub(swap, _body(report)), f"{share:.0%} of words changed")


def derived(reports: Iterable[Report]) -> Iterator[tuple[str, Report, Report]]:
    """How it was made, the original, and the copy: several of every report."""
    for report in reports:
        yield "cut to 70 %", report, cut(report, 0.7)
        yield "cut to 40 %", report, cut(report, 0.4)
        yield "10 % edited", report, edited(report, 0.1)
        yield "cut to 40 %, 10 % edited", report, edited(cut(report, 0.4), 0.1)


def _body(report: Report) -> str:
    return report.text[report.title_end :].strip()


def _another(report: Report, body: str, how: str) -> Report:
    text = f"{report.title}\n\n{body}" if report.title else body
    return replace(report, outlet=f"{report.outlet}, {how}", published=report.published[:10] + "T23:59", text=text)
