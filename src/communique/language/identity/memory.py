"""What has been mentioned so far and how much it stands out: the salience of Lappin and Leass (1994), for reports.

A mention weighs by its grammatical role and by whether it speaks; the weight halves with every sentence. An entity
weighs what its mentions weigh, one a sentence.
"""

from collections.abc import Callable, Sequence

from communique.language.identity.mentions import SUBJECTS, Entity
from communique.lexicon import cues
from communique.model.page import Page
from communique.model.reading import Mention

RECENCY, SUBJECT, OBJECT, OBLIQUE, POSSESSOR = 60.0, 90.0, 50.0, 30.0, 15.0
SPEAKER, PARALLEL, QUOTED, TITLE, EMBEDDED = 60.0, 30.0, 0.3, 0.4, 0.8


class Memory:
    """The mentions of one report by sentence, weighed when asked for."""

    def __init__(self, page: Page, quoted: Sequence[bool]) -> None:
        self.page = page
        self.quoted = quoted
        self._by_sentence: dict[int, list[tuple[Mention, float, Entity]]] = {}
        self._number = {id(s): i for i, s in enumerate(page.sentences)}

    def add(self, entity: Entity, mention: Mention) -> None:
        """Remember a mention."""
        number = self.sentence_number(mention.head)
        self._by_sentence.setdefault(number, []).append((mention, self._weight(mention, number), entity))

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
        number = self.sentence_number(at)
        sums: dict[int, tuple[float, int, Entity]] = {}
        for back in range(reach + 1):
            for weight, last, entity in self._of_sentence(number - back, at, fits):
                total, nearest, _ = sums.get(id(entity), (0.0, last, entity))
                sums[id(entity)] = total + weight * 0.5**back, nearest, entity
        sums = {k: (w * fits(e), n, e) for k, (w, n, e) in sums.items()}
        return [(w, e) for w, _, e in sorted(sums.values(), key=lambda s: (-s[0], -s[1]))]

    def _of_sentence(self, number: int, at: int, fits: Callable[[Entity], float]) -> list[tuple[float, int, Entity]]:
        """The heaviest mention of each fitting entity in one sentence, before token `at`."""
        best: dict[int, tuple[float, int, Entity]] = {}
        subject = self.page.tokens[at].deprel in SUBJECTS
        late, own_number = self._follows_content(at), self.sentence_number(at)
        for mention, own, entity in self._by_sentence.get(number, []):
            if mention.first >= at or not fits(entity):
                continue
            parallel = subject and self.page.tokens[mention.head].deprel in SUBJECTS
            weight = own + (PARALLEL if parallel else 0.0)
            if (self.quoted[mention.first] and not self.quoted[at]) or (late and number == own_number):
                weight *= QUOTED
            if id(entity) not in best or best[id(entity)][0] < weight:
                best[id(entity)] = weight, mention.first, entity
        return list(best.values())

    def _follows_content(self, at: int) -> bool:
        """ "…, he said": the words said come first, and their subject is seldom the speaker."""
        token = self.page.tokens[at]
        if token.deprel not in SUBJECTS or token.head < 0 or not cues.verb(self.page.tokens[token.head].lemma):
            return False
        sentence = self.page.sentence_of(at)
        content = self.page.children(token.head, "ccomp", "parataxis")
        return any(c < at for c in content) or (at - sentence.first > 4 and sentence.last - token.head < 3)

    def _weight(self, mention: Mention, number: int) -> float:
        token = self.page.tokens[mention.head]
        weight = RECENCY + self._role(mention, token.deprel)
        if token.deprel in SUBJECTS and token.head >= 0:
            governor = self.page.tokens[token.head]
            if cues.verb(governor.lemma):
                weight += SPEAKER
            if governor.deprel in {"acl:relcl", "advcl", "acl"}:
                weight *= EMBEDDED
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
