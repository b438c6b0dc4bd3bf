"""Where numbers start anew: a list inside a paragraph, or a section under its heading."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dashboard.sources.resolutions.structure import Unit


def nested_numbers(units: Sequence[Unit]) -> set[int]:
    """Positions of numbers that count a list inside a paragraph.

    Such a list starts again at 1 without a heading, and the paragraphs after it go on counting
    where they stopped: 7, then 1 to 5, then 8 (A/RES/79/1, annex I).
    """
    found: set[int] = set()
    run: list[int] = []
    last = 0
    for position, unit in enumerate(units):
        number = unit.label.number if unit.label and unit.label.kind == "number" else 0
        if unit.kind == "heading" and not run:
            last = 0
        elif number and number == last + 1 and run:
            found.update(run)
            run, last = [], number
        elif number and (run or (number == 1 and last > 1)):
            run.append(position)
        elif number:
            last = number
    return found


def section_scopes(units: Sequence[Unit]) -> list[str]:
    """For every unit the prefix of its section: empty unless numbers start anew at 1."""
    starts: list[int] = []
    last = 0
    heading: int | None = None
    for position, unit in enumerate(units):
        if unit.kind == "heading":
            heading = position if heading is None else heading
        elif unit.label is not None and unit.label.kind == "number":
            if unit.label.number == 1 and last and heading is not None:
                starts.append(heading)
            last, heading = unit.label.number, None
    if not starts:
        return [""] * len(units)
    edges = [0, *starts, len(units)]
    scopes: list[str] = []
    used: set[str] = set()
    for order, (begin, end) in enumerate(pairwise(edges), start=1):
        printed = next(filter(None, map(_section, units[begin:end])), "")
        name = printed if printed and printed not in used else f"s{order}"
        used.add(name)
        scopes += [f"{name}."] * (end - begin)
    return scopes


def _section(unit: Unit) -> str:
    """The number of the section a heading opens, as printed; empty for anything else."""
    is_section = unit.kind == "heading" and unit.label is not None and unit.label.kind == "section"
    return unit.label.printed if is_section and unit.label is not None else ""
