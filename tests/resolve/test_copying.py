"""Where copies of copies go back to."""

from collections.abc import Collection

from communique.model.working import Heading, Root
from communique.resolve.copying import trace_back

VERSIONS = 1200


class Chain:
    """Reports that each copy the one with the next number."""

    def __init__(self) -> None:
        self.kept: dict[int, Root] = {}

    def copies_of(self, numbers: Collection[int]) -> set[int]:
        return {n - 1 for n in numbers if n > 1}

    def copied(self, numbers: Collection[int]) -> dict[int, list[Root]]:
        return {n: [Root(0, n + 1, 0.9, 1)] for n in numbers if n < VERSIONS}

    def headings(self, numbers: Collection[int]) -> dict[int, Heading]:
        return {n: Heading(f"{n:06}", "The Courier", "2031-05-02", "") for n in numbers}

    def roots(self, numbers: Collection[int]) -> dict[int, Root]:
        return {}

    def keep_root(self, report: int, root: Root) -> None:
        self.kept[report] = root


def test_a_chain_of_copies_goes_back_to_its_end_however_long_it_is() -> None:
    chain = Chain()
    found = trace_back(chain, [VERSIONS], {3: "wire"})  # type: ignore[arg-type]
    assert found == set(range(1, VERSIONS + 1))
    assert {root.root for root in chain.kept.values()} == {VERSIONS}
    assert [n for n, root in chain.kept.items() if root.wire] == [3]
    assert chain.kept[VERSIONS].of == 0
