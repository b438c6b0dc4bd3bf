"""What the record holds, how far its coding and its rule can be trusted, where sources differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

import pandas as pd
import streamlit as st

from dashboard.analysis.quality.coverage import wording_attached
from dashboard.analysis.quality.intercoder_agreement import FieldAgreement
from dashboard.corpus.official_text import official_text_store
from dashboard.corpus.tables.document_rows import document_url
from dashboard.ui.frame.markdown import escaped, link
from dashboard.ui.frame.page import Page
from dashboard.ui.records.official_text import ATTACH, not_attached
from dashboard.ui.records.record_parts import text_of, title_of
from dashboard.ui.results.table import plain_table
from dashboard.words.places import paragraph_place

MOST_NAMED = 8
COUNTED = ("paragraphs", "summarised", "mention", "done")


def coverage_table(
    page: Page, counted: pd.DataFrame, vocabulary: str, head: str | None = None
) -> None:
    """Codes by label with their rows and share; `head` is the word over the codes."""
    say = page.say
    shown = {
        say(head or f"about.{vocabulary}"): counted["code"].map(partial(page.label, vocabulary)),
        say("about.rows"): counted["rows"],
        say("about.share"): counted["share"].map("{:.0%}".format),
    }
    plain_table(page, vocabulary, shown)


def sources_note(page: Page, files: Mapping[str, int]) -> None:
    """How many official files were read in which languages."""
    parts = [
        page.say("about.files_in", language=page.label("languages", code), n=files[code])
        for code in sorted(files, key=lambda code: -files[code])
    ]
    if parts:
        total = sum(files.values())
        st.caption(escaped(page.say("about.files", n=total, parts=page.say.listed(parts))))


def not_held(page: Page) -> None:
    """What the number of resolutions on record is a number of, and which are missing."""
    st.caption(escaped(page.say("about.not_held", n=page.say.number(len(page.snapshot.imported)))))


def wording_table(page: Page) -> None:
    """What of the official wording is attached to this machine, and the command for the rest."""
    say, store = page.say, official_text_store()
    if store.problem():
        st.caption(escaped(say("about.wording_damaged")))  # its own sentence tells a path
    elif not store.has_any():
        not_attached(page)
        return
    found = wording_attached(page.snapshot.imported, store.held())
    st.caption(escaped(say("about.wording_text", command=ATTACH)))
    shown = {
        say("about.wording_session"): found["session"],
        say("about.wording_language"): found["language"].map(partial(page.label, "languages")),
        say("about.wording_attached"): found["attached"],
        say("about.wording_missing"): found["missing"].map(len),
        say("about.wording_which"): found["missing"].map(partial(_some, page)),
    }
    plain_table(page, "wording", shown)


def _some(page: Page, symbols: Sequence[str]) -> str:
    """The first of some symbols, and how many more."""
    first = page.say.listed(symbols[:MOST_NAMED])
    more = len(symbols) - MOST_NAMED
    return page.say("about.wording_more", listed=first, n=more) if more > 0 else first


def conflict_list(page: Page, found: pd.DataFrame) -> None:
    """Each disagreement after the record it concerns, in one list."""
    st.caption(page.say("about.conflicts_text", n=len(found)))
    lines = []
    for row in found.to_dict("records"):
        record = link(_title(page, row["id"]), _path(page, row["id"]))
        note = escaped(page.say.field(row, "note"))
        lines.append(f"- {record}{page.say('punctuation.colon')}{note}")
    st.markdown("\n".join(lines))


def _title(page: Page, record_id: str) -> str:
    said = page.snapshot.statements.get(record_id)
    if said is None:
        return title_of(page, record_id)
    kind, when = page.label("statement_types", said.type), page.say.date(said.date)
    return f"{kind} · {text_of(page, said.forum)} · {when}"


def _path(page: Page, record_id: str) -> str:
    if record_id in page.snapshot.statements:
        return f"/statements?item={record_id}"
    return f"/?item={record_id}" if record_id in page.snapshot.events else document_url(record_id)


def coded_texts(page: Page, counted: pd.DataFrame) -> None:
    """A line for each text: paragraphs of its outline and those summarised."""
    say = page.say
    done, mention = int(counted["done"].sum()), int(counted["mention"].sum())
    st.caption(say("about.coded", done=say.number(done), mention=say.number(mention)))
    shown = {say("column.symbol"): counted["symbol"]}
    shown |= {say(f"about.{name}"): counted[name] for name in COUNTED}
    plain_table(page, "coded", shown, opens=("documents", counted["symbol"]))


def agreement_table(page: Page, fields: Sequence[FieldAgreement] | None) -> None:
    """Per field: paragraphs with the same set of codes, decisions that agree, Cohen's kappa."""
    say = page.say
    if fields is None:
        st.caption(say("about.no_second_reading"))
        return
    shown = {
        say("about.field"): [say(f"field.{field.field}") for field in fields],
        say("about.same_set"): [_written(field.identical, "{:.1%}") for field in fields],
        say("about.same_decision"): [_written(field.agreed, "{:.1%}") for field in fields],
        say("about.kappa"): [_written(field.kappa, "{:.2f}") for field in fields],
        say("about.decisions"): [field.decisions for field in fields],
        say("about.chosen"): [f"{field.first_yes} / {field.second_yes}" for field in fields],
    }
    st.caption(say("about.agreement_text", n=fields[0].paragraphs if fields else 0))
    plain_table(page, "agreement", shown)


def _written(figure: float | None, form: str) -> str:
    """A figure as it is read; a dash for one that could not be worked out."""
    return "–" if pd.isna(figure) else form.format(figure)


def measured(page: Page, name: str, quality: pd.DataFrame) -> None:
    """Measures of a rule, each with the cases it rests on."""
    say = page.say
    shown = {
        say("rule.measure"): [say(f"rule.{measure}") for measure in quality["measure"]],
        say("rule.value"): [_written(value, "{:.3f}") for value in quality["value"]],
        say("rule.n"): list(quality["n"]),
    }
    plain_table(page, name, shown)


def rule_quality_table(
    page: Page, quality: pd.DataFrame, candidates: pd.DataFrame, refused: pd.DataFrame
) -> None:
    """How well the rule that looks for requests does, what nobody has judged, what was refused."""
    say = page.say
    st.caption(say("rule.text"))
    measured(page, "rule", quality)
    st.caption(say("rule.open", n=len(candidates)))
    if not candidates.empty:
        listed = {
            say("column.symbol"): candidates["symbol"],
            say("rule.paragraph"): candidates["paragraph"].map(partial(paragraph_place, say)),
            say("rule.sure"): candidates["sure"],
            say("rule.read"): candidates["read_in_full"],
        }
        plain_table(page, "candidates", listed, opens=("paragraphs", candidates["paragraph"]))
    st.caption(say("rule.refused", n=int(refused["paragraphs"].sum())))
    reasons = {
        say("rule.reason"): refused["reason"].map(partial(page.label, "refusals")),
        say("rule.paragraphs"): refused["paragraphs"],
    }
    plain_table(page, "refusals", reasons)
