"""The query language: what is typed comes out as a tree, and what cannot be read says where and what to do."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.asking.syntax import Asked, Group, Negation, Node, Term, parse
from communique.errors import QueryError

WORDS = st.text("abcdefgäéß0123456789-'.", min_size=1, max_size=8).filter(lambda w: not w.startswith("-"))
PHRASES = st.text("abc def:()-OR", max_size=10)
FIELDS = st.sampled_from(["", "party", "place", "when", "text"])
TERMS = st.builds(Term, FIELDS, WORDS) | st.builds(Term, FIELDS, PHRASES, st.just(True))
NODES = st.recursive(
    TERMS,
    lambda inner: (
        st.builds(Negation, inner) | st.builds(Group, st.lists(inner, min_size=2, max_size=3).map(tuple), st.booleans())
    ),
    max_leaves=8,
)


def written(node: Node) -> str:
    """A tree as a query, every group in parentheses."""
    match node:
        case Negation(part):
            return f"NOT ({written(part)})"
        case Group(parts, is_any):
            return f"({(' OR ' if is_any else ' ').join(written(part) for part in parts)})"
        case Term(field, value, is_phrase):
            return (f"{field}:" if field else "") + (f'"{value}"' if is_phrase else value)


def bare(node: Node | None) -> Node | None:
    """A tree without the places of its terms."""
    match node:
        case Negation(part):
            return Negation(bare(part))  # type: ignore[arg-type]
        case Group(parts, is_any):
            return Group(tuple(bare(part) for part in parts), is_any)  # type: ignore[misc]
        case Term(field, value, is_phrase):
            return Term(field, value, is_phrase)
    return None


@given(NODES)
def test_a_tree_that_is_written_out_is_read_as_itself(node: Node) -> None:
    found = parse(f"any ({written(node)})")
    assert (found.kind, bare(found.node)) == ("", node)


def complaint(query: str) -> str:
    """What is said of a query that cannot be read, or ""."""
    try:
        parse(query)
    except QueryError as error:
        return str(error)
    return ""


@given(st.text(max_size=40) | st.text('()"-: ORNTabc..', max_size=30))
def test_any_text_is_a_tree_or_an_error_that_names_a_place_and_a_remedy(query: str) -> None:
    said = complaint(query)
    assert not said or ("⟨here⟩" in said and re.search(r"\(character \d+\)\. \S.*\.$", said, re.S))


def test_terms_side_by_side_must_all_hold_and_or_binds_less() -> None:
    found = parse('meeting party:Oman place:Oslo OR "border plan"')
    both = Group((Term("party", "Oman"), Term("place", "Oslo")))
    assert found.kind == "meetings"
    assert bare(found.node) == Group((both, Term("", "border plan", True)), is_any=True)


@pytest.mark.parametrize("written", ["-status:held", "NOT status:held"])
def test_a_term_can_be_negated_in_two_ways(written: str) -> None:
    assert bare(parse(f"meetings {written}").node) == Negation(Term("status", "held"))


def test_a_kind_is_one_only_at_the_beginning() -> None:
    assert parse("position") == Asked("positions", None)
    assert bare(parse('"meeting"').node) == Term("", "meeting", True)
    assert bare(parse("late meeting").node) == Group((Term("", "late"), Term("", "meeting")))


@pytest.mark.parametrize(
    ("query", "character", "said"),
    [
        ("", 1, "nothing is asked"),
        ("meeting (party:Oman", 9, "is not closed"),
        ("party:Oman)", 11, "closes nothing"),
        ("party: place:Oslo", 1, ""),
        ('meeting "border plan', 9, "is not closed"),
        ("meeting OR place:Oslo", 9, "something is missing"),
        ("place:Oslo OR", 14, "something is missing"),
        ("(" * 60 + "a" + ")" * 60, 41, "within one another"),
    ],
)
def test_an_error_says_where_and_what(query: str, character: int, said: str) -> None:
    if not said:
        assert bare(parse(query).node) is not None
        return
    with pytest.raises(QueryError, match=rf"{said}.*\(character {character}\)"):
        parse(query)
