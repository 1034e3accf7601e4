"""Words said that are no clause: "welcomed the deal", "urged both sides to talk", "called for restraint"."""

from communique.language.quotations.cues import Hit
from communique.language.quotations.edges import Stretch, strip_right
from communique.lexicon import cues
from communique.model.page import Page

_SAID = frozenset({"obj", "iobj", "obl", "xcomp", "ccomp", "advcl", "nmod", "advmod", "case", "dep"})
_THINGS = frozenset({"obj", "ccomp", "xcomp"})
_WHERE = frozenset({"at", "in", "during", "via", "through", "over", "by", "from", "after", "before", "following"})
_LINKS = frozenset({"to", "for", "of", "over", "about", "against", "on"})
"""Words that lead from a verb of saying to what is said."""
_SPEAKING = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_OCCASIONS = frozenset("conference meeting talk call visit summit session briefing interview phone telephone".split())
SHOWING = frozenset({"underline", "underscore", "highlight", "emphasise", "emphasize", "predict", "recount"})
"""Verbs for what events do as well: "the raid underscored the danger"."""
_OPENING = frozenset({"“", '"', "``", "‘‘"})
_STANDING = frozenset({"oppose"})
"""Verbs of a stance that say something only with a quotation."""
_DOING = frozenset({"threaten"})
"""Verbs that say something only with what is to be done."""
_FEWEST = 2


def thing(page: Page, hit: Hit, subject: int | None) -> list[Stretch]:
    """What a verb that only words can do has for its object, with what belongs to it, behind the cue.

    Where, when and through which channel it was said is left out.
    """
    if not (_is_uttered(page, hit) and _speaks(page, hit, subject)):
        return []
    first, last = hit.last, hit.last
    for child in sorted(_children(page, hit)):
        if child < hit.last:
            continue
        begins = min(page.subtree(child))
        if begins > last and not all(page.tokens[t].upos == "PUNCT" for t in range(last, begins)):
            break
        if not _is_said(page, child, begins):
            break
        last = max(page.subtree(child)) + 1
    last = strip_right(page, first, _before_joint(page, hit, last))
    return [(first, last)] if last - first >= _FEWEST and _is_thing(page, hit, first, last) else []


def _is_uttered(page: Page, hit: Hit) -> bool:
    """Whether a verb can only be done in words, or what it does is quoted or a deed denied."""
    return "uttered" in hit.cue.takes or is_quoted_object(page, hit) or is_denial(page, hit)


def is_quoted_object(page: Page, hit: Hit) -> bool:
    """As in "opposed “any use of force”"."""
    after = page.tokens[hit.last].text if hit.last < len(page.tokens) else ""
    says = "object" in hit.cue.takes or hit.cue.lemma in _STANDING
    return says and hit.cue.lemma != "call" and after in _OPENING


def is_denial(page: Page, hit: Hit) -> bool:
    """As in "denied carrying out a strike", "denied that it had"."""
    return hit.cue.lemma == "deny" and any(c > hit.head for c in page.children(hit.head, "xcomp", "ccomp"))


def _speaks(page: Page, hit: Hit, subject: int | None) -> bool:
    """Whether somebody stands before the verb as its subject, and it is no passive."""
    if subject is None or subject > hit.head or page.tokens[subject].upos not in _SPEAKING:
        return False
    if page.tokens[subject].lemma.casefold() in cues.silent():
        return False
    if hit.cue.lemma in SHOWING and not _is_somebody(page, subject):
        return False
    return page.tokens[hit.head].xpos != "VBN" or page.child(hit.head, "aux:pass") is None


def _is_somebody(page: Page, subject: int) -> bool:
    known = page.referent_of_head(subject)
    return known is not None and known.kind in ("person", "party", "body")


def _children(page: Page, hit: Hit) -> list[int]:
    return [c for at in {hit.head, hit.last - 1} for c in page.children(at) if page.tokens[c].upos != "PUNCT"]


def _is_said(page: Page, child: int, begins: int) -> bool:
    token = page.tokens[child]
    relation = token.deprel.split(":")[0]
    if relation not in _SAID:
        return False
    opening = page.tokens[begins].text.casefold()
    if relation == "advcl":
        return opening in _LINKS
    if relation in ("obl", "advmod", "nmod"):
        return page.time_at(child) is None and not (opening in _WHERE and _is_occasion(page, child))
    return True


def _is_occasion(page: Page, child: int) -> bool:
    """Whether a noun is a channel or an occasion on which people speak."""
    token = page.tokens[child]
    return token.lemma.casefold() in cues.channel_heads() | _OCCASIONS


def _before_joint(page: Page, hit: Hit, last: int) -> int:
    """Without a second verb of the same subject that the tree took in: "welcomed the deal and said …"."""
    joined = (t for t in page.children(hit.head, "conj") if hit.last < t < last and not _is_inner(page, hit, t))
    return min(joined, default=last)


def _is_inner(page: Page, hit: Hit, joined: int) -> bool:
    """Whether an infinitive goes on with what is said: "stressing its wish to talk and continue …"."""
    return page.tokens[joined].xpos == "VB" and page.tokens[hit.head].xpos != "VB"


def _is_thing(page: Page, hit: Hit, first: int, last: int) -> bool:
    """Whether what follows is a thing to say and not a pronoun alone; who is threatened is none."""
    if hit.cue.lemma in _DOING and page.tokens[first].text.casefold() != "to":
        return False
    if hit.particle >= 0:
        return True
    if page.tokens[first].text.casefold() == "to" and page.tokens[first].upos == "ADP":
        return False
    return any(first <= c < last and page.tokens[c].deprel.split(":")[0] in _THINGS for c in page.children(hit.head))
