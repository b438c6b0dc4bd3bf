"""The acts of invented sentences, shaped as resolutions shape theirs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.sources.acts.opening_verbs import opening_verb
from dashboard.sources.acts.reading import Act, acts, own_head, softened


def read(text: str, part: str = "operative", under: str | None = None) -> list[Act]:
    opening = opening_verb(None, "", text, part)
    heads = opening is None and (under is not None or part != "operative")
    head = own_head(text, under) if heads else None
    return acts(text, part, opening or head, under, own=bool(head) and part == "operative")


def verbs(text: str, part: str = "operative", under: str | None = None) -> list[str]:
    return [act.verb for act in read(text, part, under)]


@pytest.mark.parametrize(
    "text", ["", " ", "Sheep are white.", "\u200b", "Requests", "and requests"]
)
def test_little_or_nothing_gives_no_second_act(text: str) -> None:
    assert len(read(text)) <= 1
    assert read(text, "annex") == [] or text == "Requests"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Notes with concern the wolf, and requests the shepherd to count;",
         ["Notes with concern", "requests"]),
        ("Welcomes the count, notes that sheep sleep, and in this regard also encourages rest;",
         ["Welcomes", "notes", "also encourages"]),
        ("Recognizes that wool grows; as well as stresses the need for shears;",
         ["Recognizes", "stresses"]),
        ("Recognizes that wool grows, as outlined in the Report on Wool, and supports rest;",
         ["Recognizes", "supports"]),
        ("Encourages rams to rest, remains determined to count, and notes the wool;",
         ["Encourages", "remains determined", "notes"]),
        ("Recalls the flock, and on that basis invites all shepherds to rest;",
         ["Recalls", "invites"]),
        ("Commends the herd, expresses its deep concern at the wolf and calls for its removal;",
         ["Commends", "expresses its deep concern", "calls for"]),
        ("Acknowledges the fold; further calls upon all to enter, and looks forward to winter;",
         ["Acknowledges", "further calls upon", "looks forward"]),
        ("Notes the fold, and requests it to open;", ["Notes", "requests"]),
        ("Notes rest, calls, therefore, upon rams, and encourages ewes, to rest;",
         ["Notes", "calls, therefore, upon", "encourages"]),
        ("Welcomes and encourages rest;", ["Welcomes", "encourages"]),
        ("Notes with satisfaction and supports rest;", ["Notes with satisfaction", "supports"]),
        ("Notes the fold, and requests, in this regard, the shepherd to open it;",
         ["Notes", "requests"]),
        ("Takes note of the fold, continues to encourage rest and strongly urges the wolf to go;",
         ["Takes note", "continues to encourage", "strongly urges"]),
        ("Notes the reform, which helps, and, in this regard, requests rams to count;",
         ["Notes", "requests"]),
        ("Recognizes the wolf, and reiterates the appeal to rams to rest;",
         ["Recognizes", "reiterates the appeal"]),
        ("Notes the wool,\u200b and\u200e requests\u200b rams to count;", ["Notes", "requests"]),
    ],
)  # fmt: skip
def test_every_verb_of_the_organ_in_order(text: str, found: list[str]) -> None:
    assert verbs(text) == found
    assert [act.at for act in read(text)] == sorted(act.at for act in read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Notes a rule that recognizes rams and promotes rest;",
        "Recognizes a fold that keeps rams, as well as ewes, and supports rest;",
        "Recalls the report, which recognizes sheep and requests hay;",
        "Notes the reform, which, inter alia, calls for rest;",
        "Notes the shepherd who, in turn, requests hay;",
        "Stresses that a fold that encourages rest and supports ewes is needed;",
        "Notes the increase in requests, demands and calls from shepherds;",
        "Notes the views, values and mandates of the herd;",
        "Urges shepherds to respect the flock and to note its needs;",
        "Recognizes water stresses, and the demands of winter;",
        "Calls upon herds to report, through meetings and mandates, on wool;",
    ],
)
def test_others_verbs_and_nouns_are_no_acts(text: str) -> None:
    assert len(read(text)) == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We recognize the fold. Wolves are near. We also commit to count. We decide to:",
         ["We recognize", "We also commit", "We decide"]),
        ("We note with concern the wolf and call upon all to shut the gate.",
         ["We note with concern", "call upon"]),
        ("We commit to promote rest and encourage sleep, and to recognize rams.", ["We commit"]),
        ("We will count and affirm that rams rest, and call upon ewes to rest.",
         ["We will", "affirm", "call upon"]),
        ("Therefore, we, the Shepherds of the Hills, commit to counting.", ["commit"]),
        ("We encourage and support rest.", ["We encourage", "support"]),
        ("We intend to rest and intend to count.", ["We intend", "intend"]),
        ("Therefore, to rest, we, the herd of the hills, commit to counting:", ["commit"]),
        ("We will count, and in this regard invite shepherds to help.", ["We will", "invite"]),
        ("Sheep sleep. In this regard, we commit to:", ["we commit"]),
        ("We reaffirm rest. In this regard we commit to:", ["We reaffirm", "we commit"]),
        ("We also remain resolved to count. We are therefore concerned about wool.",
         ["We also remain resolved", "We are therefore concerned"]),
        ("The shepherd is requested to count. Herds which are requested to rest may go.",
         ["is requested to"]),
        ("Recognize that rams rest, and call upon shepherds to count;", ["Recognize", "call upon"]),
        ("Shear the rams and encourage rest;", []),
        ("The fold recognizes rams and stresses rest.", []),
    ],
)  # fmt: skip
def test_each_sentence_of_a_declaration_acts(text: str, found: list[str]) -> None:
    assert verbs(text, "annex") == found


@pytest.mark.parametrize(
    ("text", "under", "found", "own"),
    [
        ("To consider shearing;", "Calls upon", [], False),
        ("To note the wool;", "invites", [], False),
        ("To encourage rest;", "Urges", [], False),
        ("To request the shepherd to count;", "Decides", ["To request"], True),
        ("To invite the ram to speak;", "resolves", ["To invite"], True),
        ("Call on shepherds to count;", "We commit", ["Call on"], True),
        ("Calling upon shepherds to count;", "Encourages", ["Calling upon"], True),
        ("Encouraging, where appropriate, rest;", "Encourages", ["Encouraging"], True),
        ("Request the shepherd to count;", "We decide", ["Request"], True),
        ("Reaffirm the count;", "We decide", ["Reaffirm"], True),
        ("Recognize the count;", "Encourages", [], False),
        ("Promoting rest;", "Encourages", [], False),
        ("Welcomes the wool, and requests hay;", "Reaffirms", ["Welcomes", "requests"], False),
        ("The wool is long, and in this regard takes note of it;", "Urges", ["takes note"], False),
        ("The wool is long. We call for shears.", "We decide", ["We call for"], False),
    ],
)
def test_a_sub_paragraph_has_the_acts_it_prints(
    text: str, under: str | None, found: list[str], own: bool
) -> None:
    acts_of = read(text, "operative", under)
    assert [act.verb for act in acts_of] == found
    assert [act.own for act in acts_of[:1]] == ([own] if found else [])


def test_a_preambular_paragraph_has_its_opening_alone() -> None:
    assert read("Recalling the fold, and requests hay, as appropriate,", "preambular") == [
        Act(0, "Recalling")
    ]
    (asking,) = read("Encouraging rams to rest, as appropriate, and requests hay,", "preambular")
    assert asking.softeners == {"as_appropriate": "ask"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Encourages further rest;", "Encourages"),
        ("Invites further ideas;", "Invites"),
        ("We encourage further sleep.", "We encourage"),
        ("Encourages further the ram to rest;", "Encourages further"),
        ("Notes further that sheep sleep;", "Notes further"),
        ("Reiterates its strong encouragement of rest;", "Reiterates its strong encouragement"),
        ("Reiterates its requests to the shepherd;", "Reiterates its requests"),
        ("Reiterates the invitation to rams to rest;", "Reiterates the invitation"),
        ("Reiterates the calls upon rams to rest;", "Reiterates the calls upon"),
        ("We reiterate the request made to rams.", "We reiterate the request"),
        ("Reiterates the need for rest;", "Reiterates"),
        ("Notes the call for rest;", "Notes"),
    ],
)
def test_further_before_a_noun_is_the_noun_s(text: str, found: str) -> None:
    assert verbs(text)[0] == found
    mark = text.split()[0] + (" further" if "further" in text else "")
    rest = text.removeprefix(mark)
    if text.startswith(mark):
        assert opening_verb(mark, rest, text, "operative") == found


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Decides not to count;", [True]),
        ("Urges all to refrain from counting;", [True]),
        ("Notes the wool, and calls upon rams to cease and refrain from noise;", [False, True]),
        ("Calls upon rams to count and not to sleep;", [False]),
        ("Requests the ram to rest;", [False]),
    ],
)
def test_an_act_may_ask_not_to_do(text: str, negated: list[bool]) -> None:
    assert [act.negated for act in read(text)] == negated


def test_a_softener_softens_its_own_act() -> None:
    text = (
        "Notes the wool, encourages rams, as appropriate, to rest, and, where necessary, invites "
        "ewes, within existing resources, to count;"
    )
    assert [dict(act.softeners) for act in read(text)] == [
        {},
        {"as_appropriate": "ask"},
        {"existing_resources": "ask", "where_appropriate": "ask"},
    ]
    assert softened("To consider shearing, upon request;", []) == {
        "to_consider": "ask",
        "upon_request": "ask",
    }


def test_what_stands_before_the_first_act_softens_the_chapeau_s() -> None:
    text = "Count rams, as appropriate, by night. We call upon ewes, upon request, to rest;"
    found = read(text, under="We decide")
    assert [dict(act.softeners) for act in found] == [{"upon_request": "ask"}]
    assert softened(text, found) == {"as_appropriate": "ask"}
    whole = "In line with national priorities, we commit to rest."
    assert [dict(act.softeners) for act in read(whole, "annex", "We decide")] == [
        {"national_priorities": "ask"}
    ]


@given(st.text(max_size=120), st.sampled_from(["preambular", "operative", "annex"]))
def test_any_text_gives_acts_that_stand_in_it(text: str, part: str) -> None:
    for act in read(f"Notes {text}, and requests {text}.", part):
        assert act.at >= 0
        assert act.verb.strip()


def test_two_verbs_marked_as_one_are_two_acts() -> None:
    assert [
        act.verb
        for act in acts("Welcomes and encourages rest;", "operative", "Welcomes and encourages")
    ] == ["Welcomes", "encourages"]
    whole = "Reiterates its strong and unequivocal condemnation"
    assert [act.verb for act in acts(f"{whole} of wolves;", "operative", whole)] == [whole]


def test_two_verbs_may_share_what_they_ask() -> None:
    text = "Calls upon States and invites others, as appropriate, to rest, and urges all to count;"
    called, invited, urged = read(text)
    assert [act.shared for act in (called, invited, urged)] == [True, False, False]
    assert called.softeners == invited.softeners == {"as_appropriate": "ask"}
    assert [act.shared for act in read("Notes that rams rest and urges ewes to count;")] == [
        False,
        False,
    ]
    assert [act.shared for act in read("Welcomes and encourages rest;")] == [True, False]
    assert not any(act.shared for act in read("Welcomes the rams and looks forward to rest;"))
