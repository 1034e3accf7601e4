"""Lemmas by table and rule, after Universal Dependencies' English treebanks.

The table holds the forms that the rules get wrong, by Penn Treebank tag; it is built by `training.lemmas`.
"""

from functools import lru_cache
from importlib.resources import files

_REMEMBERED = 50_000
_PLURALS = {"NNS", "NNPS", "VBZ"}
_SILENT_E = tuple("at iz is v c u e ag dg ng rg ls rs ns us as ur ir bl pl tl gl".split())


class Lemmatizer:
    """Looks a form up in the table of the package, then strips endings."""

    def __init__(self) -> None:
        lines = (files("communique") / "weights" / "lemmas.tsv").read_text(encoding="utf-8").splitlines()
        rows = (line.split("\t") for line in lines)
        self._table = {(form, tag): lemma for form, tag, lemma in rows}
        self.lemma = lru_cache(_REMEMBERED)(self._lemma)

    def _lemma(self, word: str, upos: str, xpos: str) -> str:
        """The lemma of a word with these tags; names keep their capitals."""
        form = word.replace("’", "'")
        low = form.lower()
        known = self._table.get((low, xpos))
        if known is not None:
            return known
        if upos == "PROPN":
            return strip(form, "NNPS") if xpos == "NNPS" else form
        return strip(low, xpos)


def strip(form: str, xpos: str) -> str:
    """The form without the ending its tag stands for; numbers lose their commas."""
    if xpos == "CD":
        return form.replace(",", "")
    if xpos in _PLURALS and form.endswith("s"):
        return _singular(form)
    if xpos == "VBG" and form.endswith("ing") and len(form) > 4:
        return _stem(form[:-3])
    if xpos in {"VBD", "VBN"} and form.endswith("ed") and len(form) > 3:
        return f"{form[:-3]}y" if form.endswith("ied") else _stem(form[:-2])
    if xpos in {"JJR", "RBR"} and form.endswith("er") and len(form) > 4:
        return f"{form[:-3]}y" if form.endswith("ier") else _stem(form[:-2])
    if xpos in {"JJS", "RBS"} and form.endswith("est") and len(form) > 5:
        return f"{form[:-4]}y" if form.endswith("iest") else _stem(form[:-3])
    return form


def _singular(form: str) -> str:
    if form.endswith(("crises", "theses", "analyses")):
        return f"{form[:-2]}is"
    if form.endswith("ies") and len(form) > 4:
        return f"{form[:-3]}y"
    if form.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return form[:-2]
    return form if form.endswith("ss") else form[:-1]


def _stem(stem: str) -> str:
    """Undoes a doubled consonant, or gives back a silent e."""
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "flsz":
        return stem[:-1]
    return f"{stem}e" if stem.endswith(_SILENT_E) else stem
