"""The rows of the invented record: what States did and said; columns left out are null."""

from __future__ import annotations

RECORDED_VOTES = [
    {
        "id": "A/RES/90/9@committee",
        "symbol": "A/RES/90/9",
        "stage": "committee",
        "date": "2035-11-04",
        "yes": 1,
        "no": 1,
        "abstain": 1,
        "not_voting": 0,
        "eligible": 3,
        "names": "complete",
        "complete": ("yes", "no", "abstain", "not_voting"),
        "track": "military",
        "topics": ("military_peace_security",),
        "weight": "core",
        "title_en": "Invented text on machines in armed conflict",
        "title_zh": "关于人工智能的虚构决议",
    },
    {
        "id": "A/RES/90/9@paragraph.op1",
        "symbol": "A/RES/90/9",
        "stage": "paragraph",
        "level": "plenary",
        "paragraphs": ("A/RES/90/9#op1",),
        "date": "2035-12-02",
        "yes": 2,
        "no": 1,
        "abstain": None,
        "names": "not_published",
        "result": "adopted",
        "track": "military",
        "topics": ("military_peace_security",),
        "weight": "core",
        "title_en": "Invented text on machines in armed conflict",
    },
    {
        "id": "A/RES/90/9@plenary",
        "symbol": "A/RES/90/9",
        "stage": "plenary",
        "date": "2035-12-02",
        "yes": 2,
        "no": 1,
        "abstain": 0,
        "not_voting": 0,
        "eligible": 3,
        "names": "complete",
        "complete": ("yes", "no", "abstain", "not_voting"),
        "track": "military",
        "topics": ("military_peace_security",),
        "weight": "core",
        "title_en": "Invented text on machines in armed conflict",
    },
]

VOTES = [
    {
        "vote": f"A/RES/90/9@{stage}",
        "symbol": "A/RES/90/9",
        "stage": stage,
        "date": "2035-12-02",
        "iso3": iso3,
        "position": position,
    }
    for stage, iso3, position in [
        ("committee", "FRA", "yes"),
        ("committee", "CHN", "abstain"),
        ("committee", "USA", "no"),
        ("plenary", "FRA", "yes"),
        ("plenary", "CHN", "yes"),
        ("plenary", "USA", "no"),
    ]
]

SPONSORS = [
    {
        "symbol": "A/RES/90/9",
        "iso3": "FRA",
        "role": "original_sponsor",
        "date": "2035-10-10",
        "as_named": "France",
    },
    {
        "symbol": "A/RES/90/10",
        "iso3": "CHN",
        "role": "additional_sponsor",
        "date": None,
        "as_named": "China",
    },
]

STATEMENTS = [
    {
        "id": "france-introduces",
        "date": "2035-11-04",
        "date_precision": "day",
        "speaker_iso3": ("FRA",),
        "type": "introduction",
        "stance": "support",
        "symbol": ("A/RES/90/9",),
        "forum_en": "First Committee",
        "weight": "core",
        "point_en": "Invented: presents the draft",
        "point_zh": "虚构：介绍草案",
    },
    {
        "id": "two-explain",
        "date": "2035-12",
        "date_precision": "month",
        "speaker_iso3": ("CHN", "USA"),
        "aligned": ("FRA",),
        "on_behalf_of": "Invented group of two",
        "type": "explanation_of_vote",
        "stance": "reservation",
        "vote_stated": "abstain",
        "symbol": ("A/RES/90/9", "summit-one"),
        "paragraphs": ("A/RES/90/9#op1",),
        "named": ("OP1",),
        "forum_en": "Plenary",
        "weight": "related",
        "point_en": "Invented: doubts about command",
    },
]

COUNTRIES = [
    {
        "iso3": iso3,
        "name_en": name,
        "name_zh": name_zh,
        "status": "member",
        "regional_group": region,
        "groups": groups,
        "sponsored": sponsored,
        "yes": yes,
        "no": 1 - yes,
        "abstain": 0,
        "not_voting": 0,
        "eligible": 1,
        "statements": 1,
        "events": events,
        "url": f"/countries?item={iso3}",
    }
    for iso3, name, name_zh, region, groups, sponsored, yes, events in [
        ("FRA", "France", "法国", "weog", ("eu",), 1, 1, 1),
        ("CHN", "China", "中国", "asia_pacific", ("brics",), 1, 1, 2),
        ("USA", "United States of America", "美利坚合众国", "weog", (), 0, 0, 1),
    ]
]
