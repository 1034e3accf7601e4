from itertools import pairwise, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.language.decoding import Chunk, agreed, chunks, tree


def test_chunks_of_plain_labels() -> None:
    scores = np.eye(5, dtype=np.float32)[[0, 1, 2, 3, 0]]
    assert chunks(scores) == [Chunk(1, 3, 0), Chunk(3, 4, 1)]


def test_an_inside_without_its_beginning_is_decoded_anew() -> None:
    scores = np.array([[1.0, 0.9, 0.0], [0.0, 0.1, 1.0]], dtype=np.float32)
    assert chunks(scores) == [Chunk(0, 2, 0)]


def test_a_word_that_is_surely_one_thing_twice_is_it_a_third_time() -> None:
    sure, torn = [0.0, 6.0, 0.0, 0.0, 0.0], [0.0, 1.0, 0.0, 1.1, 0.0]
    scores = np.array([sure, sure, torn], dtype=np.float32)
    assert [chunk.label for chunk in chunks(scores)] == [0, 0, 1]
    assert [chunk.label for chunk in chunks(agreed(["Sanq"] * 3, scores))] == [0, 0, 0]


def test_words_without_capitals_and_single_words_keep_their_scores_but_for_a_constant() -> None:
    scores = np.array([[0.0, 2.0, 0.5], [1.0, 0.0, 3.0], [2.0, 1.0, 0.0]], dtype=np.float32)
    kept = agreed(["Sanq", "talks", "talks"], scores)
    assert np.allclose(kept - kept[:, :1], scores - scores[:, :1])


@given(st.integers(1, 8), st.integers(0, 10_000))
def test_chunks_are_in_order_and_apart(length: int, seed: int) -> None:
    found = chunks(np.random.default_rng(seed).normal(size=(length, 5)).astype(np.float32))
    assert all(a.last <= b.first for a, b in pairwise(found))
    assert all(0 <= chunk.first < chunk.last <= length for chunk in found)


def _is_tree(heads: tuple[int, ...]) -> bool:
    for start in range(len(heads)):
        word, seen = start, set()
        while word >= 0:
            if word in seen:
                return False
            seen.add(word)
            word = heads[word]
    return heads.count(-1) == 1


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 5), st.integers(0, 10_000))
def test_the_tree_is_the_best_one_with_a_single_root(length: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(length, length + 1)).astype(np.float32)
    heads = tuple(tree(scores, [(0, length)]).tolist())
    assert _is_tree(heads)

    def total(candidate: tuple[int, ...]) -> float:
        return float(sum(scores[i, head + 1] for i, head in enumerate(candidate)))

    best = max(total(c) for c in product(range(-1, length), repeat=length) if _is_tree(c))
    if length <= 3:  # three roots are tried
        assert abs(total(heads) - best) < 1e-5
    assert total(heads) <= best + 1e-5


def test_heads_stay_inside_their_sentence() -> None:
    scores = np.random.default_rng(3).normal(size=(6, 7)).astype(np.float32)
    scores[:3, 4:] = scores[3:, 1:4] = -1e4
    heads = tree(scores, [(0, 3), (3, 6)])
    assert (heads == -1).sum() == 2
    assert all(head == -1 or (head < 3) == (word < 3) for word, head in enumerate(heads))
