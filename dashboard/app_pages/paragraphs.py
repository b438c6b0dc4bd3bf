"""Every paragraph: where it stands, how it opens, what it is about."""

from dashboard.analysis.selection.select import newest_first, select
from dashboard.ui.filters import filters
from dashboard.ui.in_force import nothing_found
from dashboard.ui.page import open_page
from dashboard.ui.paragraph_list import one_paragraph, reading_list
from dashboard.ui.results import result_bar
from dashboard.ui.shell import title_bar
from dashboard.ui.table import paged_table

FACETS = ("symbol", "verb", "tier", "addressee", "topic", "part", "track", "weight", "mentions")

page = open_page("paragraphs")
title_bar(page.say, page.say("paragraphs.title"))
filters(page, FACETS)
one_paragraph(page)
found = select(page.snapshot, "paragraphs", newest_first(page.query))
if found.empty:
    nothing_found(page)
else:
    if result_bar(page, found, ("table", "reading")) == "reading":
        reading_list(page, found)
    else:
        paged_table(
            page,
            found,
            ("symbol", "number", "verb", "summary", "addressees", "tier", "topics", "date"),
        )
