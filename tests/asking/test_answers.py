"""Queries and questions answered from a record in a file: entries and their words, nothing else."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique import Record
from communique.asking.forms import FORMS
from communique.errors import QueryError
from communique.model.answer import FoundRow
from communique.model.claim import claim
from communique.model.span import Span
from communique.testing import MONDAY, a_claim, a_report
from talks import story


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    made = Record.open(tmp_path_factory.mktemp("asking") / "r.db")
    for report, claims in story():
        made.keep(report, claims, version="1", recorded=MONDAY)
    return made


def ids(rows: list[FoundRow]) -> set[str]:
    return {row.id for row in rows}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("meeting place:Oslo", ["2031-05-05"]),
        ("meeting party:Veldania when:2031-05-01..2031-05-10", ["2031-05-05"]),
        ("meeting mediator:Oman", ["2031-05-05"]),
        ("meeting mediator:Norwegian person:Kest", ["2031-05-05"]),
        ("meeting place:Muscat -status:held", []),
        ('meeting (place:Oslo OR place:Muscat) outlet:"Radio Skerry"', ["2031-05-05"]),
        ("meeting published:..2031-05-07", ["2031-05-05"]),
        ("meeting when:none", []),
    ],
)
def test_meetings_are_found_by_fields(record: Record, query: str, found: list[str]) -> None:
    assert [row.when for row in record.find(query)] == found


def test_words_and_phrases_are_found_in_what_reports_say(record: Record) -> None:
    assert {r.kind for r in record.find('"Salt Coast"')} == {"offices", "statements", "positions"}
    assert record.find('position issue:"salt coast"')
    assert record.find('position issue:"coast salt"') == []
    assert record.find("proposal name:oranges") == []


TERMS = (
    "party:Veldania",
    "place:Oslo",
    "place:Muscat",
    "status:held",
    "when:2031-05-05",
    "published:2031-05-07..",
    "round",
)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(TERMS), st.sampled_from(TERMS))
def test_what_is_found_obeys_the_laws_of_sets(record: Record, one: str, other: str) -> None:
    every, left, right = (
        ids(record.find("meeting")),
        ids(record.find(f"meeting {one}")),
        ids(record.find(f"meeting {other}")),
    )
    assert ids(record.find(f"meeting {one} {other}")) == left & right
    assert ids(record.find(f"meeting {one} OR {other}")) == left | right
    assert ids(record.find(f"meeting -{one}")) == every - left
    assert ids(record.find(f"meeting NOT ({one} OR -{other})")) == every - (left | (every - right))


def test_every_row_is_an_entry_with_its_words(record: Record) -> None:
    for row in record.find("any party:Veldania"):
        assert record.show(row.id).id == row.id
        assert all(w.outlet and w.quote for w in row.sources)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("meeting plase:Oslo", "no field 'plase'.*character 9.*Did you mean place:"),
        ("meeting party:Nowhere", "called 'Nowhere'.*character 9.*communique search"),
        ("meeting when:soon", "means no days.*character 9.*2031-05"),
        ("issue:--", "is no word"),
    ],
)
def test_what_cannot_be_answered_says_where_and_what_to_do(record: Record, query: str, said: str) -> None:
    with pytest.raises(QueryError, match=said):
        record.find(query)


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Who met whom in Oslo in May?", ["talks Veldania – Maretia (Oslo)"]),
        ("When did Veldania and Maretia last meet?", ["talks Veldania – Maretia (Muscat)"]),
        ("who headed the Veldanian delegation on 8 May 2031", ["Ilva Sorn, head of the delegation, Veldania"]),
        ("Who headed the Veldanian delegation on 3 May 2030?", []),
        (
            "What did Ilva Sorn say about the coast since 1 May 2031?",
            ["Ilva Sorn: her government would not give up the Salt Coast"],
        ),
        ("What is Veldania’s position on the Salt Coast?", ["Veldania rejects: give up the Salt Coast"]),
        ("What was due in May 2031?", ["a list of prisoners", "A second round"]),
        ("What did Maretia propose?", ["list of prisoners"]),
        ("Who met whom in Oslo next week?", []),
    ],
)
def test_questions_are_answered_with_entries(record: Record, question: str, found: list[str]) -> None:
    assert [row.what for row in record.ask(question).rows] == found


def test_an_answer_says_how_the_question_was_understood(record: Record) -> None:
    answer = record.ask("What did Ilva Sorn say about the coast since 1 May 2031?")
    assert dict(answer.asked) == {"one": "Ilva Sorn", "about": "the coast", "days": "2031-05-01.."}


def test_an_unknown_question_says_which_forms_there_are(record: Record) -> None:
    with pytest.raises(QueryError) as raised:
        record.ask("Why did the talks fail?")
    assert all(form.example in str(raised.value) for form in FORMS)


@pytest.mark.parametrize("form", FORMS, ids=lambda f: f.example)
def test_the_example_of_a_form_is_of_that_form(form: object) -> None:
    from communique.asking.forms import sense
    from communique.model.entity import Entity

    class Everybody:
        last_day = "2031-05-14"

        def named(self, asked: str) -> list[Entity]:
            return [Entity("party", asked, "x", names=(asked,))]

    assert sense(form.example, Everybody()).form == form.example  # type: ignore[attr-defined]


def test_a_question_sees_only_what_was_known(record: Record) -> None:
    then = record.at(known_by="2031-05-08").ask("When did Veldania and Maretia last meet?")
    assert [row.when for row in then.rows] == ["2031-05-05"]


@pytest.fixture
def seated(tmp_path: Path) -> Record:
    """A record of who held offices of Veldania: a title a person, told on 2 May 2031."""
    made = Record.open(tmp_path / "seated.db")
    offices = {
        "Ada Quill": ("Deputy Foreign Minister", "current"),
        "Bo Ruud": ("Minister for Foreign Affairs", "current"),
        "Cai Lund": ("foreign minister", "former"),
        "Dag Moen": ("foreign minister", "acting"),
        "Eli Storm": ("PM", "current"),
        "Finn Hark": ("deputy prime minister", "current"),
        "Gro Sand": ("head of the team", "current"),
        "Hild Vik": ("chief negotiator", "current"),
        "Ivar Nes": ("deputy head of the delegation", "current"),
        "Jon Ask": ("finance minister", "current"),
    }
    for person, (role, status) in offices.items():
        said = f"{person}, {status} {role} of Veldania, spoke in Oslo."
        report = a_report(said, published="2031-05-02")
        office = a_claim(report, "offices", said=said, person=person, role=role, country="Veldania", status=status)
        made.keep(report, [office], version="1", recorded=MONDAY)
    said = "Jon Ask, finance minister of Veldania, resigned on Monday."
    report = a_report(said, published="2031-05-06")
    gone = {"person": "Jon Ask", "role": "finance minister", "country": "Veldania", "change": "resigned"}
    made.keep(report, [a_claim(report, "changes", said=said, when="2031-05-05", **gone)], version="1", recorded=MONDAY)
    return made


@pytest.mark.parametrize(
    ("question", "people"),
    [
        ("Who was the foreign minister of Veldania on 3 May 2031?", ["Bo Ruud"]),
        ("Who is Veldania's FM?", ["Bo Ruud"]),
        ("Who is Veldania's foreign minister?", ["Bo Ruud"]),
        ("Who is Veldania's deputy foreign minister?", ["Ada Quill"]),
        ("Who is Veldania's acting foreign minister?", ["Dag Moen"]),
        ("Who is Veldania's interim foreign minister?", ["Dag Moen"]),
        ("Who was Veldania's former foreign minister?", ["Cai Lund"]),
        ("Who was Veldania's foreign minister?", ["Bo Ruud", "Cai Lund"]),
        ("Who is the prime minister of Veldania?", ["Eli Storm"]),
        ("Who is Veldania's PM?", ["Eli Storm"]),
        ("Who headed the Veldanian delegation on 3 May 2031?", ["Gro Sand", "Hild Vik"]),
        ("Who heads Veldania's side?", ["Gro Sand", "Hild Vik"]),
        ("Who is Veldania's chief negotiator?", ["Gro Sand", "Hild Vik"]),
        ("Who is Veldania's finance minister?", []),
        ("Who was the finance minister of Veldania on 3 May 2031?", ["Jon Ask"]),
    ],
)
def test_a_seat_is_that_of_its_titles_and_of_nobody_beside(seated: Record, question: str, people: list[str]) -> None:
    assert sorted(row.what.split(",")[0] for row in seated.ask(question).rows) == people


def test_who_and_ask_agree_on_who_has_left_a_seat(seated: Record) -> None:
    (row,) = seated.who(seat="finance minister")
    assert row.until == "2031-05-05"
    (found,) = seated.ask("Who was Veldania's finance minister?").rows
    assert (found.id, found.status) == (row.id, "former")


def test_a_question_about_now_is_about_the_day_of_the_last_report(seated: Record) -> None:
    assert dict(seated.ask("Who is Veldania's PM?").asked)["days"] == "2031-05-06"


@pytest.mark.parametrize("seat", ["head of the delegation", "head of the side", "chief negotiator"])
def test_the_wordings_of_a_seat_are_one_for_who(seated: Record, seat: str) -> None:
    assert [row.person for row in seated.who(seat=seat)] == ["Gro Sand", "Hild Vik"]
    assert [row.person for row in seated.who(seat="prime minister")] == ["Eli Storm"]


def test_an_acronym_that_a_report_gives_finds_whom_it_stands_for(tmp_path: Path) -> None:
    said = "Sarra received an ALM delegation in Lund on Wednesday."
    report = a_report(said, published="2031-05-08")
    told = {"Sarra": "Sarra", "Air Liberation Movement": "ALM"}
    at = {value: Span(said.index(words), said.index(words) + len(words)) for value, words in told.items()}
    met = {"parties": list(at.items()), "status": [("held", Span(0, len(said)))]}
    made = claim(report, "meetings", met, evidence=[Span(0, len(said))], made_by="testing")
    with Record.open(tmp_path / "r.db") as record:
        record.keep(report, [made], version="1", recorded=MONDAY)
        (row,) = record.meetings()
        for query in ("meeting party:ALM", "meeting party:alm", "meeting party:Sarra anybody:ALM"):
            assert [found.id for found in record.find(query)] == [row.id]
        assert [found.id for found in record.ask("Who met the ALM?").rows] == [row.id]
        assert [found.id for found in record.timeline(party="ALM")] == [row.id]
        with pytest.raises(QueryError, match="'AML'"):
            record.find("meeting party:AML")
