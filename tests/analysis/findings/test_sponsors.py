from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard.analysis.findings.finding import Clause, Finding, Place, States
from dashboard.analysis.findings.sponsors import sponsors
from dashboard.corpus.sponsorship import AGENT
from tests.invented.synthetic import filled


def found(texts: list[dict[str, Any]], lists: dict[str, list[str]]) -> Finding:
    frame = pd.DataFrame(filled("documents", texts), columns=list(filled("documents", [{}])[0]))
    rows = [(text, iso3, "original_sponsor") for text, held in lists.items() for iso3 in held]
    rows.append(("a", "XDD", AGENT))
    return sponsors(frame, pd.DataFrame(rows, columns=["symbol", "iso3", "role"]))


def text(symbol: str, total: int | None, added: int | None, date: str = "2035") -> dict[str, Any]:
    return {"id": symbol, "sponsors": total, "sponsors_added": added, "date": date}


def test_no_texts_and_texts_whose_sponsors_are_not_counted_say_so():
    assert found([], {}).clauses == (Clause("nothing"),)
    assert found([text("a", None, None)], {}).clauses == (Clause("sponsors.uncounted"),)


def test_the_text_with_most_sponsors_is_told_with_those_who_came_after():
    texts = [text("a", 3, 0), text("b", 3, 2, "2036"), text("c", None, 1)]
    said = found(texts, {"a": ["XAA", "XBB", "XCC"], "b": ["XAA", "XBB", "XDD"], "c": ["XCC"]})
    assert said.n == 2
    assert said.clauses == (
        Clause("sponsors.most", 3, {"what": Place("documents", "b")}),
        Clause("sponsors.after", 2),
        Clause("sponsors.no_more"),
        Clause("sponsors.leader", 2, {"states": States(("XAA", "XBB"))}),
    )


def test_of_one_text_nothing_is_compared_and_what_is_not_known_is_left_out():
    assert [c.key for c in found([text("a", 1, None)], {"a": ["XAA"]}).clauses] == ["sponsors.most"]
