"""People: one person under several names, with titles, state and gender."""

import pytest

from communique.language.identity.persons import same_full


def people(page):
    return {r.name: r for r in page.reading.referents if r.kind == "person" and r.reason != "description"}


def texts(page, referent):
    return [page.report.text[m.start : m.end] for m in referent.mentions]


def test_a_person_is_called_by_the_fullest_name_without_titles(annotate):
    page = annotate("Foreign Minister Ingrid Solheim met reporters in Oslo. Mrs. Solheim said the talks went well.")
    assert list(people(page)) == ["Ingrid Solheim"]
    assert {"Ingrid Solheim", "Solheim"} <= set(texts(page, people(page)["Ingrid Solheim"]))


def test_a_title_tells_which_of_two_people_a_surname_calls(annotate):
    text = (
        "President Anna Holm met the banker Karl Holm. The banker said that President Holm was hopeful. "
        "Ambassador Jamieson agreed. Ambassador Jamieson Lund left."
    )
    found = people(annotate(text))
    assert [len(found[name].mentions) for name in ("Anna Holm", "Jamieson Lund")] == [2, 2]


def test_a_press_briefing_is_no_part_of_a_name(annotate):
    title = "Secretary of Defense Jon Dale and General Mark Vane Press Briefing on the End of the War"
    assert list(people(annotate("The general answered questions.", title=title))) == ["Jon Dale", "Mark Vane"]


def test_two_people_of_one_surname_stay_two(annotate):
    page = annotate("President Marek Sundt arrived on Friday. His brother, Anders Sundt, stayed at home.")
    assert {"Marek Sundt", "Anders Sundt"} <= set(people(page))


def test_a_title_carries_the_state(annotate):
    page = annotate("Norwegian Deputy Foreign Minister Ingrid Solheim opened the meeting in Geneva.")
    assert people(page)["Ingrid Solheim"].country == "NOR"


def test_an_apposition_carries_the_state(annotate):
    page = annotate("Salim Rawahi, the Omani foreign minister, said the plan was ready.")
    assert people(page)["Salim Rawahi"].country == "OMN"


def test_a_state_in_the_sentence_before_is_not_a_title_s_state(annotate):
    page = annotate("The delegation flew home to Norway.\n\nPresident Marek Sundt spoke on Friday.")
    assert people(page)["Marek Sundt"].country == ""


def test_reporters_in_the_credits_are_nobody(annotate):
    page = annotate("The talks ended on Friday.\n\n(Reporting by Clara Venn; editing by Tom Hale)")
    assert not people(page)


def test_the_title_s_word_stands_for_the_person_too(annotate):
    page = annotate("Norwegian Foreign Minister Ingrid Solheim said the talks went well.")
    minister = next(i for i, t in enumerate(page.tokens) if t.text == "said")
    subject = page.child(minister, "nsubj")
    assert subject is not None
    found = page.referent_of_head(subject)
    assert found is not None
    assert found.name == "Ingrid Solheim"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("bashar", "al-halabi"), ("bashar", "halabi")),
        (("kim", "dae-sung"), ("kim", "dae", "sung")),
        (("john", "q", "harker"), ("john", "harker")),
        (("volodymyr", "zelenski"), ("volodymyr", "zelensky")),
        (("ali", "abdullah", "hariri"), ("abdullah", "hariri")),
    ],
)
def test_two_spellings_of_a_full_name_are_one_person(one, other):
    assert same_full(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("kim", "dae-sung"), ("kim", "dae-jin")),
        (("marek", "sundt"), ("anders", "sundt")),
        (("li", "wei"), ("li", "na")),
    ],
)
def test_different_people_stay_different(one, other):
    assert not same_full(one, other)


def test_a_monarch_is_nobody_elses_surname(annotate):
    page = annotate("Crown Prince Karl bin Otto met the guests. King Otto was ill. Otto said he would rest.")
    people = {r.name: [page.report.text[m.start : m.end] for m in r.mentions] for r in page.reading.referents}
    assert "Karl bin Otto" in people
    assert people["Otto"][:2] == ["Otto", "Otto"]


def test_a_family_name_in_front_calls_its_bearer_in_the_headline_too(annotate):
    title = "Deng thanks Carter for recognition at Washington banquet"
    page = annotate("Deng Xiaoping flew to Atlanta on Wednesday. Deng returns to Beijing on Monday.", title=title)
    assert [name for name in people(page) if "Deng" in name] == ["Deng Xiaoping"]
    assert texts(page, people(page)["Deng Xiaoping"])[:3] == ["Deng", "Deng Xiaoping", "Deng"]
