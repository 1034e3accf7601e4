"""Processes of talks as people regrouped them."""

from communique.model.entity import Entity
from communique.views.groupings import Meant, regrouped
from communique.views.process_rows import title
from communique.views.processes import Process, Talk, processes
from process_talks import met, shown

EARLY, LATE = [met(day, "A B") for day in (1, 10, 20)], [met(day, "A B") for day in (200, 210)]
OTHER = [met(day, "A C") for day in (30, 40)]
ALL = processes([*EARLY, *LATE, *OTHER])


def group(*talks: Talk) -> dict[str, int]:
    return {t.id: 1 for t in talks}


def by_sides(found: list[Process], sides: str) -> Process:
    return next(p for p in found if " ".join(p.sides) == sides)


def test_a_name_stays_with_the_process_that_holds_most_of_the_meetings_meant() -> None:
    named = Meant("d1", "rename", (group(*EARLY, OTHER[0]),), "Peace talks")
    found = by_sides(regrouped(ALL, [named]), "A B")
    assert (found.name, found.decisions, found.id) == ("Peace talks", ("d1",), by_sides(ALL, "A B").id)


def test_the_last_name_counts() -> None:
    decisions = [Meant(name, "rename", (group(*EARLY),), name) for name in ("One", "Two")]
    assert by_sides(regrouped(ALL, decisions), "A B").name == "Two"


def test_joined_processes_are_one_known_by_the_first() -> None:
    (found,) = regrouped(ALL, [Meant("d", "join", (group(*OTHER), group(*EARLY)))])
    assert found.id == by_sides(ALL, "A C").id
    assert found.sides == ("A", "C", "B")
    assert [t.day for t in found.talks] == sorted(t.day for t in (*EARLY, *LATE, *OTHER))
    assert {root.id for root in found.roots} == {p.id for p in ALL}


def test_joined_processes_keep_the_name_that_one_of_them_was_given() -> None:
    named = Meant("n", "rename", (group(*EARLY),), "Peace talks")
    (found,) = regrouped(ALL, [named, Meant("d", "join", (group(*OTHER), group(*EARLY)))])
    assert (found.name, found.decisions) == ("Peace talks", ("n", "d"))


def test_meetings_that_are_split_off_are_a_process_of_their_own_and_the_rest_keeps_its_id() -> None:
    found = regrouped(ALL, [Meant("d", "split", (group(*EARLY), group(*LATE)))])
    rest, split = (next(p for p in found if t in p.talks) for t in (LATE[0], EARLY[0]))
    assert (list(rest.talks), list(split.talks)) == (LATE, EARLY)
    assert rest.id == by_sides(ALL, "A B").id
    assert rest.id != split.id
    assert rest.decisions == split.decisions == ("d",)


def test_one_meeting_alone_can_be_split_off() -> None:
    found = regrouped(ALL, [Meant("d", "split", (group(EARLY[1]), group(EARLY[0], EARLY[2], *LATE)))])
    split = next(p for p in found if EARLY[1] in p.talks)
    assert (split.is_one, split.talks) == (True, (EARLY[1],))
    assert sorted(len(p.talks) for p in found if p.is_one) == [1, 2, 4]


def test_a_later_meeting_goes_with_those_split_off_when_its_neighbours_in_time_did() -> None:
    decision = Meant("d", "split", (group(*LATE), group(*EARLY)))
    new = [met(15, "A B"), met(100, "A B"), met(205, "A B"), met(300, "A B")]
    found = regrouped(processes([*EARLY, *LATE, *new]), [decision])
    split = next(p for p in found if LATE[0] in p.talks)
    assert [t for t in new if t in split.talks] == [new[2], new[3]]


def test_what_was_split_can_be_joined_again() -> None:
    split = Meant("d", "split", (group(*LATE), group(*EARLY)))
    found = regrouped(ALL, [split, Meant("e", "join", (group(*EARLY), group(*LATE)))])
    assert shown(found) == {"A B": [1, 10, 20, 200, 210], "A C": [30, 40]}
    assert by_sides(found, "A B").id == by_sides(ALL, "A B").id


def test_a_meeting_of_no_process_can_be_joined_to_one() -> None:
    alone = met(60, "A D")
    found = regrouped(processes([*EARLY, alone]), [Meant("d", "join", (group(*EARLY), group(alone)))])
    assert shown(found) == {"A B D": [1, 10, 20, 60]}


def test_decisions_about_what_is_not_there_change_nothing() -> None:
    gone = {"no meeting": 3}
    decisions = [Meant(a, a, (gone, gone), "x") for a in ("rename", "join", "split")]
    assert regrouped(ALL, decisions) == ALL


def test_a_meeting_whose_words_were_mostly_meant_to_stay_stays() -> None:
    decision = Meant("d", "split", ({LATE[0].id: 1, LATE[1].id: 2}, {LATE[0].id: 2, **group(*EARLY)}))
    found = regrouped(ALL, [decision])
    assert next(p for p in found if LATE[1] in p.talks).talks == (LATE[1],)


def test_parts_are_named_by_their_first_and_last_days_and_wholes_by_years() -> None:
    entities = {side: Entity("party", side, side) for side in "ABC"}
    found = regrouped(ALL, [Meant("d", "split", (group(*EARLY), group(*LATE)))])
    assert {title(p, entities) for p in found} == {
        "A–B talks, 2031-01-02 – 2031-01-21",
        "A–B talks, 2031-07-20 – 2031-07-30",
        "A–C talks, 2031",
    }
