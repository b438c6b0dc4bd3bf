"""How the rule for acts is judged, on readings worked out by hand and on the record's own."""

from __future__ import annotations

import math
from typing import Any

from dashboard.analysis.quality.act_reading import FOUND, act_quality
from dashboard.corpus.records.codings import ActReading
from dashboard.corpus.snapshot import Snapshot


def measured(**paragraphs: dict[str, Any]) -> dict[str, tuple[float, int]]:
    reading = ActReading.model_validate(
        {
            "drawn": "by hand",
            "seed": 1,
            "coded_by": "human",
            "checked": "2026-11-30",
            "paragraphs": {f"A/RES/90/1#{place}": read for place, read in paragraphs.items()},
        }
    )
    found = act_quality(reading)
    return dict(zip(found["measure"], zip(found["value"], found["n"], strict=True), strict=True))


def test_no_act_at_all_gives_no_share() -> None:
    found = measured(op1={"acts": "none", "tier": "none"})
    assert math.isnan(found["acts_recall"][0])
    assert math.isnan(found["acts_precision"][0])
    assert found["acts_tier"] == (1, 1)


def test_what_was_missed_what_was_no_act_and_what_stands_twice() -> None:
    found = measured(
        op1={"acts": ["Notes", "requests", "requests"], "tier": 4,
             "rule": ["Notes", "requests"]},
        op2={"acts": ["Urges"], "tier": 3, "rule": ["Urges", "mandates"], "rule_tier": 6},
        op3={"acts": ["Decides"], "tier": 6},
        op4={"acts": "none", "tier": "none", "rule": ["calls"], "rule_tier": 3},
    )  # fmt: skip
    assert found == {
        "acts_recall": (4 / 5, 5),
        "acts_precision": (4 / 6, 6),
        "acts_tier": (2 / 4, 4),
    }


def test_the_rule_on_record_is_as_good_as_was_asked_of_it(real_record: Snapshot) -> None:
    reading = real_record.act_reading
    assert reading is not None
    found = act_quality(reading).set_index("measure")
    assert list(found.index) == list(FOUND)
    least = {"acts_recall": 0.95, "acts_precision": 0.97, "acts_tier": 0.97}
    assert all(found.loc[name, "value"] >= share for name, share in least.items())
    assert len(reading.paragraphs) == found.loc["acts_tier", "n"] == 120
    assert sum(len(p.by_reader) >= 2 for p in reading.paragraphs.values()) >= 40
    texts = [name.partition("#")[0] for name in reading.paragraphs]
    assert max(map(texts.count, texts)) <= 3


def test_the_record_now_has_every_act_that_was_read(real_record: Snapshot) -> None:
    reading = real_record.act_reading
    assert reading is not None
    acts = real_record.tables["acts"].groupby("paragraph")["verb"].agg(list)
    tiers = real_record.tables["paragraphs"].set_index("id")["tier"]
    for name, paragraph in reading.paragraphs.items():
        assert acts.get(name, []) == paragraph.by_reader, name
        assert tiers.astype(object).fillna("none")[name] == paragraph.tier, name
