"""What was said, from syntax: the clause, object or infinitive that a cue governs, without "that", cue and speaker."""

from communique.language.quotations.cues import Hit
from communique.model.page import Page
from communique.model.span import Span

Stretch = tuple[int, int]
"""Tokens from the first to the last, half-open."""

_GROUNDS = frozenset({"of", "for", "over", "as", "about", "against", "to", "from", "into", "with"})
_REASONS = frozenset({"because", "if", "unless", "until", "although", "though", "since", "so", "despite", "provided"})
_COMMENT = frozenset({"comment", "elaborate", "say", "name", "be", "give", "identify", "discuss", "provide", "specify", "answer", "disclose"})
_CLAUSES = ("ccomp", "csubj")
_OPENING = frozenset("\"“„«'‘([")
_STOPS = frozenset({",", "--", "—", "-", "–", "?", "!", "”", '"', "'", "’"})
_LINKS = frozenset({"that", ",", ":", ";", "-", "--", "–", "—"})


def complement(page: Page, hit: Hit, subject: int | None) -> tuple[list[Stretch], str]:
    """The stretches of tokens that a cue's words fill, and the name of the rule; no stretch when there is none."""
    if hit.form == "preposition":
        return _of_preposition(page, hit, subject), "according_to"
    if hit.form == "noun":
        return _of_noun(page, hit), "noun"
    for rule in (_clause_after, _fronted, _infinitive, _object, _plain):
        found = rule(page, hit, subject)
        if found:
            return found, rule.__name__.lstrip("_")
    return [], ""


# -- verbs


def _clause_after(page: Page, hit: Hit, subject: int | None) -> list[Stretch]:
    if not hit.cue.takes & {"clause", "mental"}:
        return []
    start = hit.last
    clauses = [c for c in page.children(hit.head, *_CLAUSES) if c >= start]
    if not clauses and hit.last - 1 != hit.head:
        clauses = [c for c in page.children(hit.last - 1, *_CLAUSES) if c >= start]
    if not clauses:
        return _after_that(page, hit) or _after_colon(page, hit, subject)
    inside = [t for t in page.subtree(clauses[0]) if t >= start]
    after_subject = subject + 1 if subject is not None and start <= subject < inside[0] else start
    first = _skip_links(page, max(inside[0], after_subject), inside[-1])
    last = clause_end(page, hit, first, inside[-1] + 1)
    return [(first, last)] if first < last else []


def _after_that(page: Page, hit: Hit) -> list[Stretch]:
    """Where the tree has no clause: what follows "that", to the end of the sentence."""
    sentence = page.sentence_of(hit.head)
    for at in range(hit.last, min(sentence.last, hit.last + 12)):
        token = page.tokens[at]
        if token.text.casefold() == "that" and token.upos in ("SCONJ", "PRON"):
            last = clause_end(page, hit, at + 1, at + 2)
            return [(at + 1, last)] if at + 2 < last else []
        if token.upos in ("VERB", "AUX") or token.text in (";", "."):
            return []
    return []


def _after_colon(page: Page, hit: Hit, subject: int | None) -> list[Stretch]:
    """What follows a colon soon after the cue: "He asked: Why …"."""
    sentence = page.sentence_of(hit.head)
    for at in range(hit.last, min(sentence.last, hit.last + 14)):
        if page.tokens[at].text == ":":
            return [(at + 1, _body_end(page, sentence.last))] if at + 3 < sentence.last else []
    return []


def _fronted(page: Page, hit: Hit, subject: int | None) -> list[Stretch]:
    """What stands before ", she said" or around it."""
    if "clause" not in hit.cue.takes or not beside(page, hit, subject):
        return []
    sentence = page.sentence_of(hit.head)
    left, right = _cue_clause(page, hit, subject)
    before = [c for c in page.children(hit.head, *_CLAUSES, "parataxis") if c < left]
    token = page.tokens[hit.head]
    governed = token.deprel.split(":")[0] in ("parataxis", "ccomp", "dep") and token.head >= 0
    if not before and not governed and not _ends_sentence(page, right, sentence.last):
        return []
    if left <= sentence.first or page.tokens[left - 1].text not in _STOPS:
        return []
    front = (sentence.first, _strip_right(page, sentence.first, left))
    if not before and not governed and not _is_clause(page, front):
        return []
    rest = _rest(page, hit, right, sentence.last)
    return [front, rest] if rest else [front]


def beside(page: Page, hit: Hit, subject: int | None) -> bool:
    """Whether a finite verb of saying stands right beside its subject: "she said", "said the envoy"."""
    if subject is None or page.tokens[hit.head].xpos in ("VBG", "VB", "VBN"):
        return False
    phrase = page.subtree(subject, without=("acl", "appos", "parataxis"))
    if subject > hit.head:
        return min(t for t in phrase if t > hit.head) - hit.last <= 2 if any(t > hit.head for t in phrase) else False
    between = range(max(t for t in page.subtree(subject) if t < hit.head) + 1, hit.head)
    return all(page.tokens[t].upos in ("ADV", "AUX", "PUNCT") for t in between)


def _is_clause(page: Page, front: Stretch) -> bool:
    return any(page.tokens[t].upos in ("VERB", "AUX") for t in range(*front))


def _rest(page: Page, hit: Hit, right: int, end: int) -> Stretch | None:
    """The second part of a clause that its cue interrupts."""
    first = _skip_links(page, right, end)
    last = _body_end(page, end)
    if last - first < 2 or page.tokens[right].text not in (",", "--", "—", "-", "–"):
        return None
    opener = page.tokens[first]
    if opener.xpos == "VBG" or opener.text.casefold() in ("without", "referring", "while", "as", "who", "in", "on", "and", "but", "after", "before"):
        return None
    governor = page.tokens[hit.head].head
    heads = {a for t in range(first, last) for a in (t, *page.ancestors(t))}
    return (first, last) if governor in heads and not any(page.tokens[t].head == hit.head for t in range(first, last)) else None


def _cue_clause(page: Page, hit: Hit, subject: int | None) -> Stretch:
    """The tokens of "she said on Monday": cue, subject and small change."""
    tokens = [hit.head, hit.last - 1]
    keep = ("nsubj", "aux", "advmod", "obl", "obj", "iobj")
    for child in page.children(hit.head, *keep):
        if abs(child - hit.head) < 40:
            tokens += page.subtree(child)
    if subject is not None and subject not in tokens and page.sentence_of(subject) == page.sentence_of(hit.head):
        tokens += [subject] if abs(subject - hit.head) < 12 else []
    left, right = min(tokens), max(tokens) + 1
    for at in range(hit.head, left, -1):
        if page.tokens[at - 1].text in (",", "”", '"', "--", "—") and not _apposed(page, at - 1, subject):
            return at, right
    return left, right


def _apposed(page: Page, comma: int, subject: int | None) -> bool:
    """Whether a comma stands inside the subject: "Ivanov, the envoy, said"."""
    return subject is not None and subject < comma and page.tokens[comma].text == ","


def _infinitive(page: Page, hit: Hit, subject: int | None) -> list[Stretch]:
    if "infinitive" not in hit.cue.takes:
        return []
    for clause in page.children(hit.head, "xcomp", "ccomp", "advcl"):
        inside = page.subtree(clause)
        marked = [t for t in page.children(clause, "mark") if page.tokens[t].text.casefold() == "to"]
        if not marked or clause < hit.last or marked[0] - hit.last > 14:
            continue
        if page.tokens[clause].lemma.casefold() in _COMMENT and hit.cue.lemma in ("refuse", "decline"):
            return []
        first = marked[0]
        if "object" in hit.cue.takes and "addressee" in hit.cue.takes:
            first = min([t for o in page.children(hit.head, "obj", "iobj") for t in page.subtree(o) if t >= hit.last] or [first])
        return [(first, _extend(page, hit.head, inside[-1] + 1))]
    return []


def _object(page: Page, hit: Hit, subject: int | None) -> list[Stretch]:
    takes = hit.cue.takes
    if not takes & {"object", "ground", "quote", "clause"}:
        return []
    objects = [c for c in page.children(hit.head, "obj", "obl", "xcomp") if c >= hit.last]
    if hit.particle >= 0:
        objects = [c for c in objects if c == page.tokens[hit.particle].head] or objects[:1]
    else:
        objects = [c for c in objects if page.tokens[c].deprel == "obj"]
    if not objects:
        return _passive(page, hit)
    inside = [t for t in page.subtree(objects[0], without=()) if t >= hit.last]
    last = _grounds(page, hit.head, inside[-1] + 1)
    return [(inside[0], last)]


def _passive(page: Page, hit: Hit) -> list[Stretch]:
    """"The attack was claimed by the group": the subject is what was said."""
    subject = page.child(hit.head, "nsubj:pass")
    agent = [c for c in page.children(hit.head, "obl") if page.tokens[c].deprel == "obl:agent"]
    if subject is None or not agent or "object" not in hit.cue.takes:
        return []
    inside = [t for t in page.subtree(subject) if t < hit.head]
    return [(inside[0], inside[-1] + 1)] if inside else []


def _plain(page: Page, hit: Hit, subject: int | None) -> list[Stretch]:
    """Without help from the tree: what follows "said" to the end of the sentence."""
    if hit.cue.lemma not in ("say", "add", "state", "declare", "tell") or subject is None or subject > hit.head:
        return []
    sentence = page.sentence_of(hit.head)
    first = _skip_links(page, hit.last, sentence.last)
    last = clause_end(page, hit, first, first + 1)
    return [(first, last)] if last - first >= 4 else []


# -- nouns and prepositions


def _of_noun(page: Page, hit: Hit) -> list[Stretch]:
    for clause in page.children(hit.head, "acl", "ccomp"):
        token = page.tokens[clause]
        marks = {page.tokens[m].text.casefold() for m in page.children(clause, "mark")}
        if token.deprel.startswith("acl:relcl") or clause < hit.head:
            continue
        wanted = ("that" in marks and "clause" in hit.cue.takes) or ("to" in marks and "infinitive" in hit.cue.takes)
        inside = [t for t in page.subtree(clause) if t >= hit.last]
        if wanted and inside:
            return [(_skip_links(page, inside[0], inside[-1]), inside[-1] + 1)]
    if hit.cue.lemma == "call":
        return _call_for(page, hit)
    return []


def _call_for(page: Page, hit: Hit) -> list[Stretch]:
    for thing in page.children(hit.head, "nmod"):
        case = page.child(thing, "case")
        if case is not None and page.tokens[case].text.casefold() == "for":
            return [(case + 1, page.subtree(thing)[-1] + 1)]
    return []


def _of_preposition(page: Page, hit: Hit, subject: int | None) -> list[Stretch]:
    if subject is None:
        return []
    sentence = page.sentence_of(hit.head)
    source = [t for t in page.subtree(subject) if t >= hit.head]
    right = source[-1] + 1 if source and source[-1] < sentence.last else subject + 1
    ahead = _skip_links(page, right, sentence.last)
    if hit.head - sentence.first <= 1 or sentence.last - ahead > hit.head - sentence.first and page.tokens[hit.head - 1].text != ",":
        last = _body_end(page, sentence.last)
        return [(ahead, last)] if last - ahead > 1 else []
    front = (_clause_start(page, hit, subject, sentence.first), _strip_right(page, sentence.first, hit.head))
    return [front] if front[1] > front[0] else []


def _clause_start(page: Page, hit: Hit, subject: int, first: int) -> int:
    """Where the clause begins that "according to" closes: the sentence, or one of its clauses."""
    governor = page.tokens[subject].head
    if governor < 0 or page.tokens[governor].deprel in ("root", "conj", "ccomp", "parataxis"):
        return first
    while governor >= 0 and page.tokens[governor].upos not in ("VERB", "AUX"):
        governor = page.tokens[governor].head
    if governor < 0 or page.tokens[governor].deprel.split(":")[0] not in ("advcl", "acl"):
        return first
    start = min(t for t in page.subtree(governor) if t >= first)
    return start if start > first and page.tokens[start - 1].text == "," else first


# -- edges


def clause_end(page: Page, hit: Hit, first: int, last: int) -> int:
    """Where a clause that follows its cue ends: with the sentence, but for a new main clause, time or channel.

    `last` is where the tree ends it; parsers cut long clauses short, so that what is left over is taken in unless
    it has a reason to stand apart.
    """
    end = _body_end(page, page.sentence_of(hit.head).last)
    while last < end:
        step = _skip_punctuation(page, last, end)
        if step >= end or _stands_apart(page, hit, first, step):
            return last
        top = _top(page, step, hit.head)
        inside = [t for t in page.subtree(top) if step <= t < end]
        last = max([*inside, step]) + 1
    return min(last, end)


def _top(page: Page, token: int, stop: int) -> int:
    """The highest governor of a token, from there on, below `stop`."""
    at = token
    while page.tokens[at].head > stop and page.tokens[at].head != stop and page.tokens[at].head >= token:
        at = page.tokens[at].head
    return at


def _stands_apart(page: Page, hit: Hit, first: int, step: int) -> bool:
    """Whether what begins at `step` is no part of the words said."""
    top = _top(page, step, hit.head)
    token = page.tokens[top]
    word = page.tokens[step].text.casefold()
    own_subject = page.child(top, "nsubj") is not None
    if word in ("but", "and", "while", "although", "though", "whereas", "with") and own_subject and token.head <= hit.head:
        return page.tokens[step - 1].text in (",", ";", "--", "—") or token.head == hit.head
    if token.head != hit.head:
        return False
    relation = token.deprel.split(":")[0]
    if relation == "advcl":
        marks = {page.tokens[m].text.casefold() for m in page.children(top, "mark")}
        return token.xpos == "VBG" or bool(marks & {"as", "after", "before", "while", "when"})
    return relation in ("obl", "nmod", "advmod") and bool(page.times_in(page.span(step, top + 1)))


def _skip_punctuation(page: Page, first: int, end: int) -> int:
    while first < end and page.tokens[first].upos == "PUNCT":
        first += 1
    return first


def _extend(page: Page, verb: int, last: int) -> int:
    """Take in reasons and conditions that the tree hangs on the cue although they end what was said."""
    for child in page.children(verb, "advcl"):
        inside = page.subtree(child)
        marks = {page.tokens[m].text.casefold() for m in page.children(child, "mark")}
        if inside[0] in (last, last + 1) and marks & _REASONS:
            last = inside[-1] + 1
    return last


def _grounds(page: Page, verb: int, last: int) -> int:
    """Take in "of …", "for …", "as …" after an object."""
    for child in page.children(verb, "obl", "xcomp", "advcl", "ccomp", "nmod"):
        inside = page.subtree(child)
        leads = {page.tokens[m].text.casefold() for m in page.children(child, "mark", "case")}
        near = last - 1 <= inside[0] <= last + 3 or inside[0] < last <= inside[-1]
        if near and inside[-1] >= last and (leads & _GROUNDS or page.tokens[child].deprel == "xcomp"):
            last = inside[-1] + 1
    return last


def _skip_links(page: Page, first: int, end: int) -> int:
    while first < end and page.tokens[first].text.casefold() in _LINKS:
        first += 1
    return first


def _strip_right(page: Page, first: int, last: int) -> int:
    while last > first and page.tokens[last - 1].text in (",", "--", "—", "-", "–", ";", ":"):
        last -= 1
    return last


def _body_end(page: Page, last: int) -> int:
    """Without the full stop that ends a sentence."""
    while page.tokens[last - 1].text in (".", ",", ";", ":"):
        last -= 1
    return last


def _ends_sentence(page: Page, right: int, last: int) -> bool:
    return all(page.tokens[t].upos == "PUNCT" for t in range(right, last))


def span(page: Page, stretch: Stretch) -> Span:
    """The characters of a stretch."""
    return page.span(*stretch)
