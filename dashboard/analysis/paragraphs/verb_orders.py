"""Orders of opening verbs: our tiers, and an order published for the Security Council.

There is no official United Nations ranking of operative verbs, and the published orders
disagree (reference notes on peers, 7.2). An order therefore never stands without its name
and source, and a verb an order does not name is shown apart instead of guessed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.corpus.records.vocabularies import Vocabulary
from dashboard.corpus.verbs import UNKNOWN, VerbRule

NOT_RANKED = "not_ranked"
"""The row of verbs that are known, but not named by the order."""

TIERS = "tiers"
"""The order that ranks by the tier of each verb: this project's convention."""


@dataclass(frozen=True)
class VerbOrder:
    """An order's rows from the strongest down, with the rank of each.

    Rows of our order are codes of the vocabulary `tiers`, those of a published one codes of
    `verbs`; both end with rows that carry no rank (`not_ranked`, `unknown`).
    """

    code: str
    ranks: Mapping[str, int]

    @property
    def rows(self) -> tuple[str, ...]:
        """Every row, also those that no paragraph stands in."""
        apart = (UNKNOWN,) if self.code == TIERS else (NOT_RANKED, UNKNOWN)
        return (*self.ranks, *apart)

    def row(self, head: object, tier: object) -> str:
        """The row of a paragraph's verb; `unknown` where no rule reads one."""
        if not isinstance(tier, int):
            return UNKNOWN
        if self.code == TIERS:
            return f"tier_{tier}"
        return str(head) if head in self.ranks else NOT_RANKED


def verb_orders(vocabularies: Mapping[str, Vocabulary]) -> dict[str, VerbOrder]:
    """The orders on record by code, ours first; none where their vocabularies are missing."""
    if not {"verb_orders", "tiers", "verbs"} <= set(vocabularies):
        return {}
    rule = VerbRule(vocabularies["verbs"].terms)
    found = {}
    for code, term in vocabularies["verb_orders"].terms.items():
        if code == TIERS:
            tiers = vocabularies["tiers"].terms.items()
            ranks = {name: tier.tier for name, tier in tiers if tier.tier is not None}
        else:
            ranks = {rule.read(phrase).head: n for n, phrase in enumerate(term.phrases, start=1)}
        down = sorted(ranks.items(), key=lambda pair: -pair[1])
        found[code] = VerbOrder(code, dict(down))
    return found
