"""Sources that stand for states: "the leaders of Ovar and Lund", "the nation of Ovar", "the Norwegian fleet"."""

from communique.claims.offices import offices
from communique.claims.statements.memory import Memory, Speaker
from communique.claims.statements.phrases import Phrase
from communique.lexicon import people, titles
from communique.lexicon.countries import code_of
from communique.model.page import Page
from communique.model.reading import Mention, Referent

_LEADERS = frozenset({"leader", "president", "premier", "minister"})
_GROUPS = frozenset(
    "alliance bloc coalition faction front group league militia movement organisation organization party union".split()
)
_LANDS = frozenset("country emirate island kingdom nation republic sheikdom sheikhdom state".split())
_MILITARY = frozenset("army command corps fleet force forces guard guards marines military navy troops".split())


def of_states(page: Page, found: Phrase, memory: Memory) -> tuple[Speaker, ...]:
    """The speakers that a phrase means by what they lead, by its kind of land, or by its forces; none for others."""
    states = [
        (m, r)
        for m, r in page.mentions_in(page.span(found.head, found.last), "party")
        if m.form in ("name", "demonym") and m.first > found.head
    ]
    behind = found.sequence[found.head + 1 - found.first : found.head + 2 - found.first]
    if behind == ("of",) and titles.singular(found.word) in _LEADERS and len({r.name for _, r in states}) > 1:
        return tuple(_leader(page, found, mention, state) for mention, state in states)
    if behind == ("of",) and found.lemma in _LANDS and len(states) == 1:
        mention, state = states[0]
        return (Speaker(state.name, mention.span, state.kind, found.lemma),)
    return _forces(page, found) or _called(page, found)


def _called(page: Page, found: Phrase) -> tuple[Speaker, ...]:
    """The name that a group is called by beside it: "the island's biggest party, the Salt League,"."""
    at = found.head + 1
    if found.lemma not in _GROUPS or at >= found.last or page.tokens[at].text != ",":
        return ()
    first = at + 1 + (page.tokens[at + 1].upos == "DET")
    last = first
    while last < found.last and page.tokens[last].text[:1].isupper():
        last += 1
    if last == first or (last < found.last and page.tokens[last].text not in (",", "-", "–", "—")):
        return ()
    span = page.span(first, last)
    known = page.referent_at(first)
    name = known.name if known is not None and known.kind in ("party", "body") else page.text(span)
    return (Speaker(name, span, known.kind if known is not None else "body", found.lemma),)


def _leader(page: Page, found: Phrase, mention: Mention, state: Referent) -> Speaker:
    """Who alone is told to hold the office for a state, else the state."""
    words = page.words(found.first, found.head + 1).removeprefix("The ").removeprefix("the ").split()
    noun = " ".join([*(w.casefold() for w in words[:-1]), titles.singular(words[-1].casefold())])
    called = people.titles_called(noun)
    held = {
        o.get("person")
        for o in offices(page)
        if o.get("country") == state.name
        and o.get("status") == "current"
        and " ".join(titles.norm((o.get("role"),))) in called
    }
    known = next((r for r in page.reading.referents if r.kind == "person" and r.name in held), None)
    place = mention.span
    return (
        Speaker(known.name, place, "person", found.lemma)
        if known and len(held) == 1
        else Speaker(state.name, place, state.kind, found.lemma)
    )


def _forces(page: Page, found: Phrase) -> tuple[Speaker, ...]:
    """The state whose forces a name is: "the Norwegian Third Fleet"."""
    known = page.referent_of_head(found.head) or page.referent_at(found.head)
    if known is None or known.kind != "body" or found.word not in _MILITARY:
        return ()
    code = known.country or code_of(page.tokens[found.first + (found.sequence[0] == "the")].text)
    return (Speaker(code, found.span, "party", found.lemma),) if code else ()
