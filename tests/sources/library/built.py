"""Invented roll calls, written as the UN Digital Library writes MARCXML and its CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

NAMED = {
    "XAA": "ALDER",
    "XBB": "BIRCH AND BEECH",
    "XCC": "CEDAR",
    "XDD": "DOGWOOD (REPUBLIC OF)",
    "XEE": "ELM",
    "XFF": "FIR",
}
VOTES = {"XAA": "Y", "XBB": "Y", "XCC": "Y", "XDD": "N", "XEE": "A", "XFF": ""}
COLUMNS = (
    "undl_id", "ms_code", "ms_name", "ms_vote", "date", "session", "resolution", "draft",
    "committee_report", "meeting", "title", "agenda_title", "subjects", "vote_note", "total_yes",
    "total_no", "total_abstentions", "total_non_voting", "total_ms", "undl_link",
)  # fmt: skip
Row = tuple[str, str, str]


def rows(votes: Mapping[str, str] = VOTES, names: Mapping[str, str] = NAMED) -> list[Row]:
    """Code, name and vote of each State."""
    return [(code, names[code], vote) for code, vote in votes.items()]


def totals(listed: Sequence[Row]) -> dict[str, int]:
    noted = [vote for _, _, vote in listed]
    return {
        "b": noted.count("Y"), "c": noted.count("N"), "d": noted.count("A"),
        "e": noted.count(""), "f": len(noted),
    }  # fmt: skip


def record(
    listed: Sequence[Row] | None = None,
    *,
    symbol: str = "A/RES/90/1",
    date: str = "2035-12-01",
    meeting: str = "A/90/PV.50",
    number: str = "4900001",
    **counts: object,
) -> str:
    """One MARC record; `counts` replaces subfields of 996 by their letter, None takes one out."""
    listed = rows() if listed is None else listed
    summary = {**totals(listed), **counts}
    voters = "\n".join(
        _field("967", {"a": str(place), "c": code, **({"d": vote} if vote else {}), "e": name})
        for place, (code, name, vote) in enumerate(listed, start=1)
    )
    return f"""<record>
<controlfield tag="001">{number}</controlfield>
{_field("245", {"a": "Invented question of machines"})}
{_field("791", {"a": symbol, "b": "A/", "c": "90"})}
{_field("952", {"a": meeting})}
{voters}
{_field("992", {"a": date})}
{_field("996", {code: str(value) for code, value in summary.items() if value is not None})}
</record>
"""


def marcxml(*records: str) -> bytes:
    inside = "".join(records or (record(),))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<collection xmlns="http://www.loc.gov/MARC21/slim">\n{inside}</collection>\n'
    ).encode()


def _field(tag: str, subfields: Mapping[str, str]) -> str:
    inside = "".join(f'<subfield code="{c}">{escape(v)}</subfield>' for c, v in subfields.items())
    return f'<datafield tag="{tag}" ind1=" " ind2=" ">{inside}</datafield>'


def table(
    listed: Sequence[Row] | None = None,
    *,
    symbol: str = "A/RES/90/1",
    date: str = "2035-12-01",
    meeting: str = "A/90/PV.50",
    number: str = "4900001",
    delimiter: str = ",",
    header: bool = True,
    **counts: object,
) -> str:
    """The rows of one vote; `counts` replaces totals by the letter of their MARC subfield."""
    listed = rows() if listed is None else listed
    summary = {**totals(listed), **counts}
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    if header:
        writer.writerow(COLUMNS)
    for code, name, vote in listed:
        writer.writerow([
            number, code, name, vote or "X", date, "90", symbol, "A/90/L.4", "", meeting,
            "Invented question, of machines", "Invented; item", "", "",
            *(f"{summary[letter]}.0" for letter in "bcdef"),
            f"https://digitallibrary.un.org/record/{number}",
        ])  # fmt: skip
    return out.getvalue()
