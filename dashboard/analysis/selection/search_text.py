"""The attached wording of paragraphs as text to be searched, in every language present."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from dashboard.analysis.selection.terms import fold
from dashboard.corpus.official_text import texts


def with_official_text(rows: Sequence[str], paragraphs: pd.DataFrame) -> tuple[str, ...]:
    """Each paragraph's folded text with its folded wording, a line for each language.

    `rows` and `paragraphs` (the table) go row by row. Rows without wording stay as they are.
    """
    wording: dict[str, list[str]] = {}
    for symbol in paragraphs["symbol"].unique():
        for language in texts().languages(symbol):
            for local, words in texts().wording(symbol, language).items():
                wording.setdefault(f"{symbol}#{local}", []).append(fold(words))
    return tuple(
        "\n".join([row, *wording.get(name, ())])
        for row, name in zip(rows, paragraphs["id"], strict=True)
    )
