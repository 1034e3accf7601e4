"""Every view of a record, asked in every way: what each answers, or how long it takes.

    python -m benchmarks.answers RECORD.db > before.jsonl     # whole answers, to be compared after a change
    python -m benchmarks.answers RECORD.db --times            # CPU milliseconds of first and twentieth pages

A change of how answers are found must leave the first output as it was, byte for byte, on the example corpus and on a
few hundred reports of `benchmarks.scale`. A slow answer is timed again, so that SQLite's pages are
warm.
"""

import argparse
import json
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from communique import Record
from communique.api import View
from communique.errors import QueryError
from communique.model.claim import KINDS
from communique.model.plain import plain

Ask = Callable[..., Any]
PAGE = 50
ENOUGH = 100
"""Milliseconds from which an answer is asked for again, since the first one may have had to read the file."""
TWENTIETH = 19 * PAGE
LISTS = (
    "timeline", "meetings", "who", "said", "positions", "matrix", "proposals", "next_steps", "sources", "places",
    "retold", "disputes", "corrections", "queue", "news", "problems", "names",
)  # fmt: skip
DATED = ("timeline", "who", "said", "positions", "matrix", "proposals", "next_steps", "sources", "disputes")
"""Views that take `as_of`."""

OF_PARTY = ("timeline", "meetings", "positions", "matrix", "retold", "chains", "who")
SINCE = ("timeline", "meetings", "said", "positions", "matrix", "proposals", "places", "retold", "chains", "news")
QUERIES = (
    "talks", "meeting status:held", "meeting when:{month}", "{party}", "party:{party} -status:held",
    "published:{month} statement", "office role:minister", "step border or position border", "change when:none",
    "proposal published:{day}..{last}",
)  # fmt: skip
QUESTIONS = (
    "Who met whom in Geneva in November?",
    "What did {person} say?",
    "When did {party} and {rival} last meet?",
    "Where does {party} stand?",
    "What is due next week?",
    "Who was foreign minister of {party} on {day}?",
)


class Known:
    """What there is to ask about in a record."""

    def __init__(self, view: View) -> None:
        entities = view.entities()
        people, parties = ([e.name for e in entities if e.kind == kind] for kind in ("person", "party"))
        last = view.last_day
        reports = view.counts()[0]
        self.day = view.sources(limit=1, offset=reports * 2 // 3)[0].published[:10]
        learnt = sorted({h.recorded for h in view.news(limit=5000)})
        self.recorded = learnt[len(learnt) // 2]
        self.words = {
            "party": parties[len(parties) // 3],
            "rival": parties[len(parties) * 2 // 3],
            "person": people[len(people) // 2],
            "day": self.day,
            "month": self.day[:7],
            "last": last,
        }


def questions(known: Known) -> Iterator[tuple[str, Ask]]:
    """Views by name, each a question to a `View` that takes `limit` and `offset`."""
    words = known.words
    for name in LISTS:
        yield name, partial(_list, name)
    for name in DATED:
        yield f"{name} as of", partial(_list, name, as_of=known.day)
    for name in OF_PARTY:
        yield f"{name} of a party", partial(_list, name, party=words["party"])
    for name in SINCE:
        yield f"{name} since", partial(_list, name, since=known.day)
    for kind in KINDS:
        yield f"chains of {kind}", partial(_list, "chains", kind=kind)
    yield "next_steps, every", partial(_list, "next_steps", every=True)
    yield "who on a day", partial(_list, "who", on=known.day)
    yield "who of a seat", partial(_list, "who", seat="head of the delegation")
    yield "who of a name", partial(_list, "who", name=words["person"].split()[-1])
    yield "said, words", lambda view, **page: view.said("border talks", **page)
    yield "said by somebody", partial(_list, "said", by=words["person"])
    yield "positions on an issue", partial(_list, "positions", issue="release")
    yield "matrix of an issue", partial(_list, "matrix", issue="prisoners")
    yield "meetings held", partial(_list, "meetings", status="held")
    yield "names of people", partial(_list, "names", kind="person")
    yield "names of a word", partial(_list, "names", name=words["person"].split()[-1])
    for query in QUERIES:
        yield f"find {query}", partial(_worded, "find", query.format(**words))
    for question in QUESTIONS:
        yield f"ask {question}", partial(_worded, "ask", question.format(**words))
    for sought in ("talks", "border release", "ministry*", '"the talks"'):
        yield f"search {sought}", partial(_search, sought)
    yield "brief", lambda view, **_: view.brief()
    yield "brief since", lambda view, **_: view.brief(since=known.day)
    yield "counts", lambda view, **_: view.counts()
    yield "last day", lambda view, **_: view.last_day


def things(view: View) -> Iterator[tuple[str, Ask]]:
    """Views of single things: the first ones of each kind."""
    for kind in KINDS:
        for row in view.chains(kind=kind, limit=2):
            yield f"show {kind}", partial(_one, "show", row.id)
            yield f"chain {kind}", partial(_one, "chain", row.id)
    for report in view.sources(limit=2):
        yield "read", partial(_one, "read", report.id)
        yield "versions", partial(_one, "versions", report.id)
    for name in view.names(limit=2):
        yield "show name", partial(_one, "show", name.id)


def _list(of: str, view: View, /, **asked: Any) -> Any:
    return getattr(view, of)(**asked)


def _worded(name: str, words: str, view: View, **page: Any) -> Any:
    return getattr(view, name)(words, **page)


def _search(words: str, view: View, *, limit: int = 20, offset: int = 0) -> Any:
    return view.search(words, limit=min(limit, 20), offset=offset)


def _one(name: str, id: str, view: View, **_: Any) -> Any:
    return getattr(view, name)(id)


def clocks(known: Known) -> Iterator[tuple[str, dict[str, str]]]:
    """Now, and at other moments."""
    yield "", {}
    yield ", known by", {"known_by": known.day}
    yield ", recorded by", {"recorded_by": known.recorded}
    yield ", both", {"known_by": known.day, "recorded_by": known.recorded}


PAGES: dict[str, dict[str, int]] = {
    "whole": {},
    "second page": {"limit": 7, "offset": 7},
    "later page": {"limit": 20, "offset": 120},
    "first page": {"limit": PAGE},
    "twentieth page": {"limit": PAGE, "offset": TWENTIETH},
}
COMPARED, TIMED = ("whole", "second page", "later page"), ("first page", "twentieth page")


def answers(record: Record) -> Iterator[str]:
    """Every answer as a line of JSON."""
    known = Known(record.at())
    for clock, at in clocks(known):
        view = record.at(**at)
        for name, ask in (*questions(known), *things(view)):
            for page in COMPARED:
                try:
                    said = plain(ask(view, **PAGES[page]))
                except QueryError as error:
                    said = str(error)
                yield json.dumps([name + clock, page, said], ensure_ascii=False)
    yield from record.export(recorded=True)


def timed(record: Record, *, now: bool) -> Iterator[tuple[float, str]]:
    """CPU milliseconds of each view, by clock and page; with `now` of the record as it is."""
    known = Known(record.at())
    for clock, at in clocks(known):
        single = [*things(record.at(**at))]
        for page in TIMED:
            for name, ask in (*questions(known), *(single if page == "first page" else ())):
                yield (
                    _milliseconds(lambda ask=ask, page=page, at=at: ask(record.at(**at), **PAGES[page])),
                    f"{name}{clock}, {page}",
                )
        if now:
            return


def _milliseconds(ask: Callable[[], object]) -> float:
    took = ENOUGH + 1
    for _ in range(2):
        start = time.process_time()
        try:
            ask()
        except QueryError:
            return 0.0
        took = (time.process_time() - start) * 1000
        if took < ENOUGH:
            break
    return took


def main() -> None:
    """Print the answers, or the times."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("record", type=Path)
    parser.add_argument("--times", action="store_true")
    parser.add_argument("--now", action="store_true", help="times of the record as it is now alone")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    with Record.open(args.record, create=False) as record:
        if not args.times:
            for line in answers(record):
                print(line)
            return
        for took, name in timed(record, now=args.now):
            print(
                json.dumps({"view": name, "cpu_ms": round(took, 1)}) if args.json else f"{took:>9.1f}  {name}",
                flush=True,
            )


if __name__ == "__main__":
    main()
