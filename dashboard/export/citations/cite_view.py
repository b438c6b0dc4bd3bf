"""Citations of a view: a question put to the record, and how many rows answered it.

A view is a selection from a data set, so that it is cited as one: by the record's name, the
question, n of N, the data version, the day and the address.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from dashboard.export.citations.bibliography_formats import (
    bibtex_entry,
    latex,
    latex_link,
    one_line,
    ris_record,
)
from dashboard.export.citations.cite import Stamp, csl_file, date_parts
from dashboard.words import InterfaceLanguage, words


@dataclass(frozen=True)
class CitedView:
    """A view to cite: its table's name, and in the reader's language the question and n of N."""

    table: str
    question: str
    counted: str


def short(view: CitedView, language: InterfaceLanguage, stamp: Stamp) -> str:
    """`AI governance record: Track: Military, 12 of 136 documents, data version abc123`."""
    say = words(language)
    version = say("cite.version", version=stamp.version)
    return say("cite.separator").join((_named(view, language), version))


def footnote(view: CitedView, language: InterfaceLanguage, stamp: Stamp) -> str:
    """The same as a sentence that says where and when it was read."""
    say = words(language)
    return say(
        "cite.available",
        cited=_named(view, language).rstrip("."),
        url=one_line(stamp.url),
        version=stamp.version,
        date=say.date(stamp.accessed.isoformat()),
    )


def bibtex(view: CitedView, language: InterfaceLanguage, stamp: Stamp) -> str:
    """One `@misc` entry; BibTeX knows no data sets."""
    fields = {
        "title": f"{{{latex(_title(view, language))}}}",
        "howpublished": latex(view.counted),
        "note": latex(words(language)("cite.version", version=stamp.version)),
        "url": latex_link(stamp.url),
        "urldate": stamp.accessed.isoformat(),
    }
    return bibtex_entry(_key(view, stamp), fields)


def ris(view: CitedView, language: InterfaceLanguage, stamp: Stamp) -> str:
    """One RIS record of the type data file."""
    version = words(language)("cite.version", version=stamp.version)
    return ris_record(
        [
            ("TY", "DATA"),
            ("TI", _title(view, language)),
            ("ET", version),
            ("LA", language),
            ("UR", stamp.url),
            ("Y2", stamp.accessed.strftime("%Y/%m/%d/")),
            ("N1", view.counted),
        ]
    )


def csl_json(view: CitedView, language: InterfaceLanguage, stamp: Stamp) -> str:
    """A list of one CSL-JSON item of the type dataset (schema of CSL 1.0.2)."""
    item = {
        "id": _key(view, stamp),
        "type": "dataset",
        "title": one_line(_title(view, language)),
        "accessed": {"date-parts": [date_parts(stamp.accessed.isoformat())]},
        "language": language,
        "version": stamp.version,
        "URL": stamp.url,
        "note": one_line(view.counted),
    }
    return csl_file([item])


def _title(view: CitedView, language: InterfaceLanguage) -> str:
    say = words(language)
    return say("cited.view", record=say("app.title"), question=one_line(view.question))


def _named(view: CitedView, language: InterfaceLanguage) -> str:
    separator = words(language)("cite.separator")
    return separator.join((_title(view, language), one_line(view.counted)))


def _key(view: CitedView, stamp: Stamp) -> str:
    """Differs for each view: a file of references may hold several."""
    number = hashlib.sha256(stamp.url.encode("utf-8", "replace")).hexdigest()[:8]
    return f"{view.table}-{number}"
