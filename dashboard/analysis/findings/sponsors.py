"""What is found in lists of sponsors: the text most States put their name to, and when they did."""

from __future__ import annotations

import pandas as pd

from dashboard.analysis.findings.finding import Clause, Finding, Place, leaders, nothing
from dashboard.corpus.sponsorship import AGENT


def sponsors(found: pd.DataFrame, sponsorships: pd.DataFrame) -> Finding:
    """Of documents that have a list of sponsors; `sponsorships` are rows of the sponsors table.

    Texts tabled for a group, whose sponsors nobody counts, are left out.
    """
    if found.empty:
        return nothing("texts")
    counted = found[found["sponsors"].notna()]
    if counted.empty:
        return Finding("texts", len(found), (Clause("sponsors.uncounted"),))
    top = counted.sort_values(["sponsors", "date", "id"], ascending=False).iloc[0]
    text = {"what": Place("documents", str(top["id"]))}
    clauses = [Clause("sponsors.most", int(top["sponsors"]), text)]
    if pd.notna(top["sponsors_added"]):
        clauses.append(Clause("sponsors.after", int(top["sponsors_added"])))
    if len(counted) > 1:
        clauses.append(Clause("sponsors.no_more"))
    own = sponsorships["symbol"].isin(counted["id"]) & sponsorships["role"].ne(AGENT)
    each = sponsorships.loc[own, ["symbol", "iso3"]].drop_duplicates()
    clauses += leaders("sponsors.leader", each["iso3"])
    return Finding("texts", len(counted), tuple(clauses))
