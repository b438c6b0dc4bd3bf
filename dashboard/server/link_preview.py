"""What a chat or a mail shows of a link: the page's name, or the record it opens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from dashboard.corpus.snapshot import NoDataError, Snapshot
from dashboard.corpus.store import current
from dashboard.export.citations.cite import short
from dashboard.export.citations.cited_records import cited, joined
from dashboard.words import Words

_OPENS = ("item", "symbol", "country")
"""The parameters that name one record."""
_LONGEST = 300


@dataclass(frozen=True)
class Preview:
    """The name of what a link opens, and a sentence or two about it."""

    title: str
    description: str

    def head(self, say: Words, icon: str) -> str:
        """The elements of a page's head that say so, for browsers and for previews."""
        site = say("app.title")
        title = self.title if self.title == site else f"{self.title} · {site}"
        properties = {
            "og:type": "website",
            "og:site_name": site,
            "og:title": self.title,
            "og:description": self.description,
            "og:image": icon,
            "twitter:card": "summary",
        }
        named = (
            f'<meta property="{name}" content="{escape(said)}" />'
            for name, said in properties.items()
        )
        return "\n    ".join(
            (
                f"<title>{escape(title)}</title>",
                f'<meta name="description" content="{escape(self.description)}" />',
                *named,
            )
        )


def preview(say: Words, path: str, asked: Mapping[str, str]) -> Preview:
    """What an address opens: the record its parameters name, else the page of its path."""
    page = path.strip("/") or "timeline"
    name = next((asked[key] for key in _OPENS if asked.get(key)), "")
    found = _record(say, name[:200]) if name else None
    if found is not None:
        return found
    if say.has(f"{page}.nav"):
        return Preview(say(f"{page}.nav"), _cut(say(f"{page}.help")))
    return Preview(say("app.title"), say("app.description"))


def _record(say: Words, name: str) -> Preview | None:
    try:
        snapshot = current()
        record = cited(snapshot, name)
    except (NoDataError, KeyError):
        return None
    brief, title = short(record, say.language), record.title(say.language)
    if title not in brief:
        brief = say("punctuation.colon").join((brief, title))
    facts = joined(say, record.publisher(say.language), say.date(record.date))
    said = [facts, _outcome(say, snapshot, name)]
    return Preview(_cut(brief), _cut(" · ".join(filter(None, said)) or say("app.description")))


def _outcome(say: Words, snapshot: Snapshot, name: str) -> str:
    """The plenary vote on a text, or our summary of an event."""
    votes = snapshot.tables["documents"]
    totals = votes.loc[votes["id"] == name, ["yes", "no", "abstain"]]
    if len(totals) and bool(totals.iloc[0].notna().all()):
        return say("cited.totals", **{str(key): int(n) for key, n in totals.iloc[0].items()})
    events = snapshot.tables["timeline"]
    rows = events[events["id"] == snapshot.mark_of(name)].to_dict("records")
    return say.field(rows[0], "summary") if rows else ""


def _cut(text: str) -> str:
    """Whole words, as many as previews show."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rsplit(" ", 1)[0] + "…"
