"""Who tabled a text where States did not, each in its own name: read from what is printed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from dashboard.corpus.records.documents import Sponsorship
from dashboard.corpus.records.vocabularies import Term

FOR_GROUP = "group"
DRAFT, ADDED, AGENT = "original_sponsor", "additional_sponsor", "on_behalf_of_group"
"""Roles: on the draft, added later, and tabling a text for a group, not in a State's own name."""
_SUBMITTERS = {
    FOR_GROUP: r"\(on behalf of ",
    "president": r"President of the General Assembly$",
    "vice_chair": r"\bVice-Chair of the Committee\b",
    "rapporteur": r"\bRapporteur of the Committee\b",
    "chair": r"\bChair of the Committee\b",
    "bureau": r"\bthe Bureau$",
    "committee": r"^the Committee\b",
}
"""Codes of the vocabulary `submitters` with what is printed of each; the first that fits counts."""
_ACTING = re.compile(r"(?P<state>.+?) \(on behalf of (?P<group>.+)\)")


class Tabled(NamedTuple):
    """`by`: code of the vocabulary `submitters`, None where States did in their own names, or
    nobody knows; `group`: the code of the group it was for, None where the vocabulary has none;
    `agents`: ISO3 of the States that acted for it, and not for themselves."""

    by: str | None
    group: str | None
    agents: frozenset[str]


def who_tabled(sponsors: Sponsorship, groups: Mapping[str, Term]) -> Tabled:
    """Who tabled a text; `groups` is the vocabulary of groups, searched for its English labels.

    `by` is `other` where a party is printed that is none of those known.
    """
    if not sponsors.parties:
        return Tabled(None, None, frozenset())
    printed = sponsors.parties[0]
    by = next((code for code, form in _SUBMITTERS.items() if re.search(form, printed)), "other")
    acting = [match for party in sponsors.parties if (match := _ACTING.fullmatch(party))]
    states = {match["state"] for match in acting}
    named = sponsors.draft if isinstance(sponsors.draft, dict) else {}
    spoken_for = " ".join(match["group"] for match in acting)
    group = next((c for c, term in groups.items() if term.labels["en"] in spoken_for), None)
    return Tabled(by, group, frozenset(i for i, name in named.items() if name in states))
