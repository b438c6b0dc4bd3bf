"""References for a reference manager: CSL-JSON items, and BibTeX and RIS written from them.

No value can be taken for markup by a reader of these files.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from dashboard.analysis.frames import rows_of
from dashboard.corpus.snapshot import Snapshot
from dashboard.export.citations.cite import Retrieval, part_in_words, symbol_of
from dashboard.export.citations.cited_records import Cited, cited_row, joined
from dashboard.export.plain_text import one_line
from dashboard.words import InterfaceLanguage, words

Reference = dict[str, Any]
"""An item of CSL-JSON (schema of CSL 1.0.2); what is not known is left out."""

_CSL_KINDS = {"law": "legislation", "treaty": "treaty"}
_RIS_TYPES = {"legislation": "STAT", "webpage": "ELEC"}
_LATEX = str.maketrans(
    {
        **{sign: f"\\{sign}" for sign in "$&#_%"},
        "{": r"\textbraceleft{}",  # BibTeX counts braces, escaped ones as well
        "}": r"\textbraceright{}",
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
_IN_LINK = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20", "<": "%3C", ">": "%3E"})


def reference(record: Cited, language: InterfaceLanguage, retrieval: Retrieval) -> Reference:
    """One reference to a record or a part of it."""
    say = words(language)
    body, part = one_line(record.publisher(language)), part_in_words(record, language)
    publisher = say("cite.united_nations") if record.is_of_the_un else ""
    author = say("cite.author", body=body) if body and record.is_of_the_un else body or publisher
    day = retrieval.accessed.isoformat() if not retrieval.source else None
    version = say("cite.version", version=retrieval.version)
    item = {
        "id": re.sub(r"[^A-Za-z0-9.]+", "-", record.id).strip("-.") or "record",
        "type": _CSL_KINDS.get(record.kind or "", "report" if record.symbol else record.form),
        "title": one_line(record.title(language)),
        "author": [{"literal": author}] if author else None,
        "number": symbol_of(record),
        "publisher": publisher or None,
        "section": part or None,
        "issued": _date(record.date),
        "accessed": _date(day),
        "language": record.title_language(language),
        "version": None if retrieval.source else retrieval.version,
        "URL": retrieval.source or retrieval.url,
        "note": joined(say, part, version, one_line(retrieval.url) if retrieval.source else ""),
    }
    return {name: value for name, value in item.items() if value is not None}


def references(
    snapshot: Snapshot, frame: pd.DataFrame, language: InterfaceLanguage, retrieval: Retrieval
) -> list[Reference]:
    """A reference for each row of documents or timeline, under a key that no other row has.

    `retrieval.url` is what comes before the path of a record. A reference leads to the
    record's first source, which is the official text of a resolution, and names the record in
    a note; where there is no source it leads to the record.
    """
    seen: Counter[str] = Counter()
    found = []
    for row in rows_of(frame):
        address = retrieval.url + (row.get("url") or "")
        own = replace(retrieval, url=address, source=row.get("source"))
        item = reference(cited_row(snapshot, row), language, own)
        seen[item["id"]] += 1
        if seen[item["id"]] > 1:
            item["id"] += f"-{seen[item['id']]}"
        found.append(item)
    return found


def csl_json(items: Sequence[Reference]) -> str:
    """References as a file of CSL-JSON."""
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def bibtex(items: Sequence[Reference]) -> str:
    """References as entries of BibTeX, all `@misc`; every sign LaTeX would act on is escaped."""
    return "\n".join(map(_bibtex_entry, items))


def ris(items: Sequence[Reference]) -> str:
    """References as records of RIS, a tag a line; no value can break its line."""
    return "".join(map(_ris_record, items))


FORMATS: Mapping[str, Callable[[Sequence[Reference]], str]] = {
    "bibtex": bibtex,
    "ris": ris,
    "csl_json": csl_json,
}
"""Each form of a file of references."""


def _bibtex_entry(item: Reference) -> str:
    author, day, read = _author(item), _day(item, "issued"), _day(item, "accessed")
    fields = {
        "author": f"{{{_latex(author)}}}" if author else "",
        "title": f"{{{_latex(item['title'])}}}",
        "howpublished": _latex(item.get("number", "")),
        **{name: str(part) for name, part in zip(("year", "month", "day"), day, strict=False)},
        "note": _latex(item["note"]),
        "url": one_line(item["URL"]).translate(_IN_LINK),  # which packages print as it is
        "urldate": "-".join(f"{part:02}" for part in read),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{item['id']},", *lines, "}", ""])


def _ris_record(item: Reference) -> str:
    author, day, read = _author(item), _day(item, "issued"), _day(item, "accessed")
    tags = {
        "TY": _RIS_TYPES.get(item["type"], "RPRT" if "number" in item else "GEN"),
        "AU": f"{author.replace(', ', '. ')}," if author else "",  # one comma, or a body is split
        "TI": item["title"],
        "PY": f"{day[0]:04}" if day else "",
        "DA": _ris_date(day),
        "SN": item.get("number", ""),
        "PB": item.get("publisher", ""),
        "SE": item.get("section", ""),
        "LA": item["language"],
        "UR": item["URL"],
        "Y2": _ris_date(read),
        "N1": item["note"],
    }
    lines = [f"{tag}  - {one_line(value)}" for tag, value in tags.items() if one_line(value)]
    return "\r\n".join([*lines, "ER  - "]) + "\r\n"


def _date(date: str | None) -> dict[str, list[list[int]]] | None:
    """Year, month and day as far as they are known."""
    return {"date-parts": [[int(part) for part in date.split("-")]]} if date else None


def _day(item: Reference, name: str) -> list[int]:
    return item[name]["date-parts"][0] if name in item else []


def _author(item: Reference) -> str:
    return item["author"][0]["literal"] if "author" in item else ""


def _ris_date(day: list[int]) -> str:
    """`2035/12/02/`, with nothing between the slashes where it is not known."""
    numbers = [f"{day[0]:04}", *(f"{part:02}" for part in day[1:])] if day else []
    return "/".join([*numbers, "", ""][:3]) + "/" if numbers else ""


def _latex(text: str) -> str:
    """Text on one line with every sign escaped that LaTeX would act on."""
    return one_line(text).translate(_LATEX)
