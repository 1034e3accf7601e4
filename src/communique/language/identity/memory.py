"""What has been mentioned so far and how much it stands out: the salience of Lappin and Leass (1994), for reports.

A mention weighs by its grammatical role and by whether it speaks; the weight halves with every sentence. An entity
weighs what its heaviest mention weighs and a part of the others, one a sentence.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence

from communique.language.identity.mentions import SUBJECTS, Entity
from communique.language.identity.speakers import Speakers
from communique.model.page import Page
from communique.model.reading import Mention

RECENCY, SUBJECT, OBJECT, OBLIQUE, POSSESSOR = 60.0, 90.0, 50.0, 30.0, 15.0
INNER = frozenset({"acl:relcl", "advcl", "acl"})
SPEAKER, PARALLEL, QUOTED, TITLE, EMBEDDED, REPEATED = 60.0, 30.0, 0.3, 0.4, 0.8, 0.4
LABELLED = 0.1
"""Who speaks in a transcript is not spoken of by standing before the colon."""
_LABEL = re.compile(
    r"(?m)^[^\S\n]*(?:\[[^\]\n]{2,50}\](?=[^\S\n]?\S)|(?:[A-Z][\w.’'-]*|\([^)\n]{1,60}\)|of|for|and|the)"
    r"(?:,?[^\S\n](?:[A-Z][\w.’'-]*|\([^)\n]{1,60}\)|of|for|and|the)){0,9}:(?=[^\S\n]+[^\s\"“„«‘']))"
)
_FEWEST_LABELS = 4
"""A page of so many paragraphs that open with a name and a colon is a transcript."""


class Memory:
    """The mentions of one report by sentence, weighed when asked for."""

    def __init__(self, page: Page, quoted: Sequence[bool]) -> None:
        self.page = page
        self.quoted = quoted
        self.speakers = Speakers(page, quoted)
        self._spoke: dict[int, list[tuple[int, Mention, Entity]]] = {}
        self._by_sentence: dict[int, list[tuple[Mention, float, Entity]]] = {}
        self._number = {id(s): i for i, s in enumerate(page.sentences)}
        labels = [m.end() for m in _LABEL.finditer(page.report.text, page.report.title_end)]
        self._labels = labels if len(labels) >= _FEWEST_LABELS else []
        self._turns: dict[int, Entity] = {}

    def add(self, entity: Entity, mention: Mention) -> None:
        """Remember a mention."""
        number = self.sentence_number(mention.head)
        labelled = entity.kind == "person" and self._is_label(mention)
        if labelled:
            self._turns[self.page.sentences[number].paragraph] = entity
        rank = 0 if labelled else self.speakers.rank(mention)
        weight = self._weight(mention, number, rank) * (LABELLED if labelled else 1.0)
        self._by_sentence.setdefault(number, []).append((mention, weight, entity))
        if rank or (not labelled and self._is_main_subject(mention)):
            self._spoke.setdefault(number, []).append((rank, mention, entity))

    def _is_label(self, mention: Mention) -> bool:
        """Whether a mention stands before the colon that opens a turn."""
        after = bisect_left(self._labels, mention.end)
        if after == len(self._labels):
            return False
        return self.page.report.text.count("\n", mention.start, self._labels[after]) == 0

    def _speaks(self, entity: Entity, at: int) -> bool:
        """Whether token `at` stands in a turn of this very entity, who says "I" of himself."""
        return bool(self._turns) and self._turns.get(self.page.sentence_of(at).paragraph) is entity

    def last_speaker(self, at: int, fits: Callable[[Entity], float], *, reach: int = 4) -> Entity | None:
        """Who spoke last before token `at`, or was last the subject of a main clause, among those that fit.

        The nearest sentence counts in which one that fits does either; in it a speaker goes before a subject.
        """
        number, late = self.sentence_number(at), self._follows_content(at)
        for back in range(reach + 1):
            found = [(r, fits(e), m.first, e) for r, m, e in self._spoke.get(number - back, []) if m.last <= at]
            found = [
                f
                for f in found
                if f[1] > 0 and not self._speaks(f[3], at) and (f[0] or (f[1] > 0.7 and (back or not late)))
            ]
            if found:
                return max(found, key=lambda f: f[:3])[3]
        return None

    def _is_main_subject(self, mention: Mention) -> bool:
        token = self.page.tokens[mention.head]
        main = token.deprel in SUBJECTS and token.head >= 0 and self.page.tokens[token.head].deprel == "root"
        return main and not self.quoted[mention.head]

    def of(self, number: int) -> list[tuple[Mention, Entity]]:
        """The mentions of one sentence so far."""
        return [(m, e) for m, _, e in self._by_sentence.get(number, [])]

    def at(self, token: int) -> Entity | None:
        """What the mention with this head word, or else holding this token, stands for."""
        found = self.of(self.sentence_number(token))
        exact = next((e for m, e in reversed(found) if m.head == token), None)
        return exact or next((e for m, e in found if m.first <= token < m.last), None)

    def sentence_number(self, token: int) -> int:
        """The number of the sentence that holds a token."""
        return self._number[id(self.page.sentence_of(token))]

    def best(self, at: int, fits: Callable[[Entity], float], *, reach: int = 4, margin: float = 1.0) -> Entity | None:
        """The entity that stands out most before token `at`, looking back `reach` sentences.

        `fits` gives 0 (or False) for what cannot be meant, else a factor of its weight. With `margin` above 1 the
        second must weigh that much less, else nothing is sure enough.
        """
        ranked = self.ranked(at, fits, reach=reach)
        if not ranked or (len(ranked) > 1 and ranked[0][0] < margin * ranked[1][0]):
            return None
        return ranked[0][1]

    def ranked(self, at: int, fits: Callable[[Entity], float], *, reach: int = 4) -> list[tuple[float, Entity]]:
        """Fitting entities, the most salient first."""
        number, late = self.sentence_number(at), self._follows_content(at)
        seen: dict[int, tuple[list[float], int, Entity]] = {}
        for back in range(reach + 1):
            for weight, last, entity in self._of_sentence(number - back, at, fits, late=late and not back):
                seen.setdefault(id(entity), ([], last, entity))[0].append(weight * 0.5**back)
        weighed = [(fits(e) * (max(w) + REPEATED * (sum(w) - max(w))), n, e) for w, n, e in seen.values()]
        return [(w, e) for w, _, e in sorted(weighed, key=lambda s: (-s[0], -s[1]))]

    def _of_sentence(
        self, number: int, at: int, fits: Callable[[Entity], float], *, late: bool
    ) -> list[tuple[float, int, Entity]]:
        """The heaviest mention of each fitting entity in one sentence, before token `at`.

        `late` says that the words said come before `at` in this sentence.
        """
        best: dict[int, tuple[float, int, Entity]] = {}
        subject = self.page.tokens[at].deprel in SUBJECTS
        for mention, own, entity in self._by_sentence.get(number, []):
            if mention.first >= at or not fits(entity) or self._speaks(entity, at):
                continue
            parallel = subject and self.page.tokens[mention.head].deprel in SUBJECTS
            weight = own + (PARALLEL if parallel else 0.0)
            if (self.quoted[mention.first] and not self.quoted[at]) or late:
                weight *= QUOTED
            if id(entity) not in best or best[id(entity)][0] < weight:
                best[id(entity)] = weight, mention.first, entity
        return list(best.values())

    def _follows_content(self, at: int) -> bool:
        """As in "…, he said": the words said come first, and their subject is seldom the speaker."""
        token = self.page.tokens[at]
        if not self.speakers.says(at) or token.head < 0:
            return False
        sentence = self.page.sentence_of(at)
        content = self.page.children(token.head, "ccomp", "parataxis")
        return any(c < at for c in content) or (at - sentence.first > 4 and sentence.last - token.head < 3)

    def _weight(self, mention: Mention, number: int, rank: int) -> float:
        token = self.page.tokens[mention.head]
        weight = RECENCY + self._role(mention, token.deprel) + (SPEAKER if rank else 0.0)
        inner = token.deprel in SUBJECTS and token.head >= 0 and self.page.tokens[token.head].deprel in INNER
        weight *= EMBEDDED if inner else 1.0
        return weight * (TITLE if self.page.sentences[number].role in {"title", "heading"} else 1.0)

    def _role(self, mention: Mention, deprel: str) -> float:
        if deprel in SUBJECTS or deprel == "root":
            return SUBJECT
        if deprel in {"conj", "appos", "flat"}:
            return self._role_of_head(mention)
        if deprel in {"obj", "iobj", "obl:agent"}:
            return OBJECT
        return OBLIQUE if deprel.startswith("obl") else POSSESSOR

    def _role_of_head(self, mention: Mention) -> float:
        """A conjunct or apposition stands where its head stands."""
        head = self.page.tokens[mention.head].head
        deprel = self.page.tokens[head].deprel if head >= 0 else ""
        return SUBJECT * 0.9 if deprel in SUBJECTS else OBJECT * 0.8 if deprel in {"obj", "iobj"} else OBLIQUE * 0.8
