"""Sentences that stand for drawings of votes where they cannot be seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd


def roll_call_alt(
    roll_call: pd.DataFrame,
    *,
    template: str,
    positions: Mapping[str, str],
    empty: str,
    part: str = "{position} {n}",
    joint: str = ", ",
) -> str:
    """One sentence for the marks or the map of a roll call; `empty` where it has no row.

    `template` may use `{n}` (States drawn) and `{parts}`: `part` for each position that was
    taken, in the order of `positions`, joined by `joint`.
    """
    if roll_call.empty:
        return empty
    taken = roll_call["position"].value_counts()
    parts = [
        part.format(position=label, n=int(taken[code]))
        for code, label in positions.items()
        if code in taken.index
    ]
    return template.format(n=len(roll_call), parts=joint.join(parts))


def by_group_alt(
    votes_by_group: pd.DataFrame,
    *,
    template: str,
    groups: Sequence[tuple[str, str]],
    empty: str,
    part: str = "{group} {n}/{total}",
    joint: str = ", ",
    position: str = "yes",
) -> str:
    """One sentence for the bars by group; `{groups}` is their number.

    `{parts}` has, for each group in the order of `groups`, `part` with the `{n}` of its
    `{total}` States that took `position`.
    """
    if votes_by_group.empty:
        return empty
    rows = votes_by_group[votes_by_group["position"] == position]
    found = {
        str(group): (int(states), int(eligible))
        for group, states, eligible in zip(
            rows["group"], rows["states"], rows["eligible"], strict=True
        )
    }
    parts = [
        part.format(group=label, n=found[code][0], total=found[code][1])
        for code, label in groups
        if code in found
    ]
    return template.format(groups=votes_by_group["group"].nunique(), parts=joint.join(parts))


def grid_alt(grid: pd.DataFrame, *, template: str, empty: str) -> str:
    """One sentence for the grid; `template` may use `{states}` and `{votes}`."""
    if grid.empty:
        return empty
    return template.format(states=grid["iso3"].nunique(), votes=grid["vote"].nunique())


def moves_alt(matrix: pd.DataFrame, *, template: str, empty: str) -> str:
    """One sentence for the moves; `template` may use `{n}`, `{stayed}` and `{moved}` States."""
    if matrix.empty:
        return empty
    states = int(matrix["states"].sum())
    stayed = int(matrix.loc[matrix["earlier"] == matrix["later"], "states"].sum())
    return template.format(n=states, stayed=stayed, moved=states - stayed)


def agreement_alt(
    frame: pd.DataFrame, *, template: str, codes: Sequence[tuple[str, str]], empty: str
) -> str:
    """One sentence for the matrix of agreement; `empty` where no share of a pair is known.

    `template` may use `{sides}` and, of two different sides with a share, `{most_left}`,
    `{most_right}`, `{most}` (percent) for the highest and the same with `least`.
    """
    labels = dict(codes)
    pairs = [
        (float(share), labels[str(left)], labels[str(right)])
        for left, right, share in zip(frame["left"], frame["right"], frame["share"], strict=True)
        if left != right and not pd.isna(share)
    ]
    if not pairs:
        return empty
    ends: dict[str, str] = {}
    for name, (share, left, right) in (
        ("most", max(pairs, key=lambda pair: pair[0])),
        ("least", min(pairs, key=lambda pair: pair[0])),
    ):
        ends |= {name: str(round(share * 100)), f"{name}_left": left, f"{name}_right": right}
    return template.format(sides=frame["left"].nunique(), **ends)
