"""When a regular session of the General Assembly opens and closes.

Rules. Rule 1 of the rules of procedure, as amended by resolution 57/301: a session opens on the
Tuesday of the third week of September, counting from the first week with a working day. From the
78th session on, resolution 75/325, paragraph 50: the Tuesday of the second week, counted the same
way. A session lasts until the next one opens.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

FIRST, LAST = 58, 150
"""The sessions the rules are applied to: 57/301 was adopted in the 57th and took effect after."""
SECOND_WEEK_FROM = 78
_YEAR_OF_SESSION_0 = 1945
_TUESDAY, _SATURDAY = 1, 5


@dataclass(frozen=True)
class SessionDays:
    """A session's first day, and the day on which the next one opens."""

    opens: dt.date
    closes: dt.date


def opens(session: int) -> dt.date:
    """The day a regular session opens. Raises `ValueError` outside `FIRST` to `LAST`."""
    if not FIRST <= session <= LAST:
        raise ValueError(f"session {session}: the rules are applied to {FIRST} to {LAST}")
    start = dt.date(_YEAR_OF_SESSION_0 + session, 9, 1)
    to_monday = -start.weekday() if start.weekday() < _SATURDAY else 7 - start.weekday()
    later_weeks = 1 if session >= SECOND_WEEK_FROM else 2
    return start + dt.timedelta(days=to_monday + _TUESDAY, weeks=later_weeks)


def session_days(session: int) -> SessionDays:
    """The days of a session. Raises `ValueError` as `opens`, and for the last of them."""
    return SessionDays(opens(session), opens(session + 1))
