"""What each column of each table means, what each code stands for, and what things are called."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from dashboard.corpus.records.fields import Language
from dashboard.corpus.tables.columns import TABLES, Column
from dashboard.symbols import official_url
from dashboard.ui.frame.markdown import escaped, link, small
from dashboard.ui.frame.page import Page
from dashboard.ui.frame.url_state import contract_path
from dashboard.words.glossary import Term, glossary


def column_tables(page: Page) -> None:
    """Every table under its name, which is its anchor: columns, their meaning, kind and codes.

    All of it is one text: an anchor leads where it should only if all is there at once.
    """
    say = page.say
    parts = [f"{escaped(say('columns.text'))} {link('schema.json', '/api/schema.json')}"]
    for table, columns in TABLES.items():
        lines = [
            f"| {say('sheet.column')} | {say('sheet.meaning')} |",
            "|---|---|",
            *(f"| `{name}` | {_meaning(page, column)} |" for name, column in columns.items()),
        ]
        parts += [f"## {escaped(table)}", escaped(say(f"columns.row_{table}")), "\n".join(lines)]
    st.markdown("\n\n".join(parts))


def code_lists(page: Page) -> None:
    """Every vocabulary under its name, which is its anchor: codes, their label and definition."""
    parts = []
    for name, vocabulary in page.snapshot.vocabularies.items():
        lines = [
            f"- `{code}` **{escaped(page.label(name, code))}**"
            f"{page.say('punctuation.colon')}{_in_words(page, term.definition)}"
            for code, term in vocabulary.terms.items()
        ]
        parts += [f"## {escaped(name)}", _in_words(page, vocabulary.about), "\n".join(lines)]
    st.markdown("\n\n".join(parts))


def glossary_list(page: Page) -> None:
    """Every term in both languages, an official text where the Chinese stands, how many have it."""
    say = page.say
    named = (page.label("languages", "en"), page.label("languages", "zh"))
    head = map(escaped, (*named, say("glossary.stands_in"), say("glossary.texts")))
    lines = [
        f"| {' | '.join(head)} |",
        "|---|---|---|---|",
        *(f"| {' | '.join(_cells(page, term))} |" for term in glossary().values()),
    ]
    st.markdown("\n\n".join([escaped(say("glossary.text")), "\n".join(lines)]))


def _cells(page: Page, term: Term) -> tuple[str, ...]:
    stands = term.stands_in and link(term.stands_in, official_url(term.stands_in, "zh"))
    return escaped(term.en), escaped(term.zh), stands or "–", page.say.number(term.texts)


def _meaning(page: Page, column: Column) -> str:
    """What a column means, then its kind and, as a link, the vocabulary of its codes."""
    meaning = page.say.text(column.meanings)
    kind = escaped(page.say(f"columns.kind_{column.kind}"))
    if column.vocabulary:
        kind += " · " + link(column.vocabulary, contract_path("codes", column.vocabulary))
    return f"{meaning} · {small(kind)}"


def _in_words(page: Page, text: Mapping[Language, str]) -> str:
    return escaped(" ".join(page.say.text(text).split()))
