"""Words and marks of English text, after Universal Dependencies' English treebanks.

Clitics ("'s", "n't", "'ll") and the parts of most hyphenated compounds stand alone; abbreviations, initials, numbers,
clock times, addresses of pages and mail, handles and hash tags stay whole. Offsets are code points of the text given.
"""

import re
from functools import lru_cache

from communique.language.abbreviations import DOTTED
from communique.lexicon.tables import REMEMBERED

_CLITIC = "['’](?:[sSmMdD]|ll|LL|re|RE|ve|VE)"
_PREFIX = (
    "(?i:anti|arch|co|cross|e|ex|inter|intra|mid|mini|multi|neo|non|pan|post|pre|pro|pseudo|quasi|re|semi|socio|sub|super"
    "|trans|ultra)-(?=[^\\W_])"
)
_LETTERS = r"\w[\w\u0300-\u036f\u200d]*"
_DOTTED = "|".join(sorted(map(re.escape, DOTTED)))
_TOKEN = re.compile(
    rf"""
    (?P<plain>[a-zA-Z]+(?=\s\w|[,;)]\s))
    | (?P<address>(?:https?://|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?'’)\]] | [\w.+-]+@[\w-]+(?:\.[\w-]+)+ | (?<!\w)[@\#]\w+
      | (?<![\w.])[\w-]+\.(?:com|org|net|gov|edu|info|co\.uk)\b)
    | (?P<dotted>(?<!\w)(?:(?:[^\W\d_]\.)+[^\W\d_](?!\w)\.? | Ph\.D\. | (?:{_DOTTED})\.(?!\w) | No\.(?=\s?\d)
      | (?<!['’])[A-Z]\.(?=\s?[A-Z])))
    | (?P<clitic>(?<=[\w.)\]%”"]){_CLITIC}(?!\w))
    | (?P<number>\d+(?:[.,:/]\d+)*(?:(?:st|nd|rd|th|s)?(?!\w)|(?=(?:am|pm|AM|PM|km|kg|bn|mn|m|tn|k|ft|lb)(?!\w)))
      | ’\d\ds?(?!\w) | '\d\ds(?!\w))
    | (?P<word>(?:{_PREFIX})?{_LETTERS}(?:['’]{_LETTERS}|&[A-Z]+)*)
    | (?P<mark>\.{{2,}} | [!?]+ | (?P<run>[-=*_~<>])(?P=run)+ | ``|''|’’|‘‘|,, | \S)
    """,
    re.VERBOSE,
)
_END = re.compile(rf"(?<=\w)(?:[nN]['’][tT]|{_CLITIC})$")
_WORDS = frozenset(("plain", "word"))
"""Forms that may be two tokens; `plain` finds most words before the costly forms are tried, and no others."""

_JOINED = {"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3}


def tokenize(text: str) -> list[tuple[int, int]]:
    """Half-open offsets of the tokens of `text`, in order; everything but white space is in exactly one."""
    tokens = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        cut = _cut(match[0]) if match.lastgroup in _WORDS else 0
        if cut:
            tokens.append((start, start + cut))
        tokens.append((start + cut, end))
    return tokens


@lru_cache(REMEMBERED)
def _cut(word: str) -> int:
    """Where a word falls into host and clitic; 0 where it is one token."""
    if "'" in word or "’" in word:
        clitic = _END.search(word)
        return clitic.start() if clitic else 0
    return _JOINED.get(word.lower(), 0)
