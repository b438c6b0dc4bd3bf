"""Who tabled a text, read from what official files print."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dashboard.analysis.frames import rows_of
from dashboard.corpus.reading.loading import load
from dashboard.corpus.records.documents import Sponsorship
from dashboard.corpus.records.vocabularies import Term
from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.sponsorship import Tabled, who_tabled
from dashboard.corpus.tables.frames import build_tables
from tests.invented.builders import CONSENSUS, change

GROUPS = {"g77": Term(labels={"en": "Group of 77"}), "lake": Term(labels={"en": "Lake States"})}
SEVENTY_SEVEN = (
    "the States Members of the United Nations that are members of the Group of 77 and China"
)


def tabled(*parties: str, draft: dict[str, str] | None = None) -> Tabled:
    held = Sponsorship(draft=draft or "not_applicable", added="none", parties=list(parties))
    return who_tabled(held, GROUPS)


def test_states_in_their_own_names_are_no_party():
    assert tabled(draft={"FRA": "France"}) == (None, None, frozenset())
    assert tabled() == (None, None, frozenset())


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("the President of the General Assembly", "president"),
        ("the Chair of the Committee following informal consultations", "chair"),
        ("the Vice-Chair of the Committee, A. Person (Elm) and on the basis of", "vice_chair"),
        ("the Rapporteur of the Committee, A. Person (Elm)", "rapporteur"),
        ("the representative of Elm, on behalf of the Bureau", "bureau"),
        ("the Committee on Invented Matters", "committee"),
        ("the Harbour Master", "other"),
    ],
)
def test_a_party_that_is_no_state(printed: str, code: str):
    assert tabled(printed) == (code, None, frozenset())


@pytest.mark.parametrize(
    ("printed", "draft", "group", "agents"),
    [
        (f"Uganda (on behalf of {SEVENTY_SEVEN})", {"UGA": "Uganda"}, "g77", {"UGA"}),
        (
            "Iran (Islamic Republic of) (on behalf of the Lake States)",
            {"IRN": "Iran (Islamic Republic of)", "KAZ": "Kazakhstan"},
            *("lake", {"IRN"}),
        ),
        ("Fiji (on behalf of the Shepherds)", {"FJI": "Fiji"}, None, {"FJI"}),
    ],
)
def test_a_state_that_acts_for_a_group_is_no_sponsor_in_its_own_name(
    printed: str, draft: dict[str, str], group: str | None, agents: set[str]
):
    assert tabled(printed, draft=draft) == ("group", group, frozenset(agents))


def test_every_party_on_record_is_read(real_record: Snapshot):
    documents = real_record.tables["documents"].set_index("id")
    assert "other" not in set(documents["submitted_by"].dropna())
    assert documents["submitted_by"].isin(["group"]).sum() == 11
    assert (documents["submitted_by"] == "group").eq(documents["submitted_for"] == "g77").all()
    for symbol in ("A/RES/79/194", "A/RES/80/137", "A/RES/80/148", "A/RES/79/202"):
        assert documents.loc[symbol, ["sponsors", "sponsors_draft"]].isna().tolist() == [
            True,
            False,
        ]


@pytest.mark.parametrize(
    ("draft", "added", "counts"),
    [
        ({"XAA": "Alder"}, "none", (None, 0, 0)),
        ({"XAA": "Alder"}, {"XCC": "Cedar"}, (None, 0, 1)),
        ({"XAA": "Alder", "XBB": "Birch"}, {"XCC": "Cedar"}, (None, 1, 1)),
        ({"XAA": "Alder"}, "unknown", (None, 0, None)),
    ],
)
def test_a_text_tabled_for_a_group_has_no_number_of_sponsors(
    data_dir: Path, draft: Any, added: Any, counts: Any
):
    parties = ["Alder (on behalf of the States that are members of the grove)"]
    change(data_dir / CONSENSUS, sponsors={"draft": draft, "added": added, "parties": parties})
    tables = build_tables(load(data_dir))
    (found,) = (r for r in rows_of(tables["documents"]) if r["id"] == "A/RES/90/2")
    assert (found["submitted_by"], found["submitted_for"]) == ("group", "grove")
    assert tuple(found[n] for n in ("sponsors", "sponsors_draft", "sponsors_added")) == counts
    rows = tables["sponsors"][tables["sponsors"]["symbol"] == "A/RES/90/2"]
    roles = dict(zip(rows["iso3"], rows["role"], strict=True))
    assert [i for i, role in roles.items() if role == "on_behalf_of_group"] == ["XAA"]
    countries = tables["countries"].set_index("iso3")["sponsored"]
    assert countries["XAA"] == 1, "the other text, not the group's"
