"""The interface's words: the same keys in every language, each one used, each use known."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from dashboard.analysis.agreed_language.line_history import STEPS
from dashboard.analysis.agreed_language.nearest import RELATIONS
from dashboard.analysis.findings.finding import Key, Unit
from dashboard.analysis.paragraphs.change import CHANGES
from dashboard.analysis.paragraphs.strength import WHY
from dashboard.analysis.paragraphs.verb_orders import NOT_RANKED
from dashboard.analysis.paragraphs.wording_marks import marked_kinds
from dashboard.analysis.quality.act_reading import FOUND
from dashboard.analysis.quality.comparison_reading import MEASURED
from dashboard.analysis.quality.request_rule_quality import MEASURES
from dashboard.analysis.requests.outcomes import BY, OUTCOMES
from dashboard.analysis.requests.silence import EVERY, FEW
from dashboard.analysis.selection.parameters import PARAMETERS, SCOPES, Kind
from dashboard.corpus.reading.yaml_reader import read_yaml
from dashboard.corpus.records.documents import CuratedDocument, ImportedDocument
from dashboard.corpus.records.events import Event
from dashboard.corpus.tables.columns import DTYPES, TABLES
from dashboard.corpus.verbs import UNKNOWN
from dashboard.export.papers.draft_brief import COUNTED as DRAFT_COUNTED
from dashboard.server.access.answers import STATUS
from dashboard.sources.drafts.formats.refusals import REFUSALS
from dashboard.ui.filters.changes_since_link import KINDS
from dashboard.ui.filters.nothing_found import PAGE_OF
from dashboard.ui.frame.shell import PAGES
from dashboard.ui.paragraphs.comparison import SHOWN, rests_on
from dashboard.ui.quality.about import COUNTED
from dashboard.ui.quality.problem_list import SENTENCES
from dashboard.ui.results.image_export import TITLES
from dashboard.ui.results.table import IN_LANGUAGE
from dashboard.ui.timeline.shortcuts import QUESTIONS, SHORTCUTS
from dashboard.words import LANGUAGES, SPOKEN, InterfaceLanguage, entries
from tests.app_pages.visits.test_drawings import VIEWS as DRAWN
from tests.words.test_texts import base

CODE = Path(__file__).parents[2] / "dashboard"
ON_PAGES = tuple(PAGE_OF)
"""The tables that pages filter."""
NUMBERS: tuple[Kind, ...] = ("at_most", "at_least")
FILTERS = [p for p in PARAMETERS if p.narrows and p.kind not in ("text", "scope") and p.columns]
COLUMNS = {name for table in TABLES.values() for name in table} | {*IN_LANGUAGE}
DISPUTED = {"speakers", "targets"}
"""What sources disagree on and no record has as a field; app_pages/test_about.py finds all."""
RECORDS = {*CuratedDocument.model_fields, *ImportedDocument.model_fields, *Event.model_fields}


def codes(vocabulary: str) -> list[str]:
    """The codes of a vocabulary of the record."""
    path = CODE.parent / "data" / "vocabulary" / f"{vocabulary}.yaml"
    return list(read_yaml(path)["terms"])


BASES = ("fingerprint", "summary")
ONE_WAY = {"more": ["stronger"], "fewer": ["softer"]}
TOLD_BY = {
    *(rests_on(c, (), basis) for c in set(CHANGES) - {"stronger", "softer"} for basis in BASES),
    *(
        rests_on(c, (why,), "fingerprint")
        for why in set(WHY) - {"softener"}
        for c in ONE_WAY.get(why, ["stronger", "softer"])
    ),
}
"""By what a change is told: by wording or summary, or by what makes it stronger or softer."""
PARTS = ("paragraph", "preambular", "operative", "unnumbered")
FAMILIES: dict[str, list[str]] = {
    "*.nav": list(PAGES),
    "scope.*": list(SCOPES),
    "*.help": list(PAGES),
    "*.title": list(PAGES),
    "*.back": ["documents", "votes", "countries", "requests", "statements"],
    "about.*": ["verification", "kinds", *COUNTED],
    "access.*": list(STATUS),
    "agreed_language.*": [*RELATIONS, "explained", "dissociated"],
    "agreed_language.count_*": list(DRAFT_COUNTED),
    "agreed_language.softener_*": ["gained", "lost"],
    "draft_refused.*": [code for code in REFUSALS if code != "empty"],
    "step_of_line.*": list(STEPS),
    "asks.*": [NOT_RANKED, UNKNOWN],
    "asks.by_*": ["row", "addressee"],
    "asks.scale_*": ["tiers", "gruenberg_2009"],
    **{f"*.{part}": ["cite", "place"] for part in PARTS},
    "change.*": [*CHANGES, *TOLD_BY],
    "act.*": ["softeners", "softeners_object", "softeners_means"],
    "citing.*": ["short", "footnote", "bibtex", "ris", "csl_json", "link"],
    "columns.kind_*": list(DTYPES),
    "columns.row_*": list(TABLES),
    "compare.*": ["earlier", "later", "gained", "lost"],
    "compare.by_*": [*BASES],
    "compare.none_*": ["earlier", "later"],
    "column.*": ["symbol", "title", "date"],
    "value.*": ["yes", "no"],
    "count.*": [table for table in ON_PAGES if table != "sponsors"],
    "countries.*": ["led", "joined"],
    "countries.*_alike": ["most", "least"],
    "facet.*": [p.name for p in FILTERS] + sorted({p.kind for p in FILTERS} & {*NUMBERS}),
    "facet.*_record": ["from", "to"],
    "filters.*": [p.name for p in FILTERS if p.kind in NUMBERS],
    "filters.*_*": [f"{p.name}_{so}" for p in FILTERS if p.kind == "flag" for so in ("yes", "no")],
    "finding.*": list(get_args(Key)),
    "finding.over.*": list(get_args(Unit)),
    "field.*": ["track", "committee", "weight", "agenda_item", "meeting"],
    "outcome.*": [*OUTCOMES[2:], EVERY, FEW],
    "outcome.by_*": list(BY),
    "outcome.column_*": [*OUTCOMES, "timed", "half", "half_known", "documents", "noted"],
    "outcome.list_*": ["not_found", "no_day", "unknown", "cannot_be_known", "superseded"],
    "drawing.*": [*(name for name in DRAWN if name != "map"), "groups", "tracks"],
    "adoption.*": ["agreed", "voted"],
    "quarter.*": ["came", "late", "ahead", "not_found", "unknown"],
    "strip.*": ["kept", "changed", "new", "gone", "unknown"],
    "picture.*": list(TITLES),
    "pinned.*": list(KINDS),
    "problem.*": list(SENTENCES),
    "question.*": list(QUESTIONS),
    "record.on_*": ["votes", "sponsors", "requests"],
    "relation.*": ["same_as", "answers", "answered_by", "requested", "delivered"],
    "requests.no_answer_*": [*codes("searches"), "then"],
    "requests.verdict_*": ["not_yet_due", "due_soon", "overdue_not_found", "target_date_passed"],
    "rule.*": [*MEASURES, *FOUND, *MEASURED],
    "schedule.*": ["ahead", "passed", "unread"],
    "written_in.*": list(LANGUAGES),
    "wording.*": ["opening", *marked_kinds("en")],
    "wording.*_*": [f"{by}_{name}" for by in ("text", "line") for name in ("removed", "added")],
    "wording.spoken_*": list(SPOKEN),
    "search.hint.*": list(ON_PAGES),
    "empty.read.*": list(ON_PAGES),
    "sign.*": codes("positions"),
    "sponsors.*": ["draft", "added"],
    "sponsors.*_*": [
        *("draft_none", "draft_unknown", "draft_not_applicable", "added_none", "added_unknown"),
    ],
    "sponsors.step_*": ["draft", "additional"],
    "statements.*": ["meeting", "person"],
    "subscribe.*": ["requests", "timeline"],
    "step.*": ["draft", "committee_report", "adopted", "issued", "delivered"],
    "shortcut.*": list(SHORTCUTS),
    "view.*": [
        *("lanes", "tracks", "list", "table", "reading", "matrix", "published", "side_by_side"),
        *("asked", "all", *SHOWN, "bars", "ballots", "moved", "grid", "agreement", "marks", "map"),
        *("texts", "overlap", "ranking", "years", "pairs", "outcomes", "record"),
        *("columns", "codes", "glossary", "draft", "phrase"),
    ],
}
"""Keys the code puts together, and what it may put in the place of the star(s)."""

MAY_NAME = {
    "column.*": COLUMNS,
    "facet.*": {*(p.name for p in PARAMETERS), "mentions_requests", *NUMBERS},
    "field.*": RECORDS | COLUMNS | DISPUTED,
}
"""Keys looked up where a table or a record has such a thing; pages are drawn in tests/app_pages."""


def bases(language: InterfaceLanguage) -> set[str]:
    return {base(key) for key in entries(language)}


def expanded(family: str) -> set[str]:
    return {family.replace("*_*", "*").replace("*", name) for name in FAMILIES[family]}


@cache
def nodes() -> list[ast.AST]:
    files = CODE.rglob("*.py")
    return [n for path in files for n in ast.walk(ast.parse(path.read_text(encoding="utf-8")))]


@cache
def asked() -> list[ast.expr]:
    """What is asked of a page's words: the first argument, or both where it depends."""
    calls = [n for n in nodes() if isinstance(n, ast.Call) and n.args]
    named = ((c, getattr(c.func, "attr", getattr(c.func, "id", ""))) for c in calls)
    said = [call.args[0] for call, name in named if name in ("say", "self")]
    return [branch for argument in said for branch in branches(argument)]


def branches(argument: ast.expr) -> Iterator[ast.expr]:
    if isinstance(argument, ast.IfExp):
        yield from branches(argument.body)
        yield from branches(argument.orelse)
    else:
        yield argument


def shape(node: ast.JoinedStr) -> str:
    """A key the code puts together, with a star for each filled-in part."""
    return "".join(str(v.value) if isinstance(v, ast.Constant) else "*" for v in node.values)


def constants() -> set[str]:
    return {n.value for n in nodes() if isinstance(n, ast.Constant) and isinstance(n.value, str)}


def lacking(language: InterfaceLanguage) -> set[str]:
    """Keys a language does not say; told where it is partial, and else a fault."""
    missing = bases("en") - bases(language)
    if missing and LANGUAGES[language].partial:
        warnings.warn(f"{language}.yaml has {len(missing)} texts to come", stacklevel=2)
        return set()
    return missing


def test_every_language_has_the_same_keys():
    for language in LANGUAGES:
        assert lacking(language) == set()
        assert bases(language) <= bases("en")
    assert len(bases("en")) > 150


def test_a_partial_language_is_only_warned_of_what_it_lacks(french: Path):
    with pytest.warns(UserWarning, match=r"fr\.yaml has [0-9]+ texts to come"):
        assert lacking("fr") == set()
    assert bases("fr") < bases("en")


def test_a_key_is_either_a_text_or_a_group():
    for language in LANGUAGES:
        keys = set(entries(language))
        assert {k for k in keys if any(other.startswith(f"{k}.") for other in keys)} == set()


def test_every_key_the_code_names_exists():
    named = {node.value for node in asked() if isinstance(node, ast.Constant)}
    assert len(named) > 80
    assert named - bases("en") == set()


def test_every_key_the_code_puts_together_is_of_a_known_family():
    assert {shape(n) for n in asked() if isinstance(n, ast.JoinedStr)} - set(FAMILIES) == set()


@pytest.mark.parametrize("family", FAMILIES)
def test_every_key_of_a_family_exists(family: str):
    assert expanded(family) - bases("en") == set()


def test_every_family_is_still_used():
    assert set(FAMILIES) - {shape(n) for n in nodes() if isinstance(n, ast.JoinedStr)} == set()


def test_every_key_in_the_files_is_used():
    used = constants() | {key for family in FAMILIES for key in expanded(family)}
    used |= {family.replace("*", name) for family, names in MAY_NAME.items() for name in names}
    assert bases("en") - used == set()
