"""Who voted how, who moved, and who votes alike."""

from dashboard.analysis.selection.select import as_read
from dashboard.analysis.votes.vote_totals import as_votes
from dashboard.ui.filters.filter_bar import filters
from dashboard.ui.frame.page import open_page
from dashboard.ui.records.record_or_list import list_found, open_record
from dashboard.ui.votes.vote_bars import bars_view
from dashboard.ui.votes.vote_changes import moves_view
from dashboard.ui.votes.vote_overview import BOUNDS, agreement_view, grid_view
from dashboard.ui.votes.vote_record import vote_record

COLUMNS = ("title", "symbol", "date", "stage", "yes", "no", "abstain", "not_voting")
SPARE = ("names", "eligible", "topics")
STATE_BY_STATE = {"moved": moves_view, "grid": grid_view, "agreement": agreement_view}

ALSO = ("country", "group", "position")

page = open_page("votes", "recorded_votes", ALSO, bounds=BOUNDS, reading=as_votes)
if item := open_record(page, set(page.snapshot.tables["recorded_votes"]["id"])):
    vote_record(page, item)
else:
    filters(page, ("symbol", "stage", "track", "topic", "weight", "against"))
    found = as_read(page.snapshot, "recorded_votes", page.query)
    views = {"bars": bars_view, "ballots": None, **STATE_BY_STATE}
    data = dict.fromkeys(STATE_BY_STATE, "votes")
    list_found(page, found, COLUMNS, views, data, SPARE)
