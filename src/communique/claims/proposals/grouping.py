"""Which mentions name one and the same plan, agreement or the like."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from communique.claims.clauses import noun_lemma
from communique.claims.dates import Dates
from communique.claims.proposals.mentions import Mention, mentions
from communique.lexicon.documents import document_classes
from communique.model.page import Page

RECENT = 40
"""How far back a document is looked for."""
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
NEGOTIATED = frozenset({"plan", "proposal", "agreement", "draft", "truce"})
"""Kinds that one document may be called by in turn: a proposal that becomes a deal."""
ALIKE = 0.3
"""So large a share of the words of the shorter of two names must stand in both."""
SHARED = frozenset({"agreement", "joint", "truce"})
"""Kinds that several may call their own: "Torvik's deal with Maretia"."""
OTHER = frozenset("another earlier preceding previous prior second separate similar third".split())
"""Words of a document that is not the one named before."""
USUAL = frozenset(
    "peace hostage hostages prisoner prisoners release hostility hostilities fire fighting war conflict fragile shaky "
    "temporary nationwide lasting permanent tentative elusive ambitious draft comprehensive part phase stage point "
    "three two four page table current potential final".split()
)
"""Words that many documents of a negotiation have beside them."""


@dataclass(frozen=True, slots=True)
class Document:
    """All mentions of one plan, agreement or the like, those of the title last."""

    mentions: tuple[Mention, ...]

    @property
    def first(self) -> Mention:
        """Where it is named first in the body, or else in the title."""
        return self.mentions[0]


def documents(page: Page, dates: Dates) -> list[Document]:
    """What the report names, the body before the title: "the deal" goes with the deal named last."""
    found = list(mentions(page, dates))
    titles = [m for m in found if page.sentence_of(m.head).role == "title"]
    groups: list[list[Mention]] = []
    for mention in [m for m in found if m not in titles]:
        _join(groups, mention, _group_of(page, mention, groups))
    for mention in titles:
        _join(groups, mention, _group_of(page, mention, groups) or _told_again(mention, groups))
    return [Document(tuple(group)) for group in groups]


def _join(groups: list[list[Mention]], mention: Mention, group: list[Mention] | None) -> None:
    if group is None:
        groups.append([mention])
    else:
        group.append(mention)


def _group_of(page: Page, mention: Mention, groups: Sequence[list[Mention]]) -> list[Mention] | None:
    """The document a phrase names again: the likest one, the last of several as like."""
    best, found = 0.0, None
    for group in groups[-RECENT:]:
        likeness = _likeness(page, mention, (group[0], *group[-RECENT:]))
        if likeness > 0 and likeness >= best:
            best, found = likeness, group
    return found


def _told_again(mention: Mention, groups: Sequence[list[Mention]]) -> list[Mention] | None:
    """The body's document that a title names in other words: the one told most among those of its kind."""
    related = [group for group in groups if _is_related((mention,), group)]
    return max(related, key=len, default=None)


def _likeness(page: Page, one: Mention, others: Sequence[Mention]) -> float:
    """0 for another document; more for a shared noun and shared words; "the deal" is like any deal."""
    if _is_other(page, one, others):
        return 0.0
    same_noun = noun_lemma(page, one.head) in {noun_lemma(page, other.head) for other in others}
    own, told = _own(one), frozenset(word for other in others for word in _own(other))
    if _is_truce((one,)) and _is_truce(others) and (not own or not told or own & told):
        return 1.0 + same_noun
    if not same_noun and not _is_related((one,), others):
        return 0.0
    words = frozenset(word for other in others for word in other.words)
    shared = len(one.words & words)
    alike = same_noun or any(set(one.kinds) & set(other.kinds) for other in others)
    if shared and alike and not (own & told and len(own & told) < ALIKE * min(len(own), len(told))):
        return 1.0 + shared / len(one.words | words) + same_noun
    if own:
        return 0.5 * same_noun if not words else 0.0
    offered = not ("proposal" in one.kinds and {kind for other in others for kind in other.kinds} == {"agreement"})
    return 0.5 * same_noun * (not one.words) + 0.4 * (_is_definite(page, one) and offered)


def _is_other(page: Page, one: Mention, others: Sequence[Mention]) -> bool:
    """True for "an earlier truce" after a truce, a ten-point plan after one of six, and for the offer of another."""
    mine, *theirs = (_otherness(page, mention) for mention in (one, *others))
    if mine and not any(mine & other for other in theirs):
        return True
    counted = _numbers(page, one), {n for other in others for n in _numbers(page, other)}
    if counted[0] and counted[1] and not counted[0] & counted[1]:
        return True
    owning, before = _owners(page, one), {name for other in others for name in _owners(page, other)}
    return bool(owning and before and not owning & before and not SHARED & set(one.kinds))


def _otherness(page: Page, mention: Mention) -> frozenset[str]:
    """The words beside a noun that set it off from others: "earlier", "another"."""
    return OTHER & {page.tokens[c].text.lower() for c in page.children(mention.head, "det", "amod")}


def _numbers(page: Page, mention: Mention) -> frozenset[str]:
    """The numbers in a name: of points, days, years."""
    return frozenset(page.tokens[t].text.lower() for t in page.tokens_in(mention.name) if page.tokens[t].upos == "NUM")


def _owners(page: Page, mention: Mention) -> frozenset[str]:
    """The names of those whose document it is said to be."""
    found = (page.referent_at(c) for c in page.children(mention.head, "nmod:poss"))
    return frozenset(referent.name for referent in found if referent is not None)


def _is_definite(page: Page, mention: Mention) -> bool:
    return any(page.tokens[c].lemma.lower() in DEFINITE for c in page.children(mention.head, "det"))


def _is_related(one: Iterable[Mention], others: Iterable[Mention]) -> bool:
    """True for kinds that are the same, or that a document may be called by in turn."""
    mine, theirs = ({kind for mention in some for kind in mention.kinds} for some in (one, others))
    return bool(mine & theirs) or bool(mine & NEGOTIATED and theirs & NEGOTIATED)


def _is_truce(some: Iterable[Mention]) -> bool:
    """True where a truce is meant, by the noun or by what stands before it: "truce deal"."""
    return any(
        "truce" in m.kinds or ("agreement" in m.kinds and any("truce" in document_classes(w) for w in m.words))
        for m in some
    )


def _own(mention: Mention) -> frozenset[str]:
    """The words that tell a document from others of the same negotiation."""
    return frozenset(w for w in mention.words if not document_classes(w) and w not in USUAL)
