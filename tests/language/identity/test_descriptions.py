"""Descriptions and pronouns: who is meant."""


def spoken_for(page, word, number=0):
    """What the `number`-th mention with this text refers to."""
    found = [(m, r) for r in page.reading.referents for m in r.mentions]
    hits = sorted((m.start, r.name) for m, r in found if page.report.text[m.start : m.end].casefold() == word)
    return [name for _, name in hits][number] if len(hits) > number else ""


def test_he_said_is_who_spoke_last(annotate):
    page = annotate(
        'Jonas Vell met Salim Rawahi on Friday. "We are ready," Rawahi told reporters. '
        "He said the plan would be published on Monday."
    )
    assert spoken_for(page, "he") == "Salim Rawahi"


def test_she_is_a_woman(annotate):
    page = annotate("Livia Moran spoke with Anders Krol on Sunday. She thanked Norway for its help.")
    assert spoken_for(page, "she") == "Livia Moran"


def test_a_person_quoted_about_is_not_the_speaker(annotate):
    page = annotate(
        'Anders Krol opened the session. "Jonas Vell will join us," Krol said. He added that time was short.'
    )
    assert spoken_for(page, "he") == "Anders Krol"


def test_the_minister_is_who_has_that_title(annotate):
    page = annotate(
        "President Marek Sundt received Omani Foreign Minister Salim Rawahi. The foreign minister said all went well."
    )
    assert spoken_for(page, "the foreign minister") == "Salim Rawahi"


def test_a_demonym_tells_two_ministers_apart(annotate):
    page = annotate(
        "Norwegian Foreign Minister Ingrid Solheim met Omani Foreign Minister Salim Rawahi. "
        "The Norwegian foreign minister said talks would go on."
    )
    assert spoken_for(page, "the norwegian foreign minister") == "Ingrid Solheim"


def test_the_official_is_the_one_described_before(annotate):
    page = annotate("A senior Omani official said the plan was ready. The official declined to give details.")
    assert spoken_for(page, "the official") == "A senior Omani official"


def test_an_unnamed_spokeswoman_may_be_named_later(annotate):
    page = annotate("A spokeswoman denied the report. “It is not true,” said the spokeswoman, Clara Venn.")
    assert spoken_for(page, "a spokeswoman") == "Clara Venn"


def test_the_two_sides_are_both(annotate):
    page = annotate("Norway and Oman will hold talks on Monday. The two sides met in March.")
    parties = {
        r.name
        for r in page.reading.referents
        for m in r.mentions
        if page.report.text[m.start : m.end] == "The two sides"
    }
    assert parties == {"NOR", "OMN"}


def test_states_of_one_name_are_all_of_them(annotate):
    page = annotate("The two Koreas agreed to reopen the road. Norway welcomed it.")
    assert {r.name for r in page.reading.referents if r.kind == "party"} == {"PRK", "KOR", "NOR"}


def test_a_weekday_after_a_title_is_nobody(annotate):
    page = annotate("Marek Sundt leaves on Saturday and greets the Omani leader Tuesday morning.")
    assert "Tuesday" not in {r.name for r in page.reading.referents}


def test_it_is_a_body_or_a_state(annotate):
    page = annotate("The United Nations said on Friday that the truce had held. It called for more talks.")
    assert spoken_for(page, "it") == "United Nations"


def test_it_is_important_stands_for_nothing(annotate):
    page = annotate("Norway opened the session. It is important that the talks go on.")
    assert spoken_for(page, "it") == ""


def test_who_stands_for_the_person_before(annotate):
    page = annotate("Jonas Vell, who was defence minister until 2027, said he would travel to Oslo.")
    assert spoken_for(page, "who") == "Jonas Vell"
    assert spoken_for(page, "he") == "Jonas Vell"


def test_first_persons_are_left_to_the_quotation(annotate):
    page = annotate('"I am ready," Jonas Vell said.')
    assert spoken_for(page, "i") == ""


def test_an_empty_page_has_nobody(annotate):
    assert annotate("").reading.referents == ()


def test_two_diplomats_are_not_those_named_before(annotate):
    text = "Envoy Karl Renner met Envoy Anna Holt. The text was fair, two EU diplomats said. The two diplomats left."
    page = annotate(text)
    found = {r.name: [text[m.start : m.end] for m in r.mentions] for r in page.reading.referents if r.kind == "person"}
    assert found["two EU diplomats"] == ["two EU diplomats", "The two diplomats"]
    assert not {"two EU diplomats", "The two diplomats"} & {*found["Karl Renner"], *found["Anna Holt"]}


def test_an_office_before_its_holder_is_named_is_his(annotate):
    page = annotate(
        "Oman's foreign minister told reporters on Saturday that the talks would go on.\n\n"
        "Omani Foreign Minister Salim Rawahi said a date was fixed."
    )
    minister = next(r for r in page.reading.referents if r.name == "Salim Rawahi")
    assert "Oman's foreign minister" in [page.report.text[m.start : m.end] for m in minister.mentions]


def test_a_style_between_office_and_name_hides_neither(annotate):
    page = annotate(
        "Omani Foreign Minister Sheikh Salim Rawahi met the envoys. The Omani foreign minister said a date was fixed."
    )
    minister = next(r for r in page.reading.referents if r.name == "Salim Rawahi")
    assert "The Omani foreign minister" in [page.report.text[m.start : m.end] for m in minister.mentions]


def test_an_office_described_first_is_that_of_who_is_named_next(annotate):
    page = annotate(
        "Norway's foreign minister says the talks can go on for another week.\n\n"
        'Ingrid Solheim called the first round "constructive".'
    )
    assert spoken_for(page, "norway's foreign minister") == "Ingrid Solheim"


def test_who_is_named_next_with_an_office_of_his_own_is_another(annotate):
    page = annotate(
        "Norway's foreign minister says the talks can go on for another week.\n\n"
        'Omani Foreign Minister Salim Rawahi called the first round "constructive".'
    )
    assert spoken_for(page, "norway's foreign minister") != "Salim Rawahi"


def test_the_head_of_state_is_the_president(annotate):
    page = annotate("President Marek Sundt received the envoy, Salim Rawahi. The head of state said all went well.")
    assert spoken_for(page, "the head") == "Marek Sundt"


def test_the_official_of_a_state_is_its_named_official_who_spoke_last(annotate):
    page = annotate(
        "Norwegian spokesman Anders Krol told reporters that the text was ready. When asked about its length, the "
        "Norwegian official said it had five pages."
    )
    assert spoken_for(page, "the norwegian official") == "Anders Krol"


def test_he_is_who_spoke_last_although_a_state_opens_his_title(annotate):
    page = annotate(
        "A Norwegian official said the text was ready. Former U.S. envoy Robert Haines, now a fellow at the Harbour "
        'Institution, cautioned against haste. "They always raise the price," he told Reuters.'
    )
    assert spoken_for(page, "he") == "Robert Haines"


def test_those_who_serve_are_not_among_the_two_leaders(annotate):
    page = annotate(
        "President Marek Sundt and President Salim Rawahi spoke on Monday. Security adviser Per Dahl was there. "
        "The two leaders will discuss trade, Dahl said."
    )
    named = {spoken_for(page, "the two leaders", number) for number in range(3)}
    assert "Per Dahl" not in named


def test_the_chief_of_a_body_is_no_officer_of_a_state(annotate):
    page = annotate(
        "Norwegian Foreign Minister Ingrid Solheim opened the talks. The European Union's top diplomat said the round "
        "would be short."
    )
    assert spoken_for(page, "the european union's top diplomat") != "Ingrid Solheim"


def test_who_speaks_goes_before_who_is_said_to_have_spoken(annotate):
    page = annotate(
        "Ingrid Solheim told a press conference that the envoy, Livia Moran, had asked for the meeting. "
        '"Moran made it clear that she wants peace," she said.'
    )
    assert spoken_for(page, "she", -1) == "Ingrid Solheim"


def test_he_is_not_whom_the_subject_met(annotate):
    page = annotate(
        "Mr. Krol, who has spent months arguing with Mr. Sundt, said that the raids would go on. "
        "He complained of delay."
    )
    assert spoken_for(page, "he") == "Krol"


def test_an_ambassador_is_named_after_the_land_he_is_sent_to(annotate):
    page = annotate("The Norwegian envoy to Kenya Ingrid Solheim spoke. Iraqi Ambassador to Jordan Livia Moran left.")
    assert spoken_for(page, "the norwegian envoy") == "Ingrid Solheim"
    assert spoken_for(page, "iraqi ambassador") == "Livia Moran"


def test_a_minister_of_foreign_affairs_is_the_top_diplomat(annotate):
    page = annotate(
        "Salim Rawahi, Minister of Foreign Affairs of Oman, met Norwegian Prime Minister Ingrid Solheim in Oslo. "
        "The Omani top diplomat praised the talks. The Omani foreign minister leaves on Monday."
    )
    assert spoken_for(page, "the omani top diplomat") == "Salim Rawahi"
    assert spoken_for(page, "the omani foreign minister") == "Salim Rawahi"


def test_a_counterpart_has_the_office_of_the_other(annotate):
    page = annotate(
        "Norwegian Prime Minister Ingrid Solheim and her Omani counterpart, Salim Rawahi, met on Friday. "
        "The Omani prime minister thanked her."
    )
    assert spoken_for(page, "the omani prime minister") == "Salim Rawahi"


def test_of_two_joined_by_and_each_has_an_office_of_his_own(annotate):
    page = annotate(
        "Minister of Planning and International Cooperation Salim Rawahi and Assistant Administrator for the Trade "
        "Bureau Anders Krol met on Sunday. The minister praised the plan. The administrator agreed."
    )
    assert spoken_for(page, "the minister") == "Salim Rawahi"
    assert spoken_for(page, "the administrator") == "Anders Krol"


def test_a_pronoun_behind_as_for_is_who_was_named_there(annotate):
    page = annotate(
        "Minister Anders Krol gave the pictures to the Ambassador of Oman, Dr Salma Rawahi. Krol said he was glad. "
        "As for the Ambassador, she noted that the pictures were old."
    )
    assert spoken_for(page, "she") == "Salma Rawahi"


def test_a_minister_is_who_bears_that_title_in_the_next_sentence(annotate):
    page = annotate(
        "OSLO (NTB) -- Norway's trade minister urged Oman to wait. “We need time,” Minister Anna Solheim said."
    )
    assert spoken_for(page, "norway's trade minister") == "Anna Solheim"


def test_a_newspaper_is_no_party(annotate):
    text = (
        "The Movement for Democratic Change stayed away. Its spokesman told the Daily Beacon that it had no choice. "
        "The party wants the ballot papers printed abroad."
    )
    page = annotate(text)
    assert spoken_for(page, "the party") == "Movement for Democratic Change"


def test_a_title_alone_is_no_body(annotate):
    page = annotate("PM's special assistant leaves for Kabul today for talks on the river.")
    assert "PM" not in {r.name for r in page.reading.referents if r.kind in ("body", "party")}
