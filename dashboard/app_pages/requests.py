"""What the texts ask for, when it is due, and whether it came."""

from dashboard.analysis.findings.requests import requests
from dashboard.analysis.requests.due import by_due
from dashboard.analysis.selection.select import found_rows
from dashboard.ui.frame.page import open_page
from dashboard.ui.frame.url_state import Reads
from dashboard.ui.records.record_or_list import list_found, open_record
from dashboard.ui.requests.request_chart import due_picture
from dashboard.ui.requests.request_outcomes import only_by_rule, outcomes_view
from dashboard.ui.requests.request_record import request_record
from dashboard.ui.results.opening import opening
from dashboard.ui.results.subscriptions import subscriptions

FACETS = ("status", "deliverable", "addressee", "symbol", "topic", "track", "weight", "mentions")
COLUMNS = ("subject", "due_to", "status", "entity", "symbol", "place", "answered_by")
SPARE = ("deliverable", "answered_on", "days_late", "track", "topics")

VIEWS = {"table": None, "outcomes": outcomes_view}

page = open_page("requests", reads=Reads(views=(*VIEWS, "chart")))  # once a view of its own
if item := open_record(page, set(page.snapshot.tables["requests"]["id"])):
    request_record(page, item)
else:
    found = found_rows(page.snapshot, "requests", page.query)
    picture = due_picture(page, found)
    place = opening(page, lambda: requests(found.rows, page.snapshot.as_of), picture, FACETS)
    with place:
        subscriptions(page, "requests")
    found = found if page.query.sort else found.ordered(by_due)
    list_found(page, found, COLUMNS, VIEWS, spare=SPARE, otherwise=only_by_rule, over=place)
