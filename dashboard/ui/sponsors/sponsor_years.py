"""The sponsors of texts over the years: how many States of each regional group."""

from __future__ import annotations

from functools import partial

import pandas as pd

from dashboard.analysis.sponsors.regions_by_year import regions_by_year
from dashboard.charts.sponsors.regions_by_year import regions_by_year as years_chart
from dashboard.charts.sponsors.regions_by_year import regions_by_year_alt
from dashboard.ui.frame.page import Page
from dashboard.ui.results.figure import chart
from dashboard.ui.results.table import plain_table
from dashboard.ui.sponsors.tabled_for_groups import for_groups


def years_view(page: Page, found: pd.DataFrame) -> None:
    """States of each regional group that sponsored the texts found, in the role chosen."""
    say, symbols, role = page.say, list(found["id"]), page.query.choice("role")
    counted = regions_by_year(page.snapshot, symbols, role)
    groups = page.labels("groups")
    chart(
        page,
        "years",
        (tuple(symbols), role),
        partial(
            years_chart,
            counted,
            groups=groups,
            year=say("sponsors.year_column"),
            hover=say("sponsors.year_hover"),
        ),
        alt=regions_by_year_alt(
            counted, groups=groups, template=say("sponsors.year_alt"), empty=say("empty.title")
        ),
        note=say("sponsors.year_about", n=len(symbols)),
    )
    for_groups(page, found)
    shown = {
        say("sponsors.year"): counted["year"],
        say("facet.group"): counted["group"].map(groups),
        say("sponsors.year_states"): counted["states"],
        say("sponsors.could_sponsor"): counted["eligible"],
        say("sponsors.year_sponsorships"): counted["sponsorships"],
        say("sponsors.year_texts"): counted["texts"],
    }
    plain_table(page, "years", shown)
