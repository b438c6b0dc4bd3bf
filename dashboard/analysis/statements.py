"""What was said about a text, by whom: rows of the statements table, columns unchanged.

A statement that is not on record was not found; that is never the same as silence.
"""

from __future__ import annotations

import pandas as pd

from dashboard.analysis.selection.codes import symbol_key

_DISSOCIATION = "dissociation"


def about(statements: pd.DataFrame, symbol: str) -> pd.DataFrame:
    """Statements that target a text or meeting, by symbol (in any capitals) or record id."""
    wanted = symbol_key(symbol)
    return statements.loc[[wanted in map(symbol_key, symbols) for symbols in statements["symbol"]]]


def on_paragraph(statements: pd.DataFrame, paragraph_id: str) -> pd.DataFrame:
    """Statements that name a paragraph of the adopted text: `A/RES/79/62#op7`.

    One that names only sub-paragraph (a) of it has not named the paragraph, nor the reverse.
    """
    return statements.loc[[paragraph_id in named for named in statements["paragraphs"]]]


def dissociations(statements: pd.DataFrame, symbol: str) -> pd.DataFrame:
    """Statements that leave the consensus on a text or on paragraphs of it.

    By type or by stance. `named` and `paragraphs` hold what each left out; both empty where
    it dissociated from the whole, or the source does not say from what.
    """
    found = about(statements, symbol)
    return found[found["type"].eq(_DISSOCIATION) | found["stance"].eq(_DISSOCIATION)]
