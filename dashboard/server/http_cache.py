"""Whether a client's copy is still good: ETag and Last-Modified, as RFC 9110 has them."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import format_datetime, parsedate_to_datetime
from typing import Any

from dashboard import __version__
from dashboard.corpus.snapshot import Snapshot


@dataclass(frozen=True)
class CachedCopy:
    """What a client says about the copy it holds: the two request headers, as they came."""

    tags: str | None = None
    since: str | None = None

    @classmethod
    def of(cls, headers: Mapping[str, str]) -> CachedCopy:
        """The conditions of a request."""
        return cls(headers.get("if-none-match"), headers.get("if-modified-since"))

    def is_good(self, headers: Mapping[str, str]) -> bool:
        """Whether the answer with these headers need not be sent.

        If-Modified-Since is heard only without If-None-Match (RFC 9110, 13.1.3), and a date
        that cannot be read is passed over. Tags are compared weakly (13.1.2).
        """
        if self.tags is not None:
            named = [part.strip().removeprefix("W/") for part in self.tags.split(",")]
            return headers["ETag"] in named or "*" in named
        changed, since = _day(headers.get("Last-Modified")), _day(self.since)
        return changed is not None and since is not None and changed <= since


def validators(snapshot: Snapshot, *asked: Any, official_text: str | None = None) -> dict[str, str]:
    """Headers that let a client ask again cheaply, and nobody else keep a copy.

    The tag covers what shapes an answer: data, day, code, and what was `asked`. `official_text`
    is the state of the attached text store where that was searched; it is in the tag, and since
    nobody knows when it changed, such an answer has no Last-Modified.
    """
    shaped = json.dumps([__version__, *asked, official_text], default=str)
    digest = hashlib.sha256(shaped.encode()).hexdigest()[:16]
    headers = {"Cache-Control": "private, no-cache", "ETag": f'"{snapshot.key}-{digest}"'}
    if official_text is None:
        headers["Last-Modified"] = format_datetime(changed(snapshot), usegmt=True)
    return headers


def changed(snapshot: Snapshot) -> dt.datetime:
    """When what is served last changed: when it was loaded, or at midnight, if that is later.

    The times of files are no measure of it: a checkout may give new files an old time.
    """
    loaded = snapshot.loaded_at.astimezone(dt.UTC)
    if snapshot.as_of <= snapshot.loaded_on:
        return loaded
    midnight = dt.datetime.combine(snapshot.as_of, dt.time()).astimezone(dt.UTC)
    return midnight if midnight <= dt.datetime.now(dt.UTC) else loaded


def _day(text: str | None) -> dt.datetime | None:
    """An HTTP date, or None for anything else."""
    try:
        found = parsedate_to_datetime(text) if text else None
        return found and (found if found.tzinfo else found.replace(tzinfo=dt.UTC))
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
