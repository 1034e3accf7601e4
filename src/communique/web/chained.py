"""Who had one thing from whom: from the outlets it comes from to those that carried it."""

from dataclasses import dataclass

from communique.model.labels import outlet_called
from communique.model.rows import CarrierRow, ChainRow
from communique.web.drawings import BOX, GAP, HALF, ROW, Layers, Node, short


@dataclass(frozen=True, slots=True)
class Branch:
    """An outlet that has something from nobody (`own` is `None` where the record has no report of it), and those that
    have it from there; neither where only a later report of another branch's outlet has it from there.
    """

    origin: str
    own: CarrierRow | None
    carried: tuple[CarrierRow, ...]


def branches(row: ChainRow) -> tuple[Branch, ...]:
    """The branches of a chain, the earliest first."""
    found = []
    for origin in row.origins:
        of = [c for c in row.carriers if c.origin == origin]
        own = next((c for c in of if c.relation == "own"), None)
        found.append(Branch(origin, own, tuple(c for c in of if c is not own)))
    return tuple(found)


def chained(row: ChainRow) -> Layers | None:
    """A chain in two layers; `None` when nobody has it from anybody."""
    tree = branches(row)
    if not any(branch.carried for branch in tree):
        return None
    nodes: list[Node] = []
    edges = []
    filled = 0
    for branch in tree:
        at = 8 + filled * ROW
        nodes.append(_node(0, at, branch.origin, branch.own))
        for number, carrier in enumerate(branch.carried):
            y = at + number * ROW
            nodes.append(_node(BOX + GAP, y, carrier.outlet, carrier))
            edges.append((BOX, at + HALF, BOX + GAP, y + HALF, carrier.relation))
        filled += max(1, len(branch.carried))
    return Layers(filled * ROW + 16, tuple(nodes), tuple(edges), 2 * BOX + GAP)


def _node(x: int, y: int, name: str, carrier: CarrierRow | None) -> Node:
    if carrier is None:
        return Node(x, y, short(name, 30), "")
    return Node(x, y, short(f"{outlet_called(carrier.outlet)}, {carrier.published[:10]}", 30), carrier.words.report)
