"""The words of a reading by where they stand and how they hang together."""

from communique.model.reading import Sentence, Token


class Tree:
    """Look-ups over words and sentences; words are numbers in `Reading.tokens`.

    They are plain attributes, made at once: rules read them too often for anything that has to be called first.
    """

    def __init__(self, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...]) -> None:
        self.folded = [t.text.casefold() for t in tokens]
        """Each word without regard to case."""
        self.token_starts = [t.start for t in tokens]
        """Where each word begins."""
        self.token_ends = [t.end for t in tokens]
        """Where each word ends."""
        self.sentence_starts = [s.start for s in sentences]
        """Where each sentence begins."""
        self.sentence_of = [s for s in sentences for _ in range(s.first, s.last)]
        """By word its sentence."""
        whole = [token.deprel for token in tokens]
        self.relations = whole, [relation.partition(":")[0] for relation in whole]
        """By word its relation, and the universal one without a subtype: "nsubj:pass", "nsubj"."""
        self.children, self.related = _governed(tokens, *self.relations)
        """By word those it governs, all and by relation, whole or universal; the last, always empty, answers for -1,
        the head of roots.
        """


def _governed(
    tokens: tuple[Token, ...], relations: list[str], universals: list[str]
) -> tuple[list[list[int]], list[dict[str, list[int]]]]:
    children: list[list[int]] = [[] for _ in range(len(tokens) + 1)]
    related: list[dict[str, list[int]]] = [{} for _ in range(len(tokens) + 1)]
    for number, (token, whole, universal) in enumerate(zip(tokens, relations, universals, strict=True)):
        if token.head >= 0:
            children[token.head].append(number)
            own = related[token.head]
            own.setdefault(whole, []).append(number)
            if whole != universal:
                own.setdefault(universal, []).append(number)
    return children, related
