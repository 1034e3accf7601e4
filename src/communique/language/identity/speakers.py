"""Who speaks where: the mentions that are the source of a saying, by the tree, by the words around and by the model.

A pronoun that says something ("he added") mostly stands for the last one who spoke, so speaking is remembered apart.
"""

from collections.abc import Sequence

from communique.language.identity.mentions import SUBJECTS
from communique.lexicon import cues
from communique.model.page import Page
from communique.model.reading import Mention

SAYING = frozenset({"clause", "quote", "writing", "ground"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN", "VBG", "VB"})


class Speakers:
    """Tells which mentions of a page speak."""

    def __init__(self, page: Page, quoted: Sequence[bool]) -> None:
        self.page = page
        self.quoted = quoted
        sources = [page.tokens_in(a.source) for a in page.reading.attributions if a.source]
        self._sources = {at for s in sources for at in s if page.tokens[at].head not in s}

    def rank(self, mention: Mention) -> int:
        """2 for a speaker in a main clause or after "according to", 1 in another clause, 0 for none."""
        if self.quoted[mention.head]:
            return 0
        token = self.page.tokens[mention.head]
        if token.deprel in SUBJECTS and token.head >= 0 and self.is_cue(token.head):
            return 1 if self.page.tokens[token.head].deprel.startswith(("acl", "advcl", "ccomp")) else 2
        if mention.head in self._sources or self._after_according(mention) or self._beside_cue(mention):
            return 2
        return 0

    def is_cue(self, verb: int) -> bool:
        """True for a verb that can lead to words said."""
        token = self.page.tokens[verb]
        cue = cues.verb(token.lemma) if token.xpos in FINITE else None
        return cue is not None and bool(cue.takes & SAYING)

    def says(self, at: int) -> bool:
        """True for a pronoun that is the subject of a saying."""
        token = self.page.tokens[at]
        if token.deprel in SUBJECTS and token.head >= 0:
            return cues.verb(self.page.tokens[token.head].lemma) is not None
        return at + 1 < len(self.page.tokens) and self.is_cue(at + 1)

    def _is_led_to(self, head: int) -> bool:
        """True for a noun behind its own preposition."""
        token = self.page.tokens[head]
        return token.deprel.startswith(("obl", "nmod")) and self.page.child(head, "case") is not None

    def _after_according(self, mention: Mention) -> bool:
        before = [t.text.casefold() for t in self.page.tokens[max(0, mention.first - 6) : mention.first]]
        return any(before[i : i + 2] == ["according", "to"] for i in range(len(before) - 1))

    def _beside_cue(self, mention: Mention) -> bool:
        """As in "X said", "X, the minister, said", "said X" at the end of a quotation: for where the tree is wrong."""
        after = mention.last
        tokens = self.page.tokens
        comma = after + 1 < len(tokens) and tokens[after].text == "," and tokens[after + 1].xpos in {"VBD", "VBZ"}
        if comma and self._is_led_to(mention.head):
            return False  # "X, who had met with Y, said"
        after += comma
        if after < len(tokens) and tokens[after].xpos in {"VBD", "VBZ"} and self.is_cue(after):
            return True
        before = mention.first - 1
        follows = before > 0 and tokens[before].xpos in {"VBD", "VBZ"} and self.is_cue(before)
        return follows and tokens[before - 1].text in {",", "”", '"', "''", "?", "!", "’", "'"}
