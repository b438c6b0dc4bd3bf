"""Every paragraph: where it stands, how it opens, what it is about."""

from dashboard.analysis.findings.paragraphs import paragraphs
from dashboard.analysis.selection.select import as_read
from dashboard.ui.agreed_language.history import trace_link
from dashboard.ui.frame.page import open_page
from dashboard.ui.frame.shell import title_bar
from dashboard.ui.frame.url_state import Reads
from dashboard.ui.paragraphs.about_ai_chart import about_ai_picture
from dashboard.ui.paragraphs.paragraph_list import one_paragraph, reading_list, with_wording_found
from dashboard.ui.records.record_or_list import list_found
from dashboard.ui.results.opening import opening

FACETS = (
    *("symbol", "verb", "tier", "addressee", "topic", "main_topic", "part", "track"),
    *("weight", "min_sponsors", "mentions", "near_ai"),
)
COLUMNS = ("symbol", "number", "verb", "summary", "hit", "addressees", "tier", "date")
SPARE = ("main_topic", "topics", "part", "track", "weight")

VIEWS = {"table": None, "reading": reading_list}

page = open_page("paragraphs", reads=Reads(views=(*VIEWS,)))
title_bar(page)
selected = as_read(page.snapshot, "paragraphs", page.query)
picture = None if page.query.item else about_ai_picture(page, selected)
place = opening(page, lambda: paragraphs(selected), picture, FACETS)
with place:
    trace_link(page)
one_paragraph(page)
found = with_wording_found(page, selected)
list_found(page, found, COLUMNS, VIEWS, spare=SPARE, over=place)
