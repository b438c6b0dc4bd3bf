"""Invented roll calls for the tests of drawings of votes."""

from __future__ import annotations

import pandas as pd

POSITIONS = {
    "yes": "In favour",
    "no": "Against",
    "abstain": "Abstaining",
    "not_voting": "Not voting",
    "unnamed": "In favour or not voting",
    "not_member": "Not a member",
    "unknown": "Not known",
}
GROUPS = [("african", "African States"), ("weog", "Western States"), ("evil", "<b>x</b>&amp;")]
SIZES = {"african": 120, "weog": 60, "evil": 13}


def roll_call(*rows: tuple[str, str, str]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=["iso3", "regional_group", "position"], dtype="str")


def whole() -> pd.DataFrame:
    """193 invented States in three groups, every position among them."""
    codes = list(POSITIONS)
    rows, number = [], 0
    for group, size in SIZES.items():
        for _ in range(size):
            rows.append((f"X{number:03d}", group, codes[number % len(codes)]))
            number += 1
    return roll_call(*rows)
