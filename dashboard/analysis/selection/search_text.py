"""The attached official text of paragraphs as text to be searched, in every language present."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from dashboard.analysis.folding import fold
from dashboard.corpus.official_text import official_text_store


def with_official_text(rows: Sequence[str], paragraphs: pd.DataFrame) -> tuple[str, ...]:
    """Each paragraph's folded text with its folded official text, a line for each language.

    `rows` and `paragraphs` (the table) go row by row. Rows without one stay as they are.
    """
    store = official_text_store()
    attached: dict[str, list[str]] = {}
    for symbol in paragraphs["symbol"].unique():
        for language in store.languages(symbol):
            for local, words in store.paragraphs(symbol, language).items():
                attached.setdefault(f"{symbol}#{local}", []).append(fold(words))
    return tuple(
        "\n".join([row, *attached.get(name, ())])
        for row, name in zip(rows, paragraphs["id"], strict=True)
    )
