"""Invented wordings: as the record knows them, by their fingerprints alone, and as a reader
attaches them.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import replace

from dashboard.corpus import official_text
from dashboard.corpus.official_text import official_text_folder
from dashboard.corpus.snapshot import Snapshot
from dashboard.sources.fingerprints import TextFingerprints, fingerprint
from dashboard.sources.official_text.store_writer import writing
from dashboard.sources.official_text.text_file import OfficialText

SHA256 = "0" * 64
_other = itertools.count()


def with_wording(record: Snapshot, said: Mapping[str, str], language: str = "en") -> Snapshot:
    """A record as if official files had been read in which paragraphs, by id, say this; what it
    knows of other languages stays.
    """
    texts: dict[str, dict[str, str]] = {}
    for name, words in said.items():
        symbol, _, place = name.partition("#")
        texts.setdefault(symbol, {})[place] = words
    taken = {
        symbol: {
            **record.fingerprints.get(symbol, {}),
            language: TextFingerprints(SHA256, _taken(paragraphs, language)),
        }
        for symbol, paragraphs in texts.items()
    }
    version = f"{record.version}-worded-{next(_other)}"
    return replace(record, fingerprints=taken, version=version)


def _taken(said, language):
    found = {place: fingerprint(words, language) for place, words in said.items()}
    return {place: each for place, each in found.items() if each}


def wording(symbol: str, language: str, paragraphs: Mapping[str, str]) -> OfficialText:
    """An invented text as the store takes it."""
    return OfficialText(
        symbol=symbol, language=language, name="x.xml", sha256=SHA256, paragraphs=dict(paragraphs)
    )


def attach(symbol: str, language: str, paragraphs: Mapping[str, str]) -> None:
    """Put an invented text into the store of this test, and let it be looked at anew."""
    with writing(official_text_folder()) as store:
        store.put(wording(symbol, language, paragraphs))
    official_text.reset()
