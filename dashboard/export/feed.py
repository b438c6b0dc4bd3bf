"""The changes of the record as an Atom feed (RFC 4287)."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd
from feedgen.feed import FeedGenerator

from dashboard import __version__
from dashboard.export.plain_text import one_line
from dashboard.words import Words

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "ai-governance-record")
"""Ids are made from what they name, so that they are the same in every answer, on every host."""


_SAID = {"added": "feed.added", "changed": "feed.changed", "removed": "feed.removed"}


@dataclass(frozen=True)
class Titled:
    """A record as a feed names it: its title in the reader's language and its path here."""

    title: str
    path: str


@dataclass(frozen=True)
class Address:
    """Where the dashboard is served, without a slash at its end, this feed, and its other pages.

    `pages` has the addresses of RFC 5005, section 3, by their relation: `next`, `previous`.
    """

    base_url: str
    feed_url: str
    pages: Mapping[str, str] = field(default_factory=dict)


def changes_atom(
    changes: pd.DataFrame, titled: Mapping[str, Titled], say: Words, day: str, at: Address
) -> bytes:
    """An entry for each row of `analysis.changes.changes`, in its order.

    A record missing from `titled` is named by its id and has no link, as one removed. The
    feed was updated on the day of its latest change, or on `day` (YYYY-MM-DD) where it has
    none. The same arguments give the same bytes.
    """
    feed = FeedGenerator()
    feed.id(_urn("changes", say.language))
    feed.title(say("feed.changes"))
    feed.subtitle(say("feed.changes_about"))
    feed.author({"name": say("app.title")})
    feed.language(say.language)
    feed.generator("dashboard", version=__version__)
    feed.link(href=at.feed_url, rel="self", type="application/atom+xml")
    feed.link(href=f"{at.base_url}/", rel="alternate", type="text/html")
    for relation, address in at.pages.items():
        feed.link(href=address, rel=relation, type="application/atom+xml")
    feed.updated(_moment(max(changes["on"], default=day)))
    for change in changes.to_dict("records"):
        known = titled.get(change["id"])
        title = known.title if known else change["id"]
        entry = feed.add_entry(order="append")
        entry.id(_urn(change["id"], change["version"], change["change"]))
        entry.title(one_line(say(_SAID[change["change"]], title=title)))
        entry.updated(_moment(change["on"]))
        entry.category(term=change["change"])
        entry.content(
            one_line(say("feed.entry", version=change["version"], date=say.date(change["on"]))),
            type="text",
        )  # fmt: skip
        if known:
            entry.link(href=at.base_url + known.path, rel="alternate", type="text/html")
    return bytes(feed.atom_str(pretty=True, encoding="UTF-8"))


def _urn(*parts: str) -> str:
    return f"urn:uuid:{uuid.uuid5(_NAMESPACE, ' '.join(parts))}"


def _moment(day: str) -> dt.datetime:
    return dt.datetime.combine(dt.date.fromisoformat(day), dt.time(), dt.UTC)
