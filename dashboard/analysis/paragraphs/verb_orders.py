"""Orders that rank verbs by how strongly they ask: ours by tiers, and those published.

There is no official United Nations ranking of operative verbs, and the published orders disagree
(reference notes on peers, 7.2). An order therefore never stands without its name and source, and
a verb it does not name is shown apart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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

    def rows_for(self, heads: Sequence[str], tiers: Sequence[str]) -> tuple[str, ...]:
        """The rows of a paragraph by its verbs and the tiers they ask at.

        `unknown` alone where no rule reads one.
        """
        if not tiers:
            return (UNKNOWN,)
        if self.code == TIERS:
            return tuple(f"tier_{tier}" for tier in tiers)
        return tuple(head for head in heads if head in self.ranks) or (NOT_RANKED,)


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
