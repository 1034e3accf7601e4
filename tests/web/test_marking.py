"""A report's text in stretches: nothing is lost, and each stretch knows the entries it belongs to."""

from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model.rows import Mark, ReadEntry
from communique.web.marking import paragraphs

LINES = st.lists(st.text("ab ć𝔊", min_size=0, max_size=12), min_size=1, max_size=5)


def an_entry(number: int, *passages: tuple[int, int]) -> ReadEntry:
    marks = tuple(Mark("evidence", "", a, b) for a, b in passages)
    return ReadEntry(f"e{number}", "meetings" if number % 2 else "statements", "", "", "", "proposed", marks, ())


@settings(deadline=None)
@given(LINES, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6))
def test_every_character_is_shown_once_with_the_entries_whose_words_it_is(
    lines: list[str], pairs: list[tuple[int, int]]
) -> None:
    text = "\n".join(lines)
    passages = [(min(a, b, len(text)), min(max(a, b), len(text))) for a, b in pairs]
    entries = [an_entry(n, p) for n, p in enumerate(passages)]
    shown = paragraphs(text, entries)
    assert ["".join(s.text for s in p) for p in shown] == [line for line in lines if line.strip()]
    places = iter(_places(text))
    for stretch in (s for p in shown for s in p):
        covered = [next(places) for _ in stretch.text]
        for place in covered:
            expected = {n for n, (a, b) in enumerate(passages, 1) if a <= place < b}
            assert set(stretch.entries) == expected


def _places(text: str) -> list[int]:
    """The places of what stands in lines that are not blank."""
    found, at = [], 0
    for line in text.split("\n"):
        found += range(at, at + len(line)) if line.strip() else []
        at += len(line) + 1
    return found


def test_nested_and_overlapping_passages_name_the_shortest_entry_first() -> None:
    text = "one two three four"
    (line,) = paragraphs(text, [an_entry(1, (0, 18)), an_entry(2, (4, 13)), an_entry(3, (8, 18))])
    assert [(s.text, s.entries) for s in line] == [
        ("one ", (1,)),
        ("two ", (2, 1)),
        ("three", (2, 3, 1)),
        (" four", (3, 1)),
    ]
    assert [s.starts for s in line] == [(1,), (2,), (3,), ()]
    assert [s.ends for s in line] == [(), (), (2,), (1, 3)]


def test_an_entry_of_several_passages_begins_once_and_ends_at_each() -> None:
    (line,) = paragraphs("one two three", [an_entry(1, (0, 3), (8, 13))])
    assert [(s.text, s.starts, s.ends) for s in line] == [("one", (1,), (1,)), (" two ", (), ()), ("three", (), (1,))]
