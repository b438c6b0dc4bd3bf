"""Texts that try to run, load or link something, and a data folder with them in every field."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dashboard.corpus.reading.yaml_reader import read_yaml

CANARY = "canary.invalid"
"""A host that can never exist (RFC 2606): any request to it is a leak."""

PAYLOADS = (
    f"P01 <script>fetch('http://{CANARY}/1')</script> end",
    f"P02 <img src=x onerror=\"location='http://{CANARY}/2'\"> end",
    f"P03 <svg onload=alert(3)><image href='http://{CANARY}/3'/></svg> end",
    f"P04 <img src='http://{CANARY}/4.png'> end",
    f"P05 <div style='background:url(http://{CANARY}/5.png)'>x</div> end",
    f"P06 <iframe src='http://{CANARY}/6'></iframe> end",
    f"P07 ![picture](http://{CANARY}/7.png) end",
    f"P08 ![picture][ref] [ref]: http://{CANARY}/8.png end",
    "P09 [go](javascript:alert(9)) <a href='javascript:alert(9)'>go</a> end",
    "P10 [go](data:text/html,<script>alert(10)</script>) end",
    f"P11 [Official site](http://{CANARY}/11) <a href='http://{CANARY}/11'>UN</a> end",
    f"P12 http://{CANARY}/12 www.{CANARY}/12 someone@{CANARY} <http://{CANARY}/12> end",
    f"P13 $\\href{{javascript:alert(13)}}{{x}} \\includegraphics{{http://{CANARY}/13}}$ end",
    "P14 :red[red] :material/home: :blue-badge[b] **b** `c` # h ~~s~~ &lt;b&gt; :smile: end",
)
SINCE = "2031"
"""The hostile events lie ahead of all others, so that a period shows them alone."""

EVENTS = tuple(f"hostile-{number:02}" for number in range(1, len(PAYLOADS) + 1))
EVENT, DOCUMENT = EVENTS[0], "A/RES/79/239"
STATEMENT, REQUEST = "usa-2025-03-31-submission", "79-239-4"


def plant(data: Path, copy: Path) -> Path:
    """Copy a data folder and put the payloads into the texts people write."""
    shutil.copytree(data, copy)
    for number, (name, payload) in enumerate(zip(EVENTS, PAYLOADS, strict=True), start=1):
        date = f"{int(SINCE) + number // 4}-{1 + number % 4 * 3:02}-15"  # marks stand apart
        event = _event(name, date, payload)
        _write(copy / "curated/events" / f"{name}.yaml", event)
    _edit(copy / "curated/documents/A-RES-79-239.yaml", _document)
    _edit(copy / "curated/paragraphs/A-RES-79-239.yaml", _paragraphs)
    _edit(copy / f"curated/statements/{STATEMENT}.yaml", _statement)
    _edit(copy / "curated/requests/A-RES-79-239.yaml", _request)
    _edit(copy / "states.yaml", _state)
    _edit(copy / "vocabulary/stages.yaml", _label("committee", PAYLOADS[13]))
    _edit(copy / "vocabulary/kinds.yaml", _label("statement", PAYLOADS[6]))
    _edit(copy / "vocabulary/topics.yaml", _label("ethics", PAYLOADS[10]))
    _edit(copy / "vocabulary/tracks.yaml", _label("cross_cutting", PAYLOADS[3]))
    return copy


def _event(name: str, date: str, payload: str) -> dict[str, Any]:
    text = {"en": payload, "zh": payload}
    disputed = {"field": "date", "note": text, "chosen": payload, "others": [payload]}
    return {
        "id": name,
        "date": date,
        "kind": "statement",
        "body": "governments_other",
        "forum": payload,
        "track": "cross_cutting",
        "topics": ["ethics"],
        "titles": text,
        "summary": text,
        "lead_organisations": list(PAYLOADS),
        "participants": {"count": 14, "count_note": text, "organisations": list(PAYLOADS)},
        "note": text,
        "conflicts": [disputed],
        "verification": "unverified",
        "checked": "2026-01-01",
        "sources": [{"url": "https://docs.un.org/", "publisher": payload}],
    }


def _document(record: dict[str, Any]) -> None:
    texts = [{"en": payload, "zh": payload} for payload in PAYLOADS]
    record["notes"] = texts
    record["people"] = texts
    record["summary"], record["short_title"] = texts[6], texts[11]


def _statement(record: dict[str, Any]) -> None:
    everything = " ".join(PAYLOADS)
    text = {"en": everything, "zh": everything}
    record |= {"point": text, "forum": text, "note": text, "person": PAYLOADS[0]}


def _request(record: dict[str, Any]) -> None:
    asked = record["requests"][0]
    text = {"en": " ".join(PAYLOADS), "zh": " ".join(PAYLOADS)}
    asked |= {"subject": text, "note": text}
    asked["addressee"]["name"] = text


def _state(record: dict[str, Any]) -> None:
    for state, payload in zip(record["states"], PAYLOADS, strict=False):
        state["names"]["en"] = payload  # its sound in Chinese stands beside the name


def _paragraphs(record: dict[str, Any]) -> None:
    coded = list(record["paragraphs"].values())
    for paragraph, payload in zip(coded, PAYLOADS, strict=False):
        paragraph["summary"] = {"en": payload, "zh": payload}


def _label(code: str, payload: str) -> Callable[[dict[str, Any]], None]:
    def change(record: dict[str, Any]) -> None:
        record["terms"][code]["labels"] = {"en": payload, "zh": payload}

    return change


def _edit(path: Path, change: Callable[[dict[str, Any]], None]) -> None:
    record = read_yaml(path)
    change(record)
    _write(path, record)


def _write(path: Path, record: dict[str, Any]) -> None:
    # JSON is YAML without anchors, which the record does not allow
    path.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n...\n", encoding="utf-8")
