"""Whose words a cue introduces: subject, agent, antecedent, or the subject of the clause it hangs on."""

from communique.language.quotations.cues import Hit, is_reported
from communique.lexicon import people
from communique.model.page import Page
from communique.model.span import Span

_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X"})
_CLAUSAL = ("conj", "advcl", "xcomp", "parataxis", "dep", "acl")
_TELLING = frozenset({"tell", "inform", "assure", "remind"})
"""Verbs whose object, and never their subject, follows them."""
TURNING_AWAY = frozenset(
    "acknowledge answer confirm contest contradict counter deny discount dismiss dispute face hear ignore investigate "
    "rebut receive refute reject ridicule".split()
)
"""What is done with the claims of others: "dismissed claims that"."""
_MOVING = frozenset("cause compel drive drove encourage force impel inspire lead move prompt push spur".split())
"""Verbs whose object does what follows."""
_MOST_STEPS = 6


def speaker(page: Page, hit: Hit) -> int | None:
    """The head word of the source of a cue, or None."""
    if hit.form == "preposition":
        return _after_preposition(page, hit)
    if hit.form == "noun":
        return _of_noun(page, hit.head)
    reported = is_reported(page, hit.head)
    quoted = page.child(reported, "nsubj:pass") if reported is not None else None
    return of_verb(page, hit.head if reported is None else reported) if quoted is None else quoted


def source_span(page: Page, head: int, hit: Hit) -> Span:
    """The noun phrase around `head` on its own side of the cue, with what modifies it."""
    tokens = page.subtree(head, without=("case", "punct", "cc", "mark", "advmod"))
    kept = [t for t in tokens if (t >= hit.last if hit.head < head else t < hit.head)] or [head]
    first, last = kept[0], kept[-1] + 1
    while first < head and page.tokens[first].upos in ("PUNCT", "CCONJ"):
        first += 1
    while last - 1 > head and page.tokens[last - 1].upos == "PUNCT":
        last -= 1
    return page.span(first, last)


def of_verb(page: Page, verb: int) -> int | None:
    """The speaker of a verb of saying: its own subject, or that of the verb it depends on."""
    if _absolute(page, verb):
        return _nearest(page, verb)
    moved = _moved(page, verb)
    if moved is not None:
        return moved
    at = verb
    for _ in range(_MOST_STEPS):
        found = _own(page, at)
        if found is not None:
            return antecedent(page, at, found)
        token = page.tokens[at]
        if token.deprel == "acl" and token.head >= 0 and page.tokens[token.head].upos in _NOMINAL:
            return _document(page, token.head) if token.xpos == "VBG" else None
        if token.deprel.startswith("acl:relcl") and token.head >= 0:
            return token.head if _RELATIVE & _words(page, at) else None
        if token.deprel.split(":")[0] not in _CLAUSAL or token.head < 0:
            break
        at = _over_planned(page, at, token.head)
    return _nearest(page, verb)


def _moved(page: Page, verb: int) -> int | None:
    """As in "it prompted many to call for talks": who was moved to speak, not what moved them."""
    token = page.tokens[verb]
    above = page.tokens[token.head] if token.deprel == "xcomp" and token.head >= 0 else None
    if above is None or above.lemma.casefold() not in _MOVING or token.xpos != "VB":
        return None
    return next((c for c in page.children(token.head, "obj") if token.head < c < verb), None)


def _over_planned(page: Page, verb: int, governor: int) -> int:
    """For a finite verb of saying joined to what somebody said might be done the verb of that saying.

    In "the envoy said the king might come, but stressed …" it is the envoy who stressed.
    """
    token = page.tokens[governor]
    joined = page.tokens[verb].deprel == "conj" and page.tokens[verb].xpos in ("VBD", "VBZ")
    modal = any(page.tokens[c].xpos == "MD" for c in page.children(governor, "aux"))
    mute = modal or _is_thing(page, page.child(governor, "nsubj", "nsubj:pass"))
    return token.head if joined and mute and token.deprel == "ccomp" and token.head >= 0 else governor


def _is_thing(page: Page, subject: int | None) -> bool:
    """Whether a subject is a common noun that stands for nobody: "every pathway had been cut off"."""
    if subject is None or page.tokens[subject].upos != "NOUN":
        return False
    return page.referent_of_head(subject) is None and people.noun(page.tokens[subject].lemma) is None


def _absolute(page: Page, verb: int) -> bool:
    """Whether a participle follows its own subject: "with the minister saying …"."""
    name = page.name_at(verb - 1) if verb else None
    return page.tokens[verb].xpos == "VBG" and name is not None and name.kind == "PERSON"


def told(hit: Hit) -> bool:
    """Whether a cue is followed by whom it was said to."""
    return hit.cue.lemma in _TELLING


def _own(page: Page, verb: int) -> int | None:
    agent = [c for c in page.children(verb, "obl") if page.tokens[c].deprel == "obl:agent"]
    if agent and page.children(verb, "nsubj:pass"):
        return agent[0]
    told = page.tokens[verb].lemma.casefold() in _TELLING
    subjects = [c for c in page.children(verb, "nsubj", "csubj") if page.tokens[c].upos in _NOMINAL]
    subjects = subjects or [c for c in page.children(verb, "nmod") if page.tokens[c].deprel == "nmod:desc"]
    subjects = [c for c in subjects if (c < verb or not told) and not _credited(page, c)]
    return subjects[-1] if subjects else None


def _credited(page: Page, number: int) -> bool:
    """Whether a word follows "according to", so that it is nobody's subject."""
    return any(page.tokens[c].text.casefold() == "according" for c in page.children(number, "case", "cc"))


def _words(page: Page, verb: int) -> set[str]:
    return {page.tokens[c].text.casefold() for c in page.children(verb)}


def antecedent(page: Page, verb: int, subject: int) -> int:
    """For "who" in "the envoy, who said …" the envoy."""
    token = page.tokens[subject]
    if token.text.casefold() not in _RELATIVE:
        return subject
    at = verb
    while page.tokens[at].deprel.split(":")[0] in ("conj", "xcomp", "ccomp") and page.tokens[at].head >= 0:
        at = page.tokens[at].head
    clause = page.tokens[at]
    if not clause.deprel.startswith("acl") or clause.head < 0:
        return subject
    named = _named_before(page, subject)
    return clause.head if named is None or page.tokens[clause.head].upos == "PROPN" else named


def _named_before(page: Page, relative: int) -> int | None:
    """The name right before ", which": a nearer antecedent than one that is no name."""
    at = relative - 2
    if at < 0 or page.tokens[relative - 1].text != "," or page.tokens[at].upos != "PROPN":
        return None
    while page.tokens[at].deprel in ("flat", "compound") and 0 <= page.tokens[at].head < relative:
        at = page.tokens[at].head
    return at


def _document(page: Page, noun: int) -> int:
    """For "issued a statement saying" who issued it, else the noun itself."""
    token = page.tokens[noun]
    if token.deprel in ("obj", "obl") and token.head >= 0 and token.upos == "NOUN":
        issuer = _own(page, token.head)
        if issuer is not None and page.tokens[issuer].text.casefold() not in _RELATIVE:
            return issuer
    return noun


def _nearest(page: Page, verb: int) -> int | None:
    """Without help from the tree: the pronoun or name just before a verb of saying."""
    first = page.sentence_of(verb).first
    at = verb - 1
    while at >= first and page.tokens[at].upos in ("ADV", "AUX"):
        at -= 1
    if at < first or page.tokens[at].upos not in ("PROPN", "PRON", "NOUN"):
        return None
    while page.tokens[at].deprel in ("flat", "compound", "appos") and first <= page.tokens[at].head < verb:
        at = page.tokens[at].head
    return at


def _after_preposition(page: Page, hit: Hit) -> int | None:
    end = page.sentence_of(hit.head).last
    head = page.tokens[hit.head].head
    if hit.last <= head < end:
        return head
    for at in range(hit.last, min(end, hit.last + 12)):
        token = page.tokens[at]
        if token.upos in ("NOUN", "PROPN", "PRON"):
            return next((a for a in (at, *page.ancestors(at)) if not _modifies(page, a, hit.last)), at)
    return None


def _modifies(page: Page, number: int, first: int) -> bool:
    token = page.tokens[number]
    return token.head >= first and token.deprel.split(":")[0] in ("compound", "amod", "nmod", "flat", "det", "nummod")


def _of_noun(page: Page, noun: int) -> int | None:
    """Whose claim it is: "Kim's claim", "the claim of the rebels", "Israeli claims", "X made a claim"."""
    owners = [c for c in page.children(noun, "nmod") if page.tokens[c].deprel == "nmod:poss"]
    owners += [c for c in page.children(noun, "nmod") if _case(page, c) in ("of", "from", "by")]
    owners += [c for c in page.children(noun, "amod", "compound") if _is_side(page, c)]
    if owners:
        return owners[0]
    verb = page.tokens[noun].head
    made = verb >= 0 and page.tokens[noun].deprel in ("obj", "obl") and page.tokens[verb].upos == "VERB"
    return of_verb(page, verb) if made and page.tokens[verb].lemma.casefold() not in TURNING_AWAY else None


def _case(page: Page, number: int) -> str:
    case = page.child(number, "case")
    return page.tokens[case].text.casefold() if case is not None else ""


def _is_side(page: Page, number: int) -> bool:
    name = page.name_at(number)
    return name is not None and name.kind in ("NORP", "GPE", "ORG", "PERSON")
