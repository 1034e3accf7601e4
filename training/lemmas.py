"""Builds the table of lemmas from the treebanks: `python -m training.lemmas --data ../shared/data`.

Kept are the forms that the rules of `communique.language.lemmas` get wrong, with their commonest lemma, and the forms
of the verbs in `irregular.txt` and `regular.txt`, which the treebanks do not all hold.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from communique.language.lemmas import strip

FOLDER = Path(__file__).parent
DOUBLED = tuple("bdgmnprt")
"""Consonants that are doubled before an ending, after a single stressed vowel; an l is after others too."""


def entries(path: Path) -> Iterator[tuple[str, str, str, str]]:
    """Form, coarse tag, fine tag and lemma of every word."""
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if fields[0].isdigit():
            yield fields[1].replace("’", "'"), fields[3], fields[4], fields[2]


def table(paths: list[Path]) -> dict[tuple[str, str], str]:
    """Lemma by lower-case form and Penn Treebank tag, where the rules fail."""
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for path in paths:
        for form, upos, xpos, lemma in entries(path):
            if upos not in {"PROPN", "X"} and "Typo" not in lemma and form.isascii():
                seen[form.lower(), xpos][lemma] += 1
    commonest = {key: min(lemmas, key=lambda lemma: (-lemmas[lemma], lemma)) for key, lemmas in seen.items()}
    return {
        key: lemma for key, lemma in commonest.items() if lemma != strip(*key) and (key[0].isalpha() or "'" in key[0])
    }


def irregular() -> dict[tuple[str, str], str]:
    """The forms of irregular verbs, from our own list: lemma, past, participle."""
    rows = (line.split() for line in (FOLDER / "irregular.txt").read_text(encoding="utf-8").splitlines())
    forms = {
        key: lemma for lemma, past, participle in rows for key in ((past, "VBD"), (participle, "VBN"), gerund(lemma))
    }
    return {key: lemma for key, lemma in forms.items() if key[1] != "VBG" or strip(*key) != lemma}


def regular() -> dict[tuple[str, str], str]:
    """The forms of regular verbs whose spelling the rules cannot undo: a silent e, a doubled consonant."""
    forms: dict[tuple[str, str], str] = {}
    for lemma in (FOLDER / "regular.txt").read_text(encoding="utf-8").split():
        past = f"{_before_ending(lemma).removesuffix('e')}ed"
        forms |= {(past, "VBD"): lemma, (past, "VBN"): lemma, gerund(lemma): lemma}
    return {key: lemma for key, lemma in forms.items() if strip(*key) != lemma}


def gerund(lemma: str) -> tuple[str, str]:
    """The form with "ing", and its tag."""
    stem = _before_ending(lemma)
    return (f"{stem if stem.endswith('ee') else stem.removesuffix('e')}ing", "VBG")


def _before_ending(lemma: str) -> str:
    return lemma + lemma[-1] if _is_doubled(lemma) else lemma


def _is_doubled(lemma: str) -> bool:
    """True for "submit" and "travel", not for "chair" and "boycott"."""
    vowels = "aeiou"
    single = lemma[-2] in vowels and (lemma[-3] not in vowels or lemma[-3:] in {"ual", "uel"})
    return lemma.endswith((*DOUBLED, "l")) and single


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--to", type=Path, default=Path("src/communique/weights/lemmas.tsv"))
    given = parser.parse_args()
    rows = (
        irregular()
        | regular()
        | table([given.data / "syntax/ewt-train.conllu", given.data / "syntax/gum-open-train.conllu"])
    )
    lines = [f"{form}\t{tag}\t{lemma}\n" for (form, tag), lemma in sorted(rows.items())]
    given.to.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
