import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.language.adapters.clearnlp import RENAMED, Node, universal


def tree(*rows: tuple[str, str, int, str]) -> list[tuple[str, str, str]]:
    """Each word with its head's text and its relation, after the conversion."""
    found = universal([Node(*row) for row in rows])
    return [(node.text, found[node.head].text if node.head >= 0 else "", node.deprel) for node in found]


def test_prepositions_mark_their_objects() -> None:
    found = tree(
        ("envoys", "NOUN", 3, "nsubj"), ("of", "ADP", 0, "prep"), ("Torvik", "PROPN", 1, "pobj"),
        ("met", "VERB", 3, "ROOT"), ("in", "ADP", 3, "prep"), ("Geneva", "PROPN", 4, "pobj"),
    )  # fmt: skip
    assert found == [
        ("envoys", "met", "nsubj"), ("of", "Torvik", "case"), ("Torvik", "envoys", "nmod"),
        ("met", "", "root"), ("in", "Geneva", "case"), ("Geneva", "met", "obl"),
    ]  # fmt: skip


def test_according_to_marks_the_speaker() -> None:
    found = tree(
        ("talks", "NOUN", 1, "nsubj"), ("failed", "VERB", 1, "ROOT"), ("according", "VERB", 1, "prep"),
        ("to", "ADP", 2, "prep"), ("Dale", "PROPN", 3, "pobj"),
    )  # fmt: skip
    assert found[2:] == [("according", "Dale", "case"), ("to", "Dale", "case"), ("Dale", "failed", "obl")]


def test_the_agent_of_a_passive_is_marked_as_such() -> None:
    found = tree(
        ("plan", "NOUN", 2, "nsubjpass"), ("was", "AUX", 2, "auxpass"), ("rejected", "VERB", 2, "ROOT"),
        ("by", "ADP", 2, "agent"), ("Torvik", "PROPN", 3, "pobj"),
    )  # fmt: skip
    assert found[0] == ("plan", "rejected", "nsubj:pass")
    assert found[1] == ("was", "rejected", "aux:pass")
    assert found[4] == ("Torvik", "rejected", "obl:agent")


def test_a_predicate_governs_its_copula_and_its_subject() -> None:
    found = tree(
        ("She", "PRON", 1, "nsubj"), ("is", "AUX", 1, "ROOT"), ("the", "DET", 3, "det"), ("envoy", "NOUN", 1, "attr")
    )
    assert found == [
        ("She", "envoy", "nsubj"), ("is", "envoy", "cop"), ("the", "envoy", "det"), ("envoy", "", "root")
    ]  # fmt: skip


def test_there_is_keeps_its_verb() -> None:
    found = tree(("There", "PRON", 1, "expl"), ("is", "AUX", 1, "ROOT"), ("hope", "NOUN", 1, "attr"))
    assert found == [("There", "is", "expl"), ("is", "", "root"), ("hope", "is", "nsubj")]


def test_conjuncts_all_hang_on_the_first() -> None:
    found = tree(
        ("A", "PROPN", 6, "nsubj"), (",", "PUNCT", 0, "punct"), ("B", "PROPN", 0, "conj"), ("and", "CCONJ", 2, "cc"),
        ("C", "PROPN", 2, "conj"), ("have", "AUX", 6, "aux"), ("met", "VERB", 6, "ROOT"), ("him", "PRON", 6, "dobj"),
    )  # fmt: skip
    assert found[2:5] == [("B", "A", "conj"), ("and", "C", "cc"), ("C", "A", "conj")]
    assert found[7] == ("him", "met", "obj")


def test_a_tree_in_universal_dependencies_stays_as_it_is() -> None:
    rows = [
        ("She", "PRON", 2, "nsubj"), ("was", "AUX", 2, "cop"), ("there", "ADV", -1, "root"), (".", "PUNCT", 2, "punct")
    ]  # fmt: skip
    assert [(n.text, n.upos, n.head, n.deprel) for n in universal([Node(*row) for row in rows])] == rows


labels = st.sampled_from([*RENAMED, "nsubj", "conj", "cc", "punct", "expl", "case"])
words = st.sampled_from(["is", "of", "and", "plan", "was", "by"])
rows = st.lists(
    st.tuples(words, st.sampled_from(["NOUN", "VERB", "ADP"]), st.integers(-2, 9), labels), min_size=1, max_size=9
)


@given(rows)
def test_whatever_comes_in_one_tree_comes_out(given_rows: list[tuple[str, str, int, str]]) -> None:
    found = universal([Node(*row) for row in given_rows])

    assert [n.head for n in found].count(-1) == 1
    for start in range(len(found)):
        at, steps = start, 0
        while found[at].head >= 0:
            at, steps = found[at].head, steps + 1
            assert steps <= len(found)
    assert all((n.deprel == "root") == (n.head < 0) for n in found)


@pytest.mark.parametrize("label", ["dobj", "pobj", "attr"])
def test_no_label_of_the_old_scheme_is_left(label: str) -> None:
    assert label not in {n.deprel for n in universal([Node("a", "NOUN", 0, "ROOT"), Node("b", "NOUN", 0, label)])}
