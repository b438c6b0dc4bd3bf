"""One request with its chain: paragraph, who is asked, when due, what came, how that is known."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from dashboard.analysis.requests.due import of_paragraph
from dashboard.corpus.records.fields import first_day
from dashboard.corpus.records.requests import Answer, Request
from dashboard.corpus.request_answers import known_answers
from dashboard.corpus.request_status import is_estimated
from dashboard.symbols import official_url
from dashboard.ui.frame.links import page_link
from dashboard.ui.frame.markdown import escaped, link
from dashboard.ui.frame.page import Page, Row, text_or_none
from dashboard.ui.records.provenance import provenance
from dashboard.ui.records.record_parts import (
    Fact,
    facts,
    heading,
    meaning_of,
    record_link,
    record_page,
    text_of,
    title_of,
)
from dashboard.ui.records.sections import in_sections, section_title
from dashboard.ui.requests.request_list import status_badge
from dashboard.ui.requests.requests_due import request_link
from dashboard.words.due import due_words, stated
from dashboard.words.places import citing_place, request_reference


def request_record(page: Page, request_id: str) -> None:
    """Everything on record about one request; `request_id` must be in the requests table."""
    row = page.row("requests", request_id)
    listed = page.snapshot.requests[str(row["symbol"])]
    record = next(request for request in listed.requests if request.id == request_id)
    overline = (
        page.label("deliverables", record.deliverable),
        request_reference(page.say, row),
    )
    heading(page, overline, page.say.texts(dict(record.subject))[:1])
    status = str(row["status"])
    st.markdown(f"{status_badge(page, status)} {escaped(_verdict(page, row))}")
    again = [
        link(request_reference(page.say, place.model_dump()), official_url(place.symbol))
        for place in record.reiterated_in
    ]
    facts(_facts(page, row, record), [(page.say("requests.reiterated"), place) for place in again])
    _answers(page, row, record)
    _paragraph(page, row)
    _beside(page, row)
    in_sections(
        page,
        provenance(
            page,
            str(row["symbol"]),
            notes=[record.note],
            conflicts=record.conflicts,
            sources=record.sources,
            verification="verified_primary",
            checked=listed.checked,
        ),
    )


def _verdict(page: Page, row: Row) -> str:
    """The status in a sentence, with the days where they are known."""
    say, late = page.say, row["days_late"]
    due = due_words(say, row)
    status = str(row["status"])
    if status == "issued_late" and isinstance(late, int):
        return say("requests.late_by", n=late, date=due)
    if due and say.has(f"requests.verdict_{status}"):
        return say(f"requests.verdict_{status}", date=due)
    return say("due.as_of", date=say.date(page.snapshot.as_of.isoformat()))


def _facts(page: Page, row: Row, record: Request) -> Iterator[Fact]:
    say = page.say
    yield say("requests.asked"), text_of(page, record.addressee.name)
    yield say("requests.asked_on"), page.date(row)
    if record.window:
        window = say.dates(record.window.start, record.window.end)
        ours = is_estimated(record.due_basis)
        yield (
            say("requests.window"),
            say("due.estimated_window", dates=window) if ours else window,
        )
    due, basis = stated(say, row), page.label("due_bases", record.due_basis)
    yield say("requests.stated"), say("requests.stated_as", due=due or say("due.none"), basis=basis)
    if due and is_estimated(record.due_basis):
        yield say("requests.due_reason"), meaning_of(page, "due_bases", record.due_basis)
    yield say("requests.frequency"), page.label("frequencies", record.frequency)
    yield say("requests.relation"), page.label("ai_relations", record.ai_relation)
    if row["established_by"]:
        yield say("requests.scope"), page.label("answer_scopes", record.answer_scope)
    elif not record.answers:
        yield say("requests.search"), page.label("searches", record.search)
        if record.cannot_be_known:
            yield say("requests.cannot_be_known"), page.label("unknowable", record.cannot_be_known)
    if record.searched:
        yield say("requests.searched_day" if record.answers else "requests.searched"), say.listed(
            say("requests.searched_on", place=page.label("search_places", each.where),
                date=say.date(each.on)) for each in record.searched
        )  # fmt: skip


def _answers(page: Page, row: Row, record: Request) -> None:
    """Each answer known on the day of the page, with its date, how it is known, and where."""
    say, day = page.say, page.snapshot.as_of
    section_title(page, say("requests.answers"))
    known = known_answers(record.answers, first_day(str(row["date"])), day)
    if not known:
        key = "then" if record.answers else record.search
        st.markdown(escaped(say(f"requests.no_answer_{key}", date=say.date(day.isoformat()))))
        return
    for number, answer in enumerate(known):
        with st.container(border=True, gap="small"):
            _answer(page, answer, number)


def _answer(page: Page, answer: Answer, number: int) -> None:
    say = page.say
    known = answer.symbol or answer.event
    if known and record_page(page, known):
        record_link(page, known, title_of(page, known), place=f"answer{number}")
    elif answer.symbol:
        st.markdown(link(answer.symbol, official_url(answer.symbol)))
    parts = []
    if answer.issued:
        parts.append(say("requests.issued", date=say.date(answer.issued)))
    elif answer.known_by:
        parts.append(say("requests.known_by", date=say.date(answer.known_by)))
    parts += [page.label("established_by", code) for code in answer.established_by]
    if answer.via:
        parts.append(citing_place(say, answer.via))
    said = escaped(" · ".join(parts))
    if answer.source:
        said += " · " + link(say("statements.source"), answer.source)
    st.markdown(said)


def _paragraph(page: Page, row: Row) -> None:
    """The paragraph that asks, and its text."""
    paragraph = text_or_none(row["paragraph"])
    if paragraph:
        label = page.say("requests.open_paragraph", paragraph=request_reference(page.say, row))
        page_link(page, label, "paragraphs", {"item": [paragraph]}, key="paragraph")
    record_link(page, str(row["symbol"]), title_of(page, str(row["symbol"])), place="text")


def _beside(page: Page, row: Row) -> None:
    """What else the same paragraph asks for."""
    paragraph = text_or_none(row["paragraph"])
    if paragraph is None:
        return
    others = of_paragraph(page.snapshot.tables["requests"], paragraph)
    others = others[others["id"] != row["id"]]
    if others.empty:
        return
    st.caption(page.say("requests.also"))
    for other in others.to_dict("records"):
        request_link(page, other, "beside")
