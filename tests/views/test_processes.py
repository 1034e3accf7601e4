"""Which meetings are of one process of talks."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from communique.views.processes import NEAR, Talk, homes_of, processes
from process_talks import met, of


def test_meetings_of_the_same_two_sides_are_one_process() -> None:
    assert of(met(1, "A B"), met(40, "B A"), met(50, "A C")) == {"A B": [1, 40]}


def test_one_meeting_is_no_process() -> None:
    assert of(met(1, "A B"), met(2, "A C")) == {}


def test_a_year_without_a_meeting_ends_a_process() -> None:
    found = processes([met(0, "A B"), met(365, "A B"), met(731, "A B"), met(740, "A B")])
    assert sorted(len(p.talks) for p in found) == [2, 2]
    assert len({p.id for p in found}) == 2


def test_a_mediator_is_no_side() -> None:
    assert of(met(1, "A B", through="M"), met(9, "A B")) == {"A B": [1, 9]}


def test_a_meeting_that_names_one_side_is_of_the_pair_that_meets_nearest_in_time() -> None:
    assert of(met(1, "A B"), met(100, "A C"), met(20, "A")) == {"A B": [1, 20]}
    assert of(met(1, "A B"), met(100, "A C"), met(90, "A")) == {"A C": [90, 100]}


def test_a_meeting_half_a_year_away_tells_nothing_of_one_that_names_one_side() -> None:
    assert of(met(0, "A B"), met(180, "A")) == {"A B": [0, 180]}
    assert of(met(0, "A B"), met(181, "A")) == {}


def test_a_pair_that_only_meets_in_another_year_tells_nothing_of_one_that_names_one_side() -> None:
    assert of(met(0, "A B C"), met(9, "A"), met(900, "A B")) == {}


def test_a_meeting_of_many_is_of_the_pair_among_them_that_meets_around_that_time() -> None:
    assert of(met(1, "A B"), met(9, "A B H"), met(12, "A B C D")) == {"A B": [1, 9, 12]}


def test_of_several_pairs_it_is_of_the_one_whose_mediators_are_there_too() -> None:
    talks = (met(1, "A B", through="M N"), met(29, "A M", through="X"), met(30, "A M N"), met(31, "A M", through="X"))
    assert of(*talks) == {"A B": [1, 30], "A M": [29, 31]}


def test_many_sides_that_never_meet_by_twos_are_a_process_of_all_of_them() -> None:
    assert of(met(1, "A B C"), met(30, "A B C"), met(31, "A B D")) == {"A B C": [1, 30]}


def test_a_meeting_of_a_mediator_with_one_side_is_of_the_process_that_it_mediates() -> None:
    assert of(met(1, "A B", through="M"), met(3, "A M"), met(5, "B M"), met(8, "A B")) == {"A B": [1, 3, 5, 8]}


def test_so_is_one_of_the_mediator_with_the_host_and_one_of_mediators_among_themselves() -> None:
    talks = (met(1, "A B"), met(2, "A B H", through="M N"), met(3, "H M"), met(4, "M N"))
    assert of(*talks) == {"A B": [1, 2, 3, 4]}


def test_who_mediates_for_others_at_other_times_has_talks_of_its_own() -> None:
    assert of(met(1, "A B", through="M"), met(300, "A M"), met(310, "A M")) == {"A M": [300, 310]}


def test_two_who_mediate_for_one_another_keep_their_own_talks() -> None:
    talks = (met(1, "A B", through="C"), met(2, "A B"), met(3, "A C", through="B"), met(4, "A C"))
    assert of(*talks) == {"A B": [1, 2], "A C": [3, 4]}


def test_nobody_named_is_no_process() -> None:
    assert of(met(1, ""), met(2, ""), met(3, "", through="M")) == {}


SIDES = st.sets(st.sampled_from("ABCDE"), max_size=4)
TALKS = st.lists(
    st.tuples(st.integers(0, 900), SIDES, SIDES).map(
        lambda t: met(t[0], " ".join(sorted(t[1] - t[2])), through=" ".join(sorted(t[2])))
    ),
    max_size=25,
    unique_by=lambda t: t.id,
)


@given(TALKS, st.randoms())
def test_every_meeting_is_in_one_process_whatever_the_order_they_come_in(talks: list[Talk], rng) -> None:  # type: ignore[no-untyped-def]
    found = processes(talks)
    assert sorted(t.id for p in found for t in p.talks) == sorted(t.id for t in talks)
    mixed = list(talks)
    rng.shuffle(mixed)
    assert {p.id: [t.id for t in p.talks] for p in processes(mixed)} == {p.id: [t.id for t in p.talks] for p in found}
    for process in found:
        days = [t.day for t in process.talks]
        assert all(0 <= later - day <= 365 for day, later in itertools.pairwise(days))


TALKS = st.lists(
    st.builds(
        lambda day, sides, through: met(day, " ".join(sides), through=" ".join(through - sides)),
        st.integers(0, 1500),
        st.sets(st.sampled_from("ABCDE"), max_size=4),
        st.sets(st.sampled_from("CDEF"), max_size=2),
    ),
    max_size=40,
    unique_by=lambda t: t.id,
)


@given(talks=TALKS)
def test_whose_process_a_meeting_is_of_depends_on_the_year_before_and_after_it_alone(talks: list[Talk]) -> None:
    homes = homes_of(talks)
    for talk in talks:
        near = [t for t in talks if abs(t.day - talk.day) <= 2 * NEAR]
        assert homes_of(near)[talk.number] == homes[talk.number]
