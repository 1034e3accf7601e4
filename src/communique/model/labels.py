"""What readers see for what the record keeps: labels as words, and outlets that have no name."""


def plainly(label: str) -> str:
    """A label in words: "under way" for "under_way"."""
    return label.replace("_", " ")


def outlet_called(name: str) -> str:
    """An outlet's name, or that it has none."""
    return name or "unnamed outlet"
