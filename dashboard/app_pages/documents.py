"""Every document on record, and a page for each."""

from dashboard.analysis.findings.records import documents
from dashboard.analysis.selection.select import as_read
from dashboard.ui.frame.page import open_page
from dashboard.ui.quality.about import not_held
from dashboard.ui.records.adoption_chart import adoption_picture
from dashboard.ui.records.document_record import document_record
from dashboard.ui.records.record_or_list import list_found, open_record
from dashboard.ui.results.opening import opening

IDENTITY = ("title", "symbol", "date", "kind")
COUNTS = ("yes", "no", "abstain", "sponsors", "mentions_ai")
FACETS = ("kind", "body", "track", "topic", "weight", "min_sponsors")
SPARE = ("outcome", "operative", "weight", "body", "track", "topics")

page = open_page("documents")
if item := open_record(page, set(page.snapshot.tables["documents"]["id"])):
    document_record(page, item)
else:
    found = as_read(page.snapshot, "documents", page.query)
    place = opening(page, lambda: documents(found.rows), adoption_picture(page, found), FACETS)
    list_found(page, found, (*IDENTITY, *COUNTS), spare=SPARE, over=place)
    not_held(page)
