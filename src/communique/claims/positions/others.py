"""Stands that are told of somebody and are not known to be taken: alleged, foretold, asked for by others."""

from communique.claims.clauses import OBJECT_CONTROL, case, modal, negated
from communique.claims.holders import Holder, Voices
from communique.claims.private import is_onlooker
from communique.lexicon.stances import stances
from communique.model.page import Page

ACCUSING = frozenset("accuse blame charge condemn criticise criticize denounce fault suspect".split())
FORETELLING = frozenset({"could", "may", "might", "will", "would"})
WANTING = frozenset({"deserve", "need", "require"})
"""What others say that a party needs is their judgement."""
UNKNOWN = 99
"""The rank of a speaker of whom nothing is known, who may speak for anybody."""
EXPECTING = frozenset("believe doubt expect fear hope hopeful optimistic think wonder".split())
RECEIVING = frozenset(
    "answer brush consider defy deny dismiss draw encounter enjoy face focus gain hear heed ignore meet rebuff "
    "refuse reject resist satisfy shrug spark spurn understand value weigh win".split()
)
"""What is object of these is others' doing: "faces calls to resign", "rejected demands for a truce"."""
DESPITE = frozenset("after against amid amidst before despite following notwithstanding over under upon".split())
MISSING = frozenset({"fail", "failure", "inability", "unable"})
KNOWING = frozenset("be drop fall go guess hear know see slip understand".split())
"""Who lets somebody do these lets something be known, or falls out of hands: "let it be known", "let slip"."""
WEIGHING = frozenset("consider contemplate mull weigh".split())
FACING = frozenset("can could may might should".split())
SAYING = frozenset(
    "add apologise apologize clarify congratulate emphasise emphasize express highlight mention note point recall "
    "reiterate remind repeat say stress tell thank underline underscore".split()
)
BY_TELEPHONE = frozenset("conference phone telephone video zoom".split())


def is_conversation(page: Page, noun: int, word: str) -> bool:
    """True for a call that is a talk or a name, no appeal: "a phone call", "in a call with the king", "called him"."""
    if word != "call":
        return False
    if page.tokens[noun].upos == "VERB":
        return True
    told = {page.tokens[c].lemma.lower() for c in page.children(noun, "compound", "amod")}
    return bool(told & BY_TELEPHONE) or any(case(page, c) in ("with", "between") for c in page.children(noun, "nmod"))


def is_missed(page: Page, token: int) -> bool:
    """True for what somebody failed to do: "failed to agree on a date"."""
    head = page.head(token)
    tried = head >= 0 and page.tokens[token].deprel in ("xcomp", "acl", "advcl")
    return tried and page.tokens[head].lemma.lower() in MISSING and case(page, token) in ("to", "in")


def is_weighed(page: Page, token: int) -> bool:
    """True for what somebody only thinks of doing and what one can only expect: "is considering urging the king"."""
    here, head = page.tokens[token], page.head(token)
    if here.lemma.lower() == "expect" and modal(page, token) in FACING:
        return True
    thought = head >= 0 and here.xpos == "VBG" and here.deprel.partition(":")[0] in ("xcomp", "ccomp", "obj")
    return thought and page.tokens[head].lemma.lower() in WEIGHING


def is_made(page: Page, token: int) -> bool:
    """True for what somebody is brought to do, whatever the speaker does: "prompted the rebels to call for talks"."""
    head = page.head(token)
    if head < 0 or page.tokens[token].xpos != "VB" or page.tokens[token].deprel != "xcomp":
        return False
    return page.tokens[head].lemma.lower() in OBJECT_CONTROL and page.child(head, "obj", "iobj") is not None


def is_requested(page: Page, token: int) -> bool:
    """True for what others are asked to do, which is asked and not yet accepted: "urged both sides to *accept* it"."""
    head = page.head(token)
    if head < 0 or page.tokens[token].xpos != "VB" or page.tokens[token].deprel not in ("advcl", "xcomp"):
        return False
    lemma = page.tokens[head].lemma.lower()
    asking = lemma in OBJECT_CONTROL and stances(lemma, "verb")[:1] == ("demands",)
    return asking and page.child(head, "obj", "iobj") is not None


def is_courtesy(page: Page, token: int) -> bool:
    """True for what somebody only wants to say: "I want to thank our hosts", "would like to stress"."""
    clause = page.child(token, "xcomp")
    wishing = page.tokens[token].lemma.lower() in ("like", "want", "wish")
    return wishing and clause is not None and page.tokens[clause].lemma.lower() in SAYING


def is_only_told(page: Page, token: int) -> bool:
    """True for "told reporters of it" and "let it be known", which say something; not for "told the army to leave"."""
    lemma, clause = page.tokens[token].lemma.lower(), page.child(token, "xcomp", "ccomp")
    if page.tokens[token].upos != "VERB" or lemma not in ("advise", "counsel", "let", "tell"):
        return False
    if lemma == "let":
        return clause is None or page.tokens[clause].lemma.lower() in KNOWING
    return clause is None or page.tokens[clause].xpos != "VB" or case(page, clause) != "to"


HANGING = frozenset({"acl", "ccomp", "nmod", "obj", "xcomp"})
"""Relations of what is said, down from the verb of saying: "denied *reports* that it had *agreed* to *leave*"."""


def is_alleged(page: Page, token: int) -> bool:
    """True for what somebody is accused of: "accused the rebels of rejecting the truce"."""
    if page.tokens[token].xpos != "VBG" or case(page, token) not in ("of", "for"):
        return False
    head = page.head(token)
    return head >= 0 and page.tokens[head].lemma.lower() in ACCUSING


def is_denied(page: Page, token: int) -> bool:
    """True for what somebody says is not so: "denied that Torvik had agreed to cede the port"."""
    at = token
    while (above := page.head(at)) >= 0 and page.tokens[at].deprel.partition(":")[0] in HANGING:
        if page.tokens[above].lemma.lower() == "deny" and not negated(page, above):
            return True
        at = above
    return False


def is_foretold(page: Page, voices: Voices, token: int, holder: Holder) -> bool:
    """True for what somebody else says, hopes or fears that a party will do or wants to do."""
    if _is_expected(page, voices, token, holder):
        return True
    speakers = voices.speakers(token)
    if not speakers or any(s.party[0] == holder.party[0] or _may_be_of_any(page, voices, s) for s in speakers):
        return False
    wanting = page.tokens[token].lemma.lower() in WANTING
    return page.tokens[token].upos == "VERB" and (wanting or modal(page, token) in FORETELLING)


def _may_be_of_any(page: Page, voices: Voices, speaker: Holder) -> bool:
    """True for a speaker of no known side, who may speak for whom he tells of: "an official said Norway would"."""
    party = speaker.party[0]
    if voices.rank(party) == UNKNOWN:
        return True
    sides = {r.name for r in page.reading.referents if r.kind in ("party", "body")}
    return party not in sides and not is_onlooker(party)


def _is_expected(page: Page, voices: Voices, token: int, holder: Holder) -> bool:
    """True for what others think, hope or fear of a party: "I don't think the rebels want a truce"."""
    head = page.head(token)
    if head < 0 or page.tokens[head].lemma.lower() not in EXPECTING or page.tokens[token].deprel != "ccomp":
        return False
    subject = page.child(head, "nsubj")
    return subject is not None and all(h.party[0] != holder.party[0] for h in voices.holders([subject]))


def is_received(page: Page, noun: int) -> bool:
    """True for a noun of stance that is not its verb's subject's: "faces calls to resign", "went on despite calls"."""
    head = page.head(noun)
    return head >= 0 and (page.tokens[head].lemma.lower() in RECEIVING or case(page, noun) in DESPITE)


def is_pressed(page: Page, noun: int) -> bool:
    """True for the pressure that somebody is under."""
    return page.tokens[noun].lemma.lower() == "pressure" and case(page, noun) == "under"


def is_visit(page: Page, token: int, word: str) -> bool:
    """True for "called on the chairman", whom nothing is asked of: a visit."""
    if word not in ("call on", "call upon"):
        return False
    asked = page.children(token, "xcomp", "ccomp", "advcl")
    asked += [c for o in page.children(token, "obl") for c in page.children(o, "acl")]
    hosts = [page.referent_of_head(o) for o in page.children(token, "obl") if case(page, o) in ("on", "upon")]
    return not asked and any(r is not None and r.kind == "person" for r in hosts)
