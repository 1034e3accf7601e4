"""Copies are found however they are cut and edited; reports that only share quotations are no copies."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model.report import Report
from communique.resolve.copies import copies, origins
from communique.testing import a_report
from talks import LONG

VOCABULARY = [f"word{i}" for i in range(4000)]


def a_text(seed: int, words: int = 300) -> list[str]:
    rng = random.Random(seed)
    return [rng.choice(VOCABULARY) for _ in range(words)]


def in_paragraphs(words: list[str]) -> list[str]:
    return [" ".join(words[i : i + 30]) + "." for i in range(0, len(words), 30)]


def published_as(words: list[str], outlet: str, day: int) -> Report:
    return a_report(*in_paragraphs(words), outlet=outlet, published=f"2031-05-{day:02}")


def test_a_syndicated_copy_goes_back_to_the_report_that_was_published_first() -> None:
    first, copy = published_as(a_text(1), "Wire", 2), published_as(a_text(1), "Daily", 3)
    found = copies([copy, first])

    assert [(c.report, c.of, c.share) for c in found] == [(copy.id, first.id, 1.0)]
    assert found[0].paragraphs == 10
    assert origins([copy, first], found) == {first.id: first.id, copy.id: first.id}


def test_a_copy_cut_to_two_fifths_with_a_tenth_of_its_words_changed_is_a_copy() -> None:
    for seed in range(20):
        words = a_text(seed)
        rng = random.Random(seed)
        cut = [w if rng.random() > 0.1 else "changed" for w in words[:120]]
        assert copies([published_as(words, "Wire", 2), published_as(cut, "Daily", 2)]), seed


def test_two_reports_that_share_a_long_quotation_are_no_copies() -> None:
    shared = a_text(9, 40)
    one, other = a_text(1, 200) + shared, shared + a_text(2, 200)
    assert copies([published_as(one, "Wire", 2), published_as(other, "Daily", 2)]) == []


def test_of_one_moment_the_longer_text_is_the_origin() -> None:
    long, short = a_report(*LONG, outlet="The Courier"), a_report(*LONG[:4], outlet="Harbour Daily")
    (found,) = copies([short, long])
    assert (found.report, found.of) == (short.id, long.id)


def test_very_short_reports_are_not_judged() -> None:
    one, other = a_report("The talks in Oslo went on.", outlet="A"), a_report("The talks in Oslo went on.", outlet="B")
    assert copies([one, other]) == []


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(6)))
def test_the_order_of_the_reports_does_not_matter(order: list[int]) -> None:
    reports = [published_as(a_text(i // 2)[: 300 - 60 * (i % 2)], f"Outlet {i}", 2 + i % 3) for i in range(6)]
    shuffled = [reports[i] for i in order]
    assert copies(shuffled) == copies(reports)
    assert origins(shuffled, copies(shuffled)) == origins(reports, copies(reports))


def test_of_one_day_the_outlet_named_in_the_dateline_is_the_origin() -> None:
    text = [f"OSLO, May 2 (Wire) - {LONG[0]}", *LONG[1:]]
    wire, daily = a_report(*text, outlet="Wire"), a_report(*text, outlet="Daily")
    (found,) = copies([daily, wire])
    assert found.of == wire.id
