"""JSON Schema of every kind of record, for completion and checking in editors.

The models give the shape, their docstrings the explanations, the vocabularies and the list
of States the codes that are allowed.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.corpus.reading.loading import Corpus
from dashboard.corpus.records.codings import (
    ActReading,
    ComparisonReading,
    DocumentCoding,
    SecondReading,
)
from dashboard.corpus.records.documents import CuratedDocument, ImportedDocument
from dashboard.corpus.records.events import Event
from dashboard.corpus.records.fields import Record
from dashboard.corpus.records.requests import DocumentRequests, RequestCandidates
from dashboard.corpus.records.statements import Statement
from dashboard.corpus.records.vocabularies import StateList, Vocabulary

DRAFT = "https://json-schema.org/draft/2020-12/schema"
KINDS: Mapping[str, type[Record]] = {
    "imported-document": ImportedDocument,
    "document": CuratedDocument,
    "paragraphs": DocumentCoding,
    "second-reading": SecondReading,
    "acts-reading": ActReading,
    "comparison-reading": ComparisonReading,
    "event": Event,
    "statement": Statement,
    "requests": DocumentRequests,
    "request-candidates": RequestCandidates,
    "states": StateList,
    "vocabulary": Vocabulary,
}
"""The model of each kind of file."""

VOCABULARY_OF: Mapping[str, str] = {
    "kind": "kinds",
    "body": "bodies",
    "track": "tracks",
    "topics": "topics",
    "verification": "verification",
    "committee": "committees",
    "stage": "stages",
    "addressees": "addressees",
    "code": "addressees",
    "actions": "actions",
    "lane": "lanes",
    "family": "verb_families",
    "group": "groups",
    "how": "joining",
    "type": "statement_types",
    "stance": "stances",
    "result": "vote_results",
    "deliverable": "deliverables",
    "due_basis": "due_bases",
    "frequency": "frequencies",
    "ai_relation": "ai_relations",
    "answer_scope": "answer_scopes",
    "established_by": "established_by",
    "search": "searches",
    "where": "search_places",
    "cannot_be_known": "unknowable",
    "refused": "refusals",
    "ended": "refusals",
}
"""The vocabulary whose codes a field of this name takes, in whatever record it stands."""
_CODE = r"^[a-z][a-z0-9_]*$"
_ISO3 = r"^[A-Z]{3}$"


def schemas(corpus: Corpus) -> dict[str, dict[str, Any]]:
    """The JSON Schema of each kind of file by its name, with the codes of this record.

    A vocabulary that could not be read leaves its codes open.
    """
    return {name: _schema(model, corpus) for name, model in KINDS.items()}


def _schema(model: type[Record], corpus: Corpus) -> dict[str, Any]:
    made = model.model_json_schema(mode="validation")
    documented = {part.__name__: part for part in Record.__subclasses__()}
    for title, part in [(model.__name__, made), *made.get("$defs", {}).items()]:
        about = _explanations(documented[title]) if title in documented else {}
        for field, value in part.get("properties", {}).items():
            if field in about:
                value.setdefault("description", about[field])
            codes = tuple(corpus.terms(VOCABULARY_OF[field])) if field in VOCABULARY_OF else ()
            _close(value, _CODE, codes)
            _close(value, _ISO3, tuple(corpus.states) if title != "State" else ())
    return {"$schema": DRAFT, **made}


def _close(value: Any, pattern: str, codes: Sequence[str]) -> None:
    """Name the allowed codes wherever, within a field, a text of this pattern may stand."""
    if not codes:
        return
    if isinstance(value, dict):
        if value.get("pattern") == pattern:
            value["enum"] = list(codes)
        keyed = list(value.get("patternProperties", {}).values())
        for inner in (value.get("anyOf"), value.get("items"), keyed):
            _close(inner, pattern, codes)
    elif isinstance(value, list):
        for inner in value:
            _close(inner, pattern, codes)


def _explanations(model: type[Record]) -> dict[str, str]:
    """The text under each field of a model."""
    (body,) = ast.parse(textwrap.dedent(inspect.getsource(model))).body
    found: dict[str, str] = {}
    if isinstance(body, ast.ClassDef):
        for field, text in zip(body.body, body.body[1:], strict=False):
            if (
                isinstance(field, ast.AnnAssign)
                and isinstance(field.target, ast.Name)
                and isinstance(text, ast.Expr)
                and isinstance(text.value, ast.Constant)
            ):
                found[field.target.id] = " ".join(str(text.value.value).split())
    return found
