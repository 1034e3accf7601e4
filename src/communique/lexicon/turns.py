"""Labels that open the turns of a transcript: "QUESTION:", "A:", "Moderator:"; and those that open none: "Note:"."""

from functools import cache, lru_cache

from communique.lexicon.tables import REMEMBERED, key, rows


@lru_cache(REMEMBERED)
def label_kind(label: str) -> str:
    """What a label says: question, answer, chair (who only leads through), heading (nobody speaks), or "".

    Of several words the first or the last may say who asks: "Correspondent Olga Vane", "AP reporter", "Reporter 2".
    """
    words = key(label).strip(" .").split()
    kind = _labels().get(" ".join("#" if word.isdigit() else word for word in words), "")
    while words and not kind and words[-1].isdigit():
        words.pop()
    kind = kind or _labels().get(" ".join(words), "")
    if not kind and len(words) > 1:
        ends = (_labels().get(words[0], ""), _labels().get(words[-1], ""))
        kind = next((end for end in ends if end in ("asker", "chair")), "")
    return "question" if kind == "asker" else kind


@cache
def _labels() -> dict[str, str]:
    return {row["label"]: row["kind"] for row in rows("turns")}
