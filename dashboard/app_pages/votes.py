"""Who voted how, who moved, and who votes alike."""

from dashboard.analysis.findings.votes import votes
from dashboard.analysis.selection.select import as_read
from dashboard.analysis.votes.vote_totals import as_votes
from dashboard.ui.filters.filter_bar import filters
from dashboard.ui.frame.page import open_page
from dashboard.ui.frame.url_state import Reads
from dashboard.ui.records.record_or_list import list_found, open_record
from dashboard.ui.results.finding import finding
from dashboard.ui.votes.vote_bars import bars_view
from dashboard.ui.votes.vote_changes import moves_view
from dashboard.ui.votes.vote_overview import BOUNDS, agreement_view, grid_view
from dashboard.ui.votes.vote_record import OF_ONE_VOTE, vote_record

COLUMNS = ("title", "symbol", "date", "stage", "yes", "no", "abstain", "not_voting")
SPARE = ("names", "eligible", "topics")
STATE_BY_STATE = {"moved": moves_view, "grid": grid_view, "agreement": agreement_view}
VIEWS = {"bars": bars_view, "ballots": None, **STATE_BY_STATE}
ALSO = ("country", "group", "position")

reads = Reads(ALSO, views=(*VIEWS,), of_record=OF_ONE_VOTE, bounds=BOUNDS, made_of=as_votes)
page = open_page("votes", "recorded_votes", reads)
if item := open_record(page, set(page.snapshot.tables["recorded_votes"]["id"])):
    vote_record(page, item)
else:
    found = as_read(page.snapshot, "recorded_votes", page.query)
    finding(page, lambda: votes(found.rows, page.snapshot.tables["votes"]))
    filters(page, ("symbol", "stage", "track", "topic", "weight", "against"))
    data = dict.fromkeys(STATE_BY_STATE, "votes")
    list_found(page, found, COLUMNS, VIEWS, data, SPARE)
