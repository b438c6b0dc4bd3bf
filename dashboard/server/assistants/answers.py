"""What a tool answers: rows with what their columns mean, how many of how many, and citations.

Each is made by the code of the pages and routes. Nothing is kept, and no refusal repeats a draft.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from dashboard.analysis.frames import rows_by_id, rows_of
from dashboard.analysis.paragraphs.compare import compare, count_changes
from dashboard.analysis.requests.due import AHEAD, PASSED, status_counts
from dashboard.analysis.selection.codes import allowed_codes
from dashboard.analysis.votes.vote_changes import vote_changes
from dashboard.corpus.reading.problems import not_allowed
from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.tables.columns import TABLES
from dashboard.export.contract.openapi_schemas import DRAFT_ROW
from dashboard.export.contract.tools import COMPARED, MOST_ROWS, tools
from dashboard.server.agreed_language import agreed_language_answer
from dashboard.server.assistants.call import Call
from dashboard.server.record_addresses import id_of
from dashboard.server.responses import Answer, Asked, read_query, selected, table_answer
from dashboard.words import LANGUAGES

_CITED_BY = {"acts": "paragraph", "votes": "vote", "sponsors": "symbol", "countries": "iso3"}
"""The column that says what a row is cited as, where it is not its `id`."""
_KINDS: Mapping[str, tuple[type, str]] = {
    "integer": (int, "a whole number from 0"),
    "boolean": (bool, "true or false"),
    "string": (str, "a text"),
    "array": (list, "a list of texts"),
}


class RefusedError(ValueError):
    """What is wrong with a call, in one sentence."""


def answer(snapshot: Snapshot, site: str, tool: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """What a tool answers; raises `RefusedError` with a sentence for what cannot be read."""
    known = offered(snapshot)
    schema = known[_one_of("tool", tool, known)]["input_schema"]
    read = {name: _read(name, value, schema["properties"]) for name, value in given.items()}
    for name in schema["required"]:
        if not read.get(name):
            raise RefusedError(f"{name}: is needed: {schema['properties'][name]['description']}")
    return _ANSWERS[tool](Call(snapshot, site, {n: v for n, v in read.items() if v is not None}))


def offered(snapshot: Snapshot) -> dict[str, dict[str, Any]]:
    """The tools, by the vocabularies of the record that is served."""
    return tools(allowed_codes(snapshot.vocabularies, snapshot.states))


def _read(name: str, value: Any, known: Mapping[str, Any]) -> Any:
    """An argument by its schema; one text is a list of one."""
    schema = known[_one_of("argument", name, known)]
    kind, expected = _KINDS[schema["type"]]
    if value is None:
        return None
    if kind is list and isinstance(value, str):
        value = [value]
    right = isinstance(value, kind) and isinstance(value, bool) == (kind is bool)
    if kind is list:
        right = right and all(isinstance(each, str) for each in value)
    if not right or (kind is int and value < 0):
        raise RefusedError(f"{name}: must be {expected}")
    return _one_of(name, value, schema["enum"]) if "enum" in schema else value


def _one_of(name: str, value: str, allowed: Any) -> str:
    if value not in allowed:
        raise RefusedError(f"{name}: {not_allowed(value, allowed)}")
    return value


def _select(call: Call, **more: Any) -> dict[str, Any]:
    """A table's rows, by the route's own answer."""
    table = call.given["table"]
    others = tuple(f"_{code}" for code in LANGUAGES if code != call.language)
    columns = call.given.get("columns") or [c for c in TABLES[table] if not c.endswith(others)]
    for name in columns:
        _one_of("columns", name, TABLES[table])
    found = _body(table_answer(call.snapshot, Asked(_pairs(call)), table, "json"))
    for name in found["ignored"]:
        raise RefusedError(f"{name}: selects no rows of {table}, which the tool's list says")
    meanings = {name: call.text(TABLES[table][name].meanings) for name in columns}
    size = found["total"], len(call.snapshot.tables[table])
    by, more = [_CITED_BY.get(table, "id")], {"query": found["query"], **more}
    return call.answer(found["rows"], meanings, by, size, **more)


def _pairs(call: Call) -> list[tuple[str, str]]:
    """The arguments as an address has them."""
    return [
        (name, str(value).lower() if isinstance(value, bool) else str(value))
        for name, values in {**call.given, "limit": call.rows}.items()
        if name not in ("table", "columns")
        for value in (values if isinstance(values, list) else [values])
    ]


def _requests_due(call: Call) -> dict[str, Any]:
    """Requests by the day they are due: those that have not come, unless statuses are named."""
    asked: dict[str, Any] = {"table": "requests", "sort": ["due_to", "id"], "scope": "ai"}
    asked |= {"as_of" if name == "day" else name: value for name, value in call.given.items()}
    every = replace(call, given={n: v for n, v in asked.items() if n not in ("status", "offset")})
    query = read_query(call.snapshot, _pairs(every), "requests")
    found = call.snapshot.tables["requests"].head(0)
    if not query.unknown:
        found = selected(call.snapshot, query, "requests")
    counted = {str(code): int(n) for code, n in status_counts(found).items()}
    still = [code for code in call.snapshot.terms("request_statuses") if code in AHEAD | PASSED]
    opened = replace(call, given={"status": still, **asked})
    return _select(opened, statuses=counted)


def _compare(call: Call) -> dict[str, Any]:
    """Two texts paragraph by paragraph, or the States that moved between two votes."""
    snapshot, sides = call.snapshot, [call.given["earlier"], call.given["later"]]
    if call.given.get("what") == "votes" or all("@" in side for side in sides):
        votes, pair = rows_by_id(snapshot, "recorded_votes"), [_vote(snapshot, s) for s in sides]
        told = ("id", "date", "yes", "no", "abstain", "names")
        facts = [{n: votes[v][n] for n in told} | {"cite": call.cite(v, votes[v])} for v in pair]
        moved = vote_changes(snapshot, pair[0], pair[1])
        return call.answer(rows_of(moved), COMPARED["votes"], votes=facts)
    texts = [_one_of("text", id_of(snapshot, side), list(snapshot.imported)) for side in sides]
    found = compare(snapshot, texts[0], texts[1])
    counts = count_changes(found)
    changes = [_one_of("change", change, counts) for change in call.given.get("change", counts)]
    shown, by = rows_of(found[found["change"].isin(changes)]), ("later_id", "earlier_id")
    return call.answer(shown, COMPARED["paragraphs"], by, texts=texts, changes=counts)


def _vote(snapshot: Snapshot, name: str) -> str:
    """A vote by its id, or the plenary's on a text as a whole by its symbol."""
    votes = rows_by_id(snapshot, "recorded_votes")
    of_text = f"{id_of(snapshot, name)}@plenary"
    return of_text if of_text in votes else _one_of("vote", name, votes)


def _agreed_language(call: Call) -> dict[str, Any]:
    """A draft beside the record, by the route's own answer."""
    body = {name: call.given.get(name) for name in ("text", "language", "without")}
    asked = json.dumps({**body, "limit": call.given.get("nearest")}).encode()
    found = _body(agreed_language_answer(call.snapshot, asked))
    more = {"language": found["language"], "balance": found["balance"]}
    return call.answer(found["rows"], DRAFT_ROW, ["id"], **more)


def _explain(call: Call) -> dict[str, Any]:
    """The columns of a table, or the codes of a vocabulary; else which of both there are."""
    snapshot, vocabularies, text = call.snapshot, call.snapshot.vocabularies, call.text
    asked, table = call.given.get("vocabulary"), call.given.get("table")
    told: list[tuple[str, str, str | None]]
    if asked is not None:
        terms = snapshot.terms(_one_of("vocabulary", asked, vocabularies)).items()
        told = [(code, text(term.labels), text(term.definition) or None) for code, term in terms]
    elif table is not None:
        told = [(name, text(c.meanings), c.vocabulary) for name, c in TABLES[table].items()]
    else:
        told = [(name, f"table of {len(snapshot.tables[name])} rows", None) for name in TABLES]
        told += [(name, text(held.about), None) for name, held in vocabularies.items()]
    more = "definition of a code; vocabulary of a column's codes"
    meanings = {"name": "as arguments name it", "about": "what it is", "more": more}
    rows = [dict(zip(meanings, each, strict=True)) for each in told]
    return replace(call, given={"limit": MOST_ROWS, **call.given}).answer(rows, meanings)


def _body(answered: Answer) -> Any:
    """What a route answered; its refusal is the tool's."""
    body = json.loads(answered.text)
    if answered.status != 200:
        raise RefusedError(body["error"])
    return body


_ANSWERS: Mapping[str, Callable[[Call], dict[str, Any]]] = {
    "select": _select,
    "compare": _compare,
    "agreed_language": _agreed_language,
    "requests_due": _requests_due,
    "explain": _explain,
}
