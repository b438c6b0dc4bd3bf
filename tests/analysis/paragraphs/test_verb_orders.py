"""Orders of verbs: none without a vocabulary, ours by tiers, and the published one."""

from __future__ import annotations

from dashboard.analysis.paragraphs.verb_orders import TIERS, verb_orders


def test_no_vocabulary_gives_no_order(record):
    assert verb_orders(record.vocabularies) == {}


def test_our_order_ranks_by_tiers(real):
    ours = verb_orders(real.vocabularies)[TIERS]
    assert dict(ours.ranks) == {f"tier_{n}": n for n in range(6, -1, -1)}
    assert ours.rows_for(["requests", "urges"], ["4", "3"]) == ("tier_4", "tier_3")
    assert ours.rows_for([], []) == ("unknown",)


def test_the_published_order_ranks_its_seven_verbs_and_no_other(real):
    orders = verb_orders(real.vocabularies)
    assert list(orders) == ["tiers", "gruenberg_2009"]
    assert orders["gruenberg_2009"].rows == (
        "demands", "warns", "urges", "requests", "recommends", "calls_upon", "decides",
        "not_ranked", "unknown",
    )  # fmt: skip
    labelled = set(real.vocabularies["verbs"].terms) | {"not_ranked", "unknown"}
    assert set(orders["gruenberg_2009"].rows) <= labelled
