"""The acts of sentences that say "we", and of the tasks under their chapeaux, in invented ones."""

from __future__ import annotations

import pytest

from dashboard.sources.acts.opening_verbs import opening_verb
from dashboard.sources.acts.reading import Act, acts, introduced, refrains


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("To this end, we commit to rest.", "we commit"),
        ("Following the days of wool and of rest, we must count.", "we must"),
        ("Rams rest. Therefore, we commit to count.", None),
        ("Count the rams, and we welcome the ewes;", None),
        ("Count the rams, and to that end we commit to rest;", None),
        ("We commit to rest.", None),
    ],
)
def test_we_may_be_said_after_an_introduction(text: str, found: str | None) -> None:
    at = text.casefold().index("we ")
    assert introduced(text, Act(at, " ".join(text[at:].split()[:2]))) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We note the wool and will count the rams.", ["We note", "will"]),
        ("We urge rams to rest, and will help them.", ["We urge", "will"]),
        ("We note the plan that the herd and the lambs made and will keep.", ["We note"]),
        ("We note the herd, which rests and will count.", ["We note"]),
        ("We remain committed to rest.", ["We remain committed"]),
    ],
)
def test_we_go_on_with_and_will(text: str, found: list[str]) -> None:
    opening = opening_verb(None, "", text, "annex")
    assert [act.verb for act in acts(text, "annex", opening)] == found


@pytest.mark.parametrize(
    ("text", "under", "found"),
    [
        ("Build folds and call on ewes to rest;", "We decide", ["call on"]),
        ("Build folds, and stress that rams rest;", "We decide", ["stress"]),
        ("Guard the lambs and reaffirm that they rest;", "We commit", ["reaffirm"]),
        ("Build folds and encourage rest;", "We decide", []),
        ("Build folds and call on ewes to rest;", "We urge rams", []),
    ],
)
def test_a_plan_may_say_or_call_besides(text: str, under: str, found: list[str]) -> None:
    assert [act.verb for act in acts(text, "annex", None, under)] == found


@pytest.mark.parametrize(
    ("text", "against"),
    [
        ("To refrain from shearing;", True),
        ("Refraining from shearing by night;", True),
        ("Not to shear;", True),
        ("To not shear;", True),
        ("To count, and to refrain from shearing;", False),
        ("To note the wool;", False),
    ],
)
def test_a_task_may_be_not_to_do(text: str, against: bool) -> None:
    assert refrains(text) is against
