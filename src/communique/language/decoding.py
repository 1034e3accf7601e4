"""From the scores of one window to labels, spans and trees. Pure functions over arrays; words are numbered from 0."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Numbers = NDArray[np.intp]
_IMPOSSIBLE = np.float32(-1e9)
_UNLIKELY = np.float32(np.log(1e-4))

AGREEMENT = 0.8
"""How far the places of a word in one text decide together what it is; 0: each by itself."""


@dataclass(frozen=True, slots=True, order=True)
class Chunk:
    """Words `first` to `last` (half-open) that carry one label together."""

    first: int
    last: int
    label: int


def chunks(scores: Scores, enter: float = 0.0) -> list[Chunk]:
    """The best sequence of chunks under BIO scores.

    Columns are O and then B and I of each kind; `enter` is added to the score of every B. Chunk labels count kinds
    from 0.
    """
    if enter:
        scores = scores.copy()
        scores[:, 1::2] += np.float32(enter)
    path = _best_path(scores)
    firsts = np.flatnonzero(path % 2)
    if not len(firsts):
        return []
    ends = np.append(np.flatnonzero((path == 0) | (path % 2 == 1)), len(path))
    lasts = ends[np.searchsorted(ends, firsts, side="right")]
    return list(map(Chunk, firsts.tolist(), lasts.tolist(), (path[firsts] // 2).tolist()))


def agreed(words: Sequence[str], scores: Scores, weight: float = AGREEMENT) -> Scores:
    """BIO scores under which a capitalised word tends to be of one kind wherever a text has it.

    To the scores of every kind, and of O, goes `weight` times what the mean probability of that kind over all places
    of the word has over its own here, in logarithms.
    """
    places = defaultdict(list)
    for i, word in enumerate(words):
        if len(word) > 2 and word[0].isupper():
            places[word.lower()].append(i)
    logs = scores - np.logaddexp.reduce(scores, 1, keepdims=True)
    several = [same for same in places.values() if len(same) > 1]
    if not several:
        return logs
    counts = np.array(list(map(len, several)))
    numbers = np.concatenate(several)
    here = logs[numbers]
    kinds = np.concatenate((here[:, :1], np.logaddexp(here[:, 1::2], here[:, 2::2])), 1).clip(_UNLIKELY)
    sums = np.add.reduceat(np.exp(kinds), np.cumsum(counts) - counts)
    means = np.log(sums / counts[:, None].astype(np.float32))
    change = weight * (np.repeat(means, counts, axis=0) - kinds)
    logs[numbers] += np.repeat(change, 2, axis=1)[:, 1:]
    return logs


def _best_path(scores: Scores) -> Numbers:
    """The best label of each word; where some I does not go on from its own kind, the run of words around it anew."""
    path: Numbers = scores.argmax(1)
    inside = (path > 0) & (path % 2 == 0)
    if not inside.any():
        return path
    before = np.concatenate((path[:1] * 0, path[:-1]))
    broken = inside & ((before + 1) // 2 != path // 2)
    if broken.any():
        firsts = np.flatnonzero(~inside | (np.arange(len(path)) == 0))
        runs = np.searchsorted(firsts, np.flatnonzero(broken), side="right") - 1
        for run in np.unique(runs):
            first, last = firsts[run], firsts[run + 1] if run + 1 < len(firsts) else len(path)
            path[first:last] = _viterbi(scores[first:last])
    return path


def _viterbi(scores: Scores) -> Numbers:
    """The best path on which every I follows B or I of its kind."""
    length, width = scores.shape
    begins, insides = np.arange(1, width, 2), np.arange(2, width, 2)
    best = scores[0].copy()
    best[insides] = _IMPOSSIBLE
    back = np.zeros((length, width), dtype=np.intp)
    for i in range(1, length):
        top = int(best.argmax())
        back[i] = top
        back[i, insides] = np.where(best[insides] >= best[begins], insides, begins)
        best = scores[i] + best[back[i]]
    path = np.zeros(length, dtype=np.intp)
    path[-1] = best.argmax()
    for i in range(length - 1, 0, -1):
        path[i - 1] = back[i, path[i]]
    return path


def tree(arcs: Scores, sentences: Sequence[tuple[int, int]]) -> Numbers:
    """The head of every word, as word numbers, -1 for roots: one tree with one root for each sentence.

    Column 0 of `arcs` scores the root, column j + 1 word j; words of other sentences score lower than any of the own.
    The word that gains most by being root is root, and the others take their best heads; where that is no tree, the
    best tree is searched for (Chu and Liu 1965, Edmonds 1967).
    """
    words = np.arange(len(arcs))
    scores = arcs.copy()
    scores[words, words + 1] = _IMPOSSIBLE
    heads: Numbers = scores[:, 1:].argmax(1)
    gains = scores[:, 0] - scores[words, heads + 1]
    for first, last in sentences:
        heads[first + gains[first:last].argmax()] = -1
    lost = _lost(heads)
    for first, last in sentences if lost.any() else ():
        if lost[first:last].any():
            own = np.concatenate((scores[first:last, :1], scores[first:last, first + 1 : last + 1]), 1)
            best = _best_tree(own, np.argsort(-gains[first:last], kind="stable")[:3])
            heads[first:last] = np.where(best >= 0, best + first, -1)
    return heads


def _lost(heads: Numbers) -> NDArray[np.bool_]:
    """Which words do not lead to a root, -1."""
    reached = heads
    for _ in range(len(heads).bit_length()):
        reached = np.where(reached >= 0, reached[reached], -1)
    return reached >= 0


def _best_tree(scores: Scores, roots: Numbers) -> Numbers:
    """The best tree with one of `roots` under `scores[word, 0]` for the root and `scores[word, j + 1]` for heads."""
    length = len(scores)
    full = np.full((length + 1, length + 1), _IMPOSSIBLE, dtype=np.float64)
    full[1:, 1:] = scores[:, 1:]
    best: Numbers = np.full(length, -1, dtype=np.intp)
    value = -np.inf
    for root in roots:
        trial = full.copy()
        trial[root + 1] = _IMPOSSIBLE
        trial[root + 1, 0] = scores[root, 0]
        if trial[1:].max(1).sum() <= value:
            continue
        heads = _edmonds(trial)
        total = float(trial[np.arange(1, length + 1), heads[1:]].sum())
        if total > value:
            best, value = heads[1:] - 1, total
    return best


def _edmonds(scores: NDArray[np.float64]) -> Numbers:
    """The heads of the best arborescence from node 0; `scores[dependent, head]`."""
    heads: Numbers = scores.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if not len(cycle):
        return heads
    outside = np.ones(len(scores), dtype=bool)
    outside[cycle] = False
    rest = np.flatnonzero(outside)
    inner = scores[cycle, heads[cycle]]
    entering = scores[np.ix_(cycle, rest)] - inner[:, None]
    leaving = scores[np.ix_(rest, cycle)]
    small = np.full((len(rest) + 1, len(rest) + 1), _IMPOSSIBLE, dtype=np.float64)
    small[:-1, :-1] = scores[np.ix_(rest, rest)]
    small[-1, :-1] = entering.max(0)
    small[:-1, -1] = leaving.max(1)
    found = _edmonds(small)
    into = entering[:, found[-1]].argmax()
    heads[cycle[into]] = rest[found[-1]]
    out = cycle[leaving.argmax(1)]
    heads[rest] = np.where(found[:-1] == len(rest), out, rest[np.minimum(found[:-1], len(rest) - 1)])
    heads[0] = 0
    return heads


def _cycle(heads: Numbers) -> Numbers:
    """The nodes of one cycle that does not hold node 0; none where there is no cycle."""
    state = np.zeros(len(heads), dtype=np.intp)
    state[0] = -1
    for start in range(1, len(heads)):
        node = start
        while state[node] == 0:
            state[node] = start
            node = int(heads[node])
        if state[node] == start:
            cycle = [node]
            while heads[cycle[-1]] != node:
                cycle.append(int(heads[cycle[-1]]))
            return np.array(sorted(cycle))
    return np.zeros(0, dtype=np.intp)
