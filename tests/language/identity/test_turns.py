"""Who is meant in the turns of a transcript."""

TEXT = (
    "JON DALE: The president said that he called off the talks with Maretia.\n\nANA PETROVA: I have heard that.\n\n"
    "JON DALE: Did General Orban agree to come?\n\nANA PETROVA: He did. We were told so on Monday."
)


def texts(page, name):
    found = next(r for r in page.reading.referents if name in r.name)
    return [page.report.text[m.start : m.end] for m in found.mentions]


def test_who_speaks_in_a_turn_is_not_whom_it_speaks_of(annotate):
    page = annotate(TEXT)
    assert texts(page, "DALE") == ["JON DALE", "JON DALE"]
    assert texts(page, "Orban")[-1] == "He"


def test_a_name_before_a_quotation_may_be_spoken_of_again(annotate):
    page = annotate("Foreign Minister Ana Petrova: “We have come a long way.” She left for Orsa on Monday.")
    assert texts(page, "Petrova")[-1] == "She"


def test_a_state_in_brackets_before_the_colon_is_who_is_spoken_for(annotate):
    page = annotate(
        "Mr. Vane (South Africa): We shall vote against the draft. We cannot support it.\n\nMs. Dale (Norway) (spoke "
        "in French): We regret the outcome of the vote.\n\nMr. Holt (Norway) was not there.",
        title="Council 9th meeting",
    )
    found = {r.name.removeprefix("Ms. "): r.country for r in page.reading.referents if r.kind == "person"}
    assert found["Vane"] == "ZAF"
    assert found["Dale"] == "NOR"
    assert found["Holt"] == ""
