"""When a request is due: the text's words first, a day of ours always marked."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.words import words
from dashboard.words.due import due_words, stated

EN, ZH = words("en"), words("zh")


def row(due: str | None, basis: str, last: str | None = None, **more: Any) -> dict[str, Any]:
    return {"due": due, "due_basis": basis, "due_to": last, **more}


NONE = row(None, "none_stated")
DAY = row("2025-03-31", "explicit_date", "2025-03-31")
YEAR = row("2026", "explicit_date", "2026-12-31")
PART = row("77", "explicit_date", "2023-02-28")
SESSION = row("81", "explicit_session", "2027-09-07")
INFERRED = row("82", "inferred_session", "2028-09-05")
EVENT = row("2026", "event_based", "2026-12-31", due_event_en="after the Dialogue",
            due_event_zh="对话之后")  # fmt: skip
UNNAMED = row("2025-11-24", "event_based", "2025-11-24")
NO_DAY = row(None, "event_based", due_event_en="for each Dialogue")


@pytest.mark.parametrize(
    ("given", "english", "chinese"),
    [
        (NONE, "", ""),
        (DAY, "31 March 2025", "2025年3月31日"),
        (YEAR, "2026", "2026年"),
        (PART, "at the 77th session, by 28 February 2023", "第七十七届会议，至迟2023年2月28日"),
        (SESSION, "at the 81st session (est. by 7 September 2027)",
         "第八十一届会议（估计至迟2027年9月7日）"),
        (INFERRED, "at the 82nd session, as we infer (est. by 5 September 2028)",
         "推定第八十二届会议（估计至迟2028年9月5日）"),
        (EVENT, "after the Dialogue (est. 2026)", "对话之后（估计2026年）"),
        (UNNAMED, "tied to an event (est. 24 November 2025)",
         "以有关会议为准（估计2025年11月24日）"),
        (NO_DAY, "for each Dialogue", "for each Dialogue（英文）"),
    ],
)  # fmt: skip
def test_when_it_is_due(given: dict[str, Any], english: str, chinese: str) -> None:
    assert due_words(EN, given) == english
    assert due_words(ZH, given) == chinese


@pytest.mark.parametrize("given", [SESSION, INFERRED, EVENT, UNNAMED, NO_DAY])
def test_what_the_text_says_holds_no_day_of_ours(given: dict[str, Any]) -> None:
    assert "est" not in stated(EN, given)
    assert "20" not in stated(EN, given)
