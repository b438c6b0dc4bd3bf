"""How much one client may ask for: the one place where it is read."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, get_args

BUDGETS: Final = "DASHBOARD_BUDGETS"
"""The environment variable that sets others than these: `exports=60/30 pages=off`."""
Kind = Literal["page", "reruns", "waiting", "openings", "open", "exports", "pastes", "answers"]


@dataclass(frozen=True)
class Allowance:
    """So many at once, and so many more a minute; none more where they are given back."""

    at_once: float
    a_minute: float


DEFAULTS: Final[Mapping[Kind, Allowance]] = {
    "page": Allowance(10, 60),
    "reruns": Allowance(1200, 2400),
    "waiting": Allowance(1, 60),
    "openings": Allowance(600, 600),
    "open": Allowance(600, 0),
    "exports": Allowance(300, 120),
    "pastes": Allowance(120, 60),
    "answers": Allowance(24, 0),
}
"""`page` is what one open page asks for, `waiting` what all those get together who ask for more,
the others what one client does: pages run again and opened, pages open, exports and pastes by
their size, and answers on their way. An office of two hundred may come from one address, so only
what costs the machine much is dear there."""
UNLIMITED: Final = Allowance(float("inf"), 0)
_SET = re.compile(r"(?P<kind>\w+)=(?:(?P<off>off)|(?P<most>[0-9]{1,7})(?:/(?P<more>[0-9]{1,7}))?)")


def allowances() -> dict[Kind, Allowance]:
    """The allowance of each kind, by the environment. Raises `ValueError` for what is none.

    Written apart by spaces: `exports=60/30` is sixty at once and thirty a minute, `open=50` fifty
    at once, `pastes=off` as many as anybody likes.
    """
    found = dict(DEFAULTS)
    for given in os.environ.get(BUDGETS, "").split():
        part = _SET.fullmatch(given)
        kind = next((k for k in get_args(Kind) if part and part["kind"] == k), None)
        counted = kind is not None and not DEFAULTS[kind].a_minute
        if part is None or kind is None or not _whole(part, counted):
            raise ValueError(
                f"{BUDGETS}: found {given!r}; allowed: {', '.join(get_args(Kind))}, each with "
                "=off, or =at once/a minute in whole numbers from 1, as exports=60/30; "
                "open and answers with =at once alone"
            )
        more = float(part["more"] or 0)
        found[kind] = UNLIMITED if part["off"] else Allowance(float(part["most"]), more)
    return found


def _whole(part: re.Match[str], counted: bool) -> bool:
    """Whether both numbers, or the one of what is given back, are there and are not nothing."""
    if part["off"]:
        return True
    return int(part["most"]) > 0 and (not part["more"] if counted else int(part["more"] or 0) > 0)
