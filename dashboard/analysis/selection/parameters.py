"""The names a URL may use, what each one reads, and on which column of which table it acts.

The names are the contract of the URL: the same on every page and every route. How a value
selects follows from the kind of its column (see `dashboard.corpus.tables.columns`).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from dashboard.corpus.tables.columns import TABLES, Column

VOCABULARY: Mapping[str, str] = MappingProxyType(
    {
        "kind": "kinds",
        "body": "bodies",
        "lane": "lanes",
        "track": "tracks",
        "weight": "weights",
        "topic": "topics",
        "verb": "verbs",
        "addressee": "addressees",
        "part": "parts",
        "stage": "stages",
        "position": "positions",
        "role": "sponsor_roles",
        "status": "request_statuses",
        "deliverable": "deliverables",
        "stance": "stances",
        "type": "statement_types",
    }
)
"""The vocabulary whose codes a parameter takes."""

TIERS = tuple(str(tier) for tier in range(7))
FLAGS = ("true", "false")
MAY_BE_UNKNOWN = frozenset({*VOCABULARY, "tier"})
"""Parameters that also take `unknown`: rows whose code is not known, or not yet coded."""

CHOICES = (*VOCABULARY, "tier", "country", "group", "symbol")
"""Parameters that may be repeated: any of the values, none of those prefixed with `!`."""
DATES = ("from", "to", "since", "as_of")
NUMBERS = ("limit", "offset", "against")
PAGE_ONLY = ("item", "lang", "view", "show", "v")
"""Parameters that say how a page shows a selection and never change the selection; `show`
adds a layer to a drawing, `v` is the data version a link was made with."""

NAMES = (
    "q",
    "from",
    "to",
    *CHOICES,
    "mentions",
    "against",
    "since",
    "as_of",
    "sort",
    "limit",
    "offset",
    *PAGE_ONLY,
)
"""Every parameter, in the order a link carries them."""

_RECORD = {
    "kind": "kind",
    "body": "body",
    "track": "track",
    "weight": "weight",
    "topic": "topics",
    "symbol": "symbol",
}

COLUMNS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "timeline": {**_RECORD, "lane": "lane", "country": "states", "group": "states"},
        "documents": {**_RECORD, "mentions": "mentions_ai", "against": "no"},
        "paragraphs": {
            "body": "body",
            "track": "track",
            "weight": "weight",
            "topic": "topics",
            "verb": "head",
            "tier": "tier",
            "addressee": "addressees",
            "part": "part",
            "symbol": "symbol",
            "mentions": "mentions_ai",
        },
        "recorded_votes": {
            "symbol": "symbol",
            "stage": "stage",
            "track": "track",
            "topic": "topics",
            "weight": "weight",
            "against": "no",
        },
        "votes": {
            "symbol": "symbol",
            "stage": "stage",
            "position": "position",
            "country": "iso3",
            "group": "iso3",
            "track": "track",
            "topic": "topics",
            "weight": "weight",
        },
        "sponsors": {
            "symbol": "symbol",
            "role": "role",
            "country": "iso3",
            "group": "iso3",
            "track": "track",
            "topic": "topics",
            "weight": "weight",
        },
        "statements": {
            "symbol": "symbol",
            "country": "speaker_iso3",
            "group": "speaker_iso3",
            "type": "type",
            "stance": "stance",
            "weight": "weight",
        },
        "requests": {
            "symbol": "symbol",
            "addressee": "addressee",
            "deliverable": "deliverable",
            "status": "status",
            "track": "track",
            "topic": "topics",
            "weight": "weight",
            "mentions": "about_ai",
        },
        "countries": {"country": "iso3", "group": "iso3"},
    }
)
"""For each table, the column a parameter acts on. `from` and `to` act on the dates of every
table that has some, `q` on its text, `since` on the records that `RECORD_OF` names."""

RECORD_OF: Mapping[str, str] = MappingProxyType(
    {
        "timeline": "id",
        "documents": "id",
        "paragraphs": "symbol",
        "recorded_votes": "symbol",
        "votes": "symbol",
        "sponsors": "symbol",
        "statements": "id",
        "requests": "symbol",
    }
)
"""For each table, the column with the id of the record a row is part of: what the log of changes
names. States are no records of it."""

SEARCHED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "timeline": (
            *("title_en", "title_zh", "short_en", "short_zh", "summary_en", "summary_zh"),
            "symbol",
        ),
        "documents": (
            *("title_en", "title_zh", "short_en", "short_zh", "symbol", "drafts"),
            *("meeting", "committee_report", "agenda_item", "subjects"),
        ),
        "paragraphs": ("symbol", "number", "verb", "verb_zh", "summary_en", "summary_zh"),
        "recorded_votes": ("symbol", "title_en", "title_zh", "subject_en", "subject_zh"),
        "votes": ("symbol", "iso3"),
        "sponsors": ("symbol", "iso3", "as_named"),
        "statements": (
            *("symbol", "point_en", "point_zh", "on_behalf_of", "on_behalf_of_zh"),
            *("forum_en", "forum_zh", "person"),
        ),
        "requests": (
            *("symbol", "subject_en", "subject_zh", "entity_en", "entity_zh", "answered_by"),
            *("title_en", "title_zh"),
        ),
        "countries": ("iso3", "name_en", "name_zh"),
    }
)
"""The columns `q` searches. An `iso3` is searched by the State's names as well."""


def column(table: str, parameter: str) -> Column:
    """The column a parameter acts on. Raises `KeyError` where it acts on none."""
    return TABLES[table][COLUMNS[table][parameter]]


def acting(table: str) -> frozenset[str]:
    """The parameters that shape the rows of a table, or say how a page shows them."""
    always = ("q", "sort", "limit", "offset", *PAGE_ONLY)
    dated = ["from", "to"] if "date" in TABLES[table] else []
    if table == "requests":
        dated.append("as_of")
    if table in RECORD_OF:
        dated.append("since")
    return frozenset({*always, *dated, *COLUMNS[table]})
