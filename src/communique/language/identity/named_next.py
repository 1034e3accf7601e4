"""Whose office is told one sentence before the name: "Maretia's foreign minister says … Ana Petrova says …"."""

from collections.abc import Sequence

from communique.language.identity.beside import SENT
from communique.language.identity.mentions import Entity
from communique.language.identity.phrases import Phrase
from communique.lexicon import cues, titles
from communique.lexicon.tables import key
from communique.model.page import Page
from communique.model.reading import Mention

_APPOSED = frozenset({"a", "an", "the", "one"})
_DASHES = frozenset({"--", "—", "–", "-", "_"})
_SOON = 3
"""So many sentences later a description's title may stand before the name."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})


def named_next(page: Page, phrase: Phrase, entities: Sequence[Entity]) -> Entity | None:
    """The person without a title whose full name first opens the sentence after that of an office's description.

    So wire agencies begin the entries of a live page and many reports. Both say something; whose office it is is told.
    """
    if phrase.bare or not titles.is_title(phrase.noun.noun.split()) or not _opens(page, phrase.first):
        return None
    following = next((s for s in page.sentences if s.first == page.sentence_of(phrase.head).last), None)
    if following is None or following.role != "body" or not _says(page, phrase.head):
        return None
    titled = [e for e in entities if _titled_first(page, e, phrase, range(following.first, following.last))]
    if titled:
        return titled[0] if len(titled) == 1 else None
    for entity in entities:
        first = min(entity.mentions, key=lambda m: m.first, default=None)
        if entity.kind == "person" and first is not None and following.first <= first.first <= following.first + 1:
            return entity if _may_hold(page, entity, first, phrase) else None
    return None


def titled_soon(page: Page, phrase: Phrase, entities: Sequence[Entity]) -> Entity | None:
    """The person first named by the same title alone soon after: "the envoy of the League … Envoy X said"."""
    if phrase.owner is None or phrase.owner.kind == "person" or phrase.indefinite or is_sent_to(page, phrase):
        return None
    after = [s for s in page.sentences if s.last > phrase.end][: _SOON + 1]
    within = range(phrase.end, after[-1].last if after else phrase.end)
    found = [e for e in entities if e.kind == "person" and e.country in ("", phrase.country)]
    found = [e for e in found if _is_titled(page, _first_name(e), phrase, within)]
    return found[0] if len(found) == 1 else None


def _first_name(entity: Entity) -> Mention | None:
    return min((m for m in entity.mentions if m.form == "name"), key=lambda m: m.first, default=None)


def is_sent_to(page: Page, phrase: Phrase) -> bool:
    """True for "the UN's Syria envoy", who is not of Syria."""
    lands = phrase.owner is not None and phrase.owner.kind == "party" and page.tokens[phrase.head - 1].upos == "PROPN"
    return lands and phrase.noun.noun.split()[-1] in SENT and phrase.head > phrase.first


def _is_titled(page: Page, first: Mention | None, phrase: Phrase, within: range) -> bool:
    """Whether a first mention stands there right behind the title of the phrase, with nothing that says whose it is."""
    if first is None or first.first not in within:
        return False
    folded, back = page.tree.folded, 0
    while back <= phrase.head and folded[phrase.head - back] == folded[first.first - 1 - back]:
        back += 1
    title = "".join(folded[first.first - back : first.first])
    whole = title.endswith("".join(phrase.noun.noun.split()))
    return whole and page.tokens[first.first - 1 - back].upos not in ("ADJ", "NOUN", "PROPN", "PART")


def _titled_first(page: Page, entity: Entity, phrase: Phrase, following: range) -> bool:
    """As in "Maretia's trade minister … Minister X said": who is first named there with the last word of the office."""
    first = min(entity.mentions, key=lambda m: m.first, default=None)
    if entity.kind != "person" or first is None or entity.country not in ("", phrase.country):
        return False
    last = phrase.noun.noun.split()[-1]
    return first.head in following and last in entity.roles and page.tokens[first.first - 1].text.casefold() == last


def _opens(page: Page, first: int) -> bool:
    """Whether a phrase stands near the beginning of its sentence, or right behind the dateline."""
    if first and page.tokens[first - 1].text in _DASHES:
        return True
    return first - page.sentence_of(first).first <= 1


def _says(page: Page, head: int) -> bool:
    """Whether a noun is the subject of a finite verb that can say something."""
    token = page.tokens[head]
    if token.deprel != "nsubj" or token.head <= head or page.tokens[token.head].xpos not in _FINITE:
        return False
    lemma = cues.base(page.tokens[token.head].text, page.tokens[token.head].lemma)
    return cues.verb(lemma) is not None or bool(cues.tails(lemma))


def _may_hold(page: Page, entity: Entity, first: Mention, phrase: Phrase) -> bool:
    """Whether nothing is said of a person that would make the office another's."""
    full = first.form == "name" and len(key(entity.name).split()) > 1
    after = [t.text.casefold() for t in page.tokens[first.last : first.last + 2]]
    apposed = after[:1] == [","] and (after[1:2] == [] or after[1] in _APPOSED or after[1].isdigit())
    gender = {entity.gender, phrase.noun.gender} - {""}
    alike = entity.country in ("", phrase.country) and len(gender) < 2
    return full and not entity.roles and not apposed and alike and _says(page, first.head)
