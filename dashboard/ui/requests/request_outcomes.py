"""What came of requests of a kind, after how long, and what silence shows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import pandas as pd
import streamlit as st

from dashboard.analysis.found_rows import FoundRows
from dashboard.analysis.frames import Row, rows_of
from dashboard.analysis.requests.found_by_rule import found_by_rule
from dashboard.analysis.requests.outcomes import BY, NO_CLAUSE, OUTCOMES, UNKNOWN, divided, outcomes
from dashboard.analysis.requests.silence import (
    EVERY,
    FEW,
    SMALLEST,
    curves,
    figures,
    grouped,
    taken_note_of,
)
from dashboard.charts.requests.waiting import Panel, waiting, waiting_alt
from dashboard.ui.filters.nothing_found import nothing_found
from dashboard.ui.frame.links import switch
from dashboard.ui.frame.markdown import escaped
from dashboard.ui.frame.page import Page
from dashboard.ui.requests.outcome_lists import read_by_rule, silent, taken_note
from dashboard.ui.results.export_menu import download_figures
from dashboard.ui.results.figure import chart
from dashboard.ui.results.table import plain_table
from dashboard.words.places import request_reference


def outcomes_view(page: Page, found: FoundRows) -> None:
    """Requests by what became of them: a sentence, a drawing, its table, and who is behind it.

    With those on record stand those that a rule is sure of and nobody has read, marked as such.
    """
    _draw(page, found.rows, found_by_rule(page.snapshot, page.query))


def only_by_rule(page: Page) -> None:
    """The same where none is on record, if a rule finds some; else what empties the page."""
    by_rule = found_by_rule(page.snapshot, page.query)
    if by_rule.empty:
        nothing_found(page)
    else:
        _draw(page, by_rule.iloc[:0], by_rule)


def _draw(page: Page, found: pd.DataFrame, by_rule: pd.DataFrame) -> None:
    say, by = page.say, page.query.by or BY[0]
    rows = pd.concat([found, by_rule], ignore_index=True) if len(by_rule) else found
    requests = outcomes(rows, page.snapshot.as_of)
    groups = grouped(divided(page.snapshot, requests, by))
    noted = taken_note_of(page.snapshot, requests)
    drawn = curves(requests, groups)
    counted = figures(requests, groups, noted, drawn)
    every = rows_of(counted)[0]
    st.markdown(f"**{escaped(_sentence(page, every, len(by_rule)))}**")
    if len(by_rule):
        st.caption(escaped(say("outcome.rule_how")))
    switch(
        page,
        "by",
        BY,
        by,
        say("outcome.by"),
        lambda name: say(f"outcome.by_{name}"),
        default=BY[0],
        labelled=True,
    )
    names = {code: _name(page, by, code) for code in counted["group"]}
    panels = [
        Panel(row["group"], names[row["group"]], _in_brief(page, row))
        for row in rows_of(counted)
        if row["group"] in set(drawn["group"])
    ]
    if panels:
        chart(
            page,
            "outcomes",
            (by, tuple(rows["id"])),
            partial(
                waiting,
                drawn,
                panels=panels,
                behind=EVERY,
                few=SMALLEST,
                hover=say("outcome.hover"),
                days=lambda day: say("outcome.days", n=day),
            ),
            alt=waiting_alt(panels=panels, template=say("outcome.alt"), empty=say("empty.title")),
            note=_how_counted(page, every),
        )
    else:
        st.info(say("outcome.no_curve", n=SMALLEST))
        st.caption(escaped(_how_counted(page, every)))
    _table(page, counted, names, by)
    if len(drawn):
        with st.expander(say("chart.numbers")):
            _steps(page, drawn, names)
    told = dict(zip(requests["id"], requests["outcome"], strict=True))
    silent(page, found, told)
    asked = rows_of(rows.loc[rows["id"].isin(noted["request"]), ["id", "symbol", "place"]])
    taken_note(page, noted, {row["id"]: request_reference(say, row) for row in asked})
    read_by_rule(page, by_rule, told)


def _name(page: Page, by: str, code: str) -> str:
    """A group as people read it."""
    if code in (EVERY, FEW):
        return page.say(f"outcome.{code}", n=SMALLEST)
    if code == UNKNOWN:
        some_report = by == "deliverable"  # which only a rule leaves open
        return page.say("outcome.some_report") if some_report else page.label("absences", code)
    if by == "tier":
        return page.label("tiers", f"tier_{code}")
    if by == "money":
        no_clause = code == NO_CLAUSE
        return page.say("outcome.no_clause") if no_clause else page.label("softeners", code)
    return page.label("deliverables" if by == "deliverable" else "addressees", code)


def _came(row: Row) -> int:
    return int(row["came"]) + int(row["came_by"])


def _days(page: Page, days: int | None) -> str | None:
    return None if days is None else page.say("outcome.days", n=days)


def _sentence(page: Page, row: Row, by_rule: int) -> str:
    """The figures of all requests in a sentence, n given."""
    say, came, within = page.say, _came(row), _days(page, row["half"])
    asked, half = "outcome.asked_by_rule" if by_rule else "outcome.asked", ""
    if by_rule == row["asked"]:
        asked = "outcome.all_by_rule"
    if row["timed"] >= SMALLEST:
        half = say("outcome.half" if within else "outcome.no_half", days=within, n=row["timed"])
    rest = [say(f"outcome.{name}", n=row[name]) for name in OUTCOMES[2:] if row[name]]
    return say(
        "outcome.sentence",
        asked=say(asked, n=row["asked"], by_rule=say.number(by_rule)),
        came=say("outcome.came", n=came) if came else say("outcome.none_came"),
        half=half if came else "",
        rest=say("outcome.joint").join(
            rest if row["not_found"] else [say("outcome.none_silent"), *rest]
        ),
    )


def _in_brief(page: Page, row: Row) -> str:
    """A group's figures over its panel."""
    say, came, within = page.say, _came(row), _days(page, row["half"])
    half = say("outcome.brief_half", days=within) if within else say("outcome.brief_none")
    told = [say("outcome.came", n=came), half] if came else [say("outcome.brief_nothing")]
    return say(
        "outcome.brief",
        timed=say.number(row["timed"]),
        total=say.number(row["asked"]),
        told=say("outcome.joint").join(told),
    )


def _how_counted(page: Page, row: Row) -> str:
    """What the days are, what is counted as what, and how much of it is not known."""
    say = page.say
    return say(
        "outcome.how",
        date=say.date(page.snapshot.as_of.isoformat()),
        bound=say.number(row["came_by"]),
        came=say.number(_came(row)),
        out=say.number(row["asked"] - row["timed"]),
        small=SMALLEST,
    )


def _table(page: Page, counted: pd.DataFrame, names: Mapping[str, str], by: str) -> None:
    """The same figures group by group, and as a file."""
    say = page.say
    shown = pd.DataFrame(
        {
            say(f"outcome.by_{by}"): counted["group"].map(names),
            say("outcome.column_asked"): counted["asked"],
            say("outcome.column_all_came"): counted["came"] + counted["came_by"],
            **{say(f"outcome.column_{name}"): counted[name] for name in OUTCOMES},
            **{
                say(f"outcome.column_{name}"): counted[name]
                for name in ("timed", "half", "half_known", "documents", "noted")
            },
        }
    )
    plain_table(page, "outcomes", shown, alt=say("asks.table"))
    download_figures(page, shown, "outcomes")


def _steps(page: Page, drawn: pd.DataFrame, names: Mapping[str, str]) -> None:
    say = page.say
    shown = {
        say("outcome.group"): drawn["group"].map(names),
        say("outcome.column_day"): drawn["day"],
        say("outcome.column_waiting"): drawn["at_risk"],
        say("outcome.column_all_came"): drawn["came"],
        say("outcome.column_share"): drawn["share"].map("{:.0%}".format),
    }
    plain_table(page, "steps", shown)
