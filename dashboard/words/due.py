"""When a request is due: first what the text says, then our day where the text gives none."""

from __future__ import annotations

from dashboard.corpus.request_status import is_estimated
from dashboard.words import Row, Words
from dashboard.words.ordinals import Printed


def due_words(say: Words, row: Row) -> str:
    """`at the 81st session (est. by 7 September 2027)`; empty where no time is stated.

    `row` is one of the requests table. A day that is ours is always marked as an estimate.
    """
    said, last = stated(say, row), row.get("due_to")
    if not isinstance(last, str):
        return said
    due = str(row.get("due"))
    ours = is_estimated(row.get("due_basis"))
    if _is_session(due):
        return say("due.estimated_by" if ours else "due.by", stated=said, date=say.date(last))
    return say("due.estimated", stated=said, date=say.date(due)) if ours else said


def stated(say: Words, row: Row) -> str:
    """What the text says: a date as precise as it gives it, a session, an event, or nothing."""
    due, basis = row.get("due"), row.get("due_basis")
    if basis == "event_based":
        return say.field(row, "due_event") or say("due.event")
    if not isinstance(due, str):
        return ""
    if _is_session(due):
        key = "due.session_inferred" if basis == "inferred_session" else "due.session"
        return say(key, session=Printed(due))
    return say.date(due)


def _is_session(due: str) -> bool:
    """A session of the Assembly is told from a year by its number."""
    return due.isdigit() and len(due) < 4
