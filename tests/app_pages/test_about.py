"""The page about the record: what it holds, where sources disagree, what checking found."""

from __future__ import annotations

import re
from copy import deepcopy
from pathlib import Path

import pytest

from dashboard.analysis.quality.act_reading import act_quality
from dashboard.analysis.quality.comparison_reading import comparison_quality
from dashboard.analysis.quality.coverage import conflicts
from dashboard.corpus import official_text
from dashboard.corpus import store as store_module
from dashboard.corpus.official_text import official_text_folder
from dashboard.corpus.store import Store
from dashboard.corpus.tables.columns import TABLES
from dashboard.sources.official_text.text_store import store_path
from dashboard.ui.frame.markdown import escaped
from dashboard.words import LANGUAGES, InterfaceLanguage, entries
from dashboard.words.glossary import glossary
from tests.app_pages.visits.visiting import counts, tables, texts, visit
from tests.invented.builders import CHECKED, EVENTS, OVERLAY, RESOLUTION, SOURCES, change, write
from tests.invented.wordings import attach

CONFLICT = {
    "field": "date",
    "note": {"en": "One source says May.", "zh": "一个来源称为五月。"},
    "others": ["2034-05"],
}


@pytest.mark.parametrize(
    ("locale", "columns", "files"),
    [
        ("en-GB", ["Kind", "Records", "Share"], "2 official files read\\: 2 in en."),
        ("zh-CN", ["类别", "记录数", "占比"], "已读取官方文件2份：en2份。"),
    ],
)
def test_what_the_record_holds(small: Store, locale: str, columns: list[str], files: str):
    at = visit("about", locale=locale)
    assert not at.exception
    kinds = tables(at)[1]
    assert list(kinds) == columns
    assert counts(kinds[columns[1]]).sum() == 6
    assert set(kinds[columns[2]]) == {"17%", "33%"}
    assert files in texts(at)


def test_nothing_wrong_is_said_so(small: Store):
    page = texts(visit("about"))
    assert "Checking the data found nothing." in page
    assert any(text.startswith("0 facts on which sources disagree") for text in page)


def test_conflicts_stand_under_their_record(editable: Path):
    change(editable / EVENTS.format("machine-law"), conflicts=[CONFLICT])
    change(editable / OVERLAY, conflicts=[CONFLICT, deepcopy(CONFLICT)])
    page = texts(visit("about", {"lang": "zh"}))
    assert any(text.startswith("有3项事实来源说法不一") for text in page)
    listed = next(text for text in page if "一个来源称为五月。" in text).split("\n")
    assert len(listed) == 3
    assert all(line.endswith("：一个来源称为五月。") for line in listed)
    assert ["A/RES/90/1 · 机器" in line for line in listed] == [True, True, False]
    assert "/?item=machine-law" in listed[2]


def test_what_checking_found_is_listed(editable: Path):
    change(editable / RESOLUTION, issued="2035-01-01")
    at = visit("about")
    assert not at.exception
    assert "0 errors, 1 warnings" in [c.value for c in at.caption]
    listed = next(
        m.value for m in at.markdown if "A\\-RES\\-90\\-1" in m.value or "A-RES-90-1" in m.value
    )
    assert listed.startswith("- data/imported/90/A")


def test_the_real_record(real: Store):
    snapshot = store_module.current()
    at = visit("about", {"lang": "zh"})
    assert not at.exception
    states, kinds, said, texts_coded, agreement, acts, changes, rule, refused = tables(at)
    assert snapshot.act_reading is not None
    assert list(acts.iloc[:, 1]) == [
        f"{value:.3f}" for value in act_quality(snapshot.act_reading)["value"]
    ]
    assert snapshot.comparison_reading is not None
    assert list(changes.iloc[:, 1]) == [
        f"{value:.3f}" for value in comparison_quality(snapshot.comparison_reading)["value"]
    ]
    assert len(rule) == 8
    precision, recall, sure, _ = (float(value) for value in rule.iloc[:4, 1])
    assert precision > 0.75, "what the first rule for these texts reached: 0.46"
    assert recall > 0.86, "the same"
    assert sure >= 0.96
    assert counts(rule.iloc[:, 2])[1] == snapshot.tables["requests"]["paragraph"].nunique()
    assert any("待定0段" in text for text in texts(at))
    assert counts(refused.iloc[:, 1]).sum() == sum(
        len(listed.refused) for listed in snapshot.requests.values()
    )
    assert "未提出要求" in list(refused.iloc[:, 0])
    skeleton = snapshot.tables["paragraphs"]
    assert counts(texts_coded.iloc[:, 1]).sum() == len(skeleton)
    assert counts(texts_coded.iloc[:, 2]).sum() == skeleton["summary_en"].notna().sum()
    assert list(agreement.iloc[:, 0]) == ["主题", "要求对象", "要求事项", "最强行为的强度等级"]
    assert counts(states.iloc[:, 1]).sum() == counts(kinds.iloc[:, 1]).sum()
    read = snapshot.tables["timeline"]["weight"] != "not_read"
    assert counts(kinds.iloc[:, 1]).sum() == read.sum() < len(read)
    assert counts(said.iloc[:, 1]).sum() == len(snapshot.statements) > 0
    held = [
        *snapshot.curated.values(),
        *snapshot.events.values(),
        *snapshot.statements.values(),
    ]
    found = sum(len(record.conflicts) for record in held)
    assert found > 0
    assert any(text.startswith(f"有{found}项事实来源说法不一") for text in texts(at))


def test_statements_are_counted_and_their_conflicts_lead_to_them(editable: Path):
    said = {
        "id": "xaa-said",
        "date": "2035-12",
        "forum": {"en": "Hall", "zh": "大厅"},
        "type": "invented",
        "stance": "invented",
        "form": "oral",
        "scope": "core",
        "point": {"en": "A tree is a tree.", "zh": "树就是树。"},
        "conflicts": [CONFLICT],
        "verification": "reported",
        "checked": CHECKED,
        "sources": SOURCES,
    }
    for file in (editable / "curated/statements").glob("*.yaml"):
        file.unlink()
    write(editable / "curated/statements/xaa-said.yaml", said)
    at = visit("about")
    assert not at.exception
    kinds = tables(at)[2]
    assert kinds["Kind of statement"].tolist() == ["invented"]
    assert kinds["Records"].tolist() == ["1"]
    told = next(text for text in texts(at) if "One source says May." in text)
    assert "/statements?item=xaa-said" in told
    assert "invented · Hall · December 2035" in told


@pytest.mark.parametrize("language", [code for code in LANGUAGES if not LANGUAGES[code].partial])
def test_every_disputed_field_has_a_name_in_each_language(real: Store, language: InterfaceLanguage):
    snapshot = store_module.current()
    disputed = set(conflicts(snapshot.curated, snapshot.events, snapshot.statements)["field"])
    heads = {field.partition(".")[0] for field in disputed}
    assert len(heads) > 10
    assert {head for head in heads if f"field.{head}" not in entries(language)} == set()


def sections_of(said: str) -> dict[str, str]:
    """What stands under each heading of a text of Markdown."""
    _, *parts = re.split(r"^## ", said, flags=re.MULTILINE)
    heads = (part.partition("\n") for part in parts)
    return {head.replace("\\", ""): rest for head, _, rest in heads}


@pytest.mark.parametrize(
    ("language", "meaning", "kind", "rows"),
    [
        ("en", "first day, as precise as is known", "date, as precise as is known", "A row for"),
        (
            "zh",
            "起始日期，已知多精确就写多精确",
            "日期，已知多精确就写多精确",
            "每份文件、每个事件一行",
        ),
    ],
)
def test_every_column_of_every_table_is_explained(
    small: Store, language: str, meaning: str, kind: str, rows: str
):
    at = visit("about", {"view": "columns", "lang": language})
    assert not at.exception
    (said,) = (text for text in texts(at) if "| `date` |" in text)
    sections = sections_of(said)
    assert list(sections) == list(TABLES)
    for table, columns in TABLES.items():
        named = re.findall(r"^\| `(\w+)` \|", sections[table], flags=re.MULTILINE)
        assert named == list(columns)
    assert f"| `date` | {meaning}" in said
    assert f":small[{escaped(kind)}] |" in said
    assert rows in said
    assert f"[kinds](/about?view=codes&lang={language}#kinds)" in said
    assert "[schema.json](/api/schema.json)" in said


@pytest.mark.parametrize(("language", "label"), [("en", "Committee"), ("zh", "委员会")])
def test_every_code_of_every_vocabulary_is_explained(real: Store, language: str, label: str):
    at = visit("about", {"view": "codes", "lang": language})
    assert not at.exception
    vocabularies = store_module.current().vocabularies
    (said,) = (text for text in texts(at) if "- `committee` " in text)
    sections = sections_of(said)
    assert list(sections) == list(vocabularies)
    for name, vocabulary in vocabularies.items():
        codes = re.findall(r"^- `([^`]+)` \*\*", sections[name], flags=re.MULTILINE)
        assert codes == list(vocabulary.terms)
    assert f"- `committee` **{label}**" in sections["stages"]


def test_the_footer_leads_to_the_columns_in_the_language_chosen(small: Store):
    lines = [text for text in texts(visit("documents", {"lang": "zh"})) if "view=columns" in text]
    assert "[字段说明](/about?view=columns&lang=zh)" in lines[-1]


def test_what_wording_is_attached_and_what_is_missing(small: Store):
    assert any("make texts" in text for text in texts(visit("about")))
    attach("A/RES/90/1", "zh", {"op1": "请种一棵树"})
    at = visit("about")
    assert not at.exception
    (shown,) = [table for table in tables(at) if "Not attached" in table]
    assert shown.iloc[:, 1:].to_numpy().tolist() == [
        ["en", "0", "2", "A/RES/90/1 and A/RES/90/2"],
        ["zh", "1", "1", "A/RES/90/2"],
    ]
    store_path(official_text_folder()).write_bytes(b"no store")
    official_text.reset()
    page = texts(visit("about", locale="zh-CN"))
    assert any("无法读取" in text for text in page)
    assert not any(str(official_text_folder()) in text for text in page)


def test_the_glossary_has_each_term_in_both_languages_and_where_it_stands(small: Store):
    at = visit("about", {"view": "glossary", "lang": "zh"})
    assert not at.exception
    table = next(text for text in texts(at) if "| 人工智能治理问题全球对话 |" in text)
    rows = [line for line in table.splitlines() if line.startswith("| ")]
    assert len(rows) == len(glossary()) + 1
    assert "](https://docs.un.org/zh/A/RES/79/325) | 7 |" in table
