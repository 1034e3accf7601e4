"""Who holds or held what, in sentences about peace conferences of the past."""

from collections.abc import Callable

import pytest

from communique.claims.offices import offices
from communique.model.page import Page

Annotate = Callable[..., Page]


def rows(page: Page) -> list[tuple[str, str, str, str, str]]:
    """Every office as person, role, body, country and status."""
    fields = ("person", "role", "body", "country", "status")
    return [tuple(c.get(f) for f in fields) for c in offices(page)]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "French Foreign Minister Aristide Briand arrived in Locarno on Monday.",
            ("Aristide Briand", "Foreign Minister", "", "FRA", "current"),
        ),
        (
            "Peru's Defense Council Secretary Juan Torres opened the conference.",
            ("Juan Torres", "Secretary", "Defense Council", "PER", "current"),
        ),
        (
            "U.S. Secretary of State Charles Hughes opened the conference.",
            ("Charles Hughes", "Secretary of State", "", "USA", "current"),
        ),
        (
            "Gustav Stresemann, the German foreign minister, said the talks would go on.",
            ("Gustav Stresemann", "foreign minister", "", "DEU", "current"),
        ),
        (
            "The conference was opened by Edvard Benes, head of the Czechoslovak delegation.",
            ("Edvard Benes", "head of the delegation", "", "CSK", "current"),
        ),
        (
            "Sweden's prime minister, Hjalmar Branting, told reporters that a solution was near.",
            ("Hjalmar Branting", "prime minister", "", "SWE", "current"),
        ),
        (
            "Former Italian Prime Minister Vittorio Orlando returned to Rome.",
            ("Vittorio Orlando", "Prime Minister", "", "ITA", "former"),
        ),
        (
            "Acting foreign minister Karl Renner signed the treaty for Austria.",
            ("Karl Renner", "Acting foreign minister", "", "", "acting"),
        ),
        (
            "Ralph Bunche, who served as acting mediator, left Rhodes.",
            ("Ralph Bunche", "acting mediator", "", "", "acting"),
        ),
        (
            "Eric Drummond was the secretary-general of the League of Nations.",
            ("Eric Drummond", "secretary-general", "League of Nations", "", "former"),
        ),
        (
            "The UN special envoy to the Congo, Rajeshwar Dayal, met both sides.",
            ("Rajeshwar Dayal", "special envoy", "", "", "current"),
        ),
        (
            "Minister of Foreign Affairs Joseph Beck spoke last.",
            ("Joseph Beck", "Minister of Foreign Affairs", "", "", "current"),
        ),
        (
            "The delegation of the Entente was led by Marshal Ferdinand Foch.",
            ("Ferdinand Foch", "head of the delegation", "", "", "current"),
        ),
        (
            "Jan Smuts, who heads the South African delegation, disagreed.",
            ("Jan Smuts", "head of the delegation", "", "ZAF", "current"),
        ),
        (
            "The party named Arthur Griffith as chairman of the delegation.",
            ("Arthur Griffith", "chairman of the delegation", "", "", "current"),
        ),
        (
            "The German representative at the talks will be Matthias Erzberger.",
            ("Matthias Erzberger", "representative", "", "DEU", "designate"),
        ),
        (
            "President-elect Thomas Masaryk thanked the mediators.",
            ("Thomas Masaryk", "President-elect", "", "", "designate"),
        ),
        (
            "Prime Minister Eleftherios Venizelos of Greece rejected the offer.",
            ("Eleftherios Venizelos", "Prime Minister", "", "GRC", "current"),
        ),
        (
            "BRITISH FOREIGN SECRETARY GEORGE CURZON LEFT LAUSANNE TODAY.",
            ("GEORGE CURZON", "FOREIGN SECRETARY", "", "GBR", "current"),
        ),
        (
            "Robert Cecil, chairman of the Saar commission from 1919 to 1921, gave no comment.",
            ("Robert Cecil", "chairman", "Saar commission", "", "former"),
        ),
        (
            "Bernard Miles, a naval analyst at the Hague Institute of War, doubted it.",
            ("Bernard Miles", "naval analyst", "Hague Institute of War", "", "current"),
        ),
        (
            "Anna Holt, head of the Foreign Policy Department, wrote to the conference.",
            ("Anna Holt", "head", "Foreign Policy Department", "", "current"),
        ),
        (
            "Karl Renner, spokesman of the Army's Sixth Infantry Division, denied it.",
            ("Karl Renner", "spokesman", "Sixth Infantry Division", "", "current"),
        ),
        (
            "Anna Holt, coordinator of the High Negotiations Committee, left Rhodes.",
            ("Anna Holt", "coordinator", "High Negotiations Committee", "", "current"),
        ),
        (
            "The UN special coordinator for the Middle East peace process Anna Holt met both sides.",
            ("Anna Holt", "special coordinator", "UN", "", "current"),
        ),
        (
            "French Foreign Minister Aristide Briand met his German counterpart, Gustav Stresemann.",
            ("Gustav Stresemann", "Foreign Minister", "", "DEU", "current"),
        ),
        (
            "Torvikian President Jon Dale met his Kenyan counterpart, John Otieno. Torvik and Kenya are at peace.",
            ("John Otieno", "President", "", "KEN", "current"),
        ),
        (
            "Chargé d’ Affaires Anna Holt met the Norwegian minister in Oslo.",
            ("Anna Holt", "Chargé d’ Affaires", "", "", "current"),
        ),
        (
            "British Minister of State for Europe Sir Austen Chamberlain met the king.",
            ("Austen Chamberlain", "Minister of State for Europe", "", "GBR", "current"),
        ),
        (
            "French Premier's adviser Karl Renner spoke last.",
            ("Karl Renner", "adviser", "", "FRA", "current"),
        ),
        (
            "Karl Renner, Austria's chancellor in 1918-20, spoke last.",
            ("Karl Renner", "chancellor", "", "AUT", "former"),
        ),
        (
            "Karl Renner, a former Austrian minister and envoy, spoke last.",
            ("Karl Renner", "envoy", "", "AUT", "former"),
        ),
        (
            'The delegates heard "foreign minister" Karl Renner of the breakaway republic.',
            ("Karl Renner", "foreign minister", "", "", "current"),
        ),
        (
            "The Saar League said it would stay away. Its spokesman, Karl Renner, told reporters so.",
            ("Karl Renner", "spokesman", "Saar League", "", "current"),
        ),
        (
            "The Saar League, whose new leader Karl Renner was ill, stayed away.",
            ("Karl Renner", "leader", "Saar League", "", "current"),
        ),
        (
            "UN mediator Ralph Bunche left Rhodes. Bunche was followed by his deputy, Karl Renner.",
            ("Karl Renner", "deputy", "UN", "", "current"),
        ),
        (
            "Norway's army sent officers. The army's delegation was led by Karl Renner.",
            ("Karl Renner", "head of the delegation", "", "NOR", "current"),
        ),
        (
            "A legal adviser to the Saar Council, Karl Renner, left Rhodes.",
            ("Karl Renner", "legal adviser", "Saar Council", "", "current"),
        ),
        (
            "Karl Renner leads the opposition's negotiating team.",
            ("Karl Renner", "head of the negotiating team", "opposition", "", "current"),
        ),
        (
            "Norway on Monday appointed Karl Renner ambassador to Sweden.",
            ("Karl Renner", "ambassador", "", "NOR", "current"),
        ),
        (
            "Norway's Foreign Ministry said Deputy Minister Karl Renner would preside.",
            ("Karl Renner", "Deputy Minister", "", "NOR", "current"),
        ),
        (
            "The League of Nations said Secretary-General Karl Renner would preside.",
            ("Karl Renner", "Secretary-General", "League of Nations", "", "current"),
        ),
        (
            "Norwegian Minister of Energy and Natural Resources Anna Holt presided.",
            ("Anna Holt", "Minister of Energy and Natural Resources", "", "NOR", "current"),
        ),
        (
            '"We agreed that (Norwegian Foreign Minister) Anna Holt would preside," he said.',
            ("Anna Holt", "Foreign Minister", "", "NOR", "current"),
        ),
        (
            "UN envoy to Norway, Anna Holt, said the talks would go on.",
            ("Anna Holt", "envoy", "UN", "", "current"),
        ),
        (
            "Karl Renner, a colonel and deputy head of the service, came to Rhodes.",
            ("Karl Renner", "deputy head", "service", "", "current"),
        ),
        (
            "Karl Renner and Anna Holt, members of the peace council, came to Rhodes.",
            ("Karl Renner", "member", "peace council", "", "current"),
        ),
        (
            "Sweden's chief negotiator is Karl Renner. Renner's deputy, Ambassador Anna Holt, came to Rhodes.",
            ("Anna Holt", "deputy", "", "SWE", "current"),
        ),
        (
            "Karl Renner, Assistant Secretary of State for East Asian Affairs, left Rhodes.",
            ("Karl Renner", "Assistant Secretary of State for East Asian Affairs", "", "USA", "current"),
        ),
        (
            "The Committee for the Unity of the Islands met. Karl Renner, chairman of the committee, spoke.",
            ("Karl Renner", "chairman", "Committee for the Unity of the Islands", "", "current"),
        ),
        (
            "An adviser to the president of the republic, Karl Renner, spoke.",
            ("Karl Renner", "adviser", "", "", "current"),
        ),
        (
            "15:30 Bergen mayor Karl Renner agreed.",
            ("Karl Renner", "mayor", "Bergen", "", "current"),
        ),
        (
            "South African President Karl Renner agreed.",
            ("Karl Renner", "President", "", "ZAF", "current"),
        ),
        (
            "Karl Renner, the ex-chief of the royal guard, left Rhodes.",
            ("Karl Renner", "chief", "royal guard", "", "former"),
        ),
        (
            "Karl Renner was sworn in on Monday as prime minister of Norway.",
            ("Karl Renner", "prime minister", "", "NOR", "current"),
        ),
        (
            "The League's chairman-in-office, Norwegian Foreign Minister Karl Renner, agreed.",
            ("Karl Renner", "chairman-in-office", "League", "", "current"),
        ),
        (
            "Foreign Minister 'Abd al-Karim Rassam agreed.",
            ("Abd al-Karim Rassam", "Foreign Minister", "", "", "current"),
        ),
        (
            "The head of the UN mission, Karl Renner, agreed.",
            ("Karl Renner", "head", "UN mission", "", "current"),
        ),
        (
            "The executive secretary of the opposition's Unity Congress, Karl Renner, agreed.",
            ("Karl Renner", "executive secretary", "Unity Congress", "", "current"),
        ),
        (
            "The president of the Supreme Court of Cuba, Karl Renner, agreed.",
            ("Karl Renner", "president", "Supreme Court of Cuba", "CUB", "current"),
        ),
        (
            "U.S. Treasury Secretary Karl Renner agreed.",
            ("Karl Renner", "Treasury Secretary", "", "USA", "current"),
        ),
    ],
)
def test_an_office_is_read_with_its_fields(annotate: Annotate, text: str, expected: tuple[str, ...]) -> None:
    found = rows(annotate(text, published="1925-10-06"))
    person, role, body, country, status = expected
    match = [r for r in found if r[0] == person and r[1].casefold() == role.casefold().replace("-elect", "")]
    assert match, found
    assert (match[0][2], match[0][3] if country else country, match[0][4]) == (body or match[0][2], country, status)


def test_an_owner_and_the_envoy_are_two_offices(annotate: Annotate) -> None:
    found = rows(annotate("U.S. President Woodrow Wilson's special envoy Edward House met Georges Clemenceau."))
    assert ("Woodrow Wilson", "President", "", "USA", "current") in found
    assert ("Edward House", "special envoy", "", "USA", "current") in found


def test_a_list_of_holders_shares_a_title_in_the_plural(annotate: Annotate) -> None:
    text = "Foreign Ministers Aristide Briand of France and Gustav Stresemann of Germany shook hands."
    found = {(r[0], r[1], r[3]) for r in rows(annotate(text))}
    assert found == {
        ("Aristide Briand", "Foreign Minister", "FRA"),
        ("Gustav Stresemann", "Foreign Minister", "DEU"),
    }


def test_a_second_title_belongs_to_the_first_ones_state(annotate: Annotate) -> None:
    text = "Hungarian Prime Minister Istvan Bethlen and Foreign Minister Lajos Walko left for Geneva."
    assert ("Lajos Walko", "Foreign Minister", "", "HUN", "current") in rows(annotate(text))


def test_a_spokesman_belongs_to_his_ministry(annotate: Annotate) -> None:
    text = "Karl Brandt, a spokesman for the Austrian Foreign Ministry, declined to give details."
    assert rows(annotate(text)) == [("Karl Brandt", "spokesman", "Foreign Ministry", "AUT", "current")]


def test_titles_joined_by_and_are_two_offices(annotate: Annotate) -> None:
    text = "Ignaz Seipel, chancellor of Austria and leader of the Christian Social Party, agreed."
    found = {(r[1], r[2], r[3]) for r in rows(annotate(text))}
    assert ("chancellor", "", "AUT") in found
    assert any(role == "leader" and "Christian Social Party" in body for role, body, _ in found)


def test_one_office_however_often_told(annotate: Annotate) -> None:
    text = "German Foreign Minister Gustav Stresemann spoke. Foreign Minister Stresemann was applauded."
    assert len(rows(annotate(text))) == 1


def test_relations_and_unnamed_holders_are_no_offices(annotate: Annotate) -> None:
    text = "The president's brother Karl Horn arrived with the foreign minister. His wife Anna Horn stayed at home."
    assert rows(annotate(text)) == []


def test_the_subject_of_a_main_clause_is_no_apposition(annotate: Annotate) -> None:
    text = "After a long meeting with Aristide Briand, the German chancellor returned to Berlin."
    assert rows(annotate(text)) == []


def test_a_rank_is_no_office_beside_an_office(annotate: Annotate) -> None:
    text = "Army chief General Hans Wirth and Colonel Otto Lang were present."
    assert {r[1] for r in rows(annotate(text)) if r[0] == "Hans Wirth"} == {"Army chief"}
    assert {r[1] for r in rows(annotate(text)) if r[0] == "Otto Lang"} == {"Colonel"}


def test_a_predecessor_held_the_same_office(annotate: Annotate) -> None:
    text = "British Prime Minister Stanley Baldwin spoke of peace. Baldwin's predecessor, Ramsay MacDonald, was absent."
    assert ("Ramsay MacDonald", "Prime Minister", "", "GBR", "former") in rows(annotate(text))


def test_members_of_a_delegation_take_its_state(annotate: Annotate) -> None:
    text = "The Greek delegation includes Foreign Minister Nikolaos Politis and Ambassador Dimitrios Kaklamanos."
    found = {(r[0], r[3]) for r in rows(annotate(text))}
    assert ("Nikolaos Politis", "GRC") in found


def test_who_represents_a_state_takes_it(annotate: Annotate) -> None:
    text = "Bulgaria was represented by Foreign Minister Ivan Geshov."
    assert ("Ivan Geshov", "Foreign Minister", "", "BGR", "current") in rows(annotate(text))


def test_every_passage_re_reads(annotate: Annotate) -> None:
    page = annotate("French Foreign Minister Aristide Briand met Gustav Stresemann, the German foreign minister.")
    for claim in offices(page):
        for evidence in (*claim.evidence, *(a.evidence for a in claim.arguments)):
            evidence.verify(page.report.text)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Norway hailed the treaty, with President Hjalmar Sundt calling it a new start for the islands.", "NOR"),
        ("President Hjalmar Sundt will lead the Norwegian delegation. Sundt leaves on Monday.", "NOR"),
        ("His counterpart in Norway, Foreign Minister Hjalmar Sundt, agreed.", "NOR"),
        ("Norway's foreign ministry denied it. Foreign ministry spokesman Hjalmar Sundt named no date.", "NOR"),
        ("Norway has called off the visit, Ambassador Hjalmar Sundt said on Monday.", "NOR"),
        ("Norway watched the vote. Norwegian papers wrote of little else. President Hjalmar Sundt kept silent.", ""),
        ("Norway stood by its ally President Hjalmar Sundt on Monday.", ""),
        ("French Foreign Minister Aristide Briand, President Hjalmar Sundt and British envoy Anna Holt signed.", ""),
    ],
)
def test_a_title_alone_has_a_state_only_where_the_report_says_it_outright(
    annotate: Annotate, text: str, country: str
) -> None:
    """
    A state that is merely near, or named often, is no evidence.
    """
    held = [c.get("country") for c in offices(annotate(text)) if c.get("person") == "Hjalmar Sundt"]
    assert held[:1] == [country]


@pytest.mark.parametrize(
    ("dateline", "country"),
    [("OSLO (NTB) -- ", "NOR"), ("OSLO, 4 May 20 (NTB) -- ", "NOR"), ("LISBON -- ", ""), ("", "")],
)
def test_officials_without_a_state_are_those_of_the_dateline_if_the_report_is_about_it(
    annotate: Annotate, dateline: str, country: str
) -> None:
    text = f"{dateline}President Hjalmar Sundt spoke on Monday. Norway wants a treaty. Norway has signed nothing yet."
    held = [c.get("country") for c in offices(annotate(text)) if c.get("person") == "Hjalmar Sundt"]
    assert held == [country]


@pytest.mark.parametrize(
    ("title", "country"),
    [("Colombia, Cuba sign trade treaty", "COL"), ("Cuba, Colombia sign trade treaty", "")],
)
def test_officials_without_a_state_are_those_of_the_dateline_if_the_title_names_it_first(
    annotate: Annotate, title: str, country: str
) -> None:
    text = (
        "CARTAGENA, Colombia (The Courier) - President Hjalmar Sundt spoke on Monday. "
        "Cuba wants a treaty. Cuba has signed nothing yet. Cuba waits."
    )
    assert [row[3] for row in rows(annotate(text, title=title))] == [country]


@pytest.mark.parametrize(
    ("dateline", "country"),
    [("OSLO — ", "NOR"), ("OSLO (Fjordnytt) - ", "NOR"), ("OSLO, Norway — ", ""), ("OSLO (Reuters) - ", "")],
)
def test_a_paper_at_home_names_its_own_officials_without_their_state(
    annotate: Annotate, dateline: str, country: str
) -> None:
    told = "Chile wants a treaty with Norway. Chile has signed nothing yet. Norway and Chile meet in May. Chile waits."
    page = annotate(f"{dateline}Foreign Minister Hjalmar Sundt denied on Monday that the talks had failed. {told}")
    assert [c.get("country") for c in offices(page) if c.get("person") == "Hjalmar Sundt"] == [country]


def test_a_known_figure_needs_no_state_beside_the_title(annotate: Annotate) -> None:
    text = "Foreign Minister Aristide Briand thanked President Menachem Begin."
    assert {r[0]: r[3] for r in rows(annotate(text, published="1979-03-26"))}["Menachem Begin"] == "ISR"


def test_a_title_that_owns_what_follows_is_not_the_titles_of_the_name(annotate: Annotate) -> None:
    assert rows(annotate("Anna Holt, the Norwegian king's sister, came to Rhodes.")) == []
    assert [r[1] for r in rows(annotate("French Premier's adviser Karl Renner spoke last."))] == ["adviser"]


def test_a_former_office_is_not_joined_to_the_present_one(annotate: Annotate) -> None:
    held = rows(
        annotate("Premier Karl Renner spoke. Renner is a former vice premier. Prime Minister Anna Holt agreed.")
    )
    assert ("Karl Renner", "Premier", "", "", "current") in held
    held = rows(annotate("French Prime Minister Anna Holt, a former minister of trade, agreed."))
    assert ("Anna Holt", "Prime Minister", "", "FRA", "current") in held


def test_who_names_an_envoy_is_none(annotate: Annotate) -> None:
    held = rows(annotate("Norwegian President Otto Vasa named Anna Holt as his special envoy."))
    assert [(r[0], r[1]) for r in held] == [("Otto Vasa", "President"), ("Anna Holt", "special envoy")]


@pytest.mark.parametrize(
    "text",
    [
        "The Norwegian and Swedish foreign ministers, Anna Holt and Karl Renner, met in Rhodes.",
        "The foreign ministers of Norway and Sweden, Anna Holt and Karl Renner, met in Rhodes.",
        "The council's co-chairs, Anna Holt of Norway and Karl Renner of Sweden, met in Rhodes.",
    ],
)
def test_holders_named_in_the_order_of_their_states_have_each_their_own(annotate: Annotate, text: str) -> None:
    assert {r[0]: r[3] for r in rows(annotate(text))} == {"Anna Holt": "NOR", "Karl Renner": "SWE"}


def test_a_town_after_a_title_is_nobody(annotate: Annotate) -> None:
    assert rows(annotate("Holt was made Corps Commander Lahore.")) == []


def test_who_leads_talks_holds_no_office_by_it(annotate: Annotate) -> None:
    assert rows(annotate("Karl Renner led the negotiations with Norway.")) == []


def test_an_office_described_first_is_held_by_who_is_named_next(annotate: Annotate):
    page = annotate(
        "Peru's defence minister says the border will stay open.\n\nJuan Torres told parliament that no troops would "
        "be sent."
    )
    assert rows(page) == [("Juan Torres", "defence minister", "", "PER", "current")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Peru's special envoy for Chile and Bolivia, former foreign minister Juan Torres, opened the conference.",
            [("Juan Torres", "special envoy", "current"), ("Juan Torres", "foreign minister", "former")],
        ),
        (
            "Peru's foreign minister and coalition partner, Juan Torres, opened the conference.",
            [("Juan Torres", "foreign minister", "current")],
        ),
        (
            "Prime Minister Juan Torres, who doubles as foreign minister, opened the conference.",
            [("Juan Torres", "Prime Minister", "current"), ("Juan Torres", "foreign minister", "current")],
        ),
        (
            "Interior Minister Juan Torres, who is also acting foreign minister, opened the conference.",
            [("Juan Torres", "Interior Minister", "current"), ("Juan Torres", "acting foreign minister", "acting")],
        ),
        ("Juan Torres resigned on Monday as defence minister.", [("Juan Torres", "defence minister", "former")]),
        (
            "Juan Torres has been relieved of his duties as ambassador to Chile.",
            [("Juan Torres", "ambassador", "former")],
        ),
        (
            "Juan Torres is a lawyer. He served as ambassador to Chile from 1922 to 1926.",
            [("Juan Torres", "ambassador", "former")],
        ),
        ("The king, President Juan Torres and others met the envoy.", [("Juan Torres", "President", "current")]),
    ],
)
def test_offices_told_in_other_words(annotate: Annotate, text: str, expected: list[tuple[str, str, str]]):
    assert [(c.get("person"), c.get("role"), c.get("status")) for c in offices(annotate(text))] == expected


def test_a_dateline_in_a_report_that_names_no_state_breaks_nothing(annotate: Annotate):
    page = annotate("VIENNA - Finance Minister Juan Torres told the party that the budget was ready.")
    assert [c.get("person") for c in offices(page)] == ["Juan Torres"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Freedom Party leader Juan Torres opened the conference.",
            ("Juan Torres", "leader", "Freedom Party", "", "current"),
        ),
        (
            "The Justice and Equality Movement's spokesman, Juan Torres, opened the conference.",
            ("Juan Torres", "spokesman", "Justice and Equality Movement", "", "current"),
        ),
        (
            "U.S. Middle East coordinator Juan Torres opened the conference.",
            ("Juan Torres", "Middle East coordinator", "", "USA", "current"),
        ),
        (
            "The committee met under caretaker Prime Minister Juan Torres.",
            ("Juan Torres", "caretaker Prime Minister", "", "", "acting"),
        ),
        (
            "The council's chairman, Sheikh Sharif Torres, opened the conference.",
            ("Sharif Torres", "chairman", "council", "", "current"),
        ),
    ],
)
def test_titles_end_where_names_of_bodies_and_people_begin(annotate: Annotate, text: str, expected: tuple[str, ...]):
    found = rows(annotate(text))
    assert found == [expected]


def test_a_shared_seat_is_that_of_the_state_in_the_report(annotate: Annotate):
    text = "Pakistan and Iran agreed to talk. Foreign Office spokesman Juan Torres rejected the claim."
    assert rows(annotate(text)) == [("Juan Torres", "spokesman", "Foreign Office", "PAK", "current")]
    text = "Britain and Iran agreed to talk. Foreign Office spokesman Juan Torres rejected the claim."
    assert rows(annotate(text)) == [("Juan Torres", "spokesman", "Foreign Office", "GBR", "current")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The king met with the Peruvian vice-president and energy minister, Juan Torres, on Monday.",
            [("Juan Torres", "vice-president"), ("Juan Torres", "energy minister")],
        ),
        (
            "Presidential Office head Juan Torres, who led the Peruvian delegation, wrote a letter.",
            [("Juan Torres", "head"), ("Juan Torres", "head of the delegation")],
        ),
        ("Peruvian Defence Secretary Juan Torres wrote a letter.", [("Juan Torres", "Defence Secretary")]),
    ],
)
def test_two_offices_stay_two(annotate: Annotate, text: str, expected: list[tuple[str, str]]):
    assert sorted(r[:2] for r in rows(annotate(text))) == sorted(expected)


def test_who_visits_a_state_is_no_officer_of_it(annotate: Annotate):
    text = "LIMA - Peru welcomed the news. Peru will host. Prime Minister Juan Torres will visit Peru next year."
    assert rows(annotate(text)) == [("Juan Torres", "Prime Minister", "", "", "current")]


def test_officers_of_both_countries_are_each_of_his_own(annotate: Annotate):
    page = annotate("The foreign secretaries of both countries, Juan Torres and Anna Lindt, met in Lima.")
    assert {r[:2] for r in rows(page)} == {("Juan Torres", "foreign secretary"), ("Anna Lindt", "foreign secretary")}


def test_the_first_to_visit_holds_no_first_office(annotate: Annotate):
    page = annotate("Juan Torres, the first US secretary of state to visit Peru since 1918, left.")
    assert rows(page) == []


def test_an_under_secretary_is_one_and_who_serves_under_a_president_is_not(annotate: Annotate):
    page = annotate("UN Under Secretary General Alvaro Lund met rebels. He served under President Rui Sampaio.")
    assert [(c.get("person"), c.get("role")) for c in offices(page)] == [
        ("Alvaro Lund", "Under Secretary General"),
        ("Rui Sampaio", "President"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A senior League official, Dr Karl Holm, said there was no deal.",
            [("Karl Holm", "senior official", "League", "", "current")],
        ),
        (
            "Palace aide Anna Lindt and other officials attended.",
            [("Anna Lindt", "aide", "Palace", "", "current")],
        ),
        (
            "Karl Holm, the League's Special Co-ordinator for the Saar told the council on Tuesday.",
            [("Karl Holm", "Special Co-ordinator", "League", "", "current")],
        ),
        ('Commander "Luisa" Anna Lindt said so.', [("Anna Lindt", "Commander", "", "", "current")]),
        (
            "The guests included Karl Holm, Senior Adviser to the President Anna Lindt, and others.",
            [("Anna Lindt", "Senior Adviser to the President", "", "", "current")],
        ),
        (
            "Special Assistant to the Prime Minister on Foreign Affairs Anna Lindt left for Geneva.",
            [("Anna Lindt", "Special Assistant", "", "", "current")],
        ),
        ("Karl Holm, opposition leaders meet in Geneva.", []),
        ("The ex-Irish premier Karl Holm spoke.", [("Karl Holm", "premier", "", "IRL", "former")]),
        (
            "Karl Holm, Norway's foreign minister until last month, spoke.",
            [("Karl Holm", "foreign minister", "", "NOR", "former")],
        ),
        (
            "The president sacked Karl Holm, who had led the government's back-channel to the rebels.",
            [],
        ),
        ("Karl Holm will lead the government", [("Karl Holm", "leader", "government", "", "designate")]),
        (
            "Karl Holm, who was killed in May, was the League's political leader.",
            [("Karl Holm", "political leader", "League", "", "former")],
        ),
        (
            "The Austrian side was represented by Paul Rist and General Karl Holm, the commander of the Danube fleet, "
            "Lindt said.",
            [("Karl Holm", "commander", "Danube fleet", "", "current")],
        ),
        (
            "Norway's Anna Lindt said Greece's delegation will be led by Deputy Foreign Minister Karl Holm.",
            [
                ("Karl Holm", "Deputy Foreign Minister", "", "GRC", "current"),
                ("Karl Holm", "head of the delegation", "", "GRC", "current"),
            ],
        ),
        (
            "The three-hour session at the Austrian foreign ministry was chaired by envoy Karl Holm.",
            [("Karl Holm", "envoy", "", "", "current")],
        ),
        (
            "In Port-au-Prince, police chief Karl Holm made no comment.",
            [("Karl Holm", "police chief", "", "", "current")],
        ),
        ("West African mediator Karl Holm came.", [("Karl Holm", "mediator", "", "", "current")]),
        (
            "Karl Holm took over last year after serving as a professor at the Naval Academy.",
            [("Karl Holm", "professor", "Naval Academy", "", "former")],
        ),
    ],
)
def test_officials_aides_and_titles_at_a_distance(
    annotate: Annotate, text: str, expected: list[tuple[str, str, str, str, str]]
) -> None:
    assert rows(annotate(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The president never named Anna Lindt as envoy.",
        "The president didn’t name Anna Lindt as envoy.",
        "The president didn't name Anna Lindt as envoy.",
        "Norway hasn’t appointed Anna Lindt as envoy.",
        "Anna Lindt didn’t lead the Norwegian delegation.",
    ],
)
def test_who_was_not_appointed_holds_nothing(annotate: Annotate, text: str) -> None:
    assert rows(annotate(text)) == []


def test_who_meets_an_envoy_is_none(annotate: Annotate) -> None:
    page = annotate("Speaking after meeting the UN envoy, Karl Renner told reporters the old model was dead.")
    assert rows(page) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The foreign minister of Norway said the deal was close. Foreign Minister Anna Lindt had flown in.",
            ("Anna Lindt", "foreign minister", "", "NOR", "current"),
        ),
        (
            "The special envoy of the League of Nations has left. He was tired. Special envoy Karl Holm said so.",
            ("Karl Holm", "special envoy", "League of Nations", "", "current"),
        ),
    ],
)
def test_a_title_told_with_its_body_first_is_that_of_the_name_behind_it_later(
    annotate: Annotate, text: str, expected: tuple[str, str, str, str, str]
) -> None:
    assert expected in rows(annotate(text))


def test_leaders_in_a_list_are_of_the_states_listed_before_them_in_their_order(annotate: Annotate) -> None:
    text = (
        "{} of Norway, Sweden and Denmark met on Monday. {} Anna Lindt, {} Karl Holm and {} Ana Petrova signed a pact."
    )
    heads = annotate(text.format("The leaders", "President", "Prime Minister", "Premier"))
    assert [row[3] for row in rows(heads)] == ["NOR", "SWE", "DNK"]
    ministers = annotate(text.format("Envoys", "Foreign Minister", "Defence Minister", "Finance Minister"))
    assert "SWE" not in [row[3] for row in rows(ministers)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Foreign Minister of the Republic of Mali, H.E. Mrs. Aminata Coulibaly, paid a visit to Niamey.",
            ("Aminata Coulibaly", "Foreign Minister", "", "MLI", "current"),
        ),
        (
            "President H.E. Salifou Mahamane of Niger opened the session.",
            ("Salifou Mahamane", "President", "", "NER", "current"),
        ),
        (
            "The office of the UN special envoy, Karin Sund, said the talks would resume.",
            ("Karin Sund", "special envoy", "UN", "", "current"),
        ),
        (
            "Norwegian Foreign Minister Kari Lund met her counterpart, Omar Farah, in Geneva on Monday.",
            ("Omar Farah", "Foreign Minister", "", "", "current"),
        ),
        (
            "Norwegian Prime Minister Kari Lund sacked army chief Per Holm on Monday.",
            ("Per Holm", "army chief", "", "NOR", "current"),
        ),
        (
            "The Norwegian foreign minister, Kari Lund, will travel to Beirut next week to meet President Elias "
            "Haddad.",
            ("Elias Haddad", "President", "", "LBN", "current"),
        ),
        (
            "Lebanon's delegation also included the chief of the general staff, General Omar Farah, and adviser "
            "Jad Nasr.",
            ("Omar Farah", "chief of the general staff", "", "LBN", "current"),
        ),
        (
            "The Lebanese delegation was headed by Elias Haddad. It also included intelligence director Omar Farah.",
            ("Omar Farah", "intelligence director", "", "LBN", "current"),
        ),
        (
            "NAIROBI, May 8 (Northern Wire) -- Lebanese negotiators met in the Kenyan capital on Thursday. "
            "Defence Minister Omar Farah stayed away. Kenya, which hosts the talks, was pleased. Kenya and "
            "Lebanon are friends.",
            ("Omar Farah", "Defence Minister", "", "", "current"),
        ),
        (
            "The talks ended on Friday, a United Nations spokesman said. The spokesman, Per Holm, told reporters that "
            "the gaps had narrowed.",
            ("Per Holm", "spokesman", "United Nations", "", "current"),
        ),
        (
            "Minister Karin Sund condemned the raid and reiterated Norway's commitment to the truce.",
            ("Karin Sund", "Minister", "", "NOR", "current"),
        ),
        (
            "National Security Advisor Jon Dale met envoys in Oslo. The truce, brokered by the United States, held.",
            ("Jon Dale", "National Security Advisor", "", "USA", "current"),
        ),
        (
            "Karin Sund spoke with Omar Farah, the head of the Political Department of the Presidential Administration "
            "of Kenya.",
            ("Omar Farah", "head", "Political Department of the Presidential Administration", "KEN", "current"),
        ),
        (
            "Chief Cabinet Secretary Haruto Mori said that the talks would go on.",
            ("Haruto Mori", "Chief Cabinet Secretary", "", "JPN", "current"),
        ),
        (
            "Per Holm, Norway's acting defence minister, met his Lebanese counterpart, Omar Farah.",
            ("Omar Farah", "defence minister", "", "LBN", "current"),
        ),
        (
            "Norwegian Foreign Minister Per Holm arrived in Nairobi on Monday. He met Prime Minister John Otieno.",
            ("John Otieno", "Prime Minister", "", "KEN", "current"),
        ),
        (
            "Norwegian Foreign Minister Per Holm flew to Beirut on Monday. Holm held talks with President Omar Farah.",
            ("Omar Farah", "President", "", "LBN", "current"),
        ),
    ],
)
def test_whose_officer_somebody_is(annotate: Annotate, text: str, expected: tuple[str, ...]) -> None:
    assert expected in rows(annotate(text))


@pytest.mark.parametrize("text", ["The briefing began at 1:16 p.m. EST in Oslo.", "1:16 P.M. EST"])
def test_the_time_of_day_is_no_prime_minister(annotate: Annotate, text: str) -> None:
    assert not rows(annotate(text))


def test_who_is_only_telephoned_on_a_visit_is_of_no_state_by_that(annotate: Annotate) -> None:
    text = "Norwegian Foreign Minister Per Holm arrived in Nairobi. He spoke by phone with President Omar Farah."
    assert ("Omar Farah", "President", "", "", "current") in rows(annotate(text))
