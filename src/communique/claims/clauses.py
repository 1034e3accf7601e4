"""Questions that rules ask of a clause: who does it, what it is about, is it negated, does it hang on a condition.

Tokens are numbers in `page.tokens`; the relations are those of Universal Dependencies.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from communique.model.page import Page, once
from communique.model.span import Span

RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
RELATIVE_TAGS = frozenset({"WP", "WDT", "WP$"})
"""Parts of speech of the words that open a relative clause."""
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "without", "hardly", "nothing", "cannot"})
CONDITIONS = frozenset({"if", "unless", "provided", "until", "once", "providing", "as long as", "when", "except"})
COMPLEMENTS = ("ccomp", "xcomp", "obj", "csubj", "nmod", "acl", "obl", "advcl")
LEADING = frozenset("about against at behind by for from in into of on out over that to with".split())
DASHES = frozenset({"-", "--", "–", "—"})
_TRAILING = frozenset("PUNCT CCONJ SCONJ".split())
OBJECT_CONTROL = frozenset(
    "urge ask tell order call press persuade force allow permit invite instruct encourage direct oblige require want "
    "expect demand beg beseech implore exhort warn appeal help enable pressure push challenge request get prompt cause "
    "spur compel convince coax cajole induce motivate inspire empower authorise authorize remind nudge goad entreat "
    "mandate task".split()
)
"""Verbs whose object does what their infinitive says: "urged the rebels to withdraw"."""

STAYING = frozenset({"remain", "stay"})


def doers(page: Page, token: int, *, patient: bool = False) -> list[int]:
    """The head words of who does what `token` says, coordinated ones included; [] when the sentence does not say.

    With `patient`, the subject of a passive counts too ("the talks are expected to resume"); that of a passive above an
    infinitive always does it ("the rebels are said to want a truce").
    """
    return list(_doers(page, token, patient))


@once
def _doers(page: Page, token: int, patient: bool) -> Sequence[int]:
    at = token
    for _ in range(8):
        found = _own_doer(page, at, patient=patient)
        if found is not None:
            return [c for c in page.conjuncts(found) if page.tokens[c].upos not in ("VERB", "ADJ", "ADV")] or [found]
        step = _inherited(page, at)
        if step is None or step[1]:
            return [] if step is None else page.conjuncts(step[0])
        patient = patient or page.tokens[at].deprel.startswith("xcomp")
        at = step[0]
    return []


def _own_doer(page: Page, at: int, *, patient: bool) -> int | None:
    agent = next((c for c in page.children(at, "obl") if _case(page, c) == "by"), None)
    passive = page.child(at, "nsubj:pass")
    if passive is not None and not patient:
        return agent
    subject = _subject(page, at) if passive is None else passive
    if subject is None:
        return _misread(page, at)
    if page.tokens[subject].lemma.lower() in RELATIVE and page.tokens[at].deprel.startswith("acl"):
        return subject if _names_party(page, subject) else page.head(at)
    return subject


def _subject(page: Page, at: int) -> int | None:
    """The subject of a verb; where the tree took the town of a dateline for a first one, that behind the dateline.

    Of "Torvik has yet to decide" it may hang the subject on the auxiliary.
    """
    subjects = [s for s in page.children(at, "nsubj", "csubj") if s < at]
    for first, second in pairwise(subjects):
        between = [page.tokens[t].text for t in range(first, second)]
        if any(mark == ")" and after in DASHES for mark, after in pairwise(between)):
            return second
    carried = (page.child(c, "nsubj") for c in (at, *page.children(at, "aux")))
    found = page.child(at, "nsubj", "csubj")
    return found if found is not None else next((s for s in carried if s is not None), None)


def _misread(page: Page, at: int) -> int | None:
    """The subject of a bare subjunctive, which the tree takes for an object: "demanded the rebels explain"."""
    if page.tokens[at].deprel not in ("ccomp", "xcomp") or page.child(at, "mark") is not None:
        return None
    return next((c for c in page.children(at, "obj") if c < at), None)


def _inherited(page: Page, at: int) -> tuple[int, bool] | None:
    """Where to go on looking: a governor, and whether it is itself the one who does it."""
    head, deprel = page.head(at), page.tokens[at].deprel.partition(":")[0]
    if head < 0:
        return None
    if deprel == "acl" and page.tokens[head].upos in ("NOUN", "PROPN", "PRON"):
        return (head, True) if page.tokens[at].xpos == "VBG" else _possessor(page, head)
    if _is_asked(page, at, head, deprel):
        controlled = page.child(head, "obj", "iobj")
        controlled = page.child(head, "obl") if controlled is None else controlled
        return (head, False) if controlled is None else (controlled, True)
    if deprel in ("xcomp", "conj", "advcl", "ccomp", "parataxis", "cop", "aux") or _is_state(page, at, head):
        return head, False
    return None


def _is_state(page: Page, at: int, head: int) -> bool:
    """True for how somebody remains, whatever the tree makes of it: "remains committed", "stayed firm"."""
    staying = page.tokens[head].lemma.lower() in STAYING and head < at
    return staying and (page.tokens[at].upos == "ADJ" or page.tokens[at].xpos == "VBN")


def _is_asked(page: Page, at: int, head: int, deprel: str) -> bool:
    """True for an infinitive under a verb of asking: it is the object of that verb who does it."""
    if page.tokens[head].lemma.lower() not in OBJECT_CONTROL or page.child(head, "nsubj:pass") is not None:
        return False
    return deprel == "xcomp" or (deprel in ("advcl", "ccomp") and _case(page, at) == "to")


def _possessor(page: Page, noun: int) -> tuple[int, bool] | None:
    owner = owners(page, noun)
    if owner:
        return owner[0], True
    head = page.head(noun)
    return (head, False) if head >= 0 and page.tokens[noun].deprel.partition(":")[0] in ("obj", "obl") else None


def owners(page: Page, noun: int) -> list[int]:
    """Whose a noun is: "Washington's offer", "the U.S. offer", "an offer by Washington"."""
    own = page.children(noun, "nmod:poss")
    if not own:
        own = [c for c in page.children(noun, "nmod", "obl", "acl") if _case(page, c) in ("by", "from")]
    if not own:
        named = [c for c in page.children(noun, "amod", "compound", "nmod") if _names_party(page, c) and c < noun]
        return named[:1] + [c for c in named[1:] if page.tokens[c - 1].text == "-" and c - 2 in named]
    return [c for first in own[:1] for c in page.conjuncts(first)]


def _names_party(page: Page, token: int) -> bool:
    found = page.referent_at(token)
    return found is not None and found.kind in ("party", "person", "body")


def _case(page: Page, token: int) -> str:
    case = page.child(token, "case", "mark")
    return page.tokens[case].text.lower() if case is not None else ""


def case(page: Page, token: int) -> str:
    """The preposition or conjunction that introduces a dependent, in lower case; "" for none."""
    return _case(page, token)


def names_of(page: Page, verb: int) -> list[str]:
    """A predicate as the lexicons write it, longest first: with its particle, with the adverb after it, alone."""
    lemma = page.tokens[verb].lemma.casefold()
    particles = [page.tokens[c].text.casefold() for c in page.children(verb, "compound:prt")]
    objects = [page.tokens[c].text.casefold() for c in page.children(verb, "obj")]
    return [*(f"{lemma} {p}" for p in particles), *(f"{lemma} {o}" for o in objects), lemma]


def named_by(page: Page, token: int) -> list[int]:
    """Those that a passive or a noun names with "by": "will be discussed by both parliaments", "a plan by X"."""
    return [c for c in page.children(token, "obl", "nmod") if _case(page, c) == "by"]


def adposition(page: Page, token: int) -> str:
    """The preposition of a noun phrase, in lower case; "" for none."""
    found = page.child(token, "case")
    return page.tree.folded[found] if found is not None else ""


@once
def negated(page: Page, token: int) -> bool:
    """True under "not", "never", "no" or "without": said of the word, of its verb, or of what it does or is done to."""
    around = page.children(token, "advmod", "det", "case", "cc", "aux", "mark")
    for child in page.children(token, "nsubj", "obj"):
        around += _negating(page, child)
    head = page.tokens[token].head
    if head >= 0 and page.tokens[token].deprel in ("obj", "xcomp"):
        around += page.children(head, "advmod", "aux")
    return any(page.tokens[c].lemma.lower() in NEGATIONS for c in around)


def _negating(page: Page, noun: int) -> list[int]:
    """The determiners of a noun, but for the "no" of "a no vote"."""
    found = page.children(noun, "det")
    several = any(page.tokens[c].lemma.lower() in ("a", "the") for c in found)
    return [c for c in found if not several or page.tokens[c].lemma.lower() != "no"]


@once
def conditional(page: Page, token: int) -> bool:
    """True when the clause hangs on a condition: "if", "unless", "only if", "on condition", "provided"."""
    clauses = [c for at in (token, page.head(token)) if at >= 0 for c in page.children(at, "advcl")]
    if any(_case(page, c) in CONDITIONS - {"when", "once"} and not is_conceded(page, c) for c in clauses):
        return True
    beside = (c for c in page.children(token, "obl", "nmod") if _case(page, c) != "without")
    around = [page.tokens[c].lemma.lower() for c in beside]
    return "condition" in around or "precondition" in around


def is_conceded(page: Page, clause: int) -> bool:
    """True for "even if", which is no condition: it will be so in any case."""
    mark = page.child(clause, "case", "mark")
    return mark is not None and mark > 0 and page.tokens[mark - 1].lemma.lower() == "even"


def modal(page: Page, token: int) -> str:
    """The modal or future auxiliary of a verb, in lower case ("will", "must"), else ""."""
    for child in page.children(token, "aux"):
        if page.tokens[child].xpos == "MD":
            return MODALS.get(page.tokens[child].text.lower(), page.tokens[child].lemma.lower())
    return ""


MODALS = {"'ll": "will", "’ll": "will", "wo": "will", "ca": "can", "'d": "would", "’d": "would", "shall": "will"}


@once
def verb_phrase(page: Page, verb: int) -> Span:
    """From a verb to the end of its clause, without subject and auxiliaries."""
    own = [c for c in page.children(verb) if not _is_other_clause(page, c)]
    branches = [page.subtree(c, without=("parataxis",)) for c in own]
    return _trimmed(page, sorted(t for branch in ([verb], *branches) for t in branch if t >= verb))


def _is_other_clause(page: Page, child: int) -> bool:
    """True for a coordinated clause of its own, one put in, and an adverbial clause set off by a comma."""
    deprel = page.tokens[child].deprel.partition(":")[0]
    return deprel in ("conj", "parataxis") or (deprel == "advcl" and _after_comma(page, child))


def _after_comma(page: Page, token: int) -> bool:
    first = min(page.subtree(token))
    return first > 0 and page.tokens[first - 1].text in (",", ";", "—", "–", "-")


@once
def phrase(page: Page, head: int) -> Span:
    """The words of a dependent, without the preposition, "to" or "that" that introduces it."""
    if page.tokens[head].upos in ("VERB", "AUX") and page.child(head, "nsubj") is None:
        return verb_phrase(page, head)
    inside = page.subtree(head, without=("parataxis", "conj") if page.tokens[head].upos == "VERB" else ("parataxis",))
    while len(inside) > 1 and inside[0] < head and page.tokens[inside[0]].text.lower() in LEADING:
        inside = inside[1:]
    return _trimmed(page, inside)


def _trimmed(page: Page, inside: list[int]) -> Span:
    """From the first to the last of `inside`, but not past a mark, a gap, or a clause that is not its own."""
    last = first = inside[0]
    for token in inside:
        if token > last + 4:
            break
        last = token
    while last > first and page.tokens[last].upos in _TRAILING and page.tokens[last].text not in ('"', "”", "’", "'"):
        last -= 1
    return page.span(first, last + 1)


def noun_lemma(page: Page, token: int) -> str:
    """The lemma of a noun in lower case, with a first part joined by a hyphen: "cease-fire", "counter-proposal"."""
    lemma = page.tokens[token].lemma.lower()
    hyphenated = token > 1 and page.tokens[token - 1].text in ("-", "‑", "–")
    if hyphenated and page.are_joined(token - 2, token):
        return f"{page.tokens[token - 2].lemma.lower()}-{lemma}"
    return lemma


def complements(page: Page, token: int) -> Iterator[int]:
    """What a word of stance is about, best first."""
    for relation in COMPLEMENTS:
        for child in page.children(token, relation):
            deprel = page.tokens[child].deprel
            if relation in ("nmod", "obl") and (child < token or deprel in ("nmod:poss", "obl:tmod", "obl:agent")):
                continue
            if relation == "advcl" and _case(page, child) in CONDITIONS:
                continue
            yield child
