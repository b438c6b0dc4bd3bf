"""What the front of an English file says of its text: dates, meeting, drafts, sponsors, vote."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from dashboard.sources.element_text import Element, line_of, place_of, text_of
from dashboard.sources.errors import Findings, RefusedError
from dashboard.sources.names import StateNames
from dashboard.sources.resolutions.sponsors import Sponsors, read_sponsors
from dashboard.sources.resolutions.voting import Decision, outcome_in_words, read_voting

NO_DATE = "0001-01-01"
_COMMITTEES = {
    "#firstCommittee": "first",
    "#secondCommittee": "second",
    "#thirdCommittee": "third",
    "#fourthCommittee": "fourth",
    "#fifthCommittee": "fifth",
    "#sixthCommittee": "sixth",
    "#noMainCommittee": "plenary",
}
_SYMBOL = re.compile(r"A/(?:[A-Z][\w.]*/)?\d+/[\w./-]*\w|A/\d+/\d+(?:/[\w.]+)*")
_RECORD = re.compile(r"A/[\w/-]+/PV\.\d+(?: ?\(Resumption \d+\))?(?:/Corr\.\d+)?")
_THESAURUS = re.compile(r"/thesaurus/(\d{4,10})$")

Members = Callable[[str], Collection[str]]
"""Gives the ISO3 codes of the members on a day, `YYYY-MM-DD`."""


@dataclass(frozen=True)
class FrontMatter:
    """The facts of one text in the record's form and order, and what is worth a warning."""

    facts: dict[str, Any]
    """`agenda_items` is empty here: each language adds its titles to them."""
    warnings: list[str]


def read_front_matter(
    root: Element, names: StateNames, members: Members, findings: Findings
) -> FrontMatter:
    """Read the facts of an English file.

    One that cannot be understood is unknown, and said among the findings; the others are kept.
    """
    adopted = findings.field("date of adoption", partial(_adopted, root), None)
    steps = _steps(root, findings)
    draft, added = steps.get("draftResolution"), steps.get("draftResolutionAdditionalSponsors")
    report, adoption = steps.get("recommendedForAdoption"), steps.get("adopted")
    committee = findings.field("committee", partial(_committee, root), "unknown")
    decision = _decision(root, names, lambda: members(adopted) if adopted else (), findings)
    if decision.outcome == "unknown":
        spoken = outcome_in_words(_get(adoption, "as"))
        decision = replace(decision, outcome=spoken or "unknown")
    record = _RECORD.fullmatch(_get(adoption, "as"))
    draft_by, added_by = (
        findings.field(
            what, partial(read_sponsors, _get(step, "by"), names, _place(step, what)), None
        )
        for step, what in ((draft, "draft sponsors"), (added, "added sponsors"))
    )
    facts = {
        "adopted": adopted,
        "issued": findings.field("day of issue", partial(_issued, root), None),
        "meeting": {"record": record[0] if record else None, "number": _meeting_number(root)},
        "committee": committee,
        "committee_report": _report(report, committee, findings),
        "agenda_items": [],
        "drafts": _drafts(root, draft, committee, findings),
        "sponsors": _sponsors(draft_by, added_by, _date(added, findings)),
        "outcome": decision.outcome,
        "votes": _votes(decision, adopted),
        "subjects": _subjects(root),
    }
    warned = [line for each in (draft_by, added_by) if each for line in each.warnings]
    return FrontMatter(facts, [*decision.warnings, *warned])


def _get(step: Element | None, name: str) -> str:
    return " ".join((step.get(name) or "").split()) if step is not None else ""


def _place(step: Element | None, what: str) -> str:
    return f"line {line_of(step)} {what}" if step is not None else what


def _steps(root: Element, findings: Findings) -> dict[str, Element]:
    """The steps of its way by their outcome; of one that stands twice, the first."""
    found: dict[str, Element] = {}
    workflow = root.find(".//{*}workflow")
    for step in [] if workflow is None else workflow.findall("{*}step"):
        outcome = step.get("outcome", "")
        if outcome in found:
            findings.add(RefusedError(place_of(step), f"a second {outcome!r} step"), "left out")
        found.setdefault(outcome, step)
    return found


def _date(step: Element | None, findings: Findings) -> str | None:
    value = _get(step, "date")
    if value in ("", NO_DATE):
        return None
    return findings.field("day", partial(_day, value, _place(step, "date")), None)


def _day(value: str, place: str) -> str:
    try:
        return dt.date.fromisoformat(value).isoformat()
    except ValueError:
        raise RefusedError(place, f"date {value!r}; a date is YYYY-MM-DD") from None


def _adopted(root: Element) -> str:
    for date in root.iterfind(".//{*}FRBRWork/{*}FRBRdate"):
        if date.get("name") == "adoption":
            return _day(date.get("date", ""), place_of(date))
    raise RefusedError("<FRBRWork>", "no date of adoption")


def _issued(root: Element) -> str | None:
    for date in root.iterfind(".//{*}coverPage//{*}docDate"):
        value = date.get("date", "")
        if value and value != NO_DATE:
            return _day(value, place_of(date))
    return None


def _meeting_number(root: Element) -> int | None:
    """The plenary meeting; older files name it in an `inline`, later ones in a `location`."""
    for name in ("location", "inline"):
        for element in root.iterfind(f".//{{*}}conclusions//{{*}}{name}"):
            if match := re.match(r"\d+", element.get("title", "")):
                return int(match[0])
    return None


def _committee(root: Element) -> str:
    proponent = root.find(".//{*}coverPage//{*}docProponent")
    if proponent is None:
        raise RefusedError("<coverPage>", "no <docProponent>: which committee it came from")
    found = proponent.get("refersTo", "")
    if found not in _COMMITTEES:
        allowed = ", ".join(_COMMITTEES)
        raise RefusedError(place_of(proponent), f"committee {found!r}; allowed: {allowed}")
    return _COMMITTEES[found]


def _report(
    step: Element | None, committee: str, findings: Findings
) -> dict[str, str | None] | str:
    symbols = _SYMBOL.findall(f"{_get(step, 'as')} {_get(step, 'by')}")
    if not symbols:
        return "not_applicable" if committee == "plenary" else "unknown"
    paragraph = _get(step, "refersTo") or None
    return {"symbol": symbols[0], "paragraph": paragraph, "date": _date(step, findings)}


def _drafts(
    root: Element, step: Element | None, committee: str, findings: Findings
) -> list[dict[str, str | None]]:
    symbols = _SYMBOL.findall(_get(step, "as"))
    dated, day = symbols[:1], _date(step, findings)
    if committee == "plenary":
        proponent = root.find(".//{*}coverPage//{*}docProponent")
        symbols += _SYMBOL.findall(text_of(proponent)) if proponent is not None else []
    return [
        {"symbol": symbol, "date": day if symbol in dated else None}
        for symbol in dict.fromkeys(symbols)
    ]


def _sponsors(
    draft: Sponsors | None, added: Sponsors | None, added_on: str | None
) -> dict[str, Any]:
    """Sponsors, or why there are none.

    A list that could not be read is unknown whole: a part of it would be counted as all. A text
    submitted by an officer or an organ has no sponsoring States: the question does not arise. An
    addition step that names nobody says that none was printed.
    """
    by_party = draft is not None and bool(draft.parties) and not draft.states
    proposed, joined = (
        dict(sorted(each.states.items())) if each else {} for each in (draft, added)
    )
    nobody = "unknown" if added is None else "not_applicable" if by_party else "none"
    return {
        "draft": proposed or ("not_applicable" if by_party else "unknown"),
        "added": joined or nobody,
        "added_on": added_on if joined else None,
        "parties": [party for each in (draft, added) if each for party in each.parties],
    }


def _votes(decision: Decision, adopted: str | None) -> list[dict[str, Any]]:
    if not decision.counts:
        return []
    return [
        {
            "stage": "plenary",
            "date": adopted,
            "counts": decision.counts,
            "roll_call": decision.roll_call or None,
            "names": decision.names,
            **({"complete": decision.complete} if decision.names == "partial" else {}),
        }
    ]


def _decision(
    root: Element, names: StateNames, members: Callable[[], Collection[str]], findings: Findings
) -> Decision:
    voting = findings.field("outcome", partial(_voting, root), None)
    return Decision("unknown") if voting is None else read_voting(voting, names, members, findings)


def _voting(root: Element) -> Element:
    found = list(root.iterfind(".//{*}voting"))
    if not found:
        raise RefusedError("<analysis>", "no <voting>: how it was decided")
    telling = [voting for voting in found if voting.get("outcome") or text_of(voting)]
    if len(telling) > 1:
        raise RefusedError(place_of(telling[1]), "parts decided separately")
    return telling[0] if telling else found[0]


def _subjects(root: Element) -> list[dict[str, str | None]]:
    """Subjects librarians gave; the automatic classifications beside them are left out."""
    subjects: dict[str, str | None] = {}
    for classification in root.iterfind(".//{*}classification"):
        if classification.get("source") == "DHLAUTH":
            for keyword in classification.iterfind("{*}keyword"):
                if keyword.get("dictionary") == "UNBIS Thesaurus":
                    match = _THESAURUS.search(keyword.get("href", ""))
                    label = " ".join(keyword.get("showAs", "").split())
                    subjects.setdefault(label, match[1] if match else None)
    return [{"id": code, "label": label} for label, code in subjects.items() if label]
