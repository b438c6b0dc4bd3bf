"""What assistants may ask, as tools: their arguments follow from the table of parameters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dashboard.analysis.agreed_language.matches import MOST
from dashboard.analysis.paragraphs.change import CHANGES
from dashboard.analysis.selection.parameters import PARAMETERS, SCOPES, Kind, Parameter
from dashboard.corpus.tables.columns import TABLES
from dashboard.words import LANGUAGES

ROWS, MOST_ROWS = 20, 100
"""Rows of an answer unless it is said, and at most: what a model reads at once."""
_LISTED = 12
"""Codes that a description names; of more it says where they are told."""
_TYPES: Mapping[Kind, str] = {
    "choice": "array", "order": "array", "flag": "boolean", "window": "integer",
    "at_most": "integer", "at_least": "integer",
}  # fmt: skip
_MORE: Mapping[str, dict[str, Any]] = {
    "array": {"items": {"type": "string"}},
    "integer": {"minimum": 0},
}
_OF_BOTH = {
    "id": "the paragraph", "number": "its number as printed", "verb": "the verb that governs it",
    "tier": "how directive that verb is, 6 the most, 0 asks nobody",
}  # fmt: skip
COMPARED: Mapping[str, Mapping[str, str]] = {
    "paragraphs": {
        "part": "preambular, operative or annex",
        "change": "what became of the paragraph; unknown: too little is on record to say",
        "why": "what makes it stronger or softer",
        "softeners": "softening words it gained or lost, where that is all",
        "moved": "whether it stands in another order than its neighbours",
        "basis": "fingerprint: by the wording; summary: by our own words",
        "likeness": "how alike the two are, 0 to 1; null without a counterpart",
        **{f"earlier_{name}": f"{about}, in the earlier text" for name, about in _OF_BOTH.items()},
        **{f"later_{name}": "the same in the later text" for name in _OF_BOTH},
    },
    "votes": {
        "iso3": "the State",
        "regional_group": "its regional group",
        "earlier": "its position in the earlier vote; unnamed: in favour or not voting",
        "later": "its position in the later vote",
        "proven": "whether both positions are known; if not, from where it moved is open",
    },
}
"""The columns of each kind of comparison, and what they mean."""


def tools(codes: Mapping[str, Sequence[str]]) -> dict[str, dict[str, Any]]:
    """Each tool by name: what it does, and the JSON Schema of its arguments.

    `codes` holds the codes of each parameter (`analysis.codes.allowed_codes`).
    """
    asked = {p.name: _parameter(p, codes.get(p.name, ())) for p in PARAMETERS if p.kind != "page"}
    of_requests = {name: asked[name] for name in ("topic", "status", "deliverable", "addressee")}
    table = _argument("the table to read", allowed=TABLES)
    return {
        "select": _tool(
            "Rows of one table of the record, selected by the parameters of its pages.",
            needed=("table",),
            table=table,
            **asked,
            columns=_argument("names of the columns to give; all unless named", "array"),
        ),
        "compare": _tool(
            "Two texts: what became of each paragraph; or two recorded votes: which States moved.",
            needed=("earlier", "later"),
            earlier=_argument("a symbol in any spelling (79/239), or the id of a vote"),
            later=_argument("the same"),
            what=_argument("paragraphs unless given; votes: in the plenary", allowed=COMPARED),
            change=_argument(f"only lines with these: {', '.join(CHANGES)}", "array"),
        ),
        "agreed_language": _tool(
            "Each line of a draft beside the adopted paragraphs nearest to it. The words are "
            "neither kept nor logged.",
            needed=("text",),
            text=_argument("a line or a draft, in English or Chinese"),
            language=_argument("as the words tell unless given", allowed=("en", "zh")),
            nearest=_argument(f"paragraphs beside each line, to {MOST}; 3 unless given", "integer"),
            without=_argument("symbols of texts to leave out; A/RES/80: a whole session", "array"),
        ),
        "requests_due": _tool(
            "Reports, meetings and appointments asked for that have not come, by due day, and how "
            "many have each status; with `status`, those in other states.",
            day=_argument("as of this day; today unless given"),
            **of_requests,
            scope=_argument("ai unless given: requests that concern AI", allowed=SCOPES),
        ),
        "explain": _tool(
            "What the columns of a table or the codes of a vocabulary mean; without either, which "
            "tables and vocabularies there are.",
            table=table,
            vocabulary=_argument("such as topics"),
        ),
    }


def _tool(about: str, needed: Iterable[str] = (), **own: Mapping[str, Any]) -> dict[str, Any]:
    """A tool with its own arguments and those that all have."""
    shared = {
        "limit": _argument(f"rows at most, to {MOST_ROWS}; {ROWS} unless given", "integer"),
        "offset": _argument("rows to pass over", "integer"),
        "lang": _argument("of names and meanings; en unless given", allowed=LANGUAGES),
    }
    schema = {"type": "object", "properties": own | shared, "required": list(needed)}
    return {"description": about, "input_schema": {**schema, "additionalProperties": False}}


def _parameter(parameter: Parameter, codes: Sequence[str]) -> dict[str, Any]:
    about = parameter.meaning
    if parameter.kind == "choice":
        told = ", ".join(codes) if len(codes) <= _LISTED else f"explain {parameter.vocabulary}"
        about += f"; any of several; with ! in front: none of them; codes: {told or 'any'}"
    tables = [table for table in TABLES if table in parameter.columns]
    if len(tables) < len(TABLES):
        about += f"; of {', '.join(tables)}"
    return _argument(about, _TYPES.get(parameter.kind, "string"))


def _argument(about: str, kind: str = "string", allowed: Iterable[str] = ()) -> dict[str, Any]:
    more: dict[str, Any] = {"enum": list(allowed)} if allowed else _MORE.get(kind, {})
    return {"type": kind, "description": about, **more}
