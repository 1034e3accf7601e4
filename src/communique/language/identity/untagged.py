"""Names that nobody tagged: capitalised words after a title, after a first name, or where a name speaks."""

from collections.abc import Sequence

from communique.language.identity.beside import ends_title
from communique.language.identity.mentions import Found, head_of, starts_in_capital
from communique.lexicon import cues, people, titles
from communique.lexicon.places import place_words
from communique.lexicon.tables import key
from communique.lexicon.times import plain, time_words
from communique.model.page import Page
from communique.model.reading import Token

INNER = people.PARTICLES - {"y", "e", "an", "as"}


def untagged(page: Page, found: Sequence[Found]) -> list[Found]:
    """People after a title or by their first name, and bodies that say something, among names that `found` has not."""
    added: list[Found] = []
    taken = {at for f in found for at in range(f.first, f.last)}
    at = 0
    while at < len(page.tokens):
        end = _run(page, at, taken) if _is_proper(page.tokens[at]) else at
        if end > at and end not in taken and (_is_titled(page, at) or _is_full_name(page, at, end)):
            added.append(Found(at, end, "person"))
        elif end > at and end not in taken and _speaks(page, at, end):
            added.append(Found(at, end, "body"))
        at = max(end, at + 1)
    return added


def _speaks(page: Page, first: int, last: int) -> bool:
    """A name nobody knows that says something: a firm, a body."""
    head = head_of(page, first, last)
    verb = page.tokens[head].head
    says = page.tokens[head].deprel == "nsubj" and verb >= 0 and cues.verb(page.tokens[verb].lemma)
    if people.noun(page.words(first, last)) or page.tokens[last - 1].text.casefold() in titles.bodies():
        return False
    whole = not any(t.text.isupper() and len(t.text) > 4 for t in page.tokens[first:last])
    return bool(says) and whole and len(page.tokens[head].text) > 2 and page.sentence_of(first).role == "body"


def _run(page: Page, first: int, taken: set[int]) -> int:
    """The end of the run of proper nouns that starts at `first`, or `first`."""
    last = first
    sentence = page.sentence_of(first)
    while last < sentence.last and last not in taken:
        token = page.tokens[last]
        joined = last > first and (token.text == "-" or token.text.casefold() in INNER)
        if not joined and not _is_proper(token):
            break
        if key(token.text) in place_words("landscape") or _starts_title(page, last):
            break
        last += 1
    while last > first and not page.tokens[last - 1].xpos.startswith("NNP"):
        last -= 1
    return last


def _is_proper(token: Token) -> bool:
    named = token.xpos.startswith("NNP") and starts_in_capital(token.text)
    return named and time_words().get(plain(token.text), ("",))[0] != "WEEKDAY"


def _starts_title(page: Page, at: int) -> bool:
    """A title, or the first word of one ("Crown" Prince)."""
    words = [t.text for t in page.tokens[at : at + 2]]
    return titles.is_title(words[:1]) or titles.is_title(words)


def _is_titled(page: Page, first: int) -> bool:
    """A title stands right before: an office, a rank or "Mr."."""
    before = page.tokens[first - 1].text if first else ""
    if not ends_title(before) or titles.singular(before) != before or titles.kind_of((before,)) == "expert":
        return False
    words = [t.text for t in page.tokens[max(page.sentence_of(first).first, first - titles.LONGEST) : first]]
    return titles.title_before(words, len(words)) < len(words)


def _is_full_name(page: Page, first: int, last: int) -> bool:
    return last - first > 1 and people.is_first_name(page.tokens[first].text) and page.tokens[first + 1].text != "-"
