"""The names a URL may use: one table says of each what it takes and where it acts.

The names are the contract of the URL: the same on every page and every route. How a value is
read, what it selects, how it is said and asked for follow from the *kind* of its parameter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from dashboard.corpus.tables.columns import TABLES

Kind = Literal[
    "text",  # words to find
    "date",  # a day, month or year
    "since",  # the same, or a data version
    "choice",  # codes: any of some, none of others
    "flag",  # true or false
    "scope",  # what concerns AI, or everything
    "at_most",  # a number that a column may not exceed
    "at_least",  # a number that a column must reach
    "order",  # columns to sort by
    "window",  # a number: which part of the selection
    "page",  # how a page shows a selection; never changes it
]
_NEVER_UNKNOWN = ("states", "groups", "symbols")
"""Lists of codes: a row without one of them has none, and nothing about it is unknown."""


@dataclass(frozen=True)
class Parameter:
    """One name of a URL. `columns` has each table it acts on, with the column; None for no single
    one, `documents.sponsors` for that of each row's document. `beside` names the parameter whose
    line in the README it shares."""

    name: str
    kind: Kind
    meaning: str
    columns: Mapping[str, str | None]
    vocabulary: str = ""
    beside: str = ""

    @property
    def narrows(self) -> bool:
        """Whether it can leave rows out; the others say how what is left is shown."""
        return self.kind not in ("order", "window", "page")

    @property
    def repeats(self) -> bool:
        """Whether it may stand several times."""
        return self.kind in ("choice", "order")

    @property
    def takes_unknown(self) -> bool:
        """Whether it takes `unknown` as well: rows whose code is not known, or not yet coded."""
        return self.kind == "choice" and self.vocabulary not in _NEVER_UNKNOWN


TIERS = tuple(str(tier) for tier in range(7))
ABOUT_AI, EVERYTHING = SCOPES = ("ai", "all")
"""What a view is of. Pages open on what concerns AI; a route that is asked for neither answers
everything."""

_TABLES_OF_RECORDS = ("timeline", "documents", "statements")
RECORD_OF: Mapping[str, str] = MappingProxyType(
    {
        table: "id" if table in _TABLES_OF_RECORDS else "symbol"
        for table in TABLES
        if table != "countries"
    }
)
"""For each table, the column with the id of the record a row is part of: what the log of changes
names. States are no records of it."""

_EVERY = dict.fromkeys(TABLES)
_DATED = dict.fromkeys(table for table in TABLES if "date" in TABLES[table])
_RECORDS = tuple(RECORD_OF)
_TEXTS = tuple(table for table in RECORD_OF if table != "statements")
_WORDED = ("documents", "paragraphs", "acts")
_QUOTED = dict.fromkeys(_WORDED[:2])
_STATES = {
    "timeline": "states",
    "votes": "iso3",
    "sponsors": "iso3",
    "statements": "speaker_iso3",
    "countries": "iso3",
}


def _choice(
    name: str, vocabulary: str, meaning: str, *tables: str, column: str = "", beside: str = ""
) -> Parameter:
    """Codes of one vocabulary, in a column that is called as the parameter unless it is given."""
    columns = dict.fromkeys(tables, column or name)
    return Parameter(name, "choice", meaning, columns, vocabulary, beside)


PARAMETERS = (
    Parameter(
        "q",
        "text",
        'words in any order, `"a phrase"`, `-without`; what means the same as well (AI: artificial '
        "intelligence, 人工智能), a State by any name; simplified or traditional Chinese; a symbol "
        "in any spelling, also as an address; one paragraph: `78/265 para 6 (e)`, `79/239 pp3`",
        _EVERY,
    ),
    Parameter(
        "from",
        "date",
        "the first day, as precise as you like: `2024`, `2024-03`, `2024-03-21`, `21 March 2024`",
        _DATED,
    ),
    Parameter("to", "date", "the last day", _DATED, beside="from"),
    _choice("kind", "kinds", "what the record is", "timeline", "documents"),
    _choice("body", "bodies", "whose", "timeline", "documents", "paragraphs", beside="kind"),
    _choice("lane", "lanes", "its lane of the timeline", "timeline", beside="kind"),
    _choice("track", "tracks", "civilian or military", *_TEXTS, beside="kind"),
    _choice("weight", "weights", "how central AI is", *_RECORDS, beside="kind"),
    _choice("topic", "topics", "about what", *_TEXTS, column="topics", beside="kind"),
    _choice("main_topic", "topics", "main topic only", "paragraphs", "acts", beside="kind"),
    Parameter(
        "verb",
        "choice",
        "verb of an act, the opening or a later one",
        {"paragraphs": "acts", "acts": "head"},
        "verbs",
    ),
    Parameter(
        "addressee",
        "choice",
        "who is asked",
        {"paragraphs": "addressees", "acts": "addressees", "requests": "addressee"},
        "addressees",
        beside="verb",
    ),
    _choice(
        "part", "parts", "preambular or operative or annex", "paragraphs", "acts", beside="verb"
    ),
    _choice("stage", "stages", "stage of a vote", "recorded_votes", "votes"),
    _choice("position", "positions", "position taken", "votes", beside="stage"),
    _choice("role", "sponsor_roles", "kind of sponsorship", "sponsors", beside="stage"),
    _choice("status", "request_statuses", "state of a requested report", "requests"),
    _choice("deliverable", "deliverables", "what is asked for", "requests", beside="status"),
    _choice("stance", "stances", "our reading of a statement", "statements"),
    _choice("type", "statement_types", "kind of statement", "statements", beside="stance"),
    Parameter(
        "tier",
        "choice",
        "how directive an act is, 6 the most",
        {"paragraphs": "tiers", "acts": "tier"},
        "tiers",
        beside="verb",
    ),
    _choice("opening", "tiers", "how directive the opening verb is", "paragraphs", beside="verb"),
    Parameter("country", "choice", "States by ISO3 code, or any name", _STATES, "states"),
    Parameter(
        "group",
        "choice",
        "States that were in a group on the day of the row",
        _STATES,
        "groups",
        beside="country",
    ),
    _choice(
        "symbol", "symbols", "a document, in any spelling (`78/265`), or its address", *_RECORDS
    ),
    Parameter(
        "mentions",
        "flag",
        "whether it mentions AI (of a request: whether it concerns AI)",
        {**dict.fromkeys(_WORDED, "mentions_ai"), "requests": "about_ai"},
    ),
    Parameter(
        "near_ai",
        "flag",
        "whether it speaks of AI in other words only",
        dict.fromkeys(_WORDED, "near_ai"),
        beside="mentions",
    ),
    Parameter(
        "against",
        "at_most",
        "at most so many votes against",
        {"documents": "no", "recorded_votes": "no"},
        beside="mentions",
    ),
    Parameter(
        "min_sponsors",
        "at_least",
        "at least so many sponsors (of a paragraph: of its document), tabled for no group",
        {"documents": "sponsors", "paragraphs": "documents.sponsors"},
        beside="mentions",
    ),
    Parameter(
        "since",
        "since",
        "rows whose record was added or changed on a day or later (`2026-11`), or after a data "
        "version (ten hex digits)",
        dict.fromkeys(RECORD_OF),
    ),
    Parameter(
        "scope",
        "scope",
        "what a view is of: `ai`, what concerns AI, as a page opens; `all`, everything, as a route "
        "answers without it",
        _EVERY,
    ),
    Parameter(
        "as_of",
        "date",
        "the day for which the statuses of requests are computed, today by default; a month or "
        "year means its last day",
        {"requests": None},
    ),
    Parameter("sort", "order", "columns to sort by, downwards with `-` in front", _EVERY),
    Parameter("limit", "window", "how many rows, all by default", _EVERY, beside="sort"),
    Parameter("offset", "window", "how many rows to pass over", _EVERY, beside="sort"),
    Parameter("item", "page", "the record that is open", _EVERY, beside="symbol"),
    Parameter("lang", "page", "the language, of a workbook too", _EVERY),
    Parameter("view", "page", "the tab", _EVERY, beside="lang"),
    Parameter(
        "columns",
        "page",
        "the columns of the table, by name with commas between (`symbol,title,date`)",
        _EVERY,
        beside="lang",
    ),
    Parameter("paper", "page", "up to 500 rows at once, to print (`all`)", _EVERY, beside="lang"),
    Parameter(
        "show", "page", "a layer drawn (`statements`); `openings` alone", _EVERY, beside="lang"
    ),
    Parameter("wording", "page", "language of the official wording (`ar`)", _QUOTED, beside="lang"),
    Parameter("by", "page", "by what requests are divided", {"requests": None}, beside="lang"),
    Parameter("v", "page", "the data version a link was made with: what changed since it", _EVERY),
)
"""Every parameter, in the order a link carries them."""

PARAMETER: Mapping[str, Parameter] = MappingProxyType({p.name: p for p in PARAMETERS})
COLUMNS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        table: {p.name: column for p in PARAMETERS if (column := p.columns.get(table))}
        for table in TABLES
    }
)
"""For each table, the column that each parameter acts on, where it is one."""


def acting(table: str) -> tuple[Parameter, ...]:
    """The parameters that shape the rows of a table, or say how a page shows them."""
    return tuple(parameter for parameter in PARAMETERS if table in parameter.columns)
