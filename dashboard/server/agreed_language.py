"""The route that holds pasted words against the record: nothing of them is kept or logged."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, cast, get_args

from dashboard.analysis.agreed_language.matches import MOST, balance, matches
from dashboard.corpus.snapshot import Snapshot
from dashboard.server.responses import Answer, error
from dashboard.sources.drafts.draft import DraftLanguage, DraftRefused
from dashboard.sources.drafts.pasted import read_pasted
from dashboard.sources.plain_text import tidy
from dashboard.symbols import resolution_symbol

MAX_BYTES = 1_000_000
MAX_CHARACTERS = 200_000
"""Of the words: about the longest resolution on record."""
_MOST_LEFT_OUT = 1_000
_UNKEPT = {"Cache-Control": "no-store"}
_FIELDS = ("text", "language", "limit", "without")


class Polite:
    """Called between two pieces of work, lets whoever waits for the interpreter go before.

    The first tenth of a second is free: a paragraph or a few are answered at once.
    """

    FREE = 0.1
    REST = 2.0
    """How many times as long it rests as it worked."""

    def __init__(
        self,
        clock: Callable[[], float] = time.perf_counter,
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:
        self._clock, self._sleep = clock, sleep
        self._begun = self._last = clock()

    def __call__(self) -> None:
        """Rest in proportion to the work since the last call."""
        now = self._clock()
        if now - self._begun > self.FREE:
            self._sleep(self.REST * (now - self._last))
        self._last = self._clock()


class _BadBodyError(ValueError):
    """What is wrong with a body, in one sentence that repeats none of it."""


def agreed_language_answer(snapshot: Snapshot, body: bytes) -> Answer:
    """The lines of a body's `text` beside the adopted paragraphs nearest to them, as JSON.

    `language`, `limit` and `without` are optional. 400 with one sentence for what cannot be read,
    413 for more than `MAX_BYTES`. No answer may be kept by anybody on its way.
    """
    if len(body) > MAX_BYTES:
        return error(413, f"the body has over {MAX_BYTES:,} bytes, the most that is read")
    try:
        asked = _asked(body)
        draft = read_pasted(_text(asked))
        draft = replace(draft, language=_language(asked, draft.language))
        without = _without(asked, list(snapshot.imported))
        found = matches(snapshot, draft, _limit(asked), without, Polite())
    except _BadBodyError as refusal:
        return error(400, str(refusal))
    except DraftRefused as refusal:
        return error(400, f"text cannot be read: {refusal}")
    answer = {
        "data_version": snapshot.version,
        "language": draft.language,
        "balance": balance(found),
        "ignored": [tidy(name) for name in asked if name not in _FIELDS],
        "rows": found,
    }
    return Answer(200, json.dumps(answer, ensure_ascii=False, allow_nan=False), headers=_UNKEPT)


def _asked(body: bytes) -> Mapping[str, Any]:
    try:
        asked = json.loads(body)
    except (ValueError, RecursionError):
        raise _BadBodyError("the body is not JSON") from None
    if not isinstance(asked, dict):
        raise _BadBodyError('the body is not an object with a "text"')
    return asked


def _text(asked: Mapping[str, Any]) -> str:
    text = asked.get("text")
    if not isinstance(text, str) or not text.strip():
        raise _BadBodyError('"text" must be a text with at least one word')
    if len(text) > MAX_CHARACTERS:
        raise _BadBodyError(f'"text" has over {MAX_CHARACTERS:,} characters, the most that is read')
    return text


def _language(asked: Mapping[str, Any], found: DraftLanguage) -> DraftLanguage:
    language = asked.get("language")
    if language is None:
        return found
    if language not in get_args(DraftLanguage):
        raise _BadBodyError('"language" must be "en" or "zh"; without it the words tell')
    return cast(DraftLanguage, language)


def _limit(asked: Mapping[str, Any]) -> int:
    limit = asked.get("limit")
    if limit is None:
        return 3
    number = isinstance(limit, int | float) and not isinstance(limit, bool)
    if not (number and 1 <= limit <= MOST and limit == int(limit)):  # NaN lies in no bounds
        raise _BadBodyError(f'"limit" must be a whole number from 1 to {MOST}')
    return int(limit)  # to JSON, 3.0 is the whole number 3


def _without(asked: Mapping[str, Any], known: Sequence[str]) -> frozenset[str]:
    """The texts to leave out; `A/RES/80` are all of a session."""
    given = asked.get("without") or []
    if not isinstance(given, list) or not all(isinstance(each, str) for each in given):
        raise _BadBodyError('"without" must be a list of symbols, such as ["A/RES/79/239"]')
    if len(given) > _MOST_LEFT_OUT:
        raise _BadBodyError(f'"without" has over {_MOST_LEFT_OUT:,} symbols, the most that is read')
    symbols = {resolution_symbol(each) or each for each in given}
    begun = tuple(f"{symbol.rstrip('/')}/" for symbol in symbols if symbol.strip("/"))
    return frozenset(s for s in known if s in symbols or s.startswith(begun))
