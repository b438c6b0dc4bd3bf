"""What is found of one text: how and when it was decided, by what vote, with how many sponsors."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from dashboard.analysis.findings.finding import FEW, Clause, Day, Finding, States, Term, Value

_UNDECIDED = ("unknown", "none")
_TOTALS = ("yes", "no", "abstain")


def text(
    row: Mapping[Hashable, Any], recorded: pd.DataFrame, ballots: pd.DataFrame
) -> Finding | None:
    """Of one of the documents; None where its outcome is not known or there was none to be had.

    `recorded` are recorded votes and `ballots` how each State voted; those against are named
    where they are few and all are known.
    """
    outcome = row["outcome"]
    if pd.isna(outcome) or outcome in _UNDECIDED or pd.isna(row["date"]):
        return None
    decided: dict[str, Value] = {
        "outcome": Term("outcomes", str(outcome)),
        "when": Day(str(row["date"])),
    }
    clauses = [Clause("text.decided", None, decided)]
    if all(pd.notna(row[name]) for name in _TOTALS):
        yes, no, abstain = (int(row[name]) for name in _TOTALS)
        against = _against(str(row["id"]), recorded, ballots)
        clauses.append(Clause("text.in_favour", yes))
        clauses.append(Clause("text.against", no))
        if 0 < len(against) == no <= 2 * FEW:
            who: dict[str, Value] = {"states": States(against)}
            clauses.append(Clause("text.who", None, who))
        clauses.append(Clause("text.abstaining", abstain))
    if pd.notna(row["sponsors"]) and pd.isna(row["submitted_by"]):
        clauses.append(Clause("text.sponsored", int(row["sponsors"])))
    return Finding("texts", 0, tuple(clauses))


def _against(symbol: str, recorded: pd.DataFrame, ballots: pd.DataFrame) -> tuple[str, ...]:
    """Those who voted against the whole text in the plenary, where every name is known."""
    of_text = recorded[(recorded["symbol"] == symbol) & (recorded["stage"] == "plenary")]
    named = of_text["id"][["no" in complete for complete in of_text["complete"]]]
    found = ballots[ballots["vote"].isin(named) & (ballots["position"] == "no")]
    return tuple(sorted(set(found["iso3"])))
