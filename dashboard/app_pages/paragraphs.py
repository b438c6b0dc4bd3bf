"""Every paragraph: where it stands, how it opens, what it is about."""

from dashboard.analysis.selection.select import newest_first, select
from dashboard.ui.filters.active_filters import nothing_found
from dashboard.ui.filters.filter_bar import filters
from dashboard.ui.frame.page import open_page
from dashboard.ui.frame.shell import title_bar
from dashboard.ui.paragraphs.paragraph_list import one_paragraph, reading_list
from dashboard.ui.results.result_bar import result_bar
from dashboard.ui.results.table import paged_table

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
