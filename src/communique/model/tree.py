"""The words of a reading by where they stand and how they hang together."""

from functools import cached_property

from communique.model.reading import Sentence, Token


class Tree:
    """Look-ups over words and sentences, made when first asked for; words are numbers in `Reading.tokens`."""

    def __init__(self, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...]) -> None:
        self._tokens, self._sentences = tokens, sentences

    @cached_property
    def token_starts(self) -> list[int]:
        """Where each word begins."""
        return [t.start for t in self._tokens]

    @cached_property
    def token_ends(self) -> list[int]:
        """Where each word ends."""
        return [t.end for t in self._tokens]

    @cached_property
    def sentence_starts(self) -> list[int]:
        """Where each sentence begins."""
        return [s.start for s in self._sentences]

    @cached_property
    def sentence_of(self) -> list[Sentence]:
        """By word its sentence."""
        return [s for s in self._sentences for _ in range(s.first, s.last)]

    @cached_property
    def children(self) -> list[list[int]]:
        """By word those it governs; the last list, always empty, answers for -1, the head of roots."""
        found: list[list[int]] = [[] for _ in range(len(self._tokens) + 1)]
        for number, token in enumerate(self._tokens):
            if token.head >= 0:
                found[token.head].append(number)
        return found

    @cached_property
    def relations(self) -> tuple[list[str], list[str]]:
        """By word its relation, and the universal one without a subtype: "nsubj:pass", "nsubj"."""
        whole = [token.deprel for token in self._tokens]
        return whole, [relation.partition(":")[0] for relation in whole]

    @cached_property
    def related(self) -> dict[tuple[int, str], list[int]]:
        """By a word and a relation, whole or universal, those it governs in that relation."""
        found: dict[tuple[int, str], list[int]] = {}
        for number, (token, whole, universal) in enumerate(zip(self._tokens, *self.relations, strict=True)):
            if token.head >= 0:
                found.setdefault((token.head, whole), []).append(number)
                if whole != universal:
                    found.setdefault((token.head, universal), []).append(number)
        return found
