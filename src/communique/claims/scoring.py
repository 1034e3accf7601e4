"""A linear model over named features: decides and labels candidates that rules have found.

Multinomial logistic regression; weights are data under `communique/weights`, made by `python -m training.rankers`.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, reduce
from importlib.resources import files
from math import exp
from operator import add

Row = tuple[float, ...]

NONE = "none"
"""The label of a candidate that is no entry."""


@dataclass(frozen=True, slots=True)
class LinearModel:
    """`weights[feature]` has one number a label; a feature the model does not know counts nothing."""

    labels: tuple[str, ...]
    bias: tuple[float, ...]
    weights: Mapping[str, tuple[float, ...]]
    threshold: float = 0.5

    def probabilities(self, features: Iterable[str]) -> dict[str, float]:
        """The probability of each label; they add up to one."""
        totals = _sums(self.bias, filter(None, map(self.weights.get, features)))
        top = max(totals)
        raised = [exp(total - top) for total in totals]
        whole = sum(raised)
        return dict(zip(self.labels, [value / whole for value in raised], strict=True))

    def best(self, features: Iterable[str]) -> tuple[str, float]:
        """The likeliest label other than `NONE`, and the probability that it is any of them."""
        return best(self.probabilities(features))

    def reasons(self, features: Iterable[str]) -> list[tuple[str, float]]:
        """Every known feature with what it adds to the log-odds of `best`'s label, the weightiest first.

        The odds are those against `NONE`, or, of a model without it, against the next likely label.
        """
        given = list(features)
        found = self.probabilities(given)
        label, _ = self.best(given)
        other = NONE if NONE in found else max(found.keys() - {label}, key=lambda o: (found[o], o))
        mine, others = self.labels.index(label), self.labels.index(other)
        told = [(f, w[mine] - w[others]) for f in given if (w := self.weights.get(f)) is not None]
        return sorted(told, key=lambda t: (-abs(t[1]), t[0]))


def _sums(first: Row, others: Iterable[Row]) -> Sequence[float]:
    """The sums of the columns, from above; those of two or three, as most models have, in one pass: twice as fast."""
    if len(first) == 2:
        a, b = first
        for x, y in others:
            a, b = a + x, b + y
        return a, b
    if len(first) == 3:
        a, b, c = first
        for x, y, z in others:
            a, b, c = a + x, b + y, c + z
        return a, b, c
    return [reduce(add, column) for column in zip(first, *others, strict=True)]


def best(probabilities: Mapping[str, float]) -> tuple[str, float]:
    """The likeliest label other than `NONE`, and the probability that it is any of them."""
    label = max([(p, label) for label, p in probabilities.items() if label != NONE])[1]
    return label, 1.0 - probabilities.get(NONE, 0.0)


@cache
def load(name: str) -> LinearModel:
    """The shipped model `weights/<name>.json`."""
    raw = json.loads(files("communique").joinpath("weights", f"{name}.json").read_text(encoding="utf-8"))
    return LinearModel(
        labels=tuple(raw["labels"]),
        bias=tuple(raw["bias"]),
        weights={feature: tuple(values) for feature, values in raw["weights"].items()},
        threshold=raw["threshold"],
    )
