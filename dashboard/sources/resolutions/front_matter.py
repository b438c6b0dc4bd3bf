"""What the front of an English file says of its text: dates, meeting, drafts, sponsors, vote."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace

from dashboard.sources.element_text import Element, line_of, text_of
from dashboard.sources.errors import RefusedError
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
    """The facts of one text, still as plain values; `decision` may lack an outcome."""

    adopted: str
    issued: str | None
    meeting_record: str | None
    meeting_number: int | None
    committee: str
    report: str | None
    report_paragraph: str | None
    report_date: str | None
    drafts: list[tuple[str, str | None]]
    draft_by: Sponsors
    added_by: Sponsors
    added_on: str | None
    decision: Decision
    subjects: list[tuple[str | None, str]]
    warnings: list[str] = field(default_factory=list)


def read_front_matter(root: Element, names: StateNames, members: Members) -> FrontMatter:
    """Read the facts of an English file. Raises `RefusedError` where one cannot be understood."""
    adopted = _adopted(root)
    steps = _steps(root)
    draft, added = steps.get("draftResolution"), steps.get("draftResolutionAdditionalSponsors")
    report, adoption = steps.get("recommendedForAdoption"), steps.get("adopted")
    committee = _committee(root)
    decision = read_voting(_voting(root), names, lambda: members(adopted))
    if decision.outcome == "unknown":
        spoken = outcome_in_words(_get(adoption, "as"))
        decision = replace(decision, outcome=spoken or "unknown")
    record = _RECORD.fullmatch(_get(adoption, "as"))
    draft_by = read_sponsors(_get(draft, "by"), names, _place(draft, "draft sponsors"))
    added_by = read_sponsors(_get(added, "by"), names, _place(added, "added sponsors"))
    report_symbols = _SYMBOL.findall(f"{_get(report, 'as')} {_get(report, 'by')}")
    return FrontMatter(
        adopted=adopted,
        issued=_issued(root),
        meeting_record=record[0] if record else None,
        meeting_number=_meeting_number(root),
        committee=committee,
        report=report_symbols[0] if report_symbols else None,
        report_paragraph=_get(report, "refersTo") or None,
        report_date=_date(report) if report_symbols else None,
        drafts=_drafts(root, draft, committee),
        draft_by=draft_by,
        added_by=added_by,
        added_on=_date(added),
        decision=decision,
        subjects=_subjects(root),
        warnings=[*decision.warnings, *draft_by.warnings, *added_by.warnings],
    )


def _get(step: Element | None, name: str) -> str:
    return " ".join((step.get(name) or "").split()) if step is not None else ""


def _place(step: Element | None, what: str) -> str:
    return f"line {line_of(step)} {what}" if step is not None else what


def _steps(root: Element) -> dict[str, Element]:
    found: dict[str, Element] = {}
    workflow = root.find(".//{*}workflow")
    for step in [] if workflow is None else workflow.findall("{*}step"):
        outcome = step.get("outcome", "")
        if outcome in found:
            raise RefusedError(f"line {line_of(step)} <step>", f"a second {outcome!r} step")
        found[outcome] = step
    return found


def _date(step: Element | None) -> str | None:
    value = _get(step, "date")
    return None if value in ("", NO_DATE) else _day(value, _place(step, "date"))


def _day(value: str, place: str) -> str:
    try:
        return dt.date.fromisoformat(value).isoformat()
    except ValueError:
        raise RefusedError(place, f"date {value!r}; a date is YYYY-MM-DD") from None


def _adopted(root: Element) -> str:
    for date in root.iterfind(".//{*}FRBRWork/{*}FRBRdate"):
        if date.get("name") == "adoption":
            return _day(date.get("date", ""), f"line {line_of(date)} <FRBRdate>")
    raise RefusedError("<FRBRWork>", "no date of adoption")


def _issued(root: Element) -> str | None:
    for date in root.iterfind(".//{*}coverPage//{*}docDate"):
        value = date.get("date", "")
        if value and value != NO_DATE:
            return _day(value, f"line {line_of(date)} <docDate>")
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
        raise RefusedError(
            f"line {line_of(proponent)} <docProponent>",
            f"committee {found!r}; allowed: {', '.join(_COMMITTEES)}",
        )
    return _COMMITTEES[found]


def _drafts(root: Element, step: Element | None, committee: str) -> list[tuple[str, str | None]]:
    symbols = _SYMBOL.findall(_get(step, "as"))
    dated = symbols[:1]
    if committee == "plenary":
        proponent = root.find(".//{*}coverPage//{*}docProponent")
        symbols += _SYMBOL.findall(text_of(proponent)) if proponent is not None else []
    return [(s, _date(step) if s in dated else None) for s in dict.fromkeys(symbols)]


def _voting(root: Element) -> Element:
    found = list(root.iterfind(".//{*}voting"))
    if not found:
        raise RefusedError("<analysis>", "no <voting>: how it was decided")
    telling = [voting for voting in found if voting.get("outcome") or text_of(voting)]
    if len(telling) > 1:
        raise RefusedError(f"line {line_of(telling[1])} <voting>", "parts decided separately")
    return telling[0] if telling else found[0]


def _subjects(root: Element) -> list[tuple[str | None, str]]:
    """Subjects librarians gave; the automatic classifications beside them are left out."""
    subjects: dict[str, str | None] = {}
    for classification in root.iterfind(".//{*}classification"):
        if classification.get("source") == "DHLAUTH":
            for keyword in classification.iterfind("{*}keyword"):
                if keyword.get("dictionary") == "UNBIS Thesaurus":
                    match = _THESAURUS.search(keyword.get("href", ""))
                    label = " ".join(keyword.get("showAs", "").split())
                    subjects.setdefault(label, match[1] if match else None)
    return [(code, label) for label, code in subjects.items() if label]
