"""A draft held against all that was adopted: what is agreed, what is new, what moved."""

from dashboard.analysis.agreed_language.matches import matches
from dashboard.ui.agreed_language.draft_input import draft_input
from dashboard.ui.agreed_language.draft_lines import draft_balance, draft_lines, draft_papers
from dashboard.ui.agreed_language.history import phrase_view
from dashboard.ui.filters.active_filters import not_understood
from dashboard.ui.frame.page import open_page
from dashboard.ui.frame.shell import title_bar
from dashboard.ui.frame.url_state import Reads
from dashboard.ui.results.result_bar import view_switch

VIEWS = ("draft", "phrase")

page = open_page("agreed_language", "paragraphs", Reads(only=("q", "view"), views=VIEWS))
title_bar(page)
not_understood(page)
if view_switch(page, VIEWS) == "phrase":
    phrase_view(page)
elif (draft := draft_input(page)) is not None:
    found = matches(page.snapshot, draft)
    draft_balance(page, found)
    draft_papers(page, found)
    draft_lines(page, draft, found)
