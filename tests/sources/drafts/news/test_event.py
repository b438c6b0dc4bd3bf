from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.sources.drafts.news.article import day_of, read_article
from dashboard.sources.drafts.news.dating import Adopted, dated_by_record
from dashboard.sources.drafts.news.event import Known, read_event
from dashboard.sources.drafts.news.named import (
    people_named,
    states_named,
    symbols_named,
    terms_named,
)

STATES = {"CHN": ["China", "中国"], "MNG": ["Mongolia", "蒙古"], "NER": ["Niger", "尼日尔"]}
MATTER = """---
title: '牧场：呼吁各方让机器数羊'
author: 草地日报
date: Tue, 14 Dec 2021 08:13:04 GMT
---
<div><style>p { color: red; }</style><!-- 说明 -->
<p>12月14日，发言人王小羊主持记者会。牧场关心机器数羊一事，并在人工智能论坛上提出了新的看法和主张。</p>
<p>责任编辑：某某</p></div>
"""
WEB = """分享到朋友圈
正在阅读:羊群与机器的合作(和声)
首页> 牧场频道> 正文
羊群与机器的合作(和声)
来源:草地日报2024-04-03 10:09
　　作为牧羊大国，内蒙古的羊群有信心同各方一道，推动机器数羊的工作朝着正确方向前进，造福所有牧人。
[ 责编:某某 ]
尼日尔的新闻
"""
ADOPTED = (
    Adopted("A/RES/78/701", "2024-03-21", "Opportunities of counting machines"),
    Adopted("A/RES/78/702", "2024-07-01", "Cooperation on counting machines"),
    Adopted("A/RES/78/703", "2024-06-24", "Safety of roads"),
)
UNDATED = [
    "MEADOW (WN) — The Assembly adopted a resolution with support of all shepherds.",
    "The resolution approved Monday follows the March 21 adoption of the first on the matter.",
    "A shepherd said Tuesday that a rule of June 21 would not help.",
]
TITLE = "Assembly closes the gap in counting machines"


def test_an_item_with_fields_and_tags() -> None:
    found = read_article(MATTER)
    assert (found.title, found.day) == ("牧场：呼吁各方让机器数羊", "2021-12-14")
    assert found.publisher == "草地日报"
    assert [p[:7] for p in found.paragraphs] == ["12月14日，"]


def test_an_item_amid_its_web_page() -> None:
    found = read_event(WEB, Known(states=STATES))
    assert (found.title, found.date) == ("羊群与机器的合作(和声)", "2024-04-03")
    assert (found.publisher, found.date_basis) == ("草地日报", "printed")
    assert found.states == ()  # neither 内蒙古 nor what stands after the item


def test_an_item_that_says_nothing_of_itself_leaves_it_unknown() -> None:
    found = read_event("sheep were counted.\nthey slept.", Known(states=STATES))
    assert (found.title, found.date, found.date_basis, found.publisher) == (None, None, None, None)


def test_an_item_without_a_day_is_dated_by_the_resolutions_it_tells_of() -> None:
    found = read_event("\n".join([TITLE, "", *UNDATED]), Known(adopted=ADOPTED))
    assert (found.date, found.date_basis, found.publisher) == ("2024-07-02", "record", "WN")
    assert found.told == ("A/RES/78/701", "A/RES/78/702")


@pytest.mark.parametrize(
    ("adopted", "told"),
    [
        ((), ()),
        (ADOPTED[2:], ()),
        (ADOPTED[:1], ("A/RES/78/701",)),
        ((*ADOPTED, ADOPTED[0]._replace(symbol="A/RES/77/9", day="2023-03-21")), ()),
        ((*ADOPTED, ADOPTED[1]._replace(symbol="A/RES/78/704", day="2024-07-08")),
         ("A/RES/78/701",)),
    ],
)  # fmt: skip
def test_where_a_step_has_no_answer_or_two_no_day_is_said(
    adopted: tuple[Adopted, ...], told: tuple[str, ...]
) -> None:
    assert dated_by_record(TITLE, UNDATED, adopted) == (None, told)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3 May 2025", "2025-05-03"),
        ("May 3, 2025", "2025-05-03"),
        ("2025年5月3日", "2025-05-03"),
        ("2025-05-03 10:09", "2025-05-03"),
        ("31 February 2025", None),
        ("May 2025", None),
        ("3 sheep of 2025", None),
    ],
)
def test_a_day_in_any_writing(text: str, day: str | None) -> None:
    assert day_of(text) == day


@given(st.text())
def test_no_text_keeps_an_item_from_being_read(text: str) -> None:
    found = read_event(text, Known(states=STATES, adopted=ADOPTED))
    assert found.date is None or len(found.date) == 10


def test_states_and_terms_are_named_by_their_longest_names() -> None:
    assert states_named("中国同尼日尔、内蒙古", STATES) == ["CHN", "NER"]
    assert states_named("Nigeria and China", STATES) == ["CHN"]
    labels = {"fair": ["World Fair", "世界羊博览会"], "hall": ["大会"], "g7": ["G7"]}
    assert terms_named("at the World Fair, 世界羊博览会审议大会", labels) == ["fair"]
    assert terms_named("the G77", labels) == []


def test_people_are_named_with_their_office() -> None:
    assert people_named("Fu Meadow, the flock’s ambassador, and Bo Peep met.") == ["Fu Meadow"]
    assert people_named("发言人王小羊主持会议。王小羊表示同意。") == ["王小羊"]
    assert people_named("全国人大主席，国家主席") == []


def test_symbols_are_those_that_stand_there() -> None:
    text = "A/79/88 and General Assembly resolution 78/265, 大会第79/239号决议, CCW/GGE.1/2025/3"
    assert symbols_named(text) == ["A/79/88", "A/RES/78/265", "A/RES/79/239", "CCW/GGE.1/2025/3"]
    assert symbols_named("24/7, and/or 2/3") == []
