"""Words held against the record by a request: hostile bodies first, then what is answered."""

from __future__ import annotations

import json
from typing import Any

import pytest

from dashboard.corpus.snapshot import Snapshot
from dashboard.server.agreed_language import (
    MAX_BYTES,
    MAX_CHARACTERS,
    Polite,
    agreed_language_answer,
)

CANARY = "Zweihundert Kanarienvögel requests the shepherd to count xylographic cumulonimbi"


def asked(snapshot: Snapshot, body: Any) -> tuple[int, dict[str, Any]]:
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    answer = agreed_language_answer(snapshot, raw)
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in answer.headers
    return answer.status, json.loads(answer.body)


@pytest.mark.parametrize(
    "body",
    [
        *(b"", b"text=wool", b"\xff\xfe", b'{"text": "wool"', b"[" * 100_000, b"NaN", b'"wool"'),
        *([], {}, {"text": ""}, {"text": " \n"}, {"text": None}, {"text": ["wool"]}),
        *({"text": "wool", "limit": limit} for limit in (0, 51, -1, 1.5, "3", True)),
        *({"text": "wool", "language": code} for code in ("fr", "", 1, ["en"])),
        *({"text": "wool", "without": found} for found in ("A/RES/79/239", [1], {"a": 1})),
        {"text": "wool", "without": ["x"] * 1001},
        {"text": "w" * (MAX_CHARACTERS + 1)},
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(snapshot: Snapshot, body: Any) -> None:
    status, answer = asked(snapshot, body)
    assert status == 400
    assert list(answer) == ["error"]
    assert "wool" not in answer["error"]


def test_a_body_that_is_too_long_is_refused(snapshot: Snapshot) -> None:
    assert asked(snapshot, b" " * (MAX_BYTES + 1))[0] == 413


@pytest.mark.parametrize("text", ["\ud800 wool", "wool\x00\x0b\u202e", "—", "a\r\n\r\nb", "🐑 🐑"])
def test_odd_signs_do_no_harm(snapshot: Snapshot, text: str) -> None:
    status, answer = asked(snapshot, {"text": text, "\ud800": 1, "limit": None})
    assert status == 200
    assert answer["ignored"] == [""]


def test_a_row_says_what_is_promised(real_record: Snapshot) -> None:
    status, answer = asked(real_record, {"text": f"{CANARY};\nWool is warm.", "limit": 2})
    assert (status, answer["language"]) == (200, "en")
    assert [row["line"] for row in answer["rows"] if row["rank"] == 1] == [1, 2]
    for row in answer["rows"]:
        assert {"line", "id", "symbol", "likeness", "relation"} <= set(row)
        assert 0 <= row["likeness"] <= 1
        assert row["relation"] == "new"
    assert answer["balance"]["new"] == 2


@pytest.mark.parametrize("without", [["A/RES/80"], ["A/RES/80/"], ["80/58", "a/res/80/57"]])
def test_texts_are_left_out_in_any_spelling(real_record: Snapshot, without: list[str]) -> None:
    text = "Requests the Secretary-General to report to the General Assembly at its session"
    _, answer = asked(real_record, {"text": text, "limit": 50, "without": without})
    symbols = {row["symbol"] for row in answer["rows"]}
    assert symbols
    assert not symbols & {"A/RES/80/58", "A/RES/80/57"}


def test_long_work_rests_in_proportion_and_short_work_not_at_all() -> None:
    now, slept = [0.0], list[float]()
    polite = Polite(lambda: now[0], slept.append)
    for step in (0.05, 0.04, 0.02, 0.5):
        now[0] += step
        polite()
    assert slept == pytest.approx([0.04, 1.0])
