from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.language import times as package
from communique.language.encoder import Encoder
from communique.language.sentences import split
from communique.language.times import tag, times
from communique.language.times.feasts import days_of, easter, islamic, orthodox_easter
from communique.language.tokens import tokenize
from communique.lexicon.times import feasts
from communique.model.days import days
from communique.model.page import Page
from communique.model.reading import Reading, Timex, Token
from communique.model.report import Report

GOLD = Path(__file__).parents[2] / "benchmarks" / "gold" / "times.tsv"
Annotate = Callable[..., Page]


def unparsed(text: str, published: str = "2031-05-02") -> Page:
    """A page of which only words and sentences are known."""
    offsets = tokenize(text)
    tokens = tuple(Token(a, b, text[a:b], text[a:b].lower(), "X", "", -1, "dep") for a, b in offsets)
    report = Report("The Courier", published, "", text)
    return Page(report, Reading(report.id, "none", tokens, split(text, offsets), (), (), (), ()))


def values(found: Sequence[Timex]) -> list[tuple[str, str]]:
    return [(timex.text, timex.value) for timex in found]


def gold() -> list[tuple[str, str, str]]:
    rows = [line.split("\t") for line in GOLD.read_text(encoding="utf-8").splitlines()[1:]]
    return [(published, sentence, times) for _, published, sentence, times in rows]


def test_the_gold_has_three_hundred_cases() -> None:
    assert len(gold()) >= 300


def parsed_apart(sentences: Sequence[str], published: Sequence[str]) -> list[Page]:
    """A page for each text, all parsed in one run of the network, which is faster than one run each."""
    whole = "\n\n".join(sentences)
    parse = Encoder().parse([whole])[0]
    pages, start = [], 0
    for text, day in zip(sentences, published, strict=True):
        end = start + len(text)
        first = next(i for i, t in enumerate(parse.tokens) if t.start >= start)
        tokens = tuple(
            replace(t, start=t.start - start, end=t.end - start, head=t.head - first if t.head >= 0 else -1)
            for t in parse.tokens[first:]
            if t.end <= end
        )
        parts = tuple(
            replace(s, start=s.start - start, end=s.end - start, first=s.first - first, last=s.last - first)
            for s in parse.sentences
            if start <= s.start and s.end <= end
        )
        report = Report("The Courier", day, "", text)
        pages.append(Page(report, Reading(report.id, "test", tokens, parts, (), (), (), ())))
        start = end + 2
    return pages


def test_nineteen_in_twenty_gold_cases_are_read_right() -> None:
    published, sentences, wanted = zip(*gold(), strict=True)
    found = [" | ".join(f"{t.text}={t.value}" for t in times(page)) for page in parsed_apart(sentences, published)]
    wrong = [(a, b) for a, b in zip(wanted, found, strict=True) if a != b]

    assert len(wrong) <= len(wanted) // 20, wrong


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("the first half of June", "2031-06-01/2031-06-15"),
        ("the second half of next month", "2031-06-16/2031-06-30"),
        ("the second half of February 2032", "2032-02-15/2032-02-29"),
        ("the first week of June", "2031-06-01/2031-06-07"),
        ("the second week of June", "2031-06-09/2031-06-15"),
        ("the last week of this month", "2031-05-25/2031-05-31"),
        ("the first half of next year", "2032-01/2032-06"),
    ],
)
def test_halves_and_weeks_of_a_month_are_days(annotate: Annotate, words: str, value: str) -> None:
    page = annotate(f"Torvik and Maretia will meet in {words}.", published="2031-05-02")
    assert values(times(page)) == [(words, value)]


def test_a_past_verb_right_before_a_weekday_looks_back(annotate: Annotate) -> None:
    page = annotate("They want aid before engaging in the talks that started on Friday.", published="2031-05-03")
    assert values(times(page)) == [("Friday", "2031-05-02")]
    page = annotate("The envoy said Monday's talks would be the last.", published="2031-05-03")
    assert values(times(page)) == [("Monday", "2031-05-05")]


def test_who_declined_to_tell_did_so_on_a_day_behind(annotate: Annotate) -> None:
    page = annotate("The spokeswoman declined to confirm this at a briefing on Thursday.", published="2031-05-02")
    assert values(page.reading.times) == [("Thursday", "2031-05-01")]


def test_a_weekday_follows_the_tense_of_its_clause(annotate: Annotate) -> None:
    page = annotate("The envoy said on Thursday that the talks would resume on Monday.", published="2031-05-02")

    assert values(page.reading.times) == [("Thursday", "2031-05-01"), ("Monday", "2031-05-05")]
    assert page.reading.times[1].rule.startswith("times.weekday: nearest weekday, ")


@pytest.mark.parametrize(
    "sentence",
    [
        "Maretia accused Torvik of trying to disrupt a new round of talks set to begin on Monday and protested.",
        "Maretia criticised Torvik ahead of talks in Port Ansel on Monday.",
        "The envoy spoke ahead of a meeting on Monday with the Torvik minister.",
        "The planned meeting on Monday was called off.",
        "Maretia proposed a meeting in Port Ansel on Monday.",
        "The summit was brought forward to Monday.",
    ],
)
def test_the_day_of_a_meeting_to_come_is_ahead_whatever_the_tense(annotate: Annotate, sentence: str) -> None:
    page = annotate(sentence, published="2031-05-02")
    assert ("Monday", "2031-05-05") in values(page.reading.times)


@pytest.mark.parametrize(
    "sentence",
    ["After talks in Port Ansel on Monday, the ministers flew home.", "Monday's meeting ended without agreement."],
)
def test_the_day_of_a_meeting_held_is_behind(annotate: Annotate, sentence: str) -> None:
    page = annotate(sentence, published="2031-05-02")
    assert ("Monday", "2031-04-28") in values(page.reading.times)


@pytest.mark.parametrize(
    ("sentence", "weekday"),
    [
        ("The miners are to march from the square on Tuesday.", "2031-05-06"),
        ("Maretia took the letter to Torvik, where the council is to sit on Thursday.", "2031-05-08"),
    ],
)
def test_what_is_to_be_is_ahead_whatever_its_clause_hangs_on(annotate: Annotate, sentence: str, weekday: str) -> None:
    found = annotate(sentence, published="2031-05-02").reading.times

    assert [t.value for t in found] == [weekday]


def test_two_readings_are_kept_best_first(annotate: Annotate) -> None:
    (timex,) = annotate("The letter is dated 03/04/2031.", published="2031-05-02").reading.times

    assert timex.candidates == ("2031-04-03", "2031-03-04")
    assert timex.value == timex.candidates[0]


def test_a_number_of_a_resolution_is_no_year() -> None:
    assert times(unparsed("Resolutions 1701 and 1994 were recalled; Article 5 and Flight 1970 were not.")) == ()


def test_a_rate_and_a_length_without_a_number_are_no_lengths() -> None:
    assert (
        times(unparsed("Billions of dollars of trade a year cross the bay. The truce could last for a week or two."))
        == ()
    )


def test_a_report_without_a_day_has_no_times() -> None:
    assert times(unparsed("The parties met on Monday.", published="")) == ()


def test_expressions_at_no_one_place_are_tagged_but_not_placed() -> None:
    page = unparsed("They now meet every Monday.")

    assert times(page) == ()
    assert [t.sense.vague for t in tag(page)] == ["PRESENT_REF", "XXXX-WXX-1"]


def test_anchors_reach_back_three_sentences_at_most() -> None:
    near = "The vote was on 3 May 2030. The following day he left."
    far = "The vote was on 3 May 2030. He spoke. They sang. She wept. All slept. The following day he left."

    assert ("The following day", "2030-05-04") in values(times(unparsed(near)))
    assert "The following day" not in dict(values(times(unparsed(far))))


@pytest.mark.parametrize(
    ("year", "western", "eastern"),
    [(2019, date(2019, 4, 21), date(2019, 4, 28)), (2024, date(2024, 3, 31), date(2024, 5, 5))],
)
def test_easter_is_computed(year: int, western: date, eastern: date) -> None:
    assert easter(year) == western
    assert orthodox_easter(year) == eastern


def test_the_islamic_calendar_is_tabular() -> None:
    assert islamic(1445, 9, 1) == date(2024, 3, 11)


def test_every_feast_falls_in_every_year() -> None:
    listed = [feast for names in feasts().values() for _, feast in names]

    assert all(days_of(feast, year) for feast in listed for year in (1989, 2016, 2031))


words = st.sampled_from(
    "Monday May March last next this week 12 2016 1701 the of - / , . 's two years ago noon p.m. Feb. before after "
    "days 3 Ramadan end mid to and until night Easter quarter half 60 - \n\n in on a".split(" ")
)


@given(st.lists(words | st.text(max_size=5), max_size=40).map(" ".join))
@settings(max_examples=100, deadline=None)
def test_what_is_found_stands_where_it_says(text: str) -> None:
    for timex in times(unparsed(text)):
        assert text[timex.start : timex.end] == timex.text
        assert timex.type == "DURATION" or any(days(timex.value))
        assert all(any(days(value)) for value in timex.candidates)


def test_the_day_of_the_run_has_no_say(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stopped(date):
        @classmethod
        def today(cls) -> "Stopped":
            raise AssertionError("the clock was read")

    for module in ("tagger", "dates", "weekdays", "feasts", "sense"):
        monkeypatch.setattr(f"{package.__name__}.{module}.date", Stopped)
    text = "They met on Monday, in May and at Easter; they will meet in two days."

    assert times(unparsed(text)) == times(unparsed(text))


def test_a_long_run_of_dates_is_read_in_linear_time() -> None:
    page = unparsed("1990, a year ago and " * 1000)

    assert len(times(page)) == 2000


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("PORT VARNA, 13 MAR (INT) -- THE KING HAS LEFT.", "1987-03-14", [("13 MAR", "1987-03-13")]),
        (
            "The rebels announced on Wednesday a ceasefire from December 20.",
            "2024-12-18",
            [("Wednesday", "2024-12-18"), ("December 20", "2024-12-20")],
        ),
        ("The rebels met the king on January 5.", "2024-12-18", [("January 5", "2024-01-05")]),
        (
            "They met on May 6 and again the following week.",
            "2024-05-20",
            [("May 6", "2024-05-06"), ("the following week", "2024-05-13/2024-05-19")],
        ),
        ("Torvik reached the quarter-finals.", "2024-05-20", []),
        ("The two ministers agreed on holding the meeting in June.", "2022-03-22", [("June", "2022-06")]),
        ("The fast begins on 10 or 11 March.", "2024-03-04", [("10 or 11 March", "2024-03-10/2024-03-11")]),
        ("The premier will come on August 1 or 2.", "2022-07-25", [("August 1 or 2", "2022-08-01/2022-08-02")]),
        ("The 5-year-old multi-sided civil war goes on.", "2016-01-29", [("5-year-old", "P5Y")]),
        ("A five-year-old boy from the war zone survived.", "2016-01-29", []),
    ],
)
def test_dates_as_wires_and_weeklies_write_them(
    annotate: Annotate, text: str, published: str, expected: list[tuple[str, str]]
) -> None:
    assert values(annotate(text, published=published).reading.times) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He arrived in Lima on Tuesday, March 4.", "2032-03-04"),
        ("The talks were held on Monday, February 3.", "2032-02-03"),
        ("The treaty was signed on Monday, October 6.", "2031-10-06"),
    ],
)
def test_a_weekday_that_is_mistaken_moves_no_day_of_late_to_another_year(
    annotate: Annotate, text: str, value: str
) -> None:
    assert [t.value for t in annotate(text, published="2032-03-04").reading.times] == [value]
