"""What a workbook says about itself: title, link, data version, day, counts, how to cite it."""

from __future__ import annotations

import datetime as dt

from dashboard.export.tables.xlsx import SheetWords
from dashboard.words import InterfaceLanguage, words


def sheet_words(
    table: str,
    language: InterfaceLanguage,
    *,
    link: str,
    version: str,
    day: dt.date,
    shown: int,
    total: int,
) -> SheetWords:
    """The words of a file with `shown` of `total` rows, read on `day` at the canonical `link`."""
    say = words(language)
    title = say("sheet.title", table=table)
    today = say.date(day.isoformat())
    citation = say("cite.available", cited=title, url=link, version=version, date=today)
    return SheetWords(
        title=title,
        sheets=(say("sheet.rows"), say("sheet.columns"), say("sheet.about")),
        headings=(
            say("sheet.column"),
            say("sheet.kind"),
            say("sheet.meaning"),
            say("sheet.vocabulary"),
        ),
        facts=(
            (say("sheet.what"), title),
            (say("sheet.link"), link),
            (say("sheet.version"), version),
            (say("sheet.day"), day.isoformat()),
            (say("sheet.shown"), shown),
            (say("sheet.total"), total),
            (say("sheet.cite"), citation),
            (say("sheet.licence"), say("sheet.terms")),
            (say("sheet.sources"), say("footer.sources")),
        ),
        day=day,
    )
