"""The sponsors of texts: how they grew, who they are, and which States sponsor most."""

from __future__ import annotations

from functools import partial

import pandas as pd
import streamlit as st

from dashboard.analysis.sponsors.sponsored_texts import (
    growth,
    ledger,
    ranking,
    shares,
    sponsored_and_voted,
)
from dashboard.charts.sponsors.growth import growth as growth_chart
from dashboard.charts.sponsors.growth import growth_alt
from dashboard.charts.sponsors.ranking import ranking as ranking_chart
from dashboard.charts.sponsors.ranking import ranking_alt
from dashboard.charts.sponsors.shares import shares as shares_chart
from dashboard.charts.sponsors.shares import shares_alt
from dashboard.ui.filters.picker import pick_groups, pick_texts
from dashboard.ui.frame.markdown import escaped
from dashboard.ui.frame.page import Page, on_phone
from dashboard.ui.frame.url_state import change, current_query
from dashboard.ui.records.record_parts import own_title, record_link, title_of
from dashboard.ui.results.figure import chart, selected, width
from dashboard.ui.states.state_names import named_states

REGIONS = "regional"
_DRAWN, _DRAWN_ON_PHONE = 24, 10
_RANKED, _RANKED_ON_PHONE = 30, 15


def texts_view(page: Page, found: pd.DataFrame) -> None:
    """One text's ledger where one is chosen, else how each of the texts grew."""
    symbols = _central_first(page, found)
    chosen = page.query.choice("symbol").any_of
    pick_texts(page, symbols, hint=page.say("sponsors.pick_hint"))
    if len(chosen) == 1 and chosen[0] in symbols:
        text_sponsors(page, chosen[0])
        return
    drawn = symbols[: _DRAWN_ON_PHONE if on_phone() else _DRAWN]
    counted = growth(page.snapshot, drawn)
    labels = {symbol: title_of(page, symbol) for symbol in drawn}
    chart(
        page,
        "growth",
        tuple(drawn),
        lambda: growth_chart(
            counted,
            labels=labels,
            steps=_steps(page),
            hover=page.say("sponsors.growth_hover"),
            dates=lambda date: page.say.date(date) or page.say("date.none_printed"),
            width_px=width(),
        ),
        alt=growth_alt(
            counted,
            labels=labels,
            template=page.say("sponsors.growth_alt"),
            empty=page.say("empty.title"),
        ),
        on_select=partial(_open_text, page.name),
    )
    st.caption(page.say("sponsors.growth_about", n=len(drawn), total=page.say.number(len(symbols))))
    _growth_table(page, symbols)


def _central_first(page: Page, found: pd.DataFrame) -> list[str]:
    """Texts with AI at their centre before those that touch on it; each in the order found."""
    place = {code: number for number, code in enumerate(page.labels("weights"))}
    order = found["weight"].map(place).sort_values(kind="stable", na_position="last").index
    return [str(record_id) for record_id in found.loc[order, "id"]]


def _steps(page: Page) -> dict[str, str]:
    return {step: page.say(f"sponsors.step_{step}") for step in ("draft", "additional")}


def _open_text(name: str, key: str) -> None:
    chosen = selected(key)
    if chosen:
        change(name, current_query(name).choosing("symbol", [str(chosen[0])]))


def _growth_table(page: Page, symbols: list[str]) -> None:
    documents = page.snapshot.tables["documents"].set_index("id").loc[symbols]
    shown = pd.DataFrame(
        {
            page.say("column.symbol"): symbols,
            page.say("column.title"): [own_title(page, r) for r in documents.to_dict("records")],
            page.say("column.date"): [page.say.date(date) for date in documents["date"]],
            page.say("sponsors.step_draft"): list(documents["sponsors_draft"]),
            page.say("sponsors.step_additional"): list(documents["sponsors_added"]),
            page.say("column.sponsors"): list(documents["sponsors"]),
        }
    )
    st.dataframe(
        shown, hide_index=True, key=f"{page.name}.growth", alt=page.say("table.alt", n=len(shown))
    )


def text_sponsors(page: Page, symbol: str) -> None:
    """The ledger of one text: totals, shares of groups, names, roles and days, and their votes."""
    say = page.say
    rows = ledger(page.snapshot, symbol)
    record_link(page, symbol, title_of(page, symbol), place="ledger")
    by_role = rows["role"].value_counts()
    with st.grid(3, min_column_width=140, gap="small") as grid:
        grid.metric(say("column.sponsors"), say.number(len(rows)))
        grid.metric(say("sponsors.step_draft"), say.number(int(by_role.get("original_sponsor", 0))))
        grid.metric(
            say("sponsors.step_additional"), say.number(int(by_role.get("additional_sponsor", 0)))
        )
    _shares(page, symbol)
    for role in ("original_sponsor", "additional_sponsor"):
        states = list(rows.loc[rows["role"] == role, "iso3"])
        if states:
            label = say("vote.names", position=page.label("sponsor_roles", role), n=len(states))
            named_states(page, label, states)
    _voted(page, symbol)
    with st.expander(say("chart.numbers")):
        st.dataframe(
            _ledger_table(page, rows), hide_index=True, key=f"{page.name}.ledger",
            alt=say("table.alt", n=len(rows)),
        )  # fmt: skip


def _shares(page: Page, symbol: str) -> None:
    chosen = pick_groups(page)
    counted = shares(page.snapshot, symbol, chosen or REGIONS)
    chart(
        page,
        "shares",
        (symbol, chosen),
        lambda: shares_chart(
            counted,
            groups=page.labels("groups"),
            hover=page.say("sponsors.share_hover"),
            written=page.say("sponsors.share_written"),
            width_px=width(),
        ),
        alt=shares_alt(
            counted,
            template=page.say("sponsors.share_alt"),
            groups=page.labels("groups"),
            empty=page.say("empty.title"),
        ),
    )
    st.caption(page.say("roll_call.group_note"))
    shown = pd.DataFrame(
        {
            page.say("facet.group"): [page.label("groups", group) for group in counted["group"]],
            page.say("column.sponsors"): list(counted["sponsors"]),
            page.say("sponsors.could_sponsor"): list(counted["eligible"]),
        }
    )
    with st.expander(page.say("sponsors.share_table")):
        st.dataframe(
            shown, hide_index=True, height="content", key=f"{page.name}.shares",
            alt=page.say("table.alt", n=len(shown)),
        )  # fmt: skip


def _voted(page: Page, symbol: str) -> None:
    """How sponsors and the others voted in plenary, where there was a vote."""
    crossed = sponsored_and_voted(page.snapshot, symbol)
    if crossed.empty:
        st.caption(page.say("sponsors.no_vote"))
        return
    parts = [
        page.say(
            "sponsors.voted",
            position=page.label("positions", str(row["position"])),
            sponsors=page.say.number(int(row["sponsors"])),
            others=page.say.number(int(row["others"])),
        )
        for row in crossed.to_dict("records")
    ]
    st.markdown(escaped(page.say("sponsors.crossed")) + " " + escaped(" · ".join(parts)))


def _ledger_table(page: Page, rows: pd.DataFrame) -> pd.DataFrame:
    say = page.say
    return pd.DataFrame(
        {
            say("facet.country"): rows["iso3"].map(page.state),
            say("facet.group"): rows["regional_group"].map(lambda g: page.label("groups", g)),
            say("facet.role"): rows["role"].map(lambda r: page.label("sponsor_roles", r)),
            say("column.date"): rows["date"].map(say.date, na_action="ignore"),
            say("sponsors.as_named"): rows["as_named"],
            say("field.votes"): rows["position"].map(
                lambda p: page.label("positions", p), na_action="ignore"
            ),
        }
    )


def ranking_view(page: Page, found: pd.DataFrame) -> None:
    """The States that sponsored most of the texts found."""
    say, symbols = page.say, list(found["id"])
    ranked = ranking(page.snapshot, symbols)
    groups = pick_groups(page)
    if groups:
        countries = page.snapshot.tables["countries"].set_index("iso3")
        own = countries["groups"] + countries["regional_group"].map(lambda g: (g,))
        ranked = ranked[ranked["iso3"].map(lambda iso3: not set(own[iso3]).isdisjoint(groups))]
    top = _RANKED_ON_PHONE if on_phone() else _RANKED
    names = {iso3: page.state(iso3) for iso3 in ranked["iso3"]}
    chart(
        page,
        "ranking",
        (tuple(symbols), groups),
        lambda: ranking_chart(
            ranked,
            names=names,
            steps=_steps(page),
            hover=say("sponsors.rank_hover"),
            written=say("sponsors.rank_written"),
            groups=page.labels("groups"),
            top=top,
            width_px=width(),
        ),
        alt=ranking_alt(
            ranked,
            names=names,
            template=say("sponsors.rank_alt"),
            empty=say("empty.title"),
            top=top,
        ),
    )
    st.caption(say("sponsors.rank_about", n=len(symbols)))
    shown = pd.DataFrame(
        {
            say("facet.country"): ranked["iso3"].map(page.state),
            say("facet.group"): ranked["regional_group"].map(lambda g: page.label("groups", g)),
            say("sponsors.texts"): ranked["texts"],
            say("sponsors.step_draft"): ranked["draft"],
            say("sponsors.step_additional"): ranked["added"],
            say("sponsors.could"): ranked["eligible"],
        }
    )
    st.dataframe(
        shown, hide_index=True, key=f"{page.name}.ranking", alt=say("table.alt", n=len(shown))
    )
