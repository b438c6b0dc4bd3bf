"""Invented statements and requests, for the small record of `tests.invented.builders`."""

from __future__ import annotations

from typing import Any

Values = dict[str, Any]
CHECKED = "2035-12-31"
SOURCES = [{"url": "https://example.org/invented"}]


def statement(statement_id: str = "alder-explains", **changes: Any) -> Values:
    """What an invented State said about the invented resolution."""
    return {
        "id": statement_id,
        "date": "2035-12-01",
        "speakers": ["XAA"],
        "forum": {"en": "Plenary", "zh": "全体会议"},
        "meeting": "A/90/PV.50",
        "type": "invented",
        "stance": "invented",
        "form": "oral",
        "scope": "core",
        "vote_stated": "yes",
        "targets": [
            {"document": "A/RES/90/1", "named": ["OP2"],
             "paragraphs": ["op2"]},
        ],
        "point": {"en": "Our own words about what was said.", "zh": "自拟"},
        "verification": "reported",
        "checked": CHECKED,
        "sources": SOURCES,
        **changes,
    }  # fmt: skip


def joint_statement(**changes: Any) -> Values:
    """What two invented States said for their group, on a day not known."""
    targets = [{"document": "A/RES/90/1"}, {"document": "grove-summit", "named": ["3"]}]
    joint = statement(
        "grove-speaks", date="2035-11", speakers=["XDD", "XBB"], aligned=["XCC"], group="grove",
        on_behalf_of={"en": "Grove group"}, scope="related", form="written", targets=targets,
    )  # fmt: skip
    unset = ("meeting", "vote_stated")
    return {**{k: v for k, v in joint.items() if k not in unset}, **changes}


def request(request_id: str = "90-1-3", **changes: Any) -> Values:
    """A report asked for in the 90th session and answered in the 91st."""
    return {
        "id": request_id,
        "paragraph": "op3",
        "place": "3",
        "addressee": {"code": "invented", "name": {"en": "Office of Trees", "zh": "树木办公室"}},
        "deliverable": "invented",
        "subject": {"en": "Report on machines", "zh": "机器报告"},
        "due": "91",
        "due_basis": "invented",
        "window": {"start": "2036-09-09", "end": "2037-09-07"},
        "frequency": "invented",
        "about_ai": True,
        "ai_relation": "invented",
        "answers": [
            {"symbol": "A/91/7", "issued": "2036-07", "established_by": ["invented"]},
        ],
        "answer_scope": "invented",
        "search": "found",
        **changes,
    }


def requests(**changes: Any) -> Values:
    """All that the invented resolution asks for: a report, and a meeting nobody looked for."""
    unasked = {
        "id": "90-1-3-2", "paragraph": None, "place": "annex, 4", "due": None, "window": None,
        "about_ai": False, "answers": [], "answer_scope": None, "search": "not_searched",
    }  # fmt: skip
    return {
        "symbol": "A/RES/90/1",
        "coded_by": "human",
        "reviewed": True,
        "checked": CHECKED,
        "requests": [request(), request(**unasked)],
        **changes,
    }
