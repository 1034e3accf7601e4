"""Who changes office: subject or object of the trigger, whom "who", "he" and "his" stand for, whom "of" names."""

from dataclasses import dataclass, replace

from communique.claims.changes.triggers import Trigger, implying
from communique.claims.offices.names import person_name
from communique.claims.offices.people import people
from communique.lexicon import changes
from communique.lexicon.countries import code_of
from communique.lexicon.people import noun
from communique.model.claim import Field
from communique.model.page import Page
from communique.model.reading import Sentence

APART = ("acl", "appos", "nmod", "conj", "parataxis", "advcl", "punct", "cc")
BE = frozenset("am are be been being is was were got 's ’s".split())
HAVE = frozenset("has have had having 've ’ve".split())
RELATIVES = frozenset({"who", "which", "that", "whom"})
TITLE_REACH = 12
"""So many tokens of titles may stand before a name."""

BETWEEN = frozenset({"AUX", "ADV"})


@dataclass(frozen=True, slots=True)
class Changed:
    """A person by the fullest name in the report, where tokens `first` to `last` (half-open) mention them."""

    name: Field
    first: int
    last: int


def who_changes(page: Page, sentence: Sentence, trigger: Trigger) -> tuple[Changed, ...]:
    """The persons whose office a trigger tells of, in text order; none where the report leaves them unnamed."""
    if trigger.person == "noun":
        return _of_noun(page, sentence, trigger.first)
    passive = is_passive(page, trigger.first)
    if trigger.change == "replaced" and passive:
        return _listed(page, agent(page, sentence, trigger.last))
    if trigger.change == "replaced" and (substitute := taken_instead(page, sentence, trigger.first)) >= 0:
        return _listed(page, substitute)
    if trigger.person == "object" and not passive:
        return _listed(page, titled(page, trigger.last, sentence.last)) or _all(page, page.child(trigger.first, "obj"))
    near = person_before(page, sentence, trigger.first)
    if near and (not _is_bare(page, trigger.first) or is_set_off(page, trigger.first)):
        return near
    return _all(page, subject(page, trigger.first)) or _participant(page, sentence, trigger.first)


def is_passive(page: Page, verb: int) -> bool:
    """True for "was appointed", and for a bare participle after its noun ("named as leader in 2015")."""
    if _follows(page, verb, HAVE):
        return False
    if page.children(verb, "aux:pass", "nsubj:pass"):
        return True
    token = page.tokens[verb]
    if (token.xpos == "VBN" and _follows(page, verb, BE)) or is_set_off(page, verb):
        return True
    follows = verb + 1 < len(page.tokens) and page.tokens[verb + 1].text.casefold() in {"as", "by"}
    bare = not page.children(verb, "aux", "obj")
    if token.xpos == "VBN":
        return bare and (follows or token.deprel in {"acl", "amod", "advcl", "conj"})
    return token.xpos == "VBD" and bare and follows


def is_set_off(page: Page, verb: int) -> bool:
    """True for a participle between commas after a name: "X, dismissed last week, …"."""
    after_name = verb > 1 and page.tokens[verb - 1].text == "," and person_name(page, verb - 2) is not None
    if not after_name or page.tokens[verb].xpos not in {"VBN", "VBD"}:
        return False
    objects = [c for c in page.children(verb, "obj") if page.time_at(c) is None and not _is_office(page, c)]
    said = verb + 1 < len(page.tokens) and page.tokens[verb + 1].text.casefold() == "that"
    return not objects and not said and not page.children(verb, "aux")


def _is_office(page: Page, token: int) -> bool:
    """True for a title that is nobody's name: "X, appointed envoy in May"."""
    known = noun(page.tokens[token].text)
    return known is not None and known.kind == "person" and page.tokens[token].upos == "NOUN"


def _follows(page: Page, verb: int, words: frozenset[str]) -> bool:
    """Whether one of these words stands before a verb, adverbs between."""
    at = verb - 1
    while at >= 0 and page.tokens[at].upos == "ADV":
        at -= 1
    return at >= 0 and page.tokens[at].text.casefold() in words


def _is_bare(page: Page, verb: int) -> bool:
    """True for a participle without auxiliary, whose noun may stand farther off ("X, once a deputy to Y, named as")."""
    return is_passive(page, verb) and not page.children(verb, "aux")


def subject(page: Page, verb: int) -> int | None:
    """The subject of a verb by the tree: its own, the noun it describes, or its governor's."""
    for _ in range(4):
        implied = implying(page, verb)
        if implied >= 0 and changes.implying().get(page.tokens[implied].lemma.casefold()) == "object":
            forced = page.child(implied, "obj")
            if forced is not None:
                return forced
        own = page.child(verb, "nsubj")
        if own is not None and page.tokens[own].text.casefold() not in RELATIVES:
            return own
        token = page.tokens[verb]
        if token.head < 0:
            return None
        if token.deprel.startswith("acl"):
            return token.head
        if token.deprel.split(":")[0] not in {"conj", "advcl", "xcomp"}:
            return None
        verb = token.head
    return None


def mentioned(page: Page, token: int) -> Changed | None:
    """The person that a noun phrase names or stands for."""
    near = [token, *page.children(token, "flat", "compound", "nmod:desc"), *page.subtree(token, without=APART)]
    near += [*page.children(token, "appos"), *_of_titles(page, token)]
    for at in near:
        name = person_name(page, at)
        found = people(page, name.first, name.last) if name is not None else ()
        if found:
            return Changed(found[0].name, found[0].first, found[0].last)
    return _referred(page, token)


def _of_titles(page: Page, token: int) -> list[int]:
    """The name that hangs on a second title: "the envoy, former minister X, has stepped down"."""
    return [n for title in page.children(token, "nmod:desc", "appos") for n in page.children(title, "appos", "flat")]


def person_before(page: Page, sentence: Sentence, verb: int) -> tuple[Changed, ...]:
    """The person right before a verb, auxiliaries, "who" and a comma between: "X, who was", "X abruptly"."""
    at = verb - 1
    while at >= sentence.first and page.tokens[at].upos in BETWEEN:
        at -= 1
    at -= is_set_off(page, verb)
    said = None
    if at > sentence.first and page.tokens[at].text.casefold() == "who":
        said = _referred(page, at)
        at -= 1 + (page.tokens[at - 1].text == ",")
    name = person_name(page, at) if at >= sentence.first else None
    if said is not None:
        return (said if name is None else replace(said, first=name.first, last=name.last),)
    if name is None or (not is_set_off(page, verb) and _is_inner(page, sentence, name.first)):
        return ()
    found = people(page, name.first, name.last)
    return tuple(Changed(p.name, p.first, p.last) for p in found[-1:])


def _is_inner(page: Page, sentence: Sentence, at: int) -> bool:
    """True where a name ends a list or a phrase with "of" or "for", of which the tree tells more."""
    at -= 1
    while at > sentence.first and page.tokens[at].upos in {"NOUN", "PROPN", "ADJ"} and person_name(page, at) is None:
        at -= 1
    return at >= sentence.first and page.tokens[at].upos in {"ADP", "CCONJ"}


def _participant(page: Page, sentence: Sentence, verb: int) -> tuple[Changed, ...]:
    """The nearest person before a participle without a subject: "X's first visit since taking office"."""
    if page.tokens[verb].xpos != "VBG":
        return ()
    inside = page.mentions_in(sentence.span, "person")
    before = [m for m, r in inside if m.last <= verb and any(n.form == "name" for n in r.mentions)]
    found = mentioned(page, before[-1].head) if before else None
    return (found,) if found else ()


def titled(page: Page, at: int, limit: int) -> int:
    """The first token of the person named right after token `at`, past their titles; -1 where none is."""
    first, stop = at, min(limit, at + TITLE_REACH)
    while at < stop:
        name = person_name(page, at)
        if name is not None and (name.last >= stop or page.tokens[name.last].xpos != "POS"):
            return at
        if name is not None or (page.tokens[at].xpos == "POS" and at > first):
            at = name.last + 1 if name is not None else at + 1
            continue
        land = page.name_at(at + 1) if at > first and page.tokens[at].text.casefold() in {"to", "in"} else None
        if land is not None and (land.kind == "GPE" or code_of(land.text)):
            at = land.last
            continue
        if page.tokens[at].upos not in {"NOUN", "PROPN", "ADJ", "DET"} and not _may_stand(page, at, first):
            return -1
        at += 1
    return -1


def _may_stand(page: Page, at: int, first: int) -> bool:
    """True for the owner and the comma in "by his deputy, General X"."""
    if at == first:
        return page.tokens[at].deprel == "nmod:poss"
    known = noun(page.tokens[at - 1].text)
    return page.tokens[at].text == "," and known is not None and known.kind == "person"


def taken_instead(page: Page, sentence: Sentence, verb: int) -> int:
    """The person after "with" in "replaced X with Y"; -1 without one."""
    if page.tokens[verb].lemma.casefold() != "replace":
        return -1
    for at in range(verb + 1, min(sentence.last, verb + TITLE_REACH)):
        if page.tokens[at].text.casefold() == "with":
            return titled(page, at + 1, sentence.last)
        if page.tokens[at].upos in {"VERB", "AUX"} or page.tokens[at].text == ";":
            return -1
    return -1


def agent(page: Page, sentence: Sentence, at: int) -> int:
    """The person after "by" or "with", soon after "was replaced"; -1 where none is."""
    for by in range(at, min(sentence.last, at + TITLE_REACH)):
        if page.tokens[by].text.casefold() in {"by", "with"}:
            return titled(page, by + 1, sentence.last)
        if page.tokens[by].upos in {"VERB", "AUX", "PUNCT"}:
            return -1
    return -1


def _listed(page: Page, token: int) -> tuple[Changed, ...]:
    """The person at a token with those that the tree joins to them."""
    return _all(page, token) if token >= 0 else ()


def _of_noun(page: Page, sentence: Sentence, noun: int) -> tuple[Changed, ...]:
    """As in "the party's appointment of X", "X's appointment", "his death"."""
    if noun + 1 < sentence.last and page.tokens[noun + 1].text.casefold() == "of":
        return _listed(page, titled(page, noun + 2, sentence.last))
    owners = page.children(noun, "nmod:poss")
    return _all(page, owners[0]) if owners else ()


def _all(page: Page, token: int | None) -> tuple[Changed, ...]:
    if token is None:
        return ()
    found = (mentioned(page, t) for t in page.conjuncts(token))
    return tuple(c for c in found if c is not None)


def _referred(page: Page, token: int) -> Changed | None:
    """The person that a description or a pronoun stands for, where the report names them."""
    found = page.referent_of_head(token) or (page.referent_at(token) if page.tokens[token].upos == "PRON" else None)
    if found is None or found.kind != "person" or not any(m.form == "name" for m in found.mentions):
        return None
    return Changed((found.name, page.tokens[token].span), token, token + 1)
