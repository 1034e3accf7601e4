"""Trees of spaCy's English models (ClearNLP's scheme) as Universal Dependencies.

The two differ where it matters to rules: prepositions govern their objects in the one and mark them in the other, a
copula governs its predicate in the one and depends on it in the other, and coordination is a chain in the one and a fan
in the other (Choi and Palmer 2012; de Marneffe et al. 2021). Trees in Universal Dependencies stay as they are.
"""

from collections.abc import Sequence
from dataclasses import dataclass

RENAMED = {
    "dobj": "obj", "dative": "iobj", "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "auxpass": "aux:pass",
    "relcl": "acl:relcl", "poss": "nmod:poss", "neg": "advmod", "prt": "compound:prt", "npadvmod": "obl:unmarked",
    "intj": "discourse", "predet": "det:predet", "preconj": "cc:preconj", "quantmod": "advmod", "meta": "dep",
    "oprd": "xcomp", "acomp": "xcomp", "attr": "xcomp", "prep": "advmod", "agent": "advmod", "pobj": "obl",
    "pcomp": "advcl", "nounmod": "nmod", "nn": "compound", "ROOT": "root", "": "dep",
}  # fmt: skip
"""What is left of ClearNLP's relations once prepositions, copulas and coordination are rebuilt."""

_OWN = frozenset(
    "dobj nsubjpass csubjpass auxpass relcl poss neg prt pobj pcomp prep agent attr acomp npadvmod".split()
)
_NOMINAL = frozenset("NOUN PROPN PRON NUM".split())
_BE = frozenset("be is are was were been being am 's 're 'm ’s ’re ’m".split())


@dataclass(frozen=True, slots=True)
class Node:
    """A word in the tree of its sentence: `head` counts from the first word, a root is its own head or -1."""

    text: str
    upos: str
    head: int
    deprel: str


def is_clearnlp(nodes: Sequence[Node]) -> bool:
    """Whether a relation shows that a tree is in ClearNLP's scheme."""
    return any(node.deprel in _OWN for node in nodes)


def universal(nodes: Sequence[Node]) -> list[Node]:
    """The same words in one tree with one root, in Universal Dependencies."""
    tree = _Tree(nodes)
    if is_clearnlp(nodes):
        tree.lower_prepositions()
        tree.lower_copulas()
        tree.fan_coordinations()
    tree.root_once()
    return [
        Node(node.text, node.upos, head, "root" if head < 0 else "dep" if label == "root" else label)
        for node, head, label in zip(nodes, tree.heads, (RENAMED.get(d, d) for d in tree.labels), strict=True)
    ]


class _Tree:
    """A tree while it is being rebuilt; -1 is the head of a root."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self.words = [node.text.lower() for node in nodes]
        self.upos = [node.upos for node in nodes]
        self.heads = [
            node.head if node.head != i and 0 <= node.head < len(nodes) else -1 for i, node in enumerate(nodes)
        ]
        self.labels = [node.deprel for node in nodes]

    def children(self, node: int, *labels: str) -> list[int]:
        return [i for i, head in enumerate(self.heads) if head == node and (not labels or self.labels[i] in labels)]

    def swap(self, old: int, new: int, label: str) -> None:
        """`new` takes the place of its head `old`, which comes under it as `label`, and so do the other children."""
        self.heads[new], self.labels[new] = self.heads[old], self.labels[old]
        for child in self.children(old):
            self.heads[child] = new
        self.heads[old], self.labels[old] = new, label

    def depth(self, node: int) -> int:
        steps = 0
        while self.heads[node] >= 0 and steps < len(self.heads):
            node, steps = self.heads[node], steps + 1
        return steps

    def lower_prepositions(self) -> None:
        """Objects govern their prepositions, "according to" as well; from the inside out."""
        marks = [i for i, label in enumerate(self.labels) if label in ("prep", "agent", "dative")]
        for mark in sorted(marks, key=self.depth, reverse=True):
            objects = self.children(mark, "pobj", "pcomp", "obl", "nmod")
            if not objects:
                continue
            clause = self.labels[objects[0]] == "pcomp"
            above = self.heads[mark]
            inside_noun = above >= 0 and self.upos[above] in _NOMINAL
            by = self.labels[mark] == "agent"
            self.swap(mark, objects[0], "mark" if clause else "case")
            label = ("acl" if inside_noun else "advcl") if clause else "nmod" if inside_noun else "obl"
            self.labels[objects[0]] = "obl:agent" if by and not clause else label

    def lower_copulas(self) -> None:
        """Predicates govern their copula; "there is a plan" keeps its verb and has a subject."""
        for verb, word in enumerate(self.words):
            predicates = self.children(verb, "attr", "acomp")
            if word not in _BE or not predicates:
                continue
            if self.children(verb, "expl"):
                self.labels[predicates[0]] = "nsubj"
            else:
                self.swap(verb, predicates[0], "cop")

    def fan_coordinations(self) -> None:
        """A chain of conjuncts becomes a fan; each "and" marks the conjunct behind it."""
        for i, label in enumerate(self.labels):
            if label == "conj":
                steps = 0
                while (
                    self.labels[self.heads[i]] == "conj" and self.heads[self.heads[i]] >= 0 and steps < len(self.heads)
                ):
                    self.heads[i], steps = self.heads[self.heads[i]], steps + 1
        for i, label in enumerate(self.labels):
            if label == "cc":
                first = self.heads[i] if self.labels[self.heads[i]] != "conj" else self.heads[self.heads[i]]
                behind = [c for c in self.children(first, "conj") if c > i]
                self.heads[i] = behind[0] if behind else self.heads[i]

    def root_once(self) -> None:
        """One root, which every word leads to; what does not comes under it."""
        root = next((i for i, head in enumerate(self.heads) if head < 0), 0)
        self.heads[root] = -1
        for i in range(len(self.heads)):
            seen = {i}
            at = i
            while self.heads[at] >= 0 and self.heads[at] not in seen:
                at = self.heads[at]
                seen.add(at)
            if at != root and (self.heads[at] < 0 or self.heads[at] in seen):
                self.heads[at], self.labels[at] = root, "parataxis" if self.heads[at] < 0 else "dep"
