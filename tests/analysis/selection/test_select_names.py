"""Names and titles in the order of their language."""

from __future__ import annotations

from dashboard.analysis.selection.query import Query
from dashboard.analysis.selection.select import in_order, select
from dashboard.corpus.snapshot import Snapshot
from tests.invented.synthetic import snapshot


def test_names_are_sorted_as_their_language_sorts_them(real_record: Snapshot) -> None:
    def names(column: str) -> list[str]:
        return list(
            select(real_record, "countries", Query().having(sort=(column,)))[column.strip("-")]
        )

    english, chinese = names("name_en"), names("name_zh")
    assert english.index("Côte d'Ivoire") == english.index("Costa Rica") + 1
    assert english.index("Türkiye") < english.index("Tuvalu")
    assert chinese[0] == "阿尔巴尼亚"
    assert names("-name_zh") == chinese[::-1]


def test_accents_do_not_count_in_any_order() -> None:
    rows = [{"id": name, "title_en": name} for name in ("Zoo", "Éclair", "Egg", "eagle")]
    found = in_order(snapshot(documents=rows).tables["documents"], "documents", ("title_en",))
    assert list(found["id"]) == ["eagle", "Éclair", "Egg", "Zoo"]
