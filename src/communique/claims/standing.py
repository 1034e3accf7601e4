"""What the words beside a side's mentions say of its standing: what it does, what is done to it, what it has."""

from collections import Counter
from collections.abc import Iterator, Sequence

from communique.claims.clauses import adposition
from communique.lexicon import bodies, cues, titles
from communique.lexicon.encounters import governors, verbs
from communique.lexicon.people import noun
from communique.lexicon.places import place_words
from communique.lexicon.roles_of_sides import role_words
from communique.lexicon.stances import stances
from communique.lexicon.statehood import state_words
from communique.model.page import Page
from communique.model.reading import Mention

SUBJECTS = ("nsubj", "nsubj:pass")
OBJECTS = ("obj", "iobj", "obl", "obl:agent")
OWNED = ("nmod:poss", "compound", "amod", "nmod")
BETWEEN = frozenset({"between", "with", "against", "among"})


def standing(page: Page, mentions: Sequence[Mention]) -> Iterator[str]:
    """Features: each kind of word that governs a mention, once or more often."""
    counts = Counter(sign for mention in mentions for sign in set(_signs(page, mention)))
    yield from (f"is:{sign}" for sign in sorted(counts))
    yield from (f"is often:{sign}" for sign in sorted(counts) if counts[sign] > 1)


def body_kind(name: str) -> Iterator[str]:
    """Features: what a body is by the lexicon, and what the last word of its name calls it."""
    known = bodies.body_of(name)
    if known is not None:
        yield f"body:{known.kind}"
    last = name.rsplit(maxsplit=1)[-1].casefold() if name.strip() else ""
    called = noun(last)
    what = titles.bodies().get(last) or (called.kind if called is not None else "")
    yield f"called:{what or 'nothing'}"
    if " " in name and (what or known):
        yield f"head:{last}"


def _signs(page: Page, mention: Mention) -> Iterator[str]:
    """What governs one mention."""
    at = page.first_of_list(mention.head)
    token = page.tokens[at]
    if token.head < 0:
        return
    governor = page.tokens[token.head]
    lemma = governor.lemma.casefold()
    beside = {lemma, *(page.tokens[c].lemma.casefold() for c in page.children(at, "appos", "acl:relcl"))}
    yield from (f"role:{role}" for role, words in role_words().items() if beside & words)
    if token.deprel in SUBJECTS:
        yield from (f"subject:{kind}" for kind in _deeds(lemma))
    elif governor.upos == "VERB" and token.deprel.startswith(OBJECTS):
        yield from (f"object:{kind}" for kind in _deeds(lemma))
        if adposition(page, at) in BETWEEN:
            yield f"{adposition(page, at)}:verb"
    elif token.deprel.startswith(OWNED):
        yield from _belongings(adposition(page, at), lemma)


def _deeds(lemma: str) -> Iterator[str]:
    """What kinds of doing a verb is."""
    if cues.verb(lemma) is not None:
        yield "says"
    yield from (f"takes:{stance}" for stance in stances(lemma, "verb")[:1])
    if lemma in verbs():
        yield "meets"
    known = governors().get(lemma)
    if known is not None:
        yield f"governs:{known.subject}"
    if lemma in state_words("acts"):
        yield "acts"


def _belongings(word: str, lemma: str) -> Iterator[str]:
    """What a name owns or stands beside, `word` between them."""
    if word in BETWEEN:
        talks = lemma in place_words("talks") | state_words("relation") | state_words("bond")
        yield f"{word}:{'talks' if talks else 'noun'}"
        return
    if lemma in state_words("owned") or lemma in state_words("beside"):
        yield "has organ"
    elif titles.kind_of((lemma,)):
        yield "has office"
    elif (called := noun(lemma)) is not None:
        yield f"has:{called.kind}"
