"""When a request is due and where it stands in its text, in words; a button that opens it."""

from __future__ import annotations

from dashboard.ui.frame.links import item_link
from dashboard.ui.frame.page import Page, Row
from dashboard.words.due import due_words
from dashboard.words.places import request_reference


def request_link(page: Page, row: Row, place: str) -> None:
    """What is asked for, opening its page; `place` says where on the page the button stands."""
    subject = page.say.field(row, "subject")
    item_link(page, subject, str(row["id"]), key=f"due.{place}.{row['id']}")


def when(page: Page, row: Row) -> str:
    """When a request is due, in the text's words; a day that is ours marked as an estimate."""
    return due_words(page.say, row) or page.say("due.none")


def when_and_where(page: Page, row: Row) -> str:
    """When a request is due, and the paragraph that makes it."""
    return f"{when(page, row)} · {request_reference(page.say, row)}"
