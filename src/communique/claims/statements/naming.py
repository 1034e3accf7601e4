"""Whom the words of a source name: the mentions in it, whose they are, who was named last."""

from communique.claims.statements.memory import Memory, Speaker
from communique.claims.statements.phrases import ORGANS, UNNAMED, Phrase, phrase, written
from communique.lexicon import titles
from communique.model.page import Page
from communique.model.reading import Mention, Referent
from communique.model.span import Span

RELATIVE = frozenset({"who", "which", "whose", "whom", "where"})
NAMED = frozenset({"name", "demonym"})
"""Forms of mentions that name."""
_INSIDE = frozenset({"of", "for", "to", "from", "by", "with", "under", "against", "on", "in", "at", "between", "over"})


def by_referent(page: Page, referent: Referent, found: Phrase, memory: Memory) -> Speaker:
    """The speaker that a referent is: by name, else by the description as first written."""
    if not has_name(referent):
        first = referent.mentions[0]
        full = phrase(page, first.span)
        if full is not None:
            name, _ = written(page, full)
            kind = "unnamed" if full.lemma in UNNAMED else "described"
            heard = memory.described(full.lemma, kind)
            name = heard.name if heard is not None and heard.name.startswith(name) else name
            return Speaker(name, found.span, kind, full.lemma)
    return Speaker(referent.name, found.span, referent.kind, found.lemma)


def has_name(referent: Referent) -> bool:
    """Whether a report names a referent anywhere."""
    return any(m.form in NAMED for m in referent.mentions)


def named_in(page: Page, found: Phrase, *kinds: str) -> list[tuple[Mention, Referent]]:
    """The mentions in a phrase of referents of these kinds that have a name."""
    return [(m, r) for m, r in page.mentions_in(found.span, *kinds) if has_name(r)]


def speaker_of(page: Page, mention: Mention, referent: Referent) -> Speaker:
    """The speaker that a mention names."""
    return Speaker(referent.name, mention.span, referent.kind, page.tokens[mention.head].lemma.casefold())


def last_parties(page: Page, before: int, number: int, kind: str = "party") -> tuple[Speaker, ...]:
    """The last so many named before character `before`; nobody where they are but some of a list: "met counterparts
    from Maretia, Ovar and Lund for talks that both sides called frank".
    """
    names: dict[str, Speaker] = {}
    lists: set[int] = set()
    for mention, referent in reversed(page.mentions_in(Span(0, before), kind)):
        if mention.form in NAMED:
            names.setdefault(referent.name, speaker_of(page, mention, referent))
            lists.add(page.first_of_list(mention.head))
        if len(names) == number:
            is_part = len(lists) == 1 and len(page.children(min(lists), "conj")) >= number
            return () if is_part else tuple(reversed(names.values()))
    return ()


def is_inside(page: Page, found: Phrase, mention: Mention) -> bool:
    """Whether a mention only belongs to the phrase: "the wife of X", "X's lawyer", "the X aide"."""
    word = page.tokens[mention.head]
    described = word.deprel == "compound" and word.head >= mention.last
    if described and (page.tokens[word.head].upos == "NOUN" or page.children(word.head, "appos")):
        return True
    relative = next(
        (t for t in range(found.first, found.last) if page.tokens[t].text.casefold() in RELATIVE), found.last
    )
    if mention.first > relative or page.tokens[mention.first - 1].text in ("(", "["):
        return True
    after = page.tokens[mention.last].text if mention.last < len(page.tokens) else ""
    if after.casefold() in ("'s", "’s", "'", "’") and mention.end < found.span.end:
        return True
    if page.tokens[mention.last - 1].text.casefold() in ("'s", "’s"):
        return True
    return _after_preposition(page, found, mention)


def _after_preposition(page: Page, found: Phrase, mention: Mention) -> bool:
    """Whether a mention is what a preposition leads to.

    It is in "the wife of X" and "a spokesman for President X"; in "the envoy to Torvik X" and "Department of Trade
    Secretary X" something else is.
    """
    words = [t.text for t in page.tokens[found.first : mention.first]]
    title = found.first + titles.title_before(words, len(words))
    at = title - 1
    while at >= found.first and page.tokens[at].upos in ("DET", "ADJ", "PROPN", "NOUN", "PART"):
        at -= 1
    if at < found.first or page.tokens[at].text.casefold() not in _INSIDE:
        return False
    if title < mention.first:
        return found.lemma not in ORGANS
    return all(page.tokens[t].upos in ("DET", "ADJ") for t in range(at + 1, mention.first))
